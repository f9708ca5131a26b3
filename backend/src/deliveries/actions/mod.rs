//! What is done with deliveries. Pages, programs and the console all call these.
mod calendar;
pub mod clock;
mod feeds;
mod scheduling;
pub mod seats;
mod telling;
mod turning;

pub use self::calendar::{Listed, MonthShown, for_calendar, month, of_page, upcoming_of_course};
pub use self::feeds::{FeedContent, content, feed_made_at, make_feed, open_feed};
pub use self::scheduling::{
    Edition, NewDelivery, Wanted, copy, edit, members_by_code, plan_of, schedule,
};
pub use self::telling::{tell_confirmed, tell_states};
pub use self::turning::{announce, cancel, confirm, postpone};
