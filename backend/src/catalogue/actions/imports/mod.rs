//! Importing tables of courses: a file is read and judged row by row, nothing happens until
//! somebody confirms it, then all of it happens or nothing, and all of it can be taken back.
mod judged;
mod reading;

use chrono::Duration;

pub use self::judged::{JudgedRow, judged};
pub use self::reading::preview;
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::i18n::Message;
use crate::base::ids::CourseImportId;
use crate::base::kept::{self, Part};
use crate::base::tables::Trouble;
use crate::catalogue::rules::import::{Heads, Mapping};
use crate::catalogue::store::imports::{self, NewImport};
use crate::catalogue::store::{CourseImport, Hand, ImportState};
use crate::identity::CentreStaff;

/// An import that nobody confirms is forgotten after so long.
const KEPT: Duration = Duration::days(7);
/// Reading a file takes no longer; one that is still read then was interrupted.
const READ_WITHIN: Duration = Duration::minutes(5);
/// How often it is looked whether a file is read.
const LOOKS_EVERY: std::time::Duration = std::time::Duration::from_millis(20);
/// The most codes that a refusal names.
const MOST_NAMED: usize = 10;

/// A centre sends a table; it is read beside the request. Sending it again under the same id
/// reads it once.
pub async fn send(app: &App, by: &CentreStaff, new: NewImport) -> Result<CourseImportId> {
    let mut errors = FieldErrors::default();
    if new.file.is_empty() {
        errors.add("file", "import-no-file");
    } else if new.file.len() > app.settings.limits.largest_table {
        let most = app.settings.limits.largest_table / (1024 * 1024);
        errors.add("file", Message::new("import-too-large").with("most", most));
    }
    errors.or(())?;
    let id = new.id;
    let tx = app.db.begin().await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    if imports::add(&tx, by.centre(), new, (hand.at, hand.by)).await? {
        record(&tx, hand, by, ("course_import.send", id, &["file"])).await?;
        tx.commit().await?;
        reading::begin(app, by, id);
    } else {
        find(app, by, id).await?;
    }
    Ok(id)
}

/// The import of this id, of the own centre.
pub async fn find(app: &App, by: &CentreStaff, id: CourseImportId) -> Result<CourseImport> {
    let own = imports::of_centre(&app.db, by.centre(), id).await?.ok_or(Error::NotFound)?;
    Ok(as_it_is(app, own))
}

/// The same, once it is read; as it is, where that takes longer than somebody waits.
pub async fn read_within(
    app: &App,
    by: &CentreStaff,
    (id, most): (CourseImportId, std::time::Duration),
) -> Result<CourseImport> {
    let read = async {
        loop {
            let import = find(app, by, id).await?;
            if import.state != ImportState::Reading {
                return Ok(import);
            }
            tokio::time::sleep(LOOKS_EVERY).await;
        }
    };
    match tokio::time::timeout(most, read).await {
        Ok(read) => read,
        Err(_) => find(app, by, id).await,
    }
}

/// An import whose reading was cut off by the end of the program says so.
pub fn as_it_is(app: &App, import: CourseImport) -> CourseImport {
    let late = app.clock.now() - import.read_at > READ_WITHIN;
    let here = app.readers.progress(import.id.0).is_some();
    if import.state != ImportState::Reading || here || !late {
        return import;
    }
    let trouble = Some(Trouble::Interrupted.as_str().to_owned());
    CourseImport { state: ImportState::Failed, trouble, ..import }
}

/// A centre says what the columns of a table hold; that is remembered for tables with the same
/// heads, and the file is read anew.
pub async fn map(app: &App, by: &CentreStaff, id: CourseImportId, mapping: &Mapping) -> Result<()> {
    let tx = app.db.begin().await?;
    let import = imports::to_change(&tx, by.centre(), id).await?;
    if import.state != ImportState::Examined || import.whole {
        return Err(Error::refused("import-refused-not-waiting"));
    }
    if !mapping.is_sound() || mapping.0.len() != import.head_texts().len() {
        let mut errors = FieldErrors::default();
        errors.add("columns", "import-mapping-bad");
        return Err(errors.into());
    }
    let heads = Heads { place: 0, texts: import.head_texts() };
    imports::remember(&tx, by.centre(), (&heads.fingerprint(), mapping)).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    imports::read_anew(&tx, &import, hand.at).await?;
    record(&tx, hand, by, ("course_import.map", id, &["mapping"])).await?;
    tx.commit().await?;
    reading::begin(app, by, id);
    Ok(())
}

/// A centre takes a table over: every course of it, or none. Doing it twice does it once. Where
/// courses of the centre were changed since the file was read, it is read anew instead.
pub async fn confirm(app: &App, by: &CentreStaff, id: CourseImportId) -> Result<()> {
    let tx = app.db.begin().await?;
    // Centres that import at the same time wait for each other here, so no code is given twice.
    kept::changed(&tx, Part::Courses).await?;
    let import = imports::to_change(&tx, by.centre(), id).await?;
    match import.state {
        ImportState::Examined => {}
        ImportState::Confirmed => return Ok(()),
        _ => return Err(Error::refused("import-refused-not-waiting")),
    }
    if import.counted().changing() == 0 {
        return Err(Error::refused("import-refused-nothing"));
    }
    if imports::seen(&tx, by.centre()).await? != import.seen {
        drop(tx);
        return again(app, by, id).await;
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let begun = imports::begin_all(&tx, by.centre(), &import, hand).await;
    if matches!(begun, Err(Error::Conflict)) {
        drop(tx);
        return again(app, by, id).await;
    }
    begun?;
    imports::change_all(&tx, by.centre(), &import, hand).await?;
    imports::mark_confirmed(&tx, &import, (hand.at, hand.by)).await?;
    record(&tx, hand, by, ("course_import.confirm", id, &["courses"])).await?;
    tx.commit().await
}

/// Reads the file anew, because its verdicts no longer fit what is there.
async fn again(app: &App, by: &CentreStaff, id: CourseImportId) -> Result<()> {
    let tx = app.db.begin().await?;
    let import = imports::to_change(&tx, by.centre(), id).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    imports::read_anew(&tx, &import, hand.at).await?;
    record(&tx, hand, by, ("course_import.read_anew", id, &["rows"])).await?;
    tx.commit().await?;
    reading::begin(app, by, id);
    Err(Error::refused("import-refused-changed"))
}

/// A centre takes an import back as a whole; refused where a course of it was changed since.
pub async fn undo(app: &App, by: &CentreStaff, id: CourseImportId) -> Result<()> {
    let tx = app.db.begin().await?;
    kept::changed(&tx, Part::Courses).await?;
    let import = imports::to_change(&tx, by.centre(), id).await?;
    match import.state {
        ImportState::Confirmed => {}
        ImportState::Undone => return Ok(()),
        _ => return Err(Error::refused("import-refused-not-confirmed")),
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let changed = imports::undo_all(&tx, by.centre(), &import, hand).await?;
    if !changed.is_empty() {
        let named: Vec<&str> = changed.iter().take(MOST_NAMED).map(String::as_str).collect();
        let refusal = Message::new("import-refused-touched").with("count", changed.len());
        return Err(Error::Refused(refusal.with("codes", named.join(", "))));
    }
    imports::mark_undone(&tx, &import, (hand.at, hand.by)).await?;
    record(&tx, hand, by, ("course_import.undo", id, &["courses"])).await?;
    tx.commit().await
}

/// The program forgets imports that nobody has confirmed for a week.
pub async fn sweep(app: &App) -> Result<()> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let forgotten = imports::sweep(&tx, now - KEPT).await?;
    if forgotten == 0 {
        return Ok(());
    }
    let fields = ["file", "rows"];
    let deed = Deed {
        action: "course_import.forget",
        object: "course_import",
        object_id: "",
        fields: &fields,
    };
    audit::record(&tx, now, &By::the_program(), deed).await?;
    tx.commit().await
}

async fn record(
    tx: &Transaction,
    hand: Hand,
    by: &CentreStaff,
    (action, import, fields): (&'static str, CourseImportId, &[&str]),
) -> Result<()> {
    let object_id = &import.to_string();
    let deed = Deed { action, object: "course_import", object_id, fields };
    audit::record(tx, hand.at, &by.by(), deed).await
}
