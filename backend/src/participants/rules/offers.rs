//! How long an offer of a seat holds.
use chrono::{DateTime, Duration, Utc};

use crate::deliveries::rules::Deadline;

/// How long an offer holds, in hours.
const USUALLY: i64 = 48;
/// The same in the last two weeks before a delivery begins, in hours.
const LATE: i64 = 24;
/// When that is, in days before it begins.
const LATE_FROM: i64 = 14;
/// How often somebody is offered a seat without answering.
pub const MOST_OFFERS: i32 = 2;

/// Until when an offer made now holds: never longer than until names are final, and none is made
/// from then on, or without days.
pub fn offered_until(
    due: &[(Deadline, DateTime<Utc>)],
    begins: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let freeze = at(due, Deadline::Freeze).filter(|freeze| now < *freeze)?;
    let late = begins - now <= Duration::days(LATE_FROM);
    let holds = Duration::hours(if late { LATE } else { USUALLY });
    Some(freeze.min(now + holds))
}

/// Whether the free seats of a State are still for its own people: until they are taken back, and
/// at a national delivery always.
pub fn own_people_first(
    due: &[(Deadline, DateTime<Utc>)],
    national: bool,
    now: DateTime<Utc>,
) -> bool {
    national || at(due, Deadline::Recall).is_none_or(|recall| now <= recall)
}

fn at(due: &[(Deadline, DateTime<Utc>)], wanted: Deadline) -> Option<DateTime<Utc>> {
    due.iter().find(|(one, _)| *one == wanted).map(|(_, at)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliveries::rules::Deadlines;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn due() -> Vec<(Deadline, DateTime<Utc>)> {
        let first = "2027-03-22".parse().expect("a day");
        Deadlines::of([60, 49, 42, 28, 14, 3]).moments(chrono_tz::UTC, first)
    }

    #[test]
    fn an_offer_holds_for_two_days_then_for_one_and_never_past_the_freeze() {
        let begins = moment("2027-03-22T00:00:00Z");
        let until = |now| offered_until(&due(), begins, moment(now));
        assert_eq!(until("2027-03-07T10:00:00Z"), Some(moment("2027-03-09T10:00:00Z")));
        assert_eq!(until("2027-03-08T10:00:00Z"), Some(moment("2027-03-09T10:00:00Z")));
        assert_eq!(until("2027-03-19T10:00:00Z"), Some(moment("2027-03-19T23:59:00Z")));
        assert_eq!(until("2027-03-19T23:59:00Z"), None);
        assert_eq!(offered_until(&[], begins, begins), None);
    }

    #[test]
    fn free_seats_are_for_the_own_people_until_they_are_taken_back() {
        let first = |national, now| own_people_first(&due(), national, moment(now));
        assert!(first(false, "2027-02-08T23:59:00Z") && !first(false, "2027-02-09T00:00:00Z"));
        assert!(first(true, "2027-03-19T00:00:00Z"));
    }
}
