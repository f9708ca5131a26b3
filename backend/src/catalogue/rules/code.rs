//! The code of a course: in its address, in emails and on certificates, and never changed.
use std::fmt;

use super::content::Module;
use crate::base::i18n::Message;

/// The code of a course: `LIA-201`, or one of the centre's own such as `BORDER-7A`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CourseCode(String);

/// The longest code that fits a column of the printed catalogue.
const LONGEST: usize = 20;

impl CourseCode {
    /// Reads a code: parts of letters and digits joined by single hyphens, 3 to 20 characters,
    /// a letter first and a digit somewhere. Small letters are taken for capitals.
    pub fn read(text: &str) -> Result<Self, Message> {
        read_code(text, LONGEST).map(Self).ok_or_else(|| Message::new("course-code-bad"))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first code of a module that none of `taken` has: `LIA-201-M4`.
    pub fn next_module(&self, taken: &[Module]) -> String {
        let taken: Vec<_> = taken.iter().map(|module| module.code.as_str()).collect();
        self.free_module(&taken)
    }

    /// The first code of a module that is none of `taken`.
    pub fn free_module(&self, taken: &[&str]) -> String {
        (1..=taken.len() + 1)
            .map(|number| format!("{self}-M{number}"))
            .find(|code| !taken.contains(&code.as_str()))
            .unwrap_or_default()
    }

    /// What the codes begin with that its modules are given.
    pub fn before_modules(&self) -> String {
        format!("{self}-M")
    }
}

/// Reads a code of at most so many characters, by the rules of [`CourseCode::read`].
pub(super) fn read_code(text: &str, longest: usize) -> Option<String> {
    let code = text.trim().to_ascii_uppercase();
    let parts = code.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    });
    let has_digit = code.bytes().any(|b| b.is_ascii_digit());
    let starts_well = code.starts_with(|first: char| first.is_ascii_uppercase());
    let whole = parts && has_digit && starts_well && (3..=longest).contains(&code.len());
    whole.then_some(code)
}

impl fmt::Display for CourseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_region_and_of_a_centre_are_read() {
        for (typed, code) in
            [("LIA-201", "LIA-201"), (" lia-201 ", "LIA-201"), ("border-7a", "BORDER-7A")]
        {
            assert_eq!(CourseCode::read(typed).expect(typed).as_str(), code);
        }
    }

    #[test]
    fn what_could_be_taken_for_an_address_or_breaks_a_column_is_no_code() {
        for typed in [
            "",
            "A1",
            "NEW",
            "new",
            "LIA--201",
            "-LIA201",
            "LIA201-",
            "LIA 201",
            "LIA/201",
            "1-LIA",
            "LIÄ-201",
            "LIA-201-ABCDEFGHIJKLM",
            "LIA-201?",
            "../1",
            "%2e1",
        ] {
            assert!(CourseCode::read(typed).is_err(), "{typed}");
        }
    }
}
