//! The check pages on which a Training Director announces, confirms, postpones and cancels. All but
//! the first concern people who are put forward, whose feature serves them.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::around::Names;
use super::{edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::page::Frame;
use crate::deliveries::actions;
use crate::deliveries::rules::{Act, Sessions, Slot, TypedPostponement};
use crate::deliveries::store::Delivery;
use crate::identity::TrainingDirector;

#[derive(Template)]
#[template(path = "pages/deliveries/turn.html")]
struct TurnPage<'a> {
    frame: &'a Frame,
    names: Names,
    delivery: &'a Delivery,
    act: Act,
    people: i64,
    form: &'a TurnForm,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
    now: DateTime<Utc>,
}

/// What is sent from a check page.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct TurnForm {
    /// The revision of the delivery that was read.
    pub revision: i32,
    /// Why.
    pub reason: String,
    first_day: String,
    last_day: String,
    starts: String,
    ends: String,
}

impl TurnForm {
    /// The usual hours of what is moved, from those that it has.
    pub fn of(slots: &[Slot]) -> Self {
        let hour = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        let usual = slots.first().map(|slot| (hour(slot.starts), hour(slot.ends)));
        let (starts, ends) = usual.unwrap_or_default();
        Self { starts, ends, ..Self::default() }
    }

    /// The postponement that was typed.
    pub fn postponement(&self) -> TypedPostponement {
        let usual = (self.starts.clone(), self.ends.clone());
        TypedPostponement {
            first_day: self.first_day.clone(),
            last_day: self.last_day.clone(),
            sessions: Sessions { usual, each: Vec::new() },
            reason: self.reason.clone(),
        }
    }
}

/// The check page before announcing.
pub async fn announcement(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let about = AboutTurn { path: &path, act: Act::Announce, people: 0 };
    turn_page(&app, (&frame, &by), about, (&TurnForm::default(), None)).await
}

/// Announces.
pub async fn announce(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<TurnForm>,
) -> Result<Response> {
    let done = actions::announce(&app, &by, &edition(&path, form.revision)?).await;
    let about = AboutTurn { path: &path, act: Act::Announce, people: 0 };
    answered_turn(&app, (&frame, &by), about, (&form, done)).await
}

/// The page of the delivery once a step is taken, or the check page again.
pub async fn answered_turn(
    app: &App,
    who: (&Frame, &TrainingDirector),
    about: AboutTurn<'_>,
    (form, done): (&TurnForm, Result<()>),
) -> Result<Response> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/deliveries/{}", about.path)).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            turn_page(app, who, about, (form, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

/// Which step is about to be taken.
#[derive(Clone, Copy, Debug)]
pub struct AboutTurn<'a> {
    /// The code of the delivery, as the address has it.
    pub path: &'a str,
    /// The step.
    pub act: Act,
    /// How many people it concerns who are put forward, or have a seat where it is confirmed.
    pub people: i64,
}

/// The check page before a step.
pub async fn turn_page(
    app: &App,
    (frame, by): (&Frame, &TrainingDirector),
    AboutTurn { path, act, people }: AboutTurn<'_>,
    (form, error): (&TurnForm, Option<Error>),
) -> Result<Response> {
    let delivery = &own(app, by.centre(), path).await?;
    delivery.state.allows(act).map_err(Error::Refused)?;
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let errors = match error {
        Some(Error::Invalid(errors)) => errors,
        _ => FieldErrors::default(),
    };
    let (names, now, errors) = (Names::read(app).await?, app.clock.now(), &errors);
    let page =
        TurnPage { frame, names, delivery, act, people, form, errors, changed_meanwhile, now };
    Ok((status, frame.page(&page)?).into_response())
}

impl TurnPage<'_> {
    /// The last part of the address of the page.
    fn noun(&self) -> &'static str {
        match self.act {
            Act::Announce => "announcement",
            Act::Confirm => "confirmation",
            Act::Postpone => "postponement",
            Act::Cancel | Act::Edit => "cancellation",
        }
    }

    /// The keys of heading, explanation and button.
    fn words(&self) -> (&'static str, &'static str, &'static str) {
        match self.act {
            Act::Announce => {
                ("delivery-announce", "delivery-announce-what", "delivery-announce-now")
            }
            Act::Confirm => ("delivery-confirm", "delivery-confirm-what", "delivery-confirm-now"),
            Act::Postpone => {
                ("delivery-postpone", "delivery-postpone-what", "delivery-postpone-now")
            }
            Act::Cancel | Act::Edit => {
                ("delivery-cancel", "delivery-cancel-what", "delivery-cancel-now")
            }
        }
    }

    /// Whether it takes a reason.
    fn takes_reason(&self) -> bool {
        matches!(self.act, Act::Postpone | Act::Cancel)
    }

    /// Whether it is about to take place with fewer people than it is meant for.
    fn has_few(&self) -> bool {
        self.act == Act::Confirm && self.people < self.delivery.min_participants.into()
    }

    /// Whether it begins so soon that States cannot nominate in time.
    fn is_late(&self) -> bool {
        self.act == Act::Announce
            && self.delivery.days().is_some()
            && self.delivery.nominate_until(self.now).is_none()
    }
}
