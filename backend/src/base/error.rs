//! The one error that a handler returns. It stays a value until `error_response` renders it.
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::i18n::Message;

/// What a fallible function of ours gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything that can keep a person from what they asked for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is signed in, and this needs somebody.
    #[error("not signed in")]
    SignIn,
    /// The token is none of ours, or holds no more.
    #[error("not a token that holds")]
    BadToken,
    /// The program cannot prove that it is the client it says.
    #[error("not the client it says")]
    BadClient,
    /// The token does not allow this; it would need this scope.
    #[error("outside of the token's scopes: {0}")]
    OutOfScope(&'static str),
    /// There is no such thing, or it is not theirs to see: a stranger cannot tell which.
    #[error("not found")]
    NotFound,
    /// The thing exists for everyone to know, but not for this role.
    #[error("not open to this role")]
    Forbidden,
    /// The request is not one that a browser or client of ours sends.
    #[error("unreadable request: {0}")]
    Unreadable(String),
    /// The body is of a kind that is not taken here.
    #[error("unsupported media type")]
    Unsupported,
    /// What the client has is not what is there now.
    #[error("changed since it was read")]
    Outdated,
    /// The client must say which state of the thing it has.
    #[error("no If-Match")]
    Unconditional,
    /// The same request is still under way.
    #[error("under way")]
    UnderWay,
    /// The page exists and does not take this method.
    #[error("method not allowed")]
    NotAllowed,
    /// More was sent than we take.
    #[error("too large")]
    TooLarge,
    /// The request did not arrive whole in time.
    #[error("too slow")]
    TooSlow,
    /// The request is addressed to another host than ours.
    #[error("addressed to another host")]
    Misdirected,
    /// What the person typed cannot be read; shown beside the fields.
    #[error("some answers need another look")]
    Invalid(FieldErrors),
    /// What they asked is well formed, and a rule says no.
    #[error("refused: {}", .0.key())]
    Refused(Message),
    /// Somebody else changed it meanwhile.
    #[error("changed meanwhile")]
    Conflict,
    /// Too many tries; wait this many seconds.
    #[error("too many tries")]
    TooMany(u32),
    /// We cannot take this now; try again after this many seconds.
    #[error("busy")]
    Busy(u32),
    /// Our own fault; the cause is for the log only.
    #[error("internal error")]
    Internal(#[source] anyhow::Error),
}

/// What is wrong with a form, by field, every fault at once.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct FieldErrors(Vec<(String, Message)>);

impl FieldErrors {
    /// Notes what is wrong with `field`.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<Message>) {
        self.0.push((field.into(), message.into()));
    }

    /// The same faults, each of the field that `name` gives for its own.
    #[must_use]
    pub fn renamed(self, name: impl Fn(&str) -> String) -> Self {
        Self(self.0.into_iter().map(|(field, message)| (name(&field), message)).collect())
    }

    /// The first fault of `field`.
    pub fn of(&self, field: &str) -> Option<&Message> {
        self.0.iter().find(|(f, _)| f == field).map(|(_, message)| message)
    }

    /// Every fault in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.0.iter().map(|(field, message)| (field.as_str(), message))
    }

    /// How many faults there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `value`, unless something is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl Error {
    /// The status that both doors answer with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn | Self::BadToken | Self::BadClient => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::OutOfScope(_) => StatusCode::FORBIDDEN,
            Self::Unsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Outdated => StatusCode::PRECONDITION_FAILED,
            Self::Unconditional => StatusCode::PRECONDITION_REQUIRED,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused(_) | Self::Conflict | Self::UnderWay => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A rule's refusal in the words of this message.
    pub fn refused(message: impl Into<Message>) -> Self {
        Self::Refused(message.into())
    }
}

impl From<FieldErrors> for Error {
    fn from(errors: FieldErrors) -> Self {
        Self::Invalid(errors)
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        match error {
            // The pool is exhausted or the database is away: the visitor may try again.
            sea_orm::DbErr::ConnectionAcquire(_) | sea_orm::DbErr::Conn(_) => Self::Busy(5),
            other => Self::Internal(other.into()),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

/// Carried in the response's extensions to the layer that renders it.
#[derive(Clone)]
pub struct Unrendered(pub Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        if let Self::Internal(cause) = &self {
            tracing::error!(error = ?cause, "request failed");
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Unrendered(Arc::new(self)));
        response
    }
}
