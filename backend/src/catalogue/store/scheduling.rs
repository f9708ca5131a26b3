//! Courses as the scheduling of their deliveries sees them.
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use super::courses::Course;
use super::{co_delivery, courses, versions};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::catalogue::rules::{CourseCode, CourseContent, Offering};
use crate::identity::CentreScope;

/// The most courses among which a centre chooses.
const MOST: i32 = 500;

/// A course that was published, with what its newest version says.
#[derive(Clone, Debug)]
pub struct Schedulable {
    /// Its id.
    pub id: CourseId,
    /// Its code.
    pub code: String,
    /// The number of its newest version.
    pub version: i32,
    /// What that says.
    pub content: CourseContent,
    /// Who may schedule it.
    pub offering: Offering,
}

/// The course of this code, if it was ever published.
pub async fn schedulable(
    db: &impl ConnectionTrait,
    code: &CourseCode,
) -> Result<Option<Schedulable>> {
    match courses::public(db, code).await? {
        Some(course) => of(db, course).await,
        None => Ok(None),
    }
}

/// The same; nobody changes the course, or schedules it, until the transaction ends.
pub async fn to_schedule(tx: &Transaction, code: &CourseCode) -> Result<Option<Schedulable>> {
    let Some(known) = courses::public(tx, code).await? else { return Ok(None) };
    match courses::by_id_to_change(tx, known.id).await? {
        Some(course) => of(tx, course).await,
        None => Ok(None),
    }
}

async fn of(db: &impl ConnectionTrait, course: Course) -> Result<Option<Schedulable>> {
    let Some(version) = course.published_version else { return Ok(None) };
    let content = versions::content_of(db, course.id, version).await?;
    let partners = co_delivery::partners(db, course.id).await?;
    let offering = Offering { state: course.state, owner: course.centre_id, partners };
    Ok(Some(Schedulable { id: course.id, code: course.code, version, content, offering }))
}

/// The codes and titles of the courses in the catalogue that a centre owns or delivers too.
pub async fn courses_to_schedule(
    db: &impl ConnectionTrait,
    scope: CentreScope,
) -> Result<Vec<(String, String)>> {
    let sql = "SELECT code, title FROM course_listing WHERE centre_id = $1 OR course_id IN \
        (SELECT course_id FROM co_delivery WHERE centre_id = $2 AND state = 'accepted') \
        ORDER BY sort_title, code LIMIT $3";
    let centre = Value::from(scope.id());
    let values = [centre.clone(), centre, Value::from(MOST)];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(statement).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// A version that deliveries are held from, as it says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Pinned {
    /// The code of the course.
    pub code: String,
    /// The centre whose course it is.
    pub owner: OrganisationId,
    /// Its title.
    pub title: String,
    /// The code of its course type.
    pub course_type: String,
}

/// What these versions say, in their order; none where there is no such version.
pub async fn pinned(
    db: &impl ConnectionTrait,
    versions: &[(CourseId, i32)],
) -> Result<Vec<Option<Pinned>>> {
    #[derive(FromQueryResult)]
    struct Row {
        course_id: CourseId,
        number: i32,
        code: String,
        owner: OrganisationId,
        content: String,
    }
    if versions.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<_> = (1..=versions.len()).map(|number| format!("${number}")).collect();
    let sql = format!(
        "SELECT v.course_id, v.number, c.code, c.centre_id AS owner, v.content \
         FROM course_version v JOIN course c ON c.id = v.course_id WHERE v.course_id IN ({})",
        marks.join(", ")
    );
    let values = versions.iter().map(|(course, _)| Value::from(*course));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let of = |wanted: &(CourseId, i32)| {
        let row = rows.iter().find(|row| (row.course_id, row.number) == *wanted)?;
        Some(versions::thaw(&row.content).map(|content| Pinned {
            code: row.code.clone(),
            owner: row.owner,
            title: content.title,
            course_type: content.course_type,
        }))
    };
    versions.iter().map(|wanted| of(wanted).transpose()).collect()
}
