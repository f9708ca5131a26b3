//! Every query on the seats of deliveries. Whose delivery it is was decided by whoever found it;
//! whose seats are read, the scope decides.
mod differences;
mod entities;
mod ledger;
mod reading;
mod taking;
mod writing;

pub(super) use self::differences::differences;
pub use self::entities::SeatEntry;
pub use self::ledger::{LedgerOf, ledger, ledger_behind, seated_by_ledger};
pub use self::reading::{
    Kept, Quota, Seating, held_by, held_for_change, kept_of_centre, published, quota_of, quotas_of,
    seating, to_share, with_free_seats_of,
};
pub use self::taking::{
    books_of, end_offers, free_seat, free_seats, offer_seats, recall, take_seat, take_seats,
    turn_back, with_free_seats,
};
pub use self::writing::{Saving, open_nominations, save};
