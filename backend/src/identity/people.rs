//! People as those to whom features write. Their addresses stay inside.
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::actors::{Capacity, ReaderScope};
use super::rules::{Reading, Role};
use super::store::{self, MembershipRow};
use crate::base::db::ConnectionTrait;
use crate::base::error::Result;
use crate::base::i18n::Reader;
use crate::base::ids::{AccountId, MembershipId, OrganisationId};
use crate::base::outbox::{Addressee, Recipient};

/// The Training Directors of these centres.
pub async fn training_directors_of(
    db: &impl ConnectionTrait,
    centres: &[OrganisationId],
    now: DateTime<Utc>,
) -> Result<Vec<Recipient>> {
    recipients(db, centres, &[Role::TrainingDirector], now).await
}

/// This person, where they still write the courses of the centre.
pub async fn author_of(
    db: &impl ConnectionTrait,
    centre: OrganisationId,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Option<Recipient>> {
    let roles = [Role::TrainingDirector, Role::CourseEditor];
    let staff = recipients(db, &[centre], &roles, now).await?;
    Ok(staff.into_iter().find(|person| person.account == account))
}

/// The focal points and deputies of a member.
pub async fn focal_points_of(
    db: &impl ConnectionTrait,
    member: OrganisationId,
    now: DateTime<Utc>,
) -> Result<Vec<Recipient>> {
    recipients(db, &[member], &[Role::FocalPoint, Role::DeputyFocalPoint], now).await
}

/// The focal points and deputies of these members.
pub async fn focal_points_of_all(
    db: &impl ConnectionTrait,
    members: &[OrganisationId],
    now: DateTime<Utc>,
) -> Result<Vec<Recipient>> {
    recipients(db, members, &[Role::FocalPoint, Role::DeputyFocalPoint], now).await
}

/// What somebody reads who is not here: in this capacity, where it still holds, or as the public
/// does where none is meant. None where nothing holds any more.
pub async fn reading_later(
    db: &impl ConnectionTrait,
    (account, membership): (AccountId, Option<MembershipId>),
    now: DateTime<Utc>,
) -> Result<Option<(ReaderScope, Reader)>> {
    if let Some(membership) = membership {
        let row = store::membership_of(db, (account, membership), now).await?;
        let capacity = row.map(Capacity::of);
        return Ok(capacity.map(|capacity| (ReaderScope::of(&capacity), capacity.reader())));
    }
    let account = store::open_accounts(db, &[account]).await?.pop();
    Ok(account.map(|account| {
        let own = Reading::kept(&account.locale, account.time_zone.as_deref());
        let unknown = Reader::unknown();
        let locale = own.language.unwrap_or(unknown.locale);
        let reader = Reader { locale, zone: own.zone.unwrap_or(unknown.zone) };
        (ReaderScope::default(), reader)
    }))
}

async fn recipients(
    db: &impl ConnectionTrait,
    organisations: &[OrganisationId],
    roles: &[Role],
    now: DateTime<Utc>,
) -> Result<Vec<Recipient>> {
    let people = store::people_in_roles(db, organisations, roles, now).await?;
    Ok(people.into_iter().map(recipient).collect())
}

fn recipient(person: MembershipRow) -> Recipient {
    let (account, address) = (person.account_id, person.email.clone());
    let capacity = Capacity::of(person);
    let reader = capacity.reader();
    Recipient::new(
        (account, capacity.organisation().id),
        (capacity.full_name().to_owned(), address),
        reader.locale,
        reader.zone,
    )
}

/// These people as those to whom features write, with the time zone that each chose; without
/// those whose account is closed.
pub async fn addressees(
    db: &impl ConnectionTrait,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, (Addressee, Option<Tz>)>> {
    if accounts.is_empty() {
        return Ok(HashMap::new());
    }
    let open = store::open_accounts(db, accounts).await?;
    let of = |account: store::Account| {
        let zone = account.time_zone.and_then(|name| name.parse().ok());
        let to = (account.full_name, account.email);
        (account.id, (Addressee::person(account.id, to, Reader::unknown()), zone))
    };
    Ok(open.into_iter().map(of).collect())
}

/// The names of these accounts, for "saved by" and "submitted by".
pub async fn names_of(
    db: &impl ConnectionTrait,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, String>> {
    if accounts.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(store::names_of_accounts(db, accounts).await?.into_iter().collect())
}

/// The organisations in which each of these accounts holds or held a role.
pub async fn organisations_of(
    db: &impl ConnectionTrait,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, Vec<OrganisationId>>> {
    let mut homes: HashMap<_, Vec<_>> = HashMap::new();
    if accounts.is_empty() {
        return Ok(homes);
    }
    for (account, organisation) in store::organisations_of_accounts(db, accounts).await? {
        homes.entry(account).or_default().push(organisation);
    }
    Ok(homes)
}

/// Somebody who holds a role in an organisation, as colleagues see them.
#[derive(Clone, Debug, PartialEq)]
pub struct Colleague {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The name.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// Whether they lead the others in the role.
    pub lead: bool,
}

/// Who holds one of `roles` in these organisations now, without their addresses.
pub async fn colleagues(
    db: &impl ConnectionTrait,
    organisations: &[OrganisationId],
    roles: &[Role],
    now: DateTime<Utc>,
) -> Result<Vec<Colleague>> {
    let people = store::people_in_roles(db, organisations, roles, now).await?;
    Ok(people
        .into_iter()
        .map(|person| Colleague {
            organisation: person.organisation_id,
            full_name: person.full_name,
            role: person.role,
            lead: person.lead,
        })
        .collect())
}

/// The members that have an active focal point or deputy now.
pub async fn with_focal_point(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<HashSet<OrganisationId>> {
    let roles = [Role::FocalPoint, Role::DeputyFocalPoint];
    Ok(store::organisations_with(db, &roles, now).await?.into_iter().collect())
}
