//! What the API offers, to read: made of its document, so that it says what the program does.
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;

use super::api_reference::{Operation, operations_of};
use super::public::public;
use crate::base::App;
use crate::base::api::{ProblemKind, problem_kinds};
use crate::base::error::{Error, Result};
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::identity::{Scope, Visitor};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::default().get("/api/docs", overview).get("/api/docs/{part}", part)
}

/// A part of the API.
struct Part {
    name: String,
    about: String,
    operations: Vec<Operation>,
}

impl Part {
    /// The last piece of its address.
    fn slug(&self) -> String {
        self.name.to_lowercase()
    }
}

/// The parts that have operations, in the order of the document.
fn parts(document: &Value) -> Vec<Part> {
    let tags = document["tags"].as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let part = |tag: &Value| {
        let name = text(&tag["name"]);
        let operations = operations_of(document, &name);
        Part { name, about: text(&tag["description"]), operations }
    };
    tags.iter().map(part).filter(|part| !part.operations.is_empty()).collect()
}

#[derive(Template)]
#[template(path = "pages/front/api_docs.html")]
struct OverviewPage<'a> {
    frame: &'a Frame,
    root: String,
    parts: Vec<Part>,
    problems: Vec<ProblemKind>,
}

impl OverviewPage<'_> {
    fn scopes() -> &'static [Scope] {
        Scope::ALL
    }
}

async fn overview(by: Visitor, frame: Frame, State(app): State<App>) -> Result<Response> {
    let page = OverviewPage {
        frame: &frame,
        root: app.settings.link(crate::base::api::ROOT),
        parts: parts(&app.api.value),
        problems: problem_kinds(),
    };
    Ok(public(&by, frame.page(&page)?))
}

#[derive(Template)]
#[template(path = "pages/front/api_part.html")]
struct PartPage<'a> {
    frame: &'a Frame,
    part: Part,
}

async fn part(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(slug): Path<String>,
) -> Result<Response> {
    let part = parts(&app.api.value).into_iter().find(|part| part.slug() == slug);
    let page = PartPage { frame: &frame, part: part.ok_or(Error::NotFound)? };
    Ok(public(&by, frame.page(&page)?))
}
