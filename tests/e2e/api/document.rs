//! The document says what the API does, and the pages say what the document says.
use std::collections::BTreeSet;

use serde_json::Value;
use tests::TestApp;

async fn document(app: &TestApp) -> Value {
    let reply = app.visitor().get("/api/openapi.json").await;
    reply.is(200);
    assert_eq!(reply.header("content-type"), Some("application/json"));
    reply.json()
}

#[tokio::test]
async fn the_document_has_every_route_and_no_other() {
    let app = TestApp::new().await;
    let document = document(&app).await;
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1.")));
    let mut described = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys() {
            described.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    let listed = rctm::app::api().routes.listed.into_iter();
    let listed: BTreeSet<_> =
        listed.map(|route| format!("{} /api/v1{}", route.method, route.path)).collect();
    assert_eq!(described, listed);
}

#[tokio::test]
async fn the_document_changes_only_where_somebody_looks_at_it() {
    let app = TestApp::new().await;
    insta::assert_json_snapshot!("openapi", document(&app).await);
}

/// Every value below `value`, with its place.
fn each<'a>(place: &str, value: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    found.push((place.to_owned(), value));
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| each(&format!("{place}/{name}"), value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| each(place, value, found)),
        _ => {}
    }
}

#[tokio::test]
async fn the_document_is_whole() {
    let app = TestApp::new().await;
    let document = document(&app).await;
    let mut all = Vec::new();
    each("", &document, &mut all);
    for (place, value) in &all {
        if let Some(reference) = value["$ref"].as_str() {
            let place_of = reference.strip_prefix('#').expect("in the document");
            assert!(document.pointer(place_of).is_some(), "{place} leads to {reference}");
        }
        assert!(value.get("allOf").is_none(), "{place} is all of several things");
        for name in value["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let spelt_as_code = name.chars().any(char::is_uppercase);
            assert!(!spelt_as_code, "{place} has the value {name}, which no answer has");
        }
        if value["type"] == "object" && value.get("properties").is_some() {
            assert_eq!(value["additionalProperties"], false, "{place} takes anything");
        }
    }
    let mut ids = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let id = operation["operationId"].as_str().expect("an id").to_owned();
            assert!(ids.insert(id), "{method} {path} has the id of another");
            let answers = operation["responses"].as_object().expect("answers");
            let good = answers.iter().filter(|(status, _)| status.starts_with('2'));
            for (status, answer) in good {
                // A file has no example.
                let is_file = |kind: &&str| answer["content"].get(*kind).is_some();
                if ["*/*", "application/zip"].iter().any(is_file) {
                    continue;
                }
                let content = &answer["content"]["application/json"];
                assert!(content["example"].is_object(), "{method} {path} {status}: no example");
            }
            for parameter in path.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
                let described = operation["parameters"].as_array().into_iter().flatten();
                let mut of_path = described.filter(|one| one["in"] == "path");
                assert!(of_path.any(|one| one["name"] == parameter), "{method} {path}");
            }
        }
    }
}

#[tokio::test]
async fn people_read_what_programs_may_do() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let overview = visitor.get("/api/docs").await;
    overview.is(200).says("/api/v1/token").says("catalogue:read").says("id=\"outdated\"");
    assert_eq!(overview.header("content-type"), Some("text/html; charset=utf-8"));
    let document = document(&app).await;
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for operation in methods.as_object().expect("methods").values() {
            let part = operation["tags"][0].as_str().expect("a part").to_lowercase();
            let id = operation["operationId"].as_str().expect("an id");
            overview.says(&format!("/api/docs/{part}#{id}"));
            let page = visitor.get(&format!("/api/docs/{part}")).await;
            page.is(200).says(path).says(&format!("id=\"{id}\""));
        }
    }
    visitor.get("/api/docs/nothing").await.is(404).says("<h1>");
    visitor.get("/").await.says("href=\"/api/docs\"");
}
