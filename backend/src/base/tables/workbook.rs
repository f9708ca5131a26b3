//! The first visible sheet of a workbook.
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::unpacked::{counted, hidden_rows};
use super::{Cell, MOST_COLUMNS, MOST_LEFT_OUT, MOST_ROWS, Measure, Row, Table, Trouble, Value};

pub(super) fn read(bytes: &[u8]) -> Result<Table, Trouble> {
    let mut archive = counted(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| trouble(&error))?;
    let sheets = book.sheets_metadata().iter();
    let mut shown = sheets.filter(|sheet| {
        sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    });
    let sheet = shown.next().map(|sheet| sheet.name.clone()).ok_or(Trouble::NoSheet)?;
    let merges = book.merge_cells_by_sheet_name(&sheet).map_err(|error| trouble(&error))?;
    let mut rows = cells(&mut book, &sheet)?;
    let hidden = hidden_rows(&mut archive, &sheet)?;
    for row in &mut rows {
        row.hidden = hidden.contains(&row.number);
    }
    fill_down(&mut rows, merges.iter().map(|merge| (merge.start, merge.end)));
    Ok(Table { rows, may_have_lost: false })
}

fn trouble(error: &XlsxError) -> Trouble {
    match error {
        XlsxError::Password => Trouble::OldWorkbook,
        _ => Trouble::Damaged,
    }
}

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<Row>, Trouble> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|error| trouble(&error))?;
    let mut measure = Measure::default();
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) =
        reader.next_cell_with_formula_metadata().map_err(|error| trouble(&error))?
    {
        let value = value(&cell.value, cell.formula.is_some());
        if value == Value::Empty {
            continue;
        }
        if let Value::Text(text) = &value {
            measure.text(text)?;
        }
        let (number, column) = (cell.pos.0 + 1, cell.pos.1 as usize);
        if column >= MOST_COLUMNS {
            return Err(Trouble::TooManyColumns);
        }
        let row = row_of(&mut rows, number)?;
        if row.cells.len() <= column {
            row.cells.resize_with(column + 1, Cell::default);
        }
        row.cells[column] = value.into();
    }
    Ok(rows)
}

/// The row of this number; rows that the sheet leaves out before it are empty.
fn row_of(rows: &mut Vec<Row>, number: u32) -> Result<&mut Row, Trouble> {
    let last = rows.last().map_or(0, |row| row.number);
    if number > last {
        let from = if number - last > MOST_LEFT_OUT { number } else { last + 1 };
        for number in from..=number {
            if rows.len() == MOST_ROWS {
                return Err(Trouble::TooManyRows);
            }
            rows.push(Row { number, ..Row::default() });
        }
    }
    // Rows come in their order; where they do not, the file was not made by a spreadsheet.
    let place = rows.binary_search_by_key(&number, |row| row.number);
    place.map(|place| &mut rows[place]).map_err(|_| Trouble::Damaged)
}

fn value(value: &DataRef<'_>, formula: bool) -> Value {
    match value {
        DataRef::Empty if formula => Value::NoResult,
        DataRef::Empty | DataRef::SharedString("") => Value::Empty,
        DataRef::String(text) if text.is_empty() => Value::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => Value::Text(text.clone()),
        DataRef::SharedString(text) => Value::Text((*text).to_owned()),
        #[expect(clippy::cast_precision_loss, reason = "cells of a sheet are floating numbers")]
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(truth) => Value::Text(if *truth { "yes" } else { "no" }.to_owned()),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
            day.map_or(Value::Number(moment.as_f64()), Value::Day)
        }
        DataRef::DateTime(span) => Value::Number(span.as_f64()),
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or_else(|| Value::Text(text.clone()), Value::Day)
        }
        // `#REF!` and the like is no result either.
        DataRef::Error(_) => Value::NoResult,
    }
}

/// Gives cells that are merged with one above what that one says.
fn fill_down(rows: &mut [Row], merges: impl Iterator<Item = ((u32, u32), (u32, u32))>) {
    let mut left = MOST_ROWS * 4;
    for ((first, column), (last, _)) in merges.filter(|(start, end)| end.0 > start.0) {
        let column = column as usize;
        let Ok(origin) = rows.binary_search_by_key(&(first + 1), |row| row.number) else {
            continue;
        };
        let value = rows[origin].value(column).clone();
        for row in rows[origin + 1..].iter_mut().take_while(|row| row.number <= last + 1) {
            if left == 0 {
                return;
            }
            left -= 1;
            if row.value(column).is_blank() && column < MOST_COLUMNS {
                if row.cells.len() <= column {
                    row.cells.resize_with(column + 1, Cell::default);
                }
                row.cells[column] = Cell { value: value.clone(), merged: true };
            }
        }
    }
}
