//! Programs schedule, change, announce, postpone and cancel deliveries.
use serde_json::{Value, json};
use tests::TestApp;

/// A delivery that can be scheduled.
pub fn body() -> Value {
    json!({
        "course": "LIA-201", "scope": "regional", "member": "", "mode": "in_person",
        "venue": "Building 2", "city": "Semarang", "country": "Indonesia", "zone": "Asia/Jakarta",
        "first_day": "2027-03-08", "last_day": "2027-03-12",
        "sessions": [{"day": "2027-03-08", "starts": "09:00", "ends": "16:30"}],
        "languages": ["en"], "interpretation": [], "min_participants": 12,
        "max_participants": 24, "documents": "", "contact": "training@jclec.example",
        "deadlines": {"nominate_days": 70},
    })
}

#[tokio::test]
async fn a_program_schedules_once_whatever_it_repeats() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let made = centre.post_once("/deliveries", "a key", body()).await;
    made.is(201);
    assert_eq!(made.header("location"), Some("/api/v1/deliveries/LIA-201-D3"));
    let again = centre.post_once("/deliveries", "a key", body()).await;
    assert_eq!(again.json(), made.json());
    let delivery = made.json();
    assert_eq!(delivery["state"], "proposed");
    assert_eq!(delivery["deadlines"]["nominate_days"], 70);
    assert_eq!(delivery["deadlines"]["freeze_days"], 3);
    assert_eq!(delivery["due"][0]["at"], "2026-12-28T16:59:00Z");
    app.program().get("/deliveries/LIA-201-D3").await.is(404);
    let mut bad = body();
    bad["last_day"] = json!("2027-03-01");
    bad["deadlines"] = json!({"freeze_days": 40});
    bad["sessions"] = json!([{"day": "2027-03-08", "starts": "16:30", "ends": "09:00"}]);
    let refused = centre.post("/deliveries", bad).await;
    refused.is(422).says("/last_day").says("/deadlines/freeze_days");
    let mut stranger = body();
    stranger["course"] = json!("IND-101");
    centre.post("/deliveries", stranger).await.is(409);
    let mut nothing = body();
    nothing["course"] = json!("NOT-101");
    centre.post("/deliveries", nothing).await.is(404);
}

#[tokio::test]
async fn a_program_changes_what_it_read_and_nothing_else() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let made = centre.post("/deliveries", body()).await;
    let tag = made.header("etag").expect("a tag").to_owned();
    let path = "/deliveries/LIA-201-D3";
    let changed = centre.patch(path, &tag, json!({"venue": "Building 7"})).await;
    changed.is(200);
    assert_eq!(changed.json()["venue"], "Building 7");
    assert_eq!(changed.json()["sessions"][0]["starts"], "09:00");
    centre.patch(path, &tag, json!({"venue": "Building 8"})).await.is(412);
    let none = centre.ask(axum::http::Method::PATCH, path, &[], Some(json!({"city": "x"}))).await;
    none.is(428);
    centre.patch(path, "*", json!({"zone": "Mars"})).await.is(422).says("/zone");
    let other = app.client_of("ABFC").await;
    other.patch(path, "*", json!({"venue": "Mine"})).await.is(404);
    app.client_of("Fiji").await.patch(path, "*", json!({"venue": "Mine"})).await.is(403);
}

#[tokio::test]
async fn a_program_announces_postpones_cancels_and_makes_another() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    centre.post("/deliveries", body()).await.is(201);
    let path = "/deliveries/LIA-201-D3";
    let turn = async |noun: &str, body: Value| centre.post(&format!("{path}/{noun}"), body).await;
    turn("postponement", json!({"reason": "Too early"})).await.is(409);
    let announced = turn("announcement", json!({})).await;
    assert_eq!(announced.json()["state"], "announced");
    assert_eq!(app.program().get(path).await.json()["state"], "announced");
    turn("announcement", json!({})).await.is(200);
    let moved = json!({"first_day": "2027-04-05", "last_day": "2027-04-07", "reason": "A storm"});
    let moved = turn("postponement", moved).await.json();
    assert_eq!(
        (&moved["state"], &moved["former_first_day"], &moved["reason"]),
        (&json!("announced"), &json!("2027-03-08"), &json!("A storm"))
    );
    let undated = turn("postponement", json!({"reason": "Another storm"})).await.json();
    assert_eq!((&undated["state"], &undated["first_day"]), (&json!("postponed"), &Value::Null));
    turn("cancellation", json!({"reason": ""})).await.is(422);
    let cancelled = turn("cancellation", json!({"reason": "Given up"})).await.json();
    assert_eq!(
        (&cancelled["state"], &cancelled["reason"]),
        (&json!("cancelled"), &json!("Given up"))
    );
    let copy = turn("copies", json!({})).await;
    copy.is(201);
    assert_eq!(copy.json()["code"], "LIA-201-D4");
    let found = app.program().get("/deliveries?course=LIA-201&state=cancelled").await.json();
    assert_eq!(found["items"].as_array().expect("items").len(), 1);
    let found = app.program().get("/deliveries?from=2027-04-01&mode=in_person").await.json();
    assert!(
        found["items"].as_array().expect("items").iter().all(|one| one["code"] != "LIA-201-D1")
    );
    app.program().get("/deliveries?from=soon").await.is(422);
}
