//! The form of a module, alone or within a course.
use super::reading::{LONGEST_TEXT, LONGEST_TITLE, Reading};
use super::{CourseForm, ModuleForm};
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::catalogue::rules::code::{CourseCode, read_code};
use crate::catalogue::rules::content::Module;
use crate::catalogue::rules::publishing::MOST_HOURS;

/// The longest code of a module that somebody types: that of a course and a number, with room.
const LONGEST_CODE: usize = 40;

impl ModuleForm {
    /// Reads a module that a centre keeps for its courses: it says everything.
    pub fn read(&self) -> Result<Module, FieldErrors> {
        let mut errors = FieldErrors::default();
        let code = read_code(&self.code, LONGEST_CODE).unwrap_or_default();
        if code.is_empty() {
            errors.add("code", Message::new("module-code-bad").with("most", LONGEST_CODE));
        }
        match self.read_text() {
            Ok(module) => errors.or(Module { code, ..module }),
            Err(faults) => {
                faults.iter().for_each(|(field, message)| errors.add(field, message.clone()));
                Err(errors)
            }
        }
    }

    /// Reads what another version of a module says; its code stays.
    pub fn read_text(&self) -> Result<Module, FieldErrors> {
        let mut reading = Reading::default();
        let module = Module {
            code: self.code.clone(),
            title: reading.text("title", &self.title, LONGEST_TITLE),
            hours: reading.number("hours", &self.hours),
            summary: reading.text("summary", &self.summary, LONGEST_TEXT),
        };
        let mut errors = reading.errors;
        if module.title.is_empty() {
            errors.add("title", "module-needs-title");
        }
        let good = module.hours.is_some_and(|hours| (1..=MOST_HOURS).contains(&hours));
        if !good && errors.of("hours").is_none() {
            errors.add("hours", Message::new("module-needs-hours").with("most", MOST_HOURS));
        }
        if module.summary.is_empty() {
            errors.add("summary", "module-needs-summary");
        }
        errors.or(module)
    }

    /// What it says so far, whatever is wrong with it.
    pub fn said(&self) -> Module {
        let mut reading = Reading::default();
        Module {
            code: reading.text("code", &self.code, LONGEST_TITLE),
            title: reading.text("title", &self.title, LONGEST_TITLE),
            hours: reading.number("hours", &self.hours),
            summary: reading.text("summary", &self.summary, LONGEST_TEXT),
        }
    }
}

impl CourseForm {
    /// Gives a code to each module that has none: one of the course that is neither in the form
    /// nor among those `taken` by other modules of the centre.
    pub fn code_modules(&mut self, code: &CourseCode, taken: &[String]) {
        for place in 0..self.modules.len() {
            if !self.modules[place].code.trim().is_empty() {
                continue;
            }
            let used = self.modules.iter().map(|module| module.code.trim());
            let used: Vec<_> = used.chain(taken.iter().map(String::as_str)).collect();
            self.modules[place].code = code.free_module(&used);
        }
    }

    /// Whether a module has no code yet.
    pub fn lacks_codes(&self) -> bool {
        self.modules.iter().any(|module| module.code.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(code: &str, title: &str, hours: &str, summary: &str) -> ModuleForm {
        let [code, title, hours, summary] = [code, title, hours, summary].map(str::to_owned);
        ModuleForm { code, title, hours, summary }
    }

    #[test]
    fn a_module_that_says_everything_is_read() {
        let read = form(" lia-201-m1 ", " Networks\r\n", "6", "Who\r\nis who.").read();
        let read = read.expect("a module");
        let said = (read.code.as_str(), read.title.as_str(), read.hours, read.summary.as_str());
        assert_eq!(said, ("LIA-201-M1", "Networks", Some(6), "Who\nis who."));
    }

    #[test]
    fn what_a_module_lacks_is_told_at_once_and_by_its_field() {
        let faults = |form: ModuleForm| -> Vec<String> {
            let faults = form.read().expect_err("faults");
            faults.iter().map(|(field, _)| field.to_owned()).collect()
        };
        assert_eq!(faults(ModuleForm::default()), ["code", "title", "hours", "summary"]);
        assert_eq!(faults(form("A 1", "T", "6", "S")), ["code"]);
        for hours in ["0", "401", "six", "-1"] {
            assert_eq!(faults(form("A-1", "T", hours, "S")), ["hours"], "{hours}");
        }
        assert_eq!(faults(form("A-1", &"x".repeat(201), "6", "S")), ["title"]);
    }

    #[test]
    fn a_new_module_never_takes_the_code_of_another_one() {
        let code = CourseCode::read("LIA-201").expect("a code");
        let mut course = CourseForm {
            modules: vec![form("LIA-201-M1", "A", "", ""), form("", "B", "", "")],
            ..CourseForm::default()
        };
        course.modules.push(form(" ", "C", "", ""));
        assert!(course.lacks_codes());
        course.code_modules(&code, &["LIA-201-M2".to_owned(), "LIA-201-M9".to_owned()]);
        let codes: Vec<_> = course.modules.iter().map(|module| module.code.as_str()).collect();
        assert_eq!(codes, ["LIA-201-M1", "LIA-201-M3", "LIA-201-M4"]);
        assert!(!course.lacks_codes());
    }
}
