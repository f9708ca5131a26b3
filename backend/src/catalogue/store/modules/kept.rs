//! Which versions of modules courses have: kept when a course is published, and for courses that
//! were published before centres had modules.
use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Statement, sea_query::OnConflict,
};

use super::{
    ActiveModel, COLUMN, Column, Entity, OwnModule, VERSION, VersionColumn, VersionEntity, thaw,
};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, CourseId, ModuleId, OrganisationId};
use crate::catalogue::rules::{self, CourseContent, Kept, Module, Shelf};
use crate::catalogue::store::courses::{self, Course, Hand};
use crate::catalogue::store::versions;
use crate::identity::CentreScope;

/// The centre's modules of these codes, with every version of each.
pub async fn shelf(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    codes: &BTreeSet<&str>,
) -> Result<Shelf> {
    let rows = of_codes(scope.id(), codes).all(db).await?;
    with_versions(db, &rows).await
}

fn of_codes(centre: OrganisationId, codes: &BTreeSet<&str>) -> sea_orm::Select<Entity> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(centre));
    // Whoever locks several does it in this order, so that two never wait for each other.
    own.filter(COLUMN.code.is_in(codes.iter().copied())).order_by_asc(Column::Code)
}

async fn with_versions(db: &impl ConnectionTrait, rows: &[OwnModule]) -> Result<Shelf> {
    let mut shelf: Shelf = rows.iter().map(|row| (row.code.clone(), Vec::new())).collect();
    if rows.is_empty() {
        return Ok(shelf);
    }
    let versions = VersionEntity::find().filter(VERSION.module_id.is_in(rows.iter().map(|r| r.id)));
    for version in versions.order_by_asc(VersionColumn::Number).all(db).await? {
        let row = rows.iter().find(|row| row.id == version.module_id);
        if let Some(versions) = row.and_then(|row| shelf.get_mut(&row.code)) {
            versions.push((version.number, thaw(&version.content)?));
        }
    }
    Ok(shelf)
}

/// Keeps the modules of a course with its centre: finds the version that each is, and makes those
/// that there are not yet, with this note. Answers what each is.
pub async fn keep(
    tx: &Transaction,
    course: &Course,
    (modules, note): (&[Module], &str),
    hand: Hand,
) -> Result<Vec<Kept>> {
    let codes: BTreeSet<_> = modules.iter().map(|module| module.code.as_str()).collect();
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    ensure(tx, course, &codes, hand).await?;
    let mut rows = of_codes(course.centre_id, &codes).lock_exclusive().all(tx).await?;
    let mut shelf = with_versions(tx, &rows).await?;
    let kept = rules::keep(modules, &mut shelf);
    for (module, kept) in modules.iter().zip(&kept).filter(|(_, kept)| kept.is_new) {
        let Some(row) = rows.iter_mut().find(|row| row.code == module.code) else { continue };
        row.version = super::add_version(tx, row, (module, note), hand).await?;
        row.revision += 1;
        debug_assert_eq!(row.version, kept.version);
    }
    Ok(kept)
}

/// Adds the modules of these codes that the centre has not yet, without a version.
async fn ensure(
    tx: &Transaction,
    course: &Course,
    codes: &BTreeSet<&str>,
    hand: Hand,
) -> Result<()> {
    let new = codes.iter().map(|code| ActiveModel {
        id: Set(ModuleId::new()),
        centre_id: Set(course.centre_id),
        code: Set((*code).to_owned()),
        version: Set(0),
        revision: Set(0),
        search_text: Set(String::new()),
        retired_at: Set(None),
        retired_by: Set(None),
        sample: Set(course.sample),
        created_at: Set(hand.at),
        created_by: Set(hand.by),
    });
    let once = OnConflict::new().do_nothing().to_owned();
    Entity::insert_many(new).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

/// A frozen version of a course whose modules are not kept yet.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Unkept {
    /// The course.
    pub course_id: CourseId,
    /// Its code.
    pub code: String,
    /// The number of the version.
    pub number: i32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// By whom.
    pub published_by: Option<AccountId>,
}

impl Unkept {
    /// When and by whom it was published.
    pub fn hand(&self) -> Hand {
        Hand { at: self.published_at, by: self.published_by }
    }
}

/// At most so many versions whose modules are not kept yet, in the order in which they were
/// published, from behind `after`.
pub async fn unkept(
    db: &impl ConnectionTrait,
    (after, most): (Option<&Unkept>, u64),
) -> Result<Vec<Unkept>> {
    let mut sql = "SELECT v.course_id, c.code, v.number, v.published_at, v.published_by \
        FROM course_version v JOIN course c ON c.id = v.course_id \
        WHERE NOT EXISTS (SELECT 1 FROM course_module m WHERE m.course_id = v.course_id \
        AND m.course_version = v.number)"
        .to_owned();
    let mut values = vec![most.into()];
    if let Some(after) = after {
        sql.push_str(" AND (v.published_at, c.code, v.number) > ($2, $3, $4)");
        values.extend([after.published_at.into(), after.code.as_str().into(), after.number.into()]);
    }
    sql.push_str(" ORDER BY v.published_at, c.code, v.number LIMIT $1");
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Unkept::find_by_statement(statement).all(db).await?)
}

/// At most so many courses that have modules in their drafts, and no line that says so, by code
/// from behind `after`.
pub async fn courses_without_draft(
    db: &impl ConnectionTrait,
    (after, most): (&str, u64),
) -> Result<Vec<Course>> {
    let sql = "SELECT c.* FROM course c WHERE c.code > $1 AND c.draft LIKE '%\"modules\":[{%' \
        AND NOT EXISTS (SELECT 1 FROM course_module m WHERE m.course_id = c.id \
        AND m.course_version = 0) ORDER BY c.code LIMIT $2";
    let values = [after.into(), most.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Course::find_by_statement(statement).all(db).await?)
}

/// What a version says, and the course that it is of.
pub async fn versions_of_course(
    tx: &Transaction,
    unkept: &Unkept,
) -> Result<Option<(Course, CourseContent)>> {
    let Some(course) = courses::by_id_to_change(tx, unkept.course_id).await? else {
        return Ok(None);
    };
    let content = versions::content_of(tx, unkept.course_id, unkept.number).await?;
    Ok(Some((course, content)))
}

/// What the version of the course was said to change.
pub async fn note_of(tx: &Transaction, unkept: &Unkept) -> Result<String> {
    versions::note_of(tx, (unkept.course_id, unkept.number)).await
}
