//! What centres do with their courses: write, publish, suspend, retire.
use super::co_delivery::tell_partners;
use super::modules;
use super::proposals::{News, answer_proposal};
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::CourseId;
use crate::catalogue::emails::Answer;
use crate::catalogue::rules::{
    self, Act, CourseCode, CourseContent, CourseState, between, read_note, read_reason,
};
use crate::catalogue::store::{
    self, Course, CourseRow, Entry, Hand, Turn, courses, proposals, versions,
};
use crate::identity::{CentreScope, CentreStaff, TrainingDirector};
use crate::organisations::{self, Organisation};

/// Which course, as it was when the person read it.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its code.
    pub code: CourseCode,
    /// Its revision at that time.
    pub revision: i32,
}

/// A centre begins a course; sending the same form twice begins one.
pub async fn create(app: &App, by: &CentreStaff, new: &CourseRow) -> Result<()> {
    if begin(app, by, new).await? {
        return Ok(());
    }
    let own = courses::of_centre(&app.db, by.centre(), &new.code).await?;
    if own.is_some_and(|own| own.id == new.id) {
        return Ok(());
    }
    let mut errors = FieldErrors::default();
    errors.add("code", "course-code-taken");
    Err(errors.into())
}

/// A centre begins a course, unless there is one of that code; answers whether it is new.
pub async fn begin(app: &App, by: &CentreStaff, new: &CourseRow) -> Result<bool> {
    let tx = app.db.begin().await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    if !courses::add(&tx, by.centre(), new, hand).await? {
        return Ok(false);
    }
    let fields = names(&CourseContent::default(), &new.content);
    record(&tx, hand, &by.by(), ("course.create", new.id, &fields)).await?;
    tx.commit().await?;
    Ok(true)
}

/// A centre keeps another working draft of its course, with the texts in other languages that it
/// has; answers the new revision.
pub async fn save_draft(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    content: &CourseContent,
) -> Result<i32> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), &edition.code).await?;
    let course = course.ok_or(Error::NotFound)?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    // The form and the API send the English only.
    let content = &CourseContent { texts: course.content()?.texts, ..content.clone() };
    if course.revision != edition.revision && course.content()? != *content {
        return Err(Error::Conflict);
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let revision = keep(&tx, by, &course, (content, hand)).await?;
    tx.commit().await?;
    Ok(revision)
}

/// Writes another working draft, unless it says already what it is to say (a button pressed
/// twice); answers the revision now.
pub(super) async fn keep(
    tx: &Transaction,
    by: &CentreStaff,
    course: &Course,
    (content, hand): (&CourseContent, Hand),
) -> Result<i32> {
    let fields = names(&course.content()?, content);
    keep_as(tx, by, course, (content, hand), ("course.save", &fields)).await
}

/// The same, with what the audit log is told: what was done, and to which fields.
pub(super) async fn keep_as(
    tx: &Transaction,
    by: &CentreStaff,
    course: &Course,
    (content, hand): (&CourseContent, Hand),
    (action, fields): (&'static str, &[&str]),
) -> Result<i32> {
    if course.content()? == *content {
        return Ok(course.revision);
    }
    let differs = match course.published_version {
        Some(version) => versions::content_of(tx, course.id, version).await? != *content,
        None => true,
    };
    courses::save_draft(tx, course, content, differs, hand).await?;
    if !differs {
        // Nothing is left that could be published.
        proposals::close(tx, course.id).await?;
    }
    record(tx, hand, &by.by(), (action, course.id, fields)).await?;
    Ok(course.revision + 1)
}

/// A Training Director publishes the working draft as the next version, with a note on what it
/// changes; answers the number of the version.
pub async fn publish(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    note: &str,
) -> Result<i32> {
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Publish).await?;
    if !course.draft_differs {
        return Err(Error::refused("course-refused-unchanged"));
    }
    let (content, note) = publishable(&tx, by.centre(), (&course, note)).await?;
    let version = course.published_version.unwrap_or(0) + 1;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::mark_published(&tx, &course, version, hand).await?;
    versions::add(&tx, course.id, (version, &content, &note), hand).await?;
    let made = modules::pin(&tx, &course, (version, &content, &note), hand).await?;
    list(&tx, by.centre(), &course, (&content, hand)).await?;
    let news = News { content: &content, answer: Answer::Published(version, &note) };
    answer_proposal(app, &tx, (&by.as_staff(), &course), &news).await?;
    let fields: &[&str] =
        if made { &["version", "change_note", "modules"] } else { &["version", "change_note"] };
    record(&tx, hand, &by.by(), ("course.publish", course.id, fields)).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(version)
}

/// What the draft says and the note on what it changes, where nothing keeps it from being
/// published.
pub(super) async fn publishable(
    tx: &Transaction,
    scope: CentreScope,
    (course, note): (&Course, &str),
) -> Result<(CourseContent, String)> {
    let content = course.content()?;
    let mut errors = rules::faults(&content, &store::known(tx, scope, &content).await?);
    let note = read_note(note).unwrap_or_else(|faults| {
        faults.iter().for_each(|(field, message)| errors.add(field, message.clone()));
        String::new()
    });
    Ok(errors.or((content, note))?)
}

/// A Training Director takes a course out of the catalogue for a time; its page says why.
pub async fn suspend(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    reason: &str,
) -> Result<()> {
    let turn =
        Turn { state: CourseState::Suspended, reason: read_reason(reason)?, successor: None };
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Suspend).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::turn(&tx, &course, &turn, hand).await?;
    store::listing::remove(&tx, course.id).await?;
    tell_partners(app, &tx, (by, &course), &turn).await?;
    record(&tx, hand, &by.by(), ("course.suspend", course.id, &["state", "reason"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// A Training Director puts a suspended course back into the catalogue.
pub async fn resume(app: &App, by: &TrainingDirector, edition: &Edition) -> Result<()> {
    let turn = Turn { state: CourseState::Published, reason: String::new(), successor: None };
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Resume).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::turn(&tx, &course, &turn, hand).await?;
    let version = course.published_version.ok_or(Error::NotFound)?;
    let content = versions::content_of(&tx, course.id, version).await?;
    list(&tx, by.centre(), &course, (&content, hand)).await?;
    tell_partners(app, &tx, (by, &course), &turn).await?;
    record(&tx, hand, &by.by(), ("course.resume", course.id, &["state", "reason"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// Why a course is given up, and what takes its place.
#[derive(Clone, Debug, Default)]
pub struct Farewell {
    /// The reason that the public is given.
    pub reason: String,
    /// The code of the course that takes its place, as typed; may be empty.
    pub successor: String,
}

/// A Training Director gives a course up for good; its page stays readable.
pub async fn retire(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    farewell: &Farewell,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Retire).await?;
    let turn = read_farewell(&tx, &course, farewell).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::turn(&tx, &course, &turn, hand).await?;
    store::listing::remove(&tx, course.id).await?;
    proposals::close(&tx, course.id).await?;
    tell_partners(app, &tx, (by, &course), &turn).await?;
    let fields = ["state", "reason", "successor_code"];
    record(&tx, hand, &by.by(), ("course.retire", course.id, &fields)).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// The own course as the person read it, in a state that allows the act.
pub(super) async fn as_read(
    tx: &Transaction,
    scope: CentreScope,
    edition: &Edition,
    act: Act,
) -> Result<Course> {
    let course = courses::to_change(tx, scope, &edition.code).await?.ok_or(Error::NotFound)?;
    course.state.allows(act).map_err(Error::Refused)?;
    if course.revision == edition.revision { Ok(course) } else { Err(Error::Conflict) }
}

async fn read_farewell(tx: &Transaction, course: &Course, farewell: &Farewell) -> Result<Turn> {
    let mut errors = FieldErrors::default();
    let reason = read_reason(&farewell.reason).unwrap_or_else(|faults| {
        errors = faults;
        String::new()
    });
    let mut successor = None;
    if !farewell.successor.trim().is_empty() {
        let code = CourseCode::read(&farewell.successor).ok();
        let named = match code.filter(|code| code.as_str() != course.code) {
            Some(code) => courses::public(tx, &code).await?,
            None => None,
        };
        successor =
            named.filter(|named| named.state != CourseState::Retired).map(|named| named.code);
        if successor.is_none() {
            errors.add("successor", "course-successor-unknown");
        }
    }
    Ok(errors.or(Turn { state: CourseState::Retired, reason, successor })?)
}

async fn list(
    tx: &Transaction,
    scope: CentreScope,
    course: &Course,
    (content, hand): (&CourseContent, Hand),
) -> Result<()> {
    let centre: Organisation =
        organisations::by_id(tx, scope.id()).await?.ok_or(Error::NotFound)?;
    let types = store::course_types(tx).await?;
    let course_type = types.iter().find(|known| known.code == content.course_type);
    let course_type = course_type.ok_or(Error::NotFound)?;
    let entry = Entry {
        course,
        content,
        course_type: (&course_type.name, course_type.goal),
        centre: &centre,
    };
    store::listing::put(tx, &entry, hand.at).await
}

fn names(before: &CourseContent, after: &CourseContent) -> Vec<&'static str> {
    between(before, after).into_iter().map(|difference| difference.name).collect()
}

/// Leaves the entry on a course in the audit log.
pub(super) async fn record(
    tx: &Transaction,
    hand: Hand,
    by: &By,
    (action, course, fields): (&'static str, CourseId, &[&str]),
) -> Result<()> {
    let deed = Deed { action, object: "course", object_id: &course.to_string(), fields };
    audit::record(tx, hand.at, by, deed).await
}
