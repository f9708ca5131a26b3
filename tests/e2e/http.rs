//! Requests that no browser of ours sends: forged, misdirected, malformed, too slow.
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request, header};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rctm::identity::Visitor;
use tests::{PASSWORD, Person, Reply, Served, TestApp};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An id that nothing has.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

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
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { NOBODY } else { part });
    parts.collect::<Vec<_>>().join("/")
}

fn writes() -> Vec<String> {
    let listed = rctm::app::pages().listed;
    listed.iter().filter(|route| route.method != Method::GET).map(|r| filled(r.path)).collect()
}

async fn everybody(app: &TestApp) -> Vec<Person> {
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
    for path in writes() {
        for forgery in FORGERIES {
            for person in &people {
                let mut request = Request::post(&path)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                for (name, value) in forgery {
                    request = request.header(*name, *value);
                }
                let reply = person.send(request.body(Body::empty()).expect("a request")).await;
                assert_eq!(reply.status.as_u16(), 403, "{path} takes {forgery:?}");
            }
        }
    }
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

/// One malformed request: method, address, headers, body.
type Noise = (String, String, Vec<(String, Vec<u8>)>, Vec<u8>);

fn noise(paths: Vec<String>) -> impl Strategy<Value = Noise> {
    let method = prop::sample::select(vec![
        "GET", "GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS",
        "TRACE", "PROPFIND",
    ]);
    let bits = prop::sample::select(vec![
        "%00",
        "%FF",
        "%C3%28",
        "..",
        "%2e%2e%2f",
        "'",
        "%27--",
        "{}",
        "%ED%A0%80",
        "a",
        "-1",
        "9999999999999999999999",
        "%0d%0aSet-Cookie:x=y",
        "\u{202e}",
        "[]",
        "%",
        "%zz",
        "NaN",
        "1e400",
        "%F0%9F%92%A9",
        "00000000-0000-0000-0000-000000000000",
        "'||pg_sleep(9)||'",
    ]);
    let bit = || bits.clone().prop_map(str::to_owned);
    let fields = prop::sample::select(vec![
        "email",
        "password",
        "next",
        "membership",
        "q",
        "page",
        "sort",
        "id",
        "current",
        "code",
        "title",
        "type",
        "lang",
        "mode",
        "centre",
        "reason",
        "round",
        "answers[0]",
        "name",
        "",
    ]);
    let pair = (fields, prop::collection::vec(bit(), 0..3))
        .prop_map(|(name, bits)| format!("{name}={}", bits.concat()));
    let pairs = prop::collection::vec(pair, 0..5).prop_map(|pairs| pairs.join("&"));
    let path = (prop::sample::select(paths), prop::option::of(bit()), prop::bool::weighted(0.3))
        .prop_map(|(path, bit, deeper)| match bit {
            Some(bit) if deeper => format!("{path}/{bit}"),
            Some(bit) => path.replace(NOBODY, &bit),
            None => path,
        });
    let uri = (path, prop::option::of(pairs.clone()))
        .prop_map(|(path, query)| query.map_or(path.clone(), |query| format!("{path}?{query}")));
    let header = (
        prop::sample::select(vec![
            "accept",
            "accept-language",
            "accept-encoding",
            "cookie",
            "if-none-match",
            "range",
            "content-type",
            "x-forwarded-for",
            "authorization",
            "expect",
            "origin",
        ]),
        prop::collection::vec(32_u8..=255, 0..60),
    )
        .prop_map(|(name, value)| (name.to_owned(), value));
    let body = prop_oneof![
        4 => pairs.prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..200),
    ];
    (method.prop_map(str::to_owned), uri, prop::collection::vec(header, 0..4), body)
}

/// The request, where HTTP can carry it at all.
fn request((method, uri, headers, body): Noise) -> Option<Request<Body>> {
    let mut request = Request::builder().method(method.as_str()).uri(uri);
    request = request
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        let value = axum::http::HeaderValue::from_bytes(&value).ok()?;
        let name = axum::http::HeaderName::from_bytes(name.as_bytes()).ok()?;
        if name != header::COOKIE {
            request.headers_mut()?.insert(name, value);
        }
    }
    request.body(Body::from(body)).ok()
}

#[tokio::test]
async fn two_thousand_malformed_requests_break_nothing() {
    let app = TestApp::new().await;
    let people = everybody(&app).await;
    let mut paths: Vec<_> = rctm::app::pages().listed.iter().map(|r| filled(r.path)).collect();
    paths.extend(rctm::app::standing().listed.iter().map(|route| route.path.to_owned()));
    paths.retain(|path| path != "/sign-out");
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    let noise = noise(paths);
    let mut sent = 0;
    while sent < 2_000 {
        let made = noise.new_tree(&mut runner).expect("noise").current();
        let described = format!("{made:?}");
        let Some(request) = request(made) else { continue };
        let reply = people[sent % people.len()].send(request).await;
        assert!(!reply.status.is_server_error(), "{} to {described}", reply.status);
        says_nothing_of_the_inside(&reply);
        sent += 1;
    }
}

#[track_caller]
fn says_nothing_of_the_inside(reply: &Reply) {
    for inside in ["sqlx", "sea_orm", "panicked", ".rs:", "SELECT ", "RUST_BACKTRACE"] {
        reply.does_not_say(inside);
    }
}

async fn slow(_: Visitor) -> &'static str {
    tokio::time::sleep(Duration::from_secs(5)).await;
    "late"
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_a_page_that_says_so() {
    let pages = rctm::app::pages().get("/slow", slow);
    let hurried = |settings: &mut rctm::base::config::Settings| {
        settings.limits.answer_within = Duration::from_millis(50);
    };
    let app = TestApp::serving(hurried, pages).await;
    let reply = app.visitor().get("/slow").await;
    reply.is(503).says("<h1>").says("Busy");
    assert_eq!(reply.header("retry-after"), Some("10"));
}

#[tokio::test]
async fn more_requests_than_can_be_answered_are_told_to_come_back() {
    let pages = rctm::app::pages().get("/slow", slow);
    let narrow = |settings: &mut rctm::base::config::Settings| settings.limits.at_once = 1;
    let app = TestApp::serving(narrow, pages).await;
    let (first, second) = (app.visitor(), app.visitor());
    let late = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        second.get("/sign-in").await
    };
    let (slow, refused) = tokio::join!(first.get("/slow"), late);
    slow.is(200);
    refused.is(503).says("<h1>");
    assert_eq!(refused.header("retry-after"), Some("2"));
}

async fn hurried() -> Served {
    Served::with(|settings| {
        settings.limits.headers_within = Duration::from_millis(300);
        settings.limits.body_within = Duration::from_millis(300);
    })
    .await
}

/// What comes back until the server closes, and how long that takes.
async fn until_closed(served: &Served, sent: &str) -> (String, Duration) {
    let mut stream = TcpStream::connect(served.address).await.expect("a connection");
    let sent = sent.replace("HOST", &served.address.to_string());
    stream.write_all(sent.as_bytes()).await.expect("it is sent");
    let began = Instant::now();
    let mut answer = Vec::new();
    let closed = stream.read_to_end(&mut answer);
    let closed = tokio::time::timeout(Duration::from_secs(5), closed).await;
    assert!(closed.is_ok(), "still open after five seconds: {sent:?}");
    (String::from_utf8_lossy(&answer).into_owned(), began.elapsed())
}

#[tokio::test]
async fn connections_that_say_nothing_or_never_finish_are_closed() {
    let served = hurried().await;
    for half in ["", "GET /sign-in HT", "GET /sign-in HTTP/1.1\r\nHost: HOST\r\nX-Half: "] {
        let (_, took) = until_closed(&served, half).await;
        assert!(took < Duration::from_secs(2), "{half:?} was open for {took:?}");
    }
    served.stop().await;
}

#[tokio::test]
async fn two_hundred_half_open_connections_keep_nobody_waiting() {
    let served = hurried().await;
    let mut held = Vec::new();
    for _ in 0..200 {
        let mut stream = TcpStream::connect(served.address).await.expect("a connection");
        stream.write_all(b"GET /sign-in HTTP/1.1\r\nHo").await.expect("it is sent");
        held.push(stream);
    }
    let whole = "GET /sign-in HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n";
    let (answer, took) = until_closed(&served, whole).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(took < Duration::from_millis(500), "{took:?}");
    for mut stream in held {
        let mut rest = Vec::new();
        let closed = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest));
        assert!(closed.await.is_ok(), "a half-open connection is kept");
    }
    served.stop().await;
}

#[tokio::test]
async fn a_form_that_does_not_arrive_whole_is_a_page_that_says_so() {
    let served = hurried().await;
    let half = "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\
        Connection: close\r\n\r\nemail=a";
    let (answer, _) = until_closed(&served, half).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("<h1>"), "{answer}");
    served.stop().await;
}

#[tokio::test]
async fn a_body_without_end_or_with_two_lengths_is_refused() {
    let served = hurried().await;
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
    let endless = "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\
        Connection: close\r\n\r\n"
        .to_owned()
        + chunk.repeat(5).as_str();
    let (answer, _) = until_closed(&served, &endless).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    let two = "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n\
        Content-Length: 5\r\n\r\nabcde";
    let (answer, _) = until_closed(&served, two).await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    let many = (0..150).map(|n| format!("X-H{n}: y\r\n")).collect::<String>();
    let many = format!("GET /sign-in HTTP/1.1\r\nHost: HOST\r\n{many}\r\n");
    let (answer, _) = until_closed(&served, &many).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    served.stop().await;
}

/// What a page costs on the wire: its own bytes as browsers are sent them (brotli).
async fn bytes_of(person: &Person, path: &str) -> usize {
    let request = Request::get(path).header(header::ACCEPT_ENCODING, "br");
    let response = person.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(response.headers.get(header::CONTENT_ENCODING).expect("an encoding"), "br");
    response.bytes
}

#[tokio::test]
async fn a_first_visit_fits_into_the_first_window() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let mut frame = bytes_of(&visitor, rctm::base::assets::STYLESHEET).await;
    frame += bytes_of(&visitor, rctm::base::assets::ICON).await;
    let listed = rctm::app::pages().listed;
    let public = listed.iter().filter(|route| {
        route.method == Method::GET && route.may == ["everyone"] && !route.path.contains('{')
    });
    for route in public {
        let reply = visitor.get(route.path).await;
        if reply.header("content-type") != Some("text/html; charset=utf-8") {
            continue;
        }
        let whole = frame + bytes_of(&visitor, route.path).await;
        println!("{}: {whole} bytes with stylesheet and icon", route.path);
        assert!(whole <= 14_600, "{}: {whole} bytes, of which {frame} around it", route.path);
    }
}
