//! What browsers report: something on a page that the content security policy forbids.
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::State;
use axum::http::StatusCode;
use serde_json::Value;
use url::Url;

use super::App;
use super::extract::Bounded;
use super::routes::Anyone;

static REPORTED: AtomicU64 = AtomicU64::new(0);
/// The longest path of a page that is logged, in characters.
const LONGEST_PATH: usize = 120;

/// How many violations have been reported since the program started.
pub fn reported() -> u64 {
    REPORTED.load(Ordering::Relaxed)
}

/// Takes reports. Only directive and path of the page are logged, and after a hundred reports
/// only every doubling, so that nobody fills the log.
pub async fn report(_: Anyone, State(_): State<App>, Bounded(body): Bounded) -> StatusCode {
    let Ok(body) = serde_json::from_slice::<Value>(&body) else { return StatusCode::BAD_REQUEST };
    for (directive, page) in violations(&body) {
        let total = REPORTED.fetch_add(1, Ordering::Relaxed) + 1;
        if total <= 100 || total.is_power_of_two() {
            tracing::warn!(?directive, ?page, total, "A browser reports a violation of the policy");
        }
    }
    StatusCode::NO_CONTENT
}

/// Directive and path of each violation, in both forms that browsers send.
fn violations(body: &Value) -> Vec<(String, String)> {
    let old = body.get("csp-report").map(|report| {
        let directive = report.get("effective-directive").or(report.get("violated-directive"));
        (directive, report.get("document-uri"))
    });
    let new = body.as_array().into_iter().flatten().filter_map(|report| {
        let body = report.get("body")?;
        Some((body.get("effectiveDirective"), body.get("documentURL")))
    });
    old.into_iter().chain(new).take(20).map(|(what, at)| (directive(what), path(at))).collect()
}

fn directive(value: Option<&Value>) -> String {
    let text = value.and_then(Value::as_str).unwrap_or_default();
    text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').take(40).collect()
}

fn path(value: Option<&Value>) -> String {
    let url = value.and_then(Value::as_str).and_then(|text| Url::parse(text).ok());
    url.map(|url| url.path().chars().take(LONGEST_PATH).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_report_only_directive_and_path_are_kept() {
        let old = serde_json::json!({"csp-report": {
            "document-uri": "https://rctm.example/courses?q=secret#here",
            "violated-directive": "script-src-elem 'self'",
            "blocked-uri": "inline"}});
        let new = serde_json::json!([{"type": "csp-violation", "body": {
            "documentURL": "https://rctm.example/demand?token=x",
            "effectiveDirective": "style-src-attr"}}]);
        assert_eq!(violations(&old), [("script-src-elem".into(), "/courses".into())]);
        assert_eq!(violations(&new), [("style-src-attr".into(), "/demand".into())]);
        assert!(violations(&serde_json::json!("noise")).is_empty());
    }
}
