//! Signing in and out, choosing a capacity, the own account, API clients.
mod api_clients;
mod reading;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderName;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use chrono_tz::Tz;
use serde::Deserialize;
use tower_sessions::Session;

use super::actions::{self, Attempt};
use super::actors::{Capacity, SignedIn, Visitor};
use super::rules::Reading;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Query};
use crate::base::filters;
use crate::base::i18n::{Locale, Message, place_of};
use crate::base::ids::{AccountId, MembershipId};
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::base::server::Peer;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/sign-in", sign_in_form)
        .post("/sign-in", sign_in)
        .post("/sign-out", sign_out)
        .get("/capacity", capacities)
        .post("/capacity", choose_capacity)
        .get("/account", account)
        .post("/account/password", change_password)
        .post("/account/reading", reading::choose)
        .post("/language", reading::choose_language)
        .and(api_clients::routes())
}

const DEVICE_COOKIE: &str = "__Host-rctm-device";
const DEVICE_DAYS: i64 = 90;

#[derive(Template)]
#[template(path = "pages/identity/sign_in.html")]
struct SignInPage<'a> {
    frame: &'a Frame,
    email: &'a str,
    next: &'a str,
    problem: Option<Message>,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

async fn sign_in_form(by: Visitor, frame: Frame, Query(wanted): Query<Wanted>) -> Result<Response> {
    if by.capacity().is_some() {
        return Ok(Redirect::to(frame.home).into_response());
    }
    let page = SignInPage { frame: &frame, email: "", next: &wanted.next, problem: None };
    Ok(frame.page(&page)?.into_response())
}

async fn sign_in(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    from: From,
    Form(form): Form<SignInForm>,
) -> Result<Response> {
    let attempt = Attempt {
        email: form.email.clone(),
        password: form.password,
        peer: from.peer,
        device: known_device(&app, &from.jar),
    };
    match actions::sign_in(&app, &from.session, attempt).await {
        Ok(signed_in) => {
            let home = signed_in.home.unwrap_or("/capacity");
            let next = own_path(&form.next).unwrap_or(home);
            let next = if signed_in.home.is_some() { next } else { home };
            let jar = from.jar.add(device_cookie(&app, signed_in.account));
            Ok((jar, Redirect::to(next)).into_response())
        }
        Err(error) => sign_in_again(&frame, &form.email, &form.next, error),
    }
}

fn sign_in_again(frame: &Frame, email: &str, next: &str, error: Error) -> Result<Response> {
    let status = error.status();
    let (problem, wait) = match &error {
        Error::Invalid(errors) => (errors.of("password").cloned(), None),
        Error::TooMany(seconds) => {
            let message = Message::new("sign-in-too-many").with("seconds", *seconds);
            (Some(message), Some(*seconds))
        }
        _ => return Err(error),
    };
    let page = frame.page(&SignInPage { frame, email, next, problem })?;
    let mut response = (status, page).into_response();
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

/// Where a sign-in comes from.
struct From {
    session: Session,
    jar: CookieJar,
    peer: Option<std::net::IpAddr>,
}

impl axum::extract::FromRequestParts<App> for From {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut axum::http::request::Parts, app: &App) -> Result<Self> {
        let session = Session::from_request_parts(parts, app)
            .await
            .map_err(|_| Error::Internal(anyhow::anyhow!("no session layer")))?;
        let jar = CookieJar::from_headers(&parts.headers);
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0);
        Ok(Self { session, jar, peer })
    }
}

fn known_device(app: &App, jar: &CookieJar) -> Option<AccountId> {
    let signed = jar.get(DEVICE_COOKIE)?.value();
    let (account, until) = app
        .settings
        .secret_key
        .verify("device", signed)?
        .split_once(' ')
        .map(|(account, until)| (account.to_owned(), until.to_owned()))?;
    let fresh = until.parse::<i64>().ok()? > app.clock.now().timestamp();
    fresh.then(|| account.parse().ok().map(AccountId)).flatten()
}

fn device_cookie(app: &App, account: AccountId) -> Cookie<'static> {
    let until = app.clock.now() + chrono::Duration::days(DEVICE_DAYS);
    let signed =
        app.settings.secret_key.sign("device", &format!("{account} {}", until.timestamp()));
    Cookie::build((DEVICE_COOKIE, signed))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(DEVICE_DAYS))
        .build()
}

/// A path of ours to go on to; never another site.
fn own_path(next: &str) -> Option<&str> {
    let own =
        next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    own.then_some(next)
}

async fn sign_out(
    by: SignedIn,
    State(app): State<App>,
    session: Session,
) -> Result<(HeaderMap, Redirect)> {
    actions::sign_out(&app, &by, &session).await?;
    let mut headers = HeaderMap::new();
    headers.insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
    );
    Ok((headers, Redirect::to("/")))
}

#[derive(Template)]
#[template(path = "pages/identity/capacity.html")]
struct CapacityPage<'a> {
    frame: &'a Frame,
    capacities: Vec<Capacity>,
    current: Option<MembershipId>,
}

async fn capacities(by: SignedIn, frame: Frame, State(app): State<App>) -> Result<Response> {
    let capacities = actions::my_capacities(&app, &by).await?;
    let current = by.capacity().and_then(Capacity::membership);
    Ok(frame.page(&CapacityPage { frame: &frame, capacities, current })?.into_response())
}

#[derive(Deserialize)]
struct CapacityForm {
    membership: MembershipId,
}

async fn choose_capacity(
    by: SignedIn,
    State(app): State<App>,
    session: Session,
    Form(form): Form<CapacityForm>,
) -> Result<Redirect> {
    let home = actions::choose_capacity(&app, &by, &session, form.membership).await?;
    Ok(Redirect::to(home))
}

#[derive(Template)]
#[template(path = "pages/identity/account.html")]
struct AccountPage<'a> {
    frame: &'a Frame,
    by: &'a SignedIn,
    capacities: Vec<Capacity>,
    zones: Vec<(String, Tz)>,
    saved: bool,
    errors: &'a FieldErrors,
}

impl AccountPage<'_> {
    fn reading(&self) -> Reading {
        self.by.reading()
    }

    /// The city of the organisation's zone.
    fn own_place(&self) -> String {
        place_of(self.by.capacity().map_or(Tz::UTC, |capacity| capacity.organisation().zone))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn is_spoken(&self, locale: &Locale) -> bool {
        self.reading().language == Some(*locale)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn is_here(&self, zone: &Tz) -> bool {
        self.reading().zone == Some(*zone)
    }
}

#[derive(Deserialize)]
struct Saved {
    saved: Option<String>,
}

async fn account(
    by: SignedIn,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Saved>,
) -> Result<Response> {
    account_page(&app, &by, &frame, (query.saved.is_some(), &FieldErrors::default())).await
}

async fn account_page(
    app: &App,
    by: &SignedIn,
    frame: &Frame,
    (saved, errors): (bool, &FieldErrors),
) -> Result<Response> {
    let capacities = actions::my_capacities(app, by).await?;
    let zones = actions::zones_to_choose(app, by).await?;
    let page = frame.page(&AccountPage { frame, by, capacities, zones, saved, errors })?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

#[derive(Deserialize)]
struct PasswordForm {
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
}

async fn change_password(
    by: SignedIn,
    frame: Frame,
    State(app): State<App>,
    Form(form): Form<PasswordForm>,
) -> Result<Response> {
    match actions::change_password(&app, &by, (form.current, form.password)).await {
        Ok(()) => Ok(Redirect::to("/sign-in").into_response()),
        Err(Error::Invalid(errors)) => account_page(&app, &by, &frame, (false, &errors)).await,
        Err(other) => Err(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_nobody_is_sent_to_another_site() {
        assert_eq!(own_path("/rounds/1?x=2"), Some("/rounds/1?x=2"));
        for foreign in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"]
        {
            assert_eq!(own_path(foreign), None, "{foreign}");
        }
    }
}
