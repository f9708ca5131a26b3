//! Programs keep materials like their centre does.
use axum::http::Method;
use serde_json::json;
use tests::TestApp;

use super::{PDF, stored};

fn body() -> serde_json::Value {
    json!({
        "title": "A guide", "kind": "trainer_guide", "language": "en", "licence": "cc_by",
        "access": "public",
    })
}

#[tokio::test]
async fn a_program_adds_a_material_puts_its_file_and_replaces_it() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let made = centre.post_once("/courses/LIA-201/materials", "a key", body()).await;
    made.is(201);
    let again = centre.post_once("/courses/LIA-201/materials", "a key", body()).await;
    assert_eq!(again.json()["id"], made.json()["id"]);
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    let path = format!("/materials/{id}");
    assert_eq!(made.location(), Some(&*format!("/api/v1{path}")));
    let stranger = app.program();
    stranger.get(&path).await.is(404);
    stranger.get("/courses/LIA-201/materials").await.is(200).does_not_say(&id);
    let put = format!("{path}/file?name=guide.pdf&note=First");
    let tag = made.header("etag").expect("a tag");
    let first = centre.put_file(&put, &[("if-match", tag)], PDF).await;
    first.is(200);
    assert_eq!(first.json()["version"], 1);
    assert_eq!(first.json()["file"]["media_type"], "application/pdf");
    let before = stored(&app).await;
    let same = centre.put_file(&put, &[("if-match", tag)], PDF).await;
    assert_eq!(same.is(200).json()["version"], 1);
    assert_eq!(stored(&app).await, before);
    centre.put_file(&put, &[("if-match", tag)], b"%PDF-1.7 new").await.is(412);
    assert_eq!(stored(&app).await, before);
    centre.put_file(&put, &[], b"%PDF-1.7 new").await.is(200);
    let file = stranger.get(&format!("{path}/file")).await;
    assert_eq!(&file.is(200).body[..], b"%PDF-1.7 new");
    let tag = file.header("etag").expect("a tag").to_owned();
    let door = format!("{path}/file");
    let part = stranger.ask(Method::GET, &door, &[("range", "bytes=5-7")], None).await;
    assert_eq!(&part.is(206).body[..], b"1.7");
    stranger.ask(Method::GET, &door, &[("if-none-match", tag.as_str())], None).await.is(304);
    let versions = centre.get(&format!("{path}/versions")).await;
    assert_eq!(versions.is(200).json()["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong_by_its_place() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let mut bad = body();
    bad["link"] = json!("http://example.org/");
    let reply = centre.post("/courses/LIA-201/materials", bad).await;
    reply.is(422).says("/link");
    let made = centre.post("/courses/LIA-201/materials", body()).await.json();
    let path = format!("/materials/{}", made["id"].as_str().expect("an id"));
    let wrong = centre.put_file(&format!("{path}/file?name=guide.docx"), &[], PDF).await;
    wrong.is(422).says("is not docx");
    centre.put_file(&format!("{path}/file?nome=guide.pdf"), &[], PDF).await.is(422).says("nome");
    let other = app.client_of("ABFC").await;
    other.put_file(&format!("{path}/file?name=guide.pdf"), &[], PDF).await.is(404);
    let member = app.client_of("Fiji").await;
    member.put_file(&format!("{path}/file?name=guide.pdf"), &[], PDF).await.is(403);
    app.program().put_file(&format!("{path}/file?name=guide.pdf"), &[], PDF).await.is(401);
}

#[tokio::test]
async fn a_program_changes_links_removes_and_brings_back() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let mut linked = body();
    linked["link"] = json!("https://example.org/guide");
    let made = centre.post("/courses/LIA-201/materials", linked).await;
    let path = format!("/materials/{}", made.is(201).json()["id"].as_str().expect("an id"));
    let link = json!({"link": "https://example.org/better", "note": "Better"});
    let put = centre.ask(Method::PUT, &format!("{path}/link"), &[], Some(link)).await;
    assert_eq!(put.is(200).json()["link"], "https://example.org/better");
    let tag = put.header("etag").expect("a tag").to_owned();
    let changed = centre.patch(&path, &tag, json!({"access": "members"})).await;
    assert_eq!(changed.is(200).json()["access"], "members");
    centre.patch(&path, &tag, json!({"access": "public"})).await.is(412);
    let listed = app.program().get("/courses/LIA-201/materials").await;
    listed.does_not_say("example.org/better").says("\"may_have\":false");
    let removed = centre.ask(Method::POST, &format!("{path}/removal"), &[], None).await;
    assert_eq!(removed.is(200).json()["removed"], true);
    app.program().get(&path).await.is(404);
    let back = centre.ask(Method::POST, &format!("{path}/restoration"), &[], None).await;
    assert_eq!(back.is(200).json()["removed"], false);
    app.program().get(&path).await.is(200);
}
