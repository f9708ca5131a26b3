//! Deliveries for pages that need one in a certain state.
use axum::http::Method;
use rctm::participants;
use serde_json::json;
use tests::Served;

/// Schedules a delivery whose nominations are closed, for its deadline was before; answers its code.
pub async fn closes_nominations(served: &Served) -> String {
    let centre = served.test.client_of("JCLEC").await;
    let typed = json!({
        "course": "LIA-201", "scope": "regional", "mode": "in_person", "venue": "Building 2",
        "city": "Semarang", "country": "Indonesia", "zone": "Asia/Jakarta",
        "first_day": "2027-03-08", "last_day": "2027-03-12", "sessions": [], "languages": ["en"],
        "interpretation": [], "documents": "", "contact": "training@jclec.example",
        "min_participants": 12, "max_participants": 24, "deadlines": {"nominate_days": 200},
    });
    let made = centre.post("/deliveries", typed).await;
    made.is(201);
    let code = made.json()["code"].as_str().expect("a code").to_owned();
    let path = format!("/deliveries/{code}");
    centre.post(&format!("{path}/announcement"), json!({})).await.is(200);
    let shared = json!({
        "sharing": "custom", "keep": 0, "cap": 24, "quotas": [{"member": "FJ", "seats": 3}],
    });
    let seats = format!("{path}/seats");
    centre.ask(Method::PUT, &seats, &[("if-match", "*")], Some(shared)).await.is(200);
    centre.post(&format!("{seats}/publication"), json!({})).await.is(200);
    participants::actions::catch_up(&served.test.app).await.expect("the clock is looked at");
    code
}
