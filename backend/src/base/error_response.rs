//! Renders an [`Error`] as a page. Handlers and extractors return it and never think of HTML.
use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::error::{Error, Unrendered};
use super::filters;
use super::i18n::Message;
use super::page::Frame;

#[derive(Template)]
#[template(path = "parts/error.html")]
struct ErrorPage<'a> {
    frame: &'a Frame,
    over: &'static str,
    title: &'static str,
    lede: Message,
    searchable: bool,
}

/// Renders errors as pages; a visitor who is not signed in goes to the sign-in page.
pub async fn html(request: Request, next: Next) -> Response {
    let frame = request.extensions().get::<Frame>().cloned();
    let wanted = wanted_page(&request);
    let mut response = next.run(request).await;
    let Some(Unrendered(error)) = response.extensions_mut().remove() else {
        return response;
    };
    if matches!(*error, Error::SignIn) {
        return Redirect::to(&sign_in(wanted.as_deref())).into_response();
    }
    let Some(frame) = frame else {
        return response;
    };
    match frame.page(&describe(&frame, &error)) {
        Ok(page) => with_retry((error.status(), page).into_response(), &error),
        Err(_) => response,
    }
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

fn describe<'a>(frame: &'a Frame, error: &Error) -> ErrorPage<'a> {
    let page =
        |over, title, lede: Message| ErrorPage { frame, over, title, lede, searchable: false };
    match error {
        Error::NotFound => ErrorPage {
            searchable: true,
            ..page("error-not-found-over", "error-not-found", "error-not-found-lede".into())
        },
        Error::Forbidden | Error::SignIn => {
            page("error-forbidden-over", "error-forbidden", "error-forbidden-lede".into())
        }
        Error::Unreadable(_) => {
            page("error-unreadable-over", "error-unreadable", "error-unreadable-lede".into())
        }
        Error::Invalid(_) => {
            page("error-refused-over", "error-invalid", "error-invalid-lede".into())
        }
        Error::Refused(message) => page("error-refused-over", "error-refused", message.clone()),
        Error::Conflict => {
            page("error-refused-over", "error-conflict", "error-conflict-lede".into())
        }
        Error::TooMany(seconds) => page(
            "error-refused-over",
            "error-too-many",
            Message::new("error-too-many-lede").with("seconds", *seconds),
        ),
        Error::Busy(_) => page("error-internal-over", "error-busy", "error-busy-lede".into()),
        Error::Internal(_) => {
            page("error-internal-over", "error-internal", "error-internal-lede".into())
        }
    }
}

fn with_retry(mut response: Response, error: &Error) -> Response {
    if let Error::TooMany(seconds) | Error::Busy(seconds) = error {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}
