//! The static files: packed by the build, kept by browsers for a year under a name with a hash.
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::error::Error;

struct Asset {
    address: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    /// None where packing gains nothing: pictures.
    packed: Option<Packed>,
}

struct Packed {
    brotli: &'static [u8],
    gzip: &'static [u8],
}

/// A picture of the guides.
#[derive(Clone, Copy, Debug)]
pub struct Picture {
    /// Its name.
    pub name: &'static str,
    /// Where it is.
    pub address: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

const A_YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Every picture of the guides.
pub fn pictures() -> impl Iterator<Item = Picture> {
    PICTURES.iter().copied()
}

/// Answers with a static file in the best encoding that the browser takes.
#[expect(clippy::disallowed_types, reason = "no App stands behind static files")]
pub async fn serve(
    axum::extract::Path(name): axum::extract::Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.address == format!("/assets/{name}")) else {
        return Error::NotFound.into_response();
    };
    let (encoding, body) = asset.encoded_for(&headers);
    let mut response = (StatusCode::OK, body).into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    answer.insert(header::CACHE_CONTROL, A_YEAR);
    answer.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(encoding) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// The icon under the name that browsers ask for unasked; it may change, so a day's cache.
pub fn icon() -> Response {
    let Some(icon) = ASSETS.iter().find(|asset| asset.address == ICON) else {
        return Error::NotFound.into_response();
    };
    let kind = (header::CONTENT_TYPE, icon.kind);
    ([kind, (header::CACHE_CONTROL, "public, max-age=86400")], icon.plain).into_response()
}

impl Asset {
    fn encoded_for(&self, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let accepts = |name| accepted.split(',').any(|part| takes(part, name));
        match &self.packed {
            Some(packed) if accepts("br") => (Some("br"), packed.brotli),
            Some(packed) if accepts("gzip") => (Some("gzip"), packed.gzip),
            _ => (None, self.plain),
        }
    }
}

/// Whether one part of `Accept-Encoding` takes the encoding: `br`, `br;q=0.5`, not `br;q=0`.
pub(super) fn takes(part: &str, encoding: &str) -> bool {
    let (name, quality) = part.split_once(';').unwrap_or((part, "q=1"));
    let quality = quality.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok());
    name.trim().eq_ignore_ascii_case(encoding) && quality.is_some_and(|quality| quality > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_taken_unless_it_is_refused() {
        assert!(takes(" br", "br"));
        assert!(takes("br;q=0.5", "br"));
        assert!(!takes("br;q=0", "br"));
        assert!(!takes("brotli", "br"));
    }
}
