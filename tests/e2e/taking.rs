//! Courses to take away, and what programs read of the catalogue.
use std::collections::BTreeSet;

use calamine::{Data, Reader, Xlsx};
use rctm::base::export::restored;
use rctm::catalogue::rules::columns::{Columns, Exported, Read, read_json, together};
use tests::{Person, TestApp};

async fn bytes(person: &Person, path: &str) -> Vec<u8> {
    let request = axum::http::Request::get(path).body(axum::body::Body::empty());
    let reply = person.send(request.expect("a request")).await;
    reply.is(200);
    reply.body.to_vec()
}

/// The rows of a CSV as an importer reads them.
fn rows(csv: &[u8]) -> Vec<Vec<String>> {
    let text = csv.strip_prefix("\u{feff}".as_bytes()).expect("the mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(|cell| restored(cell).into_owned()).collect()).collect()
}

/// The courses of a table, each row being one.
fn read(mut rows: Vec<Vec<String>>) -> Vec<Read> {
    let columns = Columns::of(&rows.remove(0)).expect("heads of ours");
    let read = rows.iter().map(|row| {
        columns.read(&together(&columns, std::slice::from_ref(row))).expect("a course of ours")
    });
    read.collect()
}

fn codes(read: &[Read]) -> BTreeSet<String> {
    read.iter().map(|course| course.code.to_string()).collect()
}

fn codes_linked(page: &str) -> BTreeSet<String> {
    let links = page.split("<h3><a href=\"/courses/").skip(1);
    links.filter_map(|link| link.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_reader_takes_away_exactly_what_is_listed_in_every_form() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for query in ["?goal=prevention&language=en", "?q=interview", "?centre=JCLEC&sort=newest"] {
        let listed = codes_linked(&visitor.get(&format!("/catalogue{query}")).await.text);
        assert!(!listed.is_empty() && listed.len() < 20, "one page: {query}");
        let table = read(rows(&bytes(&visitor, &format!("/catalogue.csv{query}")).await));
        assert_eq!(codes(&table), listed, "{query}");
        let json = bytes(&visitor, &format!("/catalogue.json{query}")).await;
        let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        let courses: Vec<Exported> =
            serde_json::from_value(json["courses"].clone()).expect("courses");
        let from_json: Vec<_> =
            courses.iter().map(|course| read_json(course).expect("a course of ours")).collect();
        assert_eq!(from_json, table, "{query}");
        let feed = visitor.get(&format!("/catalogue.rss{query}")).await.text;
        let told: BTreeSet<_> = feed
            .split("<guid isPermaLink=\"false\">http://127.0.0.1:8080/courses/")
            .skip(1)
            .filter_map(|rest| rest.split('#').next())
            .map(str::to_owned)
            .collect();
        assert_eq!(told, listed, "{query}");
    }
}

#[tokio::test]
async fn a_workbook_holds_the_same_courses_as_the_table() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let table = read(rows(&bytes(&visitor, "/catalogue.csv").await));
    let book = bytes(&visitor, "/catalogue.xlsx").await;
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(book)).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("it reads");
    let cell = |cell: &Data| restored(&cell.to_string()).into_owned();
    let rows = sheet.rows().map(|row| row.iter().map(cell).collect()).collect();
    assert_eq!(read(rows), table);
    assert!(table.len() > 20, "more than a page of the list");
}

#[tokio::test]
async fn a_centre_takes_away_its_drafts_and_nobody_elses() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let page = editor.get("/courses/new").await.text;
    let id = page.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let form = [("id", id.expect("an id")), ("code", "DRAFT-7"), ("title", "=A formula; a|pipe")];
    editor.post("/courses/new", &form).await.is(303);
    let own = read(rows(&bytes(&editor, "/courses.csv").await));
    let draft = own.iter().find(|course| course.code.as_str() == "DRAFT-7").expect("the draft");
    assert_eq!(draft.content.title, "=A formula; a|pipe");
    assert!(own.iter().all(|course| course.centre == "JCLEC"));
    for person in [app.editor("ABFC").await, app.visitor()] {
        for kind in ["csv", "json", "rss"] {
            let public = person.get(&format!("/catalogue.{kind}")).await;
            public.does_not_say("DRAFT-7");
        }
    }
    app.editor("ABFC").await.get("/courses.json").await.does_not_say("DRAFT-7");
    let other: serde_json::Value =
        serde_json::from_slice(&bytes(&editor, "/courses.json").await).expect("JSON");
    assert_eq!(other["courses"].as_array().map(Vec::len), Some(own.len()));
}

#[tokio::test]
async fn nothing_found_is_still_a_whole_file() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let table = rows(&bytes(&visitor, "/catalogue.csv?q=zzzzqqqq").await);
    assert_eq!(table.len(), 1, "the heads");
    let json: serde_json::Value =
        serde_json::from_slice(&bytes(&visitor, "/catalogue.json?q=zzzzqqqq").await).expect("JSON");
    assert_eq!(json, serde_json::json!({ "courses": [] }));
    visitor.get("/catalogue.rss?q=zzzzqqqq").await.is(200).says("</channel></rss>");
}

#[tokio::test]
async fn a_calendar_of_a_filter_is_one_although_nothing_is_scheduled() {
    let app = TestApp::new().await;
    let reply = app.visitor().get("/catalogue.ics?goal=prevention&q=zzzzzz&exact=yes").await;
    assert_eq!(reply.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert!(reply.text.starts_with("BEGIN:VCALENDAR\r\n"));
    reply.says("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\n").says("prevention").does_not_say("VEVENT");
    assert!(reply.text.ends_with("END:VCALENDAR\r\n"));
    let lines: Vec<_> = reply.text.split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')), "{lines:?}");
    let once = |line: &str| lines.iter().filter(|known| **known == line).count() == 1;
    assert!(once("END:VCALENDAR") && once("END:VTIMEZONE") && once("VERSION:2.0"));
}

#[tokio::test]
async fn search_engines_find_every_public_page_once() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.get("/robots.txt").await.says("Sitemap: http://127.0.0.1:8080/sitemap.xml");
    let index = visitor.get("/sitemap.xml").await;
    let maps = addresses(&index.text);
    assert_eq!(maps, ["/sitemaps/pages", "/sitemaps/1"]);
    let mut found = Vec::new();
    for map in &maps {
        for address in addresses(&visitor.get(map).await.text) {
            visitor.get(&address).await.is(200);
            found.push(address);
        }
    }
    let courses = rctm::catalogue::catalogue_summary(&app.app.db).await.expect("counts").courses;
    let listed = found.iter().filter(|address| address.starts_with("/courses/")).count();
    assert_eq!(i64::try_from(listed), Ok(courses));
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "each once");
    for nothing in ["/sitemaps/0", "/sitemaps/2", "/sitemaps/18446744073709551615", "/sitemaps/x"] {
        visitor.get(nothing).await.is(404);
    }
}

fn addresses(map: &str) -> Vec<String> {
    let found = map.split("<loc>http://127.0.0.1:8080").skip(1);
    found.filter_map(|rest| rest.split("</loc>").next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_course_says_what_it_is_in_the_words_of_schema_org_and_open_graph() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/courses/LIA-201").await;
    page.says("<meta property=\"og:url\" content=\"http://127.0.0.1:8080/courses/LIA-201\">");
    let data = page.text.split("<script type=\"application/ld+json\">").nth(1);
    let data = data.and_then(|rest| rest.split("</script>").next()).expect("data");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["@type"], "Course");
    for wanted in ["name", "description", "provider", "inLanguage", "educationalLevel", "teaches"] {
        assert!(!data[wanted].is_null(), "{wanted}");
    }
    let listed = app.visitor().get("/catalogue?page=1&sort=newest&goal=prevention").await;
    listed
        .says("<link rel=\"canonical\" href=\"http://127.0.0.1:8080/catalogue?goal=prevention\">");
}
