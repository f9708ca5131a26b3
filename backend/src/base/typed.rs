//! What somebody typed into a form, held until the answer is known: where it could not be saved,
//! the page that says so shows it and sends it again.
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::App;
use super::error::{Error, Unrendered};
use super::{csrf, extract};

/// The hidden field that names what had been kept for somebody while they signed in again. No
/// handler sees it.
pub const KEPT: &str = "kept-form";
/// Parts of the names of fields that are never shown, kept or sent again.
const SECRETS: [&str; 4] = ["password", "current", "secret", "totp"];
/// Fields that say which button was pressed, or what the page itself added.
const SILENT: [&str; 6] = ["id", "do", "revision", "seen", "move", "remove"];

/// A form as it was sent.
#[derive(Clone, Debug)]
pub struct Typed(Arc<Form>);

#[derive(Debug)]
struct Form {
    address: String,
    fields: Vec<(String, String)>,
    navigates: bool,
    kept: Option<String>,
}

impl Typed {
    /// A form that was kept: its address and its fields as they were encoded.
    pub fn restored(address: &str, encoded: &str) -> Self {
        let fields = url::form_urlencoded::parse(encoded.as_bytes()).into_owned().collect();
        let address = address.to_owned();
        Self(Arc::new(Form { address, fields, navigates: true, kept: None }))
    }

    /// Where it was sent to: path and query.
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// The path of the page that holds the form, for those who have to fill it again.
    pub fn page(&self) -> &str {
        self.0.address.split('?').next().unwrap_or("/")
    }

    /// Every field, to be sent again.
    pub fn fields(&self) -> &[(String, String)] {
        &self.0.fields
    }

    /// What a person typed or chose, with the name of each field in words.
    pub fn shown(&self) -> Vec<(String, &str)> {
        let typed = self.0.fields.iter().filter(|(name, value)| {
            !value.trim().is_empty()
                && !SILENT.contains(&name.as_str())
                && uuid::Uuid::try_parse(value).is_err()
        });
        typed.map(|(name, value)| (name.replace(['.', '_', '-'], " "), value.as_str())).collect()
    }

    /// Whether it may be shown, kept and sent again: it holds no secret, and something was typed.
    pub fn can_be_offered(&self) -> bool {
        let secret = |name: &str| SECRETS.iter().any(|part| name.contains(part));
        let fields = &self.0.fields;
        !fields.is_empty() && !fields.iter().any(|(name, _)| secret(&name.to_ascii_lowercase()))
    }

    /// Whether a person waits for the page that answers it, rather than a script.
    pub fn navigates(&self) -> bool {
        self.0.navigates
    }

    /// The reference to what had been kept, where this is it.
    pub fn kept(&self) -> Option<&str> {
        self.0.kept.as_deref()
    }

    /// The fields as a form encodes them.
    pub fn encoded(&self) -> String {
        encode(&self.0.fields)
    }

    fn of(request: &Request, body: &[u8]) -> Self {
        let mode = request.headers().get("sec-fetch-mode");
        let address = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        let all = url::form_urlencoded::parse(body).into_owned();
        let (kept, fields): (Vec<_>, Vec<_>) = all.partition(|(name, _)| name == KEPT);
        Self(Arc::new(Form {
            address,
            fields,
            navigates: mode.is_none_or(|mode| mode == "navigate"),
            kept: kept.into_iter().next().map(|(_, reference)| reference),
        }))
    }
}

fn encode(fields: &[(String, String)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// Reads the forms of our own pages before anybody looks at them, and holds what was typed: for
/// the layers within, and in the answer for those around.
pub async fn hold(State(app): State<App>, request: Request, next: Next) -> Response {
    if !is_form_of_ours(&app, &request) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let mut body = match extract::read(body, &app).await {
        Ok(body) => body,
        Err(error) => return error.into_response(),
    };
    if extract::has_nul(&body) {
        // Nobody types this, and no page may hold it. It is refused where forms are read.
        return next.run(Request::from_parts(parts, Body::from(body))).await;
    }
    let head = Request::from_parts(parts.clone(), Body::empty());
    let typed = Typed::of(&head, &body);
    if typed.kept().is_some() {
        body = typed.encoded().into();
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    parts.extensions.insert(typed.clone());
    let mut response = next.run(Request::from_parts(parts, Body::from(body))).await;
    if response.extensions().get::<Unrendered>().is_some() {
        response.extensions_mut().insert(typed);
    }
    response
}

/// Whether what was typed should be offered again after this error.
pub fn is_offered_after(error: &Error) -> bool {
    matches!(
        error,
        Error::Busy(_) | Error::Away { .. } | Error::Internal(_) | Error::Conflict | Error::SignIn
    )
}

fn is_form_of_ours(app: &App, request: &Request) -> bool {
    *request.method() == Method::POST
        && extract::is_form(request.headers())
        && csrf::comes_from(request.headers(), app.settings.origin())
        && !is_too_large(app, request.headers())
}

/// Larger than we take: refused further in, and not read.
fn is_too_large(app: &App, headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    let length = length.and_then(|length| length.parse::<usize>().ok());
    length.is_some_and(|length| length > app.settings.limits.largest_body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(body: &str) -> Typed {
        let request = Request::post("/rounds?x=1").body(Body::empty()).expect("a request");
        Typed::of(&request, body.as_bytes())
    }

    #[test]
    fn what_a_person_typed_is_shown_and_everything_is_sent_again() {
        let form =
            typed("id=018f0000-0000-7000-8000-000000000000&m1.title=Paper&m1.hours=&do=save");
        assert_eq!(form.shown(), [("m1 title".to_owned(), "Paper")]);
        assert_eq!(form.fields().len(), 4);
        assert!(form.can_be_offered() && form.navigates());
        assert_eq!((form.address(), form.page()), ("/rounds?x=1", "/rounds"));
    }

    #[test]
    fn secrets_are_neither_shown_nor_kept() {
        for secret in ["email=a&password=b", "current=a&new=b", "client_secret=x", "New-Password=x"]
        {
            assert!(!typed(secret).can_be_offered(), "{secret}");
        }
        assert!(!typed("").can_be_offered());
    }

    #[test]
    fn the_reference_to_what_was_kept_reaches_no_handler() {
        let form = typed("title=A&kept-form=abc&title=B");
        assert_eq!(form.kept(), Some("abc"));
        assert_eq!(form.encoded(), "title=A&title=B");
    }
}
