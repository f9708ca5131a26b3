//! Similar courses of other centres: beside the check before publishing, and on a page of their
//! own where a pair is dismissed.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{code_in, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Similar};
use crate::catalogue::rules::{Act, CourseContent};
use crate::catalogue::store::Course;
use crate::identity::{CentreStaff, TrainingDirector};

#[derive(Template)]
#[template(path = "pages/catalogue/overlap.html")]
struct OverlapPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    content: &'a CourseContent,
    similar: Vec<Similar>,
    form: &'a OverlapForm,
    errors: &'a FieldErrors,
}

#[derive(Default, Deserialize)]
pub(super) struct OverlapForm {
    #[serde(default)]
    with: String,
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
pub(super) struct With {
    #[serde(default)]
    with: String,
}

/// What the course is similar to, and what is dismissed.
pub async fn overlap(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(query): Query<With>,
) -> Result<Response> {
    let form = OverlapForm { with: query.with, reason: String::new() };
    page(&app, (&frame, &by), &path, (&form, &FieldErrors::default())).await
}

/// Dismisses a pair.
pub async fn dismiss(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<OverlapForm>,
) -> Result<Response> {
    let code = code_in(&path)?;
    match actions::dismiss(&app, &by, &code, (&form.with, &form.reason)).await {
        Ok(()) => Ok(to_the_list(&path)),
        Err(Error::Invalid(errors)) => {
            page(&app, (&frame, &by.as_staff()), &path, (&form, &errors)).await
        }
        Err(other) => Err(other),
    }
}

/// Takes a dismissal back.
pub async fn take_back(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<With>,
) -> Result<Response> {
    match actions::take_back(&app, &by, &code_in(&path)?, &form.with).await {
        Ok(()) => Ok(to_the_list(&path)),
        Err(Error::Invalid(errors)) => {
            let form = OverlapForm { with: form.with, reason: String::new() };
            page(&app, (&frame, &by.as_staff()), &path, (&form, &errors)).await
        }
        Err(other) => Err(other),
    }
}

fn to_the_list(path: &str) -> Response {
    Redirect::to(&format!("/courses/{path}/overlap")).into_response()
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    path: &str,
    (form, errors): (&OverlapForm, &FieldErrors),
) -> Result<Response> {
    let course = own(app, by.centre(), path).await?;
    let content = course.content()?;
    let similar = actions::similar(app, by, &course).await?;
    let page = OverlapPage { frame, by, course: &course, content: &content, similar, form, errors };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, frame.page(&page)?).into_response())
}

impl OverlapPage<'_> {
    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }

    /// The one whose form is open.
    fn chosen(&self) -> Option<&Similar> {
        let open = self.similar.iter().filter(|one| one.dismissal.is_none());
        open.into_iter().find(|one| one.code.eq_ignore_ascii_case(&self.form.with))
    }
}
