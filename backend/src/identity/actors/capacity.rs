//! In what capacity somebody acts, and for which organisation.
use chrono_tz::Tz;

use super::client::Client;
use super::scopes::ReaderScope;
use crate::base::audit::By;
use crate::base::i18n::{Locale, Reader};
use crate::base::ids::{AccountId, AgencyId, ApiClientId, MembershipId, OrganisationId};
use crate::identity::rules::{Capability, Reading, Role};
use crate::identity::store::MembershipRow;

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
    /// What it may do.
    pub capabilities: Vec<Capability>,
}

impl Organisation {
    /// Whether it may act in this role.
    pub fn may_act_as(&self, role: Role) -> bool {
        self.capabilities.contains(&role.needs())
    }
}

/// In what capacity somebody acts.
#[derive(Clone, Debug)]
pub struct Capacity {
    account: Option<AccountId>,
    api_client: Option<ApiClientId>,
    membership: Option<MembershipId>,
    role: Role,
    lead: bool,
    organisation: Organisation,
    agency: Option<(AgencyId, String)>,
    reader: Reader,
    full_name: String,
}

impl Capacity {
    pub(in crate::identity) fn of(row: MembershipRow) -> Self {
        let zone = row.time_zone.parse().unwrap_or(Tz::UTC);
        let own = Reading::kept(&row.locale, row.account_zone.as_deref());
        let locale = own.language.unwrap_or_else(Locale::english);
        Self {
            account: Some(row.account_id),
            api_client: None,
            membership: Some(row.id),
            role: row.role,
            lead: row.lead,
            organisation: Organisation {
                id: row.organisation_id,
                code: row.code,
                name: row.name,
                short_name: row.short_name,
                tile: row.tile,
                zone,
                capabilities: row.capabilities,
            },
            agency: row.agency_id.zip(row.agency_name),
            reader: Reader { locale, zone: own.zone.unwrap_or(zone) },
            full_name: row.full_name,
        }
    }

    /// The same capacity, read in `locale` while the person chose no language.
    pub(in crate::identity) fn read_in(self, locale: Locale) -> Self {
        Self { reader: Reader { locale, ..self.reader }, ..self }
    }

    /// The operator acting for an organisation at the console: nobody is signed in.
    pub(in crate::identity) fn at_the_console(role: Role, organisation: Organisation) -> Self {
        let reader = Reader { locale: Locale::english(), zone: organisation.zone };
        Self {
            account: None,
            api_client: None,
            membership: None,
            role,
            lead: true,
            organisation,
            agency: None,
            reader,
            full_name: String::new(),
        }
    }

    /// A program acting for its organisation.
    pub(super) fn of_client(client: &Client, role: Role) -> Self {
        let organisation = client.organisation.clone();
        Self {
            api_client: Some(client.id),
            lead: false,
            full_name: client.name.clone(),
            ..Self::at_the_console(role, organisation)
        }
    }

    /// The person's account; none for a program, and for the operator at the console.
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

    /// Whether the person leads the organisation in what it does.
    pub fn leads(&self) -> bool {
        self.lead || self.role != Role::FocalPoint
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

    /// What is read in this capacity beside what is public.
    pub fn reads(&self) -> ReaderScope {
        ReaderScope::of(self)
    }

    /// How the audit log names this capacity.
    pub fn by(&self) -> By {
        By {
            account: self.account,
            api_client: self.api_client,
            organisation: Some(self.organisation.id),
            role: self.role.as_str(),
        }
    }
}
