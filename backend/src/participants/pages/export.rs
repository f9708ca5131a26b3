//! The people for a delivery, as a table to take away.
use axum::extract::State;
use axum::response::Response;

use super::around::Names;
use super::code_in;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::{CSV, Cell, Sheet, WORKBOOK, csv, download, workbook};
use crate::base::extract::Path;
use crate::base::page::Frame;
use crate::deliveries;
use crate::identity::TrainingDirector;
use crate::participants::store::{self, NominationRow, Tab};

/// The most people of one delivery who are taken away at once.
const MOST: u64 = 20_000;

/// The heads of the table.
const HEADS: [&str; 12] = [
    "delivery",
    "member_code",
    "member",
    "order",
    "name",
    "post",
    "agency",
    "email",
    "languages",
    "reason",
    "state",
    "why",
];

/// Everybody for a delivery of the own centre, as CSV.
pub(super) async fn csv_of_delivery(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let (code, rows) = table(&app, &by, &path).await?;
    Ok(download(CSV, &format!("participants-{code}.csv"), csv(rows)?))
}

/// The same as a workbook.
pub(super) async fn workbook_of_delivery(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let (code, rows) = table(&app, &by, &path).await?;
    let name = frame.reader.locale.t("nav-participants");
    let sheets = vec![Sheet { name, rows, fixed_columns: 5 }];
    let written = tokio::task::spawn_blocking(|| workbook(sheets)).await;
    let written = written.map_err(|error| Error::Internal(error.into()))??;
    Ok(download(WORKBOOK, &format!("participants-{code}.xlsx"), written))
}

async fn table(app: &App, by: &TrainingDirector, path: &str) -> Result<(String, Vec<Vec<Cell>>)> {
    let delivery = deliveries::of_centre_by_code(&app.db, by.centre(), &code_in(path)?).await?;
    let delivery = delivery.ok_or(Error::NotFound)?;
    let all = (delivery.id, Tab::All);
    let rows = store::rows_of_centre(&app.db, by.centre(), all, (0, MOST)).await?;
    let names = Names::read(app).await?;
    let mut table = vec![HEADS.map(Cell::from).to_vec()];
    table.extend(rows.iter().map(|row| cells(&delivery.code, &names, row)));
    Ok((delivery.code, table))
}

fn cells(code: &str, names: &Names, row: &NominationRow) -> Vec<Cell> {
    let (one, person) = (&row.nomination, &row.person);
    let member = names.of(one.member_id);
    let why = one.why.clone().unwrap_or_default();
    let why = if one.why_text.is_empty() { why } else { format!("{why}: {}", one.why_text) };
    vec![
        code.into(),
        member.map_or("", |member| member.code.as_str()).into(),
        member.map_or("", |member| member.name.as_str()).into(),
        i64::from(one.rank).into(),
        person.full_name.as_str().into(),
        person.post.as_str().into(),
        person.agency.as_str().into(),
        person.email.as_str().into(),
        person.languages.as_str().into(),
        one.reason.as_str().into(),
        one.state.as_str().into(),
        why.as_str().into(),
    ]
}
