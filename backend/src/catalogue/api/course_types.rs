//! Course types for programs.
use axum::extract::State;

use super::shapes::{CourseTypeOut, CourseTypes};
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Json;
use crate::catalogue::store;
use crate::identity::Visitor;

/// Every course type.
pub async fn list(_: Visitor, State(app): State<App>) -> Result<Json<CourseTypes>> {
    let types = store::course_types(&app.db).await?;
    let items = types.into_iter().map(CourseTypeOut::from).collect();
    Ok(Json(CourseTypes { items, next: None }))
}
