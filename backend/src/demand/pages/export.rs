//! The board and the nominations behind it, as CSV and as workbooks.
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::{chosen, words};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::{
    CSV, Cell, Sheet, WORKBOOK, csv, csv_in_pieces, download, workbook, workbook_in_pieces,
};
use crate::base::i18n::{Message, Reader};
use crate::base::page::Frame;
use crate::demand::actions::{self, HEADS_OF_NOMINATIONS, View};
use crate::demand::rules::Measure;
use crate::identity::DemandReader;

pub(super) async fn board_csv(
    by: DemandReader,
    State(app): State<App>,
    query: RawQuery,
) -> Result<Response> {
    let rows = actions::table(&app, &by, chosen(&query)).await?;
    Ok(download(CSV, "demand.csv", csv(rows)?))
}

pub(super) async fn board_workbook(
    by: DemandReader,
    frame: Frame,
    State(app): State<App>,
    query: RawQuery,
) -> Result<Response> {
    let view = actions::board(&app, &by, chosen(&query)).await?.ok_or(Error::NotFound)?;
    let words = Words { view: &view, reader: frame.reader };
    let sheets = vec![words.matrix(), words.gaps(), words.list(), words.about()];
    let written = tokio::task::spawn_blocking(|| workbook(sheets)).await;
    let written = written.map_err(|error| Error::Internal(error.into()))??;
    Ok(download(WORKBOOK, "demand.xlsx", written))
}

pub(super) async fn nominations_csv(
    by: DemandReader,
    State(app): State<App>,
    query: RawQuery,
) -> Result<Response> {
    let view = actions::board(&app, &by, chosen(&query)).await?.ok_or(Error::NotFound)?;
    let taking = actions::taking(&app, &view)?;
    let heads = HEADS_OF_NOMINATIONS.map(Cell::from).to_vec();
    csv_in_pieces("demand-nominations.csv", heads, taking).await
}

pub(super) async fn nominations_workbook(
    by: DemandReader,
    frame: Frame,
    State(app): State<App>,
    query: RawQuery,
) -> Result<Response> {
    let view = actions::board(&app, &by, chosen(&query)).await?.ok_or(Error::NotFound)?;
    let taking = actions::taking(&app, &view)?.for_a_workbook()?;
    let words = Words { view: &view, reader: frame.reader };
    let heads = Sheet {
        name: words.say(&Measure::Nominations.label()),
        rows: vec![HEADS_OF_NOMINATIONS.map(Cell::from).to_vec()],
        fixed_columns: 3,
    };
    workbook_in_pieces("demand-nominations.xlsx", heads, taking, vec![words.about()]).await
}

/// The sheets of a workbook, in the words of the reader.
struct Words<'a> {
    view: &'a View,
    reader: Reader,
}

impl Words<'_> {
    fn say(&self, message: &Message) -> String {
        self.reader.locale.say(message)
    }

    fn cell(&self, key: &'static str) -> Cell {
        self.reader.locale.t(key).into()
    }

    /// Members by course types, in the measure chosen, with totals.
    fn matrix(&self) -> Sheet {
        let board = &self.view.board;
        let mut heads = vec![self.cell("demand-column-member"), self.cell("demand-subregion")];
        heads.extend(board.columns.iter().map(|column| Cell::from(column.name.as_str())));
        heads.push(self.cell("demand-column-all"));
        let mut rows = vec![heads];
        for row in &board.rows {
            let subregion = row.member.subregion.as_deref().unwrap_or_default();
            let mut cells: Vec<Cell> = vec![row.member.name.as_str().into(), subregion.into()];
            cells.extend(row.figures.iter().zip(&row.asked).map(|(figure, asked)| {
                if asked.nominations > 0 { Cell::from(*figure) } else { "".into() }
            }));
            cells.push(row.total.into());
            rows.push(cells);
        }
        let mut totals = vec![self.cell("demand-row-asked"), "".into()];
        totals.extend(board.columns.iter().map(|column| Cell::from(column.total)));
        totals.push(board.total.into());
        rows.push(totals);
        Sheet { name: self.say(&self.view.choice.measure.label()), rows, fixed_columns: 1 }
    }

    /// Places asked and seats offered, by course type.
    fn gaps(&self) -> Sheet {
        let mut rows = vec![vec![
            self.cell("demand-column-type"),
            self.cell("demand-goal"),
            self.cell("demand-column-asked-places"),
            self.cell("demand-column-offered"),
            self.cell("demand-column-short"),
        ]];
        for gap in &self.view.gaps {
            let goal = self.say(&gap.goal.label());
            rows.push(vec![
                gap.name.as_str().into(),
                goal.into(),
                gap.asked.into(),
                gap.offered.into(),
                gap.short.into(),
            ]);
        }
        let name = self.reader.locale.t("demand-sheet-gaps");
        Sheet { name, rows, fixed_columns: 1 }
    }

    /// Every figure of every cell, line by line.
    fn list(&self) -> Sheet {
        let name = self.reader.locale.t("demand-sheet-list");
        Sheet { name, rows: self.view.table(), fixed_columns: 3 }
    }

    /// What the figures are, and how they were chosen.
    fn about(&self) -> Sheet {
        let view = self.view;
        let mut rows = vec![
            [self.cell("demand-about"), self.say(&words::title(view)).into()],
            [self.cell("demand-round"), self.say(&words::over(view, self.reader)).into()],
            [self.cell("demand-show"), self.say(&view.choice.measure.label()).into()],
        ];
        for (name, value) in words::filters(view) {
            rows.push([self.say(&name).into(), self.say(&value).into()]);
        }
        if let Some(selection) = &view.selection {
            let heading = self.say(&words::heading(view, selection));
            rows.push([self.cell("demand-about-chosen"), heading.into()]);
        }
        let moment = self.reader.moment(view.at);
        rows.push([self.cell("demand-about-read"), moment.into()]);
        for (name, meaning) in [
            ("demand-places", "demand-about-places"),
            ("demand-quarter", "demand-about-quarter"),
            ("demand-tally-on-request", "demand-about-on-request"),
            ("demand-column-offered", "demand-gaps-note"),
            ("demand-new-courses", "demand-about-new-courses"),
        ] {
            rows.push([self.cell(name), self.cell(meaning)]);
        }
        if words::is_open(view) {
            rows.push([self.cell("demand-about-state"), self.cell("demand-so-far")]);
        }
        let rows = rows.into_iter().map(Vec::from).collect();
        Sheet { name: self.reader.locale.t("demand-about"), rows, fixed_columns: 1 }
    }
}
