//! The list as programs read it: stretch by stretch, each after the last course of the one before.
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DerivePartialModel, EntityTrait, QueryFilter};

use super::listing::entity::{COLUMN, Entity};
use super::search::searched;
use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::base::kept::Numbers;
use crate::catalogue::rules::{Filter, Goal, Rank};

/// A published course as programs are shown it in the list.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity", from_query_result)]
pub struct ListedCourse {
    pub course_id: CourseId,
    pub code: String,
    pub centre_code: String,
    pub course_type: String,
    pub goal: Goal,
    pub title: String,
    pub summary: String,
    pub level: String,
    pub duration_days: i32,
    pub train_the_trainer: String,
    pub module_count: i32,
    pub languages: String,
    pub levels_of_delivery: String,
    pub sample: bool,
    pub published_at: DateTime<Utc>,
}

/// A stretch of the list.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Courses, each with where it stands.
    pub courses: Vec<(ListedCourse, Rank)>,
    /// The text that was looked for instead of the one of the filter, whose words no course has.
    pub corrected: Option<String>,
}

/// At most `rows` courses that pass the filter, in its order, those after `after`.
pub async fn stretch(
    app: &App,
    filter: &Filter,
    (after, rows): (Option<&Rank>, u64),
) -> Result<Stretch> {
    let numbers = Numbers::read(&app.db).await?;
    let searched = searched(app, &numbers).await?;
    let text = searched.text(&app.db, filter).await?;
    let most = usize::try_from(rows).unwrap_or(usize::MAX);
    let ranked = searched.index.stretch(filter, text.sought.as_ref(), (after, most));
    let ids = ranked.iter().map(|(id, _)| *id);
    let wanted = Entity::find().filter(COLUMN.course_id.is_in(ids));
    let mut listed: Vec<ListedCourse> = wanted.into_partial_model().all(&app.db).await?;
    let courses = ranked.into_iter().filter_map(|(id, rank)| {
        let place = listed.iter().position(|course| course.course_id == id)?;
        Some((listed.swap_remove(place), rank))
    });
    let corrected = text.nearest.filter(|_| !filter.exact);
    Ok(Stretch { courses: courses.collect(), corrected })
}
