//! The ledger of the seats of a delivery, as CSV and as a workbook.
use axum::extract::State;
use axum::response::Response;

use super::ledger::{doer, read_by, sides};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::{CSV, Cell, Sheet, WORKBOOK, csv, download, workbook};
use crate::base::extract::Path;
use crate::base::i18n::Reader;
use crate::base::page::Frame;
use crate::deliveries::actions::seats::{Line, lines};
use crate::deliveries::pages::around::Names;
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::ledger;
use crate::identity::SeatsReader;

/// The most rows that are taken away at once.
const MOST: u64 = 50_000;
/// The names of the columns, for programs.
const HEADS: [&str; 8] = ["number", "at", "kind", "from", "to", "seats", "by", "reason"];
/// The keys of the heads of the columns, for people.
const WORDS: [&str; 8] = [
    "seats-number",
    "seats-when",
    "seats-what",
    "seats-from",
    "seats-to",
    "delivery-seats",
    "seats-by",
    "course-reason",
];

/// The ledger as CSV: members and centres by their codes.
pub async fn ledger_csv(
    by: SeatsReader,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let (delivery, lines, names) = taken(&app, &by, &path).await?;
    let heads = HEADS.map(Cell::from).to_vec();
    let code = |id| names.of(id).map_or("", |one| one.code.as_str());
    let row = |line: &Line| {
        let entry = &line.entry;
        vec![
            Cell::from(i64::from(entry.number)),
            Cell::from(entry.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
            Cell::from(entry.kind.as_str()),
            Cell::from(entry.from_member.map_or("", code)),
            Cell::from(entry.to_member.map_or("", code)),
            Cell::from(i64::from(entry.seats)),
            Cell::from(code(line.organisation)),
            Cell::from(entry.reason.as_str()),
        ]
    };
    let rows = [heads].into_iter().chain(lines.iter().map(row));
    Ok(download(CSV, &format!("{}-seats.csv", delivery.code), csv(rows)?))
}

/// The ledger as a workbook, in the words of the reader.
pub async fn ledger_workbook(
    by: SeatsReader,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let (delivery, lines, names) = taken(&app, &by, &path).await?;
    let locale = frame.reader.locale;
    let mut rows = vec![WORDS.map(|key| Cell::from(locale.t(key))).to_vec()];
    rows.extend(lines.iter().map(|line| in_words(&names, line, frame.reader)));
    let sheet = Sheet { name: locale.t("seats-ledger"), rows, fixed_columns: 1 };
    let written = tokio::task::spawn_blocking(|| workbook(vec![sheet])).await;
    let written = written.map_err(|error| Error::Internal(error.into()))??;
    Ok(download(WORKBOOK, &format!("{}-seats.xlsx", delivery.code), written))
}

fn in_words(names: &Names, line: &Line, reader: Reader) -> Vec<Cell> {
    let (from, to) = sides(names, line, reader);
    vec![
        Cell::from(i64::from(line.entry.number)),
        Cell::from(reader.moment(line.entry.at)),
        Cell::from(reader.locale.say(&line.entry.kind.label())),
        Cell::from(from),
        Cell::from(to),
        Cell::from(i64::from(line.entry.seats)),
        Cell::from(doer(names, line)),
        Cell::from(line.entry.reason.as_str()),
    ]
}

async fn taken(app: &App, by: &SeatsReader, path: &str) -> Result<(Delivery, Vec<Line>, Names)> {
    let (delivery, whose) = read_by(app, by, path).await?;
    let (entries, _) = ledger(&app.db, &delivery, whose, (0, MOST)).await?;
    let lines = lines(app, by.scope(), &delivery, entries).await?;
    Ok((delivery, lines, Names::read(app).await?))
}
