//! The modules of a centre for programs.
use serde_json::json;
use tests::TestApp;

use crate::api::whole_course;

fn body(code: &str) -> serde_json::Value {
    json!({"code": code, "title": "Interviews", "hours": 6, "summary": "How to listen."})
}

#[tokio::test]
async fn a_program_adds_changes_and_retires_a_module() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let made = centre.post("/modules", body("int-900-m1")).await;
    made.is(201);
    let module = made.json();
    assert_eq!((&module["code"], &module["version"]), (&json!("INT-900-M1"), &json!(1)));
    let path = format!("/modules/{}", module["id"].as_str().expect("an id"));
    assert_eq!(made.header("location"), Some(format!("/api/v1{path}").as_str()));
    let tag = made.header("etag").expect("a tag").to_owned();
    let versions = format!("{path}/versions");
    let text = json!({"hours": 8, "note": "Two hours more"});
    centre.post(&versions, text.clone()).await.is(428);
    let ask = async |tag: &str, body| {
        centre.ask(axum::http::Method::POST, &versions, &[("if-match", tag)], Some(body)).await
    };
    let changed = ask(&tag, text).await;
    changed.is(200);
    assert_eq!((&changed.json()["version"], &changed.json()["hours"]), (&json!(2), &json!(8)));
    ask(&tag, json!({"hours": 9, "note": "x"})).await.is(412);
    let fresh = changed.header("etag").expect("a tag").to_owned();
    let faulty = ask(&fresh, json!({"hours": 0, "title": " ", "note": ""})).await;
    faulty.is(422);
    let pointers: Vec<_> = faulty.json()["errors"].as_array().expect("errors").clone();
    let pointers: Vec<_> = pointers.iter().filter_map(|e| e["pointer"].as_str()).collect();
    assert_eq!(pointers, ["/title", "/hours", "/note"]);
    let listed = centre.get(&versions).await.json();
    let numbers: Vec<_> = listed["items"].as_array().expect("items").clone();
    assert_eq!(numbers.len(), 2);
    assert_eq!((&numbers[0]["note"], &numbers[1]["hours"]), (&json!("Two hours more"), &json!(6)));
    centre.post("/modules", body("INT-900-M1")).await.is(422);

    let retired = centre.post(&format!("{path}/retirement"), json!({})).await;
    retired.is(200);
    assert!(retired.json()["retired_at"].is_string());
    let tag = retired.header("etag").expect("a tag").to_owned();
    ask(&tag, json!({"hours": 9, "note": "x"})).await.is(409);
    let back = centre.post(&format!("{path}/retirement/withdrawal"), json!({})).await;
    assert!(back.is(200).json()["retired_at"].is_null());
    let found = centre.get("/modules?q=int-900").await.json();
    assert_eq!(found["items"][0]["code"], "INT-900-M1");
    let other = app.client_of("ABFC").await;
    other.get(&path).await.is(404);
    other.get(&versions).await.is(404);
    app.client_of("Fiji").await.get("/modules").await.is(403);
    assert!(
        other.get("/modules?q=int-900").await.json()["items"]
            .as_array()
            .expect("a list")
            .is_empty()
    );
}

#[tokio::test]
async fn a_program_takes_a_module_into_a_draft_and_sees_where_it_stands() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let made = centre.post("/modules", body("INT-900-M1")).await;
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    centre.post("/courses", whole_course("NET-101")).await.is(201);
    let modules = "/courses/NET-101/modules";
    let taken = centre.post(modules, json!({"module": "INT-900-M1"})).await;
    taken.is(200);
    assert_eq!(taken.json()["modules"][1]["title"], "Interviews");
    let again = centre.post(modules, json!({"module": "INT-900-M1"})).await;
    assert_eq!(again.json()["modules"].as_array().map(Vec::len), Some(2));
    let stands = async || {
        let items = centre.get(modules).await.json()["items"].clone();
        let names = items.as_array().expect("items").iter();
        names.map(|item| item["standing"].as_str().expect("text").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(stands().await, ["new", "newest"]);
    centre.post("/courses/NET-101/publication", json!({"note": "First"})).await.is(200);
    assert_eq!(stands().await, ["newest", "newest"]);
    let versions = format!("/modules/{id}/versions");
    let text = json!({"hours": 8, "note": "More"});
    let any = [("if-match", "*")];
    centre.ask(axum::http::Method::POST, &versions, &any, Some(text)).await.is(200);
    assert_eq!(stands().await, ["newest", "behind"]);
    let used = centre.get(&format!("/modules/{id}/courses")).await.json();
    assert_eq!(
        used["items"],
        json!([{
            "course": "NET-101", "title": "Liaison in a network", "published_version": 1,
            "draft": "behind", "draft_version": 1,
        }])
    );
    centre.post(modules, json!({"module": "INT-900-M1"})).await.is(200);
    assert_eq!(stands().await, ["newest", "newest"]);
    let public = app.program().get("/courses/NET-101").await.json();
    assert_eq!(public["modules"][1]["hours"], 6);
    let missing = centre.post(modules, json!({"module": "NOT-101-M1"})).await;
    missing.is(422);
    assert_eq!(missing.json()["errors"][0]["pointer"], "/module");
    app.client_of("ABFC").await.get(modules).await.is(404);
}
