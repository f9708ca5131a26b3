//! Whether requests should come to this instance: it is not stopping, and its database can be
//! written. Probing is cheap: one small write a second at most, whoever asks how often.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::Mutex;

use super::{App, job_runs};

/// How long the answer of a probe stands.
const STANDS: Duration = Duration::from_secs(1);
/// How long a probe may take.
const PROBE_WITHIN: Duration = Duration::from_secs(3);
/// The row that probes write.
const PROBE: &str = "probe";

/// The state of this instance, shared by all who ask.
#[derive(Clone, Debug, Default)]
pub struct Health(Arc<State>);

#[derive(Debug, Default)]
struct State {
    stopping: AtomicBool,
    probed: Mutex<Option<(Instant, bool)>>,
}

impl Health {
    /// From now on nobody should send requests here.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::SeqCst);
    }

    /// Whether the program was told to stop.
    pub fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::SeqCst)
    }
}

/// Whether the database can be written now; a probe made within the last second answers.
pub async fn can_be_written(app: &App) -> bool {
    let mut probed = app.health.0.probed.lock().await;
    if let Some((_, well)) = probed.filter(|(at, _)| at.elapsed() < STANDS) {
        return well;
    }
    let probe = job_runs::succeeded(app, PROBE);
    let well = matches!(tokio::time::timeout(PROBE_WITHIN, probe).await, Ok(Ok(())));
    *probed = Some((Instant::now(), well));
    well
}
