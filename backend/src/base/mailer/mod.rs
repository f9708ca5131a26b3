//! The worker that sends what the outbox holds. At least once, with the same Message-ID each
//! time; once, unless a machine dies between sending and noting.
mod directory;
mod encrypted;
mod line;
mod message;
mod noting;
mod rules;
mod server;
mod store;

use std::future::Future;
use std::path::PathBuf;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use self::line::Line;
pub use self::message::{Built, build};
use self::noting::Noting;
use self::rules::Outcome;
pub use self::rules::{Trouble, TroubleKind};
pub use self::server::Patience;
use self::server::Server;
use self::store::Claim;
use super::App;
use super::config::MailSettings;
use super::error::Result;
use super::outbox::OutboxEmail;

/// How often the worker looks without having been rung for.
const LOOK_EVERY: Duration = Duration::from_secs(3);
/// A lease with less left than this is renewed: a message may take a minute, and so may the
/// session before it.
const RENEW_BELOW: chrono::Duration = chrono::Duration::seconds(150);
/// Sends what is due now; tells how many emails left.
pub async fn deliver_due(app: &App) -> Result<usize> {
    let mut mailer = Mailer::new(app, Patience::default());
    let sent = Box::pin(mailer.deliver_due(&CancellationToken::new())).await;
    mailer.rest().await;
    sent
}

/// Sends until told to stop; then gives back what it holds.
pub async fn run(app: App, stop: CancellationToken) {
    let mut mailer = Mailer::new(&app, Patience::default());
    while !stop.is_cancelled() {
        match Box::pin(mailer.deliver_due(&stop)).await {
            Ok(0) => {}
            Ok(sent) => tracing::info!(sent, "Sent {sent} emails"),
            Err(error) => tracing::warn!(%error, "The outbox could not be read"),
        }
        tokio::select! {
            () = app.mail_bell.rung() => {}
            () = tokio::time::sleep(LOOK_EVERY) => mailer.rest().await,
            () = stop.cancelled() => {}
        }
    }
    mailer.rest().await;
}

/// A worker: where it sends to, and its line there.
pub struct Mailer {
    app: App,
    way: Way,
}

#[derive(Debug)]
enum Way {
    Smtp(Box<Line>),
    Directory(PathBuf),
}

impl Mailer {
    /// A worker that sends as the settings say.
    pub fn new(app: &App, patience: Patience) -> Self {
        let way = match &app.settings.mail {
            MailSettings::Smtp(url) => {
                let name = app.settings.public_url.host_str().unwrap_or("localhost");
                Way::Smtp(Box::new(Line::new(Server::of(url, name), patience)))
            }
            MailSettings::Directory(directory) => Way::Directory(directory.clone()),
        };
        Self { app: app.clone(), way }
    }

    /// Sends what is due now, until nothing is; tells how many emails left.
    pub async fn deliver_due(&mut self, stop: &CancellationToken) -> Result<usize> {
        store::free_what_is_stuck(&self.app, self.app.clock.now()).await?;
        let mut sent = 0;
        while !stop.is_cancelled() {
            let claim = store::claim(&self.app, self.app.clock.now()).await?;
            if claim.rows.is_empty() {
                break;
            }
            sent += Box::pin(self.deliver(claim, stop)).await?;
        }
        Ok(sent)
    }

    /// Ends the session with the mail server until there is more to send.
    pub async fn rest(&mut self) {
        if let Way::Smtp(line) = &mut self.way {
            line.close().await;
        }
    }

    async fn deliver(&mut self, mut claim: Claim, stop: &CancellationToken) -> Result<usize> {
        let (mut sent, mut noting) = (0, Noting::default());
        let app = &self.app.clone();
        while !stop.is_cancelled() {
            let now = app.clock.now();
            if claim.until - now < RENEW_BELOW {
                claim.renew(app, now).await?;
            }
            let Some(row) = claim.rows.pop_front() else { break };
            let attempt = self.attempt(&row, &mut noting, stop);
            let Some(outcome) = Box::pin(unless_stopped(attempt, &mut claim, (app, stop))).await
            else {
                claim.rows.push_front(row);
                break;
            };
            sent += usize::from(outcome == Outcome::Sent);
            noting.begin(app, (row, claim.until), outcome).await;
        }
        noting.end().await?;
        claim.hand_back(app).await?;
        Ok(sent)
    }

    /// Tries to send `row`; none where we were told to stop before anything had been sent.
    async fn attempt(
        &mut self,
        row: &OutboxEmail,
        noting: &mut Noting,
        stop: &CancellationToken,
    ) -> Option<Outcome> {
        // A server that is away is found out before a message is made.
        if let Way::Smtp(line) = &mut self.way {
            tokio::select! {
                opened = line.open() => if let Err(trouble) = opened {
                    return Some(Outcome::Later(trouble));
                },
                () = stop.cancelled() => return None,
            }
        }
        let built = match message::build_apart(row, &self.app.settings.mail_from).await {
            Ok(built) => built,
            Err(trouble) => return Some(Outcome::Never(trouble)),
        };
        Some(match &mut self.way {
            Way::Smtp(line) => line.send(&built, noting).await,
            Way::Directory(directory) => directory::write(directory, row.id, &built).await,
        })
    }
}

/// The end of an attempt. Told to stop meanwhile, we give back at once what is not being sent,
/// so that another instance need not wait for the lease to end.
async fn unless_stopped<T>(
    attempt: impl Future<Output = T>,
    claim: &mut Claim,
    (app, stop): (&App, &CancellationToken),
) -> T {
    let mut attempt = std::pin::pin!(attempt);
    tokio::select! {
        biased;
        ended = &mut attempt => return ended,
        () = stop.cancelled() => {}
    }
    if let Err(error) = claim.hand_back(app).await {
        tracing::warn!(%error, "Emails could not be given back; their lease will end");
    }
    attempt.await
}
