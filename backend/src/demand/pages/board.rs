//! The demand board as a page.
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};

use super::choices::{self, Select};
use super::{chosen, words};
use crate::base::App;
use crate::base::error::Result;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::Goal;
use crate::course_nominations::{Mark, NEW_COURSES, NominationRow, Standing};
use crate::demand::actions::{self, LookedAt, View};
use crate::demand::rules::{Column, Gap, Measure, Member, Row, Selection, cell_step};
use crate::identity::{DemandReader, DemandScope};

#[derive(Template)]
#[template(path = "pages/demand/board.html")]
struct BoardPage<'a> {
    frame: &'a Frame,
    view: &'a View,
    looked_at: Option<LookedAt>,
}

#[derive(Template)]
#[template(path = "pages/demand/empty.html")]
struct EmptyPage<'a> {
    frame: &'a Frame,
}

pub(super) async fn board(
    by: DemandReader,
    frame: Frame,
    State(app): State<App>,
    query: RawQuery,
) -> Result<Response> {
    let Some(view) = actions::board(&app, &by, chosen(&query)).await? else {
        return Ok(frame.page(&EmptyPage { frame: &frame })?.into_response());
    };
    let looked_at = actions::look_behind(&app, &view).await?;
    let page = BoardPage { frame: &frame, view: &view, looked_at };
    Ok(frame.page(&page)?.into_response())
}

/// A cell of the heat map, ready to draw.
struct Shade {
    figure: i64,
    class: String,
    query: String,
    asks: bool,
}

impl BoardPage<'_> {
    fn title(&self) -> Message {
        words::title(self.view)
    }

    fn over(&self) -> Message {
        words::over(self.view, self.frame.reader)
    }

    /// When the figures were read.
    fn read_at(&self) -> String {
        self.frame.reader.moment(self.view.at)
    }

    fn is_open(&self) -> bool {
        words::is_open(self.view)
    }

    fn is_own(&self) -> bool {
        matches!(self.view.scope, DemandScope::State(_))
    }

    fn needs_nothing(&self) -> bool {
        self.view.own_answer == Some(Standing::NoNeeds)
    }

    /// Seats stand beside places only, and the region's seats not beside one State's places.
    fn has_gap(&self) -> bool {
        !self.is_own() && self.view.choice.measure == Measure::Places
    }

    fn selects(&self) -> Vec<Select> {
        choices::selects(&self.view.choice)
    }

    fn orders(&self) -> Select {
        choices::orders(&self.view.choice)
    }

    fn loosen(&self) -> Vec<(Message, String)> {
        words::loosen(self.view)
    }

    fn findings(&self) -> Vec<Message> {
        words::findings(self.view)
    }

    /// Who did not answer, and who has nobody to answer.
    fn unheard(&self) -> Vec<(&'static str, Message)> {
        let Some(response) = &self.view.response else { return Vec::new() };
        let groups = [
            words::names("demand-response-silent", &response.silent),
            words::names("demand-response-drafts", &response.drafts),
            words::names("demand-response-uncovered", &response.without_focal_point),
        ];
        groups.into_iter().flatten().collect()
    }

    fn offered(&self) -> i64 {
        self.view.gaps.iter().map(|gap| gap.offered).sum()
    }

    fn short(&self) -> i64 {
        self.view.gaps.iter().map(|gap| gap.short).sum()
    }

    /// Of the gap of a course type, the column's line in the table.
    fn gap_of(&self, column: &Column) -> (i64, i64) {
        let gap = self.view.gaps.iter().find(|gap| gap.code == column.code);
        gap.map_or((0, 0), |gap| (gap.offered, gap.short))
    }

    /// The bar of a gap: how wide what is met and what is short are drawn.
    fn bar(&self, gap: &Gap) -> (String, String) {
        let most = self.view.gaps.iter().map(|gap| gap.asked.max(gap.offered)).max();
        let scale = most.unwrap_or(0).max(1);
        let width = |figure: i64| {
            // Tenths of a per cent, so that small bars keep their proportion.
            let tenths = figure * 1000 / scale;
            format!("{}.{}%", tenths / 10, tenths % 10)
        };
        (width(gap.asked.min(gap.offered)), width(gap.short))
    }

    fn of_all(&self) -> String {
        self.view.choice.looking_at_all(None)
    }

    fn of_goal(&self, goal: Goal) -> String {
        self.view.choice.looking_at_all(Some(goal))
    }

    fn of_member(&self, code: &str) -> String {
        self.view.choice.looking_at(Some(code), None)
    }

    fn of_type(&self, code: &str) -> String {
        self.view.choice.looking_at(None, Some(code))
    }

    fn of_new_courses(&self) -> String {
        self.of_type(NEW_COURSES)
    }

    fn new_courses(&self) -> i64 {
        self.view.board.new_course_figures().nominations
    }

    /// The cells of a member's line, ready to draw.
    fn cells(&self, row: &Row) -> Vec<Shade> {
        let choice = &self.view.choice;
        let here = choice.member.as_ref() == Some(&row.member.code);
        let cells = self.view.board.columns.iter().zip(&row.asked);
        let cells = cells.map(|(column, asked)| {
            let figure = choice.measure.of_figures(*asked);
            let on = here && choice.course_type.as_ref() == Some(&column.code);
            Shade {
                figure,
                class: format!("d{}{}", cell_step(figure), if on { " on" } else { "" }),
                query: choice.looking_at(Some(&row.member.code), Some(&column.code)),
                asks: asked.nominations > 0,
            }
        });
        cells.collect()
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

    fn heading(&self, selection: &Selection) -> Message {
        words::heading(self.view, selection)
    }

    /// Deliveries and places of a nomination as they count under the choice.
    fn counted(&self, one: &NominationRow) -> (i32, i32) {
        one.counted(self.view.choice.quarter)
    }

    /// The query of the page of the list that begins after `mark`.
    fn going_on(&self, mark: &Mark) -> String {
        format!("{}&after={mark}", self.view.choice.query())
    }

    fn number(&self, number: i64) -> String {
        self.frame.reader.number(number)
    }
}
