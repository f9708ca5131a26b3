//! What the JSON API stands on: problems, pages of lists, states of things, requests that may be
//! repeated, and the document that describes all of it.
mod document;
mod listed;
mod operation;
mod problem;
mod query;
mod repeated;
mod schema;
mod state;

pub use self::document::{Document, describe, routes};
pub use self::listed::{Items, Paging};
pub use self::operation::{Operation, Parameter};
pub use self::problem::{Asking, Fault, Problem, ProblemKind, problem_kinds};
pub use self::query::Asked;
pub use self::repeated::{NewId, once, sweep};
pub use self::schema::{both, lacking_required};
pub use self::state::{Condition, Stated, outdated};

/// Where the API is.
pub const ROOT: &str = "/api/v1";
/// Where its document is.
pub const DOCUMENT: &str = "/api/openapi.json";
/// Where people read about it.
pub const PAGE: &str = "/api/docs";

/// Whether an address is for programs, which understand problems and no pages.
pub fn is_for_programs(path: &str) -> bool {
    let page = path == PAGE || path.strip_prefix(PAGE).is_some_and(|rest| rest.starts_with('/'));
    path.starts_with("/api/") && !page
}
