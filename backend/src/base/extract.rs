//! Reading a request, with our own error when it cannot be read.
#![expect(clippy::disallowed_types, reason = "these are the wrappers that the ban points to")]
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use http_body_util::LengthLimitError;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::App;
use super::error::{Error, FieldErrors, Result};
use super::i18n::Message;

/// A JSON body, of a request or of an answer.
pub struct Json<T>(pub T);
/// A form; repeated fields become a list.
pub struct Form<T>(pub T);
/// The query of the address; repeated fields become a list.
pub struct Query<T>(pub T);
/// The parameters of the path. What cannot be one is a page that is not there.
pub struct Path<T>(pub T);
/// Every field of a form in its order, as typed.
pub struct Fields(pub Vec<(String, String)>);

/// The body as it came, within the limits: for what is no form.
pub struct Bounded(pub Bytes);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let (parts, body) = form_of(request, app).await?;
        let request = Request::from_parts(parts, Body::from(body));
        let axum_extra::extract::Form(body) = axum_extra::extract::Form::from_request(request, app)
            .await
            .map_err(|error| Error::Unreadable(error.to_string()))?;
        Ok(Self(body))
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let (_, body) = form_of(request, app).await?;
        Ok(Self(url::form_urlencoded::parse(&body).into_owned().collect()))
    }
}

impl FromRequest<App> for Bounded {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        read(request.into_body(), app).await.map(Self)
    }
}

/// The head and body of a request that carries a form, and no character that no database takes.
async fn form_of(request: Request, app: &App) -> Result<(Parts, Bytes)> {
    let (parts, body) = request.into_parts();
    if !is_form(&parts.headers) {
        return Err(Error::Unreadable("not a form".into()));
    }
    let body = read(body, app).await?;
    if has_nul(&body) {
        return Err(Error::Unreadable("a NUL character".into()));
    }
    Ok((parts, body))
}

/// Whether the body is said to be a form.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// The body, no larger and no slower than we take.
pub(super) async fn read(body: Body, app: &App) -> Result<Bytes> {
    read_at("", body, app).await
}

/// The body, no larger and no slower than we take at this path.
pub(super) async fn read_at(path: &str, body: Body, app: &App) -> Result<Bytes> {
    let limits = app.settings.limits;
    let whole = to_bytes(body, limits.largest_body_at(path));
    match tokio::time::timeout(limits.body_within_at(path), whole).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) if is_too_large(&error) => Err(Error::TooLarge),
        Ok(Err(error)) => Err(Error::Unreadable(error.to_string())),
        Err(_) => Err(Error::TooSlow),
    }
}

fn is_too_large(error: &axum::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Whether text that is encoded for an address or a form holds U+0000, which PostgreSQL refuses.
pub(super) fn has_nul(encoded: &[u8]) -> bool {
    encoded.contains(&0) || encoded.windows(3).any(|three| three == b"%00")
}

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        if parts.uri.query().is_some_and(|query| has_nul(query.as_bytes())) {
            return Err(Error::Unreadable("a NUL character".into()));
        }
        let axum_extra::extract::Query(query) =
            axum_extra::extract::Query::from_request_parts(parts, app)
                .await
                .map_err(|error| Error::Unreadable(error.to_string()))?;
        Ok(Self(query))
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        if has_nul(parts.uri.path().as_bytes()) {
            return Err(Error::NotFound);
        }
        let axum::extract::Path(path) = axum::extract::Path::from_request_parts(parts, app)
            .await
            .map_err(|_| Error::NotFound)?;
        Ok(Self(path))
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default();
        if !kind.trim().eq_ignore_ascii_case("application/json") {
            return Err(Error::Unsupported);
        }
        let path = request.uri().path().to_owned();
        json_in(&read_at(&path, request.into_body(), app).await?).map(Self)
    }
}

/// What a body says; U+0000 is refused like bytes that are no JSON.
fn json_in<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    let unreadable = |error: serde_json::Error| Error::Unreadable(error.to_string());
    let value: serde_json::Value = serde_json::from_slice(body).map_err(unreadable)?;
    if says_nul(&value) {
        return Err(Error::Unreadable("a NUL character".into()));
    }
    // Otherwise a list of values would be taken for the fields of an object in their order.
    if !value.is_object() || has_list_in_list(&value) {
        return Err(whole(Message::new("problem-objects")));
    }
    serde_json::from_value(value)
        .map_err(|error| whole(Message::new("problem-value").with("what", error.to_string())))
}

/// A fault of the body as a whole.
fn whole(message: Message) -> Error {
    let mut errors = FieldErrors::default();
    errors.add("/", message);
    errors.into()
}

/// Whether a list stands where an element of a list is asked, which is a text, a number or an object.
fn has_list_in_list(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Array(values) => {
            values.iter().any(|value| value.is_array() || has_list_in_list(value))
        }
        serde_json::Value::Object(fields) => fields.values().any(has_list_in_list),
        _ => false,
    }
}

fn says_nul(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(values) => values.iter().any(says_nul),
        serde_json::Value::Object(fields) => {
            fields.iter().any(|(name, value)| name.contains('\0') || says_nul(value))
        }
        _ => false,
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}
