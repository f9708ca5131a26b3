//! Being told to stop.
use tokio::signal::unix::{SignalKind, signal};

/// Completes when the program is interrupted or told to terminate.
pub async fn told() {
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
