//! A form that may carry a file, and a body that is one. Nothing is read before the handler says
//! so, because a stranger may send no file at all.
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use futures_util::StreamExt;

use super::arriving::{Arriving, next};
use super::{Arrived, Limit};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{has_nul, is_form, read};
use crate::base::i18n::Message;

/// The field of a form that carries the file.
const FILE: &str = "file";
/// The field that names a file that arrived with the form before.
pub const ARRIVED: &str = "arrived";
/// The longest text in a field, in bytes.
const LONGEST_TEXT: usize = 16 * 1024;
/// The most fields of a form with a file.
const MOST_FIELDS: usize = 50;

/// A request whose body has not been read.
pub struct Incoming(Request);

/// What a form said, and the file that came with it.
#[derive(Debug, Default)]
pub struct Sent {
    /// Every field but the file, in order, as typed.
    pub fields: Vec<(String, String)>,
    /// The file, or why it is not taken; none where none was chosen.
    pub file: Option<Result<Arrived, Message>>,
}

impl FromRequest<App> for Incoming {
    type Rejection = Error;
    async fn from_request(request: Request, _: &App) -> Result<Self> {
        Ok(Self(request))
    }
}

impl Sent {
    /// What was typed into a field.
    pub fn value(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|(known, _)| known == name);
        field.map_or("", |(_, value)| value.as_str())
    }

    /// Whatever came with it is taken away again.
    pub async fn discard(self, app: &App) {
        if let Some(Ok(file)) = self.file {
            file.discard(app).await;
        }
    }
}

impl Incoming {
    /// Whether the body is said to be a form.
    fn is_plain_form(&self) -> bool {
        is_form(self.0.headers())
    }

    /// Reads a form, and stores the file that it carries.
    pub async fn form(self, app: &App, limit: Limit) -> Result<Sent> {
        let sent = if self.is_plain_form() {
            self.plain(app).await?
        } else {
            Box::pin(within(app, self.multipart(app, limit))).await?
        };
        Ok(sent.with_arrived(app))
    }

    async fn plain(self, app: &App) -> Result<Sent> {
        let body = read(self.0.into_body(), app).await?;
        if has_nul(&body) {
            return Err(Error::Unreadable("a NUL character".into()));
        }
        let fields = url::form_urlencoded::parse(&body).into_owned().collect();
        Ok(Sent { fields, file: None })
    }

    async fn multipart(self, app: &App, limit: Limit) -> Result<Sent> {
        let kind = self.0.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let boundary = multer::parse_boundary(kind).map_err(unreadable)?;
        let whole = multer::SizeLimit::new().whole_stream(most_bytes(limit));
        let constraints = multer::Constraints::new().size_limit(whole);
        let stream = self.0.into_body().into_data_stream();
        let mut parts = multer::Multipart::with_constraints(stream, boundary, constraints);
        let silent = app.settings.limits.file_silent_within;
        let mut sent = Sent::default();
        while let Some(part) = next(silent, parts.next_field()).await?.map_err(unreadable)? {
            if sent.fields.len() >= MOST_FIELDS {
                return Err(Error::TooLarge);
            }
            let name = part.name().unwrap_or_default().to_owned();
            if name == FILE && part.file_name().is_some() {
                let file = received(app, part, limit).await?;
                if let Some(Ok(before)) = sent.file.take() {
                    before.discard(app).await;
                }
                sent.file = file;
            } else {
                let text = text_of(app, part).await;
                match text {
                    Ok(text) => sent.fields.push((name, text)),
                    Err(error) => {
                        sent.discard(app).await;
                        return Err(error);
                    }
                }
            }
        }
        Ok(sent)
    }

    /// Reads a body that is a file of this name, and stores it.
    pub async fn file(
        self,
        app: &App,
        name: &str,
        limit: Limit,
    ) -> Result<Result<Arrived, Message>> {
        Box::pin(within(app, stored(app, (name, limit), self.0.into_body()))).await
    }
}

impl Sent {
    /// Where no new file was chosen, the file that arrived with the form before.
    fn with_arrived(mut self, app: &App) -> Self {
        if self.file.is_none() {
            let token = self.value(ARRIVED);
            self.file = Arrived::of_token(&app.settings.secret_key, token).map(Ok);
        }
        self.fields.retain(|(name, _)| name != ARRIVED);
        self
    }
}

/// A file that is too large is read to its end where that is near, so that its sender sees why it
/// was not taken instead of a broken connection.
fn most_bytes(limit: Limit) -> u64 {
    limit.largest.saturating_mul(2).saturating_add(1 << 20)
}

async fn within<T>(app: &App, reading: impl Future<Output = Result<T>>) -> Result<T> {
    let whole = tokio::time::timeout(app.settings.limits.file_within, reading);
    whole.await.map_err(|_| Error::TooSlow)?
}

/// The file in a part of a form; none where no file was chosen.
async fn received(
    app: &App,
    mut part: multer::Field<'_>,
    limit: Limit,
) -> Result<Option<Result<Arrived, Message>>> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let mut arriving = Arriving::new(app, &name, limit);
    let silent = app.settings.limits.file_silent_within;
    let mut came = false;
    loop {
        let piece = match next(silent, part.chunk()).await {
            Ok(piece) => piece.map_err(unreadable),
            Err(error) => Err(error),
        };
        let taken = match piece {
            Ok(Some(piece)) => {
                came |= !piece.is_empty();
                arriving.take(piece).await
            }
            Ok(None) => break,
            Err(error) => Err(error),
        };
        if let Err(error) = taken {
            arriving.give_up().await;
            return Err(error);
        }
    }
    // A browser sends a part without name and bytes where nobody chose a file.
    if name.is_empty() && !came {
        return Ok(None);
    }
    arriving.finish().await.map(Some)
}

async fn stored(
    app: &App,
    (name, limit): (&str, Limit),
    body: Body,
) -> Result<Result<Arrived, Message>> {
    let mut arriving = Arriving::new(app, name, limit);
    let mut pieces = body.into_data_stream();
    let silent = app.settings.limits.file_silent_within;
    let mut left = most_bytes(limit);
    loop {
        let piece = match next(silent, pieces.next()).await {
            Ok(piece) => piece.transpose().map_err(|e| Error::Unreadable(e.to_string())),
            Err(error) => Err(error),
        };
        let taken = match piece {
            Ok(Some(piece)) if piece.len() as u64 > left => Err(Error::TooLarge),
            Ok(Some(piece)) => {
                left -= piece.len() as u64;
                arriving.take(piece).await
            }
            Ok(None) => break,
            Err(error) => Err(error),
        };
        if let Err(error) = taken {
            arriving.give_up().await;
            return Err(error);
        }
        if arriving.is_refused() && left == 0 {
            break;
        }
    }
    arriving.finish().await
}

async fn text_of(app: &App, mut part: multer::Field<'_>) -> Result<String> {
    let silent = app.settings.limits.body_within;
    let mut bytes = Vec::new();
    while let Some(piece) = next(silent, part.chunk()).await?.map_err(unreadable)? {
        bytes.extend(piece);
        if bytes.len() > LONGEST_TEXT {
            return Err(Error::TooLarge);
        }
    }
    let text = String::from_utf8(bytes).map_err(|error| Error::Unreadable(error.to_string()))?;
    if text.contains('\0') { Err(Error::Unreadable("a NUL character".into())) } else { Ok(text) }
}

fn unreadable(error: multer::Error) -> Error {
    match error {
        multer::Error::StreamSizeExceeded { .. } => Error::TooLarge,
        other => Error::Unreadable(other.to_string()),
    }
}
