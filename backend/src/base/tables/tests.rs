use proptest::prelude::*;

use super::*;

fn texts(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.value.text()).collect()).collect()
}

fn first(bytes: &[u8]) -> Vec<String> {
    texts(&read(bytes).expect("it is read"))[0].clone()
}

#[test]
fn letters_are_read_in_whatever_encoding_they_come() {
    let line = "Café;élève";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| line.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    for bytes in [
        line.as_bytes().to_vec(),
        marked(b"\xef\xbb\xbf", line.as_bytes().to_vec()),
        marked(b"\xff\xfe", utf16(u16::to_le_bytes)),
        marked(b"\xfe\xff", utf16(u16::to_be_bytes)),
        utf16(u16::to_le_bytes),
        b"Caf\xe9;\xe9l\xe8ve".to_vec(),
    ] {
        assert_eq!(first(&bytes), ["Café", "élève"], "{bytes:?}");
    }
    assert_eq!(first(b"9\x9613 May;2 000 \x80"), ["9–13 May", "2 000 €"]);
}

#[test]
fn the_delimiter_is_told_from_the_records() {
    for text in ["a;b,c;d\n1;2;3\n", "a\tb,c\td\n1\t2\t3\n", "a|b,c|d\n1|2|3\n"] {
        assert_eq!(first(text.as_bytes()), ["a", "b,c", "d"]);
    }
    assert_eq!(first(b"a,\"b;c\",d\n1,2,3\n"), ["a", "b;c", "d"]);
    assert_eq!(first(b"sep=|\na;b|c\n"), ["a;b", "c"]);
}

#[test]
fn what_cannot_be_read_says_why() {
    for (bytes, trouble) in [
        (&b""[..], Trouble::Empty),
        (b";;;\n;;;\n", Trouble::Empty),
        (b"PK\x03\x04 and no more", Trouble::Damaged),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Trouble::OldWorkbook),
        (b"%PDF-1.7", Trouble::UnknownKind),
        (b"\x7fELF\x02\x01\x01\x00\x00", Trouble::UnknownKind),
        (b"a,b\n1,\"two", Trouble::EndsInQuotes),
    ] {
        assert_eq!(read(bytes).expect_err("trouble"), trouble, "{bytes:?}");
    }
    assert_eq!(read(&b"a,b\n".repeat(MOST_ROWS + 1)), Err(Trouble::TooManyRows));
    assert_eq!(read(&b",a".repeat(MOST_COLUMNS + 1)), Err(Trouble::TooManyColumns));
}

#[test]
fn a_quote_inside_a_cell_opens_nothing() {
    assert_eq!(first(b"5\" pipe,b\n"), ["5\" pipe", "b"]);
    assert_eq!(first(b"\"\"\"\",b\n"), ["\"", "b"]);
}

#[test]
fn a_workbook_is_read_from_its_first_visible_sheet() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    book.add_worksheet().set_hidden(true).write_string(0, 0, "hidden").expect("a cell");
    let sheet = book.add_worksheet().set_active(true);
    sheet.write_string(0, 0, "=1+1").expect("a cell");
    sheet.write_number_with_format(0, 1, 42430.375, &day).expect("a cell");
    sheet.write_number(0, 2, 42430).expect("a cell");
    sheet.merge_range(2, 0, 3, 0, "both", &rust_xlsxwriter::Format::new()).expect("a cell");
    sheet.write_number(3, 2, 5).expect("a cell");
    sheet.set_row_hidden(3).expect("a row");
    let table = read(&book.save_to_buffer().expect("a workbook")).expect("it is read");
    let day = chrono::NaiveDate::from_ymd_opt(2016, 3, 1).expect("a day");
    assert_eq!(table.rows[0].value(0), &Value::Text("=1+1".into()));
    assert_eq!(table.rows[0].value(1), &Value::Day(day));
    assert_eq!(table.rows[0].value(2), &Value::Number(42430.0));
    assert_eq!(table.rows[1].filled().count(), 0);
    assert_eq!(table.rows[3].number, 4);
    assert!(table.rows[3].hidden && table.rows[3].cells[0].merged);
    assert_eq!(table.rows[3].value(0), &Value::Text("both".into()));
}

/// A workbook whose one sheet is `sheet`, however large that is unpacked.
fn packed(sheet: impl Fn(&mut dyn std::io::Write)) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet();
    let whole = book.save_to_buffer().expect("a workbook");
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(whole)).expect("an archive");
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for place in 0..parts.len() {
        let part = parts.by_index_raw(place).expect("a part");
        if part.name().expect("a name") != "xl/worksheets/sheet1.xml" {
            out.raw_copy_file(part).expect("it is copied");
        }
    }
    let options = zip::write::SimpleFileOptions::default();
    out.start_file("xl/worksheets/sheet1.xml", options).expect("a part");
    sheet(&mut out);
    out.finish().expect("a workbook").into_inner()
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let blanks = vec![b' '; 1024 * 1024];
    let bomb = packed(|out| {
        for _ in 0..200 {
            out.write_all(&blanks).expect("it is written");
        }
    });
    assert!(bomb.len() < 1024 * 1024, "{} bytes", bomb.len());
    assert_eq!(read(&bomb), Err(Trouble::TooLarge));
}

#[test]
fn a_cell_far_away_takes_no_room() {
    let far = |cell: &str| {
        let text = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"{cell}\"><v>2</v></c></row></sheetData></worksheet>"
        );
        packed(|out| out.write_all(text.as_bytes()).expect("it is written"))
    };
    let table = read(&far("B1048576")).expect("it is read");
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 1_048_576]);
    assert_eq!(read(&far("XFD1048576")), Err(Trouble::TooManyColumns));
}

proptest! {
    #[test]
    fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_workbook_of_which_bytes_are_missing_or_wrong_is_no_danger(cut in 0..6000_usize, wrong in any::<u8>()) {
        let whole = super::super::export::workbook(vec![super::super::export::Sheet {
            name: "A".into(),
            rows: vec![vec!["a".into(), "b".into()]],
            fixed_columns: 0,
        }]).expect("a workbook");
        let _ = read(&whole[..cut.min(whole.len())]);
        let mut bent = whole;
        let place = cut % bent.len();
        bent[place] = wrong;
        let _ = read(&bent);
    }

    #[test]
    fn any_table_that_we_write_reads_the_same(
        rows in prop::collection::vec(prop::collection::vec("[a-z=+\"';,\n\u{e9}\u{e01}|]{1,8}", 3), 2..8),
    ) {
        let cells: Vec<Vec<super::super::export::Cell>> =
            rows.iter().map(|row| row.iter().map(|text| text.as_str().into()).collect()).collect();
        let restored = |table: Table| -> Vec<Vec<String>> {
            texts(&table).into_iter().map(|row| {
                row.iter().map(|text| super::super::export::restored(text).into_owned()).collect()
            }).collect()
        };
        let csv = super::super::export::csv(cells.clone()).expect("CSV");
        prop_assert_eq!(restored(read(&csv).expect("it is read")), rows.clone());
        let sheet = super::super::export::Sheet { name: "A".into(), rows: cells, fixed_columns: 0 };
        let book = super::super::export::workbook(vec![sheet]).expect("a workbook");
        prop_assert_eq!(restored(read(&book).expect("it is read")), rows);
    }
}
