//! What each course type covers.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::public;
use crate::base::App;
use crate::base::error::Result;
use crate::base::filters;
use crate::base::page::Frame;
use crate::catalogue::rules::Goal;
use crate::catalogue::store::{self, CatalogueSummary, CourseType};
use crate::identity::Visitor;

#[derive(Template)]
#[template(path = "pages/catalogue/course_types.html")]
struct CourseTypesPage<'a> {
    frame: &'a Frame,
    goals: Vec<(Goal, Vec<&'a CourseType>)>,
    summary: &'a CatalogueSummary,
}

/// The course types by goal, with how many courses each has.
pub async fn course_types(by: Visitor, frame: Frame, State(app): State<App>) -> Result<Response> {
    let types = store::course_types(&app.db).await?;
    let summary = store::catalogue_summary(&app.db).await?;
    let of = |goal| types.iter().filter(|known| known.goal == goal).collect::<Vec<_>>();
    let goals = Goal::ALL.iter().copied().map(|goal| (goal, of(goal)));
    let goals = goals.filter(|(_, types)| !types.is_empty()).collect();
    let page = CourseTypesPage { frame: &frame, goals, summary: &summary };
    Ok(public(&by, frame.page(&page)?))
}
