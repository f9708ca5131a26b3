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

pub use self::store::seats::{
    Quota, Seating, free_seat, held_for_change, quota_of, quotas_of, seating, take_seat,
    take_seats, turn_back,
};
pub use self::store::{Delivery, differences, next_public};
