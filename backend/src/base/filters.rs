//! What templates may call: words in the reader's language, dates and numbers as they write them.
#![expect(missing_docs, reason = "the macro makes a type of each function and leaves it bare")]
#![expect(clippy::inline_always, reason = "the macro writes it")]
use std::fmt::Write;

use askama::filters::{Html, Safe, escape};
use askama::{Result, Values, filter_fn, get_value};
use chrono::{DateTime, NaiveDate, Utc};

use super::i18n::{Fill, Locale, Message, Reader, Say, Value, autonym};
use super::pieces::Piece;

fn reader(values: &dyn Values) -> Result<Reader> {
    get_value::<Reader>(values, "reader").copied()
}

/// The words of a key: `{{ "catalogue-title"|t }}`.
#[filter_fn]
pub fn t(key: &'static str, values: &dyn Values) -> Result<String> {
    Ok(reader(values)?.locale.t(key))
}

/// The words of a key with one placeholder filled: `{{ "courses-found"|t1("count", n) }}`.
#[filter_fn]
pub fn t1<V: Fill>(
    key: &'static str,
    values: &dyn Values,
    name: &'static str,
    value: V,
) -> Result<String> {
    Ok(reader(values)?.locale.say(&Message::new(key).with(name, value)))
}

/// The words of a key with two placeholders filled.
#[filter_fn]
pub fn t2<V: Fill, W: Fill>(
    key: &'static str,
    values: &dyn Values,
    name: &'static str,
    value: V,
    other_name: &'static str,
    other: W,
) -> Result<String> {
    let message = Message::new(key).with(name, value).with(other_name, other);
    Ok(reader(values)?.locale.say(&message))
}

/// The words of a message: `{{ error|say }}`.
#[filter_fn]
pub fn say<M: Say>(message: M, values: &dyn Values) -> Result<String> {
    Ok(message.words(reader(values)?.locale))
}

/// "11 December 2026".
#[filter_fn]
pub fn date(date: &NaiveDate, values: &dyn Values) -> Result<String> {
    Ok(reader(values)?.date(*date))
}

/// "11 Dec 2026".
#[filter_fn]
pub fn date_short(date: &NaiveDate, values: &dyn Values) -> Result<String> {
    Ok(reader(values)?.date_short(*date))
}

/// "8 to 19 Feb 2027": `{{ first|days_short(last) }}`.
#[filter_fn]
pub fn days_short(first: &NaiveDate, values: &dyn Values, last: &NaiveDate) -> Result<String> {
    Ok(reader(values)?.days_short(*first, *last))
}

/// "8 to 19 February 2027".
#[filter_fn]
pub fn days(first: &NaiveDate, values: &dyn Values, last: &NaiveDate) -> Result<String> {
    Ok(reader(values)?.days(*first, *last))
}

/// "11 December 2026", the day in the reader's zone.
#[filter_fn]
pub fn day(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(reader(values)?.day(*at))
}

/// "11 December 2026, 23:59 in Dhaka".
#[filter_fn]
pub fn moment(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(reader(values)?.moment(*at))
}

/// "Friday 11 December 2026, 23:59 in Dhaka".
#[filter_fn]
pub fn deadline(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(reader(values)?.deadline(*at))
}

/// "14:32 in Dhaka".
#[filter_fn]
pub fn time(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(reader(values)?.time(*at))
}

/// "12,345".
#[filter_fn]
pub fn num<N: Fill>(number: N, values: &dyn Values) -> Result<String> {
    match number.value() {
        Value::Number(number) => Ok(reader(values)?.number(number)),
        Value::Text(_) | Value::Words(_) => Err(askama::Error::custom("not a number")),
    }
}

/// What the data says in English: on a page in another language it is marked as English and
/// stands apart from the direction around it.
#[filter_fn]
pub fn data<T: std::fmt::Display>(text: T, values: &dyn Values) -> Result<Safe<String>> {
    Ok(Safe(marked(text, reader(values)?.locale)?))
}

/// Names of the data with what stands between them in the reader's language.
#[filter_fn]
pub fn data_list<T: std::fmt::Display>(names: &[T], values: &dyn Values) -> Result<Safe<String>> {
    let locale = reader(values)?.locale;
    let marked = names.iter().map(|name| marked(name, locale)).collect::<Result<Vec<_>>>()?;
    Ok(Safe(marked.join(&locale.t("list-separator"))))
}

/// The same in pieces, of which some are marked.
#[filter_fn]
pub fn data_pieces(pieces: Vec<Piece<'_>>, values: &dyn Values) -> Result<Safe<String>> {
    let text = with_marks(pieces)?;
    let english = reader(values)?.locale.is_english();
    Ok(Safe(if english { text } else { format!("<bdi lang=\"en\">{text}</bdi>") }))
}

/// Text in the language of the page in pieces, of which some are marked.
#[filter_fn]
pub fn pieces(pieces: Vec<Piece<'_>>, _: &dyn Values) -> Result<Safe<String>> {
    with_marks(pieces).map(Safe)
}

fn with_marks(pieces: Vec<Piece<'_>>) -> Result<String> {
    let mut text = String::new();
    for piece in pieces {
        let piece_text = escape(piece.text, Html)?;
        let _ = if piece.is_marked {
            write!(text, "<mark>{piece_text}</mark>")
        } else {
            write!(text, "{piece_text}")
        };
    }
    Ok(text)
}

fn marked(text: impl std::fmt::Display, locale: Locale) -> Result<String> {
    let text = escape(text, Html)?;
    Ok(if locale.is_english() {
        text.to_string()
    } else {
        format!("<bdi lang=\"en\">{text}</bdi>")
    })
}

/// A language's name for itself: `{{ tag|autonym_of }}`.
#[filter_fn]
pub fn autonym_of(tag: &str, _: &dyn Values) -> Result<String> {
    Ok(autonym(tag).to_owned())
}
