//! Forms kept for those whose session ended while they filled them, and when jobs ran.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    pk_uuid, string, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
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
        m.create_index(index("outbox", &["account_id", "queued_at"])).await?;
        kept_forms(m).await?;
        m.create_table(
            Table::create()
                .table("job_run")
                .col(string("job").primary_key())
                .col(timestamp_with_time_zone("begun_at"))
                .col(timestamp_with_time_zone_null("succeeded_at"))
                .to_owned(),
        )
        .await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["job_run", "kept_form"]).await?;
        let index = Index::drop().name("ix_outbox_account_id_queued_at").table("outbox").to_owned();
        m.drop_index(index).await
    }
}

async fn kept_forms(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("kept_form")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(string("network"))
            .col(text("address"))
            .col(text("fields"))
            .col(timestamp_with_time_zone("kept_at"))
            .foreign_key(&mut reference(("kept_form", "account_id"), "account"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("kept_form", &["account_id", "kept_at"])).await?;
    m.create_index(index("kept_form", &["network", "kept_at"])).await?;
    m.create_index(index("kept_form", &["kept_at"])).await
}
