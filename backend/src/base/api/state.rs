//! The state of a thing: told by `ETag`, asked back by `If-Match`.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Json;

/// A thing with its revision, which becomes its `ETag`.
pub struct Stated<T> {
    /// The revision.
    pub revision: i32,
    /// The thing.
    pub body: T,
}

impl<T: Serialize> IntoResponse for Stated<T> {
    fn into_response(self) -> Response {
        let mut response = Json(self.body).into_response();
        if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", self.revision)) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// Which state the client has, as `If-Match` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It does not say.
    None,
    /// Whatever is there.
    Any,
    /// One of these revisions.
    Revisions(Vec<i32>),
}

impl Condition {
    /// The revision that the client has; `now` is the one that is there. A client that does not
    /// say is told to.
    pub fn required(&self, now: i32) -> Result<i32> {
        if *self == Self::None { Err(Error::Unconditional) } else { self.revision(now) }
    }

    /// The revision that the client has; a client that does not say has the one that is there.
    pub fn revision(&self, now: i32) -> Result<i32> {
        match self {
            Self::None | Self::Any => Ok(now),
            Self::Revisions(known) if known.contains(&now) => Ok(now),
            Self::Revisions(_) => Err(Error::Outdated),
        }
    }

    fn of(headers: &HeaderMap) -> Self {
        let mut known = Vec::new();
        let said = headers.get_all(header::IF_MATCH).iter().peekable();
        let mut says = false;
        for value in said {
            says = true;
            for tag in value.to_str().unwrap_or_default().split(',').map(str::trim) {
                if tag == "*" {
                    return Self::Any;
                }
                let revision = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
                known.extend(revision.and_then(|revision| revision.parse::<i32>().ok()));
            }
        }
        if says { Self::Revisions(known) } else { Self::None }
    }
}

impl FromRequestParts<App> for Condition {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        Ok(Self::of(&parts.headers))
    }
}

/// To a program, a conflict with somebody who saved meanwhile is a state that holds no more.
pub fn outdated(error: Error) -> Error {
    match error {
        Error::Conflict => Error::Outdated,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: &[&str]) -> Condition {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(header::IF_MATCH, value.parse().expect("a header"));
        }
        Condition::of(&headers)
    }

    #[test]
    fn a_client_is_believed_only_where_it_has_what_is_there() {
        assert_eq!(read(&["\"7\""]).required(7).ok(), Some(7));
        assert_eq!(read(&["\"6\", \"7\""]).required(7).ok(), Some(7));
        assert_eq!(read(&["\"6\"", "\"7\""]).required(7).ok(), Some(7));
        assert_eq!(read(&["*"]).required(7).ok(), Some(7));
        for other in ["\"6\"", "W/\"7\"", "7", "", "\"x\"", "\"7"] {
            assert!(matches!(read(&[other]).required(7), Err(Error::Outdated)), "{other}");
        }
        assert!(matches!(read(&[]).required(7), Err(Error::Unconditional)));
        assert_eq!(read(&[]).revision(7).ok(), Some(7));
    }
}
