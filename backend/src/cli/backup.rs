//! `rctm backup`: a copy of everything, while the service runs.
use std::path::PathBuf;

use anyhow::ensure;
use clap::Args;

use super::print;
use crate::app;
use crate::base::backup;
use crate::base::clock::Clock;
use crate::base::config::Settings;

/// Where the backup goes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The directory to be made; there must be nothing yet.
    directory: PathBuf,
}

/// Makes a backup and says what is in it.
pub async fn run(config: &std::path::Path, arguments: Arguments) -> anyhow::Result<()> {
    let app = app::open(Settings::load(config)?, Clock::system()).await?;
    ensure!(
        app::is_migrated(&app).await?,
        "the schema of the database is not up to date: run `rctm migrate`"
    );
    let made = backup::make(&app, &arguments.directory).await?;
    app.db.close().await?;
    for part in &made.parts {
        print(&format!("{} {} bytes, SHA-256 {}", part.name, part.bytes, part.sha256))?;
    }
    if !made.files.is_empty() {
        let bytes: u64 = made.files.iter().map(|file| file.bytes).sum();
        print(&format!("{} files, {bytes} bytes", made.files.len()))?;
    }
    let directory = arguments.directory.display();
    Ok(print(&format!("{directory} holds everything up to audit entry {}", made.audit_head))?)
}
