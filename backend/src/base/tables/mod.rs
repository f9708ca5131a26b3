//! Tables that come from outside: CSV in whatever encoding and with whatever delimiter, and the
//! first visible sheet of a workbook. However a file is made, it takes no more memory than the
//! limits here allow.
mod encoding;
mod readers;
mod text;
mod unpacked;
mod workbook;

use chrono::NaiveDate;

pub use self::readers::{Place, Progress, Readers};
use super::closed_list::closed_list;

/// The most rows that a table may have.
pub const MOST_ROWS: usize = 20_200;
/// The most columns that a table may have.
pub const MOST_COLUMNS: usize = 100;
/// The most text in all cells together, in bytes.
const MOST_TEXT: usize = 48 * 1024 * 1024;
/// Rows that a workbook leaves out are empty, up to so many in one place.
const MOST_LEFT_OUT: u32 = 500;

closed_list! {
    /// Why a file cannot be read as a table.
    Trouble {
        /// Nothing in it.
        Empty = "empty", "table-empty";
        /// More rows than are taken.
        TooManyRows = "too_many_rows", "table-too-many-rows";
        /// More columns than are taken.
        TooManyColumns = "too_many_columns", "table-too-many-columns";
        /// Unpacked, it would be too large.
        TooLarge = "too_large", "table-too-large";
        /// Not the whole file, or a broken one.
        Damaged = "damaged", "table-damaged";
        /// The file ends inside a quoted cell.
        EndsInQuotes = "ends_in_quotes", "table-ends-in-quotes";
        /// A workbook of the old kind, or one with a password.
        OldWorkbook = "old_workbook", "table-old-workbook";
        /// Neither text nor workbook.
        UnknownKind = "unknown_kind", "table-unknown-kind";
        /// A workbook all of whose sheets are hidden.
        NoSheet = "no_sheet", "table-no-sheet";
        /// No row names the columns.
        NoHeads = "no_heads", "table-no-heads";
        /// JSON, and not what is exported as JSON.
        OtherJson = "other_json", "table-other-json";
        /// The program was stopped while it read the file.
        Interrupted = "interrupted", "table-interrupted";
    }
}

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number that is not shown as a date.
    Number(f64),
    /// A date, whatever time of the day.
    Day(NaiveDate),
    /// A formula whose result was never stored.
    NoResult,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub value: Value,
    /// Whether that stands in a cell above, with which it was merged.
    pub merged: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number, from 1: in a workbook that of the sheet, in CSV that of the record.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether the sheet hides it.
    pub hidden: bool,
}

/// A table as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether letters may have been lost before it came: its encoding does not know all of them.
    pub may_have_lost: bool,
}

impl Value {
    /// The value as text, as a person would type it.
    pub fn text(&self) -> String {
        match self {
            Self::Empty | Self::NoResult => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Day(_) | Self::NoResult => false,
        }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, merged: false }
    }
}

impl Row {
    /// What the cell in this column says.
    pub fn value(&self, column: usize) -> &Value {
        self.cells.get(column).map_or(&Value::Empty, |cell| &cell.value)
    }

    /// The columns in which something stands.
    pub fn filled(&self) -> impl Iterator<Item = usize> + '_ {
        let filled = |(place, cell): (usize, &Cell)| (!cell.value.is_blank()).then_some(place);
        self.cells.iter().enumerate().filter_map(filled)
    }
}

/// Reads a file by what it begins with.
pub fn read(bytes: &[u8]) -> Result<Table, Trouble> {
    let table = match bytes {
        [] => return Err(Trouble::Empty),
        [b'P', b'K', 3, 4, ..] => workbook::read(bytes)?,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Trouble::OldWorkbook),
        [b'%', b'P', b'D', b'F', ..] | [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => {
            return Err(Trouble::UnknownKind);
        }
        text => text::read(text)?,
    };
    let something = table.rows.iter().any(|row| row.filled().next().is_some());
    if something { Ok(table) } else { Err(Trouble::Empty) }
}

/// The text of a file that is no workbook, whatever its encoding.
pub fn text_of(bytes: &[u8]) -> Result<String, Trouble> {
    encoding::decoded(bytes).map(|(text, _)| text)
}

/// Counts what is taken in, and refuses what is too much.
#[derive(Default)]
struct Measure {
    text: usize,
}

impl Measure {
    fn text(&mut self, text: &str) -> Result<(), Trouble> {
        self.text += text.len();
        if self.text > MOST_TEXT { Err(Trouble::TooLarge) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
