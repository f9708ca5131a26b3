//! What is true of people and their nominations without a database.
mod hints;
mod language;
mod lists;
mod offers;
mod outcome;
mod person;
mod state;
mod waiting;
mod window;

pub use self::hints::{About, Hint, Other, hints};
pub use self::language::{LanguageLevel, Languages};
pub use self::lists::{MOST_NOMINATED, Place, Shift, ranked, within};
pub use self::offers::{MOST_OFFERS, offered_until, own_people_first};
pub use self::outcome::{Decision, Reason, TypedDecision, Why, read_reason};
pub use self::person::{Nominee, TypedPerson};
pub use self::state::ParticipantState;
pub use self::waiting::{
    FreeSeats, PassedOver, Pick, Rank, Waiting, passed_by_choice, picks, published,
};
pub use self::window::{Replacing, Window, replacing};

/// The version of the notice to participants that is shown now; it rises with each change of its
/// words.
pub const NOTICE_VERSION: i32 = 1;
