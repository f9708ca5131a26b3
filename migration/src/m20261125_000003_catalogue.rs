//! Work plan, course types, courses, their frozen versions, and what the public list shows.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer, integer_null, pk_uuid, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::{drop_tables, index, reference, reference_to};

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        controlled_lists(m).await?;
        courses(m).await?;
        versions(m).await?;
        listing(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "course_facet",
            "course_listing",
            "course_version",
            "course",
            "course_type",
            "activity",
        ];
        drop_tables(m, &tables).await
    }
}

async fn controlled_lists(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("activity")
            .col(string("code").primary_key())
            .col(string("goal"))
            .col(text("title"))
            .col(string("funding_status"))
            .col(boolean("implies_training"))
            .col(text("summary"))
            .to_owned(),
    )
    .await?;
    m.create_table(
        Table::create()
            .table("course_type")
            .col(string("code").primary_key())
            .col(string("name"))
            .col(string("abbreviation"))
            .col(string("short_name"))
            .col(text("description"))
            .col(string("goal"))
            .col(integer("position"))
            .to_owned(),
    )
    .await
}

async fn courses(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("course")
            .col(pk_uuid("id"))
            .col(string("code").unique_key())
            .col(uuid("centre_id"))
            .col(string("state"))
            .col(integer("revision"))
            .col(text("draft"))
            .col(boolean("draft_differs"))
            .col(timestamp_with_time_zone("draft_saved_at"))
            .col(uuid_null("draft_saved_by"))
            .col(integer_null("published_version"))
            .col(timestamp_with_time_zone("state_since"))
            .col(uuid_null("state_by"))
            .col(text("reason"))
            .col(string_null("successor_code"))
            .col(timestamp_with_time_zone_null("verified_at"))
            .col(boolean("sample"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut reference(("course", "centre_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("course", &["centre_id", "code"])).await
}

async fn versions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("course_version")
            .col(uuid("course_id"))
            .col(integer("number"))
            .col(text("content"))
            .col(text("change_note"))
            .col(timestamp_with_time_zone("published_at"))
            .col(uuid_null("published_by"))
            .primary_key(Index::create().col("course_id").col("number"))
            .foreign_key(&mut reference(("course_version", "course_id"), "course"))
            .to_owned(),
    )
    .await
}

async fn listing(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("course_listing")
            .col(uuid("course_id").primary_key())
            .col(string("code"))
            .col(uuid("centre_id"))
            .col(string("centre_code"))
            .col(string("course_type"))
            .col(string("goal"))
            .col(string("title"))
            .col(text("sort_title"))
            .col(text("summary"))
            .col(string("level"))
            .col(integer("duration_days"))
            .col(string("length"))
            .col(string("train_the_trainer"))
            .col(integer("module_count"))
            .col(text("languages"))
            .col(string("levels_of_delivery"))
            .col(text("search_text"))
            .col(boolean("sample"))
            .col(timestamp_with_time_zone("published_at"))
            .foreign_key(&mut reference(("course_listing", "course_id"), "course"))
            .foreign_key(&mut reference(("course_listing", "centre_id"), "organisation"))
            .foreign_key(&mut reference_to(
                ("course_listing", "course_type"),
                ("course_type", "code"),
            ))
            .to_owned(),
    )
    .await?;
    m.create_index(index("course_listing", &["sort_title", "code"])).await?;
    m.create_index(index("course_listing", &["published_at", "code"])).await?;
    m.create_index(index("course_listing", &["duration_days", "sort_title"])).await?;
    m.create_index(index("course_listing", &["code"]).unique().to_owned()).await?;
    m.create_index(index("course_listing", &["course_type", "centre_id"])).await?;
    m.create_table(
        Table::create()
            .table("course_facet")
            .col(string("facet"))
            .col(string("value"))
            .col(uuid("course_id"))
            .primary_key(Index::create().col("facet").col("value").col("course_id"))
            .foreign_key(&mut reference_to(
                ("course_facet", "course_id"),
                ("course_listing", "course_id"),
            ))
            .to_owned(),
    )
    .await?;
    m.create_index(index("course_facet", &["course_id", "facet", "value"])).await
}
