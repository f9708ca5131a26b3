//! A file on its way out: in pieces, each asked of the store by itself, so that a reader on a slow
//! line holds nothing open. Read from end to end, it is compared with its SHA-256.
use aws_lc_rs::digest;
use object_store::ObjectStoreExt;

use super::arriving::hex;
use super::register::Stored;
use super::trouble;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::Pieces;

/// How much is asked of the store at once, in bytes.
const PIECE: u64 = 512 * 1024;

/// A file that is read in pieces.
pub struct Reading {
    app: App,
    file: Stored,
    place: u64,
    end: u64,
    /// The hash of what was read; none where only a part is read.
    hash: Option<digest::Context>,
}

impl Reading {
    /// The whole file.
    pub fn whole(app: &App, file: &Stored) -> Self {
        let hash = Some(digest::Context::new(&digest::SHA256));
        let end = file.bytes.unsigned_abs();
        Self { app: app.clone(), file: file.clone(), place: 0, end, hash }
    }

    /// The bytes from `first` to before `end`.
    pub(super) fn part(app: &App, file: &Stored, (first, end): (u64, u64)) -> Self {
        let whole = Self::whole(app, file);
        if first == 0 && end == whole.end {
            whole
        } else {
            Self { place: first, end, hash: None, ..whole }
        }
    }

    /// Whether what was read is what was stored.
    fn is_what_it_was(&mut self) -> bool {
        let hash = self.hash.take();
        hash.is_none_or(|hash| hex(hash.finish().as_ref()) == self.file.sha256)
    }
}

impl Pieces for Reading {
    async fn next(&mut self) -> Result<Vec<u8>> {
        if self.place >= self.end {
            return Ok(Vec::new());
        }
        let upto = self.end.min(self.place + PIECE);
        let path = self.app.files.path(self.file.id);
        let piece = self.app.files.store.get_range(&path, self.place..upto).await;
        let piece = piece.map_err(trouble)?;
        if let Some(hash) = &mut self.hash {
            hash.update(&piece);
        }
        self.place += piece.len() as u64;
        let short = self.place < upto;
        if short || (self.place >= self.end && !self.is_what_it_was()) {
            let id = self.file.id;
            return Err(Error::Internal(anyhow::anyhow!("file {id} is not what was stored")));
        }
        Ok(piece.to_vec())
    }
}
