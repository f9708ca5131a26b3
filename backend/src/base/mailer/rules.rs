//! What follows from an attempt: when to try again, when to give up, and how to say why.
use chrono::{DateTime, Duration, Utc};

use crate::base::i18n::Message;

/// How long to wait after each failed attempt, in seconds. After the last, we give up.
const WAITS: [i64; 9] = [5, 30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400];
/// The least wait, in seconds, where the server may have the message: it may be starting again,
/// and each attempt may be one copy more.
const WAIT_IN_DOUBT: i64 = 120;

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server took it.
    Sent,
    /// It may work later.
    Later(Trouble),
    /// It will never work.
    Never(Trouble),
}

/// Why an attempt failed. No name or address is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What went wrong.
    pub kind: TroubleKind,
    /// What the mail server answered, where it did.
    pub code: Option<u16>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal / $key:literal),* $(,)?) => {
        /// What went wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum TroubleKind {
            $($(#[$doc])* $kind),*
        }

        impl TroubleKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The name in the table.
            const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// The words for it.
            fn message(self) -> Message {
                match self { $(Self::$kind => Message::new($key)),* }
            }
        }
    };
}

kinds! {
    /// No connection could be made.
    Unreachable = "unreachable" / "email-trouble-unreachable",
    /// There was a connection, but the server did not begin a session.
    NoSession = "no_session" / "email-trouble-no-session",
    /// The server offers no encryption, and a password would have been read by others.
    Unencrypted = "unencrypted" / "email-trouble-unencrypted",
    /// The server does not take emails from our address.
    Sender = "sender" / "email-trouble-sender",
    /// The server does not take this recipient.
    Recipient = "recipient" / "email-trouble-recipient",
    /// The server does not take this message.
    Refused = "message" / "email-trouble-message",
    /// The connection ended before the message had been sent whole.
    Dropped = "dropped" / "email-trouble-dropped",
    /// The server took too long before the message had been sent whole.
    Slow = "slow" / "email-trouble-slow",
    /// The whole message was sent and no answer came: it may have arrived.
    NoAnswer = "no_answer" / "email-trouble-no-answer",
    /// The address cannot be written to.
    Address = "address" / "email-trouble-address",
    /// The message could not be made.
    Unbuildable = "unbuildable" / "email-trouble-unbuildable",
    /// The file could not be written.
    File = "file" / "email-trouble-file",
    /// It waited when the backup was made from which the installation was restored.
    Restored = "restored" / "email-trouble-restored",
}

impl Trouble {
    /// A trouble in which the server gave no code.
    pub const fn of(kind: TroubleKind) -> Self {
        Self { kind, code: None }
    }

    /// As it is kept: `recipient 550`.
    pub fn kept(self) -> String {
        match self.code {
            Some(code) => format!("{} {code}", self.kind.as_str()),
            None => self.kind.as_str().to_owned(),
        }
    }

    /// Reads what was kept.
    pub fn read(kept: &str) -> Option<Self> {
        let (name, code) = kept.split_once(' ').unwrap_or((kept, ""));
        let kind = TroubleKind::ALL.iter().copied().find(|kind| kind.as_str() == name)?;
        Some(Self { kind, code: code.parse().ok() })
    }

    /// The words for it, with the server's code where there is one.
    pub fn message(self) -> Message {
        let words = self.kind.message();
        match self.code {
            Some(code) => {
                Message::new("email-trouble-coded").with("trouble", words).with("code", code)
            }
            None => words,
        }
    }
}

/// When to try again after this many failed attempts; never where we give up.
pub fn next_attempt(failed: i32, trouble: Trouble, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let index = usize::try_from(failed - 1).unwrap_or_default();
    let wait = WAITS.get(index).copied()?;
    let wait = if trouble.kind == TroubleKind::NoAnswer { wait.max(WAIT_IN_DOUBT) } else { wait };
    Some(now + Duration::seconds(wait))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(trouble: Trouble) -> Vec<i64> {
        let now = DateTime::UNIX_EPOCH;
        (1..=12).map_while(|n| next_attempt(n, trouble, now)).map(|at| at.timestamp()).collect()
    }

    #[test]
    fn the_waits_grow_to_a_day_and_then_end() {
        assert_eq!(waits(Trouble::of(TroubleKind::Unreachable)), WAITS);
    }

    #[test]
    fn where_the_message_may_have_arrived_nothing_is_hurried() {
        assert_eq!(waits(Trouble::of(TroubleKind::NoAnswer))[..4], [120, 120, 120, 600]);
    }

    #[test]
    fn what_is_kept_is_read_again() {
        for kind in TroubleKind::ALL {
            for code in [None, Some(421), Some(550)] {
                let trouble = Trouble { kind: *kind, code };
                assert_eq!(Trouble::read(&trouble.kept()), Some(trouble));
            }
        }
        assert_eq!(Trouble::read("something else"), None);
    }
}
