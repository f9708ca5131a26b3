//! A round as a program asks for it: by the same rules as the form, already typed.
use chrono::{DateTime, NaiveDate, Utc};

use super::rounds::{NewRound, horizon, is_sensible, title};
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;

/// A round as a program asks for it.
#[derive(Clone, Debug)]
pub struct AskedRound {
    /// The title.
    pub title: String,
    /// First and last day of what is planned.
    pub horizon: (NaiveDate, NaiveDate),
    /// When it opens.
    pub opens_at: DateTime<Utc>,
    /// The deadline.
    pub closes_at: DateTime<Utc>,
    /// How many days late answers are taken.
    pub grace_days: u16,
    /// The smallest figure that is shown to the public.
    pub minimum_cell: u16,
    /// The codes of the course types in scope; every one where there is no list.
    pub course_types: Option<Vec<String>>,
    /// The codes of the members invited; every one where there is no list.
    pub members: Option<Vec<String>>,
}

impl AskedRound {
    /// The round that can be held; scope and members must be among those known by their codes.
    pub fn read(
        self,
        known_types: &[&str],
        known_members: &[(&str, OrganisationId)],
    ) -> Result<NewRound, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = title(&self.title, &mut errors);
        self.dates(&mut errors);
        within(("grace_days", 0, 30), self.grace_days, &mut errors);
        within(("minimum_cell", 1, 20), self.minimum_cell, &mut errors);
        let types: Vec<_> = known_types.iter().map(|code| (*code, *code)).collect();
        let named = ("course_types", "round-type-unknown", "round-without-types");
        let course_types = chosen(named, self.course_types.as_deref(), &types, &mut errors);
        let named = ("members", "round-member-unknown", "round-without-members");
        let members = chosen(named, self.members.as_deref(), known_members, &mut errors);
        errors.or(NewRound {
            title,
            horizon: self.horizon,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            grace_days: self.grace_days,
            minimum_cell: self.minimum_cell,
            course_types: course_types.into_iter().map(str::to_owned).collect(),
            members,
            sample: false,
        })
    }

    fn dates(&self, errors: &mut FieldErrors) {
        for (field, day) in [
            ("horizon_start", self.horizon.0),
            ("horizon_end", self.horizon.1),
            ("opens_at", self.opens_at.date_naive()),
            ("closes_at", self.closes_at.date_naive()),
        ] {
            if !is_sensible(day) {
                errors.add(field, "round-date-bad");
            }
        }
        horizon((Some(self.horizon.0), Some(self.horizon.1)), errors);
        if self.closes_at <= self.opens_at {
            errors.add("closes_at", "round-closes-before-opening");
        }
    }
}

fn within((field, least, most): (&str, u16, u16), number: u16, errors: &mut FieldErrors) {
    if !(least..=most).contains(&number) {
        let message = Message::new("round-number-bad").with("least", least).with("most", most);
        errors.add(field, message);
    }
}

/// What is chosen of `known`, in its order; everything where nothing is said.
fn chosen<T: Copy>(
    (field, unknown, none): (&str, &'static str, &'static str),
    codes: Option<&[String]>,
    known: &[(&str, T)],
    errors: &mut FieldErrors,
) -> Vec<T> {
    let Some(codes) = codes else { return known.iter().map(|(_, value)| *value).collect() };
    for (place, code) in codes.iter().enumerate() {
        if !known.iter().any(|(name, _)| name == code) {
            errors.add(format!("/{field}/{place}"), unknown);
        }
    }
    if codes.is_empty() {
        errors.add(field, none);
    }
    let named = known.iter().filter(|(name, _)| codes.iter().any(|code| code == name));
    named.map(|(_, value)| *value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> AskedRound {
        AskedRound {
            title: " Round  2028 ".into(),
            horizon: ("2028-01-01".parse().expect("a day"), "2028-12-31".parse().expect("a day")),
            opens_at: "2027-11-01T02:00:00Z".parse().expect("a moment"),
            closes_at: "2027-12-10T16:59:00Z".parse().expect("a moment"),
            grace_days: 2,
            minimum_cell: 3,
            course_types: None,
            members: Some(vec!["FJ".into()]),
        }
    }

    fn read(asked: AskedRound) -> Result<NewRound, Vec<String>> {
        let members = [("FJ", OrganisationId::new()), ("BD", OrganisationId::new())];
        let read = asked.read(&["intelligence", "liaison"], &members);
        read.map_err(|errors| errors.iter().map(|(field, _)| field.to_owned()).collect())
    }

    #[test]
    fn what_is_not_said_is_everything() {
        let round = read(asked()).expect("it can be held");
        assert_eq!(round.title, "Round 2028");
        assert_eq!(round.course_types, ["intelligence", "liaison"]);
        assert_eq!(round.members.len(), 1);
    }

    #[test]
    fn every_fault_is_named_by_its_place() {
        let wrong = AskedRound {
            title: String::new(),
            horizon: ("2028-12-31".parse().expect("a day"), "2028-01-01".parse().expect("a day")),
            closes_at: asked().opens_at,
            grace_days: 31,
            minimum_cell: 0,
            course_types: Some(vec!["liaison".into(), "dancing".into()]),
            members: Some(Vec::new()),
            ..asked()
        };
        let named = [
            "title",
            "horizon_end",
            "closes_at",
            "grace_days",
            "minimum_cell",
            "/course_types/1",
            "members",
        ];
        assert_eq!(read(wrong).expect_err("faults"), named);
    }
}
