//! Files and links of courses, and their versions.
mod entities;
mod reading;
mod writing;

pub use self::entities::{MaterialKey, NewVersion, Source};
pub use self::reading::{
    Material, MaterialVersion, bytes_of_centre, count_of_course, history, of_centre, of_course,
    of_region, open, removed_before, removed_of_course, to_change,
};
pub use self::writing::{add, add_version, change, purge, remove, restore};
