//! When jobs ran, kept in the database: of several instances one runs each job, and everybody
//! can see when it last succeeded.
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Condition, Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::App;
use super::error::Result;

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "job_run")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub job: String,
        pub begun_at: DateTimeUtc,
        pub succeeded_at: Option<DateTimeUtc>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{Column, Entity};

/// Takes a job that is due every `period`; tells whether it is ours to run. A run that a wrong
/// clock put into the future holds nobody up.
pub async fn take(app: &App, job: &str, period: Duration) -> Result<bool> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let first = entity::ActiveModel {
        job: Set(job.to_owned()),
        begun_at: Set(now),
        succeeded_at: Set(None),
    };
    let once = OnConflict::column(Column::Job).do_nothing().to_owned();
    if Entity::insert(first).on_conflict(once).exec_without_returning(&tx).await? == 1 {
        tx.commit().await?;
        return Ok(true);
    }
    let due = Condition::any()
        .add(Column::BegunAt.lte(now - period))
        .add(Column::BegunAt.gt(now + period));
    let taken = Entity::update_many()
        .col_expr(Column::BegunAt, Expr::value(now))
        .filter(Column::Job.eq(job))
        .filter(due)
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(taken.rows_affected == 1)
}

/// Notes that a job succeeded now.
pub async fn succeeded(app: &App, job: &str) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let row = entity::ActiveModel {
        job: Set(job.to_owned()),
        begun_at: Set(now),
        succeeded_at: Set(Some(now)),
    };
    let again = OnConflict::column(Column::Job).update_column(Column::SucceededAt).to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    tx.commit().await
}

/// When each job last succeeded.
pub async fn last(app: &App) -> Result<Vec<(String, Option<DateTime<Utc>>)>> {
    let rows = Entity::find().select_only().columns([Column::Job, Column::SucceededAt]);
    Ok(rows.into_tuple().all(&app.db).await?)
}
