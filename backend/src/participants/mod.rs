//! The people whom States put forward: the roster, who is nominated for a delivery and in which
//! order, what the centre decides on each, and why.
//!
//! `rules` holds what is true without a database, `store` every query, `actions` what States and
//! centres do, `emails` what we write to people, `pages` what they see, `api` what programs do.
pub mod actions;
pub mod api;
mod emails;
pub mod pages;
pub mod rules;
mod store;

pub use self::actions::{OverviewRow, ToAnswer, ToConfirm, ToDecide, ToNominate};
pub use self::store::differences;
