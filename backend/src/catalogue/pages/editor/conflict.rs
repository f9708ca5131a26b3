//! Two people wrote the same fields: both texts side by side, and a choice for each.
use axum::http::StatusCode;
use axum::response::Response;

use super::{Base, Desk};
use crate::base::error::{FieldErrors, Result};
use crate::catalogue::actions::Clash;
use crate::catalogue::rules::{CourseForm, Difference};
use crate::identity;

/// What the names of the choices begin with.
const CHOICE: &str = "keep.";

/// Both texts of the fields that two people wrote.
pub(super) struct Both {
    /// The colleague's name.
    pub(super) who: Option<String>,
    /// The fields; mine before, theirs after.
    pub(super) fields: Vec<Difference>,
}

/// The fields in which the colleague's text is to stay.
pub(super) fn given_up(fields: &[(String, String)]) -> Vec<String> {
    let choices = fields.iter().filter(|(_, choice)| choice == "theirs");
    choices.filter_map(|(name, _)| name.strip_prefix(CHOICE)).map(str::to_owned).collect()
}

/// The page of the part with both texts; the form holds everything that was typed.
pub(super) async fn shown(desk: Desk<'_>, clash: Clash) -> Result<Response> {
    let course = clash.course;
    let who = match course.draft_saved_by {
        Some(account) => identity::names_of(&desk.app.db, &[account]).await?.remove(&account),
        None => None,
    };
    let form = CourseForm::showing(&clash.merged);
    let base = Base { revision: course.revision, seen: clash.seen };
    let both = Some(Both { who, fields: clash.fields });
    let around = (base, both, StatusCode::CONFLICT);
    desk.page(&course, (&form, &FieldErrors::default()), around).await
}
