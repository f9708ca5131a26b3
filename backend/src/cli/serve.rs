//! `rctm serve`: an installation, as its settings say.
use std::path::Path;

use anyhow::{Context, ensure};
use tokio::net::TcpListener;

use super::stop;
use crate::app;
use crate::base::clock::Clock;
use crate::base::config::Settings;
use crate::base::{server, telemetry};

/// Serves until told to stop.
pub async fn run(config: &Path) -> anyhow::Result<()> {
    let settings = Settings::load(config)?;
    telemetry::start(settings.log_json);
    let listen = settings.listen;
    let app =
        app::open(settings, Clock::system()).await.context("the database cannot be opened")?;
    ensure!(
        app::is_migrated(&app).await?,
        "the schema of the database is not up to date: run `rctm migrate`"
    );
    app::keep_found(&app).await.context("the courses cannot be indexed")?;
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("listen ({listen}) cannot be used"))?;
    tracing::info!(%listen, "RCTM listens on {listen}");
    let mut jobs = app::start_jobs(&app)?;
    if let Some(listen) = app.settings.metrics_listen {
        let listener = TcpListener::bind(listen)
            .await
            .with_context(|| format!("metrics_listen ({listen}) cannot be used"))?;
        let router = app::metrics(app.clone());
        jobs.start(|stop| server::serve(listener, router, async move { stop.cancelled().await }));
    }
    let stop = stop::told_to(&app, &jobs);
    server::serve(listener, app::router(app.clone()), stop).await;
    jobs.stop().await;
    app.db.close().await?;
    Ok(())
}
