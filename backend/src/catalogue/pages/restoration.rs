//! An old version of a course as its new draft, and a course as the beginning of another.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::readable::{Readable, Shown};
use super::versions::number_in;
use super::{Revision, code_in, edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::ids::CourseId;
use crate::base::page::Frame;
use crate::catalogue::actions;
use crate::catalogue::rules::{Act, CourseCode, CourseContent, Piece, between};
use crate::catalogue::store::{Course, Version, versions};
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/catalogue/restoration.html")]
struct RestorationPage<'a> {
    frame: &'a Frame,
    course: &'a Course,
    content: &'a CourseContent,
    version: &'a Version,
    readable: Readable,
    changed_meanwhile: bool,
}

/// What would change in the draft, before an old version is restored.
pub async fn restoration(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path((path, number)): Path<(String, String)>,
) -> Result<Response> {
    restoration_page(&app, (&frame, &by), (&path, number_in(&number)?), false).await
}

/// Makes the version the draft.
pub async fn restore(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path((path, number)): Path<(String, String)>,
    Form(form): Form<Revision>,
) -> Result<Response> {
    let (edition, number) = (edition(&path, form.revision)?, number_in(&number)?);
    match actions::restore(&app, &by, &edition, number).await {
        Ok(_) => Ok(Redirect::to(&format!("/courses/{}/edit", edition.code)).into_response()),
        Err(Error::Conflict) => restoration_page(&app, (&frame, &by), (&path, number), true).await,
        Err(other) => Err(other),
    }
}

async fn restoration_page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    (path, number): (&str, i32),
    changed_meanwhile: bool,
) -> Result<Response> {
    let course = own(app, by.centre(), path).await?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let version = versions::of_number(&app.db, course.id, number).await?;
    let version = version.ok_or(Error::NotFound)?;
    let old = versions::content_of(&app.db, course.id, number).await?;
    let content = course.content()?;
    let page = RestorationPage {
        frame,
        course: &course,
        content: &content,
        version: &version,
        readable: Readable::of(&between(&content, &old), frame.reader.locale, 1),
        changed_meanwhile,
    };
    let status = if changed_meanwhile { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok((status, frame.page(&page)?).into_response())
}

impl RestorationPage<'_> {
    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }
}

#[derive(Template)]
#[template(path = "pages/catalogue/copy.html")]
struct CopyPage<'a> {
    frame: &'a Frame,
    course: &'a Course,
    content: &'a CourseContent,
    form: &'a CopyForm,
    errors: &'a FieldErrors,
}

#[derive(Deserialize)]
pub(super) struct CopyForm {
    id: CourseId,
    #[serde(default)]
    code: String,
}

/// The form that begins another course with what this one says.
pub async fn new_copy(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let form = CopyForm { id: CourseId::new(), code: String::new() };
    copy_page(&app, (&frame, &by), &path, (&form, &FieldErrors::default())).await
}

/// Begins it.
pub async fn copy(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<CopyForm>,
) -> Result<Response> {
    let from = own(&app, by.centre(), &path).await?;
    let code = match CourseCode::read(&form.code) {
        Ok(code) => code,
        Err(message) => {
            let mut errors = FieldErrors::default();
            errors.add("code", message);
            return copy_page(&app, (&frame, &by), &path, (&form, &errors)).await;
        }
    };
    match actions::copy(&app, &by, &code_in(&from.code)?, (form.id, &code)).await {
        Ok(()) => Ok(Redirect::to(&format!("/courses/{code}/edit")).into_response()),
        Err(Error::Invalid(errors)) => {
            copy_page(&app, (&frame, &by), &path, (&form, &errors)).await
        }
        Err(other) => Err(other),
    }
}

async fn copy_page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    path: &str,
    (form, errors): (&CopyForm, &FieldErrors),
) -> Result<Response> {
    let course = own(app, by.centre(), path).await?;
    let content = course.content()?;
    let page = CopyPage { frame, course: &course, content: &content, form, errors };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, frame.page(&page)?).into_response())
}

impl CopyPage<'_> {
    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }
}
