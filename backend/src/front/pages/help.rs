//! Help: the contents, and the guide of each role.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::super::rules::{GUIDES, Guide, Shown, guide, guide_of};
use super::public::public;
use crate::base::App;
use crate::base::assets::{self, Picture};
use crate::base::error::{Error, Result};
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::identity::Visitor;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::default().get("/help", contents).get("/help/{guide}", one_guide)
}

#[derive(Template)]
#[template(path = "pages/front/help.html")]
struct ContentsPage<'a> {
    frame: &'a Frame,
    own: Option<&'static Guide>,
}

impl ContentsPage<'_> {
    /// Whether the guide is the one for the reader's role.
    fn is_own(&self, guide: &Guide) -> bool {
        self.own.is_some_and(|own| own.name == guide.name)
    }
}

async fn contents(by: Visitor, frame: Frame) -> Result<Response> {
    let own = by.capacity().and_then(|capacity| guide_of(capacity.role()));
    Ok(public(&by, frame.page(&ContentsPage { frame: &frame, own })?))
}

#[derive(Template)]
#[template(path = "pages/front/guide.html")]
struct GuidePage<'a> {
    frame: &'a Frame,
    guide: &'static Guide,
    office: String,
}

impl GuidePage<'_> {
    /// The picture of this name; a test forbids that there is none.
    fn picture(shown: &Shown) -> Option<Picture> {
        assets::pictures().find(|picture| picture.name == shown.name)
    }
}

async fn one_guide(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Response> {
    let guide = guide(&name).ok_or(Error::NotFound)?;
    let office = app.settings.mail_from.email.to_string();
    Ok(public(&by, frame.page(&GuidePage { frame: &frame, guide, office })?))
}
