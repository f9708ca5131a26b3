//! Errors as problems (RFC 9457).
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::PAGE;
use crate::base::App;
use crate::base::error::{Error, FieldErrors};
use crate::base::i18n::asked_by;
use crate::base::i18n::{Locale, Message};
use crate::base::telemetry::RequestId;

/// Why a request was not answered as asked (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// The kind of problem: the address of its description.
    pub r#type: String,
    /// The kind of problem in words.
    pub title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// What to do about it.
    pub detail: String,
    /// The number of the request; name it when you report the problem.
    pub request_id: String,
    /// What is wrong with the request, every fault at once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<Fault>,
}

/// What is wrong with one part of a request.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The part of the body, as a JSON pointer (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pointer: Option<String>,
    /// The parameter of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub parameter: Option<String>,
    /// The header.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub header: Option<String>,
    /// What is wrong with it.
    pub detail: String,
}

/// What of a request its problem needs.
pub struct Asking {
    locale: Locale,
    request_id: String,
    page: String,
}

impl Asking {
    /// What of `request` its problem needs.
    pub fn of(app: &App, request: &Request) -> Self {
        let id = request.extensions().get::<RequestId>();
        Self {
            locale: asked_by(request.headers()),
            request_id: id.map(|id| id.0.clone()).unwrap_or_default(),
            page: app.settings.link(PAGE),
        }
    }

    /// The answer that says what is the matter; `bare` is the answer without a body.
    pub fn problem(&self, error: &Error, bare: &Response) -> Response {
        let body = serde_json::to_string(&self.words(error)).unwrap_or_default();
        let mut response = (error.status(), body).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        if let Some((name, value)) = companion(error) {
            headers.insert(name, value);
        }
        if let Some(allowed) = bare.headers().get(header::ALLOW) {
            headers.insert(header::ALLOW, allowed.clone());
        }
        response
    }

    fn words(&self, error: &Error) -> Problem {
        let (kind, title, detail) = words(error);
        Problem {
            r#type: format!("{}#{kind}", self.page),
            title: self.locale.t(title),
            status: error.status().as_u16(),
            detail: self.locale.say(&detail),
            request_id: self.request_id.clone(),
            errors: match error {
                Error::Invalid(errors) => self.faults(errors),
                _ => Vec::new(),
            },
        }
    }

    fn faults(&self, errors: &FieldErrors) -> Vec<Fault> {
        let fault = |(place, message): (&str, &Message)| {
            let detail = self.locale.say(message);
            match place.split_at_checked(1) {
                Some(("?", name)) => {
                    Fault { parameter: Some(name.to_owned()), detail, ..Fault::default() }
                }
                Some((":", name)) => {
                    Fault { header: Some(name.to_owned()), detail, ..Fault::default() }
                }
                Some(("/", "")) => {
                    Fault { pointer: Some(String::new()), detail, ..Fault::default() }
                }
                Some(("/", _)) => {
                    Fault { pointer: Some(place.to_owned()), detail, ..Fault::default() }
                }
                _ => Fault { pointer: Some(format!("/{place}")), detail, ..Fault::default() },
            }
        };
        errors.iter().map(fault).collect()
    }
}

/// A kind of problem, for the page that explains them.
pub struct ProblemKind {
    /// The last piece of its type.
    pub kind: &'static str,
    /// The status.
    pub status: u16,
    /// What it is.
    pub title: Message,
}

/// Every kind of problem, by status.
pub fn problem_kinds() -> Vec<ProblemKind> {
    let errors = [
        Error::Unreadable(String::new()),
        Error::SignIn,
        Error::BadToken,
        Error::BadClient,
        Error::OutOfScope(""),
        Error::Forbidden,
        Error::NotFound,
        Error::NotAllowed,
        Error::TooSlow,
        Error::refused("problem-refused"),
        Error::Conflict,
        Error::UnderWay,
        Error::Outdated,
        Error::TooLarge,
        Error::Unsupported,
        Error::Misdirected,
        Error::Invalid(FieldErrors::default()),
        Error::Unconditional,
        Error::TooMany(0),
        Error::Internal(anyhow::anyhow!("nothing")),
        Error::Busy(0),
    ];
    let kind = |error: &Error| {
        let (kind, title, _) = words(error);
        ProblemKind { kind, status: error.status().as_u16(), title: Message::new(title) }
    };
    errors.iter().map(kind).collect()
}

/// The header that belongs to a problem.
fn companion(error: &Error) -> Option<(HeaderName, HeaderValue)> {
    let challenge = |text: &str| {
        HeaderValue::from_str(text).ok().map(|value| (header::WWW_AUTHENTICATE, value))
    };
    match error {
        Error::SignIn | Error::BadClient => challenge("Bearer realm=\"RCTM\""),
        Error::BadToken => challenge("Bearer realm=\"RCTM\", error=\"invalid_token\""),
        Error::OutOfScope(scope) => challenge(&format!(
            "Bearer realm=\"RCTM\", error=\"insufficient_scope\", scope=\"{scope}\""
        )),
        Error::TooMany(seconds) | Error::Busy(seconds) => {
            Some((header::RETRY_AFTER, HeaderValue::from(*seconds)))
        }
        Error::UnderWay => Some((header::RETRY_AFTER, HeaderValue::from(1))),
        _ => None,
    }
}

/// The kind of a problem, its title, and what to do about it.
fn words(error: &Error) -> (&'static str, &'static str, Message) {
    let said = |kind, title, detail: &'static str| (kind, title, Message::new(detail));
    match error {
        Error::SignIn => said("no-token", "problem-no-token", "problem-no-token-detail"),
        Error::BadToken => said("bad-token", "problem-bad-token", "problem-bad-token-detail"),
        Error::BadClient => said("bad-client", "problem-bad-client", "problem-bad-client-detail"),
        Error::OutOfScope(scope) => {
            let detail = Message::new("problem-scope-detail").with("scope", *scope);
            ("scope", "problem-scope", detail)
        }
        Error::NotFound => said("not-found", "problem-not-found", "problem-not-found-detail"),
        Error::Forbidden => said("forbidden", "problem-forbidden", "problem-forbidden-detail"),
        Error::Unreadable(what) => {
            let detail = Message::new("problem-unreadable-detail").with("what", what.as_str());
            ("unreadable", "problem-unreadable", detail)
        }
        Error::Unsupported => {
            said("unsupported", "problem-unsupported", "problem-unsupported-detail")
        }
        Error::Outdated => said("outdated", "problem-outdated", "problem-outdated-detail"),
        Error::Conflict => said("conflict", "problem-conflict", "problem-conflict-detail"),
        Error::Unconditional => {
            said("unconditional", "problem-unconditional", "problem-unconditional-detail")
        }
        Error::UnderWay => said("under-way", "problem-under-way", "problem-under-way-detail"),
        Error::NotAllowed => {
            said("not-allowed", "problem-not-allowed", "problem-not-allowed-detail")
        }
        Error::TooLarge => said("too-large", "problem-too-large", "problem-too-large-detail"),
        Error::TooSlow => said("too-slow", "problem-too-slow", "problem-too-slow-detail"),
        Error::Misdirected => {
            said("misdirected", "error-misdirected", "problem-misdirected-detail")
        }
        Error::Invalid(_) => said("invalid", "problem-invalid", "problem-invalid-detail"),
        Error::Refused(why) => ("refused", "problem-refused", why.clone()),
        Error::TooMany(seconds) => {
            let detail = Message::new("problem-too-many-detail").with("seconds", *seconds);
            ("too-many", "problem-too-many", detail)
        }
        Error::Busy(_) => said("busy", "problem-busy", "problem-busy-detail"),
        Error::Internal(_) => said("internal", "problem-internal", "problem-internal-detail"),
    }
}
