//! Logs, and the number of each request in them. No address, name, token or body goes into them.
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use tracing_subscriber::EnvFilter;

use super::secrets::random_token;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The number of a request: in its answer, on its page of error and in every line of its log.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Starts logging to standard error: one JSON object a line, or lines for people.
pub fn start(json: bool) {
    let filter =
        EnvFilter::try_from_env("RCTM_LOG").unwrap_or_else(|_| EnvFilter::new("rctm=info,warn"));
    // A line that cannot be written is lost. Saying so on standard error would panic there.
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .log_internal_errors(false);
    if json { logs.json().with_span_list(false).init() } else { logs.init() }
}

/// Numbers the request and logs its answer: method, route (not the address), status, time taken.
pub async fn log(mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = random_token().chars().take(16).collect::<String>();
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let span = tracing::info_span!("request", id, %method, route);
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(status, ms, "Answered {status} in {ms} ms"));
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}
