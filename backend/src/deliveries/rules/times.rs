//! Wall-clock times of a venue as moments, also where its clocks are put forward or back.
use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// Clocks are looked at in steps of this many minutes: no zone changes by less.
const STEP: i64 = 15;
/// No clock leaves out more steps than these: two days.
const MOST_STEPS: i64 = 2 * 24 * 60 / STEP;

/// The moment of a wall-clock time; of a time that clocks show twice, the first. None where they
/// leave it out.
pub fn moment_of(zone: Tz, at: NaiveDateTime) -> Option<DateTime<Utc>> {
    zone.from_local_datetime(&at).earliest().map(|at| at.with_timezone(&Utc))
}

/// The last minute of a day, 23:59 where clocks show it; where they show it twice, the second.
/// Of a day that a zone left out, the last minute before it.
pub fn end_of_day(zone: Tz, day: NaiveDate) -> DateTime<Utc> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    beginning_of_day(zone, next) - Duration::minutes(1)
}

/// The first moment of a day, or the first after it where the zone leaves that out.
fn beginning_of_day(zone: Tz, day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    let shown = (0..MOST_STEPS).find_map(|step| {
        let at = midnight.checked_add_signed(Duration::minutes(step * STEP))?;
        moment_of(zone, at)
    });
    shown.unwrap_or_else(|| midnight.and_utc())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn end(zone: Tz, text: &str) -> String {
        end_of_day(zone, day(text)).format("%Y-%m-%dT%H:%MZ").to_string()
    }

    #[test]
    fn a_day_ends_by_the_clocks_of_the_venue() {
        assert_eq!(end(Tz::UTC, "2027-02-08"), "2027-02-08T23:59Z");
        assert_eq!(end(Tz::Asia__Kathmandu, "2027-02-08"), "2027-02-08T18:14Z");
        assert_eq!(end(Tz::Pacific__Apia, "2027-02-08"), "2027-02-08T10:59Z");
        // Clocks in New York go forward on 14 March 2027 and back on 7 November.
        assert_eq!(end(Tz::America__New_York, "2027-03-13"), "2027-03-14T04:59Z");
        assert_eq!(end(Tz::America__New_York, "2027-03-14"), "2027-03-15T03:59Z");
        assert_eq!(end(Tz::America__New_York, "2027-11-06"), "2027-11-07T03:59Z");
        assert_eq!(end(Tz::America__New_York, "2027-11-07"), "2027-11-08T04:59Z");
    }

    #[test]
    fn a_day_that_a_zone_left_out_ends_with_the_day_before() {
        // Samoa went over the date line: there was no 30 December 2011.
        assert_eq!(end(Tz::Pacific__Apia, "2011-12-29"), "2011-12-30T09:59Z");
        assert_eq!(end(Tz::Pacific__Apia, "2011-12-30"), "2011-12-30T09:59Z");
        assert_eq!(end(Tz::Pacific__Apia, "2011-12-31"), "2011-12-31T09:59Z");
    }

    #[test]
    fn a_midnight_that_clocks_leave_out_begins_the_day_later() {
        // Clocks in Beirut go from 00:00 to 01:00 on 28 March 2027.
        assert_eq!(end(Tz::Asia__Beirut, "2027-03-27"), "2027-03-27T21:59Z");
    }

    #[test]
    fn a_time_that_clocks_leave_out_is_none_and_one_that_they_show_twice_is_the_first() {
        let at = |text: &str| {
            let at = text.parse::<NaiveDateTime>().expect("a time");
            moment_of(Tz::America__New_York, at).map(|at| at.to_rfc3339())
        };
        assert_eq!(at("2027-03-14T02:30:00"), None);
        assert_eq!(at("2027-11-07T01:30:00").as_deref(), Some("2027-11-07T05:30:00+00:00"));
    }

    proptest! {
        #[test]
        fn days_end_one_after_another(
            zone in proptest::sample::select(vec![
                Tz::UTC, Tz::Asia__Kathmandu, Tz::Pacific__Apia, Tz::America__New_York,
                Tz::Asia__Beirut, Tz::Australia__Lord_Howe, Tz::Africa__Casablanca,
            ]),
            days in 0u64..40_000,
        ) {
            let day = day("1990-01-01") + Days::new(days);
            let (one, next) = (end_of_day(zone, day), end_of_day(zone, day + Days::new(1)));
            // Only a day that was left out ends with the day before it.
            prop_assert!(one < next || (one == next && zone == Tz::Pacific__Apia));
            prop_assert!(next - one <= Duration::hours(25));
        }
    }
}
