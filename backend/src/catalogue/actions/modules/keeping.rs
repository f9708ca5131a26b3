//! A course that is published keeps its modules with its centre, and pins a version of each.
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::catalogue::rules::CourseContent;
use crate::catalogue::store::modules::{self, Unkept};
use crate::catalogue::store::{Course, Hand};

/// How many versions of courses are kept in one transaction.
const BATCH: u64 = 100;

/// Keeps the modules of a version of a course and notes which version of each it has; answers
/// whether any had to be made. The note of the course is that of the new versions.
pub(in crate::catalogue::actions) async fn pin(
    tx: &Transaction,
    course: &Course,
    (version, content, note): (i32, &CourseContent, &str),
    hand: Hand,
) -> Result<bool> {
    let kept = modules::keep(tx, course, (&content.modules, note), hand).await?;
    modules::note_version(tx, (course.id, version), (&content.modules, &kept)).await?;
    Ok(kept.iter().any(|kept| kept.is_new))
}

/// The program keeps the modules of courses that were published before centres had modules, in the
/// order in which they were published; answers how many versions and drafts there were. What is
/// kept is left alone, so doing it again changes nothing, and several instances may do it at once.
pub async fn keep_modules(app: &App) -> Result<usize> {
    let mut all = 0;
    let mut after: Option<Unkept> = None;
    loop {
        let tx = app.db.begin().await?;
        let batch = modules::unkept(&tx, (after.as_ref(), BATCH)).await?;
        let Some(last) = batch.last().cloned() else { break };
        let mut kept = 0;
        for version in &batch {
            kept += usize::from(keep_version(&tx, version).await?);
        }
        after = Some(last);
        all += kept;
        if kept > 0 {
            record(app, tx, "versions").await?;
        }
    }
    Ok(all + note_drafts(app).await?)
}

async fn keep_version(tx: &Transaction, version: &Unkept) -> Result<bool> {
    let Some((course, content)) = modules::versions_of_course(tx, version).await? else {
        return Ok(false);
    };
    if content.modules.is_empty() {
        return Ok(false);
    }
    let note = modules::note_of(tx, version).await?;
    pin(tx, &course, (version.number, &content, &note), version.hand()).await?;
    Ok(true)
}

async fn note_drafts(app: &App) -> Result<usize> {
    let mut all = 0;
    let mut after = String::new();
    loop {
        let tx = app.db.begin().await?;
        let batch = modules::courses_without_draft(&tx, (&after, BATCH)).await?;
        let Some(last) = batch.last() else { break };
        last.code.clone_into(&mut after);
        for course in &batch {
            modules::note_draft(&tx, course.id, &course.content()?.modules).await?;
        }
        all += batch.len();
        record(app, tx, "drafts").await?;
    }
    Ok(all)
}

async fn record(app: &App, tx: Transaction, field: &'static str) -> Result<()> {
    let fields = [field];
    let deed = Deed { action: "module.keep", object: "catalogue", object_id: "", fields: &fields };
    audit::record(&tx, app.clock.now(), &By::the_program(), deed).await?;
    tx.commit().await
}
