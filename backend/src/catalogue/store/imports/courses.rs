//! What an import does to the courses of its centre: many at once.
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};

use super::CourseImport;
use super::putting::{NewDraft, put_drafts};
use super::rows::{ImportRow, courses_of, doing};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::CourseId;
use crate::base::secrets::digest_of;
use crate::catalogue::rules::import::{Drafts, Present, PresentCourse, Step, title_key};
use crate::catalogue::rules::{CourseContent, CourseState};
use crate::catalogue::store::courses::Hand;
use crate::catalogue::store::courses::entity::{ActiveModel, COLUMN, Column, Entity};
use crate::catalogue::store::{modules, versions};
use crate::identity::CentreScope;

/// How many rows are written in one statement.
const AT_ONCE: usize = 400;

/// What there is before anything is imported. Drafts are read a stretch at a time, and only what
/// they are called is kept.
pub async fn around(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    centre: &str,
) -> Result<Present> {
    let mut own: Vec<PresentCourse> = Vec::new();
    loop {
        let after = own.last().map(|course| course.code.clone()).unwrap_or_default();
        let next = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
        let next = next.filter(COLUMN.code.gt(after)).order_by_asc(Column::Code);
        let some = next.limit(AT_ONCE as u64).all(db).await?;
        if some.is_empty() {
            break;
        }
        for course in some {
            let title_key = title_key(&versions::title_in(&course.draft)?);
            let (id, revision, state) = (course.id, course.revision, course.state);
            own.push(PresentCourse { id, code: course.code, revision, state, title_key });
        }
    }
    let codes: Vec<String> =
        Entity::find().select_only().column(Column::Code).into_tuple().all(db).await?;
    Ok(Present { centre: centre.to_owned(), own, taken: codes.into_iter().collect() })
}

/// What the drafts of these courses of the centre say.
pub async fn drafts(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    ids: Vec<CourseId>,
) -> Result<Drafts> {
    if ids.is_empty() {
        return Ok(Drafts::new());
    }
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id())).filter(COLUMN.id.is_in(ids));
    let which = own.select_only().column(Column::Id).column(Column::Draft);
    let rows: Vec<(CourseId, String)> = which.into_tuple().all(db).await?;
    rows.into_iter().map(|(id, draft)| Ok((id, versions::thaw(&draft)?))).collect()
}

/// A print of the courses of a centre: another one as soon as one is begun or changed.
pub async fn seen(db: &impl ConnectionTrait, scope: CentreScope) -> Result<String> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id())).order_by_asc(Column::Code);
    let which = own.select_only().column(Column::Code).column(Column::Revision);
    let rows: Vec<(String, i32)> = which.into_tuple().all(db).await?;
    let mut text = String::new();
    for (code, revision) in rows {
        // Writing into a string never fails.
        let _ = write!(text, "{code} {revision};");
    }
    Ok(super::hex(&digest_of(text.as_bytes())))
}

/// Begins the courses of an import. Where a code has been taken meanwhile, none is begun.
pub async fn begin_all(
    tx: &Transaction,
    scope: CentreScope,
    import: &CourseImport,
    hand: Hand,
) -> Result<()> {
    let mut after = i32::MIN;
    loop {
        let rows = doing(tx, import, (Step::New, after), AT_ONCE as u64).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.number;
        let count = rows.len() as u64;
        let drafts = drafts_of(&rows)?;
        let courses = rows.into_iter().filter_map(|row| course(scope, row, hand));
        let once = OnConflict::new().do_nothing().to_owned();
        let insert = Entity::insert_many(courses).on_conflict(once);
        if insert.exec_without_returning(tx).await? != count {
            return Err(Error::Conflict);
        }
        let noted = drafts.iter().map(|(id, draft)| (*id, draft.modules.as_slice()));
        modules::note_new_drafts(tx, &noted.collect::<Vec<_>>()).await?;
    }
}

fn drafts_of(rows: &[ImportRow]) -> Result<Vec<(CourseId, CourseContent)>> {
    let begun = rows.iter().filter_map(|row| Some((row.course_id?, &row.draft)));
    begun.map(|(id, draft)| Ok((id, versions::thaw(draft)?))).collect()
}

fn course(scope: CentreScope, row: ImportRow, hand: Hand) -> Option<ActiveModel> {
    Some(ActiveModel {
        id: Set(row.course_id?),
        code: Set(row.course_code),
        centre_id: Set(scope.id()),
        state: Set(CourseState::Draft),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        reason: Set(String::new()),
        successor_code: Set(None),
        revision: Set(1),
        draft: Set(row.draft),
        draft_differs: Set(true),
        draft_saved_at: Set(hand.at),
        draft_saved_by: Set(hand.by),
        published_version: Set(None),
        verified_at: Set(None),
        sample: Set(false),
        created_at: Set(hand.at),
    })
}

/// Which text of a row a draft is to say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    After,
    Before,
}

/// Changes the drafts of the courses that an import changes.
pub async fn change_all(
    tx: &Transaction,
    scope: CentreScope,
    import: &CourseImport,
    hand: Hand,
) -> Result<()> {
    write_all(tx, scope, import, (Text::After, hand)).await
}

async fn write_all(
    tx: &Transaction,
    scope: CentreScope,
    import: &CourseImport,
    (text, hand): (Text, Hand),
) -> Result<()> {
    let mut after = i32::MIN;
    loop {
        let rows = doing(tx, import, (Step::Change, after), AT_ONCE as u64).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.number;
        let drafts = rows.into_iter().map(|row| {
            let id = row.course_id.ok_or(Error::Conflict)?;
            let (revision, draft) = match text {
                Text::After => (row.course_revision, row.draft),
                Text::Before => (row.course_revision + 1, row.before),
            };
            Ok(NewDraft { id, revision, content: versions::thaw(&draft)?, draft })
        });
        put_drafts(tx, scope, drafts.collect::<Result<_>>()?, hand).await?;
    }
}

/// The codes of courses that were changed since an import was taken over, which therefore cannot
/// be taken back.
pub type Changed = Vec<String>;

/// Takes an import back: the courses that it has begun are gone, drafts say what they said before.
/// Nothing is done where one of them was changed since; answers which.
pub async fn undo_all(
    tx: &Transaction,
    scope: CentreScope,
    import: &CourseImport,
    hand: Hand,
) -> Result<Changed> {
    let begun = courses_of(tx, import, Step::New).await?;
    let changed = courses_of(tx, import, Step::Change).await?;
    let now = revisions(tx, scope).await?;
    let referred = referred_to(tx, scope).await?;
    let mut since: Changed = Vec::new();
    for (id, _, code) in &begun {
        if now.get(id) != Some(&1) || referred.contains(id) {
            since.push(code.clone());
        }
    }
    for (id, revision, code) in &changed {
        if now.get(id) != Some(&(revision + 1)) {
            since.push(code.clone());
        }
    }
    if !since.is_empty() {
        since.sort_unstable();
        return Ok(since);
    }
    for some in begun.chunks(AT_ONCE) {
        let ids: Vec<CourseId> = some.iter().map(|(id, ..)| *id).collect();
        modules::forget_drafts(tx, ids.iter().copied()).await?;
        let own = Entity::delete_many().filter(COLUMN.id.is_in(ids));
        own.filter(COLUMN.centre_id.eq(scope.id())).exec(tx).await?;
    }
    write_all(tx, scope, import, (Text::Before, hand)).await?;
    Ok(Vec::new())
}

/// The revision of each course of a centre.
async fn revisions(tx: &Transaction, scope: CentreScope) -> Result<HashMap<CourseId, i32>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    let which = own.select_only().column(Column::Id).column(Column::Revision);
    let rows: Vec<(CourseId, i32)> = which.into_tuple().all(tx).await?;
    Ok(rows.into_iter().collect())
}

/// The courses of a centre that something else refers to: what was compared with them, or
/// delivered together, or asked for.
async fn referred_to(tx: &Transaction, scope: CentreScope) -> Result<HashSet<CourseId>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: CourseId,
    }
    let referring = [
        ("co_delivery", "course_id"),
        ("course_freshness", "course_id"),
        ("course_nomination", "course_id"),
        ("course_proposal", "course_id"),
        ("course_version", "course_id"),
        ("material", "course_id"),
        ("overlap_dismissal", "course_id"),
        ("overlap_dismissal", "other_id"),
    ];
    let exists = referring
        .map(|(table, column)| format!("EXISTS (SELECT 1 FROM {table} r WHERE r.{column} = c.id)"));
    let exists = exists.join(" OR ");
    let sql = format!("SELECT c.id FROM course c WHERE c.centre_id = $1 AND ({exists})");
    let values = [scope.id().into()];
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    let rows = Row::find_by_statement(statement).all(tx).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
