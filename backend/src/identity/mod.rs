//! Who is asking, and in what capacity. A capacity is a type; only this module makes one.
pub mod actions;
mod actors;
pub mod api;
mod api_routes;
pub mod bearer;
mod brakes;
mod navigation;
mod operator;
pub mod pages;
mod people;
pub mod resolve;
pub mod rules;
mod store;

pub use self::actors::{
    ApiClientKeeper, AuditReader, Capacity, CentreScope, CentreStaff, CourseKeeper, DemandReader,
    DemandScope, FocalPoint, MailKeeper, NominationReader, NominationScope, NomineeScope,
    Organisation, ReaderScope, RegionScope, RsoOfficer, SeatsReader, SignedIn, StateScope,
    StateStaff, TrainingDirector, Visitor,
};
pub use self::api_routes::{Access, ApiRoutes};
pub use self::brakes::{Pace, let_by, network};
pub use self::operator::Operator;
pub use self::people::{
    Colleague, addressees, author_of, colleagues, focal_points_of, focal_points_of_all, names_of,
    organisations_of, reading_later, training_directors_of, with_focal_point,
};
pub use self::rules::{Role, Scope, read_email};
pub use self::store::{ApiClient, DatabaseSessions, end_every_session};
