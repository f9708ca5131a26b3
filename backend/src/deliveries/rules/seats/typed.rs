//! Quotas as they are typed into their form, or sent by a program.
use std::collections::BTreeMap;

use super::{Books, Proposing, Sharing};
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;

/// The most seats that are typed for one State.
const MOST: i32 = 1000;

/// How seats are to be proposed, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedProposing {
    /// How they are shared.
    pub sharing: String,
    /// The seats that stay in reserve; empty for none.
    pub keep: String,
    /// The most for one State; empty for no limit.
    pub cap: String,
}

/// Quotas as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedSeats {
    /// How they were proposed.
    pub how: TypedProposing,
    /// The most people of one agency; empty where nothing is said.
    pub agency_limit: String,
    /// The code of each State with its seats; empty for none.
    pub seats: Vec<(String, String)>,
}

/// Quotas that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatsWanted {
    /// How they were proposed.
    pub sharing: Sharing,
    /// The most people of one agency.
    pub agency_limit: Option<i32>,
    /// The seats of each State that is to have some.
    pub seats: BTreeMap<OrganisationId, i32>,
}

/// The name of the field in which the seats of a State are typed.
pub fn field_of(code: &str) -> String {
    format!("seats-{code}")
}

fn number(text: &str, range: std::ops::RangeInclusive<i32>) -> Option<i32> {
    text.trim().parse().ok().filter(|number| range.contains(number))
}

/// An empty field, or a number of this range.
fn limit(
    (field, text): (&'static str, &str),
    range: std::ops::RangeInclusive<i32>,
    errors: &mut FieldErrors,
) -> Option<i32> {
    let read = number(text, range.clone());
    if read.is_none() && !text.trim().is_empty() {
        let (least, most) = (i64::from(*range.start()), i64::from(*range.end()));
        let message = Message::new("seats-number-bad").with("least", least).with("most", most);
        errors.add(field, message);
    }
    read
}

/// Reads how seats are to be proposed, of a delivery that has so many.
pub fn read_proposing(typed: &TypedProposing, capacity: i32) -> Result<Proposing, FieldErrors> {
    let mut errors = FieldErrors::default();
    let sharing = choice(&typed.sharing, &mut errors);
    let keep = limit(("keep", &typed.keep), 0..=capacity, &mut errors).unwrap_or(0);
    let cap = limit(("cap", &typed.cap), 1..=capacity.max(1), &mut errors);
    errors.or(Proposing { sharing, seats: capacity - keep, cap })
}

fn choice(text: &str, errors: &mut FieldErrors) -> Sharing {
    let known = Sharing::of(text).filter(|sharing| Sharing::CHOICES.contains(sharing));
    known.unwrap_or_else(|| {
        errors.add("sharing", "seats-needs-sharing");
        Sharing::Custom
    })
}

/// Reads quotas over the books as they are: every fault at once, among them the States that would
/// have fewer seats than people who have one, and how many are too many in all.
pub fn read_seats(
    typed: &TypedSeats,
    members: &[(String, OrganisationId)],
    books: &Books,
) -> Result<SeatsWanted, FieldErrors> {
    let mut errors = FieldErrors::default();
    let sharing = choice(&typed.how.sharing, &mut errors);
    let limited = ("agency_limit", typed.agency_limit.as_str());
    let agency_limit = limit(limited, 1..=MOST, &mut errors);
    let mut seats = BTreeMap::new();
    for (code, text) in &typed.seats {
        let field = field_of(code);
        let Some((_, member)) = members.iter().find(|(known, _)| known == code) else {
            errors.add(field, "seats-member-unknown");
            continue;
        };
        let read = if text.trim().is_empty() { Some(0) } else { number(text, 0..=MOST) };
        let Some(read) = read else {
            let range =
                Message::new("seats-number-bad").with("least", 0).with("most", i64::from(MOST));
            errors.add(field, range);
            continue;
        };
        if seats.insert(*member, read).is_some() {
            errors.add(field, "seats-member-twice");
        }
    }
    if errors.is_empty() {
        within(&seats, members, books, &mut errors);
    }
    seats.retain(|_, seats| *seats > 0);
    errors.or(SeatsWanted { sharing, agency_limit, seats })
}

/// Reads how seats were proposed and the quotas of a draft, of a delivery that has so many seats:
/// every fault of both at once.
pub fn read_draft(
    typed: &TypedSeats,
    members: &[(String, OrganisationId)],
    capacity: i32,
) -> Result<(Proposing, SeatsWanted), FieldErrors> {
    let how = read_proposing(&typed.how, capacity);
    let wanted = read_seats(typed, members, &Books::kept((capacity, capacity), []));
    match (how, wanted) {
        (Ok(how), Ok(wanted)) => Ok((how, wanted)),
        (how, wanted) => {
            let mut errors = how.err().unwrap_or_default();
            for (field, message) in wanted.err().iter().flat_map(FieldErrors::iter) {
                if errors.of(field).is_none() {
                    errors.add(field, message.clone());
                }
            }
            Err(errors)
        }
    }
}

/// Notes what cannot be: fewer seats than people have, more than there are.
fn within(
    seats: &BTreeMap<OrganisationId, i32>,
    members: &[(String, OrganisationId)],
    books: &Books,
    errors: &mut FieldErrors,
) {
    for (code, member) in members {
        let taken = books.of(*member).taken;
        if seats.get(member).copied().unwrap_or(0) < taken {
            let message = Message::new("seats-below-taken");
            let message = message.with("member", code.as_str()).with("taken", i64::from(taken));
            errors.add(field_of(code), message);
        }
    }
    let sum: i64 = seats.values().map(|seats| i64::from(*seats)).sum();
    let capacity = i64::from(books.capacity);
    if sum > capacity {
        let message = Message::new("seats-too-many").with("sum", sum).with("capacity", capacity);
        errors.add("seats", message.with("over", sum - capacity));
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::deliveries::rules::seats::Held;

    fn members() -> Vec<(String, OrganisationId)> {
        let member = |(number, code): (u128, &str)| {
            (code.to_owned(), OrganisationId(Uuid::from_u128(number)))
        };
        [(1, "FJ"), (2, "BD")].map(member).to_vec()
    }

    fn read(seats: &[(&str, &str)]) -> Result<SeatsWanted, Vec<String>> {
        let seats = seats.iter().map(|(code, seats)| ((*code).to_owned(), (*seats).to_owned()));
        let typed = TypedSeats {
            how: TypedProposing { sharing: "custom".to_owned(), ..TypedProposing::default() },
            agency_limit: " 2 ".to_owned(),
            seats: seats.collect(),
        };
        let known = members();
        let fiji = (known[0].1, Held { asked: 0, held: 3, taken: 2 });
        let books = Books::kept((10, 7), [fiji]);
        let read = read_seats(&typed, &known, &books);
        read.map_err(|errors| errors.iter().map(|(field, _)| field.to_owned()).collect())
    }

    #[test]
    fn quotas_are_read_with_every_fault_at_once() {
        let fine = read(&[("FJ", "2"), ("BD", " ")]).expect("quotas");
        assert_eq!((fine.seats.len(), fine.agency_limit), (1, Some(2)));
        assert_eq!(read(&[("FJ", "x"), ("BD", "-1"), ("XX", "1")]).expect_err("three").len(), 3);
        assert_eq!(read(&[("FJ", "2"), ("FJ", "2")]), Err(vec!["seats-FJ".to_owned()]));
    }

    #[test]
    fn nobody_is_left_without_a_seat_that_they_have_and_there_are_no_more_than_there_are() {
        assert_eq!(read(&[("FJ", "1"), ("BD", "2")]), Err(vec!["seats-FJ".to_owned()]));
        assert_eq!(read(&[("BD", "2")]), Err(vec!["seats-FJ".to_owned()]));
        let both = vec!["seats-FJ".to_owned(), "seats".to_owned()];
        assert_eq!(read(&[("FJ", "1"), ("BD", "11")]), Err(both));
        assert!(read(&[("FJ", "2"), ("BD", "8")]).is_ok());
    }

    #[test]
    fn a_proposal_keeps_what_is_to_stay_in_reserve() {
        let how = |keep: &str, cap: &str, sharing: &str| TypedProposing {
            sharing: sharing.to_owned(),
            keep: keep.to_owned(),
            cap: cap.to_owned(),
        };
        let read = read_proposing(&how("4", "", "demand"), 24).expect("a proposal");
        assert_eq!((read.seats, read.cap), (20, None));
        assert_eq!(read_proposing(&how("25", "0", "national"), 24).expect_err("three").len(), 3);
    }
}
