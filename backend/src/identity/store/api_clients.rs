//! API clients of organisations and their tokens.
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QueryResult, QuerySelect, Statement,
};

use super::memberships::capabilities_in;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, ApiClientId, ApiTokenId, OrganisationId};
use crate::identity::actors::{Client, Organisation};
use crate::identity::rules::{NewClient, Scope};

mod client {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, ApiClientId, OrganisationId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "api_client")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ApiClientId,
        #[sea_orm(unique)]
        pub client_id: String,
        pub organisation_id: OrganisationId,
        pub name: String,
        #[sea_orm(column_type = "Text")]
        pub scopes: String,
        pub secret_digest: Vec<u8>,
        pub made_at: DateTimeUtc,
        pub made_by: Option<AccountId>,
        pub revoked_at: Option<DateTimeUtc>,
        pub revoked_by: Option<AccountId>,
        pub last_used_at: Option<DateTimeUtc>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
mod token {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{ApiClientId, ApiTokenId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "api_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ApiTokenId,
        pub api_client_id: ApiClientId,
        pub issued_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use client::Model as ApiClient;
use client::{COLUMN, Column, Entity};

/// The most clients of an organisation that are listed.
const MOST_LISTED: u64 = 100;

impl ApiClient {
    /// What it may do.
    pub fn scopes(&self) -> Vec<Scope> {
        Scope::listed(&self.scopes)
    }
}

/// The clients of an organisation, those that hold first, then the newest.
pub async fn clients_of(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Vec<ApiClient>> {
    let mut clients = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .order_by_desc(Column::MadeAt)
        .order_by_desc(Column::Id)
        .limit(MOST_LISTED)
        .all(db)
        .await?;
    clients.sort_by_key(|client| client.revoked_at.is_some());
    Ok(clients)
}

/// How many clients of an organisation hold.
pub async fn count_clients_of(tx: &Transaction, organisation: OrganisationId) -> Result<usize> {
    let holding: Vec<ApiClientId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::RevokedAt.is_null())
        .into_tuple()
        .all(tx)
        .await?;
    Ok(holding.len())
}

/// The client of this id, if it is the organisation's.
pub async fn client_of(
    db: &impl ConnectionTrait,
    (organisation, id): (OrganisationId, ApiClientId),
) -> Result<Option<ApiClient>> {
    let own = Entity::find_by_id(id).filter(Column::OrganisationId.eq(organisation));
    Ok(own.one(db).await?)
}

/// The client of this public id, also one that is revoked.
pub async fn client_by_public_id(
    db: &impl ConnectionTrait,
    client_id: &str,
) -> Result<Option<ApiClient>> {
    Ok(Entity::find().filter(COLUMN.client_id.eq(client_id)).one(db).await?)
}

/// The client of this public id; where there is none, another one, so that the answer takes as
/// long. Whoever asks must compare the public id.
pub async fn client_or_another(
    db: &impl ConnectionTrait,
    client_id: &str,
) -> Result<Option<ApiClient>> {
    let first = Query::select().expr(Expr::col(Column::ClientId).min()).from(Entity).to_owned();
    let either = Condition::any()
        .add(COLUMN.client_id.eq(client_id))
        .add(Column::ClientId.in_subquery(first));
    let wanted = Expr::col(Column::ClientId).eq(client_id);
    let found = Entity::find().filter(either).order_by_desc(wanted);
    Ok(found.limit(1).one(db).await?)
}

/// A client to be added, with what it proves itself by.
pub struct ClientToAdd<'a> {
    /// Its id.
    pub id: ApiClientId,
    /// Its public id.
    pub client_id: &'a str,
    /// The digest of its secret.
    pub secret_digest: Vec<u8>,
    /// Its name and scopes.
    pub new: &'a NewClient,
}

/// Adds a client to an organisation, unless one of its id is there; answers whether it is new.
pub async fn add_client(
    tx: &Transaction,
    organisation: OrganisationId,
    add: ClientToAdd<'_>,
    (by, now): (Option<AccountId>, DateTime<Utc>),
) -> Result<bool> {
    let row = client::ActiveModel {
        id: Set(add.id),
        client_id: Set(add.client_id.to_owned()),
        organisation_id: Set(organisation),
        name: Set(add.new.name.clone()),
        scopes: Set(Scope::list(&add.new.scopes)),
        secret_digest: Set(add.secret_digest),
        made_at: Set(now),
        made_by: Set(by),
        revoked_at: Set(None),
        revoked_by: Set(None),
        last_used_at: Set(None),
    };
    let once = OnConflict::column(client::Column::Id).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? > 0)
}

/// Revokes a client, unless it is revoked already; answers whether it held until now.
pub async fn revoke_client(
    tx: &Transaction,
    id: ApiClientId,
    (by, now): (Option<AccountId>, DateTime<Utc>),
) -> Result<bool> {
    let change = client::ActiveModel {
        revoked_at: Set(Some(now)),
        revoked_by: Set(by),
        ..client::ActiveModel::default()
    };
    let revoked = Entity::update_many()
        .set(change)
        .filter(COLUMN.id.eq(id))
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    token::Entity::delete_many().filter(token::Column::ApiClientId.eq(id)).exec(tx).await?;
    Ok(revoked.rows_affected == 1)
}

/// Issues a token to a client that still holds; answers whether it does.
pub async fn add_token(
    tx: &Transaction,
    (client, id): (ApiClientId, ApiTokenId),
    (now, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<bool> {
    let used = Entity::update_many()
        .col_expr(Column::LastUsedAt, Expr::value(now))
        .filter(COLUMN.id.eq(client))
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    if used.rows_affected == 0 {
        return Ok(false);
    }
    let row = token::ActiveModel {
        id: Set(id),
        api_client_id: Set(client),
        issued_at: Set(now),
        expires_at: Set(until),
    };
    token::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(true)
}

/// Who holds a token: its client with its organisation, in one query. `$1` is the token, `$2` the
/// public id that it names, `$3` is now.
const HOLDER: &str = "select c.id, c.name as client_name, c.scopes, o.id as organisation_id, \
    o.code, o.name, o.short_name, o.tile, o.time_zone, o.publishes, o.nominates, o.oversees \
    from api_token t \
    join api_client c on c.id = t.api_client_id and c.revoked_at is null \
    join organisation o on o.id = c.organisation_id \
    where t.id = $1 and c.client_id = $2 and t.expires_at > $3";

/// The client to which a token was issued, if both still hold.
pub async fn holder_of(
    db: &impl ConnectionTrait,
    (token, client_id): (ApiTokenId, &str),
    now: DateTime<Utc>,
) -> Result<Option<Client>> {
    let bound = [token.into(), client_id.into(), now.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), HOLDER, bound);
    Ok(db.query_one_raw(statement).await?.map(|row| holder(&row)).transpose()?)
}

fn holder(row: &QueryResult) -> Result<Client, sea_orm::DbErr> {
    let zone: String = row.try_get("", "time_zone")?;
    let scopes: String = row.try_get("", "scopes")?;
    Ok(Client {
        id: row.try_get("", "id")?,
        name: row.try_get("", "client_name")?,
        scopes: Scope::listed(&scopes),
        organisation: Organisation {
            id: row.try_get("", "organisation_id")?,
            code: row.try_get("", "code")?,
            name: row.try_get("", "name")?,
            short_name: row.try_get("", "short_name")?,
            tile: row.try_get("", "tile")?,
            zone: zone.parse().unwrap_or(chrono_tz::Tz::UTC),
            capabilities: capabilities_in(row, "")?,
        },
    })
}

/// Forgets tokens that ended before `now`.
pub async fn sweep_tokens(tx: &Transaction, now: DateTime<Utc>) -> Result<()> {
    token::Entity::delete_many().filter(token::Column::ExpiresAt.lte(now)).exec(tx).await?;
    Ok(())
}
