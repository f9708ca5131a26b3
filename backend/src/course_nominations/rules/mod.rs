//! What is true of rounds, sheets and course nominations without a database.
mod answers;
mod asked_round;
mod asked_sheet;
mod faults;
mod horizon;
mod line;
mod lists;
mod needs;
mod nominations;
mod quarter;
mod rounds;

pub use self::answers::Answers;
pub use self::asked_round::AskedRound;
pub use self::asked_sheet::{AskedLine, Offer, place_of};
pub use self::faults::read_reason;
pub use self::horizon::months_between;
pub use self::line::{Line, Preference, Usual};
pub use self::lists::{Frequency, Level, Mode, Quarters, Urgency};
pub use self::needs::{About, LONGEST_REASON, LONGEST_TITLE, Need, Scope};
pub use self::nominations::{Changes, NominationState, Standing, changes};
pub use self::quarter::{NEW_COURSES, Quarter, dealt, dealt_to};
pub use self::rounds::{NewRound, RoundState, Taking, TypedRound};
