//! What a Training Director should know of somebody before deciding. Hints inform and never
//! decide.
use chrono::{Months, NaiveDate};

use super::{Languages, ParticipantState};
use crate::base::i18n::Message;
use crate::base::ids::{CourseId, DeliveryId};

/// How long after a course another is a hint, in months.
const RECENT: Months = Months::new(6);

/// Another nomination of the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The delivery.
    pub delivery: DeliveryId,
    /// The course.
    pub course: CourseId,
    /// The code of the delivery.
    pub code: String,
    /// The days.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Where the nomination stands.
    pub state: ParticipantState,
}

/// Something to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// The person took the course, which ended on this day.
    TookCourse(NaiveDate),
    /// The person took another course that ended within six months before.
    Recent(String, NaiveDate),
    /// The person is to be at another delivery on some of the days.
    Overlaps(String),
    /// More people of the agency are put forward than the centre takes.
    OverAgencyLimit(i32),
    /// The State did not say how well the person knows the language of the course.
    NoLanguage(String),
}

/// What is known of the delivery that is decided on.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The delivery.
    pub delivery: DeliveryId,
    /// The course.
    pub course: CourseId,
    /// The days.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The languages in which it is held.
    pub languages: &'a [String],
    /// The day on which it is read.
    pub today: NaiveDate,
}

/// The hints on somebody: by the other nominations of the person, the languages, and whether the
/// agency has more people than this limit.
pub fn hints(
    about: &About<'_>,
    others: &[Other],
    (languages, over_limit): (&Languages, Option<i32>),
) -> Vec<Hint> {
    let mut hints = Vec::new();
    let others = others.iter().filter(|other| other.delivery != about.delivery);
    for other in others {
        let Some((first, last)) = other.days else { continue };
        let took = other.state.holds_seat() && last < about.today;
        if took && other.course == about.course {
            hints.push(Hint::TookCourse(last));
        } else if let Some((starts, ends)) = about.days {
            let recent = last < starts && last + RECENT >= starts;
            if other.state.is_open() && first <= ends && starts <= last {
                hints.push(Hint::Overlaps(other.code.clone()));
            } else if took && recent {
                hints.push(Hint::Recent(other.code.clone(), last));
            }
        }
    }
    if let Some(limit) = over_limit {
        hints.push(Hint::OverAgencyLimit(limit));
    }
    let held = about.languages.first();
    if let Some(tag) = held.filter(|_| about.languages.iter().all(|tag| !knows(languages, tag))) {
        hints.push(Hint::NoLanguage(tag.clone()));
    }
    hints
}

fn knows(languages: &Languages, tag: &str) -> bool {
    languages.level_of(tag).is_some()
}

impl Hint {
    /// The key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            Self::TookCourse(_) => "hint-took-course",
            Self::Recent(..) => "hint-recent",
            Self::Overlaps(_) => "hint-overlaps",
            Self::OverAgencyLimit(_) => "hint-agency-limit",
            Self::NoLanguage(_) => "hint-no-language",
        }
    }

    /// The words for it; `day` writes a day for the reader.
    pub fn words(&self, day: impl Fn(NaiveDate) -> String) -> Message {
        let words = Message::new(self.key());
        match self {
            Self::TookCourse(last) => words.with("date", day(*last)),
            Self::Recent(code, last) => words.with("code", code).with("date", day(*last)),
            Self::Overlaps(code) => words.with("code", code),
            Self::OverAgencyLimit(limit) => words.with("limit", *limit),
            Self::NoLanguage(tag) => words.with("language", crate::base::i18n::autonym(tag)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn other(course: CourseId, days: (&str, &str), state: ParticipantState) -> Other {
        let days = Some((day(days.0), day(days.1)));
        Other { delivery: DeliveryId::new(), course, code: "LIA-201-D1".into(), days, state }
    }

    fn keys(others: &[Other], course: CourseId, languages: &str) -> Vec<&'static str> {
        let about = About {
            delivery: DeliveryId::new(),
            course,
            days: Some((day("2027-03-08"), day("2027-03-12"))),
            languages: &["en".to_owned()],
            today: day("2026-12-01"),
        };
        let languages = Languages::of_kept(languages);
        hints(&about, others, (&languages, None)).iter().map(Hint::key).collect()
    }

    #[test]
    fn a_director_is_told_of_courses_taken_and_of_days_that_overlap() {
        let (this, another) = (CourseId::new(), CourseId::new());
        let accepted = ParticipantState::Accepted;
        let took = other(this, ("2024-05-06", "2024-05-10"), accepted);
        assert_eq!(keys(&[took], this, "en=advanced"), ["hint-took-course"]);
        let recent = other(another, ("2026-10-05", "2026-10-09"), accepted);
        assert_eq!(keys(&[recent], this, "en=advanced"), ["hint-recent"]);
        let long_ago = other(another, ("2026-05-04", "2026-05-08"), accepted);
        assert!(keys(&[long_ago], this, "en=advanced").is_empty());
        let same_days = other(another, ("2027-03-12", "2027-03-16"), ParticipantState::Approved);
        assert_eq!(keys(&[same_days], this, "en=advanced"), ["hint-overlaps"]);
        let given_up = other(another, ("2027-03-08", "2027-03-12"), ParticipantState::Withdrawn);
        assert!(keys(&[given_up], this, "en=advanced").is_empty());
    }

    #[test]
    fn a_language_that_is_not_said_is_a_hint() {
        assert_eq!(keys(&[], CourseId::new(), "fr=native"), ["hint-no-language"]);
        assert!(keys(&[], CourseId::new(), "en-GB=basic").is_empty());
    }
}
