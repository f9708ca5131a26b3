//! Whose rows a query may touch. Stores need one of these; only an actor can give it.
use crate::base::ids::{AgencyId, OrganisationId};

/// "Rows of this State only."
///
/// Outside of `identity` nobody can make one, whatever id they hold:
///
/// ```compile_fail,E0423
/// fn forge(id: rctm::base::ids::OrganisationId) -> rctm::identity::StateScope {
///     rctm::identity::StateScope(id)
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct StateScope(pub(super) OrganisationId);
/// "Rows of this centre only."
#[derive(Clone, Copy, Debug)]
pub struct CentreScope(pub(super) OrganisationId);
/// "Rows of the whole region."
#[derive(Clone, Copy, Debug)]
pub struct RegionScope(pub(super) ());

impl StateScope {
    /// The member.
    pub fn id(self) -> OrganisationId {
        self.0
    }
}

impl CentreScope {
    /// The centre.
    pub fn id(self) -> OrganisationId {
        self.0
    }
}

/// What is somebody's own to read among things of which others are public. Whoever has none of
/// these reads what is public.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReaderScope {
    pub(super) centre: Option<CentreScope>,
    pub(super) state: Option<StateScope>,
    pub(super) region: Option<RegionScope>,
}

impl ReaderScope {
    /// The own centre, for its staff.
    pub fn centre(self) -> Option<CentreScope> {
        self.centre
    }

    /// The own State, for whoever acts for it.
    pub fn state(self) -> Option<StateScope> {
        self.state
    }

    /// The region, for the Regional Support Office.
    pub fn region(self) -> Option<RegionScope> {
        self.region
    }
}

impl From<StateScope> for ReaderScope {
    fn from(state: StateScope) -> Self {
        Self { state: Some(state), ..Self::default() }
    }
}

impl From<CentreScope> for ReaderScope {
    fn from(centre: CentreScope) -> Self {
        Self { centre: Some(centre), ..Self::default() }
    }
}

/// Whose demand somebody may read.
#[derive(Clone, Copy, Debug)]
pub enum DemandScope {
    /// Everybody's.
    Region(RegionScope),
    /// That for the course types which this centre publishes.
    Centre(CentreScope),
    /// The own.
    State(StateScope),
}

/// "People whom this State puts forward", or those of one agency of it.
#[derive(Clone, Copy, Debug)]
pub struct NomineeScope {
    pub(super) state: StateScope,
    pub(super) agency: Option<AgencyId>,
}

impl NomineeScope {
    /// The State.
    pub fn state(self) -> StateScope {
        self.state
    }

    /// The agency to which it is held; none for those who act for all of the State.
    pub fn agency(self) -> Option<AgencyId> {
        self.agency
    }
}

/// Whose participant nominations somebody may read.
#[derive(Clone, Copy, Debug)]
pub enum NominationScope {
    /// Those of the own State, or agency.
    State(NomineeScope),
    /// Those for the deliveries of this centre, from the focal point's approval on.
    Centre(CentreScope),
}
