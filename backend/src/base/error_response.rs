//! Renders an [`Error`] as a page, or as a problem for programs. Handlers and extractors return it
//! and never think of either.
use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use chrono_tz::Tz;

use super::App;
use super::api::{self, Asking};
use super::error::{Error, Unrendered};
use super::filters;
use super::i18n::{Message, Reader, asked_by};
use super::page::{Frame, Layout};
use super::telemetry::RequestId;
use super::typed::{self, Typed};

#[derive(Template)]
#[template(path = "parts/error.html")]
struct ErrorPage<'a> {
    frame: &'a Frame,
    over: &'static str,
    title: &'static str,
    lede: Message,
    searchable: bool,
    reference: Option<&'a str>,
    /// What was typed, where it can be shown.
    typed: Option<&'a Typed>,
    /// Whether sending it again may help.
    again: bool,
    /// The page on which it has to be typed again, because it holds a secret.
    form: Option<&'a str>,
    /// Whether the person has to sign in first.
    signed_out: bool,
}

/// Renders errors: as pages, or as problems where the address is one of the API. A visitor who is
/// not signed in goes to the sign-in page, unless they had typed something that is kept nowhere
/// else.
pub async fn render(State(app): State<App>, request: Request, next: Next) -> Response {
    if api::is_for_programs(request.uri().path()) {
        let asked = Asking::of(&app, &request);
        return match taken_from(next.run(request).await) {
            (response, Some(error)) => asked.problem(&error, &response),
            (response, None) => response,
        };
    }
    as_pages(&app, request, next).await
}

async fn as_pages(app: &App, request: Request, next: Next) -> Response {
    let mut around = Around::of(app, &request);
    let (mut response, error) = taken_from(next.run(request).await);
    let Some(error) = error else {
        return response;
    };
    around.typed = around.typed.or(response.extensions_mut().remove());
    if matches!(*error, Error::SignIn) && around.offered(&error).is_none() {
        return Redirect::to(&sign_in(around.wanted.as_deref())).into_response();
    }
    match around.frame.page(&around.page(&error)) {
        Ok(page) => with_headers((error.status(), page).into_response(), &error, &response),
        Err(_) => response,
    }
}

/// The answer and the error that it carries, or that its status says where a router made it.
pub(super) fn taken_from(mut response: Response) -> (Response, Option<Arc<Error>>) {
    if let Some(Unrendered(error)) = response.extensions_mut().remove() {
        return (response, Some(error));
    }
    let unlabelled = !response.headers().contains_key(header::CONTENT_TYPE);
    let not_allowed = response.status() == StatusCode::METHOD_NOT_ALLOWED;
    let error = (unlabelled && not_allowed).then(|| Arc::new(Error::NotAllowed));
    (response, error)
}

/// What of a request the page of its error needs.
struct Around {
    frame: Frame,
    wanted: Option<String>,
    reference: Option<String>,
    typed: Option<Typed>,
}

impl Around {
    fn of(app: &App, request: &Request) -> Self {
        let frame = request.extensions().get::<Frame>().cloned();
        Self {
            frame: frame
                .map_or_else(|| bare_frame(app, request.headers()), |frame| frame.around_error()),
            wanted: wanted_page(request),
            reference: request.extensions().get::<RequestId>().map(|id| id.0.clone()),
            typed: request.extensions().get().cloned(),
        }
    }

    /// What was typed, where the page of this error shows it.
    fn offered(&self, error: &Error) -> Option<&Typed> {
        let typed = self.typed.as_ref().filter(|_| typed::is_offered_after(error));
        typed.filter(|typed| typed.can_be_offered() && typed.navigates())
    }

    fn page(&self, error: &Error) -> ErrorPage<'_> {
        let typed = self.offered(error);
        let form =
            self.typed.as_ref().filter(|_| typed.is_none() && error.status().is_server_error());
        let (over, title, lede) = words(error, (self.typed.is_some(), typed.is_some()));
        ErrorPage {
            frame: &self.frame,
            over,
            title,
            lede,
            searchable: matches!(error, Error::NotFound),
            reference: self.reference.as_deref().filter(|_| error.status().is_server_error()),
            typed,
            again: !matches!(error, Error::Conflict),
            form: form.map(Typed::page),
            signed_out: matches!(error, Error::SignIn),
        }
    }
}

/// The frame where the session could not be read.
fn bare_frame(app: &App, headers: &HeaderMap) -> Frame {
    Frame::new(Layout {
        reader: Reader { locale: asked_by(headers), zone: Tz::UTC },
        nav: Vec::new(),
        badge: None,
        demo: app.settings.demo,
        alarm: false,
        home: "/",
        help: "/help",
        here: "/".to_owned(),
        mail_away: None,
    })
}

fn wanted_page(request: &Request) -> Option<String> {
    let reads = request.method() == Method::GET;
    reads.then(|| request.uri().path_and_query().map(ToString::to_string)).flatten()
}

fn sign_in(wanted: Option<&str>) -> String {
    match wanted {
        Some(path) => {
            let next: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
            format!("/sign-in?next={next}")
        }
        None => "/sign-in".to_owned(),
    }
}

/// What the page says: over the title, the title, and below it. Where a form was sent, it says
/// that nothing was saved; where what was typed is shown, that it is still there.
fn words(error: &Error, (sent, shown): (bool, bool)) -> (&'static str, &'static str, Message) {
    let unsaved = match (sent, shown) {
        (_, true) => "error-unsaved-kept-lede",
        (true, false) => "error-unsaved-lede",
        (false, false) => "error-away-lede",
    };
    match error {
        Error::SignIn if shown => {
            ("error-refused-over", "error-signed-out", "error-signed-out-lede".into())
        }
        Error::Away { unsure: true } if shown => {
            ("error-internal-over", "error-unsure", "error-unsure-lede".into())
        }
        Error::Away { .. } => {
            let title = if sent { "error-unsaved" } else { "error-away" };
            ("error-internal-over", title, unsaved.into())
        }
        Error::Busy(_) if shown => ("error-internal-over", "error-busy", unsaved.into()),
        Error::Internal(_) if shown => ("error-internal-over", "error-internal", unsaved.into()),
        Error::Conflict if shown => {
            ("error-refused-over", "error-conflict", "error-conflict-kept-lede".into())
        }
        Error::NotFound => {
            ("error-not-found-over", "error-not-found", "error-not-found-lede".into())
        }
        Error::Forbidden
        | Error::SignIn
        | Error::BadToken
        | Error::BadClient
        | Error::OutOfScope(_) => {
            ("error-forbidden-over", "error-forbidden", "error-forbidden-lede".into())
        }
        Error::Unreadable(_) | Error::Unsupported | Error::Unconditional => {
            ("error-unreadable-over", "error-unreadable", "error-unreadable-lede".into())
        }
        Error::NotAllowed => {
            ("error-unreadable-over", "error-not-allowed", "error-not-allowed-lede".into())
        }
        Error::TooLarge => {
            ("error-unreadable-over", "error-too-large", "error-too-large-lede".into())
        }
        Error::TooSlow => ("error-unreadable-over", "error-too-slow", "error-too-slow-lede".into()),
        Error::Misdirected => {
            ("error-unreadable-over", "error-misdirected", "error-misdirected-lede".into())
        }
        Error::Invalid(_) => ("error-refused-over", "error-invalid", "error-invalid-lede".into()),
        Error::Refused(message) => ("error-refused-over", "error-refused", message.clone()),
        Error::Conflict | Error::Outdated | Error::UnderWay => {
            ("error-refused-over", "error-conflict", "error-conflict-lede".into())
        }
        Error::TooMany(seconds) => {
            let lede = Message::new("error-too-many-lede").with("seconds", *seconds);
            ("error-refused-over", "error-too-many", lede)
        }
        Error::Busy(_) => ("error-internal-over", "error-busy", "error-busy-lede".into()),
        Error::Internal(_) => {
            ("error-internal-over", "error-internal", "error-internal-lede".into())
        }
    }
}

fn with_headers(mut page: Response, error: &Error, bare: &Response) -> Response {
    if let Some(seconds) = error.try_again_after() {
        page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(allowed) = bare.headers().get(header::ALLOW) {
        page.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    page
}
