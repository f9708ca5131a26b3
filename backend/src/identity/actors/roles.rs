//! The roles in which people and programs act, each a type of its own.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::scopes::{
    CentreScope, DemandScope, NominationScope, NomineeScope, ReaderScope, RegionScope, StateScope,
};
use super::{Capacity, Who};
use crate::base::App;
use crate::base::audit::By;
use crate::base::error::{Error, Result};
use crate::base::ids::{AgencyId, OrganisationId};
use crate::base::routes::Acts;
use crate::identity::rules::{Capability, Role};

/// Makes a type that only somebody in one of the roles can be.
macro_rules! actor {
    ($(#[$doc:meta])* $actor:ident: $($role:ident)|+ $(if $guard:path)?) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $actor {
            capacity: Capacity,
        }

        impl $actor {
            pub(in crate::identity) const ROLES: &'static [Role] = &[$(Role::$role),+];

            /// In what capacity they act.
            pub fn capacity(&self) -> &Capacity {
                &self.capacity
            }

            /// How the audit log names them.
            pub fn by(&self) -> By {
                self.capacity.by()
            }

            pub(in crate::identity) fn when(capacity: Capacity) -> Result<Self> {
                let allowed = Self::ROLES.contains(&capacity.role()) $(&& $guard(&capacity))?;
                if allowed { Ok(Self { capacity }) } else { Err(Error::Forbidden) }
            }

            pub(super) fn of(who: &Who) -> Result<Self> {
                who.capacity_in(Self::ROLES).ok_or(Error::Forbidden).and_then(Self::when)
            }
        }

        impl Acts for $actor {
            const MAY: &'static [&'static str] = &[$(Role::$role.as_str()),+];
        }

        impl FromRequestParts<App> for $actor {
            type Rejection = Error;
            async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
                Self::of(parts.extensions.get::<Who>().ok_or(Error::SignIn)?)
            }
        }
    };
}

actor! {
    /// A member's focal point or a deputy.
    ///
    /// Holding one proves that the request was signed in with that role:
    ///
    /// ```compile_fail,E0451
    /// fn forge(capacity: rctm::identity::Capacity) -> rctm::identity::FocalPoint {
    ///     rctm::identity::FocalPoint { capacity }
    /// }
    /// ```
    FocalPoint: FocalPoint | DeputyFocalPoint
}
actor! {
    /// Anybody of a member who takes part in nominating: focal point, deputy or an agency's nominator.
    StateStaff: FocalPoint | DeputyFocalPoint | AgencyNominator
}
actor! {
    /// The Training Director of a centre of excellence.
    TrainingDirector: TrainingDirector
}
actor! {
    /// A centre's Training Director or course editor.
    CentreStaff: TrainingDirector | CourseEditor
}
actor! {
    /// An officer or the manager of the Regional Support Office.
    RsoOfficer: RsoOfficer | RsoManager
}
actor! {
    /// Somebody who reads the audit log: of the region, or of the own organisation.
    AuditReader: Auditor | RsoOfficer | RsoManager | Administrator | FocalPoint | DeputyFocalPoint | TrainingDirector | CourseEditor
}
actor! {
    /// Somebody who looks after what the installation sends.
    MailKeeper: RsoOfficer | RsoManager | Administrator
}
actor! {
    /// Somebody who reads demand: of the region, of a centre's course types or of the own State.
    DemandReader: RsoOfficer | RsoManager | TrainingDirector | CourseEditor | FocalPoint | DeputyFocalPoint
}
actor! {
    /// Somebody who looks after courses: those of the own centre, or those of the region.
    CourseKeeper: RsoOfficer | RsoManager | TrainingDirector | CourseEditor
}
actor! {
    /// Somebody who reads who is put forward: of the own State, or for the own centre's deliveries.
    NominationReader: FocalPoint | DeputyFocalPoint | AgencyNominator | TrainingDirector
}
actor! {
    /// Somebody whose centre shares the seats of deliveries, whose State holds some, or who oversees
    /// them.
    SeatsReader: TrainingDirector | CourseEditor | FocalPoint | DeputyFocalPoint | AgencyNominator | RsoOfficer | RsoManager
}
actor! {
    /// Somebody who leads an organisation, and so keeps the programs that act for it.
    ApiClientKeeper: FocalPoint | TrainingDirector | RsoOfficer | RsoManager if Capacity::leads
}

impl FocalPoint {
    /// The rows that are theirs.
    pub fn state(&self) -> StateScope {
        StateScope(self.capacity.organisation().id)
    }

    /// The same person, for what nominators of agencies may do as well.
    pub fn as_staff(&self) -> StateStaff {
        StateStaff { capacity: self.capacity.clone() }
    }
}

impl StateStaff {
    /// The rows that are theirs.
    pub fn state(&self) -> StateScope {
        StateScope(self.capacity.organisation().id)
    }

    /// The people whom they may put forward: those of their agency, or of all of the State.
    pub fn nominees(&self) -> NomineeScope {
        nominees(&self.capacity)
    }

    /// The person as a focal point, where that is what they are.
    pub fn focal_point(&self) -> Option<FocalPoint> {
        FocalPoint::when(self.capacity.clone()).ok()
    }
}

fn nominees(capacity: &Capacity) -> NomineeScope {
    let agency = capacity.agency().map(|(id, _)| id);
    // A nominator without an agency has nobody to put forward.
    let none = AgencyId(uuid::Uuid::nil());
    let held = (capacity.role() == Role::AgencyNominator).then(|| agency.unwrap_or(none));
    NomineeScope { state: StateScope(capacity.organisation().id), agency: held }
}

impl NominationReader {
    /// The rows that are theirs.
    pub fn scope(&self) -> NominationScope {
        match self.capacity.role().needs() {
            Capability::Nominates => NominationScope::State(nominees(&self.capacity)),
            _ => NominationScope::Centre(CentreScope(self.capacity.organisation().id)),
        }
    }
}

impl ReaderScope {
    /// What somebody in this capacity reads beside what is public.
    pub(in crate::identity) fn of(capacity: &Capacity) -> Self {
        Self {
            centre: CentreStaff::when(capacity.clone()).ok().map(|by| by.centre()),
            state: StateStaff::when(capacity.clone()).ok().map(|by| by.state()),
            region: RsoOfficer::when(capacity.clone()).ok().map(|by| by.region()),
        }
    }

    /// The same of somebody who asks; a program reads for its organisation in all that it is.
    pub(super) fn of_who(who: &Who) -> Self {
        Self {
            centre: CentreStaff::of(who).ok().map(|by| by.centre()),
            state: StateStaff::of(who).ok().map(|by| by.state()),
            region: RsoOfficer::of(who).ok().map(|by| by.region()),
        }
    }
}

impl TrainingDirector {
    /// The rows that are theirs.
    pub fn centre(&self) -> CentreScope {
        CentreScope(self.capacity.organisation().id)
    }

    /// The same person, for what course editors may do as well.
    pub fn as_staff(&self) -> CentreStaff {
        CentreStaff { capacity: self.capacity.clone() }
    }
}

impl CentreStaff {
    /// The rows that are theirs.
    pub fn centre(&self) -> CentreScope {
        CentreScope(self.capacity.organisation().id)
    }

    /// The person as a Training Director, where that is what they are.
    pub fn director(&self) -> Option<TrainingDirector> {
        TrainingDirector::when(self.capacity.clone()).ok()
    }

    /// Whether the person may publish as well as edit.
    pub fn may_publish(&self) -> bool {
        self.capacity.role() == Role::TrainingDirector
    }
}

impl RsoOfficer {
    /// The rows that are theirs: all.
    pub fn region(&self) -> RegionScope {
        RegionScope(())
    }
}

impl MailKeeper {
    /// The rows that are theirs: all.
    pub fn region(&self) -> RegionScope {
        RegionScope(())
    }
}

impl AuditReader {
    /// The organisation whose entries are theirs; none where all are.
    pub fn organisation(&self) -> Option<OrganisationId> {
        let oversees = self.capacity.role().needs() == Capability::Oversees;
        (!oversees).then_some(self.capacity.organisation().id)
    }
}

impl CourseKeeper {
    /// The own centre, for somebody of one.
    pub fn centre(&self) -> Option<CentreScope> {
        let centre = self.capacity.role().needs() == Capability::Publishes;
        centre.then_some(CentreScope(self.capacity.organisation().id))
    }

    /// The region, for somebody of the Regional Support Office.
    pub fn region(&self) -> Option<RegionScope> {
        (self.capacity.role().needs() == Capability::Oversees).then_some(RegionScope(()))
    }
}

impl SeatsReader {
    /// What they read beside what is public.
    pub fn scope(&self) -> ReaderScope {
        ReaderScope::of(&self.capacity)
    }

    /// The same person as centre staff, where that is what they are.
    pub fn centre_staff(&self) -> Option<CentreStaff> {
        CentreStaff::when(self.capacity.clone()).ok()
    }

    /// Whether they are a focal point or a deputy.
    pub fn is_focal_point(&self) -> bool {
        FocalPoint::ROLES.contains(&self.capacity.role())
    }
}

impl DemandReader {
    /// The rows that are theirs.
    pub fn scope(&self) -> DemandScope {
        let id = self.capacity.organisation().id;
        match self.capacity.role().needs() {
            Capability::Oversees => DemandScope::Region(RegionScope(())),
            Capability::Publishes => DemandScope::Centre(CentreScope(id)),
            Capability::Nominates => DemandScope::State(StateScope(id)),
        }
    }
}
