//! What people chose.
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use super::rules::Kind;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::AccountId;

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
