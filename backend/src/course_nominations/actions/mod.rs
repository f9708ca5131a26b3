//! What is done with rounds and sheets. Pages, the console and the API all call these.
mod rounds;
mod sheets;
mod submissions;
mod translations;

pub use self::rounds::{close_round, create_round, edit_round, open_round};
pub use self::sheets::save_sheet;
pub use self::submissions::{Sending, submit_no_needs, submit_sheet, withdraw_nomination};
pub use self::translations::{Translation, ask_translation, languages_wanted, rounds_taking};

use chrono::{DateTime, Utc};

use super::rules::Taking;
use super::store::{By, Round};
use crate::base::error::{Error, Result};
use crate::base::i18n::Message;
use crate::identity::Capacity;

fn by_at(capacity: &Capacity, at: DateTime<Utc>) -> By {
    By { account: capacity.account(), at }
}

/// Refuses where a round takes no answers, in words that say since when or until when.
fn taking_answers(round: &Round, by: &Capacity, now: DateTime<Utc>) -> Result<()> {
    let reader = by.reader();
    match round.taking(now) {
        Taking::Open | Taking::Late => Ok(()),
        Taking::NotYet => Err(Error::refused(
            Message::new("round-refused-early").with("when", reader.deadline(round.opens_at)),
        )),
        Taking::Over => {
            let ended =
                round.closed_at.map_or(round.last_moment(), |at| at.min(round.last_moment()));
            let when = reader.deadline(ended);
            Err(Error::refused(Message::new("round-refused-over").with("when", when)))
        }
    }
}
