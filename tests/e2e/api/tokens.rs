//! Clients show their secrets, get tokens, and may do with them what their scopes say.
use axum::body::Body;
use axum::http::{Request, header};
use chrono::Duration;
use serde_json::json;
use tests::TestApp;

#[tokio::test]
async fn a_client_shows_its_secret_and_reads_with_its_token() {
    let app = TestApp::new().await;
    let made = app.credentials_of("Fiji", None).await;
    let body = json!({"client_id": made.client_id, "client_secret": made.client_secret});
    let reply = app.program().post("/token", body).await;
    reply.is(200);
    let answer = reply.json();
    assert_eq!((&answer["token_type"], &answer["expires_in"]), (&json!("Bearer"), &json!(900)));
    let scopes = "catalogue:read deliveries:read rounds:read nominations:read nominations:write \
        participants:read participants:write demand:read";
    assert_eq!(answer["scope"], scopes);
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let client = app.program().with(answer["access_token"].as_str().expect("a token"));
    let types = client.get("/course-types").await;
    types.is(200);
    assert_eq!(types.json()["items"].as_array().map(Vec::len), Some(seed::course_types().len()));
    assert_eq!(types.json()["items"], app.program().get("/course-types").await.json()["items"]);
}

#[tokio::test]
async fn an_unknown_client_and_a_wrong_secret_get_the_same_words() {
    let app = TestApp::new().await;
    let made = app.credentials_of("Fiji", None).await;
    let mut answers = Vec::new();
    for client_id in [made.client_id.as_str(), "fj-nobody", "", &"x".repeat(90_000)] {
        app.pass(Duration::minutes(2));
        let body = json!({"client_id": client_id, "client_secret": "not the secret"});
        let reply = app.program().post("/token", body).await;
        reply.is(401);
        assert_eq!(reply.header("www-authenticate"), Some("Bearer realm=\"RCTM\""));
        let mut problem = reply.json();
        problem["request_id"] = json!(null);
        answers.push(problem);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
}

#[tokio::test]
async fn guessing_a_secret_is_slowed_and_the_client_gets_its_token() {
    let app = TestApp::new().await;
    let made = app.credentials_of("Fiji", None).await;
    let guess = json!({"client_id": made.client_id, "client_secret": "a guess"});
    let mut refused = 0;
    for _ in 0..10 {
        let reply = app.program().post("/token", guess.clone()).await;
        if reply.status.as_u16() == 429 {
            assert!(reply.header("retry-after").is_some());
            refused += 1;
        }
    }
    assert!(refused > 0, "ten guesses in a row were all heard");
    app.pass(Duration::seconds(11));
    let body = json!({"client_id": made.client_id, "client_secret": made.client_secret});
    app.program().post("/token", body).await.is(200);
}

#[tokio::test]
async fn a_token_holds_for_a_quarter_of_an_hour() {
    let app = TestApp::new().await;
    let client = app.client_of("Fiji").await;
    app.pass(Duration::seconds(899));
    client.get("/course-types").await.is(200);
    app.pass(Duration::seconds(1));
    let reply = client.get("/course-types").await;
    reply.is(401);
    assert!(reply.header("www-authenticate").is_some_and(|way| way.contains("invalid_token")));
}

#[tokio::test]
async fn a_token_is_sent_in_json_and_nothing_else() {
    let app = TestApp::new().await;
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""] {
        let request = Request::post("/api/v1/token").header(header::CONTENT_TYPE, kind);
        let body = Body::from(r#"{"client_id": "a", "client_secret": "b"}"#);
        app.program().send(request.body(body).expect("a request")).await.is(415);
    }
    let program = app.program();
    program.post("/token", json!({"client_id": "a"})).await.is(422);
    program.post("/token", json!({"client_id": "a", "client_secret": 7})).await.is(422);
    let more = json!({"client_id": "a", "client_secret": "b", "scope": "c"});
    program.post("/token", more).await.is(422).says("scope");
    program.post("/token", json!({"client_id": "a\0", "client_secret": "b"})).await.is(400);
    program.post("/token", json!([])).await.is(422);
}

#[tokio::test]
async fn no_cookie_is_read_and_none_is_set() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let request = Request::get("/api/v1/course-types").body(Body::empty()).expect("a request");
    let reply = director.send(request).await;
    reply.is(200);
    assert_eq!(reply.header("set-cookie"), None);
}

#[tokio::test]
async fn an_address_that_is_not_there_answers_programs_with_a_problem() {
    let app = TestApp::new().await;
    let reply = app.program().get("/no-such-thing").await;
    reply.is(404);
    assert_eq!(reply.json()["type"], "http://127.0.0.1:8080/api/docs#not-found");
    let reply = app.program().ask(axum::http::Method::DELETE, "/course-types", &[], None).await;
    reply.is(405);
    assert_eq!(reply.header("allow"), Some("GET,HEAD"));
    let host = Request::get("/api/v1/course-types").header(header::HOST, "evil.example");
    app.program().send(host.body(Body::empty()).expect("a request")).await.is(421);
    let long = json!({"client_id": "x".repeat(300_000), "client_secret": "b"});
    app.program().post("/token", long).await.is(413);
}

#[tokio::test]
async fn what_programs_are_answered_carries_its_headers() {
    let app = TestApp::new().await;
    for path in ["/course-types", "/no-such-thing"] {
        let reply = app.program().get(path).await;
        for (name, value) in [
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{name} of {path}");
        }
        assert_eq!(reply.header("access-control-allow-origin"), None);
    }
}
