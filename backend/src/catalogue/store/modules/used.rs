//! Which courses use a module: in their drafts, and in the versions that the public reads.
use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Statement, sea_query::OnConflict,
};

use super::OwnModule;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::catalogue::rules::{CourseContent, CourseState, Kept, Module};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::CourseId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_module")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_version: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub code: String,
        pub module_version: Option<i32>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, COLUMN, Column, Entity};

/// What stands for the version of a draft.
const DRAFT: i32 = 0;

/// The most lines that are written in one statement.
const AT_ONCE: usize = 2_000;

/// Notes which modules a draft has now.
pub async fn note_draft(tx: &Transaction, course: CourseId, modules: &[Module]) -> Result<()> {
    note_drafts(tx, &[(course, modules)]).await
}

/// Notes which modules drafts have now: many at once.
pub async fn note_drafts(tx: &Transaction, drafts: &[(CourseId, &[Module])]) -> Result<()> {
    if drafts.is_empty() {
        return Ok(());
    }
    let courses = drafts.iter().map(|(course, _)| *course);
    let noted = Entity::find().filter(COLUMN.course_id.is_in(courses));
    let noted = noted.filter(COLUMN.course_version.eq(DRAFT)).order_by_asc(Column::Position);
    let which = noted.select_only().column(Column::CourseId).column(Column::Code);
    let rows: Vec<(CourseId, String)> = which.into_tuple().all(tx).await?;
    let mut before: HashMap<CourseId, Vec<String>> = HashMap::new();
    for (course, code) in rows {
        before.entry(course).or_default().push(code);
    }
    let is_other = |(course, modules): &&(CourseId, &[Module])| {
        let before = before.get(course).map_or(&[][..], Vec::as_slice);
        !before.iter().eq(modules.iter().map(|module| &module.code))
    };
    let others: Vec<_> = drafts.iter().filter(is_other).copied().collect();
    if others.is_empty() {
        return Ok(());
    }
    forget_drafts(tx, others.iter().map(|(course, _)| *course)).await?;
    note_new_drafts(tx, &others).await
}

/// Notes which modules the drafts of new courses have: many at once.
pub async fn note_new_drafts(tx: &Transaction, drafts: &[(CourseId, &[Module])]) -> Result<()> {
    let lines = drafts.iter().flat_map(|(course, modules)| {
        let codes = modules.iter().map(|module| (module.code.as_str(), None));
        lines((*course, DRAFT), codes)
    });
    let lines: Vec<_> = lines.collect();
    for some in lines.chunks(AT_ONCE) {
        Entity::insert_many(some.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Forgets which modules the drafts of courses have.
pub async fn forget_drafts(
    tx: &Transaction,
    courses: impl IntoIterator<Item = CourseId>,
) -> Result<()> {
    let old = Entity::delete_many().filter(COLUMN.course_id.is_in(courses));
    old.filter(COLUMN.course_version.eq(DRAFT)).exec(tx).await?;
    Ok(())
}

/// Notes which versions of modules a version of a course has.
pub async fn note_version(
    tx: &Transaction,
    (course, version): (CourseId, i32),
    (modules, kept): (&[Module], &[Kept]),
) -> Result<()> {
    let pins = modules.iter().zip(kept);
    let pins = pins.map(|(module, kept)| (module.code.as_str(), Some(kept.version)));
    insert(tx, (course, version), pins).await
}

async fn insert(
    tx: &Transaction,
    (course, version): (CourseId, i32),
    pins: impl Iterator<Item = (&str, Option<i32>)>,
) -> Result<()> {
    let rows: Vec<_> = lines((course, version), pins).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let once = OnConflict::new().do_nothing().to_owned();
    Entity::insert_many(rows).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

/// The lines of the modules of a version of a course, in teaching order.
fn lines<'a>(
    (course, version): (CourseId, i32),
    pins: impl Iterator<Item = (&'a str, Option<i32>)>,
) -> impl Iterator<Item = ActiveModel> {
    (1..).zip(pins).map(move |(position, (code, module_version))| ActiveModel {
        course_id: Set(course),
        course_version: Set(version),
        position: Set(position),
        code: Set(code.to_owned()),
        module_version: Set(module_version),
    })
}

/// A course that has a module.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ModuleUse {
    /// Its id.
    pub id: CourseId,
    /// Its code.
    pub code: String,
    /// Where it stands.
    pub state: CourseState,
    /// Its draft, as it is kept.
    draft: String,
    /// The version that the published version of the course has; none where it has none.
    pub published: Option<i32>,
}

impl ModuleUse {
    /// What its draft says.
    pub fn content(&self) -> Result<CourseContent> {
        crate::catalogue::store::versions::thaw(&self.draft)
    }
}

/// The courses that have a module in their drafts or in their published versions, by code; at most
/// so many, those after a code.
pub async fn uses(
    db: &impl ConnectionTrait,
    row: &OwnModule,
    (after, most): (&str, u64),
) -> Result<Vec<ModuleUse>> {
    let sql = "SELECT c.id, c.code, c.state, c.draft, MAX(p.module_version) AS published \
        FROM course c \
        LEFT JOIN course_module p ON p.course_id = c.id AND p.code = $2 \
        AND p.course_version = c.published_version \
        WHERE c.centre_id = $1 AND c.code > $3 AND c.id IN (SELECT m.course_id \
        FROM course_module m JOIN course o ON o.id = m.course_id WHERE m.code = $2 \
        AND (m.course_version = 0 OR m.course_version = o.published_version)) \
        GROUP BY c.id, c.code, c.state, c.draft ORDER BY c.code LIMIT $4";
    let values = [row.centre_id.into(), row.code.as_str().into(), after.into(), most.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(ModuleUse::find_by_statement(statement).all(db).await?)
}

/// Versions of courses whose modules were not kept, and pins and counts that lead nowhere; a
/// sentence each.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct Row {
        sentence: String,
    }
    let sql = "SELECT 'version ' || CAST(v.number AS text) || ' of course ' || c.code || \
         ' does not say which versions of modules it has' AS sentence \
         FROM course_version v JOIN course c ON c.id = v.course_id \
         WHERE v.content LIKE '%\"modules\":[{%' AND NOT EXISTS (SELECT 1 FROM course_module m \
         WHERE m.course_id = v.course_id AND m.course_version = v.number) \
         UNION ALL SELECT 'course ' || c.code || ' has a version of module ' || m.code || \
         ' that there is not' FROM course_module m JOIN course c ON c.id = m.course_id \
         LEFT JOIN module o ON o.centre_id = c.centre_id AND o.code = m.code \
         LEFT JOIN module_version v ON v.module_id = o.id AND v.number = m.module_version \
         WHERE m.course_version > 0 AND v.number IS NULL \
         UNION ALL SELECT 'module ' || o.code || ' has another newest version than it says' \
         FROM module o WHERE o.version <> (SELECT COALESCE(MAX(v.number), 0) \
         FROM module_version v WHERE v.module_id = o.id) \
         UNION ALL SELECT 'the draft of course ' || c.code || ' does not say which modules it has' \
         FROM course c WHERE c.draft LIKE '%\"modules\":[{%' AND NOT EXISTS (SELECT 1 \
         FROM course_module m WHERE m.course_id = c.id AND m.course_version = 0) LIMIT 1000";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Row::find_by_statement(statement).all(db).await?;
    Ok(rows.into_iter().map(|row| row.sentence).collect())
}
