//! Answering with a stored file: always to be kept, never to be shown, as a whole or in part, and
//! not at all to who has it already.
use axum::body::Body;
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, Version, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::FileType;
use super::names::disposition;
use super::reading::Reading;
use super::register::Stored;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::body_in_pieces;

/// The digest of the whole file, whatever part of it is sent (RFC 9530).
const DIGEST: HeaderName = HeaderName::from_static("repr-digest");

/// Marks an answer whose bytes are to arrive as they are, not compressed.
#[derive(Clone, Copy)]
struct AsItIs;

/// Whether an answer may be compressed.
pub fn as_it_is(_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions) -> bool {
    extensions.get::<AsItIs>().is_none()
}

/// Keeps an answer from being compressed on its way.
pub(super) fn leave_as_it_is(response: &mut Response) {
    response.extensions_mut().insert(AsItIs);
}

/// A file that somebody may have.
#[derive(Clone, Debug)]
pub struct Download {
    /// The file.
    pub file: Stored,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: FileType,
    /// Whether anybody may have it, so that caches may keep it.
    pub public: bool,
}

/// Answers with a file; `headers` may ask for a part of it, or for nothing where it is known.
pub async fn answer(app: &App, headers: &HeaderMap, download: &Download) -> Result<Response> {
    let tag = format!("\"{}\"", download.file.sha256);
    let tag = HeaderValue::from_str(&tag).map_err(|error| Error::Internal(error.into()))?;
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| lists(known, &tag)) {
        let mut response = StatusCode::NOT_MODIFIED.into_response();
        describe(&mut response, download, tag)?;
        return Ok(response);
    }
    let length = download.file.bytes.unsigned_abs();
    let asked = headers.get(header::RANGE).filter(|_| is_same(headers, &tag));
    let range = asked.and_then(|asked| range_of(asked.to_str().ok()?, length));
    let (first, end) = range.unwrap_or((0, length));
    let body = body_in_pieces(Reading::part(app, &download.file, (first, end))).await?;
    let mut response = whole_or_part(body, range, length);
    describe(&mut response, download, tag)?;
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(end - first));
    Ok(response)
}

fn whole_or_part(body: Body, range: Option<(u64, u64)>, length: u64) -> Response {
    let mut response = Response::new(body);
    if let Some((first, end)) = range {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let part = format!("bytes {first}-{}/{length}", end - 1);
        if let Ok(part) = HeaderValue::from_str(&part) {
            response.headers_mut().insert(header::CONTENT_RANGE, part);
        }
    }
    response
}

/// Adds what is said of a file beside its bytes.
fn describe(response: &mut Response, download: &Download, tag: HeaderValue) -> Result<()> {
    leave_as_it_is(response);
    let text =
        |text: String| HeaderValue::from_str(&text).map_err(|error| Error::Internal(error.into()));
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(download.kind.media_type());
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CONTENT_DISPOSITION, text(disposition(&download.name))?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::ETAG, tag);
    let digest = STANDARD.encode(bytes_of(&download.file.sha256));
    headers.insert(DIGEST, text(format!("sha-256=:{digest}:"))?);
    if download.public {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    Ok(())
}

fn bytes_of(hex: &str) -> Vec<u8> {
    let digit = |place: usize| hex.get(place..place + 2);
    let pairs = (0..hex.len()).step_by(2).filter_map(digit);
    pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

fn lists(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    known.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

/// Whether the part that is asked for is of the file as it is.
fn is_same(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    headers.get(header::IF_RANGE).is_none_or(|of| of == tag)
}

/// The part that `bytes=..` asks for, as first byte and end; none where it asks for several, for
/// what is not there, or cannot be read: then the whole is sent, as it may be.
fn range_of(asked: &str, length: u64) -> Option<(u64, u64)> {
    let (first, last) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let (first, last) = (first.trim(), last.trim());
    if first.is_empty() {
        let last: u64 = last.parse().ok()?;
        return (last > 0 && length > 0).then(|| (length.saturating_sub(last), length));
    }
    let first: u64 = first.parse().ok()?;
    let end = if last.is_empty() { length } else { last.parse::<u64>().ok()?.checked_add(1)? };
    (first < length && first < end).then(|| (first, end.min(length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_what_was_asked_for_and_what_cannot_be_had_is_the_whole() {
        for (asked, part) in [
            ("bytes=0-0", Some((0, 1))),
            ("bytes=2-4", Some((2, 5))),
            ("bytes=7-", Some((7, 10))),
            ("bytes=-3", Some((7, 10))),
            ("bytes=-30", Some((0, 10))),
            ("bytes=5-99", Some((5, 10))),
            ("bytes=10-", None),
            ("bytes=4-2", None),
            ("bytes=-0", None),
            ("bytes=0-1,3-4", None),
            ("bytes=0-18446744073709551615", None),
            ("lines=1-2", None),
            ("bytes=", None),
        ] {
            assert_eq!(range_of(asked, 10), part, "{asked}");
        }
        assert_eq!(range_of("bytes=0-", 0), None);
    }

    #[test]
    fn a_digest_is_told_in_base64() {
        assert_eq!(STANDARD.encode(bytes_of("00ff10")), "AP8Q");
    }
}
