//! One line of a sheet as it was typed, and the usual answers.
use serde::{Deserialize, Serialize};

use super::lists::{Frequency, Quarters};
use crate::base::ids::CourseId;

/// In the place of a course type: a course that is not on the list.
pub const NEW_COURSE: &str = "";
/// The most characters of one typed answer that are kept.
const LONGEST_ANSWER: usize = 4_000;

/// What fills rows that are not needed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Usual {
    /// The name of a level.
    pub level: String,
    /// People at each delivery.
    pub people: String,
    /// A language tag.
    pub language: String,
    /// The name of an urgency.
    pub urgency: String,
}

impl Default for Usual {
    fn default() -> Self {
        let text = str::to_owned;
        Self {
            level: text("regional"),
            people: text("3"),
            language: text("en"),
            urgency: text("medium"),
        }
    }
}

/// A course that is preferred: its id where it was chosen, its code where it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preference {
    /// Chosen from a list.
    Id(CourseId),
    /// Typed, in capitals.
    Code(String),
}

/// One line of a sheet, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    /// The course type, then `~2` on its second line; `~1` is the first course not on the list.
    pub key: String,
    /// Empty: no answer; `0`: not needed; else the name of a frequency.
    pub often: String,
    /// The name of a level.
    pub level: String,
    /// People at each delivery.
    pub people: String,
    /// A language tag.
    pub language: String,
    /// The place in the member's order of importance; empty follows the sheet.
    pub rank: String,
    /// The name of an urgency.
    pub urgency: String,
    /// The digits of the quarters that suit.
    pub quarters: String,
    /// Why, in one sentence.
    pub reason: String,
    /// The id or the code of a course that is preferred.
    pub course: String,
    /// The name of a mode.
    pub mode: String,
    /// Whether the member can host.
    pub can_host: bool,
    /// The title of a course that is not on the list.
    pub title: String,
}

impl Line {
    /// The line of this key, filled with the usual answers.
    pub fn usual(key: String, usual: &Usual) -> Self {
        let mut line = Self { key, mode: "any".to_owned(), ..Self::default() };
        line.fill(usual);
        line
    }

    pub(super) fn fill(&mut self, usual: &Usual) {
        self.level.clone_from(&usual.level);
        self.people.clone_from(&usual.people);
        self.language.clone_from(&usual.language);
        self.urgency.clone_from(&usual.urgency);
    }

    /// The course type; none for a course that is not on the list.
    pub fn course_type(&self) -> Option<&str> {
        Some(type_of(&self.key)).filter(|code| *code != NEW_COURSE)
    }

    /// Whether the member asks for something here.
    pub fn is_asked(&self) -> bool {
        !matches!(self.often.as_str(), "" | "0")
    }

    /// Whether the member said anything here, be it "not needed".
    pub fn is_answered(&self) -> bool {
        !self.often.is_empty()
    }

    /// Whether it was added by a button and may go again.
    pub fn is_extra(&self) -> bool {
        self.key.contains('~') && self.key != "~1"
    }

    /// The course that is preferred, as it was chosen or typed.
    pub fn preferred(&self) -> Option<Preference> {
        let typed = self.course.trim();
        match typed.parse() {
            Ok(id) => Some(Preference::Id(CourseId(id))),
            Err(_) if typed.is_empty() => None,
            Err(_) => Some(Preference::Code(typed.to_ascii_uppercase())),
        }
    }

    /// The frequency asked for.
    pub fn frequency(&self) -> Option<Frequency> {
        Frequency::of(&self.often)
    }

    /// The quarters that suit.
    pub fn chosen_quarters(&self) -> Quarters {
        Quarters::of(&self.quarters)
    }

    pub(super) fn set(&mut self, field: &str, value: &str) {
        let value: String = value.chars().take(LONGEST_ANSWER).collect();
        match field {
            "freq" => self.often = value,
            "level" => self.level = value,
            "people" => self.people = value,
            "lang" => self.language = value,
            "rank" => self.rank = value,
            "urgency" => self.urgency = value,
            "q" => self.quarters.push_str(&value),
            "reason" => self.reason = value,
            "course" => self.course = value,
            "mode" => self.mode = value,
            "host" => self.can_host = true,
            "title" => self.title = value,
            _ => {}
        }
    }

    /// A browser sends squares and ticks only where they are chosen.
    pub(super) fn forget_what_may_be_unsent(&mut self) {
        self.often.clear();
        self.quarters.clear();
        self.can_host = false;
    }
}

impl Usual {
    pub(super) fn set(&mut self, field: &str, value: &str) {
        let value: String = value.chars().take(LONGEST_ANSWER).collect();
        match field {
            "level" => self.level = value,
            "people" => self.people = value,
            "lang" => self.language = value,
            "urgency" => self.urgency = value,
            _ => {}
        }
    }
}

/// The course type of a line, by its key.
pub(super) fn type_of(key: &str) -> &str {
    key.split('~').next().unwrap_or_default()
}

/// The key of the first line of a course type.
pub(super) fn first_key(code: &str) -> String {
    key_of(code, 1)
}

/// The key of a line of a course type, counted from 1.
pub(super) fn key_of(code: &str, number: usize) -> String {
    if number == 1 && code != NEW_COURSE { code.to_owned() } else { format!("{code}~{number}") }
}
