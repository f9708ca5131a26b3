//! Courses that centres of excellence publish, by course type and goal.
//!
//! `rules` holds what is true without a database, `store` every query, `actions` what centres do,
//! `emails` what we write to them, `pages` what the public and centres see, `api` what programs do.
pub mod actions;
pub mod api;
mod emails;
pub mod pages;
pub mod rules;
mod store;

pub use self::actions::{TextsRow, texts_of_centre};
pub use self::pages::{InLanguage as CourseAsked, Scheduled, course_page};
pub use self::rules::{
    CoDeliveryState, CourseContent, CourseState, Goal, Offering, PER_PAGE, TAUGHT_LANGUAGES,
    TextState, Window, canonical_tag, may_schedule,
};
pub use self::store::courses::{
    Hand, codes_of_centre, first_of_centre as courses_of_centre, of_centre as course_of_centre,
};
pub use self::store::materials::Source;
pub use self::store::{
    Activity, CatalogueSummary, Course, CourseRow, CourseType, ImportState, NewImport,
    OfferedCourse, Pinned, Schedulable, Shared, StaleCourse, activities, catalogue_summary,
    centres_publishing, centres_teaching, course_types, courses_shared_with, courses_to_schedule,
    differences, first_offered, offered_courses, offered_of_codes, offered_of_ids, pinned,
    schedulable, to_schedule, types_published_by,
};
