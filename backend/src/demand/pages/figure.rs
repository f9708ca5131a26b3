//! The heat map as a picture that stands alone.
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::{chosen, words};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::download;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::{Frame, render};
use crate::demand::actions::{self, View};
use crate::demand::rules::{Row, cell_step};
use crate::identity::DemandReader;

const LEFT: usize = 230;
const TOP: usize = 120;
const WIDE: usize = 44;
const HIGH: usize = 20;
const NAMES_IN_LINE: usize = 3;
const NAME_WIDE: usize = 285;
const NAME_HIGH: usize = 15;

/// The steps of shade on paper, as the stylesheet has them, each with the colour of its figures.
const SHADES: [(&str, &str); 6] = [
    ("#ffffff", "#13222b"),
    ("#e0efef", "#13222b"),
    ("#b0d8d9", "#13222b"),
    ("#74b6bd", "#13222b"),
    ("#2d7786", "#ffffff"),
    ("#0c4656", "#ffffff"),
];

#[derive(Template)]
#[template(path = "pages/demand/heat.svg")]
struct HeatMap<'a> {
    frame: &'a Frame,
    view: &'a View,
}

pub(super) async fn heat_map(
    by: DemandReader,
    frame: Frame,
    State(app): State<App>,
    query: RawQuery,
) -> Result<Response> {
    let view = actions::board(&app, &by, chosen(&query)).await?.ok_or(Error::NotFound)?;
    let drawn = render(&HeatMap { frame: &frame, view: &view }, frame.reader)?;
    Ok(download("image/svg+xml", "demand.svg", drawn))
}

/// A square of the picture: where it is, its figure, its colours.
struct Square {
    x: usize,
    figure: i64,
    fill: &'static str,
    ink: &'static str,
}

impl HeatMap<'_> {
    fn title(&self) -> Message {
        words::title(self.view)
    }

    fn over(&self) -> Message {
        words::over(self.view, self.frame.reader)
    }

    fn filters(&self) -> Vec<(Message, Message)> {
        words::filters(self.view)
    }

    fn x(column: usize) -> usize {
        LEFT + column * WIDE
    }

    fn middle(column: usize) -> usize {
        Self::x(column) + WIDE / 2
    }

    fn y(line: usize) -> usize {
        TOP + line * HIGH
    }

    /// The middle of the column of totals.
    fn last_middle(&self) -> usize {
        Self::middle(self.columns())
    }

    /// Where the line of totals begins.
    fn bottom(&self) -> usize {
        Self::y(self.view.board.rows.len())
    }

    /// When the figures were read.
    fn read_at(&self) -> String {
        self.frame.reader.moment(self.view.at)
    }

    fn columns(&self) -> usize {
        self.view.board.columns.len()
    }

    fn width(&self) -> usize {
        (Self::x(self.columns() + 1) + 10).max(NAMES_IN_LINE * NAME_WIDE + 20)
    }

    fn height(&self) -> usize {
        self.bottom() + 2 * HIGH + self.columns().div_ceil(NAMES_IN_LINE) * NAME_HIGH
    }

    fn squares(row: &Row) -> Vec<Square> {
        let cells = row.figures.iter().zip(&row.asked).enumerate();
        let asked = cells.filter(|(_, (_, asked))| asked.nominations > 0);
        let square = |(column, (figure, _)): (usize, (&i64, _))| {
            let (fill, ink) = SHADES[usize::from(cell_step(*figure)).min(5)];
            Square { x: Self::x(column), figure: *figure, fill, ink }
        };
        asked.map(square).collect()
    }
}
