//! Forms kept for somebody whose session ended while they filled them.
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, KeptFormId};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, KeptFormId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "kept_form")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: KeptFormId,
        pub account_id: AccountId,
        pub network: String,
        #[sea_orm(column_type = "Text")]
        pub address: String,
        #[sea_orm(column_type = "Text")]
        pub fields: String,
        pub kept_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as KeptForm;
use entity::{COLUMN, Column, Entity};

/// Keeps a form.
pub async fn keep_form(tx: &Transaction, form: KeptForm) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(form.id),
        account_id: Set(form.account_id),
        network: Set(form.network),
        address: Set(form.address),
        fields: Set(form.fields),
        kept_at: Set(form.kept_at),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The form of this id, kept for this account since `since`.
pub async fn kept_form(
    db: &impl ConnectionTrait,
    (id, account): (KeptFormId, AccountId),
    since: DateTime<Utc>,
) -> Result<Option<KeptForm>> {
    let own = Entity::find_by_id(id).filter(COLUMN.account_id.eq(account));
    Ok(own.filter(Column::KeptAt.gt(since)).one(db).await?)
}

/// How many forms are kept that came from this network.
pub async fn kept_from(db: &impl ConnectionTrait, network: &str) -> Result<u64> {
    Ok(Entity::find().filter(COLUMN.network.eq(network)).count(db).await?)
}

/// Forgets all but the `most` newest forms of an account.
pub async fn forget_older_forms(tx: &Transaction, account: AccountId, most: u64) -> Result<()> {
    let own = Entity::find().filter(COLUMN.account_id.eq(account));
    let newest = own.select_only().column(Column::Id).order_by_desc(Column::KeptAt);
    let newest = newest.order_by_desc(Column::Id).limit(most);
    let newest: Vec<KeptFormId> = newest.into_tuple().all(tx).await?;
    let older = Entity::delete_many().filter(COLUMN.account_id.eq(account));
    older.filter(Column::Id.is_not_in(newest)).exec(tx).await?;
    Ok(())
}

/// Forgets a form.
pub async fn forget_form(tx: &Transaction, id: KeptFormId) -> Result<()> {
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Forgets forms that were kept before `before`, or, by a wrong clock, after `after`.
pub async fn sweep_forms(
    tx: &Transaction,
    (before, after): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    let gone = Condition::any().add(Column::KeptAt.lte(before)).add(Column::KeptAt.gt(after));
    Entity::delete_many().filter(gone).exec(tx).await?;
    Ok(())
}
