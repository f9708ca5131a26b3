//! Several files as one ZIP, written while it is read: no more of it is held than a piece.
use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::HeaderValue;
use axum::http::header;
use axum::response::Response;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::reading::Reading;
use super::register::Stored;
use super::{FileType, clean_name};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::{Pieces, body_in_pieces};

/// How hard it is compressed: most of what comes in is compressed already.
const LEVEL: i64 = 1;

/// A file in a pack.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The folder; empty for none.
    pub folder: String,
    /// Its name.
    pub name: String,
    /// The file.
    pub file: Stored,
}

/// Answers with a ZIP of this name that holds a text and files, read one after the other.
pub async fn pack(
    app: &App,
    name: &str,
    (text_name, text): (&str, String),
    files: Vec<Packed>,
) -> Result<Response> {
    let out = Out::default();
    let mut writer = Box::new(ZipWriter::new_stream(out.clone()));
    writer.start_file(text_name, options(text.len() as u64)).map_err(failed)?;
    writer.write_all(text.as_bytes()).map_err(anyhow::Error::from)?;
    let mut files = named(files);
    files.reverse();
    let packing = Packing { app: app.clone(), out, writer: Some(writer), files, open: None };
    let mut response = Response::new(body_in_pieces(packing).await?);
    let name = clean_name(name, FileType::Zip);
    let disposition = HeaderValue::from_str(&super::names::disposition(&name));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(FileType::Zip.media_type()));
    headers.insert(
        header::CONTENT_DISPOSITION,
        disposition.map_err(|error| Error::Internal(error.into()))?,
    );
    super::asked::leave_as_it_is(&mut response);
    Ok(response)
}

/// Every file with the path that it has in the pack, each its own.
fn named(files: Vec<Packed>) -> Vec<(String, Stored)> {
    let (most, mut taken) = (files.len(), HashSet::new());
    let mut named = Vec::new();
    for packed in files {
        let (stem, ending) = packed.name.rsplit_once('.').unwrap_or((&packed.name, ""));
        let path = |number: usize| {
            let again = if number > 1 { format!(" ({number})") } else { String::new() };
            let name = format!("{stem}{again}.{ending}");
            if packed.folder.is_empty() { name } else { format!("{}/{name}", packed.folder) }
        };
        let path = (1..=most).map(path).find(|path| taken.insert(path.to_lowercase()));
        named.push((path.unwrap_or_default(), packed.file));
    }
    named
}

/// Where the writer of the ZIP leaves its bytes until they are taken.
#[derive(Clone, Debug, Default)]
struct Out(Arc<Mutex<Vec<u8>>>);

impl Out {
    fn taken(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A ZIP that is written while it is read.
struct Packing {
    app: App,
    out: Out,
    writer: Option<Box<ZipWriter<StreamWriter<Out>>>>,
    /// What is still to come, the next one last.
    files: Vec<(String, Stored)>,
    open: Option<Reading>,
}

impl Packing {
    /// Writes the next piece; tells whether there is more.
    async fn step(&mut self) -> Result<bool> {
        let Some(writer) = &mut self.writer else { return Ok(false) };
        if let Some(open) = &mut self.open {
            let piece = open.next().await?;
            if piece.is_empty() {
                self.open = None;
            } else {
                writer.write_all(&piece).map_err(anyhow::Error::from)?;
            }
        } else if let Some((path, file)) = self.files.pop() {
            writer.start_file(path, options(file.bytes.unsigned_abs())).map_err(failed)?;
            self.open = Some(Reading::whole(&self.app, &file));
        } else if let Some(writer) = self.writer.take() {
            writer.finish().map_err(failed)?;
        }
        Ok(true)
    }
}

impl Pieces for Packing {
    async fn next(&mut self) -> Result<Vec<u8>> {
        loop {
            let more = self.step().await?;
            let bytes = self.out.taken();
            if !bytes.is_empty() || !more {
                return Ok(bytes);
            }
        }
    }
}

/// How a file is written; the time is always the same, so that the same files make the same ZIP.
fn options(bytes: u64) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .large_file(bytes >= u64::from(u32::MAX))
}

fn failed(error: zip::result::ZipError) -> Error {
    Error::Internal(error.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::StoredFileId;

    #[test]
    fn files_of_one_name_stand_side_by_side() {
        let file = Stored { id: StoredFileId::new(), bytes: 1, sha256: String::new() };
        let packed = |folder: &str, name: &str| Packed {
            folder: folder.into(),
            name: name.into(),
            file: file.clone(),
        };
        let files = vec![packed("en", "A.pdf"), packed("en", "a.pdf"), packed("id", "A.pdf")];
        let paths: Vec<_> = named(files).into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["en/A.pdf", "en/a (2).pdf", "id/A.pdf"]);
    }
}
