//! Published courses whole, some at a time, for those who take them away.
use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryOrder, QuerySelect, Statement, Value,
};

use super::listing::entity::{Column, Entity};
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::catalogue::rules::{CourseContent, CourseState, Goal};

/// A published course with the version that is published.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Published {
    /// Its id.
    pub id: CourseId,
    /// Its code.
    pub code: String,
    /// Its centre.
    pub centre_id: OrganisationId,
    /// The code of its centre.
    pub centre_code: String,
    /// Its state.
    pub state: CourseState,
    /// The goal that it serves.
    pub goal: Goal,
    /// When it was last said that all of it holds.
    pub verified_at: Option<DateTime<Utc>>,
    /// Whether it is invented for demonstration.
    pub sample: bool,
    /// The number of the version.
    pub number: i32,
    /// When the version was published.
    pub since: DateTime<Utc>,
    /// What the version changed.
    pub change_note: String,
    content: String,
}

impl Published {
    /// What it says.
    pub fn content(&self) -> Result<CourseContent> {
        super::versions::thaw(&self.content)
    }
}

/// The published courses of these ids, in the order of the ids, in one statement.
pub async fn published(db: &impl ConnectionTrait, ids: &[CourseId]) -> Result<Vec<Published>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<_> = (1..=ids.len()).map(|place| format!("${place}")).collect();
    let sql = format!(
        "SELECT c.id, c.code, c.centre_id, l.centre_code, c.state, l.goal, c.verified_at, c.sample, \
         v.number, v.published_at AS since, v.change_note, v.content FROM course c \
         JOIN course_listing l ON l.course_id = c.id \
         JOIN course_version v ON v.course_id = c.id AND v.number = c.published_version \
         WHERE c.id IN ({})",
        places.join(", ")
    );
    let values = ids.iter().map(|id| Value::from(*id));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let mut found = Published::find_by_statement(statement).all(db).await?;
    found.sort_by_key(|course| ids.iter().position(|id| *id == course.id));
    Ok(found)
}

/// The codes of the published courses with when each was published, by code; `(skipped, most)`.
pub async fn marks(
    db: &impl ConnectionTrait,
    (skipped, most): (u64, u64),
) -> Result<Vec<(String, DateTime<Utc>)>> {
    Ok(Entity::find()
        .select_only()
        .columns([Column::Code, Column::PublishedAt])
        .order_by_asc(Column::Code)
        .offset(skipped)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?)
}
