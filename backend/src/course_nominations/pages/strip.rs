//! The strip above every page of a round: which round, and how long it takes answers.
use chrono::{DateTime, Utc};

use crate::base::i18n::{Message, Reader};
use crate::course_nominations::rules::Taking;
use crate::course_nominations::store::Round;

/// From how many days before a deadline it is marked as due.
const DUE_WITHIN: i64 = 21;

/// The strip above every page of a round.
pub struct Strip {
    /// On whose behalf.
    pub who: String,
    /// The title of the round.
    pub round: String,
    /// Until when, or since when not.
    pub words: Message,
    /// The sign before those words.
    pub sign: &'static str,
    /// Days left, counted in the reader's zone.
    pub left: Option<i64>,
    /// Whether answers are taken.
    pub accepts: bool,
    /// Whether the round is invented.
    pub sample: bool,
}

impl Strip {
    /// The strip of a round at `now`.
    pub fn of(round: &Round, who: &str, reader: Reader, now: DateTime<Utc>) -> Self {
        let day = |at: DateTime<Utc>| at.with_timezone(&reader.zone).date_naive();
        let left = (day(round.closes_at) - day(now)).num_days();
        let when = |key, at| Message::new(key).with("when", reader.deadline(at));
        let (words, sign, left) = match round.taking(now) {
            Taking::NotYet => (when("strip-opens", round.opens_at), "draft", None),
            Taking::Open => {
                let sign = if left <= DUE_WITHIN { "due" } else { "yes" };
                (when("strip-closes", round.closes_at), sign, Some(left))
            }
            Taking::Late => (when("strip-late", round.last_moment()), "due", None),
            Taking::Over => {
                let at = round.closed_at.unwrap_or(round.closes_at).min(round.last_moment());
                (when("strip-closed", at), "no", None)
            }
        };
        let (who, title, sample) = (who.to_owned(), round.title.clone(), round.sample);
        let accepts = round.taking(now).accepts();
        Self { who, round: title, words, sign, left, accepts, sample }
    }
}
