//! One session with the mail server, kept from message to message.
use std::error::Error as _;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, Ordering};

use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{Extension, MailParameter};
use tokio::time::timeout;

use super::message::Built;
use super::noting::Noting;
use super::rules::{Outcome, Trouble, TroubleKind};
use super::server::{Patience, Server};

/// The way to a mail server: no session, or one that is kept.
#[derive(Debug)]
pub struct Line {
    server: Server,
    patience: Patience,
    session: Option<Session>,
}

struct Session {
    smtp: AsyncSmtpConnection,
    /// Whether it has carried a message before: the server may have ended it meanwhile.
    used: bool,
}

/// What a session says to a message.
enum Answer {
    /// This became of it; the session may go on.
    Settled(Outcome),
    /// This became of it; the session is of no more use.
    Broken(Outcome),
}

impl Line {
    /// A line to `server`; it is opened when needed.
    pub fn new(server: Server, patience: Patience) -> Self {
        Self { server, patience, session: None }
    }

    /// Opens a session unless there is one.
    pub async fn open(&mut self) -> Result<(), Trouble> {
        if self.session.is_none() {
            let smtp = self.server.open(self.patience).await?;
            self.session = Some(Session { smtp, used: false });
        }
        Ok(())
    }

    /// Sends one message, once nothing is being noted. A session that the server ended while
    /// nobody used it is opened anew.
    pub async fn send(&mut self, built: &Built, noting: &mut Noting) -> Outcome {
        let kept = self.session.as_ref().is_some_and(|session| session.used);
        let outcome = self.try_to_send(built, noting).await;
        let stale = Outcome::Later(Trouble::of(TroubleKind::Dropped));
        let ended = Outcome::Later(Trouble { kind: TroubleKind::Sender, code: Some(421) });
        if kept && self.session.is_none() && (outcome == stale || outcome == ended) {
            return self.try_to_send(built, noting).await;
        }
        outcome
    }

    async fn try_to_send(&mut self, built: &Built, noting: &mut Noting) -> Outcome {
        if let Err(trouble) = self.open().await {
            return Outcome::Later(trouble);
        }
        let Some(mut session) = self.session.take() else {
            return Outcome::Later(Trouble::of(TroubleKind::NoSession));
        };
        match session.carry(built, noting, self.patience).await {
            Answer::Settled(outcome) => {
                session.used = true;
                self.session = Some(session);
                outcome
            }
            Answer::Broken(outcome) => outcome,
        }
    }

    /// Ends the session politely.
    pub async fn close(&mut self) {
        if let Some(mut session) = self.session.take() {
            let goodbye = session.smtp.command(Quit);
            let _ = timeout(self.patience.connect, goodbye).await;
        }
    }
}

impl Session {
    async fn carry(&mut self, built: &Built, noting: &mut Noting, patience: Patience) -> Answer {
        let knows_all_letters = self.smtp.server_info().supports_feature(Extension::SmtpUtfEight);
        if is_foreign(&built.envelope) && !knows_all_letters {
            return Answer::Settled(Outcome::Never(Trouble::of(TroubleKind::Address)));
        }
        let whole = AtomicBool::new(false);
        let transaction = async {
            agree(&mut self.smtp, &built.envelope).await?;
            noting.settled().await;
            hand_over(&mut self.smtp, &built.bytes, &whole).await
        };
        let carried = timeout(patience.message, transaction).await;
        let whole = whole.load(Ordering::Relaxed);
        match carried {
            Ok(Ok(())) => Answer::Settled(Outcome::Sent),
            Ok(Err((step, error))) => match answered(step, &error) {
                // The session is lost with its connection, and where the server closes it.
                Some(outcome) if error.status().is_some_and(|code| u16::from(code) != 421) => {
                    self.start_over(outcome, patience).await
                }
                Some(outcome) => Answer::Broken(outcome),
                None => {
                    let may_have_it = whole && !is_reset(&error);
                    Answer::Broken(unanswered(may_have_it, TroubleKind::Dropped))
                }
            },
            Err(_) => Answer::Broken(unanswered(whole, TroubleKind::Slow)),
        }
    }

    async fn start_over(&mut self, outcome: Outcome, patience: Patience) -> Answer {
        match timeout(patience.connect, self.smtp.command(Rset)).await {
            Ok(Ok(_)) => Answer::Settled(outcome),
            _ => Answer::Broken(outcome),
        }
    }
}

/// The steps of a message at which a server may say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Sender,
    Recipient,
    Message,
}

/// Agrees with the server on who writes to whom.
async fn agree(smtp: &mut AsyncSmtpConnection, envelope: &Envelope) -> Result<(), (Step, Error)> {
    let at = |step| move |error| (step, error);
    let mail = Mail::new(envelope.from().cloned(), parameters(envelope));
    smtp.command(mail).await.map_err(at(Step::Sender))?;
    for address in envelope.to() {
        let to = Rcpt::new(address.clone(), Vec::new());
        smtp.command(to).await.map_err(at(Step::Recipient))?;
    }
    smtp.command(Data).await.map_err(at(Step::Message))?;
    Ok(())
}

/// Hands the message over; `whole` tells whether all of it but the final dot had been written.
async fn hand_over(
    smtp: &mut AsyncSmtpConnection,
    message: &[u8],
    whole: &AtomicBool,
) -> Result<(), (Step, Error)> {
    // The second piece is asked for after the first was written, before the final dot is.
    let pieces = std::iter::once(message).chain(std::iter::from_fn(|| {
        whole.store(true, Ordering::Relaxed);
        None
    }));
    smtp.message_iter(pieces).await.map_err(|error| (Step::Message, error))?;
    Ok(())
}

fn parameters(envelope: &Envelope) -> Vec<MailParameter> {
    if is_foreign(envelope) { vec![MailParameter::SmtpUtfEight] } else { Vec::new() }
}

/// Whether an address is in letters that only some servers know.
fn is_foreign(envelope: &Envelope) -> bool {
    let mut addresses = envelope.from().into_iter().chain(envelope.to());
    addresses.any(|address| !AsRef::<str>::as_ref(address).is_ascii())
}

/// What follows from an answer of the server; none where it gave no answer.
fn answered(step: Step, error: &Error) -> Option<Outcome> {
    let code = error.status().map(u16::from)?;
    let kind = match step {
        Step::Sender => TroubleKind::Sender,
        Step::Recipient => TroubleKind::Recipient,
        Step::Message => TroubleKind::Refused,
    };
    let trouble = Trouble { kind, code: Some(code) };
    // A refusal of our own address is not the message's fault: the operator can put it right.
    let final_word = error.is_permanent() && step != Step::Sender;
    Some(if final_word { Outcome::Never(trouble) } else { Outcome::Later(trouble) })
}

/// What follows from silence: where the final dot was sent, the message may have arrived.
fn unanswered(may_have_it: bool, otherwise: TroubleKind) -> Outcome {
    Outcome::Later(Trouble::of(if may_have_it { TroubleKind::NoAnswer } else { otherwise }))
}

/// Whether the server closed without having read everything: then it has no whole message.
fn is_reset(error: &Error) -> bool {
    let cause = error.source().and_then(|cause| cause.downcast_ref::<std::io::Error>());
    cause.is_some_and(|cause| {
        matches!(
            cause.kind(),
            ErrorKind::ConnectionReset | ErrorKind::BrokenPipe | ErrorKind::ConnectionAborted
        )
    })
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}
