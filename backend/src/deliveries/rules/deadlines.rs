//! What is due how many days before a delivery begins.
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use super::times::end_of_day;
use crate::base::closed_list::closed_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::catalogue::rules::DeliveryMode;

closed_list! {
    /// What is due before a delivery begins, in the order in which it is.
    Deadline {
        /// States have put people forward.
        Nominate = "nominate_days", "delivery-deadline-nominate";
        /// States are reminded that seats are taken back soon.
        RecallWarning = "recall_warning_days", "delivery-deadline-recall-warning";
        /// Seats that nobody takes are taken back.
        Recall = "recall_days", "delivery-deadline-recall";
        /// The centre says whether it takes place.
        GoNoGo = "go_no_go_days", "delivery-deadline-go-no-go";
        /// People are replaced freely until then.
        Replacement = "replacement_days", "delivery-deadline-replacement";
        /// Names do not change any more.
        Freeze = "freeze_days", "delivery-deadline-freeze";
    }
}

/// The most days before the start on which something may be due.
const MOST_DAYS: u16 = 365;

/// How many days before the start each is due, in the order of [`Deadline::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines([u16; 6]);

impl Deadlines {
    /// Those of a delivery for which nothing else is said.
    pub const fn usual(mode: DeliveryMode) -> Self {
        match mode {
            DeliveryMode::InPerson | DeliveryMode::Blended => Self([60, 49, 42, 28, 14, 3]),
            DeliveryMode::Online => Self([30, 21, 21, 14, 7, 1]),
        }
    }

    /// Those that were kept.
    pub const fn of(days: [u16; 6]) -> Self {
        Self(days)
    }

    /// The days, in the order of [`Deadline::ALL`].
    pub const fn days(self) -> [u16; 6] {
        self.0
    }

    /// Whether none is due before the one that must come first.
    pub fn are_in_order(self) -> bool {
        self.0.is_sorted_by(|earlier, later| earlier >= later)
    }

    /// Reads what was typed, in the order of [`Deadline::ALL`]; what is empty is as usual.
    pub fn read(typed: &[String; 6], mode: DeliveryMode, errors: &mut FieldErrors) -> Self {
        let mut days = Self::usual(mode).0;
        let mut whole = true;
        for ((deadline, typed), days) in Deadline::ALL.iter().zip(typed).zip(&mut days) {
            let typed = typed.trim();
            if let Some(read) = typed.parse::<u16>().ok().filter(|days| *days <= MOST_DAYS) {
                *days = read;
            } else if !typed.is_empty() {
                whole = false;
                let message = Message::new("delivery-days-bad").with("most", MOST_DAYS);
                errors.add(deadline.as_str(), message);
            }
        }
        let read = Self(days);
        if let Some(late) = read.out_of_order().filter(|_| whole) {
            errors.add(late.as_str(), "delivery-days-order");
        }
        read
    }

    /// The first that is due earlier than the one before it.
    fn out_of_order(self) -> Option<Deadline> {
        let place = self.0.windows(2).position(|pair| pair[0] < pair[1])?;
        Deadline::ALL.get(place + 1).copied()
    }

    /// When each is due for a delivery that begins on `first_day`: at the end of its day, by the
    /// clocks of the venue.
    pub fn moments(self, zone: Tz, first_day: NaiveDate) -> Vec<(Deadline, DateTime<Utc>)> {
        let due = |(deadline, days): (&Deadline, u16)| {
            let day = first_day.checked_sub_days(Days::new(days.into())).unwrap_or(first_day);
            (*deadline, end_of_day(zone, day))
        };
        Deadline::ALL.iter().zip(self.0).map(due).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: [&str; 6], mode: DeliveryMode) -> Result<Deadlines, FieldErrors> {
        let mut errors = FieldErrors::default();
        let read = Deadlines::read(&typed.map(str::to_owned), mode, &mut errors);
        errors.or(read)
    }

    #[test]
    fn what_is_not_said_is_as_usual() {
        let nothing = [""; 6];
        let online = read(nothing, DeliveryMode::Online).expect("days");
        assert_eq!(online.days(), [30, 21, 21, 14, 7, 1]);
        let blended = read(nothing, DeliveryMode::Blended).expect("days");
        assert_eq!(blended.days(), [60, 49, 42, 28, 14, 3]);
        let some = read(["90", "", "", "", " 7 ", ""], DeliveryMode::InPerson).expect("days");
        assert_eq!(some.days(), [90, 49, 42, 28, 7, 3]);
    }

    #[test]
    fn what_comes_before_what_must_come_first_is_told_beside_it() {
        let early = read(["", "", "", "50", "", ""], DeliveryMode::InPerson).expect_err("order");
        assert!(early.of("go_no_go_days").is_some() && early.len() == 1);
        for bad in ["-1", "366", "two", "1.5"] {
            let errors = read([bad, "", "", "", "", ""], DeliveryMode::InPerson);
            assert!(errors.expect_err(bad).of("nominate_days").is_some(), "{bad}");
        }
    }

    #[test]
    fn deadlines_end_with_the_day_at_the_venue() {
        let first: NaiveDate = "2027-03-22".parse().expect("a day");
        let due = |zone: Tz| {
            let moments = Deadlines::of([60, 49, 42, 28, 14, 3]).moments(zone, first);
            moments.iter().map(|(_, at)| at.format("%m-%dT%H:%M").to_string()).collect::<Vec<_>>()
        };
        let at = |hour: &str| {
            ["01-21", "02-01", "02-08", "02-22", "03-08", "03-19"]
                .map(|day| format!("{day}T{hour}"))
        };
        assert_eq!(due(Tz::UTC), at("23:59"));
        assert_eq!(due(Tz::Asia__Kathmandu), at("18:14"));
        assert_eq!(due(Tz::Pacific__Apia), at("10:59"));
        // The clocks of New York go forward between the last two.
        let there = due(Tz::America__New_York);
        assert_eq!(there[4..], ["03-09T04:59".to_owned(), "03-20T03:59".to_owned()]);
    }

    proptest! {
        #[test]
        fn what_is_taken_is_due_in_order(days in proptest::array::uniform6(0u16..400)) {
            let typed = days.map(|days| days.to_string());
            let mut errors = FieldErrors::default();
            let read = Deadlines::read(&typed, DeliveryMode::InPerson, &mut errors);
            prop_assert_eq!(errors.is_empty(), days.is_sorted_by(|a, b| a >= b) && days[0] <= 365);
            if errors.is_empty() {
                let first = NaiveDate::from_ymd_opt(2027, 6, 1).expect("a day");
                let moments = read.moments(Tz::Pacific__Apia, first);
                prop_assert!(moments.is_sorted_by_key(|(_, at)| *at));
            }
        }
    }
}
