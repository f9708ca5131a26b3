//! What links in letters lead to: confirming, managing, ending. Looking at a link changes nothing:
//! programs that scan emails open every link in them.
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::subscriptions::{Shown, StepForm};
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::page::Frame;
use crate::catalogue::actions;
use crate::catalogue::rules::{Rhythm, SubscriptionStep};
use crate::identity::Visitor;

#[derive(Template)]
#[template(path = "pages/catalogue/subscription_confirm.html")]
struct ConfirmPage<'a> {
    frame: &'a Frame,
    shown: Shown,
}

/// Asks whether the address is to be told.
pub(super) async fn ask(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Html<String>> {
    let shown = Shown::of(&app, actions::to_confirm(&app, &token).await?).await?;
    frame.page(&ConfirmPage { frame: &frame, shown })
}

/// Confirms, and leads to the page of the subscription.
pub(super) async fn confirm(
    by: Visitor,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Redirect> {
    let confirmed = actions::confirm(&app, &by, &token).await?;
    let page = actions::manage_link(&app, confirmed.id);
    Ok(Redirect::to(&format!("{page}?done=confirmed")))
}

#[derive(Template)]
#[template(path = "pages/catalogue/subscription_manage.html")]
struct ManagePage<'a> {
    frame: &'a Frame,
    one: &'a Shown,
    done: &'a str,
    /// Where its form goes.
    action: String,
}

/// What was done before the page was shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    done: String,
}

/// The page of one subscription, for those who have no account.
pub(super) async fn manage(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
    Query(done): Query<Done>,
) -> Result<Html<String>> {
    let one = Shown::of(&app, actions::managed(&app, &token).await?).await?;
    let action = format!("/subscriptions/manage/{token}");
    frame.page(&ManagePage { frame: &frame, one: &one, done: &done.done, action })
}

/// Changes, pauses, resumes or removes it.
pub(super) async fn step(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
    Form(form): Form<StepForm>,
) -> Result<Response> {
    let (revision, step) = form.read()?;
    let was = actions::step_of_link(&app, &by, (&token, revision), step).await?;
    let done = match step {
        SubscriptionStep::Remove => {
            let shown = Some(Shown::of(&app, was).await?);
            return Ok(frame
                .page(&StopPage { frame: &frame, shown, ended: true })?
                .into_response());
        }
        SubscriptionStep::Change(..) => "saved",
        SubscriptionStep::Pause => "paused",
        SubscriptionStep::Resume => "resumed",
    };
    Ok(Redirect::to(&format!("/subscriptions/manage/{token}?done={done}")).into_response())
}

#[derive(Template)]
#[template(path = "pages/catalogue/subscription_stop.html")]
struct StopPage<'a> {
    frame: &'a Frame,
    shown: Option<Shown>,
    ended: bool,
}

/// Asks whether the digests are to end; says so where they have.
pub(super) async fn ask_to_stop(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Html<String>> {
    let shown = match actions::to_end(&app, &token).await? {
        Some(row) => Some(Shown::of(&app, row).await?),
        None => None,
    };
    let ended = shown.is_none();
    frame.page(&StopPage { frame: &frame, shown, ended })
}

/// Ends the digests; once they have ended, the same answer.
pub(super) async fn stop(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Html<String>> {
    let shown = match actions::end(&app, &by, &token).await? {
        Some(row) => Some(Shown::of(&app, row).await?),
        None => None,
    };
    frame.page(&StopPage { frame: &frame, shown, ended: true })
}
