//! The list as programs read it: stretch by stretch, each after the last course of the one before.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use super::search::searched;
use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::base::kept::Numbers;
use crate::catalogue::rules::{Filter, Goal, Rank};

/// A published course as programs are shown it in the list.
#[derive(Clone, Debug, FromQueryResult)]
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
    pub verified_at: Option<DateTime<Utc>>,
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
    let ids: Vec<_> = ranked.iter().map(|(id, _)| *id).collect();
    let mut listed = listed(&app.db, &ids).await?;
    let courses = ranked.into_iter().filter_map(|(id, rank)| {
        let place = listed.iter().position(|course| course.course_id == id)?;
        Some((listed.swap_remove(place), rank))
    });
    let corrected = text.nearest.filter(|_| !filter.exact);
    Ok(Stretch { courses: courses.collect(), corrected })
}

/// The published courses of these ids, in no order.
async fn listed(db: &impl ConnectionTrait, ids: &[CourseId]) -> Result<Vec<ListedCourse>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<_> = (1..=ids.len()).map(|place| format!("${place}")).collect();
    let sql = format!(
        "SELECT l.course_id, l.code, l.centre_code, l.course_type, l.goal, l.title, l.summary, \
         l.level, l.duration_days, l.train_the_trainer, l.module_count, l.languages, \
         l.levels_of_delivery, l.sample, l.published_at, c.verified_at FROM course_listing l \
         JOIN course c ON c.id = l.course_id WHERE l.course_id IN ({})",
        places.join(", ")
    );
    let values = ids.iter().map(|id| Value::from(*id));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(ListedCourse::find_by_statement(statement).all(db).await?)
}
