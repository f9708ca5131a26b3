//! Whether what is stored is what was written, and copies of it for backups.
use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use object_store::{ObjectStoreExt, WriteMultipart};

use super::reading::Reading;
use super::register::{Stored, is_kept};
use super::{Files, trouble};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::Pieces;
use crate::base::ids::StoredFileId;

/// Reads every file to its end; a sentence each for those that are not what was stored. What was
/// let go since `files` were listed is no difference.
pub async fn check(app: &App, files: &[Stored]) -> Result<Vec<String>> {
    let mut differences = Vec::new();
    for file in files {
        let said = match read(app, file).await {
            Ok(()) => continue,
            Err(Error::Internal(cause)) => cause.to_string(),
            Err(other) => return Err(other),
        };
        if is_kept(&app.db, file.id).await? {
            let id = file.id;
            let words = if is_missing(app, id).await? {
                format!("file {id} is missing from the store")
            } else {
                tracing::debug!(said, "A file differs");
                format!("file {id} is not what was stored: its length or SHA-256 differs")
            };
            differences.push(words);
        }
    }
    Ok(differences)
}

async fn read(app: &App, file: &Stored) -> Result<()> {
    let mut reading = Reading::whole(app, file);
    let actual = app.files.store.head(&app.files.path(file.id)).await;
    let actual = actual.map_err(trouble)?.size;
    if actual != file.bytes.unsigned_abs() {
        return Err(Error::Internal(anyhow::anyhow!("it has {actual} bytes")));
    }
    while !reading.next().await?.is_empty() {}
    Ok(())
}

async fn is_missing(app: &App, id: StoredFileId) -> Result<bool> {
    match app.files.store.head(&app.files.path(id)).await {
        Ok(_) => Ok(false),
        Err(object_store::Error::NotFound { .. }) => Ok(true),
        Err(error) => Err(trouble(error)),
    }
}

/// Copies files into a new directory, each by its key; a file that is not what was stored is no
/// backup.
pub async fn copy_to(app: &App, files: &[Stored], directory: &Path) -> anyhow::Result<()> {
    use tokio::io::AsyncWriteExt;
    fs::DirBuilder::new().mode(0o700).create(directory)?;
    for file in files {
        let path = directory.join(file.id.to_string());
        let mut options = tokio::fs::OpenOptions::new();
        let mut to = options.write(true).create_new(true).mode(0o600).open(&path).await?;
        let mut reading = Reading::whole(app, file);
        loop {
            let piece = reading.next().await.map_err(|error| match error {
                Error::Internal(cause) => cause,
                other => other.into(),
            });
            let piece = piece.with_context(|| format!("file {} cannot be read", file.id))?;
            if piece.is_empty() {
                break;
            }
            let written = to.write_all(&piece).await;
            written.with_context(|| format!("{} cannot be written", path.display()))?;
        }
        to.sync_all().await.with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Puts the files of a backup, by their keys, into a store that holds none; on a fault it holds
/// none again.
pub async fn restore(files: &Files, names: &[String], directory: &Path) -> anyhow::Result<()> {
    ensure!(
        files.is_empty().await?,
        "the store of files is not empty; a backup is restored into an empty one only"
    );
    let mut put = Vec::new();
    for name in names {
        let Ok(id) = name.parse().map(StoredFileId) else { bail!("{name} is no key of a file") };
        put.push(id);
        if let Err(error) = put_one(files, id, &directory.join(name)).await {
            for id in put {
                files.delete(id).await?;
            }
            return Err(error.context(format!("file {name} cannot be restored")));
        }
    }
    Ok(())
}

async fn put_one(files: &Files, id: StoredFileId, from: &Path) -> anyhow::Result<()> {
    use tokio::io::AsyncReadExt;
    let mut from = tokio::fs::File::open(from).await?;
    let mut writing = WriteMultipart::new(files.store.put_multipart(&files.path(id)).await?);
    let mut buffer = vec![0; 1 << 18];
    loop {
        let read = match from.read(&mut buffer).await {
            Ok(read) => read,
            Err(error) => {
                writing.abort().await?;
                return Err(error.into());
            }
        };
        if read == 0 {
            writing.finish().await?;
            return Ok(());
        }
        writing.wait_for_capacity(2).await?;
        writing.write(&buffer[..read]);
    }
}
