//! Tables of courses come in: judged row by row first, then all of them or none, and back again.
mod hostile;
mod round_trip;
mod together;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{Request, header};
use rctm::catalogue::actions::imports::preview;
use rctm::identity::Operator;
use serde_json::Value;
use tests::{Client, Person, Reply, TestApp};

use crate::catalogue_editing::save;

/// Where the files are that an office would send.
fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../seed/data").join(name)
}

fn bytes_of(name: &str) -> Vec<u8> {
    fs::read(example(name)).expect("an example")
}

/// Sends a file as the page does.
async fn send(person: &Person, name: &str, file: &[u8]) -> Reply {
    let head = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    let body = [head.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
    let request = Request::post("/course-imports")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    person.send(request.body(Body::from(body)).expect("a request")).await
}

/// Sends a file, waits until it is read, and answers where its page is.
async fn sent(person: &Person, name: &str, file: &[u8]) -> String {
    let reply = send(person, name, file).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let place = reply.location().expect("a page").to_owned();
    read(person, &place).await;
    place
}

/// Waits until a table is read; answers its page.
pub async fn read(person: &Person, place: &str) -> Reply {
    for _ in 0..1200 {
        let page = person.get(place).await;
        page.is(200);
        if page.header("refresh").is_none() {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the table is still read");
}

async fn confirmed(person: &Person, place: &str) -> Reply {
    person.post(&format!("{place}/confirmation"), &[]).await.leads_to(place);
    let page = person.get(place).await;
    page.says("Undo the import");
    page
}

/// Every row of an import, as programs of the centre read it.
async fn rows(client: &Client, place: &str) -> Vec<Value> {
    crate::api::all(client, &format!("{place}/rows"), 200).await
}

async fn courses(app: &TestApp) -> i64 {
    app.count("select count(*) as n from course", vec![]).await
}

async fn entries(app: &TestApp, action: &str) -> i64 {
    let sql = "select count(*) as n from audit_entry where action = $1";
    app.count(sql, vec![action.into()]).await
}

/// What the file of expectations says of a row: its number, outcome and codes.
fn expected(outcome: usize) -> Vec<(i64, String, BTreeSet<String>)> {
    let mut reader = csv::Reader::from_path(example("catalogue_messy.expected.csv")).expect("CSV");
    let rows = reader.records().map(|row| row.expect("a row"));
    let codes =
        |text: &str| text.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    rows.map(|row| {
        (row[0].parse().expect("a number"), row[outcome].to_owned(), codes(&row[outcome + 1]))
    })
    .collect()
}

const EXAMPLES: [(&str, usize); 2] = [("catalogue_messy.xlsx", 3), ("catalogue_messy.csv", 5)];

#[tokio::test]
async fn the_old_catalogue_of_the_region_gives_every_verdict_that_is_expected_of_it() {
    let app = TestApp::new().await;
    let operator = Operator::at_the_console();
    for (name, outcome) in EXAMPLES {
        let seen = preview(&app.app, &operator, (bytes_of(name), None)).await;
        let seen = seen.expect("it is looked at").expect("it is a table");
        let mine = seen.iter().map(|row| {
            let codes = row.codes.iter().map(|code| code.as_str().to_owned()).collect();
            (i64::from(row.number), row.outcome.as_str().to_owned(), codes)
        });
        for (mine, wanted) in mine.zip(expected(outcome)) {
            assert_eq!(mine, wanted, "{name}");
        }
        assert_eq!(seen.len(), expected(outcome).len(), "{name}");
    }
}

#[tokio::test]
async fn a_centre_sees_the_same_verdicts_and_takes_no_course_of_another() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let client = app.client_of("JCLEC").await;
    for (name, outcome) in EXAMPLES {
        let place = sent(&director, name, &bytes_of(name)).await;
        let rows = rows(&client, &place).await;
        let wanted = expected(outcome);
        assert_eq!(rows.len(), wanted.len());
        let mut foreign = 0;
        for (row, (number, outcome, codes)) in rows.iter().zip(&wanted) {
            assert_eq!(row["row"], *number, "{name}");
            let mine: BTreeSet<String> =
                serde_json::from_value(row["codes"].clone()).expect("codes");
            if mine.contains("E_OTHER_CENTRE") {
                foreign += 1;
                continue;
            }
            assert_eq!(row["outcome"], outcome.as_str(), "{name} {number}: {mine:?}");
            assert_eq!(&mine, codes, "{name} {number}");
        }
        assert!((20..50).contains(&foreign), "{foreign} rows of other centres");
    }
    assert_eq!(entries(&app, "course_import.send").await, 2);
}

#[tokio::test]
async fn nothing_changes_before_it_is_confirmed_then_all_of_it_and_all_of_it_can_be_undone() {
    let app = TestApp::new().await;
    let before = courses(&app).await;
    let director = app.director("JCLEC").await;
    director.get("/course-imports").await.is(200).says("Nothing has been imported yet");
    let place = sent(&director, "catalogue_messy.xlsx", &bytes_of("catalogue_messy.xlsx")).await;
    let page = director.get(&format!("{place}?show=new")).await;
    page.says("Intelligence analysis for border officers").says("Waits for you").says("New course");
    director.get(&format!("{place}?show=warned")).await.says("W_GOAL_FROM_SECTION");
    director.get(&format!("{place}?show=skipped")).await.says("Subtotal Prevention");
    assert_eq!(courses(&app).await, before);
    confirmed(&director, &place).await;
    let begun = courses(&app).await - before;
    assert!(begun > 10, "{begun} courses");
    let course = director.get("/courses/JCLEC-1").await;
    course.is(200).says("Intelligence analysis for border officers");
    app.visitor().get("/courses/JCLEC-1").await.is(404);
    assert_eq!(entries(&app, "course_import.confirm").await, 1);
    // Pressing the button again does it once.
    director.post(&format!("{place}/confirmation"), &[]).await.leads_to(&place);
    assert_eq!(courses(&app).await - before, begun);
    let undo = format!("{place}/undo");
    director.post(&undo, &[]).await.leads_to(&place);
    director.get(&place).await.says("This import was undone");
    assert_eq!(courses(&app).await, before);
    director.post(&undo, &[]).await.leads_to(&place);
    assert_eq!(entries(&app, "course_import.undo").await, 1);
    director.get("/course-imports").await.says("catalogue_messy.xlsx").says("Undone");
}

#[tokio::test]
async fn a_table_imported_twice_changes_nothing_the_second_time() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    for (name, _) in EXAMPLES {
        let place = sent(&director, name, &bytes_of(name)).await;
        let page = director.get(&place).await;
        if page.text.contains("/confirmation") {
            confirmed(&director, &place).await;
        }
        let before = courses(&app).await;
        let again = sent(&director, name, &bytes_of(name)).await;
        let page = director.get(&again).await;
        page.says("There is nothing to import").does_not_say("/confirmation");
        let refused = director.post(&format!("{again}/confirmation"), &[]).await;
        refused.is(409).says("There is nothing to import");
        assert_eq!(courses(&app).await, before);
    }
}

#[tokio::test]
async fn what_was_changed_since_is_not_taken_back() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let table = b"Title,Centre,Language\nA course of kites,JCLEC,English\nOf boats,JCLEC,Thai\n";
    let place = sent(&director, "two.csv", table).await;
    confirmed(&director, &place).await;
    save(&director, "JCLEC-2", &[("title", "Of larger boats")]).await.is(303);
    let refused = director.post(&format!("{place}/undo"), &[]).await;
    refused.is(409).says("JCLEC-2").does_not_say("JCLEC-1");
    director.get("/courses/JCLEC-1").await.is(200);
    director.get("/courses/JCLEC-2").await.says("Of larger boats");
}

#[tokio::test]
async fn a_draft_is_changed_only_in_what_the_table_says_and_given_back_by_undoing() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let program = app.client_of("JCLEC").await;
    let before = program.get("/courses/LIA-201").await.json();
    let table =
        "code;title;audience\nLIA-201;Liaison by kite;Kite flyers\nABF-1;;\nIND-101;Theirs;\n";
    let place = sent(&director, "ours.csv", table.as_bytes()).await;
    let page = director.get(&format!("{place}?show=all")).await;
    page.says("Changes a draft").says("E_CODE_TAKEN");
    confirmed(&director, &place).await;
    let after = program.get("/courses/LIA-201").await.json();
    assert_eq!(after["title"], "Liaison by kite");
    assert_eq!(after["audience"], "Kite flyers");
    assert_eq!(after["summary"], before["summary"]);
    assert_eq!(after["modules"], before["modules"]);
    assert_eq!(after["unpublished_changes"], true);
    app.visitor().get("/courses/LIA-201").await.does_not_say("Liaison by kite");
    director.post(&format!("{place}/undo"), &[]).await.leads_to(&place);
    assert_eq!(program.get("/courses/LIA-201").await.json(), before);
}

#[tokio::test]
async fn a_table_leaves_what_the_course_says_in_other_languages() {
    let app = TestApp::new().await;
    let director = app.director("ABFC").await;
    let place = sent(&director, "ours.csv", b"code,title\nIND-101,Another title\n").await;
    confirmed(&director, &place).await;
    let (page, late) = ("/courses/IND-101/preview?text=id", "was changed after this translation");
    director.get(page).await.says("Pelatihan Induksi Regional").says(late);
    director.post(&format!("{place}/undo"), &[]).await.leads_to(&place);
    director.get(page).await.says("Pelatihan Induksi Regional").does_not_say(late);
}

#[tokio::test]
async fn nothing_stays_proposed_where_a_table_leaves_nothing_to_publish() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let table = b"code,title\nLIA-201,Another title\n";
    let before = app.client_of("JCLEC").await.get("/courses/LIA-201").await.json();
    let first = sent(&director, "new.csv", table).await;
    confirmed(&director, &first).await;
    let editor = app.editor("JCLEC").await;
    let revision = editor.get("/courses/LIA-201/publication").await.revision();
    let note = [("revision", revision.as_str()), ("note", "A better title.")];
    editor.post("/courses/LIA-201/proposal", &note).await.is(303);
    let proposed = "select count(*) as n from course_proposal";
    let there = app.count(proposed, vec![]).await;
    // What was proposed since is not taken back by undoing, but a table can say it again.
    director.post(&format!("{first}/undo"), &[]).await.is(409).says("LIA-201");
    let old = format!("code,title\nLIA-201,{}\n", before["title"].as_str().expect("a title"));
    let second = sent(&director, "old.csv", old.as_bytes()).await;
    confirmed(&director, &second).await;
    assert_eq!(app.count(proposed, vec![]).await, there - 1);
}

#[tokio::test]
async fn where_courses_were_changed_meanwhile_the_table_is_checked_again_before_anything_happens() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let place = sent(&director, "one.csv", b"Title,Centre\nA course of kites,JCLEC\n").await;
    let id = rctm::base::ids::CourseId::new().to_string();
    let new = [("id", id.as_str()), ("code", "JCLEC-1"), ("title", "Another"), ("course_type", "")];
    director.post("/courses/new", &new).await.is(303);
    let refused = director.post(&format!("{place}/confirmation"), &[]).await;
    refused.is(409).says("were changed since the table was checked");
    let page = read(&director, &place).await;
    page.says("JCLEC-2");
    confirmed(&director, &place).await;
    director.get("/courses/JCLEC-2").await.says("A course of kites");
}

#[tokio::test]
async fn what_columns_hold_is_said_once_for_tables_of_the_same_kind() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let table = b"Name of the thing,Title,Pax\nKites,Captain,12\nBoats,Sailor,13\n";
    let place = sent(&director, "odd.csv", table).await;
    director.get(&place).await.says("Captain");
    let columns = format!("{place}/columns");
    director.get(&columns).await.is(200).says("Name of the thing").says("Kites");
    let twice = [("column", "title"), ("column", "title"), ("column", "")];
    let refused = director.post(&columns, &twice).await;
    refused.is(422).says("Choose the column of the title");
    let chosen = [("column", "title"), ("column", "audience"), ("column", "participants")];
    director.post(&columns, &chosen).await.leads_to(&place);
    read(&director, &place).await.says("Boats");
    let another = b"Name of the thing,Title,Pax\nSails,Captain,12\n";
    let second = sent(&director, "odd again.csv", another).await;
    director.get(&second).await.says("Sails");
    // What a centre has said is its own.
    let other = app.director("ABFC").await;
    let theirs = sent(&other, "odd.csv", another).await;
    other.get(&theirs).await.says("Captain").does_not_say("Sails");
}

#[tokio::test]
async fn a_table_is_pasted_as_well_and_nothing_chosen_is_said_beside_the_field() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    editor.post("/course-imports", &[]).await.is(422).says("Choose a file, or paste a table.");
    let reply = editor.post("/course-imports", &[("table", "Title\tPax\nKites\t12\n")]).await;
    let place = reply.location().expect("a page").to_owned();
    read(&editor, &place).await.says("A pasted table").says("Kites");
    // Somebody else's import is not there.
    app.director("ABFC").await.get(&place).await.is(404);
}

#[tokio::test]
async fn an_import_that_nobody_confirms_is_forgotten_after_a_week() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let waiting = sent(&director, "a.csv", b"Title,Pax\nKites,12\n").await;
    let taken = sent(&director, "b.csv", b"Title,Pax\nBoats,12\n").await;
    confirmed(&director, &taken).await;
    app.pass(chrono::Duration::days(8));
    assert!(rctm::app::sweep(&app.app).await.expect("it sweeps"));
    let director = app.director("JCLEC").await;
    director.get(&waiting).await.is(404);
    director.get(&taken).await.says("Undo the import");
    assert_eq!(entries(&app, "course_import.forget").await, 1);
}

#[tokio::test]
async fn rows_are_shown_once_all_of_them_are_judged() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let program = app.client_of("JCLEC").await;
    let place = sent(&director, "a.csv", b"Title,Pax\nKites,12\n").await;
    assert!(!rows(&program, &place).await.is_empty());
    // As while the file is read anew: some rows are judged, and others are not.
    app.execute("update course_import set state = 'reading'", vec![]).await;
    assert!(rows(&program, &place).await.is_empty());
    director.get(&place).await.is(200).does_not_say("Kites");
}
