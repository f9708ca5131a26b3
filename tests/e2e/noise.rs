//! Thousands of malformed requests, of which none breaks anything.
use axum::body::Body;
use axum::http::{Request, header};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tests::{Reply, TestApp};

use super::http::{NOBODY, everybody, filled};

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
