//! Every query on deliveries. What is not public is found with a scope only.
mod calendar;
mod differences;
mod entities;
mod feeds;
pub mod milestones;
mod reading;
pub mod seats;
mod writing;

pub use self::calendar::{
    Span, calendar, in_days, languages_held, next_public, of_course, of_courses, stretch, told_to,
};
pub use self::differences::differences;
pub use self::entities::Delivery;
pub use self::feeds::{Feed, feed_of, feed_of_token, put_feed};
pub use self::reading::{
    counts_of_centre, find, nominating, of_centre, of_centre_by_code, of_id, of_ids, slots_of,
    slots_of_all, to_change,
};
pub use self::writing::{Moved, NewRow, Turn, add, advance, change, next_number, turn};
