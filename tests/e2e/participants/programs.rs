//! Programs keep a roster, put people forward, and decide on them.
use serde_json::{Value, json};
use tests::{Client, TestApp};

use super::open;

/// Somebody to be put on a roster.
pub fn person() -> Value {
    json!({
        "full_name": "Ana Vakatawa", "post": "Inspector", "agency": "Police",
        "email": "ana@police.example", "languages": [{"language": "en", "level": "advanced"}],
    })
}

/// Puts somebody forward; answers the id of the nomination.
pub async fn nominated(client: &Client, code: &str) -> String {
    let made = client.post("/people", person()).await;
    made.is(201);
    let body = json!({"delivery": code, "person": made.json()["id"], "reason": "Named for a post"});
    let made = client.post("/participant-nominations", body).await;
    made.is(201);
    made.json()["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_program_keeps_the_roster_of_its_state() {
    let app = TestApp::new().await;
    let fiji = app.client_of("Fiji").await;
    let made = fiji.post_once("/people", "a key", person()).await;
    made.is(201);
    let again = fiji.post_once("/people", "a key", person()).await;
    assert_eq!(again.json(), made.json());
    let path = format!("/people/{}", made.json()["id"].as_str().expect("an id"));
    assert_eq!(made.header("location"), Some(format!("/api/v1{path}").as_str()));
    let tag = made.header("etag").expect("a tag").to_owned();
    let changed = fiji.patch(&path, &tag, json!({"post": "Superintendent"})).await;
    assert_eq!(changed.json()["post"], "Superintendent");
    assert_eq!(changed.json()["languages"][0]["level"], "advanced");
    fiji.patch(&path, &tag, json!({"post": "Director"})).await.is(412);
    fiji.patch(&path, "*", json!({"email": "nobody"})).await.is(422).says("/email");
    let found = fiji.get("/people?q=vakatawa").await;
    assert_eq!(found.json()["items"].as_array().expect("a list").len(), 1);
    let twice = fiji.post("/people", person()).await;
    twice.is(422).says("/email").says("Ana Vakatawa has this address");
    let other = app.client_of("Bangladesh").await;
    other.get(&path).await.is(404);
    app.client_of("JCLEC").await.get(&path).await.is(403);
    app.client_of("RSO").await.get(&path).await.is(403);
}

#[tokio::test]
async fn a_program_puts_people_forward_and_another_decides() {
    let app = TestApp::new().await;
    let code = open(&app).await;
    let (fiji, centre) = (app.client_of("Fiji").await, app.client_of("JCLEC").await);
    let id = nominated(&fiji, &code).await;
    let path = format!("/participant-nominations/{id}");
    assert_eq!(fiji.get(&path).await.json()["state"], "draft");
    centre.get(&path).await.is(404);
    let submission = format!("/deliveries/{code}/participant-nominations/submission");
    let refused = fiji.post(&submission, json!({"nominations": [id], "agreed": false})).await;
    refused.is(422).says("/agreed");
    let done = fiji.post(&submission, json!({"nominations": [id], "agreed": true})).await;
    assert_eq!(done.json()["people"], 1);
    let seen = centre.get(&format!("/participant-nominations?delivery={code}")).await.json();
    assert_eq!(seen["items"][0]["person"]["full_name"], "Ana Vakatawa");
    assert_eq!(seen["items"][0]["member"], "FJ");
    let decisions = format!("/deliveries/{code}/decisions");
    let no = json!({"decision": "decline", "nominations": [id]});
    centre.post(&decisions, no).await.is(422).says("/why");
    let yes = json!({"decision": "accept", "nominations": [id]});
    assert_eq!(centre.post(&decisions, yes.clone()).await.json()["people"], 1);
    assert_eq!(centre.post(&decisions, yes).await.json()["people"], 0);
    let read = fiji.get(&path).await.json();
    assert_eq!((&read["state"], &read["why"]), (&json!("accepted"), &json!("own_seat")));
    assert_eq!(read["steps"].as_array().expect("steps").len(), 3);
    assert_eq!(centre.get(&path).await.json()["steps"].as_array().expect("steps").len(), 2);
    app.client_of("Bangladesh").await.get(&path).await.is(404);
    app.client_of("RSO").await.get("/participant-nominations").await.is(403);
}

#[tokio::test]
async fn a_program_replaces_and_withdraws_what_it_read() {
    let app = TestApp::new().await;
    let code = open(&app).await;
    let fiji = app.client_of("Fiji").await;
    let id = nominated(&fiji, &code).await;
    let submission = format!("/deliveries/{code}/participant-nominations/submission");
    fiji.post(&submission, json!({"nominations": [id], "agreed": true})).await.is(200);
    let mut ben = person();
    ben["full_name"] = json!("Ben Tora");
    ben["email"] = json!("ben@police.example");
    let ben = fiji.post("/people", ben).await.json()["id"].clone();
    let path = format!("/participant-nominations/{id}");
    let nobody = json!({"person": "00000000-0000-0000-0000-000000000000", "agreed": true});
    fiji.post(&format!("{path}/replacement"), nobody).await.is(422).says("/person");
    let replacement = format!("{path}/replacement");
    let made = fiji.post(&replacement, json!({"person": ben, "agreed": true})).await;
    made.is(201);
    assert_eq!(fiji.get(&path).await.json()["state"], "replaced");
    let path = format!("/participant-nominations/{}", made.json()["id"].as_str().expect("an id"));
    fiji.post(&format!("{path}/withdrawal"), json!({"reason": ""})).await.is(422).says("/reason");
    let back = fiji.post(&format!("{path}/withdrawal"), json!({"reason": "Ill"})).await.json();
    assert_eq!((&back["state"], &back["why_text"]), (&json!("withdrawn"), &json!("Ill")));
}
