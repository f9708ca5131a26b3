//! The demand board and its table to take away.
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};

use super::actions::{self, View};
use super::rules::{Choice, Column, Measure, Member, Order, Row, cell_step};
use crate::base::App;
use crate::base::error::Result;
use crate::base::export::{csv, download};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::catalogue::Goal;
use crate::course_nominations::Level;
use crate::identity::{DemandReader, DemandScope};

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/demand", board).get("/demand.csv", table)
}

#[derive(Template)]
#[template(path = "pages/demand/board.html")]
struct BoardPage<'a> {
    frame: &'a Frame,
    view: &'a View,
    findings: Vec<Message>,
}

#[derive(Template)]
#[template(path = "pages/demand/empty.html")]
struct EmptyPage<'a> {
    frame: &'a Frame,
}

async fn board(
    by: DemandReader,
    frame: Frame,
    State(app): State<App>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    match actions::board(&app, &by, chosen(query.as_deref())).await? {
        Some(view) => {
            let page = BoardPage { frame: &frame, findings: findings(&view), view: &view };
            Ok(frame.page(&page)?.into_response())
        }
        None => Ok(frame.page(&EmptyPage { frame: &frame })?.into_response()),
    }
}

async fn table(
    by: DemandReader,
    State(app): State<App>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let rows = actions::table(&app, &by, chosen(query.as_deref())).await?;
    Ok(download("text/csv; charset=utf-8", "demand.csv", csv(rows)?))
}

fn chosen(query: Option<&str>) -> Choice {
    let pairs: Vec<(String, String)> =
        url::form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    Choice::read(&pairs)
}

/// What stands out, in words: at most four sentences, each from the figures shown.
fn findings(view: &View) -> Vec<Message> {
    let board = &view.board;
    let mut findings = Vec::new();
    if let ([first, second, ..], true) = (board.most_asked().as_slice(), board.total > 0)
        && second.total > 0
    {
        let share = (first.total + second.total) * 100 / board.total;
        findings.push(
            Message::new("demand-finding-top")
                .with("first", &first.name)
                .with("second", &second.name)
                .with("share", share),
        );
    }
    let unasked = board.columns.iter().filter(|column| column.total == 0).count();
    if unasked > 0 && board.total > 0 {
        findings.push(Message::new("demand-finding-unasked").with("count", unasked));
    }
    if board.on_request > 0 {
        findings.push(Message::new("demand-finding-on-request").with("count", board.on_request));
    }
    if let Some(response) = view.response.as_ref().filter(|response| response.no_needs > 0) {
        findings.push(Message::new("demand-finding-no-needs").with("count", response.no_needs));
    }
    findings
}

/// A cell of the heat map, ready to draw.
struct Shade {
    figure: i64,
    step: u8,
    query: String,
    chosen: bool,
}

impl BoardPage<'_> {
    fn is_own(&self) -> bool {
        matches!(self.view.scope, DemandScope::State(_))
    }

    fn is_of_centre(&self) -> bool {
        matches!(self.view.scope, DemandScope::Centre(_))
    }

    fn of_member(&self, row: &Row) -> String {
        self.view.choice.looking_at(Some(&row.member.code), None)
    }

    fn of_type(&self, column: &Column) -> String {
        self.view.choice.looking_at(None, Some(&column.code))
    }

    /// The cells of a member's line, ready to draw.
    fn cells(&self, row: &Row) -> Vec<Shade> {
        let choice = &self.view.choice;
        let here = choice.member.as_ref() == Some(&row.member.code);
        let columns = self.view.board.columns.iter().zip(&row.figures);
        columns
            .map(|(column, &figure)| Shade {
                figure,
                step: cell_step(figure),
                query: choice.looking_at(Some(&row.member.code), Some(&column.code)),
                chosen: here && choice.course_type.as_ref() == Some(&column.code),
            })
            .collect()
    }

    fn of_tile(&self, code: &str) -> String {
        self.view.choice.looking_at(Some(code), None)
    }

    fn width(&self, column: &Column) -> String {
        // Tenths of a per cent, so that small bars keep their proportion.
        let tenths = column.total * 1000 / self.view.board.scale();
        format!("{}.{}%", tenths / 10, tenths % 10)
    }

    fn measures(&self) -> Vec<(&'static str, Message, bool)> {
        let chosen = self.view.choice.measure;
        Measure::ALL.into_iter().map(|one| (one.as_str(), one.label(), one == chosen)).collect()
    }

    fn levels(&self) -> Vec<(&'static str, Message, bool)> {
        let chosen = self.view.choice.level;
        Level::ALL.iter().map(|one| (one.as_str(), one.label(), Some(*one) == chosen)).collect()
    }

    fn goals(&self) -> Vec<(&'static str, Message, bool)> {
        let chosen = self.view.choice.goal;
        Goal::ALL
            .iter()
            .copied()
            .map(|one| (one.as_str(), one.label(), Some(one) == chosen))
            .collect()
    }

    fn is_most_first(&self) -> bool {
        self.view.choice.order == Order::MostFirst
    }

    /// When the round ends or ended, over the title.
    fn over(&self) -> Message {
        let round = &self.view.round;
        let closed = round.closed_at.is_some();
        let key = if closed { "demand-over-closed" } else { "demand-over-open" };
        let date = self.frame.reader.day(round.closed_at.unwrap_or(round.closes_at));
        Message::new(key).with("round", &round.title).with("date", date)
    }

    fn own_name(&self) -> &str {
        self.members().first().map_or("", |member| member.name.as_str())
    }

    /// Every member shown, by name, whether it asked or not.
    fn members(&self) -> Vec<&Member> {
        let board = &self.view.board;
        let asked = board.rows.iter().map(|row| &row.member);
        let mut members: Vec<_> = asked.chain(&board.silent).collect();
        members.sort_by(|a, b| a.name.cmp(&b.name));
        members
    }

    /// The rest of the choice, for the form that looks up another cell.
    fn kept(&self) -> Vec<(String, String)> {
        let query = self.view.choice.looking_at(None, None);
        url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }

    fn silent(&self) -> String {
        self.view.response.as_ref().map(|response| response.silent.join(", ")).unwrap_or_default()
    }
}
