//! Who is asking, and in what capacity. A capacity is a type; only this module makes one.
pub mod actions;
mod actors;
mod brakes;
mod navigation;
mod operator;
pub mod pages;
mod people;
pub mod resolve;
pub mod rules;
mod store;

pub use self::actors::{
    AuditReader, Capacity, CentreScope, CentreStaff, DemandReader, DemandScope, FocalPoint,
    MailKeeper, Organisation, RegionScope, RsoOfficer, SignedIn, StateScope, StateStaff,
    TrainingDirector, Visitor,
};
pub use self::operator::Operator;
pub use self::people::{Colleague, colleagues, focal_points_of, names_of, training_directors_of};
pub use self::rules::Role;
pub use self::store::{DatabaseSessions, end_every_session};
