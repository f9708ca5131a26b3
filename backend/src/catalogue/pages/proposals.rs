//! Drafts that wait for the Training Director: proposing one, taking it back, sending it back,
//! and the list of them.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::publication::{Typed, check_page};
use super::{Revision, edition};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Waiting};
use crate::catalogue::rules::{PER_PAGE, Window};
use crate::identity::{CentreStaff, TrainingDirector};

#[derive(Deserialize)]
pub(super) struct ProposalForm {
    revision: i32,
    #[serde(default)]
    note: String,
}

/// Proposes the draft.
pub async fn propose(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<ProposalForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    match actions::propose(&app, &by, &edition, &form.note).await {
        Ok(()) => Ok(to_the_check(&path)),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            let typed = Typed { note: Some(&form.note), wanted: "" };
            check_page(&app, (&frame, &by), &path, (typed, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

#[derive(Deserialize)]
pub(super) struct ReturnForm {
    revision: i32,
    #[serde(default)]
    wanted: String,
}

/// Sends the proposal back.
pub async fn send_back(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<ReturnForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    match actions::send_back(&app, &by, &edition, &form.wanted).await {
        Ok(()) => Ok(to_the_check(&path)),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            let typed = Typed { note: None, wanted: &form.wanted };
            let around = (&frame, &by.as_staff());
            check_page(&app, around, &path, (typed, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

/// Takes the proposal back.
pub async fn withdraw(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<Revision>,
) -> Result<Response> {
    match actions::withdraw(&app, &by, &edition(&path, form.revision)?).await {
        Ok(()) => Ok(to_the_check(&path)),
        Err(error @ Error::Conflict) => {
            check_page(&app, (&frame, &by), &path, (Typed::default(), Some(error))).await
        }
        Err(other) => Err(other),
    }
}

fn to_the_check(path: &str) -> Response {
    Redirect::to(&format!("/courses/{path}/publication")).into_response()
}

#[derive(Template)]
#[template(path = "pages/catalogue/proposals.html")]
struct ProposalsPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    waiting: Vec<Waiting>,
    window: Window,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    page: Option<i64>,
}

/// What waits for the Training Directors of the own centre.
pub async fn proposals(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (waiting, total) = actions::waiting(&app, &by, stretch).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    if window.page != page {
        let last = format!("/proposals?page={}", window.page);
        return Ok(Redirect::to(&last).into_response());
    }
    Ok(frame.page(&ProposalsPage { frame: &frame, by: &by, waiting, window })?.into_response())
}

impl ProposalsPage<'_> {
    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }
}
