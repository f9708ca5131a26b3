//! Taking a course out of the catalogue for a time or for good.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{Revision, edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Farewell};
use crate::catalogue::rules::{Act, CourseContent};
use crate::catalogue::store::Course;
use crate::identity::TrainingDirector;

#[derive(Template)]
#[template(path = "pages/catalogue/standing.html")]
struct StandingPage<'a> {
    frame: &'a Frame,
    course: &'a Course,
    content: &'a CourseContent,
    act: Act,
    form: &'a StandingForm,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
}

#[derive(Default, Deserialize)]
pub(super) struct StandingForm {
    #[serde(default)]
    revision: i32,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    successor: String,
}

/// The check page before suspending.
pub async fn suspension(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let form = StandingForm::default();
    standing_page(&app, (&frame, &by), (&path, Act::Suspend), (&form, None)).await
}

/// Suspends.
pub async fn suspend(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<StandingForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    match actions::suspend(&app, &by, &edition, &form.reason).await {
        Ok(()) => Ok(to_the_page(&path)),
        Err(error) => {
            standing_page(&app, (&frame, &by), (&path, Act::Suspend), (&form, Some(error))).await
        }
    }
}

/// Puts a suspended course back.
pub async fn resume(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<Revision>,
) -> Result<Response> {
    actions::resume(&app, &by, &edition(&path, form.revision)?).await?;
    Ok(to_the_page(&path))
}

/// The check page before retiring.
pub async fn retirement(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let form = StandingForm::default();
    standing_page(&app, (&frame, &by), (&path, Act::Retire), (&form, None)).await
}

/// Retires.
pub async fn retire(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<StandingForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let farewell = Farewell { reason: form.reason.clone(), successor: form.successor.clone() };
    match actions::retire(&app, &by, &edition, &farewell).await {
        Ok(()) => Ok(to_the_page(&path)),
        Err(error) => {
            standing_page(&app, (&frame, &by), (&path, Act::Retire), (&form, Some(error))).await
        }
    }
}

fn to_the_page(path: &str) -> Response {
    Redirect::to(&format!("/courses/{path}")).into_response()
}

async fn standing_page(
    app: &App,
    (frame, by): (&Frame, &TrainingDirector),
    (path, act): (&str, Act),
    (form, error): (&StandingForm, Option<Error>),
) -> Result<Response> {
    let course = own(app, by.centre(), path).await?;
    course.state.allows(act).map_err(Error::Refused)?;
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let errors = match error {
        Some(Error::Invalid(errors)) => errors,
        None | Some(Error::Conflict) => FieldErrors::default(),
        Some(other) => return Err(other),
    };
    let content = course.content()?;
    let page = StandingPage {
        frame,
        course: &course,
        content: &content,
        act,
        form,
        errors: &errors,
        changed_meanwhile,
    };
    Ok((status, frame.page(&page)?).into_response())
}
