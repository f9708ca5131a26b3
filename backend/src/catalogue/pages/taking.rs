//! Courses to take away: what a reader finds, and what a centre has written.
use axum::extract::State;
use axum::response::Response;

use crate::base::App;
use crate::base::error::Result;
use crate::base::export::{JSON, Sheet, csv_in_pieces, in_pieces, workbook_in_pieces};
use crate::base::extract::Query;
use crate::base::page::Frame;
use crate::catalogue::actions::{AsJson, Taking, found, own};
use crate::catalogue::rules::Filter;
use crate::catalogue::rules::columns::heads;
use crate::identity::{CentreStaff, Visitor};

type Pairs = Query<Vec<(String, String)>>;

/// What is found, as CSV.
pub async fn csv(_: Visitor, State(app): State<App>, Query(query): Pairs) -> Result<Response> {
    let taking = found(&app, &Filter::read(&query)).await?;
    csv_in_pieces("courses.csv", heads(), taking).await
}

/// What is found, as a workbook.
pub async fn workbook(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Pairs,
) -> Result<Response> {
    let taking = found(&app, &Filter::read(&query)).await?;
    as_workbook(&frame, taking).await
}

/// What is found, as JSON.
pub async fn json(_: Visitor, State(app): State<App>, Query(query): Pairs) -> Result<Response> {
    let taking = found(&app, &Filter::read(&query)).await?;
    in_pieces((JSON, "courses.json"), Vec::new(), AsJson(taking)).await
}

/// The own centre's courses, drafts too, as CSV.
pub async fn own_csv(by: CentreStaff, State(app): State<App>) -> Result<Response> {
    csv_in_pieces("courses.csv", heads(), own(&app, &by).await?).await
}

/// The own centre's courses, drafts too, as a workbook.
pub async fn own_workbook(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
) -> Result<Response> {
    as_workbook(&frame, own(&app, &by).await?).await
}

/// The own centre's courses, drafts too, as JSON.
pub async fn own_json(by: CentreStaff, State(app): State<App>) -> Result<Response> {
    in_pieces((JSON, "courses.json"), Vec::new(), AsJson(own(&app, &by).await?)).await
}

async fn as_workbook(frame: &Frame, taking: Taking) -> Result<Response> {
    let name = frame.reader.locale.t("courses-title");
    let sheet = Sheet { name, rows: vec![heads()], fixed_columns: 2 };
    workbook_in_pieces("courses.xlsx", sheet, taking, Vec::new()).await
}
