//! Work beside requests: loops that end when the program is told to stop.
use std::future::Future;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// How long jobs may take to end.
const STOP_WITHIN: Duration = Duration::from_secs(20);

/// The jobs that run.
#[derive(Default)]
pub struct Jobs {
    stopping: CancellationToken,
    running: JoinSet<()>,
}

impl Jobs {
    /// Starts a job; it must end soon after its token is cancelled.
    pub fn start<F>(&mut self, job: impl FnOnce(CancellationToken) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.running.spawn(job(self.stopping.clone()));
    }

    /// Runs `work` every `period` until told to stop.
    pub fn every<F>(&mut self, period: Duration, mut work: impl FnMut() -> F + Send + 'static)
    where
        F: Future<Output = ()> + Send,
    {
        let stopping = self.stopping.clone();
        self.running.spawn(async move {
            while tokio::time::timeout(period, stopping.cancelled()).await.is_err() {
                work().await;
            }
        });
    }

    /// Tells every job to stop, when cancelled; [`stop`](Self::stop) waits for them.
    pub fn stopping(&self) -> CancellationToken {
        self.stopping.clone()
    }

    /// Tells every job to stop and waits for them.
    pub async fn stop(mut self) {
        self.stopping.cancel();
        let ended = async { while self.running.join_next().await.is_some() {} };
        if tokio::time::timeout(STOP_WITHIN, ended).await.is_err() {
            tracing::warn!("Jobs were still running after {STOP_WITHIN:?} and were cut off");
        }
    }
}
