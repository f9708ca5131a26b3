//! Every query on the catalogue.
mod controlled_lists;
pub mod courses;
mod differences;
mod known;
pub mod listing;
pub mod materials;
mod offered;
mod search;
mod stretch;
mod taking;
pub mod versions;

pub use self::controlled_lists::{
    Activity, CourseType, Lists, activities, add_activity, add_course_type, course_types, lists,
};
pub use self::courses::{Course, CourseRow, Hand, Turn};
pub use self::differences::differences;
pub use self::known::known;
pub use self::listing::{
    CatalogueSummary, Entry, catalogue_summary, centres_publishing, types_published_by,
};
pub use self::offered::{
    OfferedCourse, first_offered, offered_courses, offered_of_codes, offered_of_ids,
};
pub use self::search::{Found, search, sought};
pub use self::stretch::{ListedCourse, stretch};
pub use self::taking::{Published, marks, published};
pub use self::versions::Version;
