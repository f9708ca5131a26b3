//! What is true of the seats of deliveries without a database.
mod acts;
mod books;
mod lists;
mod proposal;
mod returning;
mod typed;

pub use self::acts::SeatAct;
pub use self::books::{Books, Held, Move, Uneven};
pub use self::lists::{EntryKind, Sharing};
pub use self::proposal::{Asker, Proposing, proposed};
pub use self::returning::{TypedReturn, read_return};
pub use self::typed::{
    SeatsWanted, TypedProposing, TypedSeats, field_of, read_draft, read_proposing, read_seats,
};
