//! Demand by quarter beside demand as a whole, filled from the nominations that are there; courses
//! that do not exist yet are counted too, under the type `~new`.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, string, uuid};

use crate::{drop_tables, index, reference};

/// The quarters as tables name them, each with its digit in a nomination and those before it.
const QUARTERS: [(&str, char, &str); 4] =
    [("q1", '1', ""), ("q2", '2', "1"), ("q3", '3', "12"), ("q4", '4', "123")];

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let db = m.get_connection();
        db.execute_unprepared(&new_courses()).await?;
        m.drop_index(drop_index(&["round_id", "course_type", "member_id"])).await?;
        let longer = ["round_id", "course_type", "member_id", "priority"];
        m.create_index(index("course_nomination", &longer)).await?;
        create(m).await?;
        for (quarter, digit, before) in QUARTERS {
            db.execute_unprepared(&named(quarter, digit, before)).await?;
        }
        db.execute_unprepared(&unnamed()).await?;
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["demand_quarter"]).await?;
        m.drop_index(drop_index(&["round_id", "course_type", "member_id", "priority"])).await?;
        let shorter = ["round_id", "course_type", "member_id"];
        m.create_index(index("course_nomination", &shorter)).await?;
        let forget = "DELETE FROM demand_cell WHERE course_type = '~new'";
        m.get_connection().execute_unprepared(forget).await.map(|_| ())
    }
}

async fn create(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(
        Table::create()
            .table("demand_quarter")
            .col(uuid("round_id"))
            .col(string("quarter"))
            .col(uuid("member_id"))
            .col(string("course_type"))
            .col(string("level"))
            .col(integer("nominations"))
            .col(integer("deliveries"))
            .col(integer("places"))
            .col(integer("on_request"))
            .primary_key(
                Index::create()
                    .col("round_id")
                    .col("quarter")
                    .col("member_id")
                    .col("course_type")
                    .col("level"),
            )
            .foreign_key(&mut reference(("demand_quarter", "round_id"), "round"))
            .foreign_key(&mut reference(("demand_quarter", "member_id"), "organisation"))
            .to_owned(),
    )
    .await?;
    m.create_index(index("demand_quarter", &["round_id", "quarter", "course_type"])).await
}

fn drop_index(columns: &[&'static str]) -> IndexDropStatement {
    let name = format!("ix_course_nomination_{}", columns.join("_"));
    Index::drop().name(name).table("course_nomination").to_owned()
}

/// Counts what asks for courses that do not exist yet; cells leave them out until now.
fn new_courses() -> String {
    format!(
        "INSERT INTO demand_cell (round_id, member_id, course_type, level, {FIGURES}) \
         SELECT round_id, member_id, '~new', level, {SUMS} \
         FROM (SELECT *, deliveries AS share FROM course_nomination) AS n \
         WHERE state <> 'withdrawn' AND course_type IS NULL \
         GROUP BY round_id, member_id, level"
    )
}

/// Counts in a quarter what names it: every delivery goes to one of the quarters that its
/// nomination names, in turn from the first.
fn named(quarter: &str, digit: char, before: &str) -> String {
    let earlier = before
        .chars()
        .map(|digit| format!("CASE WHEN quarters LIKE '%{digit}%' THEN 1 ELSE 0 END"));
    let earlier = earlier.chain(["0".to_owned()]).collect::<Vec<_>>().join(" + ");
    let many = "LENGTH(quarters)";
    let share = format!(
        "deliveries / {many} + CASE WHEN {earlier} < deliveries % {many} THEN 1 ELSE 0 END"
    );
    counted(quarter, &share, &format!("quarters LIKE '%{digit}%'"))
}

fn unnamed() -> String {
    counted("unnamed", "deliveries", "quarters = ''")
}

fn counted(quarter: &str, share: &str, listed: &str) -> String {
    format!(
        "INSERT INTO demand_quarter (round_id, quarter, member_id, course_type, level, {FIGURES}) \
         SELECT round_id, '{quarter}', member_id, COALESCE(course_type, '~new'), level, {SUMS} \
         FROM (SELECT *, {share} AS share FROM course_nomination \
               WHERE state <> 'withdrawn' AND {listed}) AS n \
         GROUP BY round_id, member_id, COALESCE(course_type, '~new'), level"
    )
}

const FIGURES: &str = "nominations, deliveries, places, on_request";
const SUMS: &str = "CAST(COUNT(*) AS integer), CAST(SUM(share) AS integer), \
    CAST(SUM(share * participants) AS integer), \
    CAST(SUM(CASE WHEN frequency = 'on_request' THEN 1 ELSE 0 END) AS integer)";
