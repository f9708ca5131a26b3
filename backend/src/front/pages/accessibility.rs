//! The statement on accessibility: what is promised, what was tested, what is missing.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::super::rules::{AXE_VERSION, Tested, WIDTHS, ZOOMED, languages};
use super::public::public;
use crate::base::App;
use crate::base::error::Result;
use crate::base::filters;
use crate::base::i18n::Locale;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::identity::{Role, Visitor};

/// The routes of this page.
pub fn routes() -> Routes {
    Routes::default().get("/accessibility", statement)
}

#[derive(Template)]
#[template(path = "pages/front/accessibility.html")]
struct StatementPage<'a> {
    frame: &'a Frame,
    last: Option<Tested>,
    languages: Vec<Locale>,
    office: String,
}

async fn statement(by: Visitor, frame: Frame, State(app): State<App>) -> Result<Response> {
    let office = app.settings.mail_from.email.to_string();
    let languages = languages();
    let page = StatementPage { frame: &frame, last: Tested::last(), languages, office };
    Ok(public(&by, frame.page(&page)?))
}
