//! What people chose, and the emails of the installation.
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict,
};

use super::rules::Kind;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, EmailId};
use crate::base::outbox::{self, Listed, Tally, Wanted};
use crate::identity::RegionScope;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::AccountId;
    use crate::notifications::rules::Kind;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice_choice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: AccountId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: Kind,
        /// `at_once` or `off`.
        pub choice: String,
        pub chosen_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{Column, Entity};

/// Whether an account chose not to be told this kind of news.
pub async fn has_stopped(
    db: &impl ConnectionTrait,
    account: AccountId,
    kind: Kind,
) -> Result<bool> {
    let row = Entity::find_by_id((account, kind)).one(db).await?;
    Ok(row.is_some_and(|row| row.choice == "off"))
}

/// The kinds of news that an account stopped.
pub async fn stopped(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Kind>> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).all(db).await?;
    Ok(rows.into_iter().filter(|row| row.choice == "off").map(|row| row.kind).collect())
}

/// Keeps what an account chose.
pub async fn choose(
    tx: &Transaction,
    account: AccountId,
    (kind, wanted): (Kind, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let row = entity::ActiveModel {
        account_id: Set(account),
        kind: Set(kind),
        choice: Set(if wanted { "at_once" } else { "off" }.to_owned()),
        chosen_at: Set(now),
    };
    let again = OnConflict::columns([Column::AccountId, Column::Kind])
        .update_columns([Column::Choice, Column::ChosenAt])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// A page of the emails of the installation.
pub async fn emails(
    db: &impl ConnectionTrait,
    _all: RegionScope,
    wanted: Wanted,
) -> Result<Vec<Listed>> {
    outbox::listed(db, wanted).await
}

/// How many emails wait, failed, and were sent since `since`.
pub async fn tally(
    db: &impl ConnectionTrait,
    _all: RegionScope,
    since: DateTime<Utc>,
) -> Result<Tally> {
    outbox::tally(db, since).await
}

/// Since when the mail server is away, where it is.
pub async fn silent_since(
    db: &impl ConnectionTrait,
    _all: RegionScope,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    outbox::silent_since(db, now, outbox::AWAY_AFTER).await
}

/// Queues a failed email again; tells whether it was one.
pub async fn requeue(
    tx: &Transaction,
    _all: RegionScope,
    (id, now): (EmailId, DateTime<Utc>),
) -> Result<bool> {
    outbox::requeue(tx, id, now).await
}
