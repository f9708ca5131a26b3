//! Courses that centres of excellence publish, by course type and goal.
//!
//! `rules` holds what is true without a database, `store` every query, `actions` what centres do,
//! `pages` what the public and centres see.
pub mod actions;
pub mod pages;
pub mod rules;
mod store;

pub use self::rules::{CourseContent, CourseState, Goal};
pub use self::store::courses::of_centre as course_of_centre;
pub use self::store::{
    Activity, CatalogueSummary, Course, CourseRow, CourseType, OfferedCourse, activities,
    catalogue_summary, centres_publishing, course_types, offered_courses, types_published_by,
};

/// The most courses of a centre that its home shows.
const AT_HOME: u64 = 10;

/// The first courses of a centre by code, and how many it has.
pub async fn courses_of_centre(
    db: &impl sea_orm::ConnectionTrait,
    centre: crate::identity::CentreScope,
) -> crate::base::error::Result<(Vec<Course>, u64)> {
    store::courses::list_of_centre(db, centre, (0, AT_HOME)).await
}
