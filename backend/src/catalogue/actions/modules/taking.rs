//! Modules of a centre in the drafts of its courses: chosen, compared, brought up to date.
use std::collections::BTreeSet;

use super::{Edition, modules};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::ModuleId;
use crate::catalogue::actions::courses::keep;
use crate::catalogue::rules::{self, Act, CourseCode, CourseContent, Module, Shelf, Standing};
use crate::catalogue::store::{Course, Hand, ModulePage, courses};
use crate::identity::CentreStaff;

/// The most modules that a form offers to choose from; where there are more, a code is typed.
const MOST_OFFERED: u64 = 150;

/// What a form offers to choose from.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The modules by code; empty where there are too many to list.
    pub modules: Vec<Module>,
    /// How many there are that the course has not yet.
    pub total: i64,
}

/// The versions of the modules of these codes.
pub async fn on_shelf(app: &App, by: &CentreStaff, codes: &BTreeSet<&str>) -> Result<Shelf> {
    if codes.is_empty() {
        return Ok(Shelf::new());
    }
    modules::shelf(&app.db, by.centre(), codes).await
}

/// The modules of the centre that a course may still have, beside those of these codes.
pub async fn chosen(app: &App, by: &CentreStaff, codes: &BTreeSet<&str>) -> Result<Choice> {
    let page =
        ModulePage { without_retired: true, most: MOST_OFFERED + 1, ..ModulePage::default() };
    let listed = modules::list(&app.db, by.centre(), &page).await?;
    if u64::try_from(listed.len()).unwrap_or(u64::MAX) > MOST_OFFERED {
        let total = modules::count(&app.db, by.centre(), &page).await?;
        return Ok(Choice { modules: Vec::new(), total });
    }
    let free = listed.into_iter().map(|listed| listed.module);
    let free: Vec<_> = free.filter(|module| !codes.contains(module.code.as_str())).collect();
    Ok(Choice { total: i64::try_from(free.len()).unwrap_or(i64::MAX), modules: free })
}

/// What a draft of the centre takes of the module of this code; nothing where there is none, or it
/// is retired and the draft has it not yet (`held`).
pub async fn to_take(
    app: &App,
    by: &CentreStaff,
    (code, held): (&str, bool),
) -> Result<Option<Module>> {
    modules::to_take(&app.db, by.centre(), (code.trim(), held)).await
}

/// The id of the centre's module of this code.
pub async fn id_of_module(app: &App, by: &CentreStaff, code: &str) -> Result<Option<ModuleId>> {
    let row = modules::of_code(&app.db, by.centre(), code.trim()).await?;
    Ok(row.map(|row| row.id))
}

/// What a module of a draft of the centre says.
pub async fn module_in_draft(
    app: &App,
    by: &CentreStaff,
    (course, module): (&CourseCode, &str),
) -> Result<Option<Module>> {
    let course = courses::of_centre(&app.db, by.centre(), course).await?;
    let content = course.map(|course| course.content()).transpose()?.unwrap_or_default();
    Ok(content.modules.into_iter().find(|known| known.code == module))
}

/// The modules of a draft, each with where it stands to those of the centre.
pub async fn standings(
    app: &App,
    by: &CentreStaff,
    content: &CourseContent,
) -> Result<Vec<(Module, Standing)>> {
    let codes = content.modules.iter().map(|module| module.code.as_str()).collect();
    let shelf = on_shelf(app, by, &codes).await?;
    let stands = |module: &Module| rules::standing(module, shelf.get(&module.code));
    Ok(content.modules.iter().map(|module| (module.clone(), stands(module))).collect())
}

/// The codes that begin like those of the modules of a course and belong to modules that its
/// draft does not have.
pub async fn codes_taken(app: &App, by: &CentreStaff, code: &CourseCode) -> Result<Vec<String>> {
    let mut taken = modules::starting_with(&app.db, by.centre(), &code.before_modules()).await?;
    if let Some(course) = courses::of_centre(&app.db, by.centre(), code).await? {
        let content = course.content()?;
        taken.retain(|code| content.modules.iter().all(|module| module.code != *code));
    }
    Ok(taken)
}

/// A centre takes the newest version of a module of it into the draft of a course: in the place
/// of an older one, or as the last module; answers the new revision.
pub async fn take_module(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    code: &str,
) -> Result<i32> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), &edition.code).await?;
    let course: Course = course.ok_or(Error::NotFound)?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let mut content = course.content()?;
    let code = code.trim();
    let held = content.modules.iter().position(|module| module.code == code);
    let newest = modules::to_take(&tx, by.centre(), (code, held.is_some())).await?;
    let Some(newest) = newest else {
        let mut errors = FieldErrors::default();
        errors.add("code", "module-not-offered");
        return Err(errors.into());
    };
    match held {
        Some(place) => content.modules[place] = newest,
        None => add(&mut content, newest)?,
    }
    if course.revision != edition.revision && course.content()? != content {
        return Err(Error::Conflict);
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let revision = keep(&tx, by, &course, (&content, hand)).await?;
    tx.commit().await?;
    Ok(revision)
}

fn add(content: &mut CourseContent, module: Module) -> Result<(), FieldErrors> {
    content.modules.push(module);
    content.modules_fit()
}
