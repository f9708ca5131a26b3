//! Filters of the catalogue of whose news people are told by email, and what finds that news.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, pk_uuid, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid_null,
};

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
                .table("subscription")
                .col(pk_uuid("id"))
                .col(uuid_null("account_id"))
                .col(string_null("address"))
                .col(text("filter"))
                .col(string("rhythm"))
                .col(string("locale"))
                .col(string("zone"))
                .col(integer("revision"))
                .col(timestamp_with_time_zone("asked_at"))
                .col(timestamp_with_time_zone_null("confirmed_at"))
                .col(timestamp_with_time_zone_null("paused_at"))
                .col(timestamp_with_time_zone("told_until"))
                .col(timestamp_with_time_zone_null("due_at"))
                .foreign_key(&mut reference(("subscription", "account_id"), "account"))
                .to_owned(),
        )
        .await?;
        for owner in ["account_id", "address"] {
            m.create_index(index("subscription", &[owner, "filter"]).unique().to_owned()).await?;
        }
        m.create_index(index("subscription", &["due_at"])).await?;
        m.create_index(index("subscription", &["asked_at"])).await?;
        m.create_index(index("course", &["state_since"])).await?;
        m.create_index(index("course_version", &["published_at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("course_version", "published_at"), ("course", "state_since")] {
            let name = format!("ix_{table}_{column}");
            m.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        drop_tables(m, &["subscription"]).await
    }
}
