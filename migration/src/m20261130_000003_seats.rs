//! How the seats of a delivery are shared among States, and where each of them went.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, integer_null, string, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
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
        seating(m).await?;
        quotas(m).await?;
        entries(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["seat_entry", "delivery_quota", "delivery_seating"]).await
    }
}

fn not_negative(column: &'static str) -> SimpleExpr {
    Expr::col(column).gte(0)
}

async fn seating(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("delivery_seating")
            .col(uuid("delivery_id").primary_key())
            .col(string("sharing"))
            .col(integer("capacity"))
            .col(integer("reserve").check(not_negative("reserve")))
            .col(integer_null("agency_limit"))
            .col(integer("entries"))
            .col(timestamp_with_time_zone_null("published_at"))
            .col(uuid_null("published_by"))
            .col(integer("revision"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(uuid_null("changed_by"))
            .foreign_key(&mut reference(("delivery_seating", "delivery_id"), "delivery"))
            .to_owned(),
    )
    .await
}

async fn quotas(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("delivery_quota")
            .col(uuid("delivery_id"))
            .col(uuid("member_id"))
            .col(integer("asked"))
            .col(integer("held"))
            .col(integer("taken"))
            .check(not_negative("held"))
            .check(not_negative("taken"))
            .check(Expr::col("taken").lte(Expr::col("held")))
            .primary_key(Index::create().col("delivery_id").col("member_id"))
            .foreign_key(&mut reference(("delivery_quota", "delivery_id"), "delivery"))
            .foreign_key(&mut reference(("delivery_quota", "member_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("delivery_quota", &["member_id"])).await
}

async fn entries(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("seat_entry")
            .col(uuid("delivery_id"))
            .col(integer("number"))
            .col(timestamp_with_time_zone("at"))
            .col(uuid_null("by_account"))
            .col(string("kind"))
            .col(uuid_null("from_member"))
            .col(uuid_null("to_member"))
            .col(integer("seats").check(Expr::col("seats").gt(0)))
            .col(uuid_null("nomination_id"))
            .col(text("reason"))
            .primary_key(Index::create().col("delivery_id").col("number"))
            .foreign_key(&mut reference(("seat_entry", "delivery_id"), "delivery"))
            .foreign_key(&mut reference(("seat_entry", "from_member"), "organisation"))
            .foreign_key(&mut reference(("seat_entry", "to_member"), "organisation"))
            .to_owned(),
    )
    .await
}
