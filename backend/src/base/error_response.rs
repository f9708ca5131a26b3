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

#[derive(Template)]
#[template(path = "parts/error.html")]
struct ErrorPage<'a> {
    frame: &'a Frame,
    over: &'static str,
    title: &'static str,
    lede: Message,
    searchable: bool,
    reference: Option<&'a str>,
}

/// Renders errors: as pages, or as problems where the address is one of the API. A visitor who is
/// not signed in goes to the sign-in page.
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
    let around = Around::of(app, &request);
    let (response, error) = taken_from(next.run(request).await);
    let Some(error) = error else {
        return response;
    };
    if matches!(*error, Error::SignIn) {
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
}

impl Around {
    fn of(app: &App, request: &Request) -> Self {
        let frame = request.extensions().get::<Frame>().cloned();
        Self {
            frame: frame
                .map_or_else(|| bare_frame(app, request.headers()), |frame| frame.around_error()),
            wanted: wanted_page(request),
            reference: request.extensions().get::<RequestId>().map(|id| id.0.clone()),
        }
    }

    fn page(&self, error: &Error) -> ErrorPage<'_> {
        let (over, title, lede) = words(error);
        ErrorPage {
            frame: &self.frame,
            over,
            title,
            lede,
            searchable: matches!(error, Error::NotFound),
            reference: self.reference.as_deref().filter(|_| error.status().is_server_error()),
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

/// What the page says: over the title, the title, and below it.
fn words(error: &Error) -> (&'static str, &'static str, Message) {
    match error {
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
    if let Error::TooMany(seconds) | Error::Busy(seconds) = error {
        page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    if let Some(allowed) = bare.headers().get(header::ALLOW) {
        page.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    page
}
