//! Writing down what became of an email while the next one is being agreed with the mail
//! server. The next is not sent before that is done: a machine that dies sends one copy more.
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::task::JoinHandle;

use super::rules::Outcome;
use super::store;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::outbox::OutboxEmail;

/// How long to wait before writing again where the database did not take it.
const AGAIN_AFTER: Duration = Duration::from_secs(1);
/// How often it is tried: about as long as a lease lasts.
const TRIES: u32 = 150;

/// At most one outcome that is being written down.
#[derive(Default)]
pub struct Noting {
    running: Option<JoinHandle<Result<()>>>,
    failed: Option<Error>,
}

impl Noting {
    /// Begins to write down the outcome of `row`, held until `until`.
    pub async fn begin(
        &mut self,
        app: &App,
        (row, until): (OutboxEmail, DateTime<Utc>),
        outcome: Outcome,
    ) {
        self.settled().await;
        let app = app.clone();
        self.running = Some(tokio::spawn(async move { note(&app, &row, until, &outcome).await }));
    }

    /// Waits until nothing is being written.
    pub async fn settled(&mut self) {
        let Some(running) = &mut self.running else { return };
        let noted = running.await.unwrap_or_else(|error| Err(Error::Internal(error.into())));
        self.running = None;
        self.failed = noted.err().or(self.failed.take());
    }

    /// Waits, and tells whether all was written.
    pub async fn end(mut self) -> Result<()> {
        self.settled().await;
        self.failed.map_or(Ok(()), Err)
    }
}

/// What was sent must not be forgotten because the database was away for a while.
async fn note(app: &App, row: &OutboxEmail, until: DateTime<Utc>, outcome: &Outcome) -> Result<()> {
    for _ in 1..TRIES {
        match store::note(app, row, until, outcome).await {
            Ok(()) => return Ok(()),
            Err(error) => {
                tracing::warn!(%error, email.id = %row.id, "An outcome could not be noted yet");
            }
        }
        tokio::time::sleep(AGAIN_AFTER).await;
    }
    store::note(app, row, until, outcome).await
}
