//! The form of a delivery: what browsers send of it, and the page around it.
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;

use super::conflict::Conflict;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::filters;
use crate::base::ids::DeliveryId;
use crate::base::page::Frame;
use crate::catalogue::TAUGHT_LANGUAGES;
use crate::catalogue::rules::{DeliveryMode, DeliveryScope};
use crate::deliveries::rules::{Deadline, Deadlines, DeliveryState, Sessions, TypedDelivery};
use crate::deliveries::store::Delivery;
use crate::identity::CentreStaff;
use crate::organisations::{self, Organisation};

#[derive(Template)]
#[template(path = "pages/deliveries/form.html")]
pub(super) struct FormPage<'a> {
    pub(super) frame: &'a Frame,
    pub(super) about: &'a AboutForm,
    pub(super) typed: &'a TypedDelivery,
    pub(super) errors: &'a FieldErrors,
    pub(super) conflict: Option<&'a Conflict>,
    members: Vec<Organisation>,
    zones: Vec<String>,
}

/// What the form is about.
#[derive(Clone, Debug)]
pub(super) struct AboutForm {
    /// The id of what is made of it.
    pub(super) id: DeliveryId,
    /// The delivery that is changed; none for a new one.
    pub(super) known: Option<Delivery>,
    /// The code of the course.
    pub(super) course: String,
    /// Its title.
    pub(super) title: String,
    /// The number of the version that it is held from.
    pub(super) version: i32,
}

/// A form as a browser sends it.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct DeliveryForm {
    pub(super) id: Option<DeliveryId>,
    pub(super) revision: i32,
    pub(super) course: String,
    scope: String,
    member: String,
    mode: String,
    venue: String,
    city: String,
    country: String,
    zone: String,
    first_day: String,
    last_day: String,
    starts: String,
    ends: String,
    slot_day: Vec<String>,
    slot_starts: Vec<String>,
    slot_ends: Vec<String>,
    languages: Vec<String>,
    interpretation: Vec<String>,
    min_participants: String,
    max_participants: String,
    documents: String,
    contact: String,
    nominate_days: String,
    recall_warning_days: String,
    recall_days: String,
    go_no_go_days: String,
    replacement_days: String,
    freeze_days: String,
}

impl DeliveryForm {
    /// What was typed.
    pub(super) fn typed(self) -> TypedDelivery {
        let times = self.slot_starts.into_iter().zip(self.slot_ends);
        let each = self.slot_day.into_iter().zip(times);
        let each = each.map(|(day, (starts, ends))| (day, starts, ends)).collect();
        TypedDelivery {
            scope: self.scope,
            member: self.member,
            mode: self.mode,
            venue: self.venue,
            city: self.city,
            country: self.country,
            zone: self.zone,
            first_day: self.first_day,
            last_day: self.last_day,
            sessions: Sessions { usual: (self.starts, self.ends), each },
            languages: self.languages,
            interpretation: self.interpretation,
            min_participants: self.min_participants,
            max_participants: self.max_participants,
            documents: self.documents,
            contact: self.contact,
            deadlines: [
                self.nominate_days,
                self.recall_warning_days,
                self.recall_days,
                self.go_no_go_days,
                self.replacement_days,
                self.freeze_days,
            ],
        }
    }
}

/// The page with the form, as it was typed.
pub(super) async fn form_page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    (about, typed): (&AboutForm, &TypedDelivery),
    (errors, conflict): (&FieldErrors, Option<&Conflict>),
) -> Result<Response> {
    let all = organisations::all(&app.db).await?;
    let mut zones: Vec<String> = all.iter().map(|one| one.time_zone.clone()).collect();
    zones.push(by.capacity().organisation().zone.name().to_owned());
    zones.sort_unstable();
    zones.dedup();
    let members = all.into_iter().filter(|one| one.nominates).collect();
    let page = FormPage { frame, about, typed, errors, conflict, members, zones };
    let status = match (conflict.is_some(), errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, frame.page(&page)?).into_response())
}

impl FormPage<'_> {
    /// The address to which the form is sent.
    fn action(&self) -> String {
        match &self.about.known {
            Some(known) => format!("/deliveries/{}/edit", known.code),
            None => "/deliveries/new".to_owned(),
        }
    }

    /// Where leaving the form leads.
    fn back(&self) -> String {
        match &self.about.known {
            Some(known) => format!("/deliveries/{}", known.code),
            None => "/deliveries".to_owned(),
        }
    }

    fn revision(&self) -> i32 {
        self.about.known.as_ref().map_or(0, |known| known.revision)
    }

    /// Whether people were told for whom it is and when, so that both stay.
    fn is_told(&self) -> bool {
        self.about.known.as_ref().is_some_and(Delivery::is_announced)
    }

    /// Whether its days are changed by postponing it.
    fn days_are_fixed(&self) -> bool {
        let known = self.about.known.as_ref().filter(|known| known.is_announced());
        known.is_some_and(|known| known.state != DeliveryState::Postponed)
    }

    fn languages(&self) -> Vec<&str> {
        let mut all = TAUGHT_LANGUAGES.to_vec();
        for tag in self.typed.languages.iter().chain(&self.typed.interpretation) {
            if !all.contains(&tag.as_str()) {
                all.push(tag);
            }
        }
        all
    }

    fn is_held_in(&self, tag: &str) -> bool {
        self.typed.languages.iter().any(|known| known == tag)
    }

    fn is_interpreted_into(&self, tag: &str) -> bool {
        self.typed.interpretation.iter().any(|known| known == tag)
    }

    /// The days of a deadline where nothing is said: in a room, and online.
    fn usual(deadline: Deadline) -> (u16, u16) {
        let place = Deadline::ALL.iter().position(|one| *one == deadline).unwrap_or_default();
        let of = |mode| Deadlines::usual(mode).days().get(place).copied().unwrap_or_default();
        (of(DeliveryMode::InPerson), of(DeliveryMode::Online))
    }

    /// The deadlines with what was typed.
    fn deadlines(&self) -> Vec<(Deadline, &str)> {
        let typed = self.typed.deadlines.iter().map(String::as_str);
        Deadline::ALL.iter().copied().zip(typed).collect()
    }

    /// The sessions that were typed and, of days without one, an empty line, in their order.
    fn sessions(&self) -> Vec<(String, &str, &str)> {
        let each = self.typed.sessions.each.iter();
        let mut rows: Vec<_> =
            each.map(|(day, starts, ends)| (day.clone(), starts.as_str(), ends.as_str())).collect();
        if rows.is_empty() && self.about.known.is_none() {
            return rows;
        }
        let day = |text: &str| text.trim().parse::<NaiveDate>().ok();
        if let Some((first, last)) = day(&self.typed.first_day).zip(day(&self.typed.last_day)) {
            for day in first.iter_days().take_while(|day| *day <= last).take(31) {
                let day = day.to_string();
                if rows.iter().all(|(known, _, _)| *known != day) {
                    rows.push((day, "", ""));
                }
            }
        }
        rows.sort();
        rows
    }

    fn day_of(&self, text: &str) -> String {
        let day = text.trim().parse::<NaiveDate>();
        day.map_or_else(
            |_| text.to_owned(),
            |day| {
                let reader = self.frame.reader;
                format!("{} {}", reader.weekday_short(day), reader.date_short(day))
            },
        )
    }
}

/// The answer to a form that was sent: on to the page of the delivery, or the form again.
pub(super) fn faults_of(error: Error) -> Result<FieldErrors> {
    match error {
        Error::Invalid(errors) => Ok(errors),
        other => Err(other),
    }
}
