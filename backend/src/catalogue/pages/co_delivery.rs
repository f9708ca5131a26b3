//! The page on which centres agree to deliver a course together.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::code_in;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Desk, Line, Side};
use crate::catalogue::rules::{Act, CoDeliveryState, CoDeliveryStep as Step};
use crate::catalogue::store::versions;
use crate::identity::{CentreStaff, TrainingDirector};

#[derive(Template)]
#[template(path = "pages/catalogue/co_delivery.html")]
struct CoDeliveryPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    desk: &'a Desk,
    title: &'a str,
    form: &'a CoDeliveryForm,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
}

#[derive(Default, Deserialize)]
pub(super) struct CoDeliveryForm {
    #[serde(default)]
    revision: Option<i32>,
    #[serde(default)]
    centre: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
pub(super) struct Ending {
    /// The code of the centre with which it is to end.
    #[serde(default)]
    end: String,
}

/// Who delivers the course, who was asked, and what the own centre can do about it.
pub async fn co_delivery(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(query): Query<Ending>,
) -> Result<Response> {
    let form = CoDeliveryForm { centre: query.end, ..CoDeliveryForm::default() };
    page(&app, (&frame, &by), &path, (&form, None)).await
}

/// Asks another centre.
pub async fn invite(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<CoDeliveryForm>,
) -> Result<Response> {
    let code = code_in(&path)?;
    let invited = actions::invite(&app, &by, &code, (&form.centre, &form.message)).await;
    answered(&app, (&frame, &by), &path, (&form, invited.map(|_| ()))).await
}

/// The centre that was asked accepts.
pub async fn accept(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<CoDeliveryForm>,
) -> Result<Response> {
    step(&app, (&frame, &by), &path, (&form, Step::Accept)).await
}

/// The centre that was asked declines.
pub async fn decline(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<CoDeliveryForm>,
) -> Result<Response> {
    step(&app, (&frame, &by), &path, (&form, Step::Decline)).await
}

/// The owner takes an invitation back.
pub async fn withdraw(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<CoDeliveryForm>,
) -> Result<Response> {
    step(&app, (&frame, &by), &path, (&form, Step::Withdraw)).await
}

/// Either of the two ends it.
pub async fn end(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<CoDeliveryForm>,
) -> Result<Response> {
    step(&app, (&frame, &by), &path, (&form, Step::End)).await
}

async fn step(
    app: &App,
    (frame, by): (&Frame, &TrainingDirector),
    path: &str,
    (form, step): (&CoDeliveryForm, Step),
) -> Result<Response> {
    let code = code_in(path)?;
    let asked = Some(form.centre.as_str()).filter(|centre| !centre.is_empty());
    let centre = if step == Step::Withdraw { Some(form.centre.as_str()) } else { asked };
    let centre = centre.filter(|_| !matches!(step, Step::Accept | Step::Decline));
    let line = Line { code: &code, centre, revision: form.revision };
    let done = actions::answer(app, by, &line, (step, &form.reason)).await;
    answered(app, (frame, by), path, (form, done.map(|_| ()))).await
}

async fn answered(
    app: &App,
    (frame, by): (&Frame, &TrainingDirector),
    path: &str,
    (form, done): (&CoDeliveryForm, Result<()>),
) -> Result<Response> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/courses/{path}/co-delivery")).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            page(app, (frame, &by.as_staff()), path, (form, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    path: &str,
    (form, error): (&CoDeliveryForm, Option<Error>),
) -> Result<Response> {
    let desk = actions::desk(app, by, &code_in(path)?).await?;
    let content = match desk.course.published_version {
        Some(version) => versions::content_of(&app.db, desk.course.id, version).await?,
        None => desk.course.content()?,
    };
    let title = if content.title.is_empty() { &desk.course.code } else { &content.title };
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let errors = match error {
        Some(Error::Invalid(errors)) => errors,
        _ => FieldErrors::default(),
    };
    let errors = &errors;
    let page = CoDeliveryPage { frame, by, desk: &desk, title, form, errors, changed_meanwhile };
    Ok((status, frame.page(&page)?).into_response())
}
