//! Filters of whose news somebody is told by email. Those of a person are found with the account
//! only; the others by their id, which stands signed in links.
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, LockBehavior, LockType, OnConflict};
use sea_orm::{
    ActiveValue, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Value,
};

use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{AccountId, SubscriptionId};
use crate::catalogue::rules::{Rhythm, Wish};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, SubscriptionId};
    use crate::catalogue::rules::Rhythm;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "subscription")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SubscriptionId,
        pub account_id: Option<AccountId>,
        /// The address of somebody without an account.
        pub address: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub filter: String,
        pub rhythm: Rhythm,
        pub locale: String,
        pub zone: String,
        pub revision: i32,
        pub asked_at: DateTimeUtc,
        pub confirmed_at: Option<DateTimeUtc>,
        pub paused_at: Option<DateTimeUtc>,
        /// Up to when its owner has been told what happened.
        pub told_until: DateTimeUtc,
        /// When the next digest is due; none while there is to be none.
        pub due_at: Option<DateTimeUtc>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Subscription;
use entity::{COLUMN, Column, Entity};

/// Whose subscriptions somebody may touch.
#[derive(Clone, Debug)]
pub enum Owned {
    /// Those of an account.
    Account(AccountId),
    /// Those of an address without an account.
    Address(String),
}

/// What changes of a subscription; the rest stays.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::option_option,
    reason = "the outer says whether a moment changes, the inner whether there is one"
)]
pub struct Changes {
    /// How often its owner is told.
    pub rhythm: Option<Rhythm>,
    /// The tag of the language.
    pub locale: Option<String>,
    /// When it was asked for.
    pub asked_at: Option<DateTime<Utc>>,
    /// When it was confirmed.
    pub confirmed_at: Option<Option<DateTime<Utc>>>,
    /// Since when it pauses, if it does.
    pub paused_at: Option<Option<DateTime<Utc>>>,
    /// Up to when its owner has been told.
    pub told_until: Option<DateTime<Utc>>,
    /// When the next digest is due, if one is to be.
    pub due_at: Option<Option<DateTime<Utc>>>,
}

/// A subscription to be added.
#[derive(Clone, Debug)]
pub struct NewSubscription<'a> {
    /// Whose.
    pub owner: &'a Owned,
    /// Of what, how often and in which language.
    pub wish: &'a Wish,
    /// The name of the zone whose mornings count.
    pub zone: &'a str,
    /// When it was asked for.
    pub at: DateTime<Utc>,
}

/// Adds a subscription that is not confirmed yet.
pub async fn add(tx: &Transaction, new: &NewSubscription<'_>) -> Result<SubscriptionId> {
    let id = SubscriptionId::new();
    let (account, address) = match new.owner {
        Owned::Account(account) => (Some(*account), None),
        Owned::Address(address) => (None, Some(address.clone())),
    };
    let row = entity::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        address: Set(address),
        filter: Set(new.wish.filter.clone()),
        rhythm: Set(new.wish.rhythm),
        locale: Set(new.wish.locale.tag()),
        zone: Set(new.zone.to_owned()),
        revision: Set(1),
        asked_at: Set(new.at),
        confirmed_at: Set(None),
        paused_at: Set(None),
        told_until: Set(new.at),
        due_at: Set(None),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    let added = Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    if added == 1 { Ok(id) } else { Err(Error::Conflict) }
}

/// The subscription of this owner to this filter.
pub async fn of_filter(
    db: &impl ConnectionTrait,
    owner: &Owned,
    filter: &str,
) -> Result<Option<Subscription>> {
    let same = Entity::find().filter(COLUMN.filter.eq(filter));
    let own = match owner {
        Owned::Account(account) => same.filter(Column::AccountId.eq(*account)),
        Owned::Address(address) => same.filter(Column::Address.eq(address.as_str())),
    };
    Ok(own.one(db).await?)
}

/// How many subscriptions an owner has.
pub async fn count_of(db: &impl ConnectionTrait, owner: &Owned) -> Result<u64> {
    let own = match owner {
        Owned::Account(account) => Entity::find().filter(Column::AccountId.eq(*account)),
        Owned::Address(address) => Entity::find().filter(Column::Address.eq(address.as_str())),
    };
    Ok(own.count(db).await?)
}

/// The subscriptions of an account, in the order in which they were made.
pub async fn of_account(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<Subscription>> {
    let own = Entity::find().filter(Column::AccountId.eq(account));
    Ok(own.order_by_asc(Column::Id).all(db).await?)
}

/// A subscription of an account.
pub async fn one_of_account(
    db: &impl ConnectionTrait,
    account: AccountId,
    id: SubscriptionId,
) -> Result<Option<Subscription>> {
    Ok(Entity::find_by_id(id).filter(Column::AccountId.eq(account)).one(db).await?)
}

/// The subscription that a signed link names.
pub async fn of_link(
    db: &impl ConnectionTrait,
    id: SubscriptionId,
) -> Result<Option<Subscription>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Changes the row that was read, unless somebody changed it since.
pub async fn change(tx: &Transaction, read: &Subscription, change: Changes) -> Result<()> {
    let change = entity::ActiveModel {
        rhythm: given(change.rhythm),
        locale: given(change.locale),
        asked_at: given(change.asked_at),
        confirmed_at: given(change.confirmed_at),
        paused_at: given(change.paused_at),
        told_until: given(change.told_until),
        due_at: given(change.due_at),
        revision: Set(read.revision + 1),
        ..entity::ActiveModel::default()
    };
    let changed = Entity::update_many()
        .set(change)
        .filter(COLUMN.id.eq(read.id))
        .filter(COLUMN.revision.eq(read.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

fn given<T: Into<Value>>(value: Option<T>) -> ActiveValue<T> {
    value.map_or(ActiveValue::NotSet, Set)
}

/// Forgets a subscription and with it the address.
pub async fn remove(tx: &Transaction, id: SubscriptionId) -> Result<()> {
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Forgets what was asked for until `until` and never confirmed; answers how many those were.
pub async fn forget_unconfirmed(tx: &Transaction, until: DateTime<Utc>) -> Result<u64> {
    let stale = Entity::delete_many().filter(Column::AskedAt.lte(until));
    let gone = stale.filter(Column::ConfirmedAt.is_null()).exec(tx).await?;
    Ok(gone.rows_affected)
}

/// The first `most` subscriptions whose digest is due and which no other instance holds.
pub async fn due(tx: &Transaction, now: DateTime<Utc>, most: u64) -> Result<Vec<Subscription>> {
    let mut due = Entity::find().filter(Column::DueAt.lte(now));
    due = due.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(most);
    if tx.get_database_backend() == DbBackend::Postgres {
        due = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    Ok(due.all(tx).await?)
}

/// Notes for several subscriptions of one rhythm and zone that their owners were told what
/// happened until `until`, and when they are told next.
pub async fn mark_told(
    tx: &Transaction,
    ids: &[SubscriptionId],
    (until, next): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ToldUntil, Expr::value(until))
        .col_expr(Column::DueAt, Expr::value(next))
        .filter(COLUMN.id.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    Ok(())
}
