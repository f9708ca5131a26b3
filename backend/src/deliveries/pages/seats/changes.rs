//! A Training Director looks at what changes of published seats, and changes it.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::form::SeatsForm;
use super::sharing::again;
use super::{address, to_the_seats};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::page::Frame;
use crate::deliveries::actions::seats::{self as actions, SeatsChange};
use crate::deliveries::pages::around::Names;
use crate::deliveries::pages::{edition, own};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::Kept;
use crate::identity::TrainingDirector;
use crate::organisations::Organisation;

#[derive(Template)]
#[template(path = "pages/deliveries/seats/changes.html")]
struct ChangesPage<'a> {
    frame: &'a Frame,
    names: Names,
    delivery: &'a Delivery,
    form: &'a SeatsForm,
    kept: Kept,
    changes: Vec<SeatsChange>,
}

/// The check page: each State with its seats before and after.
pub async fn check(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(form): Query<SeatsForm>,
) -> Result<Response> {
    let delivery = &own(&app, by.centre(), &path).await?;
    if form.member.is_empty() {
        return Ok(Redirect::to(&format!("{}/edit", address(&delivery.code))).into_response());
    }
    let wanted = actions::seats_change(&app, &by, &delivery.known_as(), &form.typed()).await;
    match wanted {
        Ok((kept, changes)) => {
            let (names, form) = (Names::read(&app).await?, &form);
            let page = ChangesPage { frame: &frame, names, delivery, form, kept, changes };
            Ok(frame.page(&page)?.into_response())
        }
        Err(error) => again(&app, (&frame, &by.as_staff()), (&path, form), error).await,
    }
}

/// Changes the seats.
pub async fn change(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<SeatsForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    match actions::change_seats(&app, &by, &edition, &form.typed()).await {
        Ok(_) => Ok(to_the_seats(edition.code.as_str())),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            again(&app, (&frame, &by.as_staff()), (&path, form), error).await
        }
        Err(other) => Err(other),
    }
}

impl ChangesPage<'_> {
    /// The changes in the order of the names of the States.
    fn rows(&self) -> Vec<(&Organisation, i32, i32)> {
        let row = |(member, before, after): &SeatsChange| {
            Some((self.names.of(*member)?, *before, *after))
        };
        let mut rows: Vec<_> = self.changes.iter().filter_map(row).collect();
        rows.sort_by(|(a, ..), (b, ..)| a.name.cmp(&b.name));
        rows
    }

    /// What stays in the reserve afterwards.
    fn reserve(&self) -> i32 {
        let more: i32 = self.changes.iter().map(|(_, before, after)| after - before).sum();
        self.kept.books.reserve - more
    }

    /// Whether the wish for agencies becomes another.
    fn limit_changes(&self) -> bool {
        let kept = self.kept.agency_limit.map(|limit| limit.to_string());
        kept.unwrap_or_default() != self.form.agency_limit.trim()
    }

    fn answers(&self) -> impl Iterator<Item = (&String, &String)> {
        self.form.member.iter().zip(&self.form.seats)
    }
}
