//! Accounts.
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    Statement,
};

use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::AccountId;
use crate::identity::rules::Reading;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::AccountId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AccountId,
        pub email: String,
        pub full_name: String,
        pub password_hash: Option<String>,
        /// The language that the person chose; `und` while they chose none.
        pub locale: String,
        /// The zone that the person chose; none stands for that of the organisation.
        pub time_zone: Option<String>,
        pub created_at: DateTimeUtc,
        pub disabled_at: Option<DateTimeUtc>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Account;
use entity::{COLUMN, Column, Entity};

/// A person to be given an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The address, already read.
    pub email: String,
    /// The full name.
    pub full_name: String,
    /// The hash of the password; none until the person sets one.
    pub password_hash: Option<String>,
}

/// The account with this address, also one that is disabled.
pub async fn account_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Account>> {
    Ok(Entity::find().filter(COLUMN.email.eq(email)).one(db).await?)
}

/// The account of this id.
pub async fn account_by_id(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<Account>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Those of these accounts that are not closed.
pub async fn open_accounts(db: &impl ConnectionTrait, ids: &[AccountId]) -> Result<Vec<Account>> {
    let open = Entity::find().filter(Column::DisabledAt.is_null());
    Ok(open.filter(COLUMN.id.is_in(ids.iter().copied())).all(db).await?)
}

/// The names of these accounts.
pub async fn names_of_accounts(
    db: &impl ConnectionTrait,
    ids: &[AccountId],
) -> Result<Vec<(AccountId, String)>> {
    Ok(Entity::find()
        .select_only()
        .columns([Column::Id, Column::FullName])
        .filter(COLUMN.id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?)
}

/// Adds an account.
pub async fn add_account(
    tx: &Transaction,
    new: NewAccount,
    now: DateTime<Utc>,
) -> Result<AccountId> {
    let id = AccountId::new();
    let row = entity::ActiveModel {
        id: Set(id),
        email: Set(new.email),
        full_name: Set(new.full_name),
        password_hash: Set(new.password_hash),
        locale: Set(Reading::default().language_tag()),
        time_zone: Set(None),
        created_at: Set(now),
        disabled_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Puts another password hash in the place of the old one.
pub async fn change_password(tx: &Transaction, id: AccountId, hash: String) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::PasswordHash, Expr::value(hash))
        .filter(COLUMN.id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Puts another language and time zone in the place of the old ones.
pub async fn change_reading(tx: &Transaction, id: AccountId, reading: Reading) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Locale, Expr::value(reading.language_tag()))
        .col_expr(Column::TimeZone, Expr::value(reading.zone.map(|zone| zone.name().to_owned())))
        .filter(COLUMN.id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// The time zones of all organisations, each once.
pub async fn zones_of_organisations(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let sql = "select distinct time_zone from organisation order by time_zone";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await?;
    Ok(rows.iter().map(|row| row.try_get("", "time_zone")).collect::<Result<_, _>>()?)
}

/// Closes an account; nobody can sign in to it any more.
pub async fn disable_account(tx: &Transaction, id: AccountId, now: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::DisabledAt, Expr::value(now))
        .filter(COLUMN.id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
