//! A time zone as calendars are told of it (RFC 5545, section 3.6.5).
use std::fmt::Write;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

/// What the clocks of a zone show from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Observance {
    /// Seconds that they are before UTC until then, and from then on.
    offsets: (i32, i32),
    /// Whether they show summer time.
    is_summer: bool,
    /// What that is called; an offset where it has no name.
    name: String,
}

/// The component `VTIMEZONE` of a zone for what happens in these years.
pub fn zone_component(zone: Tz, (first, last): (i32, i32)) -> String {
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    let (begins, ends) = (new_year(first - 1), new_year(last + 1));
    let offset = |at: DateTime<Utc>| seconds(zone, at);
    // What holds at the beginning has held since before; what it was then is of no account.
    let there = observance(zone, begins, offset(begins));
    write(&mut text, begins, &there);
    let mut at = begins;
    while at < ends {
        let next = at + Duration::days(1);
        if offset(at) != offset(next) {
            let change = change_between(zone, at, next);
            write(&mut text, change, &observance(zone, change, offset(at)));
        }
        at = next;
    }
    text + "END:VTIMEZONE\r\n"
}

fn new_year(year: i32) -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    day.and_time(NaiveTime::MIN).and_utc()
}

fn seconds(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

/// The second at which clocks change between two moments.
fn change_between(zone: Tz, before: DateTime<Utc>, after: DateTime<Utc>) -> DateTime<Utc> {
    let (old, mut low, mut high) = (seconds(zone, before), before, after);
    while (high - low).num_seconds() > 1 {
        let middle = low + Duration::seconds((high - low).num_seconds() / 2);
        if seconds(zone, middle) == old { low = middle } else { high = middle }
    }
    high
}

fn observance(zone: Tz, at: DateTime<Utc>, before: i32) -> Observance {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    let since = offset.fix().local_minus_utc();
    Observance {
        offsets: (before, since),
        is_summer: !offset.dst_offset().is_zero(),
        name: offset.abbreviation().map_or_else(|| written(since), str::to_owned),
    }
}

fn write(text: &mut String, at: DateTime<Utc>, observance: &Observance) {
    let kind = if observance.is_summer { "DAYLIGHT" } else { "STANDARD" };
    let (before, since) = observance.offsets;
    // The beginning is told by the clocks as they were until then.
    let begins = (at + Duration::seconds(before.into())).format("%Y%m%dT%H%M%S");
    let (from, to) = (written(before), written(since));
    let name = &observance.name;
    let _ = write!(
        text,
        "BEGIN:{kind}\r\nDTSTART:{begins}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\n\
         TZNAME:{name}\r\nEND:{kind}\r\n"
    );
}

/// An offset as it is written: +0545.
fn written(offset: i32) -> String {
    let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_without_summer_time_says_one_thing() {
        let text = zone_component(Tz::Asia__Kathmandu, (2027, 2027));
        assert_eq!(
            text,
            "BEGIN:VTIMEZONE\r\nTZID:Asia/Kathmandu\r\nBEGIN:STANDARD\r\n\
             DTSTART:20260101T054500\r\nTZOFFSETFROM:+0545\r\nTZOFFSETTO:+0545\r\n\
             TZNAME:+0545\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        );
    }

    #[test]
    fn a_zone_with_summer_time_says_when_clocks_change() {
        let text = zone_component(Tz::America__New_York, (2027, 2027));
        for line in [
            "BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0500\r\n\
             TZOFFSETTO:-0400\r\nTZNAME:EDT",
            "BEGIN:STANDARD\r\nDTSTART:20271107T020000\r\nTZOFFSETFROM:-0400\r\n\
             TZOFFSETTO:-0500\r\nTZNAME:EST",
        ] {
            assert!(text.contains(line), "{text}");
        }
        assert_eq!(text.matches("BEGIN:DAYLIGHT").count(), 2, "{text}");
    }
}
