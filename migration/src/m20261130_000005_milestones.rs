//! What the clock has brought about for deliveries.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{string, timestamp_with_time_zone, uuid};

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
                .table("delivery_milestone")
                .col(uuid("delivery_id"))
                .col(string("milestone"))
                .col(timestamp_with_time_zone("due_at"))
                .col(timestamp_with_time_zone("done_at"))
                // Other days bring each milestone again.
                .primary_key(Index::create().col("delivery_id").col("milestone").col("due_at"))
                .foreign_key(&mut reference(("delivery_milestone", "delivery_id"), "delivery"))
                .to_owned(),
        )
        .await?;
        m.create_index(index("delivery", &["state", "sort_day", "id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.drop_index(
            Index::drop().name("ix_delivery_state_sort_day_id").table("delivery").to_owned(),
        )
        .await?;
        drop_tables(m, &["delivery_milestone"]).await
    }
}
