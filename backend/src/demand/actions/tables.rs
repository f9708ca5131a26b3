//! The board as a table to take away.
use super::{View, board};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::Cell;
use crate::demand::rules::Choice;
use crate::identity::DemandReader;

/// The heads of the board as a table.
const HEADS: [&str; 10] = [
    "round",
    "member_code",
    "member",
    "subregion",
    "course_type",
    "course_type_name",
    "places",
    "deliveries",
    "nominations",
    "on_request",
];

/// The heads of the nominations as a table.
pub const HEADS_OF_NOMINATIONS: [&str; 22] = [
    "round",
    "member_code",
    "member",
    "subregion",
    "course_type",
    "course_type_name",
    "new_course",
    "preferred_course",
    "frequency",
    "level",
    "people",
    "deliveries",
    "places",
    "priority",
    "urgency",
    "language",
    "mode",
    "quarters",
    "can_host",
    "reason",
    "state",
    "submitted_at",
];

/// Somebody takes the board away as a table, one line for each member and course type asked for.
pub async fn table(app: &App, by: &DemandReader, choice: Choice) -> Result<Vec<Vec<Cell>>> {
    let view = board(app, by, choice).await?.ok_or(Error::NotFound)?;
    Ok(view.table())
}

impl View {
    /// The board as a table, one line for each member and course type asked for.
    pub fn table(&self) -> Vec<Vec<Cell>> {
        let mut rows = vec![HEADS.map(Cell::from).to_vec()];
        for row in &self.board.rows {
            let cells = self.board.columns.iter().zip(&row.asked);
            for (column, asked) in cells.filter(|(_, asked)| asked.nominations > 0) {
                rows.push(vec![
                    self.round.title.as_str().into(),
                    row.member.code.as_str().into(),
                    row.member.name.as_str().into(),
                    row.member.subregion.as_deref().unwrap_or_default().into(),
                    column.code.as_str().into(),
                    column.name.as_str().into(),
                    asked.places.into(),
                    asked.deliveries.into(),
                    asked.nominations.into(),
                    asked.on_request.into(),
                ]);
            }
        }
        rows
    }
}
