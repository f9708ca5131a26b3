//! Figures and states that can be derived again from the rows behind them, and where they differ.
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};
use uuid::Uuid;

use crate::base::error::Result;

/// How many differences of a kind are named.
const MOST: usize = 1_000;

/// Where the demand, the states of nominations or the states of sheets are not what their rows,
/// their history and the audit log give; a sentence each.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let mut found = demand(db).await?;
    found.extend(quarters(db).await?);
    found.extend(nominations(db).await?);
    found.extend(sheets(db).await?);
    Ok(found)
}

async fn rows<T: FromQueryResult>(db: &impl ConnectionTrait, sql: &str) -> Result<Vec<T>> {
    let sql = format!("{sql} LIMIT {MOST}");
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(T::find_by_statement(statement).all(db).await?)
}

#[derive(FromQueryResult)]
struct Cell {
    round_id: Uuid,
    member_id: Uuid,
    course_type: String,
    level: String,
}

/// Cells of the board that are not the count of their nominations.
async fn demand(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let sql = "
        SELECT round_id, member_id, course_type, level FROM (
            SELECT round_id, member_id, course_type, level,
                nominations AS n, deliveries AS d, places AS p, on_request AS r
            FROM demand_cell
            UNION ALL
            SELECT round_id, member_id, COALESCE(course_type, '~new'), level, -1, -deliveries,
                -places, CASE WHEN frequency = 'on_request' THEN -1 ELSE 0 END
            FROM course_nomination WHERE state <> 'withdrawn'
        ) AS both_sides
        GROUP BY round_id, member_id, course_type, level
        HAVING SUM(n) <> 0 OR SUM(d) <> 0 OR SUM(p) <> 0 OR SUM(r) <> 0
        ORDER BY round_id, member_id, course_type, level";
    let cells = rows::<Cell>(db, sql).await?.into_iter();
    Ok(cells
        .map(|cell| {
            format!(
                "the demand for {} ({}) of member {} in round {} is not the count of its nominations",
                cell.course_type, cell.level, cell.member_id, cell.round_id
            )
        })
        .collect())
}

/// Cells whose quarters do not add up to them, in deliveries and in places.
async fn quarters(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let sql = "
        SELECT round_id, member_id, course_type, level FROM (
            SELECT round_id, member_id, course_type, level, deliveries AS d, places AS p
            FROM demand_cell
            UNION ALL
            SELECT round_id, member_id, course_type, level, -deliveries, -places
            FROM demand_quarter
        ) AS both_sides
        GROUP BY round_id, member_id, course_type, level
        HAVING SUM(d) <> 0 OR SUM(p) <> 0
        ORDER BY round_id, member_id, course_type, level";
    let cells = rows::<Cell>(db, sql).await?.into_iter();
    Ok(cells
        .map(|cell| {
            format!(
                "the quarters of the demand for {} ({}) of member {} in round {} do not add up to it",
                cell.course_type, cell.level, cell.member_id, cell.round_id
            )
        })
        .collect())
}

#[derive(FromQueryResult)]
struct Stated {
    id: Uuid,
    state: String,
    derived: Option<String>,
}

/// Nominations whose state is not the last step of their history.
async fn nominations(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let sql = "
        SELECT id, state, derived FROM (
            SELECT n.id, n.state, (
                SELECT e.state FROM course_nomination_event e WHERE e.nomination_id = n.id
                ORDER BY e.at DESC, e.id DESC LIMIT 1
            ) AS derived
            FROM course_nomination n
        ) AS stated
        WHERE derived IS NULL OR derived <> state ORDER BY id";
    let stated = rows::<Stated>(db, sql).await?.into_iter();
    Ok(stated
        .map(|one| {
            let derived = one.derived.unwrap_or_else(|| "nothing".to_owned());
            format!("nomination {} is {}, and its history says {derived}", one.id, one.state)
        })
        .collect())
}

/// Sheets whose state does not follow from what the audit log says of them and from the
/// nominations that they sent: a draft has none, and "no needs" none that stands.
async fn sheets(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT id, state, derived FROM (
            SELECT s.id, s.state, s.submissions, s.submitted_at, CASE (
                    SELECT a.action FROM audit_entry a
                    WHERE a.object = 'sheet' AND a.object_id = {}
                        AND a.action IN ('sheet.submit', 'sheet.no_needs')
                    ORDER BY a.seq DESC LIMIT 1
                )
                WHEN 'sheet.no_needs' THEN 'no_needs'
                WHEN 'sheet.submit' THEN 'submitted'
                ELSE 'draft' END AS derived,
                CASE WHEN EXISTS (
                    SELECT 1 FROM course_nomination n WHERE n.round_id = s.round_id
                        AND n.member_id = s.member_id AND n.state <> 'withdrawn'
                ) THEN 1 ELSE 0 END AS standing
            FROM sheet s
        ) AS stated
        WHERE derived <> state OR (state <> 'submitted' AND standing = 1)
            OR (state = 'draft' AND submissions > 0) OR (state <> 'draft' AND submissions = 0)
            OR (state = 'draft' AND submitted_at IS NOT NULL)
        ORDER BY id",
        match db.get_database_backend() {
            DbBackend::Sqlite => uuid_on_sqlite("s.id"),
            _ => "CAST(s.id AS VARCHAR(36))".to_owned(),
        }
    );
    let stated = rows::<Stated>(db, &sql).await?.into_iter();
    Ok(stated
        .map(|one| {
            let derived = one.derived.unwrap_or_else(|| "nothing".to_owned());
            format!("sheet {} is {}, and the audit log says {derived}", one.id, one.state)
        })
        .collect())
}

/// An identifier as the audit log writes it; SQLite keeps its sixteen bytes.
fn uuid_on_sqlite(column: &str) -> String {
    let hex = format!("LOWER(HEX({column}))");
    let parts = [(1, 8), (9, 4), (13, 4), (17, 4), (21, 12)];
    let parts = parts.map(|(from, length)| format!("SUBSTR({hex}, {from}, {length})"));
    parts.join(" || '-' || ")
}
