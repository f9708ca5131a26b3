//! Files that nobody sends by good will, or that did not arrive whole: a clear message, and
//! nothing half done.
use std::io::{Cursor, Write};

use tests::TestApp;

use super::{bytes_of, courses, read, send, sent};

/// A workbook whose one sheet is `sheet`.
fn packed(sheet: impl Fn(&mut dyn Write)) -> Vec<u8> {
    let whole = rctm::base::export::workbook(vec![rctm::base::export::Sheet {
        name: "A".into(),
        rows: vec![vec!["a".into()]],
        fixed_columns: 0,
    }]);
    let mut parts = zip::ZipArchive::new(Cursor::new(whole.expect("a workbook"))).expect("parts");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
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

fn bomb() -> Vec<u8> {
    let blanks = vec![b' '; 1024 * 1024];
    packed(|out| (0..300).for_each(|_| out.write_all(&blanks).expect("it is written")))
}

fn deep() -> Vec<u8> {
    packed(|out| {
        out.write_all(b"<worksheet><sheetData>").expect("it is written");
        (0..200_000).for_each(|_| out.write_all(b"<row><c>").expect("it is written"));
    })
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why_and_changes_nothing() {
    let app = TestApp::new().await;
    let before = courses(&app).await;
    let director = app.director("JCLEC").await;
    let workbook = bytes_of("catalogue_messy.xlsx");
    let many = b"Title,Pax\n".iter().copied().chain(b"A course,12\n".repeat(100_000)).collect();
    let files: [(&str, Vec<u8>, &str); 12] = [
        ("bomb.xlsx", bomb(), "the workbook is too large"),
        ("deep.xlsx", deep(), "damaged"),
        ("cut.xlsx", workbook[..workbook.len() / 2].to_vec(), "damaged"),
        ("many.csv", many, "more than 20,000 rows"),
        ("wide.csv", b"a,".repeat(500), "more than 100 columns"),
        ("cut.csv", b"Title,Pax\n\"Kites".to_vec(), "ends inside a quoted cell"),
        ("nul.csv", b"Title,Pax\nKites\0,12\n".to_vec(), "This is no table"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "old kind"),
        ("paper.pdf", b"%PDF-1.7".to_vec(), "This is no table"),
        ("blank.csv", b";;;\n;;;\n".to_vec(), "no rows"),
        ("heads.csv", b"1,2\n3,4\n".to_vec(), "No row names the columns"),
        ("other.json", b"{\"people\": []}".to_vec(), "not what is exported here"),
    ];
    for (name, file, why) in files {
        let place = sent(&director, name, &file).await;
        director
            .get(&place)
            .await
            .says(why)
            .says("Nothing has changed")
            .does_not_say("/confirmation");
        director.post(&format!("{place}/confirmation"), &[]).await.is(409);
    }
    assert_eq!(courses(&app).await, before);
    let kept = "select count(*) as n from course_import_file";
    assert_eq!(app.count(kept, vec![]).await, 0, "what cannot be read is not kept");
}

#[tokio::test]
async fn cells_that_are_strange_stay_text_and_are_shown_as_text() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let huge = "x".repeat(40_000);
    let table = format!(
        "Title,Audience,Remarks\n<script>alert(1)</script>,{huge},=cmd|' /C calc'!A0\n\
         \u{202e}Kites,,\nBoats,,\"two\nlines\"\n"
    );
    let place = sent(&director, "strange.csv", table.as_bytes()).await;
    let page = director.get(&place).await;
    page.says("W_MARKUP").says("W_FORMULA_TEXT").does_not_say("<script>alert");
    super::confirmed(&director, &place).await;
    let program = app.client_of("JCLEC").await;
    let course = program.get("/courses/JCLEC-1").await.json();
    assert_eq!(course["title"], "<script>alert(1)</script>");
    assert!(course["audience"].as_str().expect("text").chars().count() <= 2000);
}

#[tokio::test]
async fn a_file_that_is_too_large_or_does_not_arrive_whole_leaves_nothing() {
    let app = TestApp::with(|settings| settings.limits.largest_table = 10_000).await;
    let director = app.director("JCLEC").await;
    let large = b"x".repeat(11_000);
    send(&director, "large.csv", &large).await.is(422).says("Send a smaller file");
    send(&director, "huge.csv", &b"x".repeat(60_000)).await.is(413);
    let request = axum::http::Request::post("/course-imports")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=edge");
    let half =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nTitle";
    let reply = director.send(request.body(half.into()).expect("a request")).await;
    reply.is(400);
    assert_eq!(app.count("select count(*) as n from course_import", vec![]).await, 0);
}

#[tokio::test]
async fn a_reading_that_the_end_of_the_program_cut_off_says_so() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let place = sent(&director, "a.csv", b"Title,Pax\nKites,12\n").await;
    app.execute("update course_import set state = 'reading'", vec![]).await;
    director.get(&place).await.says("Being read").says("Look again");
    app.pass(chrono::Duration::minutes(6));
    read(&director, &place).await.says("The program was stopped while it read the file");
}
