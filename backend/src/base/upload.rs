//! A table that somebody sends with a form: as a file, or pasted into a field.
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;

use super::App;
use super::error::{Error, Result};
use super::extract::read_at;

/// The field that carries the file.
const FILE: &str = "file";
/// The field into which a table is pasted.
const PASTED: &str = "table";
/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// A table that somebody sends with a form.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The name of the file; empty where the table was pasted.
    pub name: String,
    /// What it holds; nothing where no file was chosen.
    pub bytes: Bytes,
}

impl FromRequest<App> for Upload {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let boundary = kind.and_then(|kind| multer::parse_boundary(kind).ok());
        let is_form = super::extract::is_form(request.headers());
        let path = request.uri().path().to_owned();
        if boundary.is_none() && !is_form {
            return Err(Error::Unreadable("not a form".into()));
        }
        let body = read_at(&path, request.into_body(), app).await?;
        match boundary {
            Some(boundary) => of_parts(body, boundary).await,
            None => Ok(pasted(&body)),
        }
    }
}

fn pasted(body: &[u8]) -> Upload {
    let mut fields = url::form_urlencoded::parse(body);
    let table = fields.find(|(name, _)| name == PASTED).map(|(_, text)| text.into_owned());
    Upload { name: String::new(), bytes: table.unwrap_or_default().into() }
}

async fn of_parts(body: Bytes, boundary: String) -> Result<Upload> {
    let stream = axum::body::Body::from(body).into_data_stream();
    let mut parts = multer::Multipart::new(stream, boundary);
    let mut found = Upload::default();
    while let Some(part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
        let is_file = part.name() == Some(FILE);
        if !is_file && part.name() != Some(PASTED) {
            continue;
        }
        let name = part.file_name().map(plain_name).unwrap_or_default();
        let bytes = part.bytes().await.map_err(|error| unreadable(&error))?;
        // The file counts where somebody also left something in the other field.
        if !bytes.is_empty() && (is_file || found.bytes.is_empty()) {
            found = Upload { name: if is_file { name } else { String::new() }, bytes };
        }
    }
    Ok(found)
}

/// The name of a file without the folders that some browsers send, and without what no name has.
pub fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect()
}

fn unreadable(error: &multer::Error) -> Error {
    Error::Unreadable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_taken_from_a_form_and_so_is_a_table_that_was_pasted() {
        let part = |head: &str, text: &str| {
            format!("--b\r\ncontent-disposition: form-data; {head}\r\n\r\n{text}\r\n")
        };
        let file = part("name=\"file\"; filename=\"C:\\\\dir\\\\a b.csv\"", "a,b");
        let pasted_too = part("name=\"table\"", "c\td");
        let body = format!("{}{file}{pasted_too}--b--\r\n", part("name=\"other\"", "x"));
        let found = of_parts(body.into(), "b".into()).await.expect("a form");
        assert_eq!((found.name.as_str(), &found.bytes[..]), ("a b.csv", &b"a,b"[..]));
        let body = format!("{pasted_too}--b--\r\n");
        let found = of_parts(body.into(), "b".into()).await.expect("a form");
        assert_eq!((found.name.as_str(), &found.bytes[..]), ("", &b"c\td"[..]));
        assert_eq!(&pasted(b"x=1&table=a%09b").bytes[..], b"a\tb");
        assert!(of_parts("--b\r\nbroken".into(), "b".into()).await.is_err());
    }
}
