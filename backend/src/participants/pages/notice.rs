//! The notice to participants: what is collected, for what, who sees it, for how long.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::base::App;
use crate::base::error::Result;
use crate::base::filters;
use crate::base::headers::Public;
use crate::base::page::Frame;
use crate::identity::Visitor;
use crate::participants::rules::NOTICE_VERSION;

#[derive(Template)]
#[template(path = "pages/participants/notice.html")]
struct NoticePage<'a> {
    frame: &'a Frame,
    version: i32,
}

/// The notice, in the reader's language.
pub(super) async fn notice(by: Visitor, frame: Frame, State(_): State<App>) -> Result<Response> {
    let page = frame.page(&NoticePage { frame: &frame, version: NOTICE_VERSION })?;
    let mut response = page.into_response();
    if !by.is_signed_in() {
        response.extensions_mut().insert(Public);
    }
    Ok(response)
}
