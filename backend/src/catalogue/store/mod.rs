//! Every query on the catalogue.
mod controlled_lists;
pub mod courses;
mod differences;
mod known;
pub mod listing;
mod search;
pub mod versions;

pub use self::controlled_lists::{
    Activity, CourseType, activities, add_activity, add_course_type, course_types,
};
pub use self::courses::{Course, CourseRow, Hand, Turn};
pub use self::differences::differences;
pub use self::known::known;
pub use self::listing::{
    CatalogueSummary, Entry, OfferedCourse, catalogue_summary, centres_publishing, offered_courses,
    offered_of_codes, types_published_by,
};
pub use self::search::{FacetCount, Found, ListedCourse, search, stretch};
pub use self::versions::Version;
