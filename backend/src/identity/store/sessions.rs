//! Sessions: tower-sessions on our database. The cookie's id is stored as its digest, and a
//! request that ends after sign-out cannot bring its session back: saving never inserts.
use async_trait::async_trait;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result, SessionStore};

use crate::base::App;
use crate::base::db::Transaction;
use crate::base::ids::AccountId;
use crate::base::secrets::digest_of;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::AccountId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Vec<u8>,
        pub account_id: Option<AccountId>,
        #[sea_orm(column_type = "Text")]
        pub data: String,
        /// Seconds since 1970, UTC.
        pub expires_at: i64,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{COLUMN, Column, Entity};

/// How long a session is kept; the layer that reads it is stricter.
const KEPT: chrono::Duration = chrono::Duration::hours(24);

/// Where tower-sessions keeps its records.
#[derive(Clone)]
pub struct DatabaseSessions(App);

impl DatabaseSessions {
    /// Sessions in the database of `app`.
    pub fn new(app: App) -> Self {
        Self(app)
    }

    /// When a session that is written now ends at the latest (seconds since 1970, UTC): by our
    /// clock, because tower-sessions asks the machine's.
    fn expiry(&self) -> i64 {
        (self.0.clock.now() + KEPT).timestamp()
    }
}

impl std::fmt::Debug for DatabaseSessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseSessions")
    }
}

fn key(id: Id) -> Vec<u8> {
    digest_of(&id.0.to_be_bytes())
}

fn account_of(record: &Record) -> Option<AccountId> {
    record.data.get("account").and_then(|value| serde_json::from_value(value.clone()).ok())
}

fn encoded(record: &Record) -> Result<String> {
    serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

fn backend(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for DatabaseSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let row = entity::ActiveModel {
            id: Set(key(record.id)),
            account_id: Set(account_of(record)),
            data: Set(encoded(record)?),
            expires_at: Set(self.expiry()),
        };
        let tx = self.0.db.begin().await.map_err(backend)?;
        Entity::insert(row).exec_without_returning(&tx).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let tx = self.0.db.begin().await.map_err(backend)?;
        Entity::update_many()
            .col_expr(Column::AccountId, Expr::value(account_of(record)))
            .col_expr(Column::Data, Expr::value(encoded(record)?))
            .col_expr(Column::ExpiresAt, Expr::value(self.expiry()))
            .filter(COLUMN.id.eq(key(record.id)))
            .exec(&tx)
            .await
            .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let now = self.0.clock.now().timestamp();
        let row = Entity::find_by_id(key(*id))
            .filter(COLUMN.expires_at.gt(now))
            .one(&self.0.db)
            .await
            .map_err(backend)?;
        row.map(|row| decoded(*id, &row)).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let tx = self.0.db.begin().await.map_err(backend)?;
        Entity::delete_by_id(key(*id)).exec(&tx).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}

fn decoded(id: Id, row: &entity::Model) -> Result<Record> {
    let decode = |error: &dyn std::fmt::Display| Error::Decode(error.to_string());
    Ok(Record {
        id,
        data: serde_json::from_str(&row.data).map_err(|error| decode(&error))?,
        expiry_date: OffsetDateTime::from_unix_timestamp(row.expires_at)
            .map_err(|error| decode(&error))?,
    })
}

/// Ends every session of an account.
pub async fn end_sessions_of(
    tx: &Transaction,
    account: AccountId,
) -> crate::base::error::Result<()> {
    Entity::delete_many().filter(COLUMN.account_id.eq(account)).exec(tx).await?;
    Ok(())
}

/// Ends every session of everybody.
pub async fn end_every_session(tx: &Transaction) -> crate::base::error::Result<()> {
    Entity::delete_many().exec(tx).await?;
    Ok(())
}

/// Forgets sessions that ended before `now` (seconds since 1970, UTC).
pub async fn sweep_sessions(tx: &Transaction, now: i64) -> crate::base::error::Result<()> {
    Entity::delete_many().filter(COLUMN.expires_at.lte(now)).exec(tx).await?;
    Ok(())
}
