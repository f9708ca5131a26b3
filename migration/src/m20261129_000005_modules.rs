//! Modules that belong to a centre, their versions, and which of them each course has.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer, integer_null, pk_uuid, string, text, timestamp_with_time_zone,
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
        modules(m).await?;
        versions(m).await?;
        modules_of_courses(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["course_module", "module_version", "module"]).await
    }
}

async fn modules(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("module")
            .col(pk_uuid("id"))
            .col(uuid("centre_id"))
            .col(string("code"))
            .col(integer("version"))
            .col(integer("revision"))
            .col(text("search_text"))
            .col(timestamp_with_time_zone_null("retired_at"))
            .col(uuid_null("retired_by"))
            .col(boolean("sample"))
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid_null("created_by"))
            .foreign_key(&mut reference(("module", "centre_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("module", &["centre_id", "code"]).unique().to_owned()).await
}

async fn versions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("module_version")
            .col(uuid("module_id"))
            .col(integer("number"))
            .col(text("content"))
            .col(text("change_note"))
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid_null("created_by"))
            .primary_key(Index::create().col("module_id").col("number"))
            .foreign_key(&mut reference(("module_version", "module_id"), "module"))
            .to_owned(),
    )
    .await
}

/// The version of a course is 0 for its draft, whose modules follow from their texts.
async fn modules_of_courses(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("course_module")
            .col(uuid("course_id"))
            .col(integer("course_version"))
            .col(integer("position"))
            .col(string("code"))
            .col(integer_null("module_version"))
            .primary_key(Index::create().col("course_id").col("course_version").col("position"))
            .foreign_key(&mut reference(("course_module", "course_id"), "course"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("course_module", &["code", "course_id"])).await
}
