//! What centres are written about their courses, and subscribers about the catalogue.
mod proposals;
mod stale;
mod subscriptions;
mod together;

pub use self::proposals::{Answer, Proposed, answered, proposed};
pub use self::stale::{Stale, stale};
pub use self::subscriptions::{Line, Words, asked, digest, words};
pub use self::together::{Together, together};

use crate::base::i18n::Message;
use crate::base::letter::{Action, Letter, Part};
use crate::base::outbox::Email;

/// A letter that is ready; its subject is its heading.
pub struct Ready {
    over: &'static str,
    heading: Message,
    lede: Message,
    parts: Vec<Part>,
    notes: Vec<Message>,
    action: (&'static str, String),
    why: &'static str,
}

impl Email for Ready {
    fn subject(&self) -> Message {
        self.heading.clone()
    }

    fn letter(&self) -> Letter {
        let part = |part: &Part| Part { heading: part.heading.clone(), facts: part.facts.clone() };
        Letter {
            over: self.over.into(),
            heading: self.heading.clone(),
            lede: self.lede.clone(),
            parts: self.parts.iter().map(part).collect(),
            notes: self.notes.clone(),
            action: Action { label: self.action.0.into(), address: self.action.1.clone() },
            reasons: vec![self.why.into()],
        }
    }
}
