//! The modules of a centre: kept once, shared by its courses, and changed by new versions.
mod keeping;
mod taking;

pub use self::keeping::keep_modules;
pub(super) use self::keeping::pin;
pub use self::taking::{
    Choice, chosen, codes_taken, id_of_module, module_in_draft, on_shelf, standings, take_module,
    to_take,
};
use super::courses::Edition;
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::ModuleId;
use crate::catalogue::rules::{
    self, Difference, Module, ModuleForm, Standing, module_differences, read_note,
};
use crate::catalogue::store::{Hand, ModulePage, ModuleUse, ModuleVersion, NewModule, OwnModule};
use crate::catalogue::store::{ListedModule, modules};
use crate::identity::{CentreStaff, TrainingDirector};

/// A module of the centre as somebody there opens it.
#[derive(Clone, Debug)]
pub struct OpenedModule {
    /// The module.
    pub row: OwnModule,
    /// Its newest version.
    pub newest: ModuleVersion,
}

/// Somebody of a centre looks for modules of it.
pub async fn list_modules(
    app: &App,
    by: &CentreStaff,
    page: &ModulePage,
) -> Result<Vec<ListedModule>> {
    modules::list(&app.db, by.centre(), page).await
}

/// How many modules there are on all pages.
pub async fn count_modules(app: &App, by: &CentreStaff, page: &ModulePage) -> Result<i64> {
    modules::count(&app.db, by.centre(), page).await
}

/// Somebody of a centre opens a module of it.
pub async fn open_module(app: &App, by: &CentreStaff, id: ModuleId) -> Result<OpenedModule> {
    let row = modules::of_centre(&app.db, by.centre(), id).await?.ok_or(Error::NotFound)?;
    let newest = modules::newest(&app.db, &row).await?;
    Ok(OpenedModule { row, newest })
}

/// The versions of a module of the centre, the newest first: those before a number.
pub async fn module_versions(
    app: &App,
    by: &CentreStaff,
    id: ModuleId,
    (before, most): (Option<i32>, u64),
) -> Result<Vec<ModuleVersion>> {
    let row = modules::of_centre(&app.db, by.centre(), id).await?.ok_or(Error::NotFound)?;
    modules::history(&app.db, &row, (before, most)).await
}

/// A course that uses a module, and where its draft stands to it; none where the draft has left
/// the module out.
#[derive(Clone, Debug)]
pub struct CourseOfModule {
    /// The course.
    pub course: ModuleUse,
    /// Its title in the draft; the code where it has none.
    pub title: String,
    /// Where its draft stands.
    pub draft: Option<Standing>,
}

impl CourseOfModule {
    /// The version that the published course has; none where it has none.
    pub fn published(&self) -> Option<i32> {
        self.course.published
    }
}

/// The courses of the centre that use a module, by code: those after one, at most so many.
pub async fn courses_of_module(
    app: &App,
    by: &CentreStaff,
    id: ModuleId,
    (after, most): (&str, u64),
) -> Result<Vec<CourseOfModule>> {
    let row = modules::of_centre(&app.db, by.centre(), id).await?.ok_or(Error::NotFound)?;
    let codes = [row.code.as_str()].into();
    let shelf = modules::shelf(&app.db, by.centre(), &codes).await?;
    let uses = modules::uses(&app.db, &row, (after, most)).await?;
    let found = uses.into_iter().map(|course| {
        let content = course.content()?;
        let module = content.modules.iter().find(|module| module.code == row.code);
        let draft = module.map(|module| rules::standing(module, shelf.get(&row.code)));
        let title = if content.title.is_empty() { course.code.clone() } else { content.title };
        Ok(CourseOfModule { course, title, draft })
    });
    found.collect()
}

/// A centre adds a module for its courses; sending the same form twice adds one.
pub async fn create_module(app: &App, by: &CentreStaff, new: &NewModule) -> Result<()> {
    let tx = app.db.begin().await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    if modules::add(&tx, by.centre(), new, hand).await? {
        let fields = ["code", "title", "hours", "summary"];
        record(&tx, hand, &by.by(), ("module.create", new.id, &fields)).await?;
        return tx.commit().await;
    }
    drop(tx);
    if modules::of_centre(&app.db, by.centre(), new.id).await?.is_some() {
        return Ok(());
    }
    let mut errors = FieldErrors::default();
    errors.add("code", "module-code-taken");
    Err(errors.into())
}

/// What somebody sends of a module.
#[derive(Clone, Debug)]
pub struct SentModule<'a> {
    /// Which module.
    pub id: ModuleId,
    /// The number of the version on which the form was filled.
    pub base: i32,
    /// What was typed.
    pub form: &'a ModuleForm,
    /// What changes.
    pub note: &'a str,
    /// The fields in which the colleague's text is to stay.
    pub given_up: &'a [String],
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Changed {
    /// It is the version of this number now.
    Version(i32),
    /// Nothing is saved, because two people wrote the same fields.
    Clash(Box<ModuleClash>),
}

/// Two people's work on the same module.
#[derive(Clone, Debug)]
pub struct ModuleClash {
    /// The newest version, made by the other.
    pub theirs: ModuleVersion,
    /// What the form is to show now: mine where both changed the same field.
    pub merged: Module,
    /// Both texts of each field that both changed: mine before, theirs after.
    pub fields: Vec<Difference>,
}

/// A centre changes a module: that makes its next version. Courses keep the version that they
/// have; a form that changes nothing (a button pressed twice) makes none.
pub async fn change_module(app: &App, by: &CentreStaff, sent: &SentModule<'_>) -> Result<Changed> {
    let tx = app.db.begin().await?;
    let row = modules::to_change(&tx, by.centre(), sent.id).await?.ok_or(Error::NotFound)?;
    if row.is_retired() {
        return Err(Error::refused("module-refused-retired"));
    }
    let base = modules::version(&tx, &row, sent.base).await?;
    let base = base.ok_or_else(|| Error::Unreadable("no such version".into()))?.module;
    let (mine, note) = read_change(&row, sent)?;
    let theirs = modules::newest(&tx, &row).await?;
    let merged = rules::merge_module(&base, (&mine, &theirs.module), sent.given_up);
    if !merged.clashes.is_empty() {
        let mut fields = module_differences(&merged.module, &theirs.module);
        fields.retain(|field| merged.clashes.contains(&field.name));
        let clash = ModuleClash { theirs, merged: merged.module, fields };
        return Ok(Changed::Clash(Box::new(clash)));
    }
    let differing = module_differences(&theirs.module, &merged.module);
    if differing.is_empty() {
        return Ok(Changed::Version(row.version));
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let number = modules::add_version(&tx, &row, (&merged.module, &note), hand).await?;
    let names = differing.iter().map(|difference| difference.name);
    let fields: Vec<_> = ["version", "change_note"].into_iter().chain(names).collect();
    record(&tx, hand, &by.by(), ("module.change", row.id, &fields)).await?;
    tx.commit().await?;
    Ok(Changed::Version(number))
}

/// The text and the note of a change, every fault of both at once.
fn read_change(row: &OwnModule, sent: &SentModule<'_>) -> Result<(Module, String), FieldErrors> {
    let (text, note) = (sent.form.read_text(), read_note(sent.note));
    let mut errors = FieldErrors::default();
    for faults in [text.as_ref().err(), note.as_ref().err()].into_iter().flatten() {
        faults.iter().for_each(|(field, message)| errors.add(field, message.clone()));
    }
    match (text, note) {
        (Ok(text), Ok(note)) => Ok((Module { code: row.code.clone(), ..text }, note)),
        _ => Err(errors),
    }
}

/// A Training Director gives a module up for new courses (`true`), or takes that back. Courses
/// that have it keep it. Doing so twice changes nothing.
pub async fn retire_module(
    app: &App,
    by: &TrainingDirector,
    id: ModuleId,
    retired: bool,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let row = modules::to_change(&tx, by.centre(), id).await?.ok_or(Error::NotFound)?;
    if row.is_retired() == retired {
        return Ok(());
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    modules::retire(&tx, &row, retired.then_some(hand)).await?;
    let action = if retired { "module.retire" } else { "module.take_back" };
    record(&tx, hand, &by.by(), (action, row.id, &["retired_at"])).await?;
    tx.commit().await
}

/// Leaves the entry on a module in the audit log.
async fn record(
    tx: &Transaction,
    hand: Hand,
    by: &By,
    (action, module, fields): (&'static str, ModuleId, &[&str]),
) -> Result<()> {
    let deed = Deed { action, object: "module", object_id: &module.to_string(), fields };
    audit::record(tx, hand.at, by, deed).await
}
