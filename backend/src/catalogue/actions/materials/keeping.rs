//! A centre adds files and links to its courses, replaces and removes them.
use chrono::Duration;

use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::files::{self, Limit};
use crate::base::i18n::Message;
use crate::base::ids::MaterialId;
use crate::catalogue::rules::{
    Act, CourseCode, Facts, MOST_MATERIALS, MOST_VERSIONS, read_version_note,
};
use crate::catalogue::store::materials::{self, Material, MaterialKey, NewVersion, Source};
use crate::catalogue::store::{Course, Hand, courses};
use crate::identity::{CentreScope, CentreStaff};

/// For how many days what was removed can be brought back.
pub const KEPT_FOR_DAYS: i64 = 30;

/// What a centre keeps with a course.
#[derive(Debug)]
pub struct Shelf {
    /// What is there, by title.
    pub materials: Vec<Material>,
    /// What was removed and can be brought back.
    pub removed: Vec<Material>,
    /// How much may still be added.
    pub limit: Limit,
}

/// A material to be added.
#[derive(Clone, Debug)]
pub struct NewMaterial {
    /// Its id, made by the form.
    pub id: MaterialId,
    /// What is said of it.
    pub facts: Facts,
    /// The file or the link; none where it is to follow.
    pub source: Option<Source>,
}

/// Another version of a material.
#[derive(Clone, Debug)]
pub struct Replacement {
    /// The material as the person read it; none where whatever is there is replaced.
    pub revision: Option<i32>,
    /// The file or the link.
    pub source: Source,
    /// What it changes, as typed.
    pub note: String,
}

/// A centre looks at what it keeps with its course.
pub async fn shelf(app: &App, by: &CentreStaff, course: &Course) -> Result<Shelf> {
    Ok(Shelf {
        materials: materials::of_course(&app.db, course.id).await?,
        removed: materials::removed_of_course(&app.db, course.id).await?,
        limit: limit(app, by.centre()).await?,
    })
}

async fn limit(app: &App, scope: CentreScope) -> Result<Limit> {
    let used = materials::bytes_of_centre(&app.db, scope).await?.unsigned_abs();
    Ok(Limit { largest: app.files.largest, room: app.files.quota.saturating_sub(used) })
}

/// How much a centre may add to its course, asked before any of it is taken.
pub async fn room_for(app: &App, by: &CentreStaff, code: &CourseCode) -> Result<(Course, Limit)> {
    let course = courses::of_centre(&app.db, by.centre(), code).await?.ok_or(Error::NotFound)?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let count = materials::count_of_course(&app.db, course.id).await?;
    has_place(count)?;
    let limit = limit(app, by.centre()).await?;
    Ok((course, limit))
}

fn has_place(count: i64) -> Result<()> {
    if count.unsigned_abs() < MOST_MATERIALS {
        return Ok(());
    }
    Err(Error::refused(Message::new("course-too-many-materials").with("most", MOST_MATERIALS)))
}

/// Whether a file that came still fits: others of the centre may have come meanwhile.
async fn has_room(
    app: &App,
    tx: &Transaction,
    scope: CentreScope,
    source: Option<&Source>,
) -> Result<()> {
    let Some(Source::File(file)) = source else { return Ok(()) };
    let used = materials::bytes_of_centre(tx, scope).await?.unsigned_abs();
    let room = app.files.quota.saturating_sub(used);
    if file.bytes <= room {
        return Ok(());
    }
    let mut errors = FieldErrors::default();
    errors.add("file", files::no_room(room));
    Err(errors.into())
}

/// How large a new version of a material may be, asked before any of it is taken.
pub async fn room_in(app: &App, by: &CentreStaff, id: MaterialId) -> Result<(Material, Limit)> {
    let known = materials::of_centre(&app.db, by.centre(), id).await?.ok_or(Error::NotFound)?;
    can_be_changed(&known)?;
    Ok((known, limit(app, by.centre()).await?))
}

/// Whether a material, and its course, are such that something may be changed.
fn can_be_changed(known: &Material) -> Result<()> {
    known.course_state.allows(Act::Save).map_err(Error::Refused)?;
    if known.removed_at.is_some() {
        Err(Error::refused("material-refused-removed"))
    } else {
        Ok(())
    }
}

/// A centre adds a file or a link to its course; sending the same form twice adds one.
pub async fn add_material(
    app: &App,
    by: &CentreStaff,
    code: &CourseCode,
    new: NewMaterial,
) -> Result<()> {
    let added = add(app, by, code, &new).await;
    unless_taken(app, new.source, &added).await;
    added.map(drop)
}

async fn add(app: &App, by: &CentreStaff, code: &CourseCode, new: &NewMaterial) -> Result<bool> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), code).await?.ok_or(Error::NotFound)?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let before = materials::of_centre(&tx, by.centre(), new.id).await?;
    if before.is_some_and(|before| before.course_id == course.id) {
        return Ok(false);
    }
    has_place(materials::count_of_course(&tx, course.id).await?)?;
    has_room(app, &tx, by.centre(), new.source.as_ref()).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let key = MaterialKey { course: course.id, id: new.id };
    if !materials::add(&tx, key, &new.facts, hand).await? {
        return Err(Error::Conflict);
    }
    let mut fields = vec!["title", "kind", "language", "licence", "access"];
    if let Some(source) = &new.source {
        materials::add_version(&tx, new.id, NewVersion { number: 1, source, note: "" }, hand)
            .await?;
        let known = to_change(&tx, by, new.id).await?;
        materials::change(&tx, &known, (&new.facts, 1)).await?;
        fields.push(named(source));
    }
    record(&tx, hand, &by.by(), ("material.add", new.id, &fields)).await?;
    tx.commit().await?;
    Ok(true)
}

const fn named(source: &Source) -> &'static str {
    match source {
        Source::File(_) => "file",
        Source::Link(_) => "link",
    }
}

async fn to_change(tx: &Transaction, by: &CentreStaff, id: MaterialId) -> Result<Material> {
    materials::to_change(tx, by.centre(), id).await?.ok_or(Error::NotFound)
}

/// A file that came in vain goes; where the form is shown again, it waits for that.
async fn unless_taken(app: &App, source: Option<Source>, taken: &Result<bool>) {
    let stays = matches!(taken, Ok(true) | Err(Error::Invalid(_)));
    if let (Some(Source::File(file)), false) = (source, stays) {
        file.discard(app).await;
    }
}

/// A centre says other things of a material: what it is called, what it is, for whom.
pub async fn change_material(
    app: &App,
    by: &CentreStaff,
    (id, revision): (MaterialId, i32),
    facts: &Facts,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let known = to_change(&tx, by, id).await?;
    can_be_changed(&known)?;
    let before = known.facts();
    if before == *facts {
        return Ok(());
    }
    if known.revision != revision {
        return Err(Error::Conflict);
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    materials::change(&tx, &known, (facts, known.version)).await?;
    let fields: Vec<&str> = [
        ("title", before.title == facts.title),
        ("kind", before.kind == facts.kind),
        ("language", before.language == facts.language),
        ("licence", before.licence == facts.licence),
        ("access", before.access == facts.access),
    ]
    .into_iter()
    .filter_map(|(name, same)| (!same).then_some(name))
    .collect();
    record(&tx, hand, &by.by(), ("material.change", id, &fields)).await?;
    tx.commit().await
}

/// A centre puts another file or link in the place of the present one, which stays as a version;
/// the same one again changes nothing.
pub async fn replace_material(
    app: &App,
    by: &CentreStaff,
    id: MaterialId,
    new: Replacement,
) -> Result<()> {
    let replaced = replace(app, by, id, &new).await;
    unless_taken(app, Some(new.source), &replaced).await;
    replaced.map(drop)
}

async fn replace(app: &App, by: &CentreStaff, id: MaterialId, new: &Replacement) -> Result<bool> {
    let note = read_version_note(&new.note)?;
    let tx = app.db.begin().await?;
    let known = to_change(&tx, by, id).await?;
    can_be_changed(&known)?;
    if is_present(&known, &new.source) {
        return Ok(false);
    }
    if new.revision.is_some_and(|revision| revision != known.revision) {
        return Err(Error::Conflict);
    }
    if known.version >= MOST_VERSIONS {
        let most = Message::new("material-too-many-versions").with("most", MOST_VERSIONS);
        return Err(Error::refused(most));
    }
    has_room(app, &tx, by.centre(), Some(&new.source)).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let number = known.version + 1;
    let version = NewVersion { number, source: &new.source, note: &note };
    materials::add_version(&tx, id, version, hand).await?;
    materials::change(&tx, &known, (&known.facts(), number)).await?;
    let fields = ["version", named(&new.source)];
    record(&tx, hand, &by.by(), ("material.replace", id, &fields)).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whether the present version is this file, under this name, or this link.
fn is_present(known: &Material, source: &Source) -> bool {
    match source {
        Source::File(file) => {
            known.sha256() == Some(file.sha256.as_str())
                && known.name.as_deref() == Some(file.name.as_str())
        }
        Source::Link(link) => known.link.as_deref() == Some(link.as_str()),
    }
}

/// A centre removes a material; for thirty days it can be brought back.
pub async fn remove_material(
    app: &App,
    by: &CentreStaff,
    (id, revision): (MaterialId, Option<i32>),
) -> Result<Material> {
    let tx = app.db.begin().await?;
    let known = to_change(&tx, by, id).await?;
    known.course_state.allows(Act::Save).map_err(Error::Refused)?;
    if known.removed_at.is_some() {
        return Ok(known);
    }
    if revision.is_some_and(|revision| revision != known.revision) {
        return Err(Error::Conflict);
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    materials::remove(&tx, &known, hand).await?;
    record(&tx, hand, &by.by(), ("material.remove", id, &["removed_at"])).await?;
    tx.commit().await?;
    Ok(known)
}

/// A centre brings back what it removed.
pub async fn restore_material(app: &App, by: &CentreStaff, id: MaterialId) -> Result<Material> {
    let tx = app.db.begin().await?;
    let known = to_change(&tx, by, id).await?;
    known.course_state.allows(Act::Save).map_err(Error::Refused)?;
    if known.removed_at.is_none() {
        return Ok(known);
    }
    has_place(materials::count_of_course(&tx, known.course_id).await?)?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    materials::restore(&tx, &known).await?;
    record(&tx, hand, &by.by(), ("material.restore", id, &["removed_at"])).await?;
    tx.commit().await?;
    Ok(known)
}

/// The program forgets for good what was removed thirty days ago.
pub async fn purge_materials(app: &App) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let gone = materials::removed_before(&tx, now - Duration::days(KEPT_FOR_DAYS)).await?;
    if gone.is_empty() {
        return Ok(());
    }
    let hand = Hand { at: now, by: None };
    for id in gone {
        materials::purge(&tx, id, hand).await?;
        let by = By::the_program();
        record(&tx, hand, &by, ("material.purge", id, &["material", "versions"])).await?;
    }
    tx.commit().await
}

async fn record(
    tx: &Transaction,
    hand: Hand,
    by: &By,
    (action, material, fields): (&'static str, MaterialId, &[&str]),
) -> Result<()> {
    let deed = Deed { action, object: "material", object_id: &material.to_string(), fields };
    audit::record(tx, hand.at, by, deed).await
}
