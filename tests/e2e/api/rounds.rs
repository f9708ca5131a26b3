//! Nomination rounds for programs.
use chrono::Duration;
use serde_json::{Value, json};
use tests::{Client, TestApp};

use super::{all, faults};

fn round(app: &TestApp) -> Value {
    json!({
        "title": "Round 2029",
        "horizon_start": "2029-01-01",
        "horizon_end": "2029-12-31",
        "opens_at": app.now() + Duration::days(1),
        "closes_at": app.now() + Duration::days(40),
        "members": ["FJ"],
    })
}

async fn sees(client: &Client, id: &str) -> bool {
    let listed = all(client, "/rounds", 2).await.iter().any(|round| round["id"] == id);
    let read = client.get(&format!("/rounds/{id}")).await;
    assert_eq!(read.status.as_u16(), if listed { 200 } else { 404 });
    listed
}

#[tokio::test]
async fn the_rso_prepares_opens_and_closes_a_round() {
    let app = TestApp::new().await;
    let office = app.client_of("RSO").await;
    let (fiji, other) = (app.client_of("Fiji").await, app.client_of("Bangladesh").await);
    let centre = app.client_of("JCLEC").await;
    let made = office.post("/rounds", round(&app)).await;
    made.is(201);
    let body = made.json();
    let id = body["id"].as_str().expect("an id").to_owned();
    assert_eq!(made.header("location"), Some(format!("/api/v1/rounds/{id}").as_str()));
    assert_eq!((&body["state"], &body["members"]), (&json!("draft"), &json!(["FJ"])));
    let types = body["course_types"].as_array().map(Vec::len);
    assert_eq!(types, Some(seed::course_types().len()), "every course type, as none is named");
    assert!(sees(&office, &id).await);
    assert!(!sees(&fiji, &id).await && !sees(&centre, &id).await);
    let opened = office.post(&format!("/rounds/{id}/opening"), json!({})).await;
    opened.is(200);
    assert_eq!(opened.json()["state"], "open");
    assert!(sees(&fiji, &id).await && sees(&centre, &id).await && !sees(&other, &id).await);
    let open = all(&office, "/rounds?state=open", 200).await;
    assert!(open.iter().all(|round| round["state"] == "open") && !open.is_empty());
    let again = office.post(&format!("/rounds/{id}/opening"), json!({})).await;
    again.is(200);
    assert_eq!(again.header("etag"), opened.header("etag"));
    office.post(&format!("/rounds/{id}/closing"), json!({})).await.is(200);
    let refused = office.post(&format!("/rounds/{id}/opening"), json!({})).await;
    refused.is(409);
    assert_eq!(refused.json()["type"], "http://127.0.0.1:8080/api/docs#refused");
    let left = "select count(*) as n from audit_entry where api_client_id is not null \
        and action in ('round.create', 'round.open', 'round.close')";
    assert_eq!(app.count(left, vec![]).await, 3);
}

#[tokio::test]
async fn a_round_that_is_asked_for_twice_is_made_once() {
    let app = TestApp::new().await;
    let office = app.client_of("RSO").await;
    let first = office.post_once("/rounds", "k", round(&app)).await;
    first.is(201);
    assert_eq!(office.post_once("/rounds", "k", round(&app)).await.text, first.text);
    let taken = office.post("/rounds", round(&app)).await;
    taken.is(422);
    assert_eq!(faults(&taken), ["/title"]);
}

#[tokio::test]
async fn a_round_that_cannot_be_held_is_refused_with_every_fault() {
    let app = TestApp::new().await;
    let office = app.client_of("RSO").await;
    let mut wrong = round(&app);
    wrong["title"] = json!("  ");
    wrong["horizon_end"] = json!("2028-12-31");
    wrong["closes_at"] = wrong["opens_at"].clone();
    wrong["grace_days"] = json!(31);
    wrong["course_types"] = json!(["dancing"]);
    wrong["members"] = json!([]);
    let reply = office.post("/rounds", wrong).await;
    reply.is(422);
    let places =
        ["/title", "/horizon_end", "/closes_at", "/grace_days", "/course_types/0", "/members"];
    assert_eq!(faults(&reply), places);
    for (field, value) in [
        ("horizon_start", json!("tomorrow")),
        ("opens_at", json!("2029-01-01")),
        ("grace_days", json!("two")),
        ("colour", json!("blue")),
    ] {
        let mut unreadable = round(&app);
        unreadable[field] = value;
        office.post("/rounds", unreadable).await.is(422);
    }
}

#[tokio::test]
async fn rounds_are_listed_newest_first_page_by_page() {
    let app = TestApp::new().await;
    let office = app.client_of("RSO").await;
    let whole = all(&office, "/rounds", 200).await;
    assert!(whole.len() > 1);
    assert_eq!(all(&office, "/rounds", 1).await, whole);
    let opens: Vec<_> = whole.iter().map(|round| round["opens_at"].as_str()).collect();
    assert!(opens.windows(2).all(|pair| pair[0] >= pair[1]), "{opens:?}");
}
