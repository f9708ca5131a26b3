//! Books on paper: a title, contents with page numbers, parts and sections, as a tagged PDF that
//! can be searched, in every script that the fonts hold.
mod book;
mod flow;
mod fonts;
mod sheet;

use std::sync::Arc;

use tokio::sync::Semaphore;

pub use self::book::{Block, Book, Part, Section, Words};
use super::error::{Error, Result};

/// What a PDF is to a browser.
pub const PDF: &str = "application/pdf";
/// How many books are printed at once: each takes a processor.
const AT_ONCE: usize = 1;
/// When to ask again while others print, in seconds.
const COME_BACK: u32 = 5;

/// A printed book.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// How many characters no font has; each is printed as an empty box.
    pub unknown: usize,
}

/// Where books are printed, beside the threads that answer requests.
#[derive(Clone, Debug)]
pub struct Press(Arc<Semaphore>);

impl Default for Press {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Press {
    /// Prints a book, or says when to come back.
    pub async fn print(&self, book: Book) -> Result<Printed> {
        let permit = self.0.clone().try_acquire_owned().map_err(|_| Error::Busy(COME_BACK))?;
        let printing = tokio::task::spawn_blocking(move || {
            let printed = flow::print(&book);
            drop(permit);
            printed
        });
        let printed = printing.await.map_err(|error| Error::Internal(error.into()))??;
        if printed.unknown > 0 {
            let (unknown, pages) = (printed.unknown, printed.pages);
            tracing::warn!(unknown, pages, "A book has characters that no font holds");
        }
        Ok(printed)
    }
}
