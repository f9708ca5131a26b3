//! Emails as files, for demonstrations.
use std::path::Path;

use super::message::Built;
use super::rules::{Outcome, Trouble, TroubleKind};
use crate::base::ids::EmailId;

/// Writes a message as `ID.eml`; whoever looks sees the whole file or none.
pub async fn write(directory: &Path, id: EmailId, built: &Built) -> Outcome {
    match put(directory, id, &built.bytes).await {
        Ok(()) => Outcome::Sent,
        Err(error) => {
            tracing::warn!(%error, "An email could not be written to the directory");
            Outcome::Later(Trouble::of(TroubleKind::File))
        }
    }
}

async fn put(directory: &Path, id: EmailId, bytes: &[u8]) -> std::io::Result<()> {
    let half = directory.join(format!(".{id}.half"));
    tokio::fs::create_dir_all(directory).await?;
    tokio::fs::write(&half, bytes).await?;
    tokio::fs::rename(&half, directory.join(format!("{id}.eml"))).await
}
