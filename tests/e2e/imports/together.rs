//! Several at once, and programs.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use tests::TestApp;

use super::{bytes_of, confirmed, courses, rows, sent};
use crate::catalogue_editing::save;

#[tokio::test]
async fn two_centres_import_at_once_and_each_has_its_own() {
    let app = TestApp::new().await;
    let before = courses(&app).await;
    let (one, two) = (app.director("JCLEC").await, app.director("ABFC").await);
    let file = bytes_of("catalogue_messy.xlsx");
    let (first, second) = tokio::join!(sent(&one, "a.xlsx", &file), sent(&two, "a.xlsx", &file));
    let (confirm_first, confirm_second) =
        (format!("{first}/confirmation"), format!("{second}/confirmation"));
    let (a, b) = tokio::join!(one.post(&confirm_first, &[]), two.post(&confirm_second, &[]));
    a.leads_to(&first);
    b.leads_to(&second);
    one.get("/courses/JCLEC-1").await.is(200);
    two.get("/courses/ABFC-1").await.is(200);
    one.get("/courses/ABFC-1").await.is(404);
    assert!(courses(&app).await > before + 10);
}

#[tokio::test]
async fn the_same_table_imported_by_two_people_at_once_is_there_once() {
    let app = TestApp::new().await;
    let before = courses(&app).await;
    let (director, editor) = (app.director("JCLEC").await, app.editor("JCLEC").await);
    let table = b"Title,Pax\nKites,12\nBoats,13\n";
    let (first, second) =
        tokio::join!(sent(&director, "a.csv", table), sent(&editor, "a.csv", table));
    let (confirm_first, confirm_second) =
        (format!("{first}/confirmation"), format!("{second}/confirmation"));
    let (a, b) =
        tokio::join!(director.post(&confirm_first, &[]), editor.post(&confirm_second, &[]));
    let mut answers = [a.status.as_u16(), b.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409], "{} {}", a.text, b.text);
    assert_eq!(courses(&app).await, before + 2);
    for place in [first, second] {
        super::read(&director, &place).await;
    }
}

#[tokio::test]
async fn a_program_sends_a_table_reads_the_verdicts_confirms_and_undoes() {
    let app = TestApp::new().await;
    let client = app.client_of("JCLEC").await;
    let before = courses(&app).await;
    let table = "Title,Pax,Start\nKites,12,03/04/2016\n,13,\n";
    let body = json!({"name": "a.csv", "content": STANDARD.encode(table)});
    let made = client.post_once("/course-imports", "one", body.clone()).await;
    made.is(201);
    let import = made.json();
    assert_eq!(import["state"], "examined");
    assert_eq!(import["counts"]["new"], 1);
    let place = format!("/course-imports/{}", import["id"].as_str().expect("an id"));
    let again = client.post_once("/course-imports", "one", body).await;
    assert_eq!(again.json()["id"], import["id"]);
    let found = rows(&client, &place).await;
    assert_eq!(found[1]["codes"][0], "W_TYPE_UNKNOWN");
    assert_eq!(found[1]["beside"]["dates"], "03/04/2016");
    assert_eq!(found[2]["codes"], json!(["E_NO_TITLE"]));
    let rejected = client.get(&format!("{place}/rows?show=rejected")).await.json();
    assert_eq!(rejected["items"].as_array().map(Vec::len), Some(1));
    client.post(&format!("{place}/confirmation"), json!({})).await.is(200);
    assert_eq!(courses(&app).await, before + 1);
    client.post(&format!("{place}/undo"), json!({})).await.is(200);
    assert_eq!(courses(&app).await, before);
    let listed = client.get("/course-imports").await.json();
    assert_eq!(listed["items"][0]["state"], "undone");
    // What cannot be seen counts as well: nothing is cut off unsaid.
    let long = json!({"name": format!("\u{95}{}", "x".repeat(120)), "content": "VGl0bGU="});
    client.post("/course-imports", long).await.is(422).says("/name");
    let bad = json!({"name": "a.csv", "content": "not base64!"});
    let refused = client.post("/course-imports", bad).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["pointer"], "/content");
    let empty = json!({"name": "a.csv", "content": ""});
    client.post("/course-imports", empty).await.is(422);
}

#[tokio::test]
async fn drafts_by_the_hundred_are_changed_and_given_back_all_of_them() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let table = |audience: &str| {
        let line = |number: usize| format!("KITE-{number},Kites {number},{audience} {number}\n");
        let lines: String = (1..=900).map(line).collect();
        format!("code,title,audience\n{lines}LIA-201,Immigration Liaison Officer Training,\n")
    };
    let place = sent(&director, "many.csv", table("Flyers").as_bytes()).await;
    confirmed(&director, &place).await;
    let says = async |audience: &str| {
        let sql = "select count(*) as n from course where code like 'KITE-%' and draft_differs \
            and draft like '%\"audience\":\"' || $1 || ' %'";
        app.count(sql, vec![audience.into()]).await
    };
    assert_eq!(says("Flyers").await, 900);
    let place = sent(&director, "many.csv", table("Menders").as_bytes()).await;
    director.get(&place).await.says("900");
    confirmed(&director, &place).await;
    assert_eq!((says("Flyers").await, says("Menders").await), (0, 900));
    director.get("/courses/KITE-401/preview").await.says("Menders 401");
    director.post(&format!("{place}/undo"), &[]).await.leads_to(&place);
    assert_eq!((says("Flyers").await, says("Menders").await), (900, 0));
    // One that was changed since keeps all of them from being given back.
    let place = sent(&director, "many.csv", table("Menders").as_bytes()).await;
    confirmed(&director, &place).await;
    save(&director, "KITE-801", &[("title", "A box kite")]).await.is(303);
    director.post(&format!("{place}/undo"), &[]).await.is(409).says("KITE-801");
    assert_eq!((says("Flyers").await, says("Menders").await), (0, 899));
}
