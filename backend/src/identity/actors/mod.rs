//! Who is asking, in which capacity. A capacity is a type; only this module makes one, so an
//! action cannot be called by somebody who may not, and a query cannot lack its scope.
mod capacity;
mod client;
mod roles;
mod scopes;
mod visitor;

pub use self::capacity::{Capacity, Organisation};
pub(super) use self::client::Client;
pub use self::roles::{
    ApiClientKeeper, AuditReader, CentreStaff, CourseKeeper, DemandReader, FocalPoint, MailKeeper,
    NominationReader, RsoOfficer, SeatsReader, StateStaff, TrainingDirector,
};
pub use self::scopes::{
    CentreScope, DemandScope, NominationScope, NomineeScope, ReaderScope, RegionScope, StateScope,
};
pub use self::visitor::{SignedIn, Visitor};
use super::rules::{Reading, Role};
use crate::base::ids::AccountId;

/// Who is asking, put into the request by the layer that reads the session or the token.
#[derive(Clone, Debug)]
pub(super) enum Who {
    /// Somebody who is signed in.
    Person(Person),
    /// A program with a token.
    Client(Client),
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub account: AccountId,
    pub full_name: String,
    pub email: String,
    pub reading: Reading,
    pub capacity: Option<Capacity>,
}

impl Who {
    /// The capacity in which they act, if that is one of `roles`.
    fn capacity_in(&self, roles: &[Role]) -> Option<Capacity> {
        match self {
            Self::Person(person) => {
                person.capacity.clone().filter(|capacity| roles.contains(&capacity.role()))
            }
            Self::Client(client) => client.capacity_in(roles),
        }
    }
}
