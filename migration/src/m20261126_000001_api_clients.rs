//! API clients of organisations, their tokens, answers kept for repeated requests, and which
//! client stands behind an entry of the audit log.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, binary_null, integer_null, pk_uuid, string, string_null, string_uniq, text,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
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
        let mut audit = Table::alter();
        audit.table("audit_entry").add_column(uuid_null("api_client_id"));
        m.alter_table(audit).await?;
        clients(m).await?;
        tokens(m).await?;
        repeated_requests(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["api_request", "api_token", "api_client"]).await?;
        let audit = Table::alter().table("audit_entry").drop_column("api_client_id").to_owned();
        m.alter_table(audit).await
    }
}

async fn clients(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("api_client")
            .col(pk_uuid("id"))
            .col(string_uniq("client_id"))
            .col(uuid("organisation_id"))
            .col(string("name"))
            .col(text("scopes"))
            .col(binary("secret_digest"))
            .col(timestamp_with_time_zone("made_at"))
            .col(uuid_null("made_by"))
            .col(timestamp_with_time_zone_null("revoked_at"))
            .col(uuid_null("revoked_by"))
            .col(timestamp_with_time_zone_null("last_used_at"))
            .foreign_key(&mut reference(("api_client", "organisation_id"), "organisation"))
            .foreign_key(&mut reference(("api_client", "made_by"), "account"))
            .foreign_key(&mut reference(("api_client", "revoked_by"), "account"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("api_client", &["organisation_id", "made_at"])).await
}

async fn tokens(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("api_token")
            .col(pk_uuid("id"))
            .col(uuid("api_client_id"))
            .col(timestamp_with_time_zone("issued_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .foreign_key(&mut reference(("api_token", "api_client_id"), "api_client"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("api_token", &["api_client_id"])).await?;
    m.create_index(index("api_token", &["expires_at"])).await
}

async fn repeated_requests(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("api_request")
            .col(pk_uuid("id"))
            .col(uuid("api_client_id"))
            .col(string("route"))
            .col(string("key"))
            .col(binary("digest"))
            .col(timestamp_with_time_zone("made_at"))
            .col(timestamp_with_time_zone("lease_until"))
            .col(integer_null("status"))
            .col(string_null("content_type"))
            .col(string_null("etag"))
            .col(string_null("location"))
            .col(binary_null("body"))
            .foreign_key(&mut reference(("api_request", "api_client_id"), "api_client"))
            .to_owned(),
    )
    .await?;
    let once = index("api_request", &["api_client_id", "key", "route"]).unique().to_owned();
    m.create_index(once).await?;
    m.create_index(index("api_request", &["made_at"])).await
}
