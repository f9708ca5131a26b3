//! The check pages on which a Training Director announces, postpones and cancels.
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
use crate::deliveries::store::{self, Delivery};
use crate::identity::TrainingDirector;

#[derive(Template)]
#[template(path = "pages/deliveries/turn.html")]
struct TurnPage<'a> {
    frame: &'a Frame,
    names: Names,
    delivery: &'a Delivery,
    act: Act,
    form: &'a TurnForm,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
    now: DateTime<Utc>,
}

/// What is sent from a check page.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct TurnForm {
    revision: i32,
    reason: String,
    first_day: String,
    last_day: String,
    starts: String,
    ends: String,
}

impl TurnForm {
    /// The usual hours of what is moved, from those that it has.
    fn of(slots: &[Slot]) -> Self {
        let hour = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        let usual = slots.first().map(|slot| (hour(slot.starts), hour(slot.ends)));
        let (starts, ends) = usual.unwrap_or_default();
        Self { starts, ends, ..Self::default() }
    }

    fn postponement(&self) -> TypedPostponement {
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
    turn_page(&app, (&frame, &by), (&path, Act::Announce), (&TurnForm::default(), None)).await
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
    answered(&app, (&frame, &by), (&path, Act::Announce), (&form, done)).await
}

/// The check page before postponing.
pub async fn postponement(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let known = own(&app, by.centre(), &path).await?;
    let form = TurnForm::of(&store::slots_of(&app.db, &known).await?);
    turn_page(&app, (&frame, &by), (&path, Act::Postpone), (&form, None)).await
}

/// Postpones.
pub async fn postpone(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<TurnForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let done = actions::postpone(&app, &by, &edition, &form.postponement()).await;
    answered(&app, (&frame, &by), (&path, Act::Postpone), (&form, done)).await
}

/// The check page before cancelling.
pub async fn cancellation(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    turn_page(&app, (&frame, &by), (&path, Act::Cancel), (&TurnForm::default(), None)).await
}

/// Cancels.
pub async fn cancel(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<TurnForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let done = actions::cancel(&app, &by, &edition, &form.reason).await;
    answered(&app, (&frame, &by), (&path, Act::Cancel), (&form, done)).await
}

async fn answered(
    app: &App,
    who: (&Frame, &TrainingDirector),
    (path, act): (&str, Act),
    (form, done): (&TurnForm, Result<()>),
) -> Result<Response> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/deliveries/{path}")).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            turn_page(app, who, (path, act), (form, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

async fn turn_page(
    app: &App,
    (frame, by): (&Frame, &TrainingDirector),
    (path, act): (&str, Act),
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
    let page = TurnPage { frame, names, delivery, act, form, errors, changed_meanwhile, now };
    Ok((status, frame.page(&page)?).into_response())
}

impl TurnPage<'_> {
    /// The last part of the address of the page.
    fn noun(&self) -> &'static str {
        match self.act {
            Act::Announce => "announcement",
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
            Act::Postpone => {
                ("delivery-postpone", "delivery-postpone-what", "delivery-postpone-now")
            }
            Act::Cancel | Act::Edit => {
                ("delivery-cancel", "delivery-cancel-what", "delivery-cancel-now")
            }
        }
    }

    /// Whether it begins so soon that States cannot nominate in time.
    fn is_late(&self) -> bool {
        self.act == Act::Announce
            && self.delivery.days().is_some()
            && self.delivery.nominate_until(self.now).is_none()
    }
}
