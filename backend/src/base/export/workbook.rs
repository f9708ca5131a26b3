//! Workbooks: numbers are numbers, everything else is a string, nothing is a formula.
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::Cell;
use crate::base::error::{Error, Result};

/// What a workbook is to a browser.
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The most rows that are written into a workbook; what is longer is taken as CSV.
pub const MOST_WORKBOOK_ROWS: i64 = 100_000;

/// The longest text that is written into a cell of a workbook, in characters.
pub const LONGEST_TEXT: usize = 32_000;
/// The longest name of a sheet, in characters.
const LONGEST_NAME: usize = 31;
/// Rows by whose texts the columns get their widths.
const MEASURED_ROWS: usize = 100;

/// One sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows; the first one holds the heads.
    pub rows: Vec<Vec<Cell>>,
    /// Columns that stay in view, and are repeated on paper.
    pub fixed_columns: u16,
}

/// Writes sheets into a workbook.
pub fn workbook(sheets: Vec<Sheet>) -> Result<Vec<u8>> {
    let mut book = Book::default();
    for sheet in sheets {
        let mut open = book.open(&sheet.name, sheet.fixed_columns)?;
        open.add(sheet.rows)?;
        book.close(open);
    }
    book.finish()
}

/// A workbook that is being written.
#[derive(Default)]
pub(super) struct Book(Workbook);

/// A sheet that is being written; its rows go to a file at once.
pub(super) struct Open {
    sheet: Worksheet,
    next: u32,
    bold: Format,
    plain: Format,
}

impl Book {
    /// Begins a sheet.
    pub(super) fn open(&mut self, name: &str, fixed_columns: u16) -> Result<Open> {
        let mut sheet = self.0.new_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(name_of(name)).map_err(failed)?;
        sheet.set_freeze_panes(1, fixed_columns).map_err(failed)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0).map_err(failed)?;
        let plain = Format::new().set_align(FormatAlign::Top);
        Ok(Open { sheet, next: 0, bold: plain.clone().set_bold(), plain })
    }

    /// Ends a sheet.
    pub(super) fn close(&mut self, open: Open) {
        self.0.push_worksheet(open.sheet);
    }

    /// The whole workbook.
    pub(super) fn finish(mut self) -> Result<Vec<u8>> {
        self.0.save_to_buffer().map_err(failed)
    }
}

impl Open {
    /// Adds rows; the first of the sheet are its heads.
    pub(super) fn add(&mut self, rows: Vec<Vec<Cell>>) -> Result<()> {
        if self.next == 0 {
            self.measure(&rows)?;
        }
        for row in rows {
            for (column, cell) in (0..).zip(&row) {
                self.write(column, cell)?;
            }
            self.next += 1;
        }
        Ok(())
    }

    fn write(&mut self, column: u16, cell: &Cell) -> Result<()> {
        let format = if self.next == 0 { &self.bold } else { &self.plain };
        let number = match cell {
            Cell::Number(number) => i32::try_from(*number).ok(),
            Cell::Text(_) => None,
        };
        let written = if let Some(number) = number {
            let number = f64::from(number);
            self.sheet.write_number_with_format(self.next, column, number, format)
        } else {
            let text: String = cell.safe().chars().take(LONGEST_TEXT).collect();
            self.sheet.write_string_with_format(self.next, column, text, format)
        };
        written.map(|_| ()).map_err(failed)
    }

    fn measure(&mut self, rows: &[Vec<Cell>]) -> Result<()> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for column in 0..columns {
            let cells = rows.iter().take(MEASURED_ROWS).filter_map(|row| row.get(column));
            let longest = cells.map(|cell| cell.safe().chars().count()).max().unwrap_or(0);
            let width = u8::try_from(longest.clamp(6, 48) + 2).unwrap_or(50);
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            self.sheet.set_column_width(column, f64::from(width)).map_err(failed)?;
        }
        Ok(())
    }
}

/// A name that a sheet may have.
fn name_of(name: &str) -> String {
    let allowed = |c: char| if "[]:*?/\\'".contains(c) { ' ' } else { c };
    let name: String = name.chars().map(allowed).take(LONGEST_NAME).collect();
    let name = name.trim();
    if name.is_empty() { "-".to_owned() } else { name.to_owned() }
}

#[expect(clippy::needless_pass_by_value, reason = "that is how map_err hands it over")]
fn failed(error: XlsxError) -> Error {
    Error::Internal(anyhow::anyhow!("the workbook cannot be written: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_spreadsheets_take() {
        assert_eq!(name_of("A/B [1]: 'c'?"), "A B  1    c");
        assert_eq!(name_of(&"x".repeat(40)).len(), LONGEST_NAME);
        assert_eq!(name_of("//"), "-");
    }

    #[test]
    fn a_workbook_is_a_zip_with_its_sheets() {
        let rows = vec![vec![Cell::from("a"), Cell::from(1)]];
        let sheet = |name: &str| Sheet { name: name.into(), rows: rows.clone(), fixed_columns: 1 };
        let bytes = workbook(vec![sheet("One"), sheet("Two")]).expect("it writes");
        assert!(bytes.starts_with(b"PK"));
    }
}
