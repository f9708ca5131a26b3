//! What people do with accounts, sessions and API clients.
mod api_clients;

use std::net::IpAddr;

use chrono_tz::Tz;
use tower_sessions::Session;

pub use self::api_clients::{
    Credentials, Issued, TOKEN_LASTS, holding_client, issue_token, make_api_client, my_api_client,
    my_api_clients, revoke_api_client,
};
use super::actors::{Capacity, SignedIn};
use super::brakes::Brakes;
use super::operator::Operator;
use super::resolve::{Times, broken, keys};
use super::rules::{self, Reading, Role};
use super::store::{self, Account, MembershipRow, NewAccount, NewMembership};
use crate::base::App;
use crate::base::api;
use crate::base::audit::{self, By, Deed};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::{AccountId, AgencyId, MembershipId, OrganisationId};

/// What somebody typed to sign in, and what is known of where they type it.
#[derive(Debug)]
pub struct Attempt {
    /// The address as typed.
    pub email: String,
    /// The password as typed.
    pub password: String,
    /// The machine at the other end.
    pub peer: Option<IpAddr>,
    /// The account that signed in on this device before, from its signed cookie.
    pub device: Option<AccountId>,
}

/// Somebody signs in with address and password; the same words for every failure.
pub async fn sign_in(app: &App, session: &Session, attempt: Attempt) -> Result<SignedInAs> {
    let email = rules::read_email(&attempt.email).unwrap_or_default();
    let account = store::account_by_email(&app.db, &email).await?;
    let brakes = Brakes::of(&attempt, &email, account.as_ref());
    brakes.check(app).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let verified = app.hasher.verify(attempt.password, hash).await?;
    match account {
        Some(account) if verified.matches && account.disabled_at.is_none() => {
            begin_session(app, session, &account, &brakes).await
        }
        other => refuse(app, other.map(|account| account.id), &brakes).await,
    }
}

/// Notes a failed sign-in; the same is written and said whether the account exists or not.
async fn refuse(app: &App, account: Option<AccountId>, brakes: &Brakes) -> Result<SignedInAs> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    brakes.tighten(&tx, now).await?;
    let by = By { role: "account", ..By::default() };
    let id = account.map_or_else(|| "unknown".to_owned(), |account| account.to_string());
    audit::record(&tx, now, &by, deed("session.refuse", &id, &[])).await?;
    tx.commit().await?;
    let mut errors = FieldErrors::default();
    errors.add("password", "sign-in-wrong");
    Err(errors.into())
}

/// Who signed in and where they land.
#[derive(Debug)]
pub struct SignedInAs {
    /// The account.
    pub account: AccountId,
    /// The home of the only capacity; none where there are several to choose from.
    pub home: Option<&'static str>,
}

async fn begin_session(
    app: &App,
    session: &Session,
    account: &Account,
    brakes: &Brakes,
) -> Result<SignedInAs> {
    let now = app.clock.now();
    let capacities = store::capacities_of(&app.db, account.id, now).await?;
    let only = match capacities.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    session.cycle_id().await.map_err(broken)?;
    session.insert(keys::ACCOUNT, account.id).await.map_err(broken)?;
    session.insert(keys::TIMES, Times { began: now, seen: now }).await.map_err(broken)?;
    match only {
        Some(only) => session.insert(keys::MEMBERSHIP, only.id).await.map_err(broken)?,
        None => drop(session.remove_value(keys::MEMBERSHIP).await.map_err(broken)?),
    }
    let tx = app.db.begin().await?;
    brakes.release(&tx).await?;
    let by = By {
        account: Some(account.id),
        organisation: only.map(|only| only.organisation_id),
        role: only.map_or("account", |only| only.role.as_str()),
        ..By::default()
    };
    let id = account.id.to_string();
    audit::record(&tx, now, &by, deed("session.begin", &id, &[])).await?;
    tx.commit().await?;
    Ok(SignedInAs { account: account.id, home: only.map(|only| only.role.home()) })
}

/// Somebody signs out; the session is gone everywhere.
pub async fn sign_out(app: &App, by: &SignedIn, session: &Session) -> Result<()> {
    session.flush().await.map_err(broken)?;
    let tx = app.db.begin().await?;
    let id = by.account().to_string();
    audit::record(&tx, app.clock.now(), &by.by(), deed("session.end", &id, &[])).await?;
    tx.commit().await
}

/// The capacities in which somebody may act now.
pub async fn my_capacities(app: &App, by: &SignedIn) -> Result<Vec<Capacity>> {
    let rows = store::capacities_of(&app.db, by.account(), app.clock.now()).await?;
    Ok(rows.into_iter().map(Capacity::of).collect())
}

/// Somebody chooses in which capacity to act; answers where they land.
pub async fn choose_capacity(
    app: &App,
    by: &SignedIn,
    session: &Session,
    membership: MembershipId,
) -> Result<&'static str> {
    let now = app.clock.now();
    let chosen = store::membership_of(&app.db, (by.account(), membership), now).await?;
    let chosen = chosen.ok_or(Error::NotFound)?;
    session.cycle_id().await.map_err(broken)?;
    session.insert(keys::MEMBERSHIP, chosen.id).await.map_err(broken)?;
    let tx = app.db.begin().await?;
    let by =
        By { role: chosen.role.as_str(), organisation: Some(chosen.organisation_id), ..by.by() };
    let id = chosen.id.to_string();
    let deed = Deed { object: "membership", ..deed("session.choose_capacity", &id, &[]) };
    audit::record(&tx, now, &by, deed).await?;
    tx.commit().await?;
    Ok(chosen.role.home())
}

/// Somebody replaces the own password; every session of theirs ends, this one too.
pub async fn change_password(
    app: &App,
    by: &SignedIn,
    (current, new): (String, String),
) -> Result<()> {
    let account = store::account_by_id(&app.db, by.account()).await?.ok_or(Error::SignIn)?;
    let verified = app.hasher.verify(current, account.password_hash.clone()).await?;
    if !verified.matches {
        let mut errors = FieldErrors::default();
        errors.add("current", "password-current-wrong");
        return Err(errors.into());
    }
    let organisation = by.capacity().map(|capacity| capacity.organisation().name.clone());
    let words = [account.full_name.as_str(), account.email.as_str()];
    let words = words.into_iter().chain(organisation.as_deref()).collect::<Vec<_>>();
    rules::read_password(&new, &words)?;
    store_password(app, &by.by(), account.id, new).await
}

async fn store_password(app: &App, by: &By, account: AccountId, password: String) -> Result<()> {
    let hash = app.hasher.hash(password).await?;
    let tx = app.db.begin().await?;
    store::change_password(&tx, account, hash).await?;
    store::end_sessions_of(&tx, account).await?;
    let id = account.to_string();
    audit::record(&tx, app.clock.now(), by, deed("account.change_password", &id, &["password"]))
        .await?;
    tx.commit().await
}

/// Somebody chooses the language and the time zone of pages and emails; what did not change is
/// left alone.
pub async fn choose_reading(app: &App, by: &SignedIn, wanted: Reading) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let account = store::account_by_id(&tx, by.account()).await?.ok_or(Error::SignIn)?;
    let before = Reading::kept(&account.locale, account.time_zone.as_deref());
    let fields = wanted.differences(before);
    if fields.is_empty() {
        return Ok(());
    }
    store::change_reading(&tx, account.id, wanted).await?;
    let id = account.id.to_string();
    audit::record(&tx, now, &by.by(), deed("account.choose_reading", &id, &fields)).await?;
    tx.commit().await
}

/// The time zones that somebody may choose from, by the names of their cities.
pub async fn zones_to_choose(app: &App, by: &SignedIn) -> Result<Vec<(String, Tz)>> {
    let organisations = store::zones_of_organisations(&app.db).await?;
    Ok(rules::zones_to_choose(&organisations, by.reading().zone))
}

/// A person whom the operator gives an account.
#[derive(Clone, Debug)]
pub struct AccountToOpen {
    /// The full name.
    pub full_name: String,
    /// The address as typed.
    pub email: String,
    /// The password; none where the person is to set one later.
    pub password: Option<String>,
    /// Roles, each in an organisation, with the unit and whether the person leads.
    pub roles: Vec<RoleToGive>,
}

/// A role for a person whom the operator gives an account.
#[derive(Clone, Copy, Debug)]
pub struct RoleToGive {
    /// The role.
    pub role: Role,
    /// Where.
    pub organisation: OrganisationId,
    /// In which unit.
    pub agency: Option<AgencyId>,
    /// Whether the person leads the others in the role.
    pub lead: bool,
}

/// The operator opens an account, unless one of that address exists; answers whether it is new.
pub async fn open_account(app: &App, by: &Operator, new: AccountToOpen) -> Result<bool> {
    let Some(email) = rules::read_email(&new.email) else {
        return Err(Error::refused("account-email-bad"));
    };
    if store::account_by_email(&app.db, &email).await?.is_some() {
        return Ok(false);
    }
    let password_hash = match new.password {
        Some(password) => {
            rules::read_password(&password, &[&new.full_name, &email])?;
            Some(app.hasher.hash(password).await?)
        }
        None => None,
    };
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let new_account = NewAccount { email, full_name: new.full_name, password_hash };
    let account = store::add_account(&tx, new_account, now).await?;
    for RoleToGive { role, organisation, agency, lead } in new.roles {
        let membership = NewMembership { account, organisation, agency, role, lead };
        store::add_membership(&tx, membership, now).await?;
    }
    let id = account.to_string();
    let fields = ["email", "full_name", "memberships"];
    audit::record(&tx, now, &by.by(), deed("account.open", &id, &fields)).await?;
    tx.commit().await?;
    Ok(true)
}

/// The operator sets somebody's password; every session of theirs ends.
pub async fn set_password(
    app: &App,
    by: &Operator,
    (email, password): (&str, String),
) -> Result<()> {
    let account = account_of(app, email).await?;
    rules::read_password(&password, &[&account.full_name, &account.email])?;
    store_password(app, &by.by(), account.id, password).await
}

/// The operator closes somebody's account: memberships and sessions end.
pub async fn close_account(app: &App, by: &Operator, email: &str) -> Result<()> {
    let account = account_of(app, email).await?;
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    store::disable_account(&tx, account.id, now).await?;
    store::end_memberships(&tx, account.id, now).await?;
    store::end_sessions_of(&tx, account.id).await?;
    let id = account.id.to_string();
    audit::record(&tx, now, &by.by(), deed("account.close", &id, &["disabled_at"])).await?;
    tx.commit().await
}

/// The roles that the account of this address holds now, for the console.
pub async fn roles_of(app: &App, _: &Operator, email: &str) -> Result<Vec<MembershipRow>> {
    let account = account_of(app, email).await?;
    store::capacities_of(&app.db, account.id, app.clock.now()).await
}

async fn account_of(app: &App, email: &str) -> Result<Account> {
    let email = rules::read_email(email).ok_or(Error::NotFound)?;
    store::account_by_email(&app.db, &email).await?.ok_or(Error::NotFound)
}

fn deed<'a>(action: &'static str, id: &'a str, fields: &'a [&'a str]) -> Deed<'a> {
    Deed { action, object: "account", object_id: id, fields }
}

/// Forgets sessions, tokens, brakes and kept answers that have run out.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    store::sweep_sessions(&tx, now.timestamp()).await?;
    store::sweep_brakes(&tx, (now - chrono::Duration::days(1)).timestamp_millis()).await?;
    store::sweep_tokens(&tx, now).await?;
    api::sweep(&tx, now).await?;
    tx.commit().await
}
