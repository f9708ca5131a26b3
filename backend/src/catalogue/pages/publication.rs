//! The check before publishing: what is missing, what changes, who will see it.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Similar};
use crate::catalogue::rules::{Act, CourseContent, Difference, Part, between, faults};
use crate::catalogue::store::{self, Course, versions};
use crate::identity::{CentreStaff, TrainingDirector};

#[derive(Template)]
#[template(path = "pages/catalogue/publication.html")]
struct PublicationPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    content: &'a CourseContent,
    missing: &'a FieldErrors,
    differences: Vec<Difference>,
    note: &'a str,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
    similar: Vec<Similar>,
}

#[derive(Deserialize)]
pub(super) struct PublicationForm {
    revision: i32,
    #[serde(default)]
    note: String,
}

/// The check page.
pub async fn check(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    check_page(&app, (&frame, &by), &path, ("", None)).await
}

/// Publishes the draft.
pub async fn publish(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<PublicationForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    match actions::publish(&app, &by, &edition, &form.note).await {
        Ok(_) => Ok(Redirect::to(&format!("/courses/{}", edition.code)).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            let staff = by.as_staff();
            check_page(&app, (&frame, &staff), &path, (&form.note, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

async fn check_page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    path: &str,
    (note, error): (&str, Option<Error>),
) -> Result<Response> {
    let course = own(app, by.centre(), path).await?;
    course.state.allows(Act::Publish).map_err(Error::Refused)?;
    let content = course.content()?;
    let missing = faults(&content, &store::known(&app.db, by.centre(), &content).await?);
    let published = match course.published_version {
        Some(version) => Some(versions::content_of(&app.db, course.id, version).await?),
        None => None,
    };
    let page = PublicationPage {
        frame,
        by,
        course: &course,
        content: &content,
        missing: &missing,
        differences: published.map(|old| between(&old, &content)).unwrap_or_default(),
        note,
        errors: &about_the_note(error.as_ref()),
        changed_meanwhile: matches!(error, Some(Error::Conflict)),
        similar: actions::similar(app, by, &course).await?,
    };
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    Ok((status, frame.page(&page)?).into_response())
}

/// The fault of the note; those of the content are listed apart, with links into the form.
fn about_the_note(error: Option<&Error>) -> FieldErrors {
    let mut errors = FieldErrors::default();
    if let Some(Error::Invalid(faults)) = error
        && let Some(message) = faults.of("note")
    {
        errors.add("note", message.clone());
    }
    errors
}

impl PublicationPage<'_> {
    fn version(&self) -> i32 {
        self.course.published_version.unwrap_or(0) + 1
    }

    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }
}
