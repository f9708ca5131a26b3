//! Deliveries for pages that need one in a certain state.
use axum::http::Method;
use rctm::participants;
use serde_json::{Value, json};
use tests::{Client, Served};

/// Schedules a delivery whose nominations are closed, for its deadline was before; answers its code.
pub async fn closes_nominations(served: &Served) -> String {
    let centre = served.test.client_of("JCLEC").await;
    let code = shares_seats(&centre, json!({"nominate_days": 200})).await;
    participants::actions::catch_up(&served.test.app).await.expect("the clock is looked at");
    code
}

/// Arranges that somebody of Fiji is offered a seat; answers the nomination, and the path of the
/// link that was sent to the person.
pub async fn offers_a_seat(served: &Served) -> (String, String) {
    let centre = served.test.client_of("JCLEC").await;
    let state = served.test.client_of("Fiji").await;
    let code = shares_seats(&centre, json!({})).await;
    let mut ids = Vec::new();
    for name in ["Losalini Baleiwai", "Tomasi Seruvatu"] {
        let email = format!("{}@police.example", name.to_lowercase().replace(' ', "."));
        let person = json!({
            "full_name": name, "post": "Inspector", "agency": "Fiji Police Force", "email": email,
            "languages": [{"language": "en", "level": "advanced"}],
        });
        let person = state.post("/people", person).await.json()["id"].clone();
        let listed = json!({"delivery": code, "person": person, "reason": "Liaison desk"});
        let made = state.post("/participant-nominations", listed).await;
        ids.push(made.json()["id"].as_str().expect("an id").to_owned());
    }
    let path = format!("/deliveries/{code}");
    let sent = json!({"nominations": ids, "agreed": true});
    state.post(&format!("{path}/participant-nominations/submission"), sent).await.is(200);
    for (id, decision) in ids.iter().zip(["accept", "waitlist"]) {
        let decided = json!({"decision": decision, "nominations": [id], "why": "no_seat"});
        centre.post(&format!("{path}/decisions"), decided).await.is(200);
    }
    let withdrawal = format!("/participant-nominations/{}/withdrawal", ids[0]);
    state.post(&withdrawal, json!({"reason": "Posted abroad"})).await.is(200);
    let sql = "select body_text from outbox where to_address = 'tomasi.seruvatu@police.example'";
    let letter = served.test.query(sql, vec![]).await;
    let text: String = letter[0].try_get("", "body_text").expect("text");
    let link = text.split_whitespace().find_map(|word| word.split_once("/offers/"));
    let (_, token) = link.expect("a link");
    (ids.remove(1), format!("/offers/{token}"))
}

/// Schedules a delivery with these deadlines, of which Fiji has a seat; answers its code.
async fn shares_seats(centre: &Client, deadlines: Value) -> String {
    let typed = json!({
        "course": "LIA-201", "scope": "regional", "mode": "in_person", "venue": "Building 2",
        "city": "Semarang", "country": "Indonesia", "zone": "Asia/Jakarta",
        "first_day": "2027-03-08", "last_day": "2027-03-12", "sessions": [], "languages": ["en"],
        "interpretation": [], "documents": "", "contact": "training@jclec.example",
        "min_participants": 12, "max_participants": 24, "deadlines": deadlines,
    });
    let made = centre.post("/deliveries", typed).await;
    made.is(201);
    let code = made.json()["code"].as_str().expect("a code").to_owned();
    let path = format!("/deliveries/{code}");
    centre.post(&format!("{path}/announcement"), json!({})).await.is(200);
    let shared = json!({
        "sharing": "custom", "keep": 0, "cap": 24, "quotas": [{"member": "FJ", "seats": 1}],
    });
    let seats = format!("{path}/seats");
    centre.ask(Method::PUT, &seats, &[("if-match", "*")], Some(shared)).await.is(200);
    centre.post(&format!("{seats}/publication"), json!({})).await.is(200);
    code
}
