//! Forged requests: a form is taken only from our own pages.
//!
//! Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`). A request that changes
//! something must say that it comes from here, so a token in every form is not needed.
//!
//! One address takes a POST from anywhere: a mail program that stops emails for its owner
//! (RFC 8058) sends neither header. The signed token of the address is its right to do so.
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::App;
use super::error::Error;
use super::secrets::SecretKey;

/// What the token of an address is signed for that stops a kind of news.
pub const STOP_PURPOSE: &str = "unsubscribe";
/// What the token of an address is signed for that ends a subscription.
pub const END_PURPOSE: &str = "end subscription";
/// Where emails are stopped: the rest of the path is a token, signed for this.
const STOPS: [(&str, &str); 2] =
    [("/unsubscribe/", STOP_PURPOSE), ("/subscriptions/stop/", END_PURPOSE)];

/// Refuses requests that change something and do not come from our own pages.
pub async fn own_pages_only(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads
        || comes_from(request.headers(), app.settings.origin())
        || stops_emails(&request, &app.settings.secret_key)
    {
        next.run(request).await
    } else {
        Error::Forbidden.into_response()
    }
}

/// Whether it does nothing but stop emails, by a link that we signed.
fn stops_emails(request: &Request, key: &SecretKey) -> bool {
    let path = request.uri().path();
    let signed = |(place, purpose): &(&str, &'static str)| {
        path.strip_prefix(place).is_some_and(|token| key.verify(purpose, token).is_some())
    };
    *request.method() == Method::POST && STOPS.iter().any(signed)
}

/// Whether a request says that it comes from our own pages.
///
/// Every such header must say so: a second one that differs is a forgery as well.
pub(super) fn comes_from(headers: &HeaderMap, own: &str) -> bool {
    let sites = headers.get_all("sec-fetch-site");
    let origins = headers.get_all(header::ORIGIN);
    let said = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    said && sites.iter().all(|site| site == "same-origin") && origins.iter().all(|at| at == own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().expect("a header"));
        }
        comes_from(&headers, "https://rctm.example")
    }

    #[test]
    fn only_our_own_pages_may_change_something() {
        assert!(judged(&[("origin", "https://rctm.example")]));
        assert!(judged(&[("sec-fetch-site", "same-origin")]));
        for forged in [
            &[][..],
            &[("origin", "null")],
            &[("origin", "https://rctm.example.evil")],
            &[("origin", "http://rctm.example")],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
            &[("origin", "https://rctm.example"), ("origin", "https://evil.example")],
            &[("origin", "https://rctm.example"), ("sec-fetch-site", "cross-site")],
        ] {
            assert!(!judged(forged), "{forged:?}");
        }
    }

    #[test]
    fn a_signed_link_stops_emails_from_anywhere_and_does_nothing_else() {
        let key = SecretKey::read(&SecretKey::generate()).expect("a key");
        let other = SecretKey::read(&SecretKey::generate()).expect("a key");
        let token = key.sign(STOP_PURPOSE, "account kind");
        let passes = |method: Method, path: &str| {
            let request = Request::builder().method(method).uri(path);
            stops_emails(&request.body(axum::body::Body::empty()).expect("a request"), &key)
        };
        assert!(passes(Method::POST, &format!("/unsubscribe/{token}")));
        let end = key.sign(END_PURPOSE, "subscription");
        assert!(passes(Method::POST, &format!("/subscriptions/stop/{end}")));
        assert!(!passes(Method::POST, &format!("/unsubscribe/{end}")));
        assert!(!passes(Method::POST, &format!("/subscriptions/stop/{token}")));
        for path in [
            format!("/unsubscribe/{}", other.sign(STOP_PURPOSE, "account kind")),
            format!("/unsubscribe/{}", key.sign("device", "account kind")),
            format!("/unsubscribe/{token}/more"),
            format!("/unsubscribe/x/{token}"),
            format!("/notices/{token}"),
            format!("/notices?/unsubscribe/{token}"),
            "/unsubscribe/".to_owned(),
        ] {
            assert!(!passes(Method::POST, &path), "{path}");
        }
        assert!(!passes(Method::DELETE, &format!("/unsubscribe/{token}")));
    }
}
