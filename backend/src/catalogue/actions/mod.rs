//! What is done with the catalogue. Pages, the console and the API all call these.
mod controlled_lists;
mod courses;
mod parts;
mod taking;

pub use self::controlled_lists::{add_activities, add_course_types};
pub use self::courses::{
    Edition, Farewell, begin, create, publish, resume, retire, save_draft, suspend, verify,
};
pub use self::parts::{Clash, Saved, SentPart, save_part};
pub use self::taking::{AsJson, Taking, first_found, found, own};
pub use self::taking::{AsJson, Taking, first_found, found, own, to_print};
