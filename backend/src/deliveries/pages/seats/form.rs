//! The form in which a centre types how the seats of a delivery are shared.
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{FieldErrors, Result};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::deliveries::actions::seats::Proposal;
use crate::deliveries::rules::seats::{Sharing, TypedProposing, TypedSeats, field_of};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::Kept;
use crate::organisations::{self, Organisation};

/// A form as a browser sends it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::deliveries::pages) struct SeatsForm {
    pub(super) revision: i32,
    pub(super) sharing: String,
    pub(super) keep: String,
    pub(super) cap: String,
    pub(super) agency_limit: String,
    pub(super) member: Vec<String>,
    pub(super) seats: Vec<String>,
    pub(super) invited: Vec<String>,
    /// Whether a proposal is asked for.
    pub(super) propose: String,
}

impl SeatsForm {
    /// How seats are to be proposed.
    pub(super) fn how(&self) -> TypedProposing {
        let (sharing, keep, cap) = (self.sharing.clone(), self.keep.clone(), self.cap.clone());
        TypedProposing { sharing, keep, cap }
    }

    /// What was typed.
    pub(super) fn typed(&self) -> TypedSeats {
        let seats = self.member.iter().cloned().zip(self.seats.iter().cloned());
        let agency_limit = self.agency_limit.clone();
        TypedSeats { how: self.how(), agency_limit, seats: seats.collect() }
    }

    /// The form that would be read as what is kept.
    pub(super) fn of(kept: &Kept) -> Self {
        let limit = kept.agency_limit.map(|limit| limit.to_string());
        Self {
            revision: kept.revision,
            sharing: kept.sharing.as_str().to_owned(),
            agency_limit: limit.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// A State in the table of the form.
pub(super) struct Row {
    pub(super) member: Organisation,
    pub(super) asked: i32,
    pub(super) taken: i32,
    pub(super) seats: String,
    pub(super) invited: bool,
}

impl Row {
    /// The name of the field of its seats.
    fn field(&self) -> String {
        field_of(&self.member.code)
    }
}

#[derive(Template)]
#[template(path = "pages/deliveries/seats/form.html")]
pub(super) struct FormPage<'a> {
    frame: &'a Frame,
    delivery: &'a Delivery,
    form: &'a SeatsForm,
    errors: &'a FieldErrors,
    rows: Vec<Row>,
    round: Option<String>,
    published: bool,
    changed_meanwhile: bool,
}

/// What stands around a form.
pub(super) struct Around<'a> {
    pub(super) delivery: &'a Delivery,
    pub(super) kept: Option<&'a Kept>,
    /// What States asked for, and what is shown of each: as it is proposed, or as it is kept.
    pub(super) shown: Proposal,
}

/// The page with the form. What was typed is shown, where anything was; else what is proposed.
pub(super) async fn form_page(
    app: &App,
    (frame, around): (&Frame, Around<'_>),
    form: &SeatsForm,
    (errors, changed_meanwhile): (&FieldErrors, bool),
) -> Result<Response> {
    let members = organisations::members(&app.db).await?;
    let rows = rows(members, &around, form);
    let published = around.kept.is_some_and(Kept::is_published);
    let (delivery, round) = (around.delivery, around.shown.round);
    let page =
        FormPage { frame, delivery, form, errors, rows, round, published, changed_meanwhile };
    let status = match (changed_meanwhile, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, frame.page(&page)?).into_response())
}

/// The States, those first that asked for most, then by name.
fn rows(members: Vec<Organisation>, around: &Around<'_>, form: &SeatsForm) -> Vec<Row> {
    let typed = form.typed().seats;
    let shown = &around.shown;
    let row = |member: Organisation| {
        let held = shown.seats.get(&member.id).map(i32::to_string);
        let said = typed.iter().find(|(code, _)| *code == member.code);
        let invited = form.invited.contains(&member.code);
        Row {
            asked: shown.asked.get(&member.id).copied().unwrap_or(0),
            taken: around.kept.map_or(0, |kept| kept.books.of(member.id).taken),
            seats: said.map_or_else(|| held.unwrap_or_default(), |(_, seats)| seats.clone()),
            invited,
            member,
        }
    };
    let mut rows: Vec<_> = members.into_iter().map(row).collect();
    rows.sort_by(|a, b| b.asked.cmp(&a.asked).then_with(|| a.member.name.cmp(&b.member.name)));
    rows
}

impl FormPage<'_> {
    /// Where the form goes: a draft is kept, what is published is looked at before it is changed.
    fn action(&self) -> String {
        let page = if self.published { "changes" } else { "edit" };
        format!("{}/{page}", super::address(&self.delivery.code))
    }

    fn is_shared(&self, sharing: Sharing) -> bool {
        self.form.sharing == sharing.as_str()
    }

    /// How many seats there are, and of how many States the table is.
    fn capacity(&self) -> Message {
        Message::new("seats-form-lede").with("capacity", i64::from(self.delivery.max_participants))
    }
}
