//! Public pages carry a tag of their content; a browser that has it is told so in a line.
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::headers::Public;
use super::secrets::digest_of;

/// The largest page that is tagged, in bytes.
const LARGEST: usize = 1 << 22;

/// Answers 304 where the browser has the public page already.
pub async fn layer(request: Request, next: Next) -> Response {
    let reads = request.method() == Method::GET;
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    let public = response.extensions().get::<Public>().is_some();
    if reads && public && response.status() == StatusCode::OK {
        tagged(response, known.as_ref()).await
    } else {
        response
    }
}

async fn tagged(response: Response, known: Option<&HeaderValue>) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Some(tag) = tag(&body) else {
        return Response::from_parts(parts, Body::from(body));
    };
    let unchanged = known.is_some_and(|known| lists(known, &tag));
    parts.headers.insert(header::ETAG, tag);
    if unchanged {
        parts.status = StatusCode::NOT_MODIFIED;
        without_content(&mut parts.headers);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(body))
}

/// A weak tag, because compression changes the bytes and not the page.
fn tag(body: &[u8]) -> Option<HeaderValue> {
    let digest = URL_SAFE_NO_PAD.encode(&digest_of(body)[..12]);
    HeaderValue::from_str(&format!("W/\"{digest}\"")).ok()
}

/// Whether a list of tags that somebody has holds this one.
pub(super) fn lists(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    known.split(',').any(|one| one.trim() == tag)
}

fn without_content(headers: &mut HeaderMap) {
    headers.remove(header::CONTENT_LENGTH);
}
