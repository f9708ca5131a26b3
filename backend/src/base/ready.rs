//! Public pages, and public lists of the API, stay ready as they were rendered and compressed,
//! until something in them has changed. Only what everybody is shown alike, so no page for
//! whoever has a session.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::App;
use super::assets::takes;
use super::headers::Public;
use super::kept::Numbers;
use super::not_modified::lists;

/// The most bytes of pages that are kept ready.
const MOST_BYTES: usize = 6 << 20;
/// The longest address, with language, of a page that is kept ready.
const LONGEST_KEY: usize = 300;
/// The largest page that is kept ready, in bytes.
const LARGEST: usize = 1 << 20;
/// How long a page stays ready although nothing has changed: dates pass.
const STAYS: Duration = Duration::from_mins(5);
/// How hard it is compressed, from 0 to 11: its first reader waits for it.
const QUALITY: i32 = 5;
/// The window of the compression, as a power of two: pages are smaller.
const WINDOW: i32 = 18;
/// Marks a public page that shows nothing but what [`Numbers`] stand for.
#[derive(Clone, Copy)]
pub struct Lasting;

/// The pages that are ready.
#[derive(Clone, Default)]
pub struct Ready(Arc<Mutex<Stock>>);

#[derive(Default)]
struct Stock {
    pages: HashMap<String, Arc<Page>>,
    bytes: usize,
}

struct Page {
    numbers: Numbers,
    until: DateTime<Utc>,
    /// Whether caches may keep it.
    is_public: bool,
    headers: HeaderMap,
    plain: Bytes,
    brotli: OnceLock<Bytes>,
}

/// Answers with the page that is ready, or has it made and keeps it.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(key) = key(&request) else { return next.run(request).await };
    let asked = Asked::of(request.headers());
    let numbers = match Numbers::read(&app.db).await {
        Ok(numbers) => numbers,
        Err(error) => return error.into_response(),
    };
    let now = app.clock.now();
    if let Some(page) = app.ready.page(&key, &numbers, now) {
        return asked.answer(&page);
    }
    let response = next.run(request).await;
    let lasts = response.extensions().get::<Lasting>().is_some();
    let sets_cookie = response.headers().contains_key(header::SET_COOKIE);
    if !lasts || sets_cookie || response.status() != StatusCode::OK {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(plain) = to_bytes(body, LARGEST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (until, headers) = (now + STAYS, parts.headers);
    let is_public = parts.extensions.get::<Public>().is_some();
    let brotli = OnceLock::new();
    let page = Arc::new(Page { numbers, until, is_public, headers, plain, brotli });
    app.ready.keep(key, page.clone());
    asked.answer(&page)
}

/// What names a page: its address and the languages that its reader accepts. None for whoever
/// sends a cookie, since a page may depend on it, and for what is no plain reading.
fn key(request: &Request) -> Option<String> {
    let headers = request.headers();
    if request.method() != Method::GET || headers.contains_key(header::COOKIE) {
        return None;
    }
    // Below a nested router the address of a request is cut short.
    let whole = request.extensions().get::<OriginalUri>().map_or(request.uri(), |whole| &whole.0);
    let address = whole.path_and_query()?.as_str();
    let languages = headers.get(header::ACCEPT_LANGUAGE).map_or(Ok(""), HeaderValue::to_str);
    let key = format!("{address} {}", languages.ok()?);
    (key.len() <= LONGEST_KEY).then_some(key)
}

impl Ready {
    fn page(&self, key: &str, numbers: &Numbers, now: DateTime<Utc>) -> Option<Arc<Page>> {
        let stock = self.0.lock().expect("no holder panics");
        let page = stock.pages.get(key)?;
        (page.numbers == *numbers && now < page.until).then(|| page.clone())
    }

    fn keep(&self, key: String, page: Arc<Page>) {
        let mut stock = self.0.lock().expect("no holder panics");
        if stock.bytes + page.size() > MOST_BYTES {
            *stock = Stock::default();
        }
        stock.bytes += page.size();
        if let Some(old) = stock.pages.insert(key, page) {
            stock.bytes -= old.size();
        }
    }
}

impl Page {
    fn size(&self) -> usize {
        // Compressed it takes a fifth.
        self.plain.len() * 6 / 5 + 1_000
    }
}

/// In which form a page is wanted.
struct Asked {
    brotli: bool,
    known: Option<HeaderValue>,
}

impl Asked {
    fn of(headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let brotli = accepted.unwrap_or_default().split(',').any(|part| takes(part, "br"));
        Self { brotli, known: headers.get(header::IF_NONE_MATCH).cloned() }
    }

    fn answer(&self, page: &Page) -> Response {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = page.headers.clone();
        if page.is_public {
            response.extensions_mut().insert(Public);
        }
        let tag = page.headers.get(header::ETAG);
        if let (Some(known), Some(tag)) = (&self.known, tag)
            && lists(known, tag)
        {
            response.headers_mut().remove(header::CONTENT_LENGTH);
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        let body = if self.brotli {
            let encoding = HeaderValue::from_static("br");
            response.headers_mut().insert(header::CONTENT_ENCODING, encoding);
            page.brotli.get_or_init(|| compressed(&page.plain))
        } else {
            &page.plain
        };
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        *response.body_mut() = Body::from(body.clone());
        response
    }
}

fn compressed(plain: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(plain.len() / 4);
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: plain.len(),
        ..Default::default()
    };
    let mut plain = plain;
    // Writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut plain, &mut out, &parameters);
    Bytes::from(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Arc<Page> {
        Arc::new(Page {
            numbers: Numbers::default(),
            until: DateTime::UNIX_EPOCH,
            is_public: true,
            headers: HeaderMap::new(),
            plain: Bytes::from(text.to_owned()),
            brotli: OnceLock::new(),
        })
    }

    #[test]
    fn more_addresses_than_fit_take_no_more_memory() {
        let ready = Ready::default();
        let large = page(&"x".repeat(LARGEST));
        for number in 0..100 {
            ready.keep(format!("/catalogue?page={number}"), large.clone());
            let stock = ready.0.lock().expect("no holder panics");
            let held: usize = stock.pages.values().map(|page| page.plain.len()).sum();
            assert!(held <= MOST_BYTES && !stock.pages.is_empty(), "{held}");
        }
    }

    #[test]
    fn a_page_that_is_made_again_is_counted_once() {
        let ready = Ready::default();
        for _ in 0..1_000 {
            ready.keep("/catalogue".to_owned(), page("a page"));
        }
        let stock = ready.0.lock().expect("no holder panics");
        assert!(stock.bytes < 5_000, "{}", stock.bytes);
    }

    #[test]
    fn whoever_sends_a_cookie_gets_no_page_that_was_made_for_another() {
        let asked = |cookie: Option<&str>| {
            let mut request =
                Request::get("/catalogue?q=a").body(Body::empty()).expect("a request");
            if let Some(cookie) = cookie {
                let cookie = cookie.parse().expect("a header");
                request.headers_mut().insert(header::COOKIE, cookie);
            }
            key(&request)
        };
        assert_eq!(asked(None).as_deref(), Some("/catalogue?q=a "));
        assert_eq!(asked(Some("__Host-rctm=x")), None);
        assert_eq!(asked(Some("language=ar")), None);
    }
}
