//! Public pages that are kept ready: whoever reads them sees every change at once.
use axum::body::Body;
use axum::http::{Request, header};
use rctm::base::App;
use tests::{Person, Reply, TestApp};
use tower::ServiceExt;

/// Takes a course out of the catalogue.
async fn suspend(director: &Person, code: &str) {
    let revision = director.get(&format!("/courses/{code}/edit")).await.revision();
    let fields = [("revision", revision.as_str()), ("reason", "The manual is being rewritten.")];
    let reply = director.post(&format!("/courses/{code}/suspension"), &fields).await;
    reply.leads_to(&format!("/courses/{code}"));
}

/// Another program on the same database.
async fn second_instance(app: &TestApp) -> App {
    let settings = (*app.app.settings).clone();
    rctm::app::open(settings, app.app.clock.clone()).await.expect("the database opens")
}

async fn read(app: &App, path: &str) -> String {
    let request = Request::get(path).header(header::HOST, app.settings.host());
    let request = request.body(Body::empty()).expect("a request");
    let response = rctm::app::router(app.clone()).oneshot(request).await.expect("an answer");
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    String::from_utf8(body.to_vec()).expect("text")
}

async fn packed(person: &Person, path: &str) -> Reply {
    let request = Request::get(path).header(header::ACCEPT_ENCODING, "gzip, br");
    person.send(request.body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn a_visitor_sees_at_once_what_a_centre_changes() {
    let app = TestApp::new().await;
    let (visitor, director) = (app.visitor(), app.director("JCLEC").await);
    for path in ["/catalogue", "/catalogue?q=lia-201", "/courses/LIA-201"] {
        visitor.get(path).await.is(200);
        visitor.get(path).await.is(200).does_not_say("Suspended since");
    }
    suspend(&director, "LIA-201").await;
    visitor.get("/catalogue").await.says("33 courses");
    visitor.get("/catalogue?q=lia-201").await.does_not_say("/courses/LIA-201\"");
    visitor.get("/courses/LIA-201").await.says("Suspended since");
}

#[tokio::test]
async fn a_program_sees_at_once_what_a_centre_changes() {
    let app = TestApp::new().await;
    let list = "/api/v1/courses?limit=200";
    for _ in 0..2 {
        assert!(read(&app.app, list).await.contains("\"LIA-201\""));
    }
    suspend(&app.director("JCLEC").await, "LIA-201").await;
    assert!(!read(&app.app, list).await.contains("\"LIA-201\""));
}

#[tokio::test]
async fn nobody_gets_a_list_for_programs_in_the_place_of_a_page() {
    let app = TestApp::new().await;
    for _ in 0..2 {
        assert!(read(&app.app, "/api/v1/courses").await.contains("\"items\""));
    }
    // Below its root the list has the address of the page on which a centre sees its courses.
    assert!(!read(&app.app, "/courses").await.contains("\"items\""));
}

#[tokio::test]
async fn a_visitor_of_another_instance_sees_it_as_well() {
    let app = TestApp::new().await;
    let other = second_instance(&app).await;
    assert!(read(&other, "/catalogue").await.contains("34 courses"));
    assert!(!read(&other, "/courses/LIA-201").await.contains("Suspended since"));
    suspend(&app.director("JCLEC").await, "LIA-201").await;
    assert!(read(&other, "/catalogue").await.contains("33 courses"));
    assert!(read(&other, "/courses/LIA-201").await.contains("Suspended since"));
}

#[tokio::test]
async fn a_page_that_was_ready_is_the_same_as_one_just_made() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let made = visitor.get("/courses/LIA-201").await;
    let ready = visitor.get("/courses/LIA-201").await;
    assert_eq!(made.text, ready.text);
    for name in ["content-type", "cache-control", "vary", "etag", "content-security-policy"] {
        assert_eq!(made.header(name), ready.header(name), "{name}");
        assert!(ready.header(name).is_some(), "{name}");
    }
    let packed = packed(&visitor, "/courses/LIA-201").await;
    assert_eq!(packed.header("content-encoding"), Some("br"));
    assert_eq!(packed.header("etag"), made.header("etag"));
    assert!(packed.bytes * 3 < made.bytes, "{} of {}", packed.bytes, made.bytes);
    let known = Request::get("/courses/LIA-201")
        .header(header::IF_NONE_MATCH, made.header("etag").expect("a tag"));
    let unchanged = visitor.send(known.body(Body::empty()).expect("a request")).await;
    unchanged.is(304);
    assert_eq!(unchanged.bytes, 0);
}

#[tokio::test]
async fn whoever_is_signed_in_gets_no_page_of_a_visitor() {
    let app = TestApp::new().await;
    let (visitor, fiji) = (app.visitor(), app.focal_point("Fiji").await);
    for path in ["/catalogue", "/courses/LIA-201"] {
        visitor.get(path).await.is(200).does_not_say("Fiji");
        let own = fiji.get(path).await;
        own.is(200).says("Fiji");
        assert_eq!(own.header("cache-control"), Some("no-store"));
        visitor.get(path).await.does_not_say("Fiji");
    }
}
