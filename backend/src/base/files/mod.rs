//! Files that people give us: kept in a directory of this machine, or in a store that speaks S3.
//!
//! A file has a random key and never changes. Its row in `stored_file` says that it is there, how
//! long it is and its SHA-256; a feature refers to the row. A row is *arriving* before the first
//! byte is written, and *leaving* before the last one goes, so that nothing is stored of which
//! nobody knows: what arrives or leaves for too long is swept.
mod arriving;
mod asked;
mod checking;
mod kinds;
mod names;
mod pack;
mod place;
mod reading;
mod register;
mod sent;

use std::io;
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use futures_util::TryStreamExt;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};

pub use self::arriving::{Arrived, Limit, no_room};
pub use self::asked::{Download, answer, as_it_is};
pub use self::checking::{check, copy_to, restore};
pub use self::kinds::{ALL_EXTENSIONS, FileType};
pub use self::names::clean as clean_name;
pub use self::pack::{Packed, pack};
pub use self::place::{FilesSettings, Place, S3, beside_database, mib};
pub use self::reading::Reading;
pub use self::register::{Stored, keep, kept, let_go, sweep};
pub use self::sent::{ARRIVED, Incoming, Sent};
use super::error::{Error, Result};
use super::ids::StoredFileId;

/// The store of files.
#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    prefix: Path,
    /// Where it is a directory of this machine: that directory.
    directory: Option<PathBuf>,
    /// The largest file that is taken, in bytes.
    pub largest: u64,
    /// The most bytes that one organisation may keep.
    pub quota: u64,
}

impl Files {
    /// Opens the store that the settings name; a directory is made where there is none yet.
    pub fn open(settings: &FilesSettings) -> anyhow::Result<Self> {
        let (store, prefix) = settings.place.open()?;
        let directory = match &settings.place {
            Place::Directory(directory) => Some(directory.clone()),
            Place::S3(_) => None,
        };
        Ok(Self { store, prefix, directory, largest: settings.largest, quota: settings.quota })
    }

    /// Where a file is in the store.
    fn path(&self, id: StoredFileId) -> Path {
        self.prefix.clone().join(id.0.simple().to_string())
    }

    /// Takes a file away, whole or half; that there is none is as good.
    async fn delete(&self, id: StoredFileId) -> Result<()> {
        if let Some(directory) = &self.directory {
            half_away(directory, id).await?;
        }
        match self.store.delete(&self.path(id)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(trouble(error)),
        }
    }

    /// Whether the store holds no file at all.
    async fn is_empty(&self) -> Result<bool> {
        let mut all = self.store.list(Some(&self.prefix));
        Ok(all.try_next().await.map_err(trouble)?.is_none())
    }

    /// The keys of all that is in the store, for tests and for who counts.
    pub async fn names(&self) -> Result<Vec<String>> {
        let all = self.store.list(Some(&self.prefix));
        let all: Vec<_> = all.try_collect().await.map_err(trouble)?;
        Ok(all.into_iter().map(|found| found.location.to_string()).collect())
    }
}

/// Takes away what a program that died left of a file that it was writing: `KEY#1`, which the store
/// neither lists nor deletes.
async fn half_away(directory: &FilePath, id: StoredFileId) -> Result<()> {
    let half = directory.join(format!("{}#1", id.0.simple()));
    match tokio::fs::remove_file(&half).await {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => {
            tracing::error!(%error, "Half a file cannot be taken away");
            Err(Error::Away { unsure: false })
        }
    }
}

/// What it is to a person that the store does not do what it should: it may be away, or full. The
/// cause is for the log.
fn trouble(error: object_store::Error) -> Error {
    if matches!(error, object_store::Error::NotFound { .. }) {
        return Error::Internal(error.into());
    }
    tracing::error!(%error, "The store of files fails");
    Error::Away { unsure: false }
}
