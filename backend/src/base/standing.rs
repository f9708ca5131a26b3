//! What every site has at addresses that programs know: health, robots, the icon, whom to tell
//! about a weakness, and where browsers report violations of the policy.
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use chrono::{Duration, NaiveTime, SecondsFormat};

use super::App;
use super::routes::{Anyone, Routes};
use super::{assets, csp};

/// How far ahead `security.txt` says that it holds; it is computed anew every day.
const HOLDS: Duration = Duration::days(180);

const ROBOTS: &str = "User-agent: *\n\
    Disallow: /sign-in\n\
    Disallow: /account\n\
    Disallow: /demo/\n";

/// The routes at well-known addresses.
pub fn routes() -> Routes {
    Routes::default()
        .get("/healthz/live", live)
        .get("/robots.txt", robots)
        .get("/favicon.ico", icon)
        .get("/.well-known/security.txt", security)
        .post("/csp-report", csp::report)
}

/// The program runs.
async fn live(_: Anyone) -> &'static str {
    "live\n"
}

async fn robots(_: Anyone, State(app): State<App>) -> impl IntoResponse {
    let text = format!("{ROBOTS}Sitemap: {}\n", app.settings.link("/sitemap.xml"));
    ([(header::CACHE_CONTROL, "public, max-age=86400")], text)
}

async fn icon(_: Anyone) -> impl IntoResponse {
    assets::icon()
}

async fn security(_: Anyone, State(app): State<App>) -> impl IntoResponse {
    let expires = (app.clock.now() + HOLDS).date_naive().and_time(NaiveTime::MIN).and_utc();
    let text = format!(
        "Contact: mailto:{}\nExpires: {}\nPreferred-Languages: en\nCanonical: {}\n",
        app.settings.mail_from.email,
        expires.to_rfc3339_opts(SecondsFormat::Secs, true),
        app.settings.link("/.well-known/security.txt"),
    );
    ([(header::CACHE_CONTROL, "public, max-age=86400")], text)
}
