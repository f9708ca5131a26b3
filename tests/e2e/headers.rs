//! Every answer says to browsers exactly what the security document lists, kind by kind.
use axum::body::Body;
use axum::http::{Request, header};
use rctm::base::App;
use rctm::base::extract::Path;
use rctm::base::headers::Public;
use rctm::identity::Visitor;
use tests::{PASSWORD, Reply, TestApp};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
    base-uri 'none'; object-src 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'; \
    report-to csp; report-uri /csp-report";
const POLICY_OVER_TLS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests; \
    report-to csp; report-uri /csp-report";
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
    payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";
const BARE_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

#[track_caller]
fn has(reply: &Reply, name: &str, value: &str) {
    assert_eq!(reply.header(name), Some(value), "{name} of this {}", reply.status);
}

#[track_caller]
fn has_what_everything_has(reply: &Reply) {
    has(reply, "x-content-type-options", "nosniff");
    has(reply, "referrer-policy", "same-origin");
    has(reply, "cross-origin-resource-policy", "same-origin");
    has(reply, "x-permitted-cross-domain-policies", "none");
    assert_eq!(reply.header("x-request-id").map(str::len), Some(16));
    for absent in ["server", "x-powered-by", "access-control-allow-origin"] {
        assert_eq!(reply.header(absent), None, "{absent}");
    }
}

#[track_caller]
fn has_what_a_page_has(reply: &Reply) {
    has_what_everything_has(reply);
    has(reply, "content-type", "text/html; charset=utf-8");
    has(reply, "content-security-policy", POLICY);
    has(reply, "reporting-endpoints", "csp=\"/csp-report\"");
    has(reply, "cross-origin-opener-policy", "same-origin");
    has(reply, "x-frame-options", "DENY");
    has(reply, "permissions-policy", PERMISSIONS);
    has(reply, "vary", "Cookie, Accept-Language");
}

async fn a_public_page(_: Visitor) -> impl axum::response::IntoResponse {
    (axum::Extension(Public), axum::response::Html("<p>public</p>".repeat(20)))
}

async fn a_download(_: Visitor) -> impl axum::response::IntoResponse {
    ([(header::CONTENT_DISPOSITION, "attachment; filename=\"demand.csv\"")], "a,b\r\n")
}

async fn a_panic(_: Visitor) -> &'static str {
    panic!("with the word canary")
}

async fn a_parameter(_: Visitor, Path(number): Path<u32>) -> String {
    number.to_string()
}

async fn with_pages_of_every_kind() -> TestApp {
    let pages = rctm::app::pages()
        .get("/kinds/public", a_public_page)
        .get("/kinds/download", a_download)
        .get("/kinds/panic", a_panic)
        .get("/kinds/{number}", a_parameter);
    TestApp::serving(|_| {}, pages).await
}

#[tokio::test]
async fn a_page_carries_every_header_and_is_not_kept() {
    let app = with_pages_of_every_kind().await;
    let signed_in = app.focal_point("Fiji").await;
    for reply in [app.visitor().get("/sign-in").await, signed_in.get("/account").await] {
        reply.is(200);
        has_what_a_page_has(&reply);
        has(&reply, "cache-control", "no-store");
        assert_eq!(reply.header("strict-transport-security"), None, "over plain HTTP");
    }
}

#[tokio::test]
async fn a_public_page_may_be_kept_and_asked_about() {
    let app = with_pages_of_every_kind().await;
    let visitor = app.visitor();
    let first = visitor.get("/kinds/public").await;
    has_what_a_page_has(&first);
    has(&first, "cache-control", "no-cache");
    let tag = first.header("etag").expect("a tag").to_owned();
    let again = Request::get("/kinds/public").header(header::IF_NONE_MATCH, &tag);
    let again = visitor.send(again.body(Body::empty()).expect("a request")).await;
    again.is(304);
    assert_eq!((again.text.as_str(), again.header("etag")), ("", Some(tag.as_str())));
    has(&again, "cache-control", "no-cache");
}

#[tokio::test]
async fn a_page_of_an_error_carries_what_a_page_carries() {
    let app = with_pages_of_every_kind().await;
    let visitor = app.visitor();
    let officer = app.rso().await;
    let put = Request::put("/sign-in").header(header::ORIGIN, "http://127.0.0.1:8080");
    let elsewhere = Request::get("/sign-in").header(header::HOST, "evil.example");
    let bodyless =
        |request: axum::http::request::Builder| request.body(Body::empty()).expect("a request");
    for (status, reply) in [
        (404, visitor.get("/no-such-page").await),
        (404, visitor.get("/kinds/not-a-number").await),
        (404, visitor.get("/assets/rctm-0.css").await),
        (403, visitor.send(bodyless(Request::post("/sign-in"))).await),
        (405, visitor.send(bodyless(put)).await),
        (421, visitor.send(bodyless(elsewhere)).await),
        (422, visitor.post("/sign-in", &[("email", "x"), ("password", "y")]).await),
        (413, visitor.post("/sign-in", &[("email", &"x".repeat(300_000))]).await),
        (413, officer.post("/account/password", &[("current", &"x".repeat(300_000))]).await),
        (404, officer.get("/no-such-page").await),
        (500, officer.get("/kinds/panic").await),
    ] {
        reply.is(status).says("<main id=\"main\"").says("<h1>");
        has_what_a_page_has(&reply);
        has(&reply, "cache-control", "no-store");
    }
}

#[tokio::test]
async fn a_panic_is_a_page_without_its_words_and_with_a_reference() {
    let app = with_pages_of_every_kind().await;
    let reply = app.rso().await.get("/kinds/panic").await;
    reply.is(500).does_not_say("canary").says("Sign out");
    reply.says(reply.header("x-request-id").expect("the number of the request"));
    app.visitor().get("/sign-in").await.is(200);
}

#[tokio::test]
async fn a_method_that_a_page_does_not_take_names_those_that_it_takes() {
    let app = TestApp::new().await;
    let put = Request::delete("/sign-in").header(header::ORIGIN, "http://127.0.0.1:8080");
    let reply = app.visitor().send(put.body(Body::empty()).expect("a request")).await;
    reply.is(405);
    has(&reply, "allow", "GET,HEAD,POST");
}

#[tokio::test]
async fn what_is_no_page_carries_the_bare_policy() {
    let app = with_pages_of_every_kind().await;
    let visitor = app.visitor();
    for path in ["/healthz/live", "/healthz/ready", "/robots.txt", "/.well-known/security.txt"] {
        let reply = visitor.get(path).await;
        reply.is(200);
        has_what_everything_has(&reply);
        has(&reply, "content-security-policy", BARE_POLICY);
    }
    let redirect = visitor.get("/account").await;
    redirect.is(303);
    has_what_everything_has(&redirect);
    has(&redirect, "content-security-policy", BARE_POLICY);
    has(&redirect, "cache-control", "no-store");
}

#[tokio::test]
async fn a_download_is_kept_apart_from_our_pages() {
    let reply = with_pages_of_every_kind().await.visitor().get("/kinds/download").await;
    has_what_everything_has(&reply);
    has(&reply, "content-security-policy", &format!("{BARE_POLICY}; sandbox"));
    has(&reply, "cache-control", "no-store");
}

#[tokio::test]
async fn static_files_are_kept_for_a_year_and_the_icon_for_a_day() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let year = "public, max-age=31536000, immutable";
    for (path, kind, kept) in [
        (rctm::base::assets::STYLESHEET, "text/css; charset=utf-8", year),
        (rctm::base::assets::ICON, "image/svg+xml", year),
        ("/favicon.ico", "image/svg+xml", "public, max-age=86400"),
    ] {
        let reply = visitor.get(path).await;
        reply.is(200);
        has_what_everything_has(&reply);
        has(&reply, "content-type", kind);
        has(&reply, "cache-control", kept);
    }
}

#[tokio::test]
async fn over_tls_browsers_are_told_to_stay_there() {
    let app = TestApp::with(|settings| *settings = over_tls()).await;
    let reply = app.visitor().get("/sign-in").await;
    has(&reply, "strict-transport-security", "max-age=63072000; includeSubDomains");
    has(&reply, "content-security-policy", POLICY_OVER_TLS);
}

fn over_tls() -> rctm::base::config::Settings {
    let given = [
        ("database_url", "sqlite:unused"),
        ("public_url", "https://rctm.example/"),
        ("secret_key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        ("mail_from", "RCTM <notices@rctm.example>"),
        ("smtp_url", "smtp://127.0.0.1:25"),
    ];
    let given = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
    rctm::base::config::Settings::read(&given.into()).expect("good settings")
}

#[tokio::test]
async fn cookies_stay_with_this_host_over_tls_and_away_from_scripts() {
    let app = TestApp::new().await;
    let reply = app.visitor().sign_in("focal.point@fiji.example", PASSWORD).await;
    let mut cookies: Vec<_> = reply.headers.get_all(header::SET_COOKIE).iter().collect();
    cookies.sort();
    let [device, session] = cookies.as_slice() else { panic!("two cookies, not {cookies:?}") };
    let parts = |cookie: &axum::http::HeaderValue| {
        let text = cookie.to_str().expect("text").to_owned();
        let mut parts: Vec<_> = text.split("; ").map(str::to_owned).collect();
        let pair = parts.remove(0);
        parts.sort();
        (pair, parts)
    };
    let (session, rules) = parts(session);
    let id = session.strip_prefix("__Host-rctm=").expect("the name");
    assert_eq!(id.len(), 22, "128 bits in base64url");
    assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
    assert_eq!(rules, ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
    let (device, rules) = parts(device);
    assert!(device.starts_with("__Host-rctm-device="));
    assert_eq!(rules, ["HttpOnly", "Max-Age=7776000", "Path=/", "SameSite=Lax", "Secure"]);
    has(&reply, "cache-control", "no-store");
}

#[tokio::test]
async fn signing_out_clears_what_the_browser_holds() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    let reply = person.post("/sign-out", &[]).await;
    reply.leads_to("/");
    has(&reply, "clear-site-data", "\"cache\", \"cookies\", \"storage\"");
    assert_eq!(person.cookie("__Host-rctm"), None);
}

#[tokio::test]
async fn pages_are_compressed_for_those_who_take_it() {
    let app = TestApp::new().await;
    for encoding in ["br", "zstd", "gzip"] {
        let request = Request::get("/sign-in").header(header::ACCEPT_ENCODING, encoding);
        let request = request.body(Body::empty()).expect("a request");
        let reply = app.visitor().send(request).await;
        has(&reply, "content-encoding", encoding);
    }
}

#[tokio::test]
async fn whoever_finds_a_weakness_is_told_whom_to_write_to() {
    let app = TestApp::new().await;
    let reply = app.visitor().get("/.well-known/security.txt").await;
    reply.says("Contact: mailto:notices@rctm.example\n");
    reply.says("Canonical: http://127.0.0.1:8080/.well-known/security.txt\n");
    let expires = reply.text.lines().find_map(|line| line.strip_prefix("Expires: "));
    let expires: chrono::DateTime<chrono::Utc> =
        expires.expect("the field").parse().expect("a moment");
    assert!(expires - app.now() > chrono::Duration::days(30));
    assert!(expires - app.now() < chrono::Duration::days(365));
}

#[tokio::test]
async fn an_installation_is_ready_when_its_schema_is_whole() {
    let app = TestApp::new().await;
    app.visitor().get("/healthz/ready").await.is(200);
    app.leave_unchecked();
    roll_back_one_step(&app.app).await;
    app.visitor().get("/healthz/ready").await.is(503);
    app.visitor().get("/healthz/live").await.is(200);
    let mut probe = Request::get("/healthz/live").body(Body::empty()).expect("a request");
    probe.headers_mut().insert(header::HOST, "10.0.0.7:8080".parse().expect("a host"));
    app.visitor().send(probe).await.is(200);
}

async fn roll_back_one_step(app: &App) {
    use migration::MigratorTrait;
    migration::Migrator::down(app.db.for_migrations(), Some(1)).await.expect("a step back");
}

#[tokio::test]
async fn browsers_report_violations_and_need_no_session() {
    let app = TestApp::new().await;
    let before = rctm::base::csp::reported();
    let report = r#"{"csp-report":{"document-uri":"http://127.0.0.1:8080/account?secret=1",
        "effective-directive":"script-src-elem"}}"#;
    for (body, status) in
        [(report.to_owned(), 204), ("noise".into(), 400), ("x".repeat(300_000), 413)]
    {
        let request = Request::post("/csp-report")
            .header(header::CONTENT_TYPE, "application/csp-report")
            .body(Body::from(body))
            .expect("a request");
        app.visitor().send(request).await.is(status);
    }
    assert_eq!(rctm::base::csp::reported() - before, 1);
}
