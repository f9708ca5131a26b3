//! What the public list shows of a course in the languages in which everybody may read it.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{string, text, uuid};

use crate::{drop_tables, reference};

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
                .table("course_listing_text")
                .col(uuid("course_id"))
                .col(string("language"))
                .col(text("title"))
                .col(text("summary"))
                .primary_key(Index::create().col("course_id").col("language"))
                .foreign_key(&mut reference(("course_listing_text", "course_id"), "course"))
                .to_owned(),
        )
        .await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["course_listing_text"]).await
    }
}
