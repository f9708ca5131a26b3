//! Scheduled runs of courses: a centre proposes one, announces it, postpones or cancels it, shares
//! its seats among States, and everybody for whom it is finds it in the calendar.
//!
//! `rules` holds what is true without a database, `store` every query, `actions` what centres do,
//! `emails` what we write to people, `pages` what they see, `api` what programs do.
pub mod actions;
pub mod api;
mod emails;
pub mod pages;
pub mod rules;
mod store;

pub use self::api::{
    Answer, CancellationBody, PostponementBody, cancelling, confirming, edition_read, postponing,
    turned,
};
pub use self::pages::{AboutTurn, TurnForm, answered_turn, turn_page};
pub use self::store::milestones::{held_for_the_clock, of_the_clock, to_confirm};
pub use self::store::seats::{
    Quota, Seating, books_of, end_offers, free_seat, free_seats, held_by, held_for_change,
    offer_seats, quota_of, quotas_of, recall, seated_by_ledger, seating, take_seat, take_seats,
    turn_back, with_free_seats, with_free_seats_of,
};
pub use self::store::{
    Delivery, differences, find, next_public, nominating, of_centre_by_code, of_ids, slots_of,
    to_change,
};
