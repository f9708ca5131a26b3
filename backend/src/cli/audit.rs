//! `rctm audit`: is what is stored what was written?
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, ensure};
use clap::Args;

use super::print;
use crate::app;
use crate::base::App;
use crate::base::audit::chain::Head;
use crate::base::clock::Clock;
use crate::base::config::Settings;
use crate::proof::actions::inspect;

/// What is compared with what is stored.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A head of the audit log that was written down earlier (SEQ:HASH): it must be in the log.
    #[arg(long, value_name = "SEQ:HASH")]
    expect: Option<String>,
}

/// Checks, prints every difference, and fails where there is any.
pub async fn run(config: &Path, arguments: Arguments) -> anyhow::Result<()> {
    let expected = match &arguments.expect {
        Some(text) => Some(Head::read(text).context("--expect must be like 41:9f86d0..")?),
        None => None,
    };
    let app = app::open(Settings::load(config)?, Clock::system()).await?;
    ensure!(
        app::is_migrated(&app).await?,
        "the schema of the database is not up to date: run `rctm migrate`"
    );
    check(&app, expected.as_ref()).await
}

/// The same for a database that is open.
pub async fn check(app: &App, expected: Option<&Head>) -> anyhow::Result<()> {
    let (began, mut unheard) = (Instant::now(), None);
    let mut say = |difference: &str| {
        unheard = print(difference).err();
    };
    let outcome = inspect(app, expected, &mut say).await?;
    if let Some(error) = unheard {
        return Err(error.into());
    }
    print(&format!(
        "{} audit entries up to {}, read in {:.1} s",
        outcome.entries,
        outcome.head,
        began.elapsed().as_secs_f64()
    ))?;
    ensure!(outcome.differences == 0, "there are {} differences", outcome.differences);
    Ok(print("No differences.")?)
}
