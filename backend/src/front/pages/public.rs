//! The public home and the pages that explain.
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};

use super::super::actions::{self, Home};
use crate::base::App;
use crate::base::error::Result;
use crate::base::filters;
use crate::base::headers::Public;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::course_nominations::Round;
use crate::identity::Visitor;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::default().get("/", home).get("/how-it-works", how_it_works).get("/symbols", symbols)
}

#[derive(Template)]
#[template(path = "pages/front/home.html")]
struct HomePage<'a> {
    frame: &'a Frame,
    home: Home,
}

impl HomePage<'_> {
    fn until(&self, round: &Round) -> Message {
        let moment = self.frame.reader.moment(round.closes_at);
        Message::new("home-round-until").with("date", moment)
    }
}

async fn home(by: Visitor, frame: Frame, State(app): State<App>) -> Result<Response> {
    let home = actions::home(&app).await?;
    Ok(public(&by, frame.page(&HomePage { frame: &frame, home })?))
}

#[derive(Template)]
#[template(path = "pages/front/how_it_works.html")]
struct HowItWorksPage<'a> {
    frame: &'a Frame,
}

async fn how_it_works(by: Visitor, frame: Frame) -> Result<Response> {
    Ok(public(&by, frame.page(&HowItWorksPage { frame: &frame })?))
}

#[derive(Template)]
#[template(path = "pages/front/symbols.html")]
struct SymbolsPage<'a> {
    frame: &'a Frame,
}

async fn symbols(by: Visitor, frame: Frame) -> Result<Response> {
    Ok(public(&by, frame.page(&SymbolsPage { frame: &frame })?))
}

/// A page that a cache may keep, where nobody is signed in.
pub(super) fn public(by: &Visitor, page: Html<String>) -> Response {
    let mut response = page.into_response();
    if !by.is_signed_in() {
        response.extensions_mut().insert(Public);
    }
    response
}
