//! When courses were last verified, and when their centres were reminded.
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait, FromQueryResult, Statement, Value,
    sea_query::OnConflict,
};

use super::courses::{Course, Hand};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::identity::{CentreScope, RegionScope};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_freshness")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        pub verified_at: Option<DateTimeUtc>,
        pub verified_before: Option<DateTimeUtc>,
        pub verified_by: Option<AccountId>,
        pub reminded_at: Option<DateTimeUtc>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, Column, Entity};

/// A course in the catalogue with when it was last verified.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StaleCourse {
    /// Its id.
    pub course_id: CourseId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its centre.
    pub centre_id: OrganisationId,
    /// The code of its centre.
    pub centre_code: String,
    /// Its revision.
    pub revision: i32,
    /// When it was last verified.
    pub verified_at: DateTime<Utc>,
    /// When its centre was last reminded.
    pub reminded_at: Option<DateTime<Utc>>,
}

/// Which stretch of a list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Of this centre only.
    pub centre: Option<String>,
    /// After the course of this centre and code.
    pub after: Option<(String, String)>,
    /// How many are left out.
    pub skipped: u64,
    /// How many at most.
    pub most: u64,
}

/// The columns of [`StaleCourse`] and where they come from.
const FROM: &str = "SELECT l.course_id, l.code, l.title, l.centre_id, l.centre_code, c.revision, \
    c.verified_at, f.reminded_at FROM course c JOIN course_listing l ON l.course_id = c.id \
    LEFT JOIN course_freshness f ON f.course_id = c.id";

/// The courses of the region last verified at `before` or earlier, by centre and code.
pub async fn of_region(
    db: &impl ConnectionTrait,
    _: RegionScope,
    before: DateTime<Utc>,
    page: &Page,
) -> Result<Vec<StaleCourse>> {
    stale(db, None, before, page).await
}

/// The own centre's courses last verified at `before` or earlier, by code.
pub async fn of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    before: DateTime<Utc>,
    page: &Page,
) -> Result<Vec<StaleCourse>> {
    stale(db, Some(scope.id()), before, page).await
}

/// Every course last verified at `before` or earlier, for reminding their centres.
pub async fn for_reminders(
    db: &impl ConnectionTrait,
    centre: Option<OrganisationId>,
    before: DateTime<Utc>,
) -> Result<Vec<StaleCourse>> {
    stale(db, centre, before, &Page { most: u64::from(u32::MAX), ..Page::default() }).await
}

async fn stale(
    db: &impl ConnectionTrait,
    centre: Option<OrganisationId>,
    before: DateTime<Utc>,
    page: &Page,
) -> Result<Vec<StaleCourse>> {
    let mut values = vec![Value::from(before)];
    let mut bound = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let mut wanted = vec!["c.verified_at <= $1".to_owned()];
    if let Some(centre) = centre {
        wanted.push(format!("c.centre_id = {}", bound(centre.into())));
    }
    if let Some(code) = &page.centre {
        wanted.push(format!("l.centre_code = {}", bound(code.as_str().into())));
    }
    if let Some((centre, code)) = &page.after {
        let (centre, code) = (bound(centre.as_str().into()), bound(code.as_str().into()));
        wanted.push(format!("(l.centre_code, l.code) > ({centre}, {code})"));
    }
    let number = |number: u64| Value::from(i64::try_from(number).unwrap_or(i64::MAX));
    let (most, skipped) = (bound(number(page.most)), bound(number(page.skipped)));
    let wanted = wanted.join(" AND ");
    let sql = format!(
        "{FROM} WHERE {wanted} ORDER BY l.centre_code, l.code LIMIT {most} OFFSET {skipped}"
    );
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(StaleCourse::find_by_statement(statement).all(db).await?)
}

/// How many courses of each centre were last verified at `before` or earlier, by the codes of
/// the centres.
pub async fn count_by_centre(
    db: &impl ConnectionTrait,
    _: RegionScope,
    before: DateTime<Utc>,
) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT l.centre_code, COUNT(*) FROM course c \
        JOIN course_listing l ON l.course_id = c.id WHERE c.verified_at <= $1 \
        GROUP BY l.centre_code ORDER BY l.centre_code";
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [before.into()]);
    let rows = db.query_all_raw(statement).await?;
    let read =
        |row: &sea_orm::QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    rows.iter().map(read).collect()
}

/// How many courses of the own centre were last verified at `before` or earlier.
pub async fn count_of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    before: DateTime<Utc>,
) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM course c JOIN course_listing l ON l.course_id = c.id \
        WHERE c.centre_id = $1 AND c.verified_at <= $2";
    let values = [Value::from(scope.id()), Value::from(before)];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let row = db.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// The own centre's courses that somebody verified after `since` and that can be taken back.
pub async fn just_verified(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    since: DateTime<Utc>,
) -> Result<Vec<StaleCourse>> {
    let sql = format!(
        "{FROM} WHERE c.centre_id = $1 AND c.verified_at > $2 \
         AND f.verified_at = c.verified_at AND f.verified_before IS NOT NULL \
         ORDER BY c.verified_at DESC, l.code LIMIT 20"
    );
    let values = [Value::from(scope.id()), Value::from(since)];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(StaleCourse::find_by_statement(statement).all(db).await?)
}

/// What a course was verified as before somebody said that it is still right; none where that
/// was not the last word.
pub async fn before(db: &impl ConnectionTrait, course: &Course) -> Result<Option<DateTime<Utc>>> {
    let row = Entity::find_by_id(course.id).one(db).await?;
    let last = row.filter(|row| row.verified_at.is_some() && row.verified_at == course.verified_at);
    Ok(last.and_then(|row| row.verified_before))
}

/// Keeps what a course was verified as until now.
pub async fn keep_before(tx: &Transaction, course: &Course, hand: Hand) -> Result<()> {
    let row = ActiveModel {
        course_id: Set(course.id),
        verified_at: Set(Some(hand.at)),
        verified_before: Set(course.verified_at),
        verified_by: Set(hand.by),
        reminded_at: Set(None),
    };
    let again = OnConflict::column(Column::CourseId)
        .update_columns([Column::VerifiedAt, Column::VerifiedBefore, Column::VerifiedBy])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// When a centre was last reminded of any course.
pub async fn last_reminder(
    db: &impl ConnectionTrait,
    centre: OrganisationId,
) -> Result<Option<DateTime<Utc>>> {
    let sql = "SELECT f.reminded_at FROM course_freshness f JOIN course c ON c.id = f.course_id \
        WHERE c.centre_id = $1 AND f.reminded_at IS NOT NULL \
        ORDER BY f.reminded_at DESC LIMIT 1";
    let values = [Value::from(centre)];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let row = db.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// Notes that the centre of these courses was reminded of them.
pub async fn mark_reminded(
    tx: &Transaction,
    courses: &[StaleCourse],
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = courses.iter().map(|course| ActiveModel {
        course_id: Set(course.course_id),
        verified_at: Set(None),
        verified_before: Set(None),
        verified_by: Set(None),
        reminded_at: Set(Some(now)),
    });
    let again = OnConflict::column(Column::CourseId).update_column(Column::RemindedAt).to_owned();
    for chunk in rows.collect::<Vec<_>>().chunks(500) {
        let insert = Entity::insert_many(chunk.to_vec()).on_conflict(again.clone());
        insert.exec_without_returning(tx).await?;
    }
    Ok(())
}
