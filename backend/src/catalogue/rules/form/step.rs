//! The buttons inside the course form.
use super::{CourseForm, MaterialForm, ModuleForm};

/// Which button was pressed. Numbers count from 1, as the page shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Save.
    Save,
    /// Save, and go on to the check before publishing.
    Check,
    /// One more module.
    AddModule,
    /// A module before the one above it.
    ModuleUp(usize),
    /// A module after the one below it.
    ModuleDown(usize),
    /// A module less.
    RemoveModule(usize),
    /// One more material.
    AddMaterial,
    /// A material less.
    RemoveMaterial(usize),
}

impl Step {
    /// Reads the button off the fields; none of them means Save.
    pub fn of(fields: &[(String, String)]) -> Self {
        fields.iter().find_map(|(name, value)| Self::read(name, value)).unwrap_or(Self::Save)
    }

    fn read(name: &str, value: &str) -> Option<Self> {
        match (name, value) {
            ("do", "check") => Some(Self::Check),
            ("do", "add-module") => Some(Self::AddModule),
            ("do", "add-material") => Some(Self::AddMaterial),
            ("remove", number) => number.parse().ok().map(Self::RemoveModule),
            ("remove-material", number) => number.parse().ok().map(Self::RemoveMaterial),
            ("move", step) => match step.split_once(':')? {
                (number, "up") => number.parse().ok().map(Self::ModuleUp),
                (number, "down") => number.parse().ok().map(Self::ModuleDown),
                _ => None,
            },
            _ => None,
        }
    }

    /// The part of the page to look at afterwards; whoever moves a module goes on moving it.
    pub fn place(self, form: &CourseForm) -> String {
        match self {
            Self::Save | Self::Check => String::new(),
            Self::AddModule => format!("#m{}.title", form.modules.len()),
            Self::ModuleUp(number) if number > 2 => format!("#m{}.up", number - 1),
            Self::ModuleUp(_) => "#m1.down".to_owned(),
            Self::ModuleDown(number) if number + 1 < form.modules.len() => {
                format!("#m{}.down", number + 1)
            }
            Self::ModuleDown(_) => format!("#m{}.up", form.modules.len()),
            Self::RemoveModule(_) => "#modules".to_owned(),
            Self::AddMaterial => format!("#f{}.title", form.materials.len()),
            Self::RemoveMaterial(_) => "#files".to_owned(),
        }
    }
}

impl CourseForm {
    /// Does what a button inside the form says.
    pub fn apply(&mut self, step: Step) {
        let modules = &mut self.modules;
        match step {
            Step::AddModule => modules.push(ModuleForm::default()),
            Step::ModuleUp(number) if (2..=modules.len()).contains(&number) => {
                modules.swap(number - 1, number - 2);
            }
            Step::ModuleDown(number) if (1..modules.len()).contains(&number) => {
                modules.swap(number - 1, number);
            }
            Step::RemoveModule(number) if (1..=modules.len()).contains(&number) => {
                modules.remove(number - 1);
            }
            Step::AddMaterial => self.materials.push(MaterialForm::default()),
            Step::RemoveMaterial(number) if (1..=self.materials.len()).contains(&number) => {
                self.materials.remove(number - 1);
            }
            Step::Save
            | Step::Check
            | Step::ModuleUp(_)
            | Step::ModuleDown(_)
            | Step::RemoveModule(_)
            | Step::RemoveMaterial(_) => {}
        }
    }
}
