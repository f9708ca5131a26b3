//! Every query on the catalogue.
mod controlled_lists;
mod listing;

pub use self::controlled_lists::{
    Activity, CourseType, activities, add_activity, add_course_type, course_types,
};
pub use self::listing::{OfferedCourse, centres_publishing, offered_courses, types_published_by};
