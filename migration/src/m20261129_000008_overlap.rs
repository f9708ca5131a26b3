//! Similar courses of other centres that a centre has looked at and found to be something else.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, timestamp_with_time_zone, uuid, uuid_null};

use crate::{drop_tables, index, reference};

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            Table::create()
                .table("overlap_dismissal")
                .col(uuid("course_id"))
                .col(uuid("other_id"))
                .col(text("reason"))
                .col(timestamp_with_time_zone("dismissed_at"))
                .col(uuid_null("dismissed_by"))
                .primary_key(Index::create().col("course_id").col("other_id"))
                .foreign_key(&mut reference(("overlap_dismissal", "course_id"), "course"))
                .foreign_key(&mut reference(("overlap_dismissal", "other_id"), "course"))
                .to_owned(),
        )
        .await?;
        m.create_index(index("overlap_dismissal", &["other_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["overlap_dismissal"]).await
    }
}
