//! CSV: whatever stands between the cells.
use super::encoding::decoded;
use super::{Cell, MOST_COLUMNS, MOST_ROWS, Measure, Row, Table, Trouble, Value};

/// What may stand between cells, the likeliest first.
const DELIMITERS: [u8; 4] = *b",;\t|";
/// How many records are looked at to tell the delimiter.
const LOOKED_AT: usize = 200;

pub(super) fn read(bytes: &[u8]) -> Result<Table, Trouble> {
    let (text, may_have_lost) = decoded(bytes)?;
    let (said, text) = said(text.trim_start_matches('\u{feff}'));
    let delimiter = said.or_else(|| after_quotes(text)).unwrap_or_else(|| delimiter_of(text));
    if ends_in_quotes(text, delimiter) {
        return Err(Trouble::EndsInQuotes);
    }
    let mut measure = Measure::default();
    let mut rows = Vec::new();
    // A line that only says what the delimiter is counts as a record.
    let first = 1 + u32::from(said.is_some());
    for (number, record) in (first..).zip(records(text, delimiter)) {
        let record = record.map_err(|_| Trouble::Damaged)?;
        if rows.len() == MOST_ROWS {
            return Err(Trouble::TooManyRows);
        }
        if record.len() > MOST_COLUMNS {
            return Err(Trouble::TooManyColumns);
        }
        measure.text(record.as_slice())?;
        rows.push(Row { number, cells: record.iter().map(cell).collect(), hidden: false });
    }
    while rows.last().is_some_and(|row| row.filled().next().is_none()) {
        rows.pop();
    }
    Ok(Table { rows, may_have_lost })
}

fn cell(text: &str) -> Cell {
    let value = if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) };
    value.into()
}

fn records(
    text: &str,
    delimiter: u8,
) -> impl Iterator<Item = csv::Result<csv::StringRecord>> + use<'_> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    reader.into_records()
}

/// What the first line says of the delimiter (`sep=;`, as spreadsheets write it), and the rest.
fn said(text: &str) -> (Option<u8>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    match line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) if DELIMITERS.contains(delimiter) => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

/// What stands after the first cell, where that is quoted.
fn after_quotes(text: &str) -> Option<u8> {
    let mut bytes = text.strip_prefix('"')?.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
            return bytes.next().filter(|next| DELIMITERS.contains(next));
        }
    }
    None
}

/// The delimiter by which most records have the same number of cells, and the most of them.
fn delimiter_of(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut widths = vec![0_usize; MOST_COLUMNS + 1];
        for record in records(text, delimiter).take(LOOKED_AT).flatten() {
            widths[record.len().min(MOST_COLUMNS)] += 1;
        }
        let wide = widths.iter().enumerate().skip(2);
        wide.map(|(width, records)| records * records * width).max().unwrap_or(0)
    };
    // Of equals the first stands.
    let mut best = (DELIMITERS[0], 0);
    for delimiter in DELIMITERS {
        let score = score(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Whether the last cell has an opening quote and no closing one: the file was cut off.
fn ends_in_quotes(text: &str, delimiter: u8) -> bool {
    let (mut quoted, mut at_start) = (false, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted => {
                if bytes.peek() == Some(&b'"') {
                    bytes.next();
                } else {
                    quoted = false;
                }
            }
            b'"' if at_start => quoted = true,
            _ => {}
        }
        at_start = !quoted && (byte == delimiter || byte == b'\n' || byte == b'\r');
    }
    quoted
}
