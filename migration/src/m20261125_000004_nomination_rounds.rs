//! Nomination rounds, the sheet of each member, course nominations and the region's demand.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, date, integer, integer_null, pk_uuid, string, string_null, string_uniq, text,
    text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
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
        rounds(m).await?;
        scope_of_rounds(m).await?;
        sheets(m).await?;
        nominations(m).await?;
        history(m).await?;
        demand(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "demand_cell",
            "course_nomination_event",
            "course_nomination",
            "sheet",
            "round_member",
            "round_course_type",
            "round",
        ];
        drop_tables(m, &tables).await
    }
}

async fn rounds(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("round")
            .col(pk_uuid("id"))
            .col(string_uniq("title"))
            .col(date("horizon_start"))
            .col(date("horizon_end"))
            .col(timestamp_with_time_zone("opens_at"))
            .col(timestamp_with_time_zone("closes_at"))
            .col(integer("grace_days"))
            .col(integer("minimum_cell"))
            .col(string("state"))
            .col(integer("revision"))
            .col(boolean("sample"))
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid_null("created_by"))
            .col(timestamp_with_time_zone_null("opened_at"))
            .col(uuid_null("opened_by"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(uuid_null("closed_by"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("round", &["state", "closes_at"])).await?;
    m.create_index(index("round", &["opens_at", "id"])).await
}

async fn scope_of_rounds(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("round_course_type")
            .col(uuid("round_id"))
            .col(string("course_type"))
            .primary_key(Index::create().col("round_id").col("course_type"))
            .foreign_key(&mut reference(("round_course_type", "round_id"), "round"))
            .foreign_key(&mut reference_to(
                ("round_course_type", "course_type"),
                ("course_type", "code"),
            ))
            .to_owned(),
    )
    .await?;
    m.create_table(
        Table::create()
            .table("round_member")
            .col(uuid("round_id"))
            .col(uuid("member_id"))
            .primary_key(Index::create().col("round_id").col("member_id"))
            .foreign_key(&mut reference(("round_member", "round_id"), "round"))
            .foreign_key(&mut reference(("round_member", "member_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("round_member", &["member_id"])).await
}

async fn sheets(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("sheet")
            .col(pk_uuid("id"))
            .col(uuid("round_id"))
            .col(uuid("member_id"))
            .col(string("state"))
            .col(integer("revision"))
            .col(text("answers"))
            .col(timestamp_with_time_zone("saved_at"))
            .col(uuid_null("saved_by"))
            .col(integer("submissions"))
            .col(integer_null("submitted_revision"))
            .col(timestamp_with_time_zone_null("submitted_at"))
            .col(uuid_null("submitted_by"))
            .foreign_key(&mut reference(("sheet", "round_id"), "round"))
            .foreign_key(&mut reference(("sheet", "member_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("sheet", &["round_id", "member_id"]).unique().to_owned()).await?;
    m.create_index(index("sheet", &["member_id"])).await
}

async fn nominations(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("course_nomination")
            .col(pk_uuid("id"))
            .col(uuid("round_id"))
            .col(uuid("member_id"))
            .col(string("line"))
            .col(string_null("course_type"))
            .col(uuid_null("course_id"))
            .col(text_null("new_course"))
            .col(string("frequency"))
            .col(string("level"))
            .col(integer("participants"))
            .col(integer("deliveries"))
            .col(integer("places"))
            .col(integer("priority"))
            .col(string("urgency"))
            .col(string("language"))
            .col(string("mode"))
            .col(string("quarters"))
            .col(boolean("can_host"))
            .col(text("justification"))
            .col(string("state"))
            .col(timestamp_with_time_zone("submitted_at"))
            .col(uuid_null("submitted_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .foreign_key(&mut reference(("course_nomination", "round_id"), "round"))
            .foreign_key(&mut reference(("course_nomination", "member_id"), "organisation"))
            .foreign_key(&mut reference(("course_nomination", "course_id"), "course"))
            .foreign_key(&mut reference_to(
                ("course_nomination", "course_type"),
                ("course_type", "code"),
            ))
            .to_owned(),
    )
    .await?;
    m.create_index(index("course_nomination", &["round_id", "member_id"])).await?;
    m.create_index(index("course_nomination", &["round_id", "course_type", "member_id"])).await?;
    m.create_index(index("course_nomination", &["member_id", "round_id"])).await?;
    m.create_index(index("course_nomination", &["course_type", "submitted_at"])).await?;
    // Priority ranks are unique in a member's list; a withdrawn one leaves its rank free.
    m.create_index(
        index("course_nomination", &["round_id", "member_id", "priority"])
            .unique()
            .and_where(Expr::col("state").ne("withdrawn"))
            .to_owned(),
    )
    .await
}

async fn history(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("course_nomination_event")
            .col(pk_uuid("id"))
            .col(uuid("nomination_id"))
            .col(string("state"))
            .col(timestamp_with_time_zone("at"))
            .col(uuid_null("by"))
            .col(text_null("reason"))
            .foreign_key(&mut reference(
                ("course_nomination_event", "nomination_id"),
                "course_nomination",
            ))
            .to_owned(),
    )
    .await?;
    m.create_index(index("course_nomination_event", &["nomination_id", "at"])).await
}

async fn demand(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("demand_cell")
            .col(uuid("round_id"))
            .col(uuid("member_id"))
            .col(string("course_type"))
            .col(string("level"))
            .col(integer("nominations"))
            .col(integer("deliveries"))
            .col(integer("places"))
            .col(integer("on_request"))
            .primary_key(
                Index::create().col("round_id").col("member_id").col("course_type").col("level"),
            )
            .foreign_key(&mut reference(("demand_cell", "round_id"), "round"))
            .foreign_key(&mut reference(("demand_cell", "member_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("demand_cell", &["round_id", "course_type"])).await
}
