//! Giving up the days of a delivery, or moving it to others, and why.
use chrono::NaiveDate;
use chrono_tz::Tz;

use super::reading::{days, slots};
use super::slots::{Sessions, Slot};
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;

/// The longest reason, in characters.
const LONGEST: usize = 500;

/// A postponement as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPostponement {
    /// The new first day; empty where it is not settled.
    pub first_day: String,
    /// The new last day; empty where it is not settled.
    pub last_day: String,
    /// The sessions on the new days.
    pub sessions: Sessions,
    /// Why.
    pub reason: String,
}

/// A postponement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postponement {
    /// The new days; none where they are not settled.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The sessions on them.
    pub slots: Vec<Slot>,
    /// Why.
    pub reason: String,
}

impl Postponement {
    /// Reads a postponement of what is held in this zone; days that are settled begin after
    /// `today`, and are not the `old` ones.
    pub fn read(
        typed: &TypedPostponement,
        zone: Tz,
        (today, old): (NaiveDate, Option<(NaiveDate, NaiveDate)>),
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let settled = days((&typed.first_day, &typed.last_day), &mut errors);
        let slots = slots(&typed.sessions, settled, Some(zone), &mut errors);
        if settled.is_some_and(|(first, _)| first <= today) {
            errors.add("first_day", "delivery-day-past");
        } else if settled.is_some() && settled == old {
            errors.add("first_day", "delivery-days-same");
        }
        let reason = read_reason(&typed.reason).unwrap_or_else(|faults| {
            faults.iter().for_each(|(field, message)| errors.add(field, message.clone()));
            String::new()
        });
        errors.or(Self { days: settled, slots, reason })
    }
}

/// Reads the reason that everybody is given for whom the delivery is.
pub fn read_reason(text: &str) -> Result<String, FieldErrors> {
    let seen = |c: &char| !c.is_control() || *c == '\n';
    let reason: String = text.trim().chars().filter(seen).collect();
    let mut errors = FieldErrors::default();
    if reason.is_empty() {
        errors.add("reason", "delivery-needs-reason");
    } else if text.chars().count() > LONGEST {
        errors.add("reason", Message::new("delivery-text-long").with("most", LONGEST));
    }
    errors.or(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn read(first: &str, last: &str, reason: &str) -> Result<Postponement, Vec<String>> {
        let typed = TypedPostponement {
            first_day: first.into(),
            last_day: last.into(),
            sessions: Sessions { usual: ("09:00".into(), "16:00".into()), each: Vec::new() },
            reason: reason.into(),
        };
        let old = Some((day("2027-02-08"), day("2027-02-12")));
        let read = Postponement::read(&typed, Tz::Asia__Jakarta, (day("2026-11-25"), old));
        read.map_err(|errors| errors.iter().map(|(field, _)| field.to_owned()).collect())
    }

    #[test]
    fn days_are_given_up_or_others_are_given_each_with_a_reason() {
        let undated = read("", "", "The venue is flooded").expect("a postponement");
        assert_eq!((undated.days, undated.slots.len()), (None, 0));
        let moved = read("2027-03-08", "2027-03-12", "The venue is flooded").expect("one");
        assert_eq!(moved.slots.len(), 5);
        assert_eq!(read("", "", " "), Err(vec!["reason".to_owned()]));
        assert_eq!(read("2027-02-08", "2027-02-12", "x"), Err(vec!["first_day".to_owned()]));
        assert_eq!(read("2026-11-25", "2027-02-12", "x"), Err(vec!["first_day".to_owned()]));
        assert_eq!(read("2027-03-08", "", "x"), Err(vec!["last_day".to_owned()]));
    }
}
