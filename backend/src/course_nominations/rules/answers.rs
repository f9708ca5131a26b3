//! A sheet as it was typed. Nothing is judged here, so that a draft keeps every character.
use serde::{Deserialize, Serialize};

use super::line::{Line, NEW_COURSE, Usual, first_key, key_of, type_of};
use super::lists::{Frequency, Level};

use crate::base::ids::CourseId;

/// The most lines that one course type may have on a sheet.
pub const MOST_LINES_OF_A_TYPE: usize = 5;

/// A member's answers to a round, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// What fills rows that are not needed yet.
    pub usual: Usual,
    /// One line for each course type or more, in the order of the sheet.
    pub lines: Vec<Line>,
}

impl Answers {
    /// The same answers with a line for each of these course types, by their order; a line for
    /// a course that is not on the list stands at the end.
    #[must_use]
    pub fn arranged(mut self, types: &[&str]) -> Self {
        let mut lines = Vec::new();
        for code in types.iter().copied().chain([NEW_COURSE]) {
            let own = self.lines.extract_if(.., |line| type_of(&line.key) == code);
            let before = lines.len();
            lines.extend(own);
            if lines.len() == before {
                lines.push(Line::usual(first_key(code), &self.usual));
            }
        }
        Self { lines, ..self }
    }

    /// These answers with what a form holds put over them. Course types that are not on the
    /// sheet are left out; a line that the form does not mention stays.
    #[must_use]
    pub fn with_form(mut self, fields: &[(String, String)], types: &[&str]) -> Self {
        let mut mentioned: Vec<&str> = Vec::new();
        for (name, value) in fields {
            let Some((key, field)) = name.rsplit_once('.') else { continue };
            if key == "usual" {
                self.usual.set(field, value);
                continue;
            }
            let Some(line) = self.line_or_new(key, types) else { continue };
            if !mentioned.contains(&key) {
                mentioned.push(key);
                line.forget_what_may_be_unsent();
            }
            line.set(field, value);
        }
        self.arranged(types)
    }

    fn line_or_new(&mut self, key: &str, types: &[&str]) -> Option<&mut Line> {
        if let Some(index) = self.lines.iter().position(|line| line.key == key) {
            return self.lines.get_mut(index);
        }
        let code = type_of(key);
        let known = code == NEW_COURSE || types.contains(&code);
        let possible = (1..=MOST_LINES_OF_A_TYPE).any(|number| key == key_of(code, number));
        if !known || !possible {
            return None;
        }
        self.lines.push(Line::usual(key.to_owned(), &self.usual));
        self.lines.last_mut()
    }

    /// Adds a line for a course type (or for a course that is not on the list) that is there.
    pub fn add(&mut self, code: &str) -> Option<String> {
        let there = self.lines.iter().rposition(|line| type_of(&line.key) == code)?;
        let key = (2..=MOST_LINES_OF_A_TYPE)
            .map(|number| key_of(code, number))
            .find(|key| self.lines.iter().all(|line| line.key != *key))?;
        self.lines.insert(there + 1, Line::usual(key.clone(), &self.usual));
        Some(key)
    }

    /// Removes a line that was added.
    pub fn remove(&mut self, key: &str) {
        self.lines.retain(|line| line.key != key || !line.is_extra());
    }

    /// Puts the usual answers into every line that asks for nothing.
    pub fn use_usual(&mut self) {
        for line in self.lines.iter_mut().filter(|line| !line.is_asked()) {
            line.fill(&self.usual);
        }
    }

    /// Copies lines of a former round into course types for which nothing is asked.
    pub fn copy(&mut self, former: Vec<Line>) {
        let asked: Vec<String> =
            self.lines.iter().filter(|line| line.is_asked()).map(|line| line.key.clone()).collect();
        let is_free = |code: &str| asked.iter().all(|key| type_of(key) != code);
        for mut line in former.into_iter().filter(|line| is_free(type_of(&line.key))) {
            let code = type_of(&line.key).to_owned();
            let unasked = |own: &&mut Line| type_of(&own.key) == code && !own.is_asked();
            if self.lines.iter().any(|own| own.rank == line.rank && own.is_asked()) {
                line.rank.clear();
            }
            if self.lines.iter_mut().find(unasked).is_none() {
                self.add(&code);
            }
            if let Some(own) = self.lines.iter_mut().find(unasked) {
                *own = Line { key: own.key.clone(), ..line };
            }
        }
    }

    /// Asks once for the texts and materials of a course in a language, on a line that asks for
    /// nothing yet or on a further one; answers its key, and none where the type has no line left.
    pub fn ask_translation(
        &mut self,
        code: &str,
        (course, language): (CourseId, &str),
        reason: &str,
    ) -> Option<String> {
        let course = course.to_string();
        let wanted = Level::Translation.as_str();
        let own = |line: &&mut Line| type_of(&line.key) == code;
        let same = |line: &&mut Line| {
            line.is_asked()
                && (line.level.as_str(), &line.course, line.language.as_str())
                    == (wanted, &course, language)
        };
        if let Some(line) = self.lines.iter_mut().filter(own).find(same) {
            return Some(line.key.clone());
        }
        let free = self.lines.iter_mut().filter(own).find(|line| !line.is_asked());
        let key = match free {
            Some(line) => line.key.clone(),
            None => self.add(code)?,
        };
        let line = self.lines.iter_mut().find(|line| line.key == key)?;
        *line = Line {
            often: Frequency::Once.as_str().to_owned(),
            level: wanted.to_owned(),
            people: String::new(),
            language: language.to_owned(),
            reason: reason.to_owned(),
            course,
            ..Line::usual(key.clone(), &self.usual)
        };
        Some(key)
    }

    /// The lines that differ from those of `other`, this side first.
    pub fn differences<'a>(&'a self, other: &'a Self) -> Vec<(Option<&'a Line>, Option<&'a Line>)> {
        let of = |answers: &'a Self, key: &str| answers.lines.iter().find(|line| line.key == key);
        let mut keys: Vec<&str> = self.lines.iter().map(|line| line.key.as_str()).collect();
        keys.extend(other.lines.iter().map(|line| line.key.as_str()));
        let mut seen = std::collections::HashSet::new();
        keys.into_iter()
            .filter(|key| seen.insert(*key))
            .map(|key| (of(self, key), of(other, key)))
            .filter(|(own, others)| own != others)
            .collect()
    }

    /// How many of the course types are answered, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let types = |of: fn(&Line) -> bool| {
            let lines = self.lines.iter().filter(|line| of(line));
            lines.filter_map(Line::course_type).collect::<std::collections::HashSet<_>>().len()
        };
        (types(Line::is_answered), types(|_| true))
    }

    /// Deliveries asked for in a horizon of so many months.
    pub fn deliveries(&self, months: u32) -> u32 {
        self.lines.iter().filter_map(Line::frequency).map(|often| often.deliveries(months)).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TYPES: [&str; 2] = ["liaison", "induction"];

    fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn answered(pairs: &[(&str, &str)]) -> Answers {
        Answers::default().arranged(&TYPES).with_form(&form(pairs), &TYPES)
    }

    fn keys(answers: &Answers) -> Vec<&str> {
        answers.lines.iter().map(|line| line.key.as_str()).collect()
    }

    #[test]
    fn a_new_sheet_has_a_line_for_each_type_and_one_for_another_course() {
        assert_eq!(keys(&answered(&[])), ["liaison", "induction", "~1"]);
    }

    #[test]
    fn not_needed_is_told_from_no_answer() {
        let answers = answered(&[("liaison.freq", "0"), ("induction.level", "national")]);
        assert!(answers.lines[0].is_answered() && !answers.lines[0].is_asked());
        assert!(!answers.lines[1].is_answered());
        assert_eq!(answers.progress(), (1, 2));
    }

    #[test]
    fn squares_that_are_no_longer_chosen_are_gone() {
        let answers = answered(&[("liaison.q", "1"), ("liaison.q", "3"), ("liaison.host", "on")]);
        assert_eq!(answers.lines[0].quarters, "13");
        let answers = answers.with_form(&form(&[("liaison.q", "2")]), &TYPES);
        assert_eq!(answers.lines[0].quarters, "2");
        assert!(!answers.lines[0].can_host);
    }

    #[test]
    fn a_second_line_is_added_below_the_first_and_removed() {
        let mut answers = answered(&[]);
        assert_eq!(answers.add("liaison").as_deref(), Some("liaison~2"));
        assert_eq!(keys(&answers), ["liaison", "liaison~2", "induction", "~1"]);
        answers.remove("liaison");
        answers.remove("liaison~2");
        assert_eq!(keys(&answers), ["liaison", "induction", "~1"]);
        assert_eq!(answers.add("unknown"), None);
    }

    #[test]
    fn lines_of_types_that_are_not_on_the_sheet_are_left_out() {
        let answers = answered(&[("maritime.freq", "annual"), ("liaison~99.freq", "annual")]);
        assert_eq!(keys(&answers), ["liaison", "induction", "~1"]);
    }

    #[test]
    fn copying_fills_only_what_is_not_asked() {
        let mut answers =
            answered(&[("liaison.freq", "annual"), ("liaison.rank", "1"), ("induction.freq", "0")]);
        let line = |key: &str, often: &str, rank: &str| Line {
            key: key.to_owned(),
            often: often.to_owned(),
            rank: rank.to_owned(),
            ..Line::default()
        };
        answers.copy(vec![
            line("liaison", "monthly", "2"),
            line("induction", "once", "1"),
            line("induction~2", "quarterly", "3"),
        ]);
        let asked: Vec<_> = answers.lines.iter().map(|line| line.often.as_str()).collect();
        assert_eq!(asked, ["annual", "once", "quarterly", ""]);
        assert_eq!(answers.lines[1].rank, "", "rank 1 is taken");
        assert_eq!(answers.lines[2].rank, "3");
    }

    #[test]
    fn a_translation_is_asked_for_on_a_line_of_its_own_and_once() {
        let mut answers = answered(&[("liaison.freq", "annual"), ("induction.freq", "0")]);
        let course = CourseId::new();
        let key = answers.ask_translation("liaison", (course, "th"), "");
        assert_eq!(key.as_deref(), Some("liaison~2"));
        assert_eq!(answers.ask_translation("liaison", (course, "th"), "Why"), key);
        let other = answers.ask_translation("liaison", (course, "km"), "");
        assert_eq!(other.as_deref(), Some("liaison~3"));
        let free = answers.ask_translation("induction", (course, "th"), "");
        assert_eq!(free.as_deref(), Some("induction"));
        assert_eq!(answers.lines[0].often, "annual");
        for tag in ["lo", "my"] {
            assert!(answers.ask_translation("liaison", (course, tag), "").is_some());
        }
        assert_eq!(answers.ask_translation("liaison", (course, "vi"), ""), None);
        assert_eq!(answers.ask_translation("maritime", (course, "vi"), ""), None);
    }

    #[test]
    fn the_usual_answers_leave_rows_in_use_alone() {
        let mut answers = answered(&[("liaison.freq", "once"), ("usual.level", "national")]);
        answers.use_usual();
        assert_eq!(answers.lines[0].level, "regional");
        assert_eq!(answers.lines[1].level, "national");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_kept_as_it_is(reason in "\\PC{0,300}", people in "\\PC{0,20}") {
            let answers = answered(&[("liaison.reason", &reason), ("liaison.people", &people)]);
            let kept: Answers =
                serde_json::from_str(&serde_json::to_string(&answers).expect("JSON")).expect("JSON");
            prop_assert_eq!(&kept.lines[0].reason, &reason);
            prop_assert_eq!(&kept.lines[0].people, &people);
            prop_assert!(kept.differences(&answers).is_empty());
        }
    }
}
