//! The demand board, and what is taken away from it.
mod board;
mod choices;
mod export;
mod figure;
mod words;

use axum::extract::RawQuery;

use super::rules::Choice;
use crate::base::routes::Routes;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/demand", board::board)
        .get("/demand.csv", export::board_csv)
        .get("/demand.svg", figure::heat_map)
        .get("/demand.xlsx", export::board_workbook)
        .get("/demand/nominations.csv", export::nominations_csv)
        .get("/demand/nominations.xlsx", export::nominations_workbook)
}

fn chosen(RawQuery(query): &RawQuery) -> Choice {
    let query = query.as_deref().unwrap_or_default();
    let pairs: Vec<(String, String)> =
        url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    Choice::read(&pairs)
}
