//! Reading what was typed: every fault is noted, and only what cannot be kept is one.
use super::{MaterialForm, ModuleForm};
use crate::base::error::FieldErrors;
use crate::base::i18n::{Message, is_language_tag};
use crate::catalogue::rules::choices::MaterialKind;
use crate::catalogue::rules::code::CourseCode;
use crate::catalogue::rules::content::{Material, Module};

/// The most modules of a course.
pub(super) const MOST_MODULES: usize = 40;
/// The most materials of a course.
pub(super) const MOST_MATERIALS: usize = 60;
/// The most lines of a list.
pub(super) const MOST_LINES: usize = 40;
/// The longest title, in characters.
pub(in crate::catalogue::rules) const LONGEST_TITLE: usize = 200;
/// The longest text, in characters.
pub(in crate::catalogue::rules) const LONGEST_TEXT: usize = 2000;

pub(super) fn known<T: PartialEq>(names: &[String], of: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut values = Vec::new();
    for value in names.iter().filter_map(|name| of(name)) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

pub(super) fn tags(typed: &[String]) -> Vec<String> {
    known(typed, |tag| is_language_tag(tag).then(|| tag.to_owned()))
}

/// Reads fields and notes what cannot be kept.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) errors: FieldErrors,
}

/// The most characters of a wrong number that are repeated to whoever typed it.
const MOST_SHOWN: usize = 20;

impl Reading {
    pub(super) fn text(&mut self, field: impl Into<String>, typed: &str, most: usize) -> String {
        // A browser sends line ends as CR LF, and no text of ours holds other controls.
        let text: String =
            typed.trim().chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect();
        if text.chars().count() > most {
            self.errors.add(field, Message::new("course-too-long").with("most", most));
        }
        text
    }

    pub(super) fn number(&mut self, field: impl Into<String>, typed: &str) -> Option<u16> {
        let typed = typed.trim();
        let number = typed.parse().ok().filter(|number| *number < 10_000);
        if number.is_none() && !typed.is_empty() {
            // The typed text tells which field is meant, also in the summary of the faults.
            let shown: String = typed.chars().take(MOST_SHOWN).collect();
            self.errors.add(field, Message::new("course-not-a-number").with("typed", shown));
        }
        number
    }

    pub(super) fn lines<'a>(
        &mut self,
        field: &'static str,
        typed: impl Iterator<Item = &'a str>,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        for line in typed.map(str::trim).filter(|line| !line.is_empty()) {
            lines.push(self.text(field, line, LONGEST_TITLE * 2));
        }
        if lines.len() > MOST_LINES {
            self.errors.add(field, Message::new("course-too-many-lines").with("most", MOST_LINES));
        }
        lines
    }

    pub(super) fn prerequisites(&mut self, typed: &str, own: &CourseCode) -> Vec<String> {
        let parts = typed.split([',', ';', ' ', '\n', '\r', '\t']).filter(|part| !part.is_empty());
        let mut codes: Vec<String> = Vec::new();
        for part in parts.take(MOST_LINES) {
            match CourseCode::read(part) {
                Ok(code) if code == *own => {
                    self.errors.add("prerequisites", "course-prerequisite-self");
                }
                Ok(code) if codes.iter().any(|known| known == code.as_str()) => {}
                Ok(code) => codes.push(code.to_string()),
                Err(_) => self.errors.add(
                    "prerequisites",
                    Message::new("course-prerequisite-bad").with("code", part),
                ),
            }
        }
        codes
    }

    pub(super) fn modules(&mut self, typed: &[ModuleForm], code: &CourseCode) -> Vec<Module> {
        if typed.len() > MOST_MODULES {
            let most = Message::new("course-too-many-modules").with("most", MOST_MODULES);
            self.errors.add("modules", most);
        }
        let mut modules: Vec<Module> = Vec::new();
        for (number, form) in (1usize..).zip(typed) {
            modules.push(Module {
                code: self.text(format!("m{number}.code"), &form.code, LONGEST_TITLE),
                title: self.text(format!("m{number}.title"), &form.title, LONGEST_TITLE),
                hours: self.number(format!("m{number}.hours"), &form.hours),
                summary: self.text(format!("m{number}.summary"), &form.summary, LONGEST_TEXT),
            });
        }
        for place in 0..modules.len() {
            if modules[place].code.is_empty() {
                modules[place].code = code.next_module(&modules);
            }
        }
        modules
    }

    pub(super) fn materials(&mut self, typed: &[MaterialForm]) -> Vec<Material> {
        if typed.len() > MOST_MATERIALS {
            let most = Message::new("course-too-many-materials").with("most", MOST_MATERIALS);
            self.errors.add("files", most);
        }
        (1usize..)
            .zip(typed)
            .map(|(number, form)| Material {
                title: self.text(format!("f{number}.title"), &form.title, LONGEST_TITLE),
                kind: MaterialKind::of(&form.kind),
                language: self.text(format!("f{number}.language"), &form.language, 20),
            })
            .collect()
    }
}
