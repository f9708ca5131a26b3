//! Being told to stop.
use tokio::signal::unix::{SignalKind, signal};

use crate::base::App;
use crate::base::jobs::Jobs;

/// Completes when the program is interrupted or told to terminate.
async fn told() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}

/// Completes when told to stop, after everybody knows: probes are told not to send requests here
/// any more, and jobs give back what they hold while requests under way are finished.
pub async fn told_to(app: &App, jobs: &Jobs) {
    let (health, stopping) = (app.health.clone(), jobs.stopping());
    told().await;
    tracing::info!("Told to stop: requests under way are finished");
    health.stop();
    stopping.cancel();
}
