//! Scheduled deliveries of courses, their sessions, and the private calendars of people.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, date, date_null, integer, pk_uuid, string, string_uniq, text, time,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::{drop_tables, index, reference};

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// The days before the start on which something is due.
const DEADLINES: [&str; 6] = [
    "nominate_days",
    "recall_warning_days",
    "recall_days",
    "go_no_go_days",
    "replacement_days",
    "freeze_days",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        deliveries(m).await?;
        sessions(m).await?;
        calendars(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["calendar_feed", "delivery_slot", "delivery"]).await
    }
}

async fn deliveries(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("delivery")
        .col(pk_uuid("id"))
        .col(string_uniq("code"))
        .col(uuid("course_id"))
        .col(integer("number"))
        .col(string("course_code"))
        .col(integer("version"))
        .col(text("title"))
        .col(string("course_type"))
        .col(uuid("owner_id"))
        .col(uuid("centre_id"))
        .col(string("scope"))
        .col(uuid_null("member_id"))
        .col(string("mode"))
        .col(string("state"))
        .col(timestamp_with_time_zone("state_since"))
        .col(uuid_null("state_by"))
        .col(text("reason"))
        .col(timestamp_with_time_zone_null("announced_at"))
        .col(text("venue"))
        .col(text("city"))
        .col(text("country"))
        .col(string("zone"))
        .col(date_null("first_day"))
        .col(date_null("last_day"))
        .col(date("sort_day"))
        .col(date_null("former_first_day"))
        .col(date_null("former_last_day"))
        .col(string("languages"))
        .col(string("interpretation"))
        .col(integer("min_participants"))
        .col(integer("max_participants"))
        .col(text("documents"))
        .col(text("contact"));
    for days in DEADLINES {
        table.col(integer(days));
    }
    table
        .col(integer("revision"))
        .col(integer("sequence"))
        .col(boolean("sample"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(uuid_null("changed_by"))
        .foreign_key(&mut reference(("delivery", "course_id"), "course"));
    for organisation in ["owner_id", "centre_id", "member_id"] {
        table.foreign_key(&mut reference(("delivery", organisation), "organisation"));
    }
    m.create_table(table).await?;
    m.create_index(index("delivery", &["course_id", "number"]).unique().to_owned()).await?;
    m.create_index(index("delivery", &["sort_day", "code"])).await?;
    for of in ["course_code", "owner_id", "centre_id", "member_id"] {
        m.create_index(index("delivery", &[of, "sort_day", "code"])).await?;
    }
    m.create_index(index("delivery", &["centre_id", "state", "sort_day", "code"])).await?;
    m.create_index(index("delivery", &["course_type", "sort_day", "code"])).await
}

async fn sessions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("delivery_slot")
            .col(uuid("delivery_id"))
            .col(integer("position"))
            .col(date("day"))
            .col(time("starts"))
            .col(time("ends"))
            .primary_key(Index::create().col("delivery_id").col("position"))
            .foreign_key(&mut reference(("delivery_slot", "delivery_id"), "delivery"))
            .to_owned(),
    )
    .await
}

async fn calendars(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("calendar_feed")
            .col(uuid("account_id").primary_key())
            .col(uuid_null("membership_id"))
            .col(string_uniq("token_hash"))
            .col(timestamp_with_time_zone("made_at"))
            .foreign_key(&mut reference(("calendar_feed", "account_id"), "account"))
            .foreign_key(&mut reference(("calendar_feed", "membership_id"), "membership"))
            .to_owned(),
    )
    .await
}
