//! Reading a request, with our own error when it cannot be read.
#![expect(clippy::disallowed_types, reason = "these are the wrappers that the ban points to")]
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::App;
use super::error::{Error, Result};

/// A JSON answer.
pub struct Json<T>(pub T);
/// A form; repeated fields become a list.
pub struct Form<T>(pub T);
/// The query of the address; repeated fields become a list.
pub struct Query<T>(pub T);
/// The parameters of the path. What cannot be one is a page that is not there.
pub struct Path<T>(pub T);
/// Every field of a form in its order, as typed.
pub struct Fields(pub Vec<(String, String)>);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let axum_extra::extract::Form(body) = axum_extra::extract::Form::from_request(request, app)
            .await
            .map_err(|error| Error::Unreadable(error.to_string()))?;
        Ok(Self(body))
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        if request.headers().get(header::CONTENT_TYPE) != Some(&form) {
            return Err(Error::Unreadable("not a form".into()));
        }
        let body = axum::body::Bytes::from_request(request, app).await.map_err(unreadable)?;
        Ok(Self(url::form_urlencoded::parse(&body).into_owned().collect()))
    }
}

fn unreadable(error: BytesRejection) -> Error {
    match error {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            Error::Unreadable("too long".into())
        }
        other => Error::Unreadable(other.to_string()),
    }
}

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
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
        let axum::extract::Path(path) = axum::extract::Path::from_request_parts(parts, app)
            .await
            .map_err(|_| Error::NotFound)?;
        Ok(Self(path))
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}
