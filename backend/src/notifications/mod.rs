//! The one door through which features write to people. People choose what they are told.
mod actions;
pub mod pages;
mod rules;
mod store;
mod telling;

pub use self::actions::on_their_way;
pub use self::rules::Kind;
pub use self::telling::{tell, tell_participant, tell_subscriber};
