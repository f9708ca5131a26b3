//! Courses that a centre delivers together with others.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, string, text, timestamp_with_time_zone, uuid, uuid_null};

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
                .table("co_delivery")
                .col(uuid("course_id"))
                .col(uuid("centre_id"))
                .col(string("state"))
                .col(text("message"))
                .col(text("reason"))
                .col(timestamp_with_time_zone("invited_at"))
                .col(timestamp_with_time_zone("state_since"))
                .col(uuid_null("state_by"))
                .col(integer("revision"))
                .primary_key(Index::create().col("course_id").col("centre_id"))
                .foreign_key(&mut reference(("co_delivery", "course_id"), "course"))
                .foreign_key(&mut reference(("co_delivery", "centre_id"), "organisation"))
                .to_owned(),
        )
        .await?;
        m.create_index(index("co_delivery", &["centre_id", "state"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["co_delivery"]).await
    }
}
