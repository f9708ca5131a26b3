//! The sessions of a delivery, by the clocks of its venue.
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

use super::times::moment_of;
use crate::base::i18n::Message;

/// The most sessions of a delivery.
pub const MOST_SLOTS: usize = 100;

/// One session: a day, from when, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The day.
    pub day: NaiveDate,
    /// When it begins.
    pub starts: NaiveTime,
    /// When it ends.
    pub ends: NaiveTime,
}

/// The sessions as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sessions {
    /// From when and until when each weekday usually goes; may be empty.
    pub usual: (String, String),
    /// Day, beginning and end of each session; beginning and end may be empty.
    pub each: Vec<(String, String, String)>,
}

/// Reads a time as forms send it: 09:00.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    ["%H:%M", "%H:%M:%S"].iter().find_map(|format| NaiveTime::parse_from_str(text, format).ok())
}

impl Sessions {
    /// The sessions on these days: those that were said, and on weekdays of which nothing was said
    /// the usual hours. What was said of other days is left out.
    pub fn read(
        &self,
        (first, last): (NaiveDate, NaiveDate),
        zone: Tz,
    ) -> Result<Vec<Slot>, Message> {
        let mut slots = Vec::new();
        let mut said = Vec::new();
        for (day, starts, ends) in &self.each {
            let day = day.trim().parse::<NaiveDate>();
            let day = day.map_err(|_| Message::new("delivery-slot-day-bad"))?;
            if (first..=last).contains(&day) {
                said.push(day);
                slots.extend(slot(day, (starts, ends))?);
            }
        }
        let (starts, ends) = &self.usual;
        let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        for day in first.iter_days().take_while(|day| *day <= last).filter(works) {
            if !said.contains(&day) {
                slots.extend(slot(day, (starts, ends))?);
            }
        }
        slots.sort_unstable();
        hold(&slots, zone)?;
        Ok(slots)
    }
}

/// The session on a day; none where no hours are said.
fn slot(day: NaiveDate, (starts, ends): (&str, &str)) -> Result<Option<Slot>, Message> {
    if starts.trim().is_empty() && ends.trim().is_empty() {
        return Ok(None);
    }
    let read = time(starts).zip(time(ends)).filter(|(starts, ends)| starts < ends);
    let (starts, ends) = read.ok_or_else(|| about(day, "delivery-slot-bad"))?;
    Ok(Some(Slot { day, starts, ends }))
}

/// Whether sessions in their order can be held: not too many, none within another, and none at an
/// hour that the clocks leave out.
fn hold(slots: &[Slot], zone: Tz) -> Result<(), Message> {
    if slots.len() > MOST_SLOTS {
        return Err(Message::new("delivery-slots-many").with("most", MOST_SLOTS));
    }
    let overlaps = |pair: &&[Slot]| pair[0].day == pair[1].day && pair[1].starts < pair[0].ends;
    if let Some(pair) = slots.windows(2).find(overlaps) {
        return Err(about(pair[1].day, "delivery-slots-overlap"));
    }
    let shown = |slot: &Slot, time| moment_of(zone, slot.day.and_time(time)).is_some();
    let left_out = slots.iter().find(|slot| !shown(slot, slot.starts) || !shown(slot, slot.ends));
    left_out.map_or(Ok(()), |slot| Err(about(slot.day, "delivery-slot-left-out")))
}

fn about(day: NaiveDate, key: &'static str) -> Message {
    Message::new(key).with("date", crate::base::i18n::days(day, day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn sessions(usual: (&str, &str), each: &[(&str, &str, &str)]) -> Sessions {
        let owned = |(day, starts, ends): &(&str, &str, &str)| {
            ((*day).to_owned(), (*starts).to_owned(), (*ends).to_owned())
        };
        let usual = (usual.0.to_owned(), usual.1.to_owned());
        Sessions { usual, each: each.iter().map(owned).collect() }
    }

    fn read(sessions: &Sessions, zone: Tz) -> Result<Vec<String>, &'static str> {
        let slots = sessions.read((day("2027-11-04"), day("2027-11-08")), zone);
        let told =
            |slot: &Slot| format!("{} {}", slot.day.format("%d"), slot.starts.format("%H:%M"));
        slots.map(|slots| slots.iter().map(told).collect()).map_err(|why| why.key())
    }

    #[test]
    fn usual_hours_are_those_of_weekdays_of_which_nothing_else_is_said() {
        let usual = sessions(("09:00", "16:30"), &[]);
        assert_eq!(
            read(&usual, Tz::UTC),
            Ok(vec!["04 09:00", "05 09:00", "08 09:00"].into_iter().map(Into::into).collect())
        );
        let some = sessions(
            ("09:00", "16:30"),
            &[("2027-11-05", "", ""), ("2027-11-06", "10:00", "12:00"), ("2027-12-01", "x", "y")],
        );
        assert_eq!(
            read(&some, Tz::UTC),
            Ok(vec!["04 09:00", "06 10:00", "08 09:00"].into_iter().map(Into::into).collect())
        );
        assert_eq!(read(&sessions(("", ""), &[]), Tz::UTC), Ok(Vec::new()));
    }

    #[test]
    fn hours_that_cannot_be_held_are_refused() {
        for (each, why) in [
            (&[("2027-11-05", "16:00", "09:00")][..], "delivery-slot-bad"),
            (&[("2027-11-05", "09:00", "")], "delivery-slot-bad"),
            (&[("never", "09:00", "10:00")], "delivery-slot-day-bad"),
            (
                &[("2027-11-05", "09:00", "12:00"), ("2027-11-05", "11:00", "13:00")],
                "delivery-slots-overlap",
            ),
        ] {
            assert_eq!(read(&sessions(("", ""), each), Tz::UTC), Err(why));
        }
    }

    #[test]
    fn an_hour_that_clocks_leave_out_is_refused_and_one_that_they_show_twice_is_taken() {
        let at = |day_of: &str, starts: &str, ends: &str| {
            let one = sessions(("", ""), &[(day_of, starts, ends)]);
            let day = day(day_of);
            one.read((day, day), Tz::America__New_York).map_err(|why| why.key())
        };
        assert_eq!(at("2027-03-14", "02:30", "04:00"), Err("delivery-slot-left-out"));
        assert!(at("2027-11-07", "01:30", "04:00").is_ok());
        assert!(at("2027-03-14", "09:00", "16:00").is_ok());
    }

    proptest! {
        #[test]
        fn sessions_are_within_the_days_and_in_order(
            from in 0i64..400,
            length in 0i64..60,
            hours in proptest::collection::vec((0i64..70, 0u32..22), 0..20),
        ) {
            let first = day("2027-01-01") + chrono::Duration::days(from);
            let last = first + chrono::Duration::days(length);
            let each = hours.iter().map(|(after, hour)| {
                let day = first + chrono::Duration::days(*after);
                (day.to_string(), format!("{hour:02}:00"), format!("{:02}:00", hour + 1))
            });
            let sessions = Sessions { usual: ("09:00".into(), "12:00".into()), each: each.collect() };
            if let Ok(slots) = sessions.read((first, last), Tz::America__New_York) {
                prop_assert!(slots.iter().all(|slot| (first..=last).contains(&slot.day)));
                let apart = |pair: &[Slot]| {
                    pair[0].day < pair[1].day || pair[0].ends <= pair[1].starts
                };
                prop_assert!(slots.windows(2).all(apart));
            }
        }
    }
}
