//! What is exported comes in again as it was.
use std::collections::BTreeMap;

use serde_json::Value;
use tests::{Person, TestApp};

use super::{confirmed, read, sent};
use crate::catalogue_editing::save;

const FORMS: [&str; 3] = ["courses.csv", "courses.xlsx", "courses.json"];

async fn taken(person: &Person, name: &str) -> Vec<u8> {
    let request = axum::http::Request::get(format!("/{name}")).body(axum::body::Body::empty());
    let reply = person.send(request.expect("a request")).await;
    reply.is(200);
    reply.body.to_vec()
}

/// Courses with texts that tables trip over.
async fn written(person: &Person) {
    let texts = [
        ("title", "=HYPERLINK(\"http://example.org\",\"kites\")"),
        ("summary", "'+1, \"two\"; three | four\\ five\n@six"),
        ("objectives", "-one\n=two | three\n\"four\""),
        ("audience", "مسؤولو الحدود"),
        ("m1.title", "= a | b ; c"),
        ("do", "save"),
    ];
    crate::catalogue_editing::written(person, "KIT-101").await;
    save(person, "KIT-101", &texts).await.is(303);
    let path = "/courses/KIT-101/edit/texts/ar";
    let arabic = [("title", "=طائرات ورقية"), ("summary", "-سطر \"واحد\"; | \\\nسطر آخر")];
    let form = crate::texts::opened(person, path, &arabic).await;
    let form: Vec<_> = form.iter().map(|(name, value)| (&**name, &**value)).collect();
    person.post(path, &form).await.is(303);
}

/// What each course says, by its code.
fn contents(json: &[u8]) -> BTreeMap<String, Value> {
    let whole: Value = serde_json::from_slice(json).expect("JSON");
    let courses = whole["courses"].as_array().expect("courses").clone();
    let apart = ["state", "version", "published_at", "verified_at", "goal"];
    courses
        .into_iter()
        .map(|mut course| {
            let fields = course.as_object_mut().expect("an object");
            fields.retain(|name, _| !apart.contains(&name.as_str()));
            (course["code"].as_str().expect("a code").to_owned(), course)
        })
        .collect()
}

#[tokio::test]
async fn what_a_centre_exports_comes_in_elsewhere_as_the_same_catalogue() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    written(&director).await;
    let wanted = contents(&taken(&director, "courses.json").await);
    assert!(wanted.len() > 2);
    assert_eq!(wanted["KIT-101"]["texts"]["ar"]["title"], "=طائرات ورقية");
    for name in FORMS {
        let file = taken(&director, name).await;
        let elsewhere = TestApp::new().await;
        // Every code is free there, as in a new installation.
        elsewhere.execute("update course set code = 'OLD-' || code", vec![]).await;
        elsewhere.execute("update course_listing set code = 'OLD-' || code", vec![]).await;
        let other = elsewhere.director("JCLEC").await;
        let place = sent(&other, name, &file).await;
        other.get(&format!("{place}?show=rejected")).await.says("No such rows");
        confirmed(&other, &place).await;
        let mut found = contents(&taken(&other, "courses.json").await);
        found.retain(|code, _| !code.starts_with("OLD-"));
        assert_eq!(found, wanted, "{name}");
    }
}

#[tokio::test]
async fn what_a_centre_exports_changes_nothing_where_it_comes_from() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    written(&director).await;
    for name in FORMS {
        let place = sent(&director, name, &taken(&director, name).await).await;
        let page = read(&director, &place).await;
        page.says("There is nothing to import").says("Already there");
        director.get(&format!("{place}?show=rejected")).await.says("No such rows");
    }
}

#[tokio::test]
async fn no_cell_that_leaves_is_a_formula_and_each_comes_back_as_it_was_typed() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    written(&director).await;
    let csv = String::from_utf8(taken(&director, "courses.csv").await).expect("UTF-8");
    assert!(csv.contains("\"'=HYPERLINK("), "neutralised on the way out");
    let mut cells =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
    for cell in cells
        .records()
        .flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
    {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
    let changed = csv.replace("'=HYPERLINK(", "'=HYPERLINK2(");
    let place = sent(&director, "courses.csv", changed.as_bytes()).await;
    confirmed(&director, &place).await;
    let program = app.client_of("JCLEC").await;
    let title = program.get("/courses/KIT-101").await.json()["title"].clone();
    assert_eq!(title, "=HYPERLINK2(\"http://example.org\",\"kites\")");
}
