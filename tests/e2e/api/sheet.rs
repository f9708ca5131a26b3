//! The sheet, course nominations and demand for programs.
use axum::http::Method;
use serde_json::{Value, json};
use tests::{Client, TestApp};

use super::{all, faults};

async fn open_round(client: &Client) -> String {
    let open = all(client, "/rounds?state=open", 200).await;
    open[0]["id"].as_str().expect("an id").to_owned()
}

/// Saves `lines` on the sheet of an open round and gives its path and its new `ETag`.
async fn save(client: &Client, lines: Value) -> (String, String) {
    let path = format!("/rounds/{}/sheet", open_round(client).await);
    let tag = client.get(&path).await.header("etag").expect("a tag").to_owned();
    let saved = put(client, &path, Some(&tag), json!({ "lines": lines })).await;
    saved.is(200);
    (path, saved.header("etag").expect("a tag").to_owned())
}

async fn put(client: &Client, path: &str, tag: Option<&str>, body: Value) -> tests::Reply {
    let headers: Vec<_> = tag.iter().map(|tag| ("if-match", *tag)).collect();
    client.ask(Method::PUT, path, &headers, Some(body)).await
}

fn needs() -> Value {
    json!([
        {"course_type": "liaison", "frequency": "twice_a_year", "participants": 3, "priority": 1,
         "quarters": [1, 3], "justification": "Four new posts open in 2027."},
        {"course_type": "induction", "not_needed": true},
        {"new_course": "Reading of forged visas", "frequency": "once", "justification": "New kind."},
    ])
}

#[tokio::test]
async fn a_program_fills_and_submits_the_sheet_of_its_own_state() {
    let app = TestApp::new().await;
    let fiji = app.client_of("Fiji").await;
    let (path, tag) = save(&fiji, needs()).await;
    let read = fiji.get(&path).await.json();
    assert_eq!((&read["member"], &read["standing"]), (&json!("FJ"), &json!("draft")));
    assert_eq!(read["lines"].as_array().map(Vec::len), Some(3));
    assert_eq!(read["lines"][0]["quarters"], json!([1, 3]));
    let sent = fiji.post(&format!("{path}/submission"), json!({})).await;
    sent.is(200);
    assert_eq!(sent.json()["standing"], "submitted");
    fiji.post(&format!("{path}/submission"), json!({})).await.is(200);
    let round = open_round(&fiji).await;
    let nominations = all(&fiji, &format!("/rounds/{round}/nominations"), 1).await;
    assert_eq!(nominations.len(), 2);
    assert_eq!(nominations[0]["places"], 6);
    let left = "select count(*) as n from audit_entry where api_client_id is not null \
        and action in ('sheet.save', 'sheet.submit')";
    assert_eq!(app.count(left, vec![]).await, 2, "{tag}");
    let told =
        "select count(*) as n from outbox where event like '%submi%' or subject like '%Fiji%'";
    assert!(app.count(told, vec![]).await > 0);
}

#[tokio::test]
async fn two_programs_that_save_at_once_lose_nothing() {
    let app = TestApp::new().await;
    let (one, other) = (app.client_of("Fiji").await, app.client_of("Fiji").await);
    let path = format!("/rounds/{}/sheet", open_round(&one).await);
    let tag = one.get(&path).await.header("etag").expect("a tag").to_owned();
    let body = |people: u16| {
        json!({"lines": [
            {"course_type": "liaison", "frequency": "annual", "participants": people},
        ]})
    };
    put(&one, &path, None, body(2)).await.is(428);
    put(&one, &path, Some(&tag), body(2)).await.is(200);
    put(&other, &path, Some(&tag), body(4)).await.is(412);
    assert_eq!(one.get(&path).await.json()["lines"][0]["participants"], 2);
    let stale = [("if-match", tag.as_str())];
    let submission = format!("{path}/submission");
    other.ask(Method::POST, &submission, &stale, Some(json!({}))).await.is(412);
}

#[tokio::test]
async fn every_fault_of_a_sheet_is_named_by_its_place() {
    let app = TestApp::new().await;
    let fiji = app.client_of("Fiji").await;
    let path = format!("/rounds/{}/sheet", open_round(&fiji).await);
    let tag = fiji.get(&path).await.header("etag").expect("a tag").to_owned();
    let wrong = json!({"lines": [
        {"course_type": "dancing", "frequency": "annual"},
        {"course_type": "liaison", "new_course": "Both"},
        {"course_type": "liaison", "quarters": [5], "preferred_course": "NONE-1"},
    ]});
    let refused = put(&fiji, &path, Some(&tag), wrong).await;
    refused.is(422);
    let places = [
        "/lines/0/course_type",
        "/lines/1/course_type",
        "/lines/2/quarters",
        "/lines/2/preferred_course",
    ];
    assert_eq!(faults(&refused), places);
    let urgent = json!([{"course_type": "liaison", "frequency": "annual", "urgency": "high",
        "participants": 9}]);
    let (path, _) = save(&fiji, urgent).await;
    let refused = fiji.post(&format!("{path}/submission"), json!({})).await;
    refused.is(422);
    let mut found = faults(&refused);
    found.sort();
    assert_eq!(found, ["/lines/0/justification", "/lines/0/participants"]);
    assert_eq!(fiji.get(&path).await.json()["standing"], "draft");
}

#[tokio::test]
async fn a_list_is_never_taken_for_an_object() {
    let app = TestApp::new().await;
    let fiji = app.client_of("Fiji").await;
    let (path, _) = save(&fiji, needs()).await;
    fiji.post(&format!("{path}/submission"), json!([])).await.is(422);
    let read = fiji.get(&path).await;
    let tag = read.header("etag").map(str::to_owned);
    put(&fiji, &path, tag.as_deref(), json!({"lines": [["liaison"]]})).await.is(422);
    put(&fiji, &path, tag.as_deref(), json!([[]])).await.is(422);
    assert_eq!(fiji.get(&path).await.json(), read.json());
}

#[tokio::test]
async fn a_member_that_needs_nothing_says_so() {
    let app = TestApp::new().await;
    let fiji = app.client_of("Fiji").await;
    let path = format!("/rounds/{}/sheet", open_round(&fiji).await);
    let sent = fiji.post(&format!("{path}/submission"), json!({"no_needs": true})).await;
    sent.is(200);
    assert_eq!(sent.json()["standing"], "no_needs");
}

#[tokio::test]
async fn each_organisation_reads_its_part_of_nominations_and_demand() {
    let app = TestApp::new().await;
    let fiji = app.client_of("Fiji").await;
    let (path, _) = save(&fiji, needs()).await;
    fiji.post(&format!("{path}/submission"), json!({})).await.is(200);
    let round = open_round(&fiji).await;
    let (nominations, demand) =
        (format!("/rounds/{round}/nominations"), format!("/rounds/{round}/demand"));
    let other = app.client_of("Bangladesh").await;
    let has_fiji = |items: &[Value]| items.iter().any(|one| one["member"] == "FJ");
    assert!(!has_fiji(&all(&other, &nominations, 50).await));
    other.get(&demand).await.is(200).does_not_say("Fiji").does_not_say("FJ");
    let office = app.client_of("RSO").await;
    assert!(has_fiji(&all(&office, &nominations, 50).await));
    let whole = office.get(&demand).await.json();
    let of_fiji = whole["members"].as_array().expect("members").iter();
    let of_fiji = of_fiji.filter(|one| one["member"] == "FJ").collect::<Vec<_>>();
    assert_eq!(of_fiji[0]["asked"]["places"], 6);
    assert!(whole["answered"]["invited"].as_i64() > Some(0));
    let centre = app.client_of("JCLEC").await;
    let seen = all(&centre, &nominations, 50).await;
    assert!(seen.iter().all(|one| one["course_type"].is_string()), "no course that is new");
    assert_eq!(centre.get(&demand).await.json()["answered"], Value::Null);
    centre.get(&path).await.is(403);
    app.program().get(&demand).await.is(401);
}

#[tokio::test]
async fn the_quarters_of_the_demand_add_up_to_the_year() {
    let app = TestApp::new().await;
    let office = app.client_of("RSO").await;
    let closed = all(&office, "/rounds?state=closed", 50).await;
    let round = closed[0]["id"].as_str().expect("an id").to_owned();
    let path = format!("/rounds/{round}/demand");
    let places = async |query: &str| {
        let read = office.get(&format!("{path}{query}")).await;
        read.is(200);
        read.json()["asked"]["places"].as_i64().expect("places")
    };
    let year = places("?level=&quarter=&goal=&subregion=").await;
    assert!(year > 0);
    assert_eq!(places("").await, year);
    let mut sum = 0;
    for quarter in ["q1", "q2", "q3", "q4", "unnamed"] {
        sum += places(&format!("?quarter={quarter}")).await;
    }
    assert_eq!(sum, year);
    for wrong in ["?level=galactic", "?goal=fame", "?quarter=5", "?colour=blue"] {
        office.get(&format!("{path}{wrong}")).await.is(422);
    }
}
