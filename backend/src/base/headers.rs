//! The headers of every answer, exactly as the security document lists them.
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::App;

const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'; \
    report-to csp; report-uri /csp-report";
const PAGE_POLICY_OVER_TLS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests; \
    report-to csp; report-uri /csp-report";
const BARE_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";
const DOWNLOAD_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
    payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

const REFERRER_POLICY: HeaderName = header::REFERRER_POLICY;
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const CROSS_DOMAIN: HeaderName = HeaderName::from_static("x-permitted-cross-domain-policies");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const REPORTING: HeaderName = HeaderName::from_static("reporting-endpoints");

/// Marks a public page: a cache may keep it and ask whether it is still current.
#[derive(Clone, Copy)]
pub struct Public;

/// Adds the headers that belong to the kind of answer.
pub async fn harden(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let public = response.extensions_mut().remove::<Public>().is_some();
    let secure = app.settings.is_secure();
    let headers = response.headers_mut();
    everywhere(headers, secure);
    if is_html(headers) {
        page(headers, public, secure);
    } else if headers.contains_key(header::CONTENT_DISPOSITION) {
        unless_set(headers, header::CONTENT_SECURITY_POLICY, DOWNLOAD_POLICY);
        unless_set(headers, header::CACHE_CONTROL, "no-store");
    } else {
        unless_set(headers, header::CONTENT_SECURITY_POLICY, BARE_POLICY);
        unless_set(headers, header::CACHE_CONTROL, "no-store");
    }
    response
}

fn everywhere(headers: &mut HeaderMap, secure: bool) {
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "same-origin");
    set(headers, RESOURCE_POLICY, "same-origin");
    set(headers, CROSS_DOMAIN, "none");
    if secure {
        set(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
}

fn page(headers: &mut HeaderMap, public: bool, secure: bool) {
    let policy = if secure { PAGE_POLICY_OVER_TLS } else { PAGE_POLICY };
    set(headers, header::CONTENT_SECURITY_POLICY, policy);
    set(headers, REPORTING, "csp=\"/csp-report\"");
    set(headers, OPENER_POLICY, "same-origin");
    set(headers, header::X_FRAME_OPTIONS, "DENY");
    set(headers, PERMISSIONS_POLICY, PERMISSIONS);
    set(headers, header::VARY, "Cookie, Accept-Language");
    let cacheable = public && !headers.contains_key(header::SET_COOKIE);
    set(headers, header::CACHE_CONTROL, if cacheable { "no-cache" } else { "no-store" });
}

fn is_html(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

fn unless_set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
