//! The modules of the centre, as the page of the modules of a course offers them.
use std::collections::BTreeSet;

use super::Desk;
use crate::base::error::{FieldErrors, Result};
use crate::catalogue::actions::{self, Choice};
use crate::catalogue::rules::{
    CourseCode, CourseForm, ModuleForm, Part, Shelf, Standing, Step, standing,
};

/// The name of the field in which a module is chosen.
const CHOSEN: &str = "library";

/// What the centre has of the modules in a form, and what else there is to choose from.
pub(super) struct Library {
    shelf: Shelf,
    /// What else there is; nothing on the other pages.
    pub(super) choice: Option<Choice>,
}

impl Library {
    pub(super) async fn of(desk: Desk<'_>, form: &CourseForm) -> Result<Self> {
        if desk.part != Part::Modules {
            return Ok(Self { shelf: Shelf::new(), choice: None });
        }
        let codes: BTreeSet<_> = form.modules.iter().map(|module| module.code.as_str()).collect();
        let shelf = actions::on_shelf(desk.app, desk.by, &codes).await?;
        let choice = Some(actions::chosen(desk.app, desk.by, &codes).await?);
        Ok(Self { shelf, choice })
    }

    /// Where a module of the form stands to that of the centre.
    pub(super) fn standing(&self, module: &ModuleForm) -> Standing {
        standing(&module.said(), self.shelf.get(&module.code))
    }

    /// Whether the module of the form can become a version: it says everything.
    pub(super) fn is_whole(&self, module: &ModuleForm) -> bool {
        self.shelf.contains_key(&module.code) || module.read().is_ok()
    }
}

/// Does to the form what a button says that needs the modules of the centre, and gives codes to
/// new modules; faults are those of the button.
pub(super) async fn apply(
    desk: Desk<'_>,
    (code, step): (&CourseCode, Step),
    fields: &[(String, String)],
    form: &mut CourseForm,
) -> Result<Result<(), FieldErrors>> {
    if desk.part != Part::Modules {
        return Ok(Ok(()));
    }
    if form.lacks_codes() {
        form.code_modules(code, &actions::codes_taken(desk.app, desk.by, code).await?);
    }
    match step {
        Step::ChooseModule => choose(desk, fields, form).await,
        Step::TakeModule(number) => take(desk, number, form).await,
        _ => Ok(Ok(())),
    }
}

async fn choose(
    desk: Desk<'_>,
    fields: &[(String, String)],
    form: &mut CourseForm,
) -> Result<Result<(), FieldErrors>> {
    let chosen = fields.iter().find(|(name, _)| name == CHOSEN).map(|(_, value)| value.trim());
    let chosen = chosen.unwrap_or_default();
    let module = actions::to_take(desk.app, desk.by, (chosen, false)).await?;
    let module = module.or(match chosen.to_ascii_uppercase() {
        capitals if capitals != chosen => {
            actions::to_take(desk.app, desk.by, (&capitals, false)).await?
        }
        _ => None,
    });
    let mut errors = FieldErrors::default();
    match module {
        Some(module) if form.modules.iter().any(|known| known.code == module.code) => {
            errors.add(CHOSEN, "module-there-already");
        }
        Some(module) => form.modules.push(ModuleForm::showing(&module)),
        None if chosen.is_empty() => errors.add(CHOSEN, "module-choose-one"),
        None => errors.add(CHOSEN, "module-not-offered"),
    }
    Ok(errors.or(()))
}

async fn take(
    desk: Desk<'_>,
    number: usize,
    form: &mut CourseForm,
) -> Result<Result<(), FieldErrors>> {
    let Some(held) = number.checked_sub(1).and_then(|place| form.modules.get_mut(place)) else {
        return Ok(Ok(()));
    };
    if let Some(module) = actions::to_take(desk.app, desk.by, (&held.code, true)).await? {
        *held = ModuleForm::showing(&module);
    }
    Ok(Ok(()))
}

/// Where a button leads that makes a version of what a module says here.
pub(super) async fn next(
    desk: Desk<'_>,
    (course, step): (&CourseCode, Step),
    form: &CourseForm,
) -> Result<Option<String>> {
    let Step::KeepModule(number) = step else { return Ok(None) };
    let Some(module) = number.checked_sub(1).and_then(|place| form.modules.get(place)) else {
        return Ok(None);
    };
    let from = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("course", course.as_str())
        .append_pair("module", &module.code)
        .finish();
    let page = match actions::id_of_module(desk.app, desk.by, &module.code).await? {
        Some(id) => format!("{id}/edit"),
        None => "new".to_owned(),
    };
    Ok(Some(format!("/my-centre/modules/{page}?{from}")))
}
