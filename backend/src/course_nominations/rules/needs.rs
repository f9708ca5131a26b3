//! Judging a sheet: from what was typed to needs that can be submitted, every fault at once.
use std::collections::HashMap;

use super::answers::Answers;
use super::faults::{Faults, ranks};
use super::line::Line;
use super::lists::{Frequency, Level, Mode, Quarters, Urgency};
use crate::base::error::FieldErrors;
use crate::base::ids::CourseId;

/// The most characters of a reason.
pub const LONGEST_REASON: usize = 200;
/// The most characters of the title of a course that is not on the list.
pub const LONGEST_TITLE: usize = 120;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A course type of the list.
    Type(String),
    /// A course that does not exist yet, by the title that the member gives it.
    New(String),
}

/// One need of a member, ready to be submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The line of the sheet.
    pub line: String,
    /// What is asked for.
    pub about: About,
    /// A course that is preferred.
    pub course: Option<CourseId>,
    /// How often.
    pub frequency: Frequency,
    /// For whom.
    pub level: Level,
    /// People at each delivery; none for a translation.
    pub participants: u16,
    /// The place in the member's order of importance, unique, from 1.
    pub rank: u16,
    /// How urgent.
    pub urgency: Urgency,
    /// The language wanted, BCP 47.
    pub language: String,
    /// How it is to be held.
    pub mode: Mode,
    /// The quarters that suit.
    pub quarters: Quarters,
    /// Whether the member can host.
    pub can_host: bool,
    /// Why.
    pub reason: String,
}

impl Need {
    /// The course type; none for a course that does not exist yet.
    pub fn course_type(&self) -> Option<&str> {
        match &self.about {
            About::Type(code) => Some(code),
            About::New(_) => None,
        }
    }

    /// Deliveries in a horizon of so many months.
    pub fn deliveries(&self, months: u32) -> u32 {
        self.frequency.deliveries(months)
    }

    /// Places asked for in a horizon of so many months.
    pub fn places(&self, months: u32) -> u32 {
        self.deliveries(months) * u32::from(self.participants)
    }
}

/// What a sheet is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The codes of the course types of the round.
    pub types: &'a [&'a str],
    /// The courses on offer that may be preferred: id, code and course type.
    pub courses: &'a [(CourseId, &'a str, &'a str)],
}

impl Scope<'_> {
    /// The needs of a sheet by rank, or every fault by its field.
    pub fn judge(&self, answers: &Answers) -> Result<Vec<Need>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let asked: Vec<&Line> = answers.lines.iter().filter(|line| line.is_asked()).collect();
        if asked.is_empty() {
            let first = answers.lines.first().map_or("main", |line| line.key.as_str());
            errors.add(first, "sheet-fault-nothing");
        }
        let ranks = ranks(&asked, answers.lines.len(), &mut errors);
        let needs = asked.iter().filter_map(|line| self.need(line, &ranks, &mut errors));
        let mut needs: Vec<Need> = needs.collect();
        needs.sort_by_key(|need| need.rank);
        errors.or(needs)
    }

    fn need(
        &self,
        line: &Line,
        ranks: &HashMap<&str, u16>,
        errors: &mut FieldErrors,
    ) -> Option<Need> {
        let mut faults = Faults { line, errors };
        let about = faults.about(self);
        let frequency = faults.listed("", line.frequency());
        let level = faults.listed("level", Level::of(&line.level));
        let participants = level.and_then(|level| faults.people(level));
        let urgency = faults.listed("urgency", Urgency::of(&line.urgency));
        let language = faults.language();
        let reason = faults.reason(urgency);
        let mode = faults.listed("mode", Mode::of(&line.mode));
        let course = faults.course(self);
        Some(Need {
            line: line.key.clone(),
            about: about?,
            course,
            frequency: frequency?,
            level: level?,
            participants: participants?,
            rank: ranks.get(line.key.as_str()).copied()?,
            urgency: urgency?,
            language: language?,
            mode: mode?,
            quarters: line.chosen_quarters(),
            can_host: line.can_host,
            reason: reason?,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    const TYPES: [&str; 3] = ["liaison", "induction", "maritime"];

    fn judged(pairs: &[(&str, &str)]) -> Result<Vec<Need>, FieldErrors> {
        let fields: Vec<(String, String)> =
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let answers = Answers::default().arranged(&TYPES).with_form(&fields, &TYPES);
        Scope { types: &TYPES, courses: &[] }.judge(&answers)
    }

    fn faults(pairs: &[(&str, &str)]) -> Vec<(String, &'static str)> {
        let errors = judged(pairs).expect_err("there are faults");
        errors.iter().map(|(field, message)| (field.to_owned(), message.key())).collect()
    }

    #[test]
    fn a_need_asks_for_deliveries_and_places() {
        let needs = judged(&[("liaison.freq", "twice_a_year")]).expect("the usual answers do");
        assert_eq!((needs[0].deliveries(12), needs[0].places(12)), (2, 6));
        assert_eq!(needs[0].rank, 1);
    }

    #[test]
    fn on_request_asks_for_no_place_and_a_translation_for_no_people() {
        let needs = judged(&[
            ("liaison.freq", "on_request"),
            ("induction.freq", "once"),
            ("induction.level", "translation"),
            ("induction.people", "many"),
        ])
        .expect("both can be submitted");
        assert_eq!((needs[0].deliveries(12), needs[0].places(12)), (0, 0));
        assert_eq!((needs[1].deliveries(12), needs[1].participants), (1, 0));
    }

    #[test]
    fn each_level_has_its_own_most() {
        for (level, most) in [("regional", 6), ("national", 100), ("train_the_trainer", 30)] {
            let with = |people: u16| {
                let people = people.to_string();
                judged(&[
                    ("liaison.freq", "once"),
                    ("liaison.level", level),
                    ("liaison.people", &people),
                ])
            };
            assert!(with(1).is_ok() && with(most).is_ok(), "{level}");
            assert!(with(0).is_err() && with(most + 1).is_err(), "{level}");
        }
    }

    #[test]
    fn high_urgency_needs_a_reason() {
        let high = [("liaison.freq", "once"), ("liaison.urgency", "high")];
        assert_eq!(faults(&high), [("liaison-reason".to_owned(), "sheet-fault-reason")]);
        let long = "x".repeat(LONGEST_REASON + 1);
        let long = [("liaison.freq", "once"), ("liaison.reason", long.as_str())];
        assert_eq!(faults(&long), [("liaison-reason".to_owned(), "sheet-fault-long")]);
    }

    #[test]
    fn ranks_are_unique_and_free_ones_are_taken_in_order() {
        let twice = [
            ("liaison.freq", "once"),
            ("liaison.rank", "2"),
            ("induction.freq", "once"),
            ("induction.rank", "2"),
        ];
        assert_eq!(faults(&twice), [("induction-rank".to_owned(), "sheet-fault-rank-twice")]);
        let needs = judged(&[
            ("liaison.freq", "once"),
            ("induction.freq", "once"),
            ("induction.rank", "1"),
            ("maritime.freq", "once"),
        ])
        .expect("one rank is given");
        let order: Vec<_> = needs.iter().map(|need| need.line.as_str()).collect();
        assert_eq!(order, ["induction", "liaison", "maritime"]);
        assert_eq!(
            faults(&[("liaison.freq", "once"), ("liaison.rank", "9")]),
            [("liaison-rank".to_owned(), "sheet-fault-rank")]
        );
    }

    #[test]
    fn a_course_that_is_not_on_the_list_needs_a_title_and_a_why() {
        let bare = faults(&[("~1.freq", "on_request")]);
        let fields: Vec<_> = bare.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["~1-title", "~1-reason"]);
        let needs = judged(&[
            ("~1.freq", "on_request"),
            ("~1.title", "Drones at borders"),
            ("~1.reason", "Seen last year"),
        ]);
        let needs = needs.expect("it can be submitted");
        assert_eq!(needs[0].about, About::New("Drones at borders".to_owned()));
        assert_eq!(needs[0].course_type(), None);
    }

    #[test]
    fn a_sheet_without_any_need_is_not_submitted_by_accident() {
        assert_eq!(
            faults(&[("liaison.freq", "0")]),
            [("liaison".to_owned(), "sheet-fault-nothing")]
        );
    }

    #[test]
    fn a_preferred_course_is_of_the_type() {
        let (own, other) = (CourseId::new(), CourseId::new());
        let courses = [(own, "LIA-1", "liaison"), (other, "IND-1", "induction")];
        let scope = Scope { types: &TYPES, courses: &courses };
        let with = |typed: &str| {
            let fields = [
                ("liaison.freq".to_owned(), "once".to_owned()),
                ("liaison.course".to_owned(), typed.to_owned()),
            ];
            scope.judge(&Answers::default().arranged(&TYPES).with_form(&fields, &TYPES))
        };
        for good in [&own.to_string(), "LIA-1", " lia-1 "] {
            assert_eq!(with(good).expect("it is of the type")[0].course, Some(own), "{good}");
        }
        for bad in [&other.to_string(), "IND-1", "LIA-2"] {
            assert!(with(bad).is_err(), "{bad}");
        }
        assert_eq!(with(" ").expect("none is preferred")[0].course, None);
    }

    proptest! {
        #[test]
        fn what_is_judged_good_has_unique_ranks(
            typed in prop::collection::vec(prop::sample::select(vec!["", "1", "2", "3", "4"]), 3)
        ) {
            let mut pairs = Vec::new();
            let names: Vec<[String; 2]> = TYPES
                .iter()
                .map(|code| [format!("{code}.freq"), format!("{code}.rank")])
                .collect();
            for (name, rank) in names.iter().zip(&typed) {
                pairs.push((name[0].as_str(), "annual"));
                pairs.push((name[1].as_str(), *rank));
            }
            if let Ok(needs) = judged(&pairs) {
                let ranks: HashSet<u16> = needs.iter().map(|need| need.rank).collect();
                prop_assert_eq!(ranks.len(), 3);
                prop_assert!(ranks.iter().all(|rank| (1..=4).contains(rank)));
            }
        }

        #[test]
        fn nothing_typed_makes_judging_fail(
            often in "\\PC{0,12}", people in "\\PC{0,8}", rank in "\\PC{0,6}", quarters in "\\PC{0,6}"
        ) {
            let _ = judged(&[
                ("liaison.freq", &often),
                ("liaison.people", &people),
                ("liaison.rank", &rank),
                ("liaison.q", &quarters),
            ]);
        }
    }
}
