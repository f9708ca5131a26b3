//! Reference and demonstration data of RCTM as typed values.
//!
//! The files in `data/` are compiled in; a function for each of them gives its rows. What is
//! checked, what is remembered and what is invented: `data/README.md`.

mod centres;
mod closed_list;
mod course_texts;
mod course_types;
mod courses;
mod deliveries;
mod demand;
mod materials;
mod members;
mod office;
mod participants;
mod people;
mod read;
mod work_plan;

pub use centres::{Centre, Reliability, centres};
pub use course_texts::{CourseTexts, course_texts};
pub use course_types::{CourseType, course_types};
pub use courses::{
    Course, DeliveryLevel, DeliveryMode, Level, Material, MaterialKind, Module, courses,
};
pub use deliveries::{Delivery, DeliveryStanding, SeatsShared, deliveries};
pub use demand::{Frequency, Nomination, Provenance, Quarter, demand_2016};
pub use materials::{CourseFile, MaterialAccess, MaterialSource, course_files};
pub use members::{Member, MemberKind, Tile, members};
pub use office::{Office, regional_support_office};
pub use participants::{Participant, ParticipantStanding, participants};
pub use people::{Account, Membership, Role, demonstration_accounts};
pub use work_plan::{Activity, FundingStatus, Goal, TrainingBasis, work_plan};
