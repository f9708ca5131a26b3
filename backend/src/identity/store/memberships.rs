//! Memberships: which role an account holds in which organisation.
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult,
    QueryFilter, QueryResult, QuerySelect, Statement,
};

use super::super::rules::{Capability, Role};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, AgencyId, MembershipId, OrganisationId};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, AgencyId, MembershipId, OrganisationId};
    use crate::identity::rules::Role;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MembershipId,
        pub account_id: AccountId,
        pub organisation_id: OrganisationId,
        pub agency_id: Option<AgencyId>,
        pub role: Role,
        pub lead: bool,
        pub starts_at: DateTimeUtc,
        pub ends_at: Option<DateTimeUtc>,
        pub confirmed_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{COLUMN, Column, Entity};

/// A role lapses when it has not been confirmed for this long.
const LAPSES_AFTER: Duration = Duration::days(366);

/// A role to be given.
#[derive(Clone, Copy, Debug)]
pub struct NewMembership {
    /// To whom.
    pub account: AccountId,
    /// In which organisation.
    pub organisation: OrganisationId,
    /// In which unit of it.
    pub agency: Option<AgencyId>,
    /// Which role.
    pub role: Role,
    /// Whether the person leads the others in that role.
    pub lead: bool,
}

/// A live membership with its person and its organisation, read in one query.
#[derive(Clone, Debug)]
pub struct MembershipRow {
    /// The membership.
    pub id: MembershipId,
    /// The person.
    pub account_id: AccountId,
    /// The person's name.
    pub full_name: String,
    /// The person's address.
    pub email: String,
    /// The person's language.
    pub locale: String,
    /// The zone that the person chose.
    pub account_zone: Option<String>,
    /// The role.
    pub role: Role,
    /// Whether the person leads the others in that role.
    pub lead: bool,
    /// The unit.
    pub agency_id: Option<AgencyId>,
    /// The unit's name.
    pub agency_name: Option<String>,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The organisation's code.
    pub code: String,
    /// The organisation's name.
    pub name: String,
    /// The organisation's short name.
    pub short_name: String,
    /// The letters on the organisation's tile.
    pub tile: String,
    /// The organisation's zone.
    pub time_zone: String,
    /// What the organisation may do.
    pub capabilities: Vec<Capability>,
}

impl FromQueryResult for MembershipRow {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            id: row.try_get(prefix, "id")?,
            account_id: row.try_get(prefix, "account_id")?,
            full_name: row.try_get(prefix, "full_name")?,
            email: row.try_get(prefix, "email")?,
            locale: row.try_get(prefix, "locale")?,
            account_zone: row.try_get(prefix, "account_zone")?,
            role: row.try_get(prefix, "role")?,
            lead: row.try_get(prefix, "lead")?,
            agency_id: row.try_get(prefix, "agency_id")?,
            agency_name: row.try_get(prefix, "agency_name")?,
            organisation_id: row.try_get(prefix, "organisation_id")?,
            code: row.try_get(prefix, "code")?,
            name: row.try_get(prefix, "name")?,
            short_name: row.try_get(prefix, "short_name")?,
            tile: row.try_get(prefix, "tile")?,
            time_zone: row.try_get(prefix, "time_zone")?,
            capabilities: capabilities_in(row, prefix)?,
        })
    }
}

/// What the organisation of a row may do.
pub(super) fn capabilities_in(row: &QueryResult, prefix: &str) -> Result<Vec<Capability>, DbErr> {
    let has = |column: &str| row.try_get::<bool>(prefix, column);
    Ok(Capability::of_columns(has("publishes")?, has("nominates")?, has("oversees")?))
}

/// Live memberships with person and organisation; `$1` is now, `$2` when an unconfirmed one lapses.
const LIVE: &str = "select m.id, m.account_id, a.full_name, a.email, a.locale, \
    a.time_zone as account_zone, m.role, m.lead, m.agency_id, g.name as agency_name, \
    m.organisation_id, o.code, o.name, o.short_name, o.tile, o.time_zone, \
    o.publishes, o.nominates, o.oversees \
    from membership m \
    join account a on a.id = m.account_id and a.disabled_at is null \
    join organisation o on o.id = m.organisation_id \
    left join agency g on g.id = m.agency_id \
    where m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1) and m.confirmed_at > $2";

async fn live(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    condition: &str,
    values: impl IntoIterator<Item = sea_orm::Value>,
) -> Result<Vec<MembershipRow>> {
    let sql = format!("{LIVE} and {condition} order by o.name, m.lead desc, a.full_name, m.role");
    let bound = [now.into(), (now - LAPSES_AFTER).into()].into_iter().chain(values);
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, bound);
    Ok(MembershipRow::find_by_statement(statement).all(db).await?)
}

/// The capacities in which an account may act now.
pub async fn capacities_of(
    db: &impl ConnectionTrait,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<MembershipRow>> {
    live(db, now, "m.account_id = $3", [account.into()]).await
}

/// The membership, if it is live and the account's.
pub async fn membership_of(
    db: &impl ConnectionTrait,
    (account, id): (AccountId, MembershipId),
    now: DateTime<Utc>,
) -> Result<Option<MembershipRow>> {
    let condition = "m.account_id = $3 and m.id = $4";
    Ok(live(db, now, condition, [account.into(), id.into()]).await?.pop())
}

/// The people who hold one of `roles` in one of `organisations` now.
pub async fn people_in_roles(
    db: &impl ConnectionTrait,
    organisations: &[OrganisationId],
    roles: &[Role],
    now: DateTime<Utc>,
) -> Result<Vec<MembershipRow>> {
    if organisations.is_empty() || roles.is_empty() {
        return Ok(Vec::new());
    }
    let condition = format!(
        "m.organisation_id in ({}) and m.role in ({})",
        in_list(3, organisations.len()),
        in_list(3 + organisations.len(), roles.len())
    );
    let organisations = organisations.iter().map(|id| sea_orm::Value::from(*id));
    let roles = roles.iter().map(|role| sea_orm::Value::from(role.as_str()));
    live(db, now, &condition, organisations.chain(roles)).await
}

/// The organisations in which these accounts hold or held a role.
pub async fn organisations_of_accounts(
    db: &impl ConnectionTrait,
    accounts: &[AccountId],
) -> Result<Vec<(AccountId, OrganisationId)>> {
    Ok(Entity::find()
        .select_only()
        .columns([Column::AccountId, Column::OrganisationId])
        .filter(COLUMN.account_id.is_in(accounts.iter().copied()))
        .into_tuple()
        .all(db)
        .await?)
}

/// The organisations in which somebody holds one of `roles` now, each once, in no order.
pub async fn organisations_with(
    db: &impl ConnectionTrait,
    roles: &[Role],
    now: DateTime<Utc>,
) -> Result<Vec<OrganisationId>> {
    let sql = format!(
        "select distinct m.organisation_id from membership m \
         join account a on a.id = m.account_id and a.disabled_at is null \
         where m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1) \
         and m.confirmed_at > $2 and m.role in ({})",
        in_list(3, roles.len())
    );
    let roles = roles.iter().map(|role| sea_orm::Value::from(role.as_str()));
    let bound = [now.into(), (now - LAPSES_AFTER).into()].into_iter().chain(roles);
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, bound);
    let rows = db.query_all_raw(statement).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
}

fn in_list(first: usize, count: usize) -> String {
    (first..first + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// Gives a role.
pub async fn add_membership(
    tx: &Transaction,
    new: NewMembership,
    now: DateTime<Utc>,
) -> Result<MembershipId> {
    let id = MembershipId::new();
    let row = entity::ActiveModel {
        id: Set(id),
        account_id: Set(new.account),
        organisation_id: Set(new.organisation),
        agency_id: Set(new.agency),
        role: Set(new.role),
        lead: Set(new.lead),
        starts_at: Set(now),
        ends_at: Set(None),
        confirmed_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Ends every live membership of an account.
pub async fn end_memberships(
    tx: &Transaction,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::EndsAt, Expr::value(now))
        .filter(COLUMN.account_id.eq(account))
        .filter(COLUMN.ends_at.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
