//! What is true of deliveries without a database.
mod changes;
mod code;
mod deadlines;
mod filter;
mod milestones;
mod plan;
mod postponing;
mod reading;
pub mod seats;
mod slots;
mod state;
mod times;
mod typed;
mod zone;

pub use self::changes::{changes, is_new_to_calendars};
pub use self::code::DeliveryCode;
pub use self::deadlines::{Deadline, Deadlines};
pub use self::filter::{Filter, Month, View, When};
pub use self::milestones::{ASKED_BEFORE, Milestone, Timetable, beginning};
pub use self::plan::{For, Plan, Venue};
pub use self::postponing::{Postponement, TypedPostponement, read_reason};
pub use self::reading::read;
pub use self::slots::{Sessions, Slot};
pub use self::state::{Act, DeliveryState};
pub use self::times::{end_of_day, moment_of};
pub use self::typed::TypedDelivery;
pub use self::zone::zone_component;
