//! Who is asking, in which capacity. A capacity is a type; only this module makes one, so an
//! action cannot be called by somebody who may not, and a query cannot lack its scope.
mod scopes;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono_tz::Tz;

pub use self::scopes::{CentreScope, DemandScope, RegionScope, StateScope};
use super::rules::{Reading, Role};
use super::store::MembershipRow;
use crate::base::App;
use crate::base::audit::By;
use crate::base::error::{Error, Result};
use crate::base::i18n::{Locale, Reader};
use crate::base::ids::{AccountId, AgencyId, MembershipId, OrganisationId};
use crate::base::routes::Acts;

/// The organisation for which somebody acts.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its code: FJ, JCLEC, RSO.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// The letters on its tile.
    pub tile: String,
    /// Its time zone.
    pub zone: Tz,
}

/// In what capacity somebody acts.
#[derive(Clone, Debug)]
pub struct Capacity {
    account: Option<AccountId>,
    membership: Option<MembershipId>,
    role: Role,
    organisation: Organisation,
    agency: Option<(AgencyId, String)>,
    reader: Reader,
    full_name: String,
}

impl Capacity {
    pub(super) fn of(row: MembershipRow) -> Self {
        let zone = row.time_zone.parse().unwrap_or(Tz::UTC);
        let own = Reading::kept(&row.locale, row.account_zone.as_deref());
        let locale = own.language.unwrap_or_else(Locale::english);
        Self {
            account: Some(row.account_id),
            membership: Some(row.id),
            role: row.role,
            organisation: Organisation {
                id: row.organisation_id,
                code: row.code,
                name: row.name,
                short_name: row.short_name,
                tile: row.tile,
                zone,
            },
            agency: row.agency_id.zip(row.agency_name),
            reader: Reader { locale, zone: own.zone.unwrap_or(zone) },
            full_name: row.full_name,
        }
    }

    /// The same capacity, read in `locale` while the person chose no language.
    pub(super) fn read_in(self, locale: Locale) -> Self {
        Self { reader: Reader { locale, ..self.reader }, ..self }
    }

    /// The operator acting for an organisation at the console: nobody is signed in.
    pub(super) fn at_the_console(role: Role, organisation: Organisation) -> Self {
        let reader = Reader { locale: Locale::english(), zone: organisation.zone };
        Self {
            account: None,
            membership: None,
            role,
            organisation,
            agency: None,
            reader,
            full_name: String::new(),
        }
    }

    /// The person's account; none for the operator at the console.
    pub fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// The membership that is acted in.
    pub fn membership(&self) -> Option<MembershipId> {
        self.membership
    }

    /// The role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The organisation on whose behalf.
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// The unit of the organisation, for nominators of an agency.
    pub fn agency(&self) -> Option<(AgencyId, &str)> {
        self.agency.as_ref().map(|(id, name)| (*id, name.as_str()))
    }

    /// The person's language and zone.
    pub fn reader(&self) -> Reader {
        self.reader
    }

    /// The person's name.
    pub fn full_name(&self) -> &str {
        &self.full_name
    }

    /// How the audit log names this capacity.
    pub fn by(&self) -> By {
        By {
            account: self.account,
            organisation: Some(self.organisation.id),
            role: self.role.as_str(),
        }
    }
}

/// Who is signed in, put into the request by the layer that reads the session.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub account: AccountId,
    pub full_name: String,
    pub email: String,
    pub reading: Reading,
    pub capacity: Option<Capacity>,
}

/// Anybody, signed in or not.
#[derive(Clone, Debug)]
pub struct Visitor(Option<Person>);

/// Somebody who is signed in, in whatever capacity.
#[derive(Clone, Debug)]
pub struct SignedIn(Person);

/// Makes a type that only somebody in one of the roles can be.
macro_rules! actor {
    ($(#[$doc:meta])* $actor:ident: $($role:ident)|+) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $actor {
            capacity: Capacity,
        }

        impl $actor {
            pub(super) const ROLES: &'static [Role] = &[$(Role::$role),+];

            /// In what capacity they act.
            pub fn capacity(&self) -> &Capacity {
                &self.capacity
            }

            /// How the audit log names them.
            pub fn by(&self) -> By {
                self.capacity.by()
            }

            pub(super) fn when(capacity: Capacity) -> Result<Self> {
                if Self::ROLES.contains(&capacity.role) {
                    Ok(Self { capacity })
                } else {
                    Err(Error::Forbidden)
                }
            }
        }

        impl Acts for $actor {
            const MAY: &'static [&'static str] = &[$(Role::$role.as_str()),+];
        }

        impl FromRequestParts<App> for $actor {
            type Rejection = Error;
            async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
                Self::when(signed_in(parts)?.capacity.ok_or(Error::Forbidden)?)
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

impl FocalPoint {
    /// The rows that are theirs.
    pub fn state(&self) -> StateScope {
        StateScope(self.capacity.organisation.id)
    }
}

impl StateStaff {
    /// The rows that are theirs.
    pub fn state(&self) -> StateScope {
        StateScope(self.capacity.organisation.id)
    }
}

impl TrainingDirector {
    /// The rows that are theirs.
    pub fn centre(&self) -> CentreScope {
        CentreScope(self.capacity.organisation.id)
    }

    /// The same person, for what course editors may do as well.
    pub fn as_staff(&self) -> CentreStaff {
        CentreStaff { capacity: self.capacity.clone() }
    }
}

impl CentreStaff {
    /// The rows that are theirs.
    pub fn centre(&self) -> CentreScope {
        CentreScope(self.capacity.organisation.id)
    }

    /// Whether the person may publish as well as edit.
    pub fn may_publish(&self) -> bool {
        self.capacity.role == Role::TrainingDirector
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
        let oversees = self.capacity.role.needs() == super::rules::Capability::Oversees;
        (!oversees).then_some(self.capacity.organisation.id)
    }
}

impl DemandReader {
    /// The rows that are theirs.
    pub fn scope(&self) -> DemandScope {
        let id = self.capacity.organisation.id;
        match self.capacity.role.needs() {
            super::rules::Capability::Oversees => DemandScope::Region(RegionScope(())),
            super::rules::Capability::Publishes => DemandScope::Centre(CentreScope(id)),
            super::rules::Capability::Nominates => DemandScope::State(StateScope(id)),
        }
    }
}

impl Visitor {
    /// The capacity in which the visitor could act, if signed in.
    pub fn capacity(&self) -> Option<&Capacity> {
        self.0.as_ref().and_then(|person| person.capacity.as_ref())
    }

    /// The visitor as centre staff, where that is what they are.
    pub fn centre_staff(&self) -> Option<CentreStaff> {
        self.capacity().cloned().and_then(|capacity| CentreStaff::when(capacity).ok())
    }

    /// The visitor as a focal point, where that is what they are.
    pub fn focal_point(&self) -> Option<FocalPoint> {
        self.capacity().cloned().and_then(|capacity| FocalPoint::when(capacity).ok())
    }

    /// The visitor as an officer of the Regional Support Office, where that is what they are.
    pub fn rso_officer(&self) -> Option<RsoOfficer> {
        self.capacity().cloned().and_then(|capacity| RsoOfficer::when(capacity).ok())
    }

    /// The visitor as somebody signed in, where they are.
    pub fn signed_in(&self) -> Option<SignedIn> {
        self.0.clone().map(SignedIn)
    }

    /// Whether somebody is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.0.is_some()
    }
}

impl SignedIn {
    /// The account.
    pub fn account(&self) -> AccountId {
        self.0.account
    }

    /// The person's name.
    pub fn full_name(&self) -> &str {
        &self.0.full_name
    }

    /// The person's address.
    pub fn email(&self) -> &str {
        &self.0.email
    }

    /// The language and the time zone that the person chose.
    pub fn reading(&self) -> Reading {
        self.0.reading
    }

    /// The capacity chosen, if any.
    pub fn capacity(&self) -> Option<&Capacity> {
        self.0.capacity.as_ref()
    }

    /// Whether the capacity chosen may read the audit log, all of it or the own part.
    pub fn may_read_audit_log(&self) -> bool {
        self.capacity().is_some_and(|capacity| AuditReader::ROLES.contains(&capacity.role))
    }

    /// How the audit log names them.
    pub fn by(&self) -> By {
        let nobody = By { account: Some(self.0.account), organisation: None, role: "account" };
        self.capacity().map_or(nobody, Capacity::by)
    }
}

impl Acts for Visitor {
    const MAY: &'static [&'static str] = &["everyone"];
}

impl Acts for SignedIn {
    const MAY: &'static [&'static str] = &["signed_in"];
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        Ok(Self(parts.extensions.get::<Person>().cloned()))
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        Ok(Self(signed_in(parts)?))
    }
}

fn signed_in(parts: &Parts) -> Result<Person> {
    parts.extensions.get::<Person>().cloned().ok_or(Error::SignIn)
}
