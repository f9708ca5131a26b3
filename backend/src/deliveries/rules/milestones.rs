//! What the clock brings about for a delivery, and when.
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use super::times::end_of_day;
use super::{Deadline, DeliveryState};
use crate::base::closed_list::stored_list;

stored_list! {
    /// What the clock brings about, in its order.
    Milestone {
        /// States put nobody forward any more, but on seats of their own.
        NominationsClosed = "nominations_closed", "milestone-nominations-closed";
        /// States are told which of their seats are taken back soon.
        RecallAnnounced = "recall_announced", "milestone-recall-announced";
        /// Seats that nobody takes are taken back.
        Recalled = "recalled", "milestone-recalled";
        /// The centre is asked whether it takes place.
        GoAsked = "go_asked", "milestone-go-asked";
        /// The centre is asked again.
        GoChased = "go_chased", "milestone-go-chased";
        /// Who has no seat gets none any more.
        NamesFinal = "names_final", "milestone-names-final";
        /// It has begun.
        Begun = "begun", "milestone-begun";
        /// It is over.
        Over = "over", "milestone-over";
    }
}

/// How long before the answer is due the centre is asked whether a delivery takes place, in days.
pub const ASKED_BEFORE: i64 = 7;
/// How often it is asked again once the answer is late, in days.
const CHASED_EVERY: i64 = 3;

/// What the clock goes by.
#[derive(Clone, Copy, Debug)]
pub struct Timetable<'a> {
    /// Where the delivery stands.
    pub state: DeliveryState,
    /// When each deadline is due.
    pub due: &'a [(Deadline, DateTime<Utc>)],
    /// The zone of the venue.
    pub zone: Tz,
    /// Its days.
    pub days: (NaiveDate, NaiveDate),
}

impl Timetable<'_> {
    /// What is to be brought about by now, each with the moment from which on, in their order.
    /// Something that is late is left out where it has no sense any more.
    pub fn reached(&self, now: DateTime<Utc>) -> Vec<(Milestone, DateTime<Utc>)> {
        let all = Milestone::ALL.iter();
        let with = all.filter_map(|one| Some((*one, self.moment(*one, now)?)));
        with.filter(|(one, at)| *at < now && self.has_sense(*one, now)).collect()
    }

    /// From when on something is to be brought about.
    pub fn moment(&self, milestone: Milestone, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let at = |wanted| self.due.iter().find(|(one, _)| *one == wanted).map(|(_, at)| *at);
        match milestone {
            Milestone::NominationsClosed => at(Deadline::Nominate),
            Milestone::RecallAnnounced => at(Deadline::RecallWarning),
            Milestone::Recalled => at(Deadline::Recall),
            Milestone::GoAsked => at(Deadline::GoNoGo).map(|at| at - Duration::days(ASKED_BEFORE)),
            Milestone::GoChased => at(Deadline::GoNoGo).map(|at| last_chased(at, now)),
            Milestone::NamesFinal => at(Deadline::Freeze),
            Milestone::Begun => Some(self.begins()),
            Milestone::Over => Some(end_of_day(self.zone, self.days.1)),
        }
    }

    fn has_sense(&self, milestone: Milestone, now: DateTime<Utc>) -> bool {
        use DeliveryState as S;
        let before = |wanted| self.due.iter().any(|(one, at)| *one == wanted && now <= *at);
        let open = self.state.takes_people();
        match milestone {
            Milestone::NominationsClosed => self.state == S::Nominating,
            Milestone::RecallAnnounced => open && before(Deadline::Recall),
            Milestone::Recalled | Milestone::NamesFinal => open,
            Milestone::GoAsked => self.state == S::Selecting && before(Deadline::GoNoGo),
            Milestone::GoChased => self.state == S::Selecting && now < self.begins(),
            Milestone::Begun => self.state == S::Confirmed,
            Milestone::Over => self.state == S::Running,
        }
    }

    fn begins(&self) -> DateTime<Utc> {
        beginning(self.zone, self.days.0)
    }
}

/// When a delivery begins at its venue: when the day before its first one ends.
pub fn beginning(zone: Tz, first_day: NaiveDate) -> DateTime<Utc> {
    end_of_day(zone, first_day.checked_sub_days(Days::new(1)).unwrap_or(first_day))
}

/// The last moment at which a late answer was to be asked for again.
fn last_chased(due: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    let times = (now - due).num_days().max(0) / CHASED_EVERY;
    due + Duration::days(times * CHASED_EVERY)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::deliveries::rules::Deadlines;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn reached(state: DeliveryState, zone: Tz, now: &str) -> Vec<&'static str> {
        let days = (day("2027-03-22"), day("2027-03-26"));
        let due = Deadlines::of([60, 49, 42, 28, 14, 3]).moments(zone, days.0);
        let table = Timetable { state, due: &due, zone, days };
        let now = now.parse().expect("a moment");
        table.reached(now).into_iter().map(|(one, _)| one.as_str()).collect()
    }

    #[test]
    fn each_state_is_left_when_its_time_has_come() {
        use DeliveryState as S;
        let at = |state, now| reached(state, Tz::UTC, now);
        assert!(at(S::Nominating, "2027-01-21T20:00:00Z").is_empty());
        assert_eq!(at(S::Nominating, "2027-01-22T00:00:00Z"), ["nominations_closed"]);
        assert_eq!(at(S::Selecting, "2027-02-02T00:00:00Z"), ["recall_announced"]);
        assert_eq!(at(S::Selecting, "2027-02-09T00:00:00Z"), ["recalled"]);
        assert_eq!(at(S::Selecting, "2027-02-17T00:00:00Z"), ["recalled", "go_asked"]);
        assert_eq!(at(S::Selecting, "2027-02-23T00:00:00Z"), ["recalled", "go_chased"]);
        assert_eq!(at(S::Confirmed, "2027-03-20T00:00:00Z"), ["recalled", "names_final"]);
        assert_eq!(at(S::Confirmed, "2027-03-22T00:00:00Z")[2..], ["begun"]);
        assert_eq!(at(S::Running, "2027-03-27T00:00:00Z"), ["over"]);
        assert!(at(S::Cancelled, "2027-03-27T00:00:00Z").is_empty());
        assert!(at(S::Announced, "2027-03-27T00:00:00Z").is_empty());
    }

    #[test]
    fn a_day_begins_and_ends_by_the_clocks_of_the_venue() {
        use DeliveryState as S;
        // In Apia the 22nd begins 13 hours before it does in Greenwich, in New York 4 after.
        assert!(reached(S::Confirmed, Tz::Pacific__Apia, "2027-03-21T10:30:00Z").len() == 2);
        let begun = |zone, now| reached(S::Confirmed, zone, now).contains(&"begun");
        assert!(begun(Tz::Pacific__Apia, "2027-03-21T11:30:00Z"));
        assert!(!begun(Tz::America__New_York, "2027-03-22T03:30:00Z"));
        assert!(begun(Tz::America__New_York, "2027-03-22T04:30:00Z"));
    }

    #[test]
    fn a_late_answer_is_asked_for_every_third_day() {
        let due: DateTime<Utc> = "2027-02-22T23:59:59Z".parse().expect("a moment");
        let after = |hours| (last_chased(due, due + Duration::hours(hours)) - due).num_days();
        assert_eq!([1, 71, 73, 150].map(after), [0, 0, 3, 6]);
    }

    proptest! {
        #[test]
        fn what_was_reached_stays_in_the_order_of_its_moments(hours in 0i64..3000) {
            let days = (day("2027-03-22"), day("2027-03-26"));
            let zone = Tz::Asia__Kathmandu;
            let due = Deadlines::of([60, 49, 42, 28, 14, 3]).moments(zone, days.0);
            let now = due[0].1 + Duration::hours(hours);
            for state in DeliveryState::ALL.iter().copied() {
                let table = Timetable { state, due: &due, zone, days };
                prop_assert!(table.reached(now).is_sorted_by_key(|(_, at)| *at));
            }
        }
    }
}
