//! Courses that centres of excellence publish, by course type and goal.
//!
//! `rules` holds what is true without a database, `store` every query, `actions` what centres do.
pub mod actions;
pub mod rules;
mod store;

pub use self::rules::Goal;
pub use self::store::{
    Activity, CourseType, OfferedCourse, activities, centres_publishing, course_types,
    offered_courses, types_published_by,
};
