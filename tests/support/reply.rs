//! What came back.
use axum::body::to_bytes;
use axum::http::{HeaderMap, Response, StatusCode, header};

/// An answer, read whole.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text; what is not text is replaced.
    pub text: String,
    /// The size of the body as it was sent, in bytes.
    pub bytes: usize,
    /// The body as it was sent.
    pub body: axum::body::Bytes,
}

impl Reply {
    pub(crate) async fn read(response: Response<axum::body::Body>) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 28).await.expect("the body can be read");
        let text = String::from_utf8_lossy(&body).into_owned();
        Self { status: parts.status, headers: parts.headers, text, bytes: body.len(), body }
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The revision that the form on the page carries.
    #[track_caller]
    pub fn revision(&self) -> String {
        let (_, rest) = self.text.split_once("name=\"revision\" value=\"").expect("a revision");
        rest.split('"').next().expect("a value").to_owned()
    }

    /// What a hidden field of the form on the page carries.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.text.split_once(&mark).expect("a field");
        rest.split('"').next().expect("a value").to_owned()
    }

    /// Where it leads.
    pub fn location(&self) -> Option<&str> {
        self.header(header::LOCATION.as_str())
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Fails unless the body contains `words`.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.text.contains(words),
            "{words:?} is not in this {}:\n{}",
            self.status,
            self.text
        );
        self
    }

    /// Fails if the body contains `words`.
    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "{words:?} is in this {}:\n{}", self.status, self.text);
        self
    }

    /// Fails unless the status is `status`.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }

    /// Fails unless it leads on (303) to `path`.
    #[track_caller]
    pub fn leads_to(&self, path: &str) -> &Self {
        self.is(303);
        assert_eq!(self.location(), Some(path));
        self
    }
}
