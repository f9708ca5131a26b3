//! What is done with the seats of deliveries.
mod capacity;
mod changing;
mod publishing;
mod reading;
mod returning;
mod sharing;
pub(super) mod telling;

pub(super) use self::capacity::fit;
pub use self::changing::{SeatsChange, change_seats, seats_change};
pub use self::publishing::{may_publish, publish_seats};
pub use self::reading::{Line, ledger_of, lines};
pub use self::returning::{may_return, return_seats};
pub use self::sharing::{Proposal, draft_seats, own_seats, proposal};
