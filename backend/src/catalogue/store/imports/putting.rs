//! Writing over drafts that are there: many at once.
use std::fmt::Write;

use sea_orm::{ConnectionTrait, Statement, Value};

use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::CourseId;
use crate::catalogue::rules::CourseContent;
use crate::catalogue::store::courses::Hand;
use crate::catalogue::store::{modules, proposals, versions};
use crate::identity::CentreScope;

/// What a draft is to say.
pub(super) struct NewDraft {
    /// Its course.
    pub id: CourseId,
    /// The revision of the course over which it is written.
    pub revision: i32,
    /// What it says.
    pub content: CourseContent,
    /// The same, as it is kept.
    pub draft: String,
}

/// Writes drafts over those that are there: all of them, or a conflict where the course of one is
/// of another revision, gone, or not of the centre.
pub(super) async fn put_drafts(
    tx: &Transaction,
    scope: CentreScope,
    drafts: Vec<NewDraft>,
    hand: Hand,
) -> Result<()> {
    let ids: Vec<CourseId> = drafts.iter().map(|new| new.id).collect();
    let published = versions::published(tx, &ids).await?;
    let (equal, differing): (Vec<NewDraft>, Vec<NewDraft>) =
        drafts.into_iter().partition(|new| published.get(&new.id) == Some(&new.content));
    // Nothing is left of these that could be published.
    proposals::close_all(tx, equal.iter().map(|new| new.id)).await?;
    for (drafts, differs) in [(equal, false), (differing, true)] {
        let noted = drafts.iter().map(|new| (new.id, new.content.modules.as_slice()));
        modules::note_drafts(tx, &noted.collect::<Vec<_>>()).await?;
        put(tx, scope, drafts, (differs, hand)).await?;
    }
    Ok(())
}

async fn put(
    tx: &Transaction,
    scope: CentreScope,
    drafts: Vec<NewDraft>,
    (differs, hand): (bool, Hand),
) -> Result<()> {
    let count = drafts.len() as u64;
    if count == 0 {
        return Ok(());
    }
    let mut values: Vec<Value> =
        vec![differs.into(), hand.at.into(), hand.by.into(), scope.id().into()];
    let mut rows = String::new();
    for new in drafts {
        let (at, comma) = (values.len(), if rows.is_empty() { "" } else { ", " });
        // Writing into a string never fails.
        let _ = write!(rows, "{comma}(${}, ${}, ${})", at + 1, at + 2, at + 3);
        values.extend([new.id.into(), new.revision.into(), new.draft.into()]);
    }
    let sql = format!(
        "WITH new(id, revision, draft) AS (VALUES {rows}) \
         UPDATE course SET draft = new.draft, draft_differs = $1, draft_saved_at = $2, \
         draft_saved_by = $3, revision = course.revision + 1 FROM new \
         WHERE course.id = new.id AND course.revision = new.revision AND course.centre_id = $4"
    );
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    let changed = tx.execute_raw(statement).await?;
    if changed.rows_affected() == count { Ok(()) } else { Err(Error::Conflict) }
}
