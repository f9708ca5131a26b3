//! What is true of rounds, sheets and course nominations without a database.
mod answers;
mod horizon;
mod lists;
mod needs;
mod nominations;
mod rounds;

pub use self::answers::{Answers, Line, MOST_LINES_OF_A_TYPE, NEW_COURSE, Usual};
pub use self::horizon::months_between;
pub use self::lists::{Frequency, Level, Mode, Quarters, Urgency};
pub use self::needs::{About, LONGEST_REASON, LONGEST_TITLE, Need, Scope, read_reason};
pub use self::nominations::{Changes, NominationState, Standing, changes};
pub use self::rounds::{NewRound, RoundState, Taking, TypedRound};
