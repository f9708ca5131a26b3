//! Stopping emails by their own link, without signing in. Looking at the link changes nothing:
//! programs that scan emails open every link in them.
use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::page::Frame;
use crate::identity::Visitor;
use crate::notifications::actions;
use crate::notifications::rules::Kind;

#[derive(Template)]
#[template(path = "pages/notifications/stop.html")]
struct StopPage<'a> {
    frame: &'a Frame,
    kind: Kind,
    stopped: bool,
}

pub(super) async fn ask(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Html<String>> {
    let kind = actions::read_stop_link(&app, &token)?.kind;
    frame.page(&StopPage { frame: &frame, kind, stopped: false })
}

pub(super) async fn stop(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Html<String>> {
    let kind = actions::stop(&app, &by, &token).await?;
    frame.page(&StopPage { frame: &frame, kind, stopped: true })
}
