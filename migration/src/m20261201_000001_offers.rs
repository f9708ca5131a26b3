//! Offers of seats to people on the waiting list, and who was passed over for which of them.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

use crate::{drop_tables, index, reference};

const NOMINATION: &str = "participant_nomination";

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let none = |name: &'static str| integer(name).default(0).to_owned();
        let until = timestamp_with_time_zone_null("offer_until");
        // One column a statement: SQLite adds no more.
        for column in [until, none("offers"), none("ran_out")] {
            let table = Table::alter().table(NOMINATION).add_column(column).to_owned();
            m.alter_table(table).await?;
        }
        m.create_index(index(NOMINATION, &["state", "offer_until"])).await?;
        m.create_table(
            Table::create()
                .table("offer_skip")
                .col(uuid("nomination_id"))
                .col(uuid("seat_to"))
                .col(integer("step_to"))
                .col(string("why"))
                .col(timestamp_with_time_zone("at"))
                .primary_key(Index::create().col("nomination_id").col("seat_to").col("step_to"))
                .foreign_key(&mut reference(("offer_skip", "nomination_id"), NOMINATION))
                .foreign_key(&mut reference(("offer_skip", "seat_to"), NOMINATION))
                .to_owned(),
        )
        .await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["offer_skip"]).await?;
        let name = "ix_participant_nomination_state_offer_until";
        m.drop_index(Index::drop().name(name).table(NOMINATION).to_owned()).await?;
        for column in ["offer_until", "offers", "ran_out"] {
            let table = Table::alter().table(NOMINATION).drop_column(column).to_owned();
            m.alter_table(table).await?;
        }
        Ok(())
    }
}
