//! Programs propose, share, publish, read and return seats.
use axum::http::Method;
use serde_json::{Value, json};
use tests::TestApp;

use super::super::announced;

/// Seats that can be shared.
pub fn body() -> Value {
    json!({
        "sharing": "custom", "keep": 0, "cap": 20, "agency_limit": 2,
        "quotas": [{"member": "FJ", "seats": 3}, {"member": "BD", "seats": 2}],
    })
}

#[tokio::test]
async fn a_program_shares_seats_publishes_them_and_shares_them_otherwise() {
    let app = TestApp::new().await;
    let code = announced(&app.director("JCLEC").await, &[]).await;
    let centre = app.client_of("JCLEC").await;
    let path = format!("/deliveries/{code}/seats");
    let put = async |tag: &str, body: Value| {
        centre.ask(Method::PUT, &path, &[("if-match", tag)], Some(body)).await
    };
    let nothing = centre.get(&path).await;
    assert_eq!((&nothing.json()["sharing"], nothing.header("etag")), (&Value::Null, Some("\"0\"")));
    centre.ask(Method::PUT, &path, &[], Some(body())).await.is(428);
    let kept = put("\"0\"", body()).await;
    kept.is(200);
    assert_eq!((&kept.json()["reserve"], &kept.json()["published_at"]), (&json!(19), &Value::Null));
    let mut over = body();
    over["quotas"][1]["seats"] = json!(30);
    let refused = put("\"1\"", over).await;
    refused.is(422).says("\"/quotas\"").says("9 seats");
    put("\"0\"", json!({"sharing": "open", "quotas": []})).await.is(412);
    let unknown = json!({"sharing": "national", "quotas": [{"member": "ZZ", "seats": 1}]});
    put("*", unknown).await.is(422).says("/quotas/0/seats").says("/sharing");
    app.client_of("RSO").await.get(&path).await.is(200).does_not_say("\"FJ\"");
    let published = centre.post(&format!("{path}/publication"), json!({})).await;
    published.is(200);
    assert!(published.json()["published_at"].is_string());
    centre.post(&format!("{path}/publication"), json!({})).await.is(200);
    let fiji = app.client_of("Fiji").await;
    let own = fiji.get(&path).await.json();
    let quota = json!([{"member": "FJ", "asked": own["quotas"][0]["asked"], "held": 3, "taken": 0, "free": 3}]);
    assert_eq!(own["quotas"], quota);
    super::take(&app, &code, &["FJ", "FJ"]).await;
    let tag = centre.get(&path).await.header("etag").expect("a tag").to_owned();
    let mut fewer = body();
    fewer["quotas"][0]["seats"] = json!(1);
    put(&tag, fewer).await.is(422).says("/quotas/0/seats").says("at least 2");
    let mut more = body();
    more["quotas"][0]["seats"] = json!(5);
    assert_eq!(put(&tag, more).await.json()["reserve"], 17);
    let office = app.client_of("RSO").await.get(&path).await.json();
    assert_eq!(
        office["quotas"].as_array().map(|all| all.iter().any(|one| one["held"] == 5)),
        Some(true)
    );
    app.program().get(&path).await.is(401);
    app.client_of("ABFC").await.get(&path).await.is(404);
}

#[tokio::test]
async fn a_program_of_a_state_returns_seats_once_whatever_it_repeats() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = super::shared(&director, &[], &[("FJ", "3")]).await;
    let fiji = app.client_of("Fiji").await;
    let path = format!("/deliveries/{code}/seats/returns");
    let returned = fiji.post_once(&path, "a key", json!({"seats": 2, "reason": "Too few"})).await;
    returned.is(200);
    assert_eq!(returned.json()["quotas"][0]["held"], 1);
    let again = fiji.post_once(&path, "a key", json!({"seats": 2, "reason": "Too few"})).await;
    assert_eq!(again.json(), returned.json());
    fiji.post(&path, json!({"seats": 2})).await.is(422).says("/seats");
    fiji.post(&path, json!({"seats": 0})).await.is(422);
    app.client_of("Bangladesh").await.post(&path, json!({"seats": 1})).await.is(409);
    app.client_of("JCLEC").await.post(&path, json!({"seats": 1})).await.is(403);
    let entries = fiji.get(&format!("/deliveries/{code}/seats/entries")).await.json();
    let newest = &entries["items"][0];
    assert_eq!((&newest["kind"], &newest["by"]), (&json!("turned_back"), &json!("FJ")));
    let proposal = format!("/deliveries/{code}/seats/proposal");
    let centre = app.client_of("JCLEC").await;
    centre.get(&format!("{proposal}?sharing=equal&member=FJ&member=BD&keep=4")).await.says("10");
    centre.get(&format!("{proposal}?keep=99")).await.is(422).says("\"parameter\":\"keep\"");
    centre.get(&format!("{proposal}?kept=9")).await.is(422);
    fiji.get(&proposal).await.is(403);
}
