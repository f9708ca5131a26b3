//! The brakes on guessing, in the database so that two instances agree.
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::OnConflict,
};

use crate::base::db::Transaction;
use crate::base::error::Result;

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "brake")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bucket: String,
        pub failures: i32,
        /// Milliseconds since 1970, UTC.
        pub ready_at: i64,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{COLUMN, Column, Entity};

/// How often a bucket failed and when it is ready again (milliseconds since 1970, UTC).
pub async fn failures_of(db: &impl ConnectionTrait, bucket: &str) -> Result<(i32, i64)> {
    let row = Entity::find_by_id(bucket.to_owned()).one(db).await?;
    Ok(row.map_or((0, 0), |row| (row.failures, row.ready_at)))
}

/// Notes a failure.
pub async fn tighten_brake(
    tx: &Transaction,
    bucket: &str,
    failures: i32,
    ready_at: i64,
) -> Result<()> {
    let row = entity::ActiveModel {
        bucket: Set(bucket.to_owned()),
        failures: Set(failures),
        ready_at: Set(ready_at),
    };
    let again = OnConflict::column(Column::Bucket)
        .update_columns([Column::Failures, Column::ReadyAt])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets a bucket's failures.
pub async fn clear_brake(tx: &Transaction, bucket: &str) -> Result<()> {
    Entity::delete_by_id(bucket.to_owned()).exec(tx).await?;
    Ok(())
}

/// Forgets buckets that have been ready since before `before` (milliseconds since 1970, UTC).
pub async fn sweep_brakes(tx: &Transaction, before: i64) -> Result<()> {
    Entity::delete_many().filter(COLUMN.ready_at.lt(before)).exec(tx).await?;
    Ok(())
}

/// How many buckets must wait at `now` (milliseconds since 1970, UTC).
pub async fn count_brakes(db: &impl ConnectionTrait, now: i64) -> Result<u64> {
    Ok(Entity::find().filter(COLUMN.ready_at.gt(now)).count(db).await?)
}
