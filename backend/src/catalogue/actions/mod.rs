//! What is done with the catalogue. Pages, the console and the API all call these.
mod controlled_lists;
mod courses;
mod digests;
mod subscriptions;
mod taking;

pub use self::controlled_lists::{add_activities, add_course_types};
pub use self::courses::{
    Edition, Farewell, begin, create, publish, resume, retire, save_draft, suspend, verify,
};
pub use self::digests::send_due;
pub use self::subscriptions::{
    ask, confirm, confirm_link, end, end_link, locale_of, manage_link, managed, step_of_link,
    step_of_person, subscribe, sweep, to_confirm, to_end, zone_of,
};
pub use self::taking::{AsJson, Taking, first_found, found, own};
