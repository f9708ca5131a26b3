//! The code of a delivery: in its address, in emails and in calendars, and never changed.
use std::fmt;

use crate::catalogue::rules::CourseCode;

/// What stands between the code of the course and the number.
const MARK: &str = "-D";
/// The most digits of a number.
const DIGITS: usize = 6;

/// The code of a delivery: that of its course and a number, `LIA-201-D3`. It holds no year, because
/// a delivery that is postponed to another one keeps it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeliveryCode(String);

impl DeliveryCode {
    /// The code of the delivery of this number, from 1, of a course.
    pub fn of(course: &str, number: i32) -> Self {
        Self(format!("{course}{MARK}{number}"))
    }

    /// Reads a code; small letters are taken for capitals.
    pub fn read(text: &str) -> Option<Self> {
        let code = text.trim().to_ascii_uppercase();
        let (course, number) = code.rsplit_once(MARK)?;
        let whole = (1..=DIGITS).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !number.starts_with('0');
        let course = CourseCode::read(course).ok()?;
        whole.then(|| Self(format!("{course}{MARK}{number}")))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeliveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_made() {
        let made = DeliveryCode::of("LIA-201", 12);
        assert_eq!(made.as_str(), "LIA-201-D12");
        assert_eq!(DeliveryCode::read(" lia-201-d12 "), Some(made));
    }

    #[test]
    fn what_names_no_course_or_no_number_is_no_code() {
        for text in ["", "LIA-201", "LIA-201-D", "LIA-201-D0", "LIA-201-D1x", "-D1", "../-D1"] {
            assert_eq!(DeliveryCode::read(text), None, "{text}");
        }
        assert_eq!(DeliveryCode::read("LIA-201-D1234567"), None);
    }
}
