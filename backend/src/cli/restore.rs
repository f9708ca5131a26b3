//! `rctm restore`: a backup becomes an installation again, in a new and empty place.
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use clap::Args;

use super::{audit, print};
use crate::app;
use crate::base::audit::chain::Head;
use crate::base::backup::{self, Manifest};
use crate::base::clock::Clock;
use crate::base::config::Settings;
use crate::identity::Operator;
use crate::proof::actions::settle_after_restore;

/// What is restored.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The directory that `rctm backup` made.
    backup: PathBuf,
}

/// Checks a backup, restores it where `database_url` says, and checks what came of it.
pub async fn run(config: &Path, arguments: Arguments) -> anyhow::Result<()> {
    let mut settings = Settings::load(config)?;
    let manifest = Manifest::read(&arguments.backup, &settings.secret_key)?;
    let known = app::schema();
    ensure!(
        manifest.schema.iter().all(|step| known.contains(step)),
        "the backup was made by a newer program ({}) than this one ({})",
        manifest.program,
        env!("CARGO_PKG_VERSION")
    );
    let head = Head::read(&manifest.audit_head).context("the manifest names no audit head")?;
    let restored = backup::restore(&arguments.backup, &manifest, &settings.database_url).await?;
    settings.database_url.clone_from(&restored.database_url);
    let app = app::open(settings, Clock::system()).await?;
    backup::restore_files(&arguments.backup, &manifest, &app.files).await?;
    app::migrate(&app).await?;
    let stopped = settle_after_restore(&app, &Operator::at_the_console(), &head).await?;
    let made_at = manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC");
    print(&format!("Restored as of {made_at}, audit entry {head}."))?;
    print("Every session has ended: people sign in again.")?;
    print(&format!(
        "{stopped} emails that waited then are not sent; /emails lists them as failed."
    ))?;
    let checked = audit::check(&app, Some(&head)).await;
    app.db.close().await?;
    restored.finish()?;
    checked
}
