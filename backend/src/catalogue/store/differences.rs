//! What the public list shows, and what waits for a Training Director, against the courses behind.
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use crate::base::error::Result;

/// Courses that are published and not listed, listed and not published, not found by what they
/// say, or proposed in a state that does not say so; a sentence each.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct Row {
        code: String,
        state: String,
    }
    let sql = "SELECT c.code, c.state FROM course c \
        LEFT JOIN course_listing l ON l.course_id = c.id \
        WHERE (c.state = 'published' AND l.course_id IS NULL) \
        OR (c.state <> 'published' AND l.course_id IS NOT NULL) ORDER BY c.code LIMIT 1000";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let said = |row: &Row| match row.state.as_str() {
        "published" => format!("course {} is published and not in the catalogue", row.code),
        state => format!("course {} is {state} and in the catalogue", row.code),
    };
    let mut all: Vec<String> = rows.iter().map(said).collect();
    all.extend(super::proposals::differences(db).await?);
    all.extend(super::words::differences(db).await?);
    Ok(all)
}
