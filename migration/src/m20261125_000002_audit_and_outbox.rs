//! The audit log, the outbox of emails and what people want to be told.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, pk_uuid, string, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
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
        audit(m).await?;
        outbox(m).await?;
        notice_choices(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["notice_choice", "outbox", "audit_entry"]).await
    }
}

async fn audit(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("audit_entry")
            .col(pk_uuid("id"))
            .col(timestamp_with_time_zone("at"))
            .col(uuid_null("account_id"))
            .col(uuid_null("organisation_id"))
            .col(string("role"))
            .col(string("action"))
            .col(string("object"))
            .col(string("object_id"))
            .col(text("fields"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("audit_entry", &["organisation_id", "id"])).await?;
    m.create_index(index("audit_entry", &["object", "object_id"])).await
}

async fn outbox(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("outbox")
            .col(pk_uuid("id"))
            .col(string("event"))
            .col(uuid_null("account_id"))
            .col(uuid_null("organisation_id"))
            .col(string("to_name"))
            .col(string("to_address"))
            .col(string("locale"))
            .col(text("subject"))
            .col(text("body_text"))
            .col(text("body_html"))
            .col(string("message_id"))
            .col(text_null("unsubscribe"))
            .col(string("state"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone("next_attempt_at"))
            .col(timestamp_with_time_zone_null("lease_until"))
            .col(text_null("last_error"))
            .col(timestamp_with_time_zone("queued_at"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .to_owned(),
    )
    .await?;
    // One event writes to one address once, whatever is retried.
    m.create_index(index("outbox", &["event", "to_address"]).unique().to_owned()).await?;
    m.create_index(index("outbox", &["state", "next_attempt_at"])).await?;
    m.create_index(index("outbox", &["state", "queued_at"])).await?;
    m.create_index(index("outbox", &["queued_at"])).await
}

async fn notice_choices(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("notice_choice")
            .col(uuid("account_id"))
            .col(string("kind"))
            .col(string("choice"))
            .col(timestamp_with_time_zone("chosen_at"))
            .primary_key(Index::create().col("account_id").col("kind"))
            .foreign_key(&mut reference(("notice_choice", "account_id"), "account"))
            .to_owned(),
    )
    .await
}
