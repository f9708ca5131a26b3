//! What happened to published courses of late, in two statements however many there are.
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::catalogue::rules::{CourseContent, CourseState, VersionNews};

/// A course to which something happened, with what it says.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Its code.
    pub code: String,
    /// Its centre.
    pub centre: OrganisationId,
    /// Where it stands.
    pub state: CourseState,
    /// Since when.
    pub state_since: DateTime<Utc>,
    /// Why, where it is not in the catalogue.
    pub reason: String,
    /// What its newest version says.
    pub content: CourseContent,
    /// Its versions of late, the oldest first.
    pub versions: Vec<VersionNews>,
}

#[derive(FromQueryResult)]
struct Row {
    id: CourseId,
    code: String,
    centre_id: OrganisationId,
    state: CourseState,
    state_since: DateTime<Utc>,
    reason: String,
    content: String,
}

#[derive(FromQueryResult)]
struct VersionRow {
    course_id: CourseId,
    number: i32,
    published_at: DateTime<Utc>,
    change_note: String,
}

/// The courses to which something happened after `since` and not after `until`, the newest first.
pub async fn happenings(
    db: &impl ConnectionTrait,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Happening>> {
    let mut versions = versions(db, (since, until)).await?;
    let sql = "SELECT c.id, c.code, c.centre_id, c.state, c.state_since, c.reason, v.content \
        FROM course c JOIN course_version v \
        ON v.course_id = c.id AND v.number = c.published_version \
        WHERE (c.state_since > $1 AND c.state_since <= $2) OR c.id IN (SELECT w.course_id \
        FROM course_version w WHERE w.published_at > $1 AND w.published_at <= $2) \
        ORDER BY c.state_since DESC, c.code";
    let values = [since.into(), until.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let happening = |row: Row| {
        Ok(Happening {
            content: super::versions::thaw(&row.content)?,
            versions: versions.remove(&row.id).unwrap_or_default(),
            code: row.code,
            centre: row.centre_id,
            state: row.state,
            state_since: row.state_since,
            reason: row.reason,
        })
    };
    rows.into_iter().map(happening).collect()
}

async fn versions(
    db: &impl ConnectionTrait,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<HashMap<CourseId, Vec<VersionNews>>> {
    let sql = "SELECT course_id, number, published_at, change_note FROM course_version \
        WHERE published_at > $1 AND published_at <= $2 ORDER BY published_at, number";
    let values = [since.into(), until.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let mut versions: HashMap<CourseId, Vec<VersionNews>> = HashMap::new();
    for row in VersionRow::find_by_statement(statement).all(db).await? {
        let VersionRow { course_id, number, published_at, change_note } = row;
        let version = VersionNews { number, at: published_at, note: change_note };
        versions.entry(course_id).or_default().push(version);
    }
    Ok(versions)
}
