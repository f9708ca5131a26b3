//! The course form: what was typed, kept as typed until it can be read.
mod reading;
mod step;

use std::collections::BTreeMap;

pub(super) use self::reading::{LONGEST_TEXT, LONGEST_TITLE};
use self::reading::{MOST_MATERIALS, MOST_MODULES, Reading, known, tags};
pub use self::step::Step;
use super::choices::{DeliveryMode, DeliveryScope, Level};
use super::code::CourseCode;
use super::content::{CourseContent, Material, Module};
use crate::base::error::FieldErrors;

/// What was typed into the course form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of the course")]
pub struct CourseForm {
    pub title: String,
    pub course_type: String,
    pub work_plan_activity: String,
    pub summary: String,
    pub duration_days: String,
    pub min_participants: String,
    pub max_participants: String,
    pub levels_of_delivery: Vec<String>,
    pub delivery_modes: Vec<String>,
    pub train_the_trainer: bool,
    pub objectives: String,
    pub modules: Vec<ModuleForm>,
    pub audience: String,
    pub level: String,
    pub prerequisites: String,
    pub languages: Vec<String>,
    pub translations_available: Vec<String>,
    pub materials: Vec<MaterialForm>,
}

/// What was typed into the block of a module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of the module")]
pub struct ModuleForm {
    pub code: String,
    pub title: String,
    pub hours: String,
    pub summary: String,
}

/// What was typed into the block of a material.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of the material")]
pub struct MaterialForm {
    pub title: String,
    pub kind: String,
    pub language: String,
}

/// A text as it is kept, at most so many characters long; notes where it is longer.
pub(super) fn clean(errors: &mut FieldErrors, field: &str, typed: &str, most: usize) -> String {
    let mut reading = Reading { errors: std::mem::take(errors) };
    let text = reading.text(field, typed, most);
    *errors = reading.errors;
    text
}

impl CourseForm {
    /// What was typed.
    pub fn of(fields: &[(String, String)]) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            form.take(name, value);
        }
        form
    }

    fn take(&mut self, name: &str, value: &str) {
        let text = value.to_owned();
        match name {
            "title" => self.title = text,
            "course_type" => self.course_type = text,
            "work_plan_activity" => self.work_plan_activity = text,
            "summary" => self.summary = text,
            "duration_days" => self.duration_days = text,
            "min_participants" => self.min_participants = text,
            "max_participants" => self.max_participants = text,
            "levels_of_delivery" => self.levels_of_delivery.push(text),
            "delivery_modes" => self.delivery_modes.push(text),
            "train_the_trainer" => self.train_the_trainer = true,
            "objectives" => self.objectives = text,
            "audience" => self.audience = text,
            "level" => self.level = text,
            "prerequisites" => self.prerequisites = text,
            "languages" => self.languages.push(text),
            "translations_available" => self.translations_available.push(text),
            _ => self.take_numbered(name, text),
        }
    }

    fn take_numbered(&mut self, name: &str, text: String) {
        let Some((block, field)) = name.split_once('.') else { return };
        match (block.split_at_checked(1), field) {
            (Some(("m", number)), "code" | "title" | "hours" | "summary") => {
                let Some(module) = nth(&mut self.modules, number, MOST_MODULES + 1) else { return };
                match field {
                    "code" => module.code = text,
                    "title" => module.title = text,
                    "hours" => module.hours = text,
                    _ => module.summary = text,
                }
            }
            (Some(("f", number)), "title" | "kind" | "language") => {
                let place = nth(&mut self.materials, number, MOST_MATERIALS + 1);
                let Some(material) = place else { return };
                match field {
                    "title" => material.title = text,
                    "kind" => material.kind = text,
                    _ => material.language = text,
                }
            }
            _ => {}
        }
    }

    /// Whether it says that the course is held for this.
    pub fn is_held_for(&self, level: &str) -> bool {
        self.levels_of_delivery.iter().any(|known| known == level)
    }

    /// Whether it says that the course is held in this way.
    pub fn is_held(&self, mode: &str) -> bool {
        self.delivery_modes.iter().any(|known| known == mode)
    }

    /// The form as it stands for a course.
    pub fn showing(content: &CourseContent) -> Self {
        let number = |number: Option<u16>| number.map(|n| n.to_string()).unwrap_or_default();
        let names = |names: Vec<&'static str>| names.into_iter().map(str::to_owned).collect();
        Self {
            title: content.title.clone(),
            course_type: content.course_type.clone(),
            work_plan_activity: content.work_plan_activity.clone(),
            summary: content.summary.clone(),
            duration_days: number(content.duration_days),
            min_participants: number(content.min_participants),
            max_participants: number(content.max_participants),
            levels_of_delivery: names(
                content.levels_of_delivery.iter().map(|v| v.as_str()).collect(),
            ),
            delivery_modes: names(content.delivery_modes.iter().map(|v| v.as_str()).collect()),
            train_the_trainer: content.train_the_trainer,
            objectives: content.objectives.join("\n"),
            modules: content.modules.iter().map(ModuleForm::showing).collect(),
            audience: content.audience.clone(),
            level: content.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
            prerequisites: content.prerequisites.join(", "),
            languages: content.languages.clone(),
            translations_available: content.translations_available.clone(),
            materials: content.materials.iter().map(MaterialForm::showing).collect(),
        }
    }

    /// Reads the form as a draft, which may lack anything: only what cannot be kept is a fault.
    pub fn read(&self, code: &CourseCode) -> Result<CourseContent, FieldErrors> {
        let mut reading = Reading::default();
        let content = CourseContent {
            title: reading.text("title", &self.title, LONGEST_TITLE),
            course_type: reading.text("course_type", &self.course_type, LONGEST_TITLE),
            work_plan_activity: reading.text(
                "work_plan_activity",
                &self.work_plan_activity,
                LONGEST_TITLE,
            ),
            summary: reading.text("summary", &self.summary, LONGEST_TEXT),
            duration_days: reading.number("duration_days", &self.duration_days),
            min_participants: reading.number("min_participants", &self.min_participants),
            max_participants: reading.number("max_participants", &self.max_participants),
            levels_of_delivery: known(&self.levels_of_delivery, DeliveryScope::of),
            delivery_modes: known(&self.delivery_modes, DeliveryMode::of),
            train_the_trainer: self.train_the_trainer,
            objectives: reading.lines("objectives", self.objectives.lines()),
            modules: reading.modules(&self.modules, code),
            audience: reading.text("audience", &self.audience, LONGEST_TEXT),
            level: Level::of(&self.level),
            prerequisites: reading.prerequisites(&self.prerequisites, code),
            languages: tags(&self.languages),
            translations_available: tags(&self.translations_available),
            materials: reading.materials(&self.materials),
            // The form has none; the draft keeps those that it has.
            texts: BTreeMap::new(),
        };
        reading.errors.or(content)
    }
}

impl ModuleForm {
    fn showing(module: &Module) -> Self {
        Self {
            code: module.code.clone(),
            title: module.title.clone(),
            hours: module.hours.map(|hours| hours.to_string()).unwrap_or_default(),
            summary: module.summary.clone(),
        }
    }
}

impl MaterialForm {
    /// The form as it stands for a material.
    pub fn showing(material: &Material) -> Self {
        Self {
            title: material.title.clone(),
            kind: material.kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            language: material.language.clone(),
        }
    }
}

fn nth<'a, T: Default>(list: &'a mut Vec<T>, number: &str, most: usize) -> Option<&'a mut T> {
    let number: usize = number.parse().ok().filter(|number| (1..=most).contains(number))?;
    while list.len() < number {
        list.push(T::default());
    }
    list.get_mut(number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn code() -> CourseCode {
        CourseCode::read("LIA-301").expect("a code")
    }

    #[test]
    fn a_draft_may_be_empty() {
        assert_eq!(CourseForm::default().read(&code()), Ok(CourseContent::default()));
    }

    #[test]
    fn what_a_course_says_comes_back_from_its_form() {
        let form = CourseForm::of(&fields(&[
            ("title", "Liaison"),
            ("duration_days", "5"),
            ("levels_of_delivery", "regional"),
            ("levels_of_delivery", "national"),
            ("objectives", "One\r\n\r\nTwo"),
            ("m1.title", "First"),
            ("m1.hours", "6"),
            ("m2.title", "Second"),
            ("m2.code", "LIA-301-M1"),
            ("prerequisites", "lia-201; INT-201"),
            ("languages", "en"),
            ("f1.title", "Guide"),
            ("f1.kind", "slides"),
            ("f1.language", "en"),
        ]));
        let content = form.read(&code()).expect("a draft");
        assert_eq!(content.objectives, ["One", "Two"]);
        assert_eq!(content.prerequisites, ["LIA-201", "INT-201"]);
        let codes: Vec<_> = content.modules.iter().map(|module| module.code.as_str()).collect();
        assert_eq!(codes, ["LIA-301-M2", "LIA-301-M1"]);
        assert_eq!(CourseForm::showing(&content).read(&code()), Ok(content));
    }

    #[test]
    fn every_fault_of_a_draft_is_told_at_once() {
        let form = CourseForm::of(&fields(&[
            ("duration_days", "a week"),
            ("m1.hours", "-1"),
            ("prerequisites", "LIA-301, ?"),
            ("title", &"x".repeat(201)),
        ]));
        let errors = form.read(&code()).expect_err("faults");
        let named: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(named, ["title", "duration_days", "m1.hours", "prerequisites", "prerequisites"]);
    }

    #[test]
    fn modules_move_and_go_with_all_that_was_typed() {
        let mut form = CourseForm::of(&fields(&[("m1.title", "A"), ("m2.title", "B")]));
        form.apply(Step::ModuleDown(1));
        form.apply(Step::ModuleUp(1));
        form.apply(Step::AddModule);
        form.apply(Step::RemoveModule(9));
        let titles: Vec<_> = form.modules.iter().map(|module| module.title.as_str()).collect();
        assert_eq!(titles, ["B", "A", ""]);
        form.apply(Step::RemoveModule(1));
        assert_eq!(form.modules[0].title, "A");
    }

    #[test]
    fn a_button_is_read_off_the_form() {
        assert_eq!(Step::of(&fields(&[("move", "3:up")])), Step::ModuleUp(3));
        assert_eq!(Step::of(&fields(&[("do", "check")])), Step::Check);
        assert_eq!(Step::of(&fields(&[("move", "x")])), Step::Save);
    }

    #[test]
    fn a_form_cannot_make_the_list_grow_without_end() {
        let form = CourseForm::of(&fields(&[("m999999999.title", "x"), ("m0.title", "x")]));
        assert!(form.modules.is_empty());
    }
}
