//! Those who lead an organisation keep the programs that act for it.
use serde_json::json;
use tests::{Person, TestApp};

const ID: &str = "019ab111-5c4e-7e63-9f54-6a1f6f8c2b10";

/// What stands in the page after `label`.
fn shown(text: &str, label: &str) -> String {
    let (_, rest) = text.split_once(&format!("<dt>{label}</dt>")).expect(label);
    let (_, rest) = rest.split_once("<code dir=\"ltr\">").expect("a value");
    rest.split('<').next().expect("a value").to_owned()
}

async fn make(person: &Person) -> tests::Reply {
    let fields = [
        ("id", ID),
        ("name", "Training portal"),
        ("scopes", "catalogue:read"),
        ("scopes", "rounds:read"),
    ];
    person.post("/api-clients", &fields).await
}

#[tokio::test]
async fn a_focal_point_makes_a_client_and_its_program_gets_in() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    person.get("/account").await.says("href=\"/api-clients\"");
    person.get("/api-clients").await.is(200).says("No program acts for you yet");
    let page = make(&person).await;
    page.is(200).says("Training portal is made");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let secret = shown(&page.text, "client_secret");
    let credentials = json!({
        "client_id": shown(&page.text, "client_id"),
        "client_secret": &secret,
    });
    let reply = app.program().post("/token", credentials).await;
    reply.is(200);
    let answer = reply.json();
    assert_eq!(answer["scope"], "catalogue:read rounds:read");
    let program = app.program().with(answer["access_token"].as_str().expect("a token"));
    program.get("/rounds").await.is(200);
    let list = person.get("/api-clients").await;
    list.is(200).says("Training portal").does_not_say(&secret);
    let stored = "select count(*) as n from api_client where client_id = $1";
    let count = app.count(stored, vec![shown(&page.text, "client_id").into()]).await;
    assert_eq!(count, 1);
    make(&person).await.is(200).says("was made before").does_not_say("<dt>client_secret</dt>");
    assert_eq!(app.count("select count(*) as n from api_client", vec![]).await, 1);
}

#[tokio::test]
async fn a_client_that_is_revoked_and_its_tokens_end_at_once() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    let page = make(&person).await;
    let credentials = json!({
        "client_id": shown(&page.text, "client_id"),
        "client_secret": shown(&page.text, "client_secret"),
    });
    let answer = app.program().post("/token", credentials.clone()).await.json();
    let program = app.program().with(answer["access_token"].as_str().expect("a token"));
    let path = format!("/api-clients/{ID}/revocation");
    person.get(&path).await.is(200).says("Revoke Training portal");
    program.get("/rounds").await.is(200);
    person.post(&path, &[]).await.leads_to("/api-clients");
    program.get("/rounds").await.is(401);
    app.program().post("/token", credentials).await.is(401);
    person.get("/api-clients").await.says("Revoked on");
    person.get(&path).await.leads_to("/api-clients");
    person.post(&path, &[]).await.leads_to("/api-clients");
    let left = "select count(*) as n from audit_entry \
        where action in ('api_client.make', 'api_client.revoke') and account_id is not null";
    assert_eq!(app.count(left, vec![]).await, 2);
}

#[tokio::test]
async fn a_client_is_the_organisations_own_matter() {
    let app = TestApp::new().await;
    make(&app.focal_point("Fiji").await).await.is(200);
    let path = format!("/api-clients/{ID}/revocation");
    for other in [app.focal_point("Bangladesh").await, app.rso_manager().await] {
        other.get(&path).await.is(404);
        other.post(&path, &[]).await.is(404);
        other.get("/api-clients").await.does_not_say("Training portal");
    }
    app.deputy("Bangladesh").await.get("/account").await.does_not_say("/api-clients");
}

#[tokio::test]
async fn what_is_wrong_with_a_client_is_said_beside_the_field_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    let page = person.post("/api-clients", &[("id", ID), ("name", " ")]).await;
    page.is(422).says("<title>Error: ").says("id=\"name-e\"").says("id=\"scopes-e\"");
    let foreign = [("id", ID), ("name", "Portal"), ("scopes", "rounds:write")];
    person.post("/api-clients", &foreign).await.is(422).says("value=\"Portal\"");
    assert_eq!(app.count("select count(*) as n from api_client", vec![]).await, 0);
}

#[tokio::test]
async fn an_organisation_has_at_most_twenty_clients() {
    let app = TestApp::new().await;
    for _ in 0..20 {
        app.credentials_of("Fiji", None).await;
    }
    let page = make(&app.focal_point("Fiji").await).await;
    page.is(409).says("as many clients as it may").says("value=\"Training portal\"");
}
