//! `rctm migrate`: brings the schema up to date.
use std::path::Path;

use crate::app;
use crate::base::clock::Clock;
use crate::base::config::Settings;

/// Runs the migrations that the database lacks.
pub async fn run(config: &Path) -> anyhow::Result<()> {
    let app = app::open(Settings::load(config)?, Clock::system()).await?;
    app::migrate(&app).await?;
    super::print("The schema is up to date.")?;
    Ok(())
}
