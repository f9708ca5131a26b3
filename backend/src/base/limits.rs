//! What is refused before anybody looks at it: another host, too large, too slow, too many.
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use super::App;
use super::error::Error;

/// How slow and how large requests may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a client may take to send its headers; silent connections end after it too.
    pub headers_within: Duration,
    /// How long the rest of a request may take to arrive.
    pub body_within: Duration,
    /// How long an answer may take.
    pub answer_within: Duration,
    /// The largest body of a request, in bytes: a whole sheet is a tenth of it.
    pub largest_body: usize,
    /// The largest table that is taken as a file, in bytes.
    pub largest_table: usize,
    /// How long a table may take to arrive, over a slow line.
    pub table_within: Duration,
    /// Requests answered at once; more are told to come back.
    pub at_once: usize,
    /// How long whoever sends a file may be silent.
    pub file_silent_within: Duration,
    /// How long a file may take to arrive.
    pub file_within: Duration,
}

/// Where tables are sent to, below the roots of the pages and of the API.
const TAKES_TABLES: [&str; 1] = ["/course-imports"];

/// Whether tables are sent to this path.
pub(super) fn takes_tables(path: &str) -> bool {
    TAKES_TABLES.contains(&path)
}

impl Limits {
    /// The largest body that is taken at this path, in bytes. A table may be wrapped, in a form or
    /// in letters that JSON takes, which makes it half as large again.
    pub fn largest_body_at(&self, path: &str) -> usize {
        if takes_tables(path) { self.largest_table / 2 * 3 } else { self.largest_body }
    }

    /// How long a body may take to arrive at this path.
    pub fn body_within_at(&self, path: &str) -> Duration {
        if takes_tables(path) { self.table_within } else { self.body_within }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            headers_within: Duration::from_secs(10),
            body_within: Duration::from_secs(10),
            answer_within: Duration::from_secs(20),
            largest_body: 256 * 1024,
            largest_table: 8 * 1024 * 1024,
            table_within: Duration::from_mins(5),
            at_once: 512,
            file_silent_within: Duration::from_secs(30),
            file_within: Duration::from_mins(55),
        }
    }
}

/// Refuses what is addressed to another host than the public address: links in emails and
/// redirects can then not be bent. Probes of health come by whatever name they know.
pub async fn own_host_only(State(app): State<App>, request: Request, next: Next) -> Response {
    let probe = request.uri().path().starts_with("/healthz/");
    if probe || is_for(app.settings.host(), request.uri(), request.headers()) {
        next.run(request).await
    } else {
        Error::Misdirected.into_response()
    }
}

fn is_for(own: &str, uri: &Uri, headers: &HeaderMap) -> bool {
    let named = headers.get_all(header::HOST);
    let own = own.as_bytes();
    headers.contains_key(header::HOST)
        && named.iter().all(|host| host.as_bytes().eq_ignore_ascii_case(own))
        && uri.authority().is_none_or(|at| at.as_str().as_bytes().eq_ignore_ascii_case(own))
}

/// Refuses bodies that are said to be larger than we take; [`super::extract`] stops those that
/// do not say.
pub async fn no_larger(State(app): State<App>, request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()).and_then(|text| text.parse().ok());
    let most = app.settings.limits.largest_body_at(request.uri().path());
    if length.is_some_and(|length: usize| length > most) {
        return Error::TooLarge.into_response();
    }
    next.run(request).await
}

/// Answers 503 where an answer takes too long.
pub async fn in_time(State(app): State<App>, request: Request, next: Next) -> Response {
    let limits = &app.settings.limits;
    let path = request.uri().path();
    let arrives = if takes_tables(path) { limits.table_within } else { Duration::ZERO };
    let answer = tokio::time::timeout(limits.answer_within + arrives, next.run(request)).await;
    answer.unwrap_or_else(|_| {
        tracing::error!("An answer took too long");
        Error::Busy(10).into_response()
    })
}

/// Answers 503 at once where too many requests are under way already.
pub async fn not_too_many(
    State(room): State<Arc<Semaphore>>,
    request: Request,
    next: Next,
) -> Response {
    match room.try_acquire() {
        Ok(_place) => next.run(request).await,
        Err(_) => Error::Busy(2).into_response(),
    }
}

/// Answers 503 to whatever begins after the program was told to stop; what is under way goes on.
pub async fn not_while_stopping(State(app): State<App>, request: Request, next: Next) -> Response {
    if app.health.is_stopping() && !request.uri().path().starts_with("/healthz/") {
        Error::Busy(5).into_response()
    } else {
        next.run(request).await
    }
}

/// What a panic is to the visitor: our own fault. Its words go to the log only.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over like that")]
pub fn on_panic(panic: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
    Error::Internal(anyhow::anyhow!("a handler panicked: {text}")).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(uri: &str, hosts: &[&str]) -> bool {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(header::HOST, host.parse().expect("a header"));
        }
        is_for("rctm.example", &uri.parse().expect("an address"), &headers)
    }

    #[test]
    fn only_our_own_host_is_answered() {
        assert!(judged("/", &["rctm.example"]));
        assert!(judged("/", &["RCTM.example"]));
        for (uri, hosts) in [
            ("/", &[][..]),
            ("/", &["evil.example"]),
            ("/", &["rctm.example:8080"]),
            ("/", &["rctm.example.evil.example"]),
            ("/", &["rctm.example", "evil.example"]),
            ("http://evil.example/", &["rctm.example"]),
        ] {
            assert!(!judged(uri, hosts), "{uri} {hosts:?}");
        }
    }
}
