//! How malformed requests are made: doors of ours, and everything wrong with what is sent there.
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, header};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::BoxedStrategy;

use super::bodies::{bit, body, pairs};
use super::ends_a_session;
use crate::probes::cast::One;
use crate::probes::doors;
use crate::probes::world::World;

/// The most of a body that a failure shows, in characters.
const SHOWN: usize = 300;

/// One malformed request.
#[derive(Clone, Debug)]
pub struct Noise {
    /// Who sends it.
    pub who: usize,
    method: String,
    uri: String,
    headers: Vec<(&'static str, Vec<u8>)>,
    kind: &'static str,
    body: Vec<u8>,
}

impl Noise {
    /// The request as a failure shows it.
    pub fn describe(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let shown: String = text.chars().take(SHOWN).collect();
        let headers: Vec<_> = self
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value)))
            .collect();
        let uri: String = self.uri.chars().take(SHOWN).collect();
        let (who, method, kind, bytes) = (self.who, &self.method, self.kind, self.body.len());
        format!("{method} {uri} by {who} with {headers:?}, {kind}, {bytes} bytes: {shown:?}")
    }
}

/// What begins with a door of ours: to a thing that is there, or to something hostile.
fn uri(world: &World) -> BoxedStrategy<String> {
    let mut addresses = Vec::new();
    for door in doors::all() {
        for thing in door.things(world) {
            addresses.push((door.path.clone(), door.address(thing.as_ref())));
        }
    }
    let path = (select(addresses), bit(), 0..10).prop_map(|((pattern, address), bit, how)| {
        let hostile =
            |part: &str| if part.starts_with('{') { bit.clone() } else { part.to_owned() };
        match how {
            0..=4 => address,
            5..=7 => pattern.split('/').map(hostile).collect::<Vec<_>>().join("/"),
            8 => format!("{address}/{bit}"),
            _ => format!("/{bit}"),
        }
    });
    let query = prop::option::weighted(0.5, pairs());
    let uri = (path, query).prop_map(|(path, query)| match query {
        Some(query) => format!("{path}?{query}"),
        None => path,
    });
    uri.boxed()
}

fn method() -> impl Strategy<Value = String> {
    let usual = select(vec!["GET", "GET", "GET", "POST", "POST", "POST", "PUT", "PATCH"]);
    let other = select(vec!["HEAD", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "CONNECT", "BREW"]);
    prop_oneof![6 => usual, 1 => other].prop_map(str::to_owned)
}

fn a_header() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let name = select(vec![
        "accept",
        "accept-encoding",
        "accept-language",
        "authorization",
        "content-encoding",
        "cookie",
        "expect",
        "host",
        "idempotency-key",
        "if-match",
        "if-none-match",
        "origin",
        "range",
        "sec-fetch-site",
        "x-forwarded-for",
        "x-http-method-override",
        "x-request-id",
    ]);
    let said = select(vec![
        "*",
        "*/*",
        "\"1\"",
        "\"2\"",
        "W/\"1\"",
        "\"99999999999999999999\"",
        "bytes=0-0,-1",
        "100-continue",
        "gzip",
        "Bearer",
        "Bearer x.y.z",
        "Basic Og==",
        "ar;q=1e9,id;q=-1,*;q=NaN",
        "__Host-rctm=\"; __Host-rctm-device=a.b; lang=\u{1}",
        "same-origin",
        "null",
        "DELETE",
    ]);
    let value = prop_oneof![
        3 => said.prop_map(|text| text.as_bytes().to_vec()),
        2 => prop::collection::vec(32_u8..=255, 0..60),
        1 => prop::collection::vec(33_u8..=126, 2_000..9_000),
    ];
    (name, value)
}

/// Malformed requests.
pub fn noise(world: &World) -> impl Strategy<Value = Noise> + use<> {
    let kind = select(vec![
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/json",
        "application/json",
        "application/json; charset=\"",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/octet-stream",
        "",
    ]);
    let what = (method(), uri(world), prop::collection::vec(a_header(), 0..4));
    (any::<usize>(), what, kind, body()).prop_map(|(who, (method, uri, headers), kind, body)| {
        Noise { who, method, uri, headers, kind, body }
    })
}

/// The request, where HTTP can carry it at all and it leaves people signed in.
pub fn request(noise: Noise, one: &One) -> Option<Request<Body>> {
    let method = Method::from_bytes(noise.method.as_bytes()).ok()?;
    if ends_a_session(&method, &noise.uri) {
        return None;
    }
    let mut request =
        Request::builder().method(method).uri(&noise.uri).body(Body::from(noise.body)).ok()?;
    let headers = request.headers_mut();
    headers.insert(header::ORIGIN, HeaderValue::from_static("http://127.0.0.1:8080"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(noise.kind));
    for (name, value) in noise.headers {
        let value = HeaderValue::from_bytes(&value).ok()?;
        // Whoever is signed in stays so, and what programs are told is compared as it is.
        let kept = match name {
            "cookie" => one.email.is_empty(),
            "accept-encoding" => one.program.is_none(),
            _ => true,
        };
        if kept {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    Some(request)
}
