//! Organisations, agencies, accounts, memberships, sessions and the brakes on guessing.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, binary, boolean, integer, integer_null, pk_uuid, string, string_null, string_uniq,
    text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
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
        organisations(m).await?;
        accounts(m).await?;
        memberships(m).await?;
        sessions(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["brake", "session", "membership", "account", "agency", "organisation"];
        drop_tables(m, &tables).await
    }
}

async fn organisations(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("organisation")
            .col(pk_uuid("id"))
            .col(string_uniq("code"))
            .col(string("name"))
            .col(string("short_name"))
            .col(string("kind"))
            .col(string("tile"))
            .col(boolean("publishes"))
            .col(boolean("nominates"))
            .col(boolean("oversees"))
            .col(string_null("subregion"))
            .col(string_null("country"))
            .col(string_null("city"))
            .col(string_null("website"))
            .col(string("languages"))
            .col(string("time_zone"))
            .col(integer_null("tile_column"))
            .col(integer_null("tile_row"))
            .col(boolean("sample"))
            .col(timestamp_with_time_zone("created_at"))
            .to_owned(),
    )
    .await?;
    m.create_table(
        Table::create()
            .table("agency")
            .col(pk_uuid("id"))
            .col(uuid("organisation_id"))
            .col(string("name"))
            .foreign_key(&mut reference(("agency", "organisation_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("agency", &["organisation_id", "name"]).unique().to_owned()).await
}

async fn accounts(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("account")
            .col(pk_uuid("id"))
            .col(string_uniq("email"))
            .col(string("full_name"))
            .col(string_null("password_hash"))
            .col(string("locale"))
            .col(string_null("time_zone"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("disabled_at"))
            .to_owned(),
    )
    .await
}

async fn memberships(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("membership")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(uuid("organisation_id"))
            .col(uuid_null("agency_id"))
            .col(string("role"))
            .col(boolean("lead"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone_null("ends_at"))
            .col(timestamp_with_time_zone("confirmed_at"))
            .foreign_key(&mut reference(("membership", "account_id"), "account"))
            .foreign_key(&mut reference(("membership", "organisation_id"), "organisation"))
            .foreign_key(&mut reference(("membership", "agency_id"), "agency"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("membership", &["account_id"])).await?;
    m.create_index(index("membership", &["organisation_id", "role"])).await?;
    // One live membership of a kind for each account and organisation.
    m.create_index(
        index("membership", &["account_id", "organisation_id", "role"])
            .unique()
            .and_where(Expr::col("ends_at").is_null())
            .to_owned(),
    )
    .await
}

async fn sessions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("session")
            .col(binary("id").primary_key())
            .col(uuid_null("account_id"))
            .col(text("data"))
            .col(big_integer("expires_at"))
            .foreign_key(&mut reference(("session", "account_id"), "account"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("session", &["account_id"])).await?;
    m.create_index(index("session", &["expires_at"])).await?;
    m.create_table(
        Table::create()
            .table("brake")
            .col(string("bucket").primary_key())
            .col(integer("failures"))
            .col(big_integer("ready_at"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("brake", &["ready_at"])).await
}
