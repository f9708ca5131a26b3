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
use crate::base::i18n::autonym;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Similar};
use crate::catalogue::rules::{Act, CourseContent, Difference, Part, between, faults};
use crate::catalogue::store::{self, Course, Proposal, proposals, versions};
use crate::identity::{self, CentreStaff, TrainingDirector};

#[derive(Template)]
#[template(path = "pages/catalogue/publication.html")]
struct PublicationPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    content: &'a CourseContent,
    missing: &'a FieldErrors,
    differences: Vec<Difference>,
    /// What is proposed, or was sent back last.
    proposal: Option<Proposal>,
    /// Who proposed it, and who sent it back.
    names: (Option<String>, Option<String>),
    note: &'a str,
    wanted: &'a str,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
    similar: Vec<Similar>,
    /// The languages that the public reads now, and would not with this version.
    lost: Vec<&'a str>,
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
    check_page(&app, (&frame, &by), &path, (Typed::default(), None)).await
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
            let typed = Typed { note: Some(&form.note), wanted: "" };
            check_page(&app, (&frame, &staff), &path, (typed, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

/// What was typed into the forms of the page.
#[derive(Clone, Copy, Default)]
pub(super) struct Typed<'a> {
    /// What the version changes; none shows what the proposal says.
    pub(super) note: Option<&'a str>,
    /// What is wanted of a draft that is sent back.
    pub(super) wanted: &'a str,
}

pub(super) async fn check_page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    path: &str,
    (typed, error): (Typed<'_>, Option<Error>),
) -> Result<Response> {
    let course = own(app, by.centre(), path).await?;
    course.state.allows(Act::Publish).map_err(Error::Refused)?;
    let content = course.content()?;
    let missing = faults(&content, &store::known(&app.db, by.centre(), &content).await?);
    let published = match course.published_version {
        Some(version) => Some(versions::content_of(&app.db, course.id, version).await?),
        None => None,
    };
    let proposal = proposals::of_course(&app.db, course.id).await?;
    let names = names(app, proposal.as_ref()).await?;
    let proposed = proposal.as_ref().map(|proposal| proposal.note.clone()).unwrap_or_default();
    let page = PublicationPage {
        frame,
        by,
        course: &course,
        content: &content,
        missing: &missing,
        lost: published.as_ref().map(|old| lost(old, &content)).unwrap_or_default(),
        differences: published.as_ref().map(|old| between(old, &content)).unwrap_or_default(),
        proposal,
        names,
        note: typed.note.unwrap_or(&proposed),
        wanted: typed.wanted,
        errors: &about_the_form(error.as_ref()),
        changed_meanwhile: matches!(error, Some(Error::Conflict)),
        similar: actions::similar(app, by, &course).await?,
    };
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    Ok((status, frame.page(&page)?).into_response())
}

/// The names of the languages that the public would no longer read.
fn lost<'a>(old: &'a CourseContent, new: &CourseContent) -> Vec<&'a str> {
    let kept = new.languages_offered();
    let gone = old.languages_offered().into_iter().filter(|tag| !kept.contains(tag));
    gone.map(autonym).collect()
}

/// The names of whoever proposed a draft, and of whoever sent it back.
async fn names(app: &App, proposal: Option<&Proposal>) -> Result<(Option<String>, Option<String>)> {
    let Some(proposal) = proposal else {
        return Ok((None, None));
    };
    let people = [proposal.proposed_by, proposal.returned_by];
    let known: Vec<_> = people.into_iter().flatten().collect();
    let names = identity::names_of(&app.db, &known).await?;
    let [proposed, returned] = people.map(|one| one.and_then(|one| names.get(&one).cloned()));
    Ok((proposed, returned))
}

/// The faults of the forms; those of the content are listed apart, with links into its pages.
fn about_the_form(error: Option<&Error>) -> FieldErrors {
    let mut errors = FieldErrors::default();
    if let Some(Error::Invalid(faults)) = error {
        for field in ["note", "wanted"] {
            if let Some(message) = faults.of(field) {
                errors.add(field, message.clone());
            }
        }
    }
    errors
}

impl PublicationPage<'_> {
    fn version(&self) -> i32 {
        self.course.published_version.unwrap_or(0) + 1
    }

    /// The proposal that waits for an answer.
    fn open(&self) -> Option<&Proposal> {
        self.proposal.as_ref().filter(|proposal| proposal.is_open())
    }

    /// Whether the draft was saved after it was proposed.
    fn saved_since(&self) -> bool {
        self.open().is_some_and(|open| self.course.draft_saved_at > open.proposed_at)
    }

    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }
}
