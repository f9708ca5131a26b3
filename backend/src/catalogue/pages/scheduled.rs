//! Deliveries of a course, as its page lists them. Whoever schedules them says what there is.
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::base::i18n::Message;

/// A delivery as the page of its course shows it.
#[derive(Clone, Debug)]
pub struct Scheduled {
    /// Where it is read about.
    pub address: String,
    /// Its code.
    pub code: String,
    /// The first day and the last, where they are settled.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Where it takes place; empty where that is not settled, or online.
    pub place: String,
    /// The languages in which it is held, BCP 47.
    pub languages: Vec<String>,
    /// How it is held.
    pub mode: Option<Message>,
    /// How many people there is room for.
    pub seats: i32,
    /// The sign and the words of its state.
    pub state: (&'static str, Message),
    /// Until when States nominate people, where that is still to come.
    pub nominate_until: Option<DateTime<Utc>>,
    /// The delivery as schema.org describes it, where everybody may read of it.
    pub instance: Option<Value>,
}
