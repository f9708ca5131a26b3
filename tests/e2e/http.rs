//! Requests that no browser of ours sends: forged, misdirected, unreadable.
use axum::body::Body;
use axum::http::{Method, Request, header};
use tests::{PASSWORD, Person, TestApp};

/// An id that nothing has.
pub const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// What forgeries say about where they come from.
const FORGERIES: [&[(&str, &str)]; 13] = [
    &[],
    &[("origin", "null")],
    &[("origin", "https://evil.example")],
    &[("origin", "https://127.0.0.1:8080")],
    &[("origin", "http://127.0.0.1")],
    &[("origin", "http://127.0.0.1:8080.evil.example")],
    &[("origin", "http://localhost:8080")],
    &[("origin", "")],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
    &[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
];

/// A path with every parameter filled by an id that nothing has.
pub fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { NOBODY } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Every route that changes something for who has a session, by method and address.
fn writes() -> Vec<(Method, String)> {
    let listed = rctm::app::pages().listed;
    let changes = listed.into_iter().filter(|route| route.method != Method::GET);
    changes.map(|route| (route.method, filled(route.path))).collect()
}

pub async fn everybody(app: &TestApp) -> Vec<Person> {
    vec![
        app.visitor(),
        app.focal_point("Fiji").await,
        app.director("JCLEC").await,
        app.rso_manager().await,
        app.administrator().await,
    ]
}

#[tokio::test]
async fn no_forged_form_is_accepted_by_any_page_that_changes_something() {
    let app = TestApp::new().await;
    let people = everybody(&app).await;
    let mut tried = 0;
    for (method, path) in writes() {
        for forgery in FORGERIES {
            for person in &people {
                let mut request = Request::builder()
                    .method(&method)
                    .uri(&path)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                for (name, value) in forgery {
                    request = request.header(*name, *value);
                }
                let reply = person.send(request.body(Body::empty()).expect("a request")).await;
                assert_eq!(reply.status.as_u16(), 403, "{method} {path} takes {forgery:?}");
                tried += 1;
            }
        }
    }
    println!("{tried} forged forms, 0 accepted");
}

/// The API reads no cookie, so a browser cannot be made to write there in anybody's name.
#[tokio::test]
async fn no_session_writes_through_the_api_wherever_the_request_comes_from() {
    let app = TestApp::new().await;
    let people = everybody(&app).await;
    let own: &[(&str, &str)] =
        &[("origin", "http://127.0.0.1:8080"), ("sec-fetch-site", "same-origin")];
    let mut tried = 0;
    for route in rctm::app::api().routes.listed {
        if route.method == Method::GET || route.scope.is_none() {
            continue;
        }
        for forgery in FORGERIES.into_iter().chain([own]) {
            for person in &people {
                let uri = format!("/api/v1{}", filled(route.path));
                let mut request = Request::builder().method(&route.method).uri(&uri);
                request = request.header(header::CONTENT_TYPE, "application/json");
                for (name, value) in forgery {
                    request = request.header(*name, *value);
                }
                let reply = person.send(request.body(Body::from("{}")).expect("a request")).await;
                assert_eq!(reply.status.as_u16(), 401, "{} {uri} takes {forgery:?}", route.method);
                tried += 1;
            }
        }
    }
    println!("{tried} forged requests to the API, 0 accepted");
}

#[tokio::test]
async fn a_forged_sign_in_signs_nobody_in() {
    let app = TestApp::new().await;
    let form = format!("email=focal.point%40fiji.example&password={}", PASSWORD.replace(' ', "+"));
    for forgery in FORGERIES {
        let victim = app.visitor();
        let mut request = Request::post("/sign-in")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in forgery {
            request = request.header(*name, *value);
        }
        let reply = victim.send(request.body(Body::from(form.clone())).expect("a request")).await;
        reply.is(403);
        assert_eq!(victim.cookie("__Host-rctm"), None, "{forgery:?}");
    }
}

#[tokio::test]
async fn nothing_is_changed_by_reading() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    for tried in ["/sign-out", "/account/password", "/sign-in?email=a&password=b"] {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            let request = Request::builder().method(&method).uri(tried);
            let request = request
                .header("x-http-method-override", "POST")
                .header("x-method-override", "POST")
                .body(Body::empty())
                .expect("a request");
            let reply = person.send(request).await;
            let taken = reply.status.is_success() && !tried.starts_with("/sign-in");
            assert!(!taken, "{method} {tried} answers {}", reply.status);
        }
    }
    person.get("/account?_method=post").await.is(200);
    person.get("/account").await.is(200);
}

#[tokio::test]
async fn a_form_is_a_form_and_nothing_else() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", "*/*"] {
        let request = Request::post("/account/password")
            .header(header::ORIGIN, "http://127.0.0.1:8080")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from("current=a&password=b"))
            .expect("a request");
        person.send(request).await.is(400);
    }
}

#[tokio::test]
async fn a_request_to_another_host_gets_no_page_of_ours() {
    let app = TestApp::new().await;
    for host in [
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost:8080",
        "127.0.0.1:8080@evil.example",
        "127.0.0.1:8080, evil.example",
        "[::1]:8080",
        "",
    ] {
        let request = Request::get("/sign-in").header(header::HOST, host);
        let request = request
            .header("x-forwarded-host", "127.0.0.1:8080")
            .body(Body::empty())
            .expect("a request");
        let reply = app.visitor().send(request).await;
        assert_eq!(reply.status.as_u16(), 421, "{host:?}");
        reply.does_not_say("evil.example");
    }
    let forwarded = Request::get("/account").header("x-forwarded-host", "evil.example");
    let reply = app.visitor().send(forwarded.body(Body::empty()).expect("a request")).await;
    reply.leads_to("/sign-in?next=%2Faccount");
}

#[tokio::test]
async fn head_answers_like_get_without_the_page() {
    let app = TestApp::new().await;
    let request = Request::head("/sign-in").body(Body::empty()).expect("a request");
    let head = app.visitor().send(request).await;
    head.is(200);
    assert_eq!(head.text, "");
    assert_eq!(head.header("content-type"), Some("text/html; charset=utf-8"));
}

#[tokio::test]
async fn characters_that_no_database_takes_are_refused_at_the_door() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.post("/sign-in", &[("email", "a\0b@fiji.example"), ("password", "x")]).await.is(400);
    visitor.get("/sign-in?next=%00").await.is(400);
    let raw = |body: &'static [u8]| {
        Request::post("/sign-in")
            .header(header::ORIGIN, "http://127.0.0.1:8080")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a request")
    };
    visitor.send(raw(b"email=a\0b&password=x")).await.is(400);
    let reply = visitor.send(raw(b"email=%FF%FE&password=%C3%28")).await;
    assert!(reply.status.is_client_error(), "{}", reply.status);
}
