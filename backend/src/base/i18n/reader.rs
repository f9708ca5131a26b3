//! Who reads: their language and their time zone; dates and numbers as they write them.
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;

use super::{Locale, Message};

/// The reader of a page or an email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The language to write in.
    pub locale: Locale,
    /// The zone in which to tell the time; it is always named beside it.
    pub zone: Tz,
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];
const MONTHS_SHORT: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];
const WEEKDAYS: [&str; 7] =
    ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

const WEEKDAYS_SHORT: [&str; 7] = [
    "weekday-short-1",
    "weekday-short-2",
    "weekday-short-3",
    "weekday-short-4",
    "weekday-short-5",
    "weekday-short-6",
    "weekday-short-7",
];

impl Reader {
    /// A visitor of whom nothing is known: English, UTC.
    pub fn unknown() -> Self {
        Self { locale: Locale::english(), zone: Tz::UTC }
    }

    /// "11 December 2026".
    pub fn date(self, date: NaiveDate) -> String {
        self.locale.say(&dated(date, &MONTHS))
    }

    /// "11 Dec 2026".
    pub fn date_short(self, date: NaiveDate) -> String {
        self.locale.say(&dated(date, &MONTHS_SHORT))
    }

    /// "8 to 19 February 2027".
    pub fn days(self, first: NaiveDate, last: NaiveDate) -> String {
        self.locale.say(&days(first, last))
    }

    /// "8 to 19 Feb 2027".
    pub fn days_short(self, first: NaiveDate, last: NaiveDate) -> String {
        self.locale.say(&ranged((first, last), &MONTHS_SHORT))
    }

    /// The day of `at` in the reader's zone: "11 December 2026".
    pub fn day(self, at: DateTime<Utc>) -> String {
        self.date(at.with_timezone(&self.zone).date_naive())
    }

    /// Date, time and zone: "11 December 2026, 23:59 in Dhaka".
    pub fn moment(self, at: DateTime<Utc>) -> String {
        self.locale.say(&self.moment_words(at))
    }

    /// Weekday, date, time and zone: "Friday 11 December 2026, 23:59 in Dhaka".
    pub fn deadline(self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.zone).date_naive();
        let words = Message::new("deadline")
            .with("weekday", Message::new(weekday(local, &WEEKDAYS)))
            .with("moment", self.moment_words(at));
        self.locale.say(&words)
    }

    fn moment_words(self, at: DateTime<Utc>) -> Message {
        moment_in(self.zone, at)
    }

    /// Time and zone alone: "14:32 in Dhaka".
    pub fn time(self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.zone).naive_local();
        let words = Message::new(zoned(self.zone, "time-of-day", "time-of-day-utc"))
            .with("time", clock(&local))
            .with("place", place_of(self.zone));
        self.locale.say(&words)
    }

    /// "December".
    pub fn month(self, date: NaiveDate) -> String {
        self.locale.t(MONTHS[date.month0() as usize])
    }

    /// "Dec".
    pub fn month_short(self, date: NaiveDate) -> String {
        self.locale.t(MONTHS_SHORT[date.month0() as usize])
    }

    /// "Friday".
    pub fn weekday(self, date: NaiveDate) -> String {
        self.locale.t(weekday(date, &WEEKDAYS))
    }

    /// "Fri".
    pub fn weekday_short(self, date: NaiveDate) -> String {
        self.locale.t(weekday(date, &WEEKDAYS_SHORT))
    }

    /// The day of `at` in the reader's zone.
    pub fn local_date(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// A whole number with the thousands apart: "12,345".
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = self.locale.t("number-group");
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(&separator);
            }
            grouped.push(digit);
        }
        if number < 0 { format!("-{grouped}") } else { grouped }
    }
}

fn zoned(zone: Tz, local: &'static str, utc: &'static str) -> &'static str {
    if zone == Tz::UTC { utc } else { local }
}

/// "11 December 2026, 23:59 in Dhaka", by the clocks of a zone.
pub fn moment_in(zone: Tz, at: DateTime<Utc>) -> Message {
    let local = at.with_timezone(&zone).naive_local();
    Message::new(zoned(zone, "moment", "moment-utc"))
        .with("date", dated(local.date(), &MONTHS))
        .with("time", clock(&local))
        .with("place", place_of(zone))
}

/// The city that stands for a zone, as people read it: "Port Moresby".
pub fn place_of(zone: Tz) -> String {
    zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

fn dated(date: NaiveDate, months: &[&'static str; 12]) -> Message {
    // The year as text, because a number would be grouped.
    Message::new("date")
        .with("day", date.day())
        .with("month", Message::new(months[date.month0() as usize]))
        .with("year", date.year().to_string())
}

/// "8 to 19 February 2027", "28 February 2027 to 5 March 2027", and of one day its date.
pub fn days(first: NaiveDate, last: NaiveDate) -> Message {
    ranged((first, last), &MONTHS)
}

fn ranged((first, last): (NaiveDate, NaiveDate), months: &[&'static str; 12]) -> Message {
    if first == last {
        return dated(first, months);
    }
    let month = |date: NaiveDate| (date.year(), date.month());
    if month(first) == month(last) {
        Message::new("days-in-month").with("day", first.day()).with("date", dated(last, months))
    } else {
        Message::new("days-across")
            .with("start", dated(first, months))
            .with("end", dated(last, months))
    }
}

fn weekday(date: NaiveDate, names: &[&'static str; 7]) -> &'static str {
    names[date.weekday().num_days_from_monday() as usize]
}

/// The time as a clock shows it, both parts with two digits.
fn clock(time: &impl Timelike) -> Message {
    Message::new("clock")
        .with("hour", format!("{:02}", time.hour()))
        .with("minute", format!("{:02}", time.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn a_deadline_names_weekday_date_time_and_city() {
        let reader = Reader { zone: Tz::Asia__Dhaka, ..Reader::unknown() };
        assert_eq!(
            reader.deadline(at("2026-12-11T17:59:00Z")),
            "Friday 11 December 2026, 23:59 in Dhaka"
        );
    }

    #[test]
    fn a_visitor_reads_utc_by_its_name() {
        assert_eq!(Reader::unknown().time(at("2026-12-11T07:05:00Z")), "07:05 UTC");
    }

    #[test]
    fn days_are_told_without_a_dash_and_without_saying_a_month_twice() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let reader = Reader::unknown();
        for (first, last, told) in [
            ("2027-02-08", "2027-02-19", "8 to 19 February 2027"),
            ("2027-02-26", "2027-03-05", "26 February 2027 to 5 March 2027"),
            ("2027-02-08", "2027-02-08", "8 February 2027"),
        ] {
            assert_eq!(reader.days(day(first), day(last)), told);
        }
        assert_eq!(reader.days_short(day("2027-02-08"), day("2027-02-19")), "8 to 19 Feb 2027");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(Reader::unknown().number(1_234_567), "1,234,567");
        assert_eq!(Reader::unknown().number(-999), "-999");
    }
}
