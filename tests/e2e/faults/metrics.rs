//! What those who operate the installation can watch.
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use tests::{PASSWORD, TestApp};
use tower::ServiceExt;

async fn counting() -> TestApp {
    TestApp::with(|settings| settings.metrics_listen = "127.0.0.1:9464".parse().ok()).await
}

async fn figures(app: &TestApp) -> String {
    let router: Router = rctm::app::metrics(app.app.clone());
    let request = Request::get("/metrics").body(Body::empty()).expect("a request");
    let response = router.oneshot(request).await.expect("an answer");
    assert_eq!(response.status().as_u16(), 200);
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// The value of a series; none where it is not there.
fn value(figures: &str, series: &str) -> Option<f64> {
    let line = figures.lines().find_map(|line| line.strip_prefix(series))?;
    line.trim().parse().ok()
}

#[tokio::test]
async fn requests_emails_sessions_brakes_and_jobs_are_counted() {
    let app = counting().await;
    let director = app.director("JCLEC").await;
    for _ in 0..3 {
        director.get("/courses/LIA-201/edit").await.is(200);
    }
    app.visitor().get("/courses/none-1").await.is(404);
    for _ in 0..4 {
        app.visitor().try_to_sign_in("director@jclec.example", "wrong").await;
    }
    assert!(rctm::app::sweep(&app.app).await.expect("a sweep"));
    let figures = figures(&app).await;
    let requests = |route: &str, status: u16| {
        let labels = format!("method=\"GET\",route=\"{route}\",status=\"{status}\"");
        value(&figures, &format!("rctm_http_requests_total{{{labels}}}"))
    };
    assert_eq!(requests("/courses/{code}/edit", 200), Some(3.0), "{figures}");
    assert_eq!(requests("/courses/{code}", 404), Some(1.0), "{figures}");
    let timed =
        "rctm_http_request_duration_seconds_count{method=\"GET\",route=\"/courses/{code}/edit\"}";
    assert_eq!(value(&figures, timed), Some(3.0), "{figures}");
    assert_eq!(value(&figures, "rctm_sign_ins_total{outcome=\"done\"}"), Some(1.0));
    assert!(value(&figures, "rctm_sign_ins_total{outcome=\"refused\"}") >= Some(3.0));
    assert!(value(&figures, "rctm_sign_in_brakes") >= Some(1.0), "{figures}");
    assert_eq!(value(&figures, "rctm_sessions"), Some(1.0), "{figures}");
    assert_eq!(value(&figures, "rctm_database_up"), Some(1.0));
    assert!(value(&figures, "rctm_emails{state=\"queued\"}").is_some(), "{figures}");
    assert!(value(&figures, "rctm_emails_oldest_waiting_seconds") >= Some(0.0), "{figures}");
    let swept = "rctm_job_last_success_timestamp_seconds{job=\"sweep\"}";
    let now = app.now().timestamp().to_string().parse().ok();
    assert_eq!(value(&figures, swept), now, "{figures}");
    assert!(figures.contains("rctm_build_info{version=\""), "{figures}");
    assert!(figures.contains("rctm_database_connections{pool=\""), "{figures}");
}

#[tokio::test]
async fn no_visitor_can_make_a_series_and_nobody_is_named() {
    let app = counting().await;
    let before = figures(&app).await.lines().count();
    let director = app.director("JCLEC").await;
    for number in 0..50 {
        let method = Method::from_bytes(format!("CANARY{number}").as_bytes()).expect("a method");
        let path = format!("/canary-{number}?q=canary");
        let request = Request::builder().method(method).uri(path).body(Body::empty());
        director.send(request.expect("a request")).await;
        director.get(&format!("/courses/CANARY-{number}")).await;
    }
    app.visitor().try_to_sign_in("canary@fiji.example", PASSWORD).await;
    let after = figures(&app).await;
    for word in ["canary", "CANARY", "jclec", PASSWORD, "@"] {
        assert!(!after.contains(word), "{word}: {after}");
    }
    let grown = after.lines().count() - before;
    assert!(grown < 80, "{grown} lines more: {after}");
}

#[tokio::test]
async fn figures_are_not_for_the_public_and_off_unless_asked_for() {
    let app = counting().await;
    for person in [app.visitor(), app.administrator().await] {
        person.get("/metrics").await.is(404);
    }
    let silent = TestApp::new().await;
    assert_eq!(figures(&silent).await, "");
}

#[tokio::test]
async fn while_the_database_is_away_the_figures_say_so() {
    let app = counting().await;
    app.visitor().get("/catalogue").await.is(200);
    app.app.db.clone().close().await.expect("closed");
    let figures = figures(&app).await;
    assert_eq!(value(&figures, "rctm_database_up"), Some(0.0), "{figures}");
    assert!(figures.contains("rctm_http_requests_total"), "{figures}");
}
