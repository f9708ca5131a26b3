//! What an API client may be allowed to do, in the words of the domain.
use super::Capability;
use crate::base::closed_list::closed_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;

closed_list! {
    /// What a token allows.
    Scope {
        /// Read the catalogue, the own centre's drafts too.
        CatalogueRead = "catalogue:read", "scope-catalogue-read";
        /// Write and publish the own centre's courses.
        CatalogueWrite = "catalogue:write", "scope-catalogue-write";
        /// Read deliveries, the own centre's that are not announced too.
        DeliveriesRead = "deliveries:read", "scope-deliveries-read";
        /// Schedule, announce and cancel the own centre's deliveries.
        DeliveriesWrite = "deliveries:write", "scope-deliveries-write";
        /// Read nomination rounds.
        RoundsRead = "rounds:read", "scope-rounds-read";
        /// Prepare, open and close nomination rounds.
        RoundsWrite = "rounds:write", "scope-rounds-write";
        /// Read sheets and nominations, as far as they are the organisation's to see.
        NominationsRead = "nominations:read", "scope-nominations-read";
        /// Fill and submit the own State's sheet, and return seats of deliveries.
        NominationsWrite = "nominations:write", "scope-nominations-write";
        /// Read who is put forward, as far as it is the organisation's to see.
        ParticipantsRead = "participants:read", "scope-participants-read";
        /// Put people forward for the own State, or decide on them for the own centre.
        ParticipantsWrite = "participants:write", "scope-participants-write";
        /// Read the demand, as far as it is the organisation's to see.
        DemandRead = "demand:read", "scope-demand-read";
    }
}

impl Scope {
    /// The capability that an organisation needs; none where every organisation may.
    pub const fn needs(self) -> Option<Capability> {
        match self {
            Self::CatalogueWrite | Self::DeliveriesWrite => Some(Capability::Publishes),
            Self::RoundsWrite => Some(Capability::Oversees),
            Self::NominationsWrite => Some(Capability::Nominates),
            Self::CatalogueRead
            | Self::DeliveriesRead
            | Self::RoundsRead
            | Self::NominationsRead
            | Self::ParticipantsRead
            | Self::ParticipantsWrite
            | Self::DemandRead => None,
        }
    }

    /// The scopes that an organisation with these capabilities may give its clients.
    pub fn open_to(capabilities: &[Capability]) -> Vec<Self> {
        let open = |scope: &Self| scope.needs().is_none_or(|needs| capabilities.contains(&needs));
        Self::ALL.iter().copied().filter(open).collect()
    }

    /// The scopes in a list that is separated by spaces, as the table and tokens keep it.
    pub fn listed(text: &str) -> Vec<Self> {
        text.split_ascii_whitespace().filter_map(Self::of).collect()
    }

    /// The list of `scopes`, separated by spaces.
    pub fn list(scopes: &[Self]) -> String {
        scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The longest name of a client, in characters.
const LONGEST_NAME: usize = 100;

/// A client to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClient {
    /// What its keepers call it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
}

impl NewClient {
    /// Reads the name and the scopes of a client of an organisation with these capabilities.
    pub fn read(
        name: &str,
        scopes: &[String],
        capabilities: &[Capability],
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name: String = name.trim().chars().filter(|c| !c.is_control()).collect();
        if name.is_empty() {
            errors.add("name", "api-client-needs-name");
        } else if name.chars().count() > LONGEST_NAME {
            errors.add("name", Message::new("api-client-name-long").with("most", LONGEST_NAME));
        }
        let open = Scope::open_to(capabilities);
        let chosen = |scope: &Scope| scopes.iter().any(|name| name == scope.as_str());
        let known = scopes.iter().all(|name| open.iter().any(|scope| scope.as_str() == name));
        let scopes: Vec<_> = open.into_iter().filter(chosen).collect();
        if !known {
            errors.add("scopes", "api-client-scope-unknown");
        } else if scopes.is_empty() {
            errors.add("scopes", "api-client-needs-scope");
        }
        errors.or(Self { name, scopes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(scopes: &[&str], capabilities: &[Capability]) -> Result<NewClient, FieldErrors> {
        let scopes: Vec<_> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        NewClient::read(" Portal ", &scopes, capabilities)
    }

    #[test]
    fn an_organisation_gives_away_only_what_it_may_do_itself() {
        let centre = [Capability::Publishes];
        let client = read(&["catalogue:write", "catalogue:read"], &centre).expect("a client");
        assert_eq!(client.name, "Portal");
        assert_eq!(client.scopes, [Scope::CatalogueRead, Scope::CatalogueWrite]);
        for foreign in ["rounds:write", "nominations:write", "everything"] {
            assert!(read(&["catalogue:read", foreign], &centre).is_err(), "{foreign}");
        }
        assert!(read(&[], &centre).is_err());
        let both = [Capability::Publishes, Capability::Nominates];
        assert!(read(&["catalogue:write", "nominations:write"], &both).is_ok());
    }

    #[test]
    fn a_list_of_scopes_is_read_back() {
        let all = Scope::ALL.to_vec();
        assert_eq!(Scope::listed(&Scope::list(&all)), all);
        assert_eq!(Scope::listed("nothing catalogue:read"), [Scope::CatalogueRead]);
    }
}
