//! What is repeated with the same key is done once, and answered as it was the first time.
use std::sync::Arc;

use chrono::Duration;
use serde_json::json;
use tests::{Client, Reply, TestApp};
use tokio::task::JoinSet;

use super::{content, faults, whole_course};

async fn courses(app: &TestApp) -> i64 {
    app.count("select count(*) as n from course where code like 'NET-%'", vec![]).await
}

async fn begin(client: &Client, key: &str) -> Reply {
    client.post_once("/courses", key, whole_course("NET-101")).await
}

#[tokio::test]
async fn a_request_that_is_repeated_is_answered_as_before_and_done_once() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let first = begin(&centre, "my key").await;
    first.is(201);
    for _ in 0..8 {
        let again = begin(&centre, "my key").await;
        assert_eq!((again.status, &again.text), (first.status, &first.text));
        for name in ["etag", "location", "content-type"] {
            assert_eq!(again.header(name), first.header(name), "{name}");
        }
    }
    assert_eq!(courses(&app).await, 1);
    let made = "select count(*) as n from audit_entry where action = 'course.create' \
        and api_client_id is not null";
    assert_eq!(app.count(made, vec![]).await, 1);
    let other = centre.post_once("/courses", "my key", whole_course("NET-102")).await;
    other.is(422);
    assert_eq!(faults(&other), ["Idempotency-Key"]);
    assert_eq!(courses(&app).await, 1);
    begin(&app.client_of("ABFC").await, "my key").await.is(422);
    let publication = json!({"note": "First"});
    centre.post_once("/courses/NET-101/publication", "my key", publication.clone()).await.is(200);
    centre.post_once("/courses/NET-101/publication", "my key", publication).await.is(200);
    assert_eq!(
        app.count(
            "select count(*) as n from course_version v join course c \
        on c.id = v.course_id where c.code = 'NET-101'",
            vec![]
        )
        .await,
        1
    );
}

#[tokio::test]
async fn a_problem_is_repeated_as_well_and_another_condition_is_another_request() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let tag = begin(&centre, "a").await.header("etag").expect("a tag").to_owned();
    centre.patch("/courses/NET-101", &tag, json!({"title": "New"})).await.is(200);
    let patch = |tag: String| {
        let centre = &centre;
        async move {
            let headers = [("if-match", tag.as_str()), ("idempotency-key", "b")];
            let method = axum::http::Method::PATCH;
            centre.ask(method, "/courses/NET-101", &headers, Some(content())).await
        }
    };
    let first = patch(tag.clone()).await;
    first.is(412);
    assert_eq!(patch(tag).await.text, first.text);
    patch("*".to_owned()).await.is(422);
}

#[tokio::test]
async fn a_request_under_way_is_not_begun_again_and_a_killed_one_is() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    begin(&centre, "killed").await.is(201);
    // What a program leaves behind that is killed between its commit and its answer.
    let killed = "update api_request set status = null, body = null, lease_until = $1";
    app.execute(killed, vec![(app.now() + Duration::seconds(30)).into()]).await;
    let early = begin(&centre, "killed").await;
    early.is(409);
    assert!(early.header("retry-after").is_some());
    app.pass(Duration::seconds(31));
    let again = begin(&centre, "killed").await;
    again.is(201);
    assert_eq!(courses(&app).await, 1);
    assert_eq!(begin(&centre, "killed").await.text, again.text);
}

#[tokio::test]
async fn many_at_once_make_one() {
    let app = TestApp::new().await;
    let centre = Arc::new(app.client_of("JCLEC").await);
    let mut requests = JoinSet::new();
    for _ in 0..8 {
        let centre = centre.clone();
        requests.spawn(async move { begin(&centre, "at once").await });
    }
    let replies = requests.join_all().await;
    assert!(replies.iter().any(|reply| reply.status.as_u16() == 201));
    for reply in replies {
        assert!(matches!(reply.status.as_u16(), 201 | 409), "{}", reply.text);
    }
    assert_eq!(courses(&app).await, 1);
}

#[tokio::test]
async fn keys_are_kept_for_a_day() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    begin(&centre, "old").await.is(201);
    app.pass(Duration::hours(24));
    let centre = app.client_of("JCLEC").await;
    rctm::identity::actions::sweep(&app.app).await.expect("it sweeps");
    assert_eq!(app.count("select count(*) as n from api_request", vec![]).await, 0);
    assert_eq!(app.count("select count(*) as n from api_token", vec![]).await, 1);
    begin(&centre, "old").await.is(422);
}

#[tokio::test]
async fn a_key_is_one_key() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let long = "x".repeat(256);
    for keys in [&[""][..], &[long.as_str()], &["a", "b"], &["caf\u{e9}"]] {
        let headers: Vec<_> = keys.iter().map(|key| ("idempotency-key", *key)).collect();
        let body = Some(whole_course("NET-101"));
        let reply = centre.ask(axum::http::Method::POST, "/courses", &headers, body).await;
        reply.is(422);
        assert_eq!(faults(&reply), ["Idempotency-Key"], "{keys:?}");
    }
}
