//! Dates as people write them.
mod words;

use chrono::{Datelike, Days, NaiveDate};

use self::words::{UNSETTLED, month};
use super::code::{Code, Said};
use crate::base::tables::Value;
use crate::catalogue::rules::fold;

/// How many years ahead a date is still believed.
const YEARS_AHEAD: i32 = 5;
/// Day numbers of spreadsheets that are believed: 1982 to 2119.
const SERIALS: std::ops::RangeInclusive<u32> = 30_000..=80_000;
/// The Buddhist era began so many years before the common one.
const BUDDHIST: i32 = 543;
/// Years of the Buddhist era that are believed.
const BUDDHIST_YEARS: std::ops::RangeInclusive<i32> = 2443..=2643;
/// Years that are believed.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2442;

/// The days of a row, and what they say where they are no days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub start: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    pub duration: Option<u16>,
}

/// One cell, read as far as it can be read by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Written {
    Nothing,
    Certain(NaiveDate),
    Buddhist(NaiveDate),
    Serial(NaiveDate),
    /// Two numbers and a year, in an order that is not told.
    Numbers {
        first: u32,
        second: u32,
        year: i32,
        short: bool,
    },
    ShortYear(NaiveDate),
    Range(NaiveDate, NaiveDate),
    Lasting(u16),
    Incomplete,
    Unreadable,
    Impossible,
}

/// Reads the first and the last day of a row; where one of them tells in which order its numbers
/// stand, the other follows it.
pub(super) fn read((start, end): (&Value, &Value), reference: NaiveDate, said: &mut Said) -> Span {
    let (first, last) = (written(start), last_of(end));
    let order = [&first, &last].into_iter().find_map(order_of);
    let mut days = Span::default();
    for (place, cell) in [first, last].into_iter().enumerate() {
        let day = match cell {
            Written::Nothing => None,
            Written::Lasting(number) => {
                days.duration = Some(number);
                None
            }
            Written::Range(from, to) => {
                said.add(Code::DateRangeInCell);
                days.start = Some(from);
                days.end = Some(to);
                None
            }
            other => settled(&other, order, said),
        };
        let slot = if place == 0 { &mut days.start } else { &mut days.end };
        *slot = day.or(*slot);
    }
    check(&days, reference, said);
    days
}

fn check(days: &Span, reference: NaiveDate, said: &mut Said) {
    if days.start.zip(days.end).is_some_and(|(start, end)| end < start) {
        said.add(Code::EndBeforeStart);
    }
    let latest = reference.with_year(reference.year() + YEARS_AHEAD);
    let latest = latest.unwrap_or(reference + Days::new(1826));
    if [days.start, days.end].into_iter().flatten().any(|day| day > latest) {
        said.add(Code::DateImplausible);
    }
}

fn settled(cell: &Written, order: Option<Order>, said: &mut Said) -> Option<NaiveDate> {
    match cell {
        Written::Certain(day) => return Some(*day),
        Written::Buddhist(day) => {
            said.add(Code::DateBuddhistEra);
            return Some(*day);
        }
        Written::Serial(day) => {
            said.add(Code::DateSerial);
            return Some(*day);
        }
        Written::ShortYear(day) => {
            said.add(Code::DateTwoDigitYear);
            return Some(*day);
        }
        Written::Numbers { first, second, year, short } => {
            if *short {
                said.add(Code::DateTwoDigitYear);
            }
            let (day, month) = match order {
                Some(Order::MonthFirst) => {
                    said.add(Code::DateMonthFirst);
                    (*second, *first)
                }
                Some(Order::DayFirst) => (*first, *second),
                None => {
                    if first != second {
                        said.add(Code::DateAmbiguous);
                    }
                    (*first, *second)
                }
            };
            if let Some(day) = NaiveDate::from_ymd_opt(*year, month, day) {
                return Some(day);
            }
            said.add(Code::DateImpossible);
        }
        Written::Impossible => said.add(Code::DateImpossible),
        Written::Incomplete => said.add(Code::DateIncomplete),
        _ => said.add(Code::DateUnreadable),
    }
    None
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
}

fn order_of(cell: &Written) -> Option<Order> {
    match cell {
        Written::Numbers { first, second, .. } if *first > 12 && *second <= 12 => {
            Some(Order::DayFirst)
        }
        Written::Numbers { first, second, .. } if *second > 12 && *first <= 12 => {
            Some(Order::MonthFirst)
        }
        _ => None,
    }
}

/// A last day, or how many days there are.
fn last_of(value: &Value) -> Written {
    match value {
        Value::Number(number) if (1.0..366.0).contains(number) && number.fract() == 0.0 =>
        {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is from 1 to 365"
            )]
            Written::Lasting(*number as u16)
        }
        Value::Text(text) => lasting(text).map_or_else(|| written(value), Written::Lasting),
        other => written(other),
    }
}

fn lasting(text: &str) -> Option<u16> {
    let folded = fold(text);
    let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
    let number: u16 = digits.parse().ok().filter(|number| (1..366).contains(number))?;
    let unit = folded[digits.len()..].trim();
    let is = |names: &[&str]| names.iter().any(|name| unit == *name || unit == format!("{name}."));
    if is(&[
        "",
        "d",
        "day",
        "days",
        "working days",
        "j",
        "jour",
        "jours",
        "hari",
        "hari kerja",
        "يوم",
        "ايام",
        "วัน",
        "ngay",
    ]) {
        Some(number)
    } else if is(&["w", "week", "weeks", "semaine", "semaines", "minggu"]) {
        number.checked_mul(5).filter(|days| *days < 366)
    } else {
        None
    }
}

fn written(value: &Value) -> Written {
    match value {
        Value::Empty | Value::NoResult => Written::Nothing,
        Value::Day(day) => Written::Certain(*day),
        Value::Number(number) => serial(*number),
        Value::Text(text) => in_words(text),
    }
}

fn serial(number: f64) -> Written {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "out of range saturates"
    )]
    let whole = number.trunc() as u32;
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30);
    match begin.filter(|_| SERIALS.contains(&whole)) {
        Some(begin) => Written::Serial(begin + Days::new(whole.into())),
        None if YEARS.contains(&i32::try_from(whole).unwrap_or(0)) => Written::Incomplete,
        None => Written::Unreadable,
    }
}

fn in_words(text: &str) -> Written {
    let text = fold(text);
    if text.is_empty() || text == "-" || text == "–" {
        return Written::Nothing;
    }
    let (day, _) = text.split_once(" at ").unwrap_or((&text, ""));
    // A time of the day says nothing about the date.
    let day = match day.rsplit_once([' ', 't']) {
        Some((day, time)) if is_time(time) => day.trim(),
        _ => day,
    };
    if let Ok(number) = day.parse::<f64>() {
        return serial(number);
    }
    numbers(day).or_else(|| with_month(day)).unwrap_or_else(|| unsettled(&text))
}

fn is_time(text: &str) -> bool {
    let mut parts = text.split(':').map(|part| part.trim_end_matches(['z', 'h']));
    text.contains(':')
        && parts
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}

/// Three numbers with the same sign between them.
fn numbers(text: &str) -> Option<Written> {
    let sign = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(sign, '/' | '.' | '-') {
        return None;
    }
    let parts: Vec<&str> = text.trim_end_matches(sign).split(sign).map(str::trim).collect();
    let number = |place: usize| parts.get(place).and_then(|part| part.parse::<u32>().ok());
    let (a, b) = (number(0)?, number(1)?);
    let Some(c) = number(2).filter(|_| parts.len() == 3) else {
        let year = i32::try_from(if parts[0].len() == 4 { a } else { b }).unwrap_or(0);
        return (parts.len() == 2 && YEARS.contains(&year)).then_some(Written::Incomplete);
    };
    let year = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    if parts[0].len() == 4 {
        return Some(of_year(year(a), b, c));
    }
    match parts[2].len() {
        4 if BUDDHIST_YEARS.contains(&year(c)) => Some(of_year(year(c), b, a)),
        4 if YEARS.contains(&year(c)) => {
            Some(Written::Numbers { first: a, second: b, year: year(c), short: false })
        }
        4 => Some(Written::Unreadable),
        2 => Some(Written::Numbers { first: a, second: b, year: year(c) + 2000, short: true }),
        _ => None,
    }
}

fn of_year(year: i32, month: u32, day: u32) -> Written {
    let (year, buddhist) =
        if BUDDHIST_YEARS.contains(&year) { (year - BUDDHIST, true) } else { (year, false) };
    if !YEARS.contains(&year) {
        return Written::Unreadable;
    }
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) if buddhist => Written::Buddhist(day),
        Some(day) => Written::Certain(day),
        None => Written::Impossible,
    }
}

/// A day, the name of a month and a year, in whatever order; or two days.
fn with_month(text: &str) -> Option<Written> {
    let words = text.split([' ', ',', '-', '–', '—', '/']).map(|word| word.trim_matches('.'));
    let words: Vec<&str> =
        words.filter(|word| !word.is_empty() && *word != "to" && *word != "de").collect();
    let months: Vec<u32> = words.iter().filter_map(|word| month(word)).collect();
    let numbers: Vec<(usize, u32)> = words
        .iter()
        .filter_map(|word| {
            let word = word
                .trim_end_matches("st")
                .trim_end_matches("nd")
                .trim_end_matches("rd")
                .trim_end_matches("th");
            word.parse().ok().map(|number| (word.len(), number))
        })
        .collect();
    if numbers.len() + months.len() != words.len() {
        return None;
    }
    let (month, year) = (*months.first()?, numbers.last()?);
    let short = year.0 == 2;
    let number = i32::try_from(year.1).ok()?;
    let year = if short { number + 2000 } else { number };
    match (&numbers[..], &months[..]) {
        ([(_, day), _], [_]) => Some(match of_year(year, month, *day) {
            Written::Certain(day) if short => Written::ShortYear(day),
            other => other,
        }),
        ([(_, from), (_, to), _], [_]) => {
            Some(range(of_year(year, month, *from), of_year(year, month, *to)))
        }
        ([(_, from), (_, to), _], [_, second]) => {
            Some(range(of_year(year, month, *from), of_year(year, *second, *to)))
        }
        _ => None,
    }
}

fn range(from: Written, to: Written) -> Written {
    match (from, to) {
        (Written::Certain(from), Written::Certain(to)) => Written::Range(from, to),
        _ => Written::Impossible,
    }
}

/// What is no date: it either says that there will be one, or cannot be read.
fn unsettled(text: &str) -> Written {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let quarter = |word: &str| {
        matches!(word.as_bytes(), [b'q' | b't' | b's', b'1'..=b'4'] | [b'1'..=b'4', b'q'])
    };
    let known = |word: &&str| month(word).is_some() || quarter(word) || UNSETTLED.contains(word);
    if words.iter().any(known) { Written::Incomplete } else { Written::Unreadable }
}

#[cfg(test)]
mod tests;
