//! Tables that leave the program: no cell of theirs is ever taken for a formula.
//!
//! [`csv`] and [`workbook`] write what is small; [`csv_in_pieces`] and [`workbook_in_pieces`] take
//! their rows piece by piece, so that a table of a million rows takes no more memory than one of
//! a thousand.
mod pieces;
mod workbook;

use std::borrow::Cow;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

pub use self::pieces::{
    Pieces, Rows, body_in_pieces, csv_in_pieces, in_pieces, workbook_in_pieces,
};
pub use self::workbook::{LONGEST_TEXT, MOST_WORKBOOK_ROWS, Sheet, WORKBOOK, workbook};
use super::error::Result;

/// What CSV is to a browser.
pub const CSV: &str = "text/csv; charset=utf-8";

/// What JSON is to a browser.
pub const JSON: &str = "application/json";

/// The mark at the beginning by which spreadsheets know UTF-8.
const MARK: &str = "\u{feff}";

/// What a spreadsheet may take for the beginning of a formula, in both widths.
const FORMULA_SIGNS: [char; 12] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// One cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// What somebody typed, or a name.
    Text(String),
    /// A number.
    Number(i64),
}

impl Cell {
    /// The cell as text that is no formula.
    pub fn safe(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => neutralised(text),
            Self::Number(number) => number.to_string().into(),
        }
    }
}

/// A text that no spreadsheet takes for a formula: with an apostrophe before it where it is like
/// one, or like one that has apostrophes before it already, so that [`restored`] gives it back.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if is_like_a_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// The text that [`neutralised`] was given.
pub fn restored(cell: &str) -> Cow<'_, str> {
    match cell.strip_prefix('\'') {
        Some(text) if is_like_a_formula(text) => text.into(),
        _ => cell.into(),
    }
}

fn is_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA_SIGNS)
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::from(if truth { "yes" } else { "no" })
    }
}

/// Writes rows as CSV (RFC 4180): every cell quoted, UTF-8 with the mark that spreadsheets need.
pub fn csv(rows: impl IntoIterator<Item = Vec<Cell>>) -> Result<Vec<u8>> {
    let mut out = MARK.as_bytes().to_vec();
    add_csv(&mut out, rows)?;
    Ok(out)
}

fn add_csv(out: &mut Vec<u8>, rows: impl IntoIterator<Item = Vec<Cell>>) -> Result<()> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    for row in rows {
        for cell in &row {
            writer.write_field(cell.safe().as_bytes()).map_err(anyhow::Error::from)?;
        }
        writer.write_record(None::<&[u8]>).map_err(anyhow::Error::from)?;
    }
    Ok(writer.flush().map_err(anyhow::Error::from)?)
}

/// Answers with a file to keep; `name` is in ASCII.
pub fn download(kind: &'static str, name: &str, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let safe: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || ".-_".contains(*c)).collect();
    let disposition = format!("attachment; filename=\"{safe}\"; filename*=UTF-8''{safe}");
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        for payload in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "\0=1"] {
            assert!(Cell::from(payload).safe().starts_with('\''), "{payload:?}");
        }
        assert_eq!(Cell::from(-5).safe(), "-5");
        assert_eq!(Cell::from("Fiji").safe(), "Fiji");
    }

    proptest::proptest! {
        #[test]
        fn what_was_neutralised_is_restored(text in "['=+@a\t-]{0,6}") {
            let cell = neutralised(&text);
            proptest::prop_assert!(!cell.starts_with(FORMULA_SIGNS));
            proptest::prop_assert_eq!(restored(&cell), text.as_str());
        }
    }

    #[test]
    fn every_cell_is_quoted() {
        let rows = [vec![Cell::from("a \"b\", c"), Cell::from(7)]];
        let text = String::from_utf8(csv(rows).expect("it writes")).expect("UTF-8");
        assert_eq!(text, "\u{feff}\"a \"\"b\"\", c\",\"7\"\r\n");
    }
}
