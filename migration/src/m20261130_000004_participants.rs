//! The people whom States put forward, their nominations for deliveries, and each step of these.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer, integer_null, pk_uuid, string, string_null, text, timestamp_with_time_zone,
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
        people(m).await?;
        nominations(m).await?;
        steps(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["participant_step", "participant_nomination", "person"]).await
    }
}

async fn people(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("person")
            .col(pk_uuid("id"))
            .col(uuid("member_id"))
            .col(uuid_null("agency_id"))
            .col(text("full_name"))
            .col(text("post"))
            .col(text("agency"))
            .col(string("email"))
            .col(string("languages"))
            .col(string("sort_name"))
            .col(text("found_by"))
            .col(integer("revision"))
            .col(boolean("sample"))
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid_null("created_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(uuid_null("changed_by"))
            .foreign_key(&mut reference(("person", "member_id"), "organisation"))
            .foreign_key(&mut reference(("person", "agency_id"), "agency"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("person", &["member_id", "email"]).unique().to_owned()).await?;
    m.create_index(index("person", &["member_id", "sort_name", "id"])).await
}

async fn nominations(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("participant_nomination")
        .col(pk_uuid("id"))
        .col(uuid("delivery_id"))
        .col(uuid("centre_id"))
        .col(uuid("member_id"))
        .col(uuid_null("agency_id"))
        .col(uuid("person_id"))
        .col(string("state"))
        .col(boolean("open"))
        .col(timestamp_with_time_zone("state_since"))
        .col(uuid_null("state_by"))
        .col(integer("rank"))
        .col(text("reason"))
        .col(string_null("why"))
        .col(text("why_text"))
        .col(integer_null("notice_version"))
        .col(timestamp_with_time_zone_null("agreed_at"))
        .col(timestamp_with_time_zone_null("approved_at"))
        .col(uuid_null("replaces_id"))
        .col(integer("revision"))
        .col(boolean("sample"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid_null("created_by"))
        .foreign_key(&mut reference(("participant_nomination", "delivery_id"), "delivery"))
        .foreign_key(&mut reference(("participant_nomination", "centre_id"), "organisation"))
        .foreign_key(&mut reference(("participant_nomination", "member_id"), "organisation"))
        .foreign_key(&mut reference(("participant_nomination", "agency_id"), "agency"))
        .foreign_key(&mut reference(("participant_nomination", "person_id"), "person"));
    m.create_table(table).await?;
    let of = |columns: &[&'static str]| index("participant_nomination", columns);
    // A person stands once for a delivery.
    let once = of(&["delivery_id", "person_id"]).unique().and_where(Expr::col("open")).to_owned();
    m.create_index(once).await?;
    m.create_index(of(&["delivery_id", "member_id", "rank"])).await?;
    m.create_index(of(&["delivery_id", "state", "member_id", "rank"])).await?;
    m.create_index(of(&["member_id", "open", "id"])).await?;
    m.create_index(of(&["person_id"])).await
}

async fn steps(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("participant_step")
            .col(uuid("nomination_id"))
            .col(integer("number"))
            .col(string("state"))
            .col(string_null("why"))
            .col(text("why_text"))
            .col(timestamp_with_time_zone("at"))
            .col(uuid_null("by_account"))
            .primary_key(Index::create().col("nomination_id").col("number"))
            .foreign_key(&mut reference(
                ("participant_step", "nomination_id"),
                "participant_nomination",
            ))
            .to_owned(),
    )
    .await
}
