//! Every query on the catalogue.
pub mod co_delivery;
mod controlled_lists;
pub mod courses;
mod differences;
pub mod freshness;
pub mod imports;
mod known;
mod listed_texts;
pub mod listing;
pub mod materials;
pub mod modules;
mod news;
mod offered;
pub mod overlap;
pub mod proposals;
mod scheduling;
mod search;
mod sought;
mod stretch;
pub mod subscriptions;
mod taking;
pub mod versions;
mod words;

pub use self::co_delivery::{CoDelivery, Shared, centres_teaching, courses_shared_with};
pub use self::controlled_lists::{
    Activity, CourseType, Lists, activities, add_activity, add_course_type, course_types, lists,
};
pub use self::courses::{Course, CourseRow, Hand, Turn};
pub use self::differences::differences;
pub use self::freshness::{Page as StalePage, StaleCourse};
pub use self::imports::{Counts, CourseImport, ImportRow, ImportState, NewImport};
pub use self::known::known;
pub use self::listing::{
    CatalogueSummary, Entry, catalogue_summary, centres_publishing, types_published_by,
};
pub use self::modules::{ListedModule, ModulePage, ModuleUse, ModuleVersion, NewModule, OwnModule};
pub use self::news::happenings;
pub use self::offered::{
    OfferedCourse, first_offered, offered_courses, offered_of_codes, offered_of_ids,
};
pub use self::proposals::Proposal;
pub use self::scheduling::{
    Pinned, Schedulable, courses_to_schedule, pinned, schedulable, to_schedule,
};
pub use self::search::{Found, Loosened, search, sought};
pub use self::stretch::{ListedCourse, Stretch, stretch};
pub use self::subscriptions::Subscription;
pub use self::taking::{Published, marks, published};
pub use self::versions::Version;
pub use self::words::{bring_up_to_date, outdated};
