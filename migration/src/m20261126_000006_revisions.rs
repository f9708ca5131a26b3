//! Numbers that tell whether what is kept in memory still stands, and the order in which the
//! courses of a type are offered.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, string};

use crate::{drop_tables, index};

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
                .table("revision")
                .col(string("part").primary_key())
                .col(big_integer("number"))
                .to_owned(),
        )
        .await?;
        m.create_index(index("course_listing", &["course_type", "sort_title", "code"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let name = "ix_course_listing_course_type_sort_title_code";
        m.drop_index(Index::drop().name(name).table("course_listing").to_owned()).await?;
        drop_tables(m, &["revision"]).await
    }
}
