//! What a course was verified as before, so that it can be undone, and when its centre was last
//! reminded of it.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{timestamp_with_time_zone_null, uuid, uuid_null};

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
        m.create_table(
            Table::create()
                .table("course_freshness")
                .col(uuid("course_id").primary_key())
                .col(timestamp_with_time_zone_null("verified_at"))
                .col(timestamp_with_time_zone_null("verified_before"))
                .col(uuid_null("verified_by"))
                .col(timestamp_with_time_zone_null("reminded_at"))
                .foreign_key(&mut reference(("course_freshness", "course_id"), "course"))
                .to_owned(),
        )
        .await?;
        m.create_index(index("course", &["verified_at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop().name("ix_course_verified_at").table("course").to_owned();
        m.drop_index(index).await?;
        drop_tables(m, &["course_freshness"]).await
    }
}
