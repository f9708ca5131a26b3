//! Drafts that editors propose to the Training Director, one row a course: what is proposed now,
//! or what was sent back last.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
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
        m.create_table(
            Table::create()
                .table("course_proposal")
                .col(uuid("course_id").primary_key())
                .col(uuid("centre_id"))
                .col(timestamp_with_time_zone("proposed_at"))
                .col(uuid_null("proposed_by"))
                .col(text("note"))
                .col(timestamp_with_time_zone_null("returned_at"))
                .col(uuid_null("returned_by"))
                .col(text("wanted"))
                .foreign_key(&mut reference(("course_proposal", "course_id"), "course"))
                .foreign_key(&mut reference(("course_proposal", "centre_id"), "organisation"))
                .to_owned(),
        )
        .await?;
        m.create_index(index("course_proposal", &["centre_id", "proposed_at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let drafts = Query::update()
            .table("course")
            .value("state", "draft")
            .and_where(Expr::col("state").eq("in_review"))
            .to_owned();
        m.execute(drafts).await?;
        drop_tables(m, &["course_proposal"]).await
    }
}
