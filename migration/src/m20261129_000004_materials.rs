//! Stored files, and the materials of courses with their versions.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, integer, pk_uuid, string, string_null, text, text_null, timestamp_with_time_zone,
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
        files(m).await?;
        materials(m).await?;
        versions(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["material_version", "material", "stored_file"]).await
    }
}

async fn files(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("stored_file")
            .col(pk_uuid("id"))
            .col(string("state"))
            .col(timestamp_with_time_zone("since"))
            .col(big_integer("bytes"))
            .col(string("sha256"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("stored_file", &["state", "since"])).await
}

async fn materials(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("material")
            .col(pk_uuid("id"))
            .col(uuid("course_id"))
            .col(text("title"))
            .col(string("kind"))
            .col(string("language"))
            .col(string("licence"))
            .col(string("access"))
            .col(integer("version"))
            .col(integer("revision"))
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid_null("created_by"))
            .col(timestamp_with_time_zone_null("removed_at"))
            .col(uuid_null("removed_by"))
            .foreign_key(&mut reference(("material", "course_id"), "course"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("material", &["course_id", "removed_at"])).await?;
    m.create_index(index("material", &["removed_at"])).await
}

async fn versions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("material_version")
            .col(uuid("material_id"))
            .col(integer("number"))
            .col(uuid_null("file_id"))
            .col(text_null("name"))
            .col(string_null("file_type"))
            .col(text_null("link"))
            .col(text("note"))
            .col(timestamp_with_time_zone("added_at"))
            .col(uuid_null("added_by"))
            .primary_key(Index::create().col("material_id").col("number"))
            .foreign_key(&mut reference(("material_version", "material_id"), "material"))
            .foreign_key(&mut reference(("material_version", "file_id"), "stored_file"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("material_version", &["file_id"])).await
}
