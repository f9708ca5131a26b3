//! The heat map: members by course types, with totals, put together from the demand cells.
use std::collections::HashMap;

use super::{Choice, Measure, Order, total_step};
use crate::base::ids::OrganisationId;
use crate::catalogue::Goal;
use crate::course_nominations::DemandCell;

/// A member as the board names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The organisation.
    pub id: OrganisationId,
    /// Its code.
    pub code: String,
    /// The letters on its tile.
    pub letters: String,
    /// Its name.
    pub name: String,
    /// Its sub-region.
    pub subregion: Option<String>,
    /// Its square, column and row from 0.
    pub square: Option<(i32, i32)>,
}

/// A course type at the head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its code.
    pub code: String,
    /// Three letters.
    pub letters: String,
    /// A word or two, with soft hyphens.
    pub short_name: String,
    /// Its name.
    pub name: String,
    /// Its goal.
    pub goal: Goal,
    /// The figure for all members.
    pub total: i64,
}

/// A goal over its columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoalSpan {
    /// The goal.
    pub goal: Goal,
    /// How many columns.
    pub columns: usize,
}

/// A member's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The member.
    pub member: Member,
    /// A figure for each column; 0 where the member did not ask.
    pub figures: Vec<i64>,
    /// The figure for all course types.
    pub total: i64,
}

/// A member's square on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapTile {
    /// The member.
    pub member: Member,
    /// Its total.
    pub total: i64,
}

/// The whole board.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// Course types, by goal.
    pub columns: Vec<Column>,
    /// The goals over the columns.
    pub goals: Vec<GoalSpan>,
    /// Members that asked for something.
    pub rows: Vec<Row>,
    /// Members that asked for nothing.
    pub silent: Vec<Member>,
    /// The figure for everything.
    pub total: i64,
    /// Nominations on request, which count no delivery.
    pub on_request: i64,
}

impl Board {
    /// Puts the board together. `columns` come with a total of 0.
    pub fn build(
        columns: Vec<Column>,
        members: Vec<Member>,
        cells: &[DemandCell],
        choice: &Choice,
    ) -> Self {
        let mut columns: Vec<Column> =
            columns.into_iter().filter(|c| choice.goal.is_none_or(|goal| c.goal == goal)).collect();
        let sums = sums(cells, choice);
        let mut rows = Vec::new();
        let mut silent = Vec::new();
        for member in members.into_iter().filter(|member| is_chosen(member, choice)) {
            let row = row(member, &columns, &sums);
            if row.total > 0 { rows.push(row) } else { silent.push(row.member) }
        }
        for (index, column) in columns.iter_mut().enumerate() {
            column.total = rows.iter().map(|row| row.figures[index]).sum();
        }
        if choice.order == Order::MostFirst {
            rows.sort_by_key(|row| std::cmp::Reverse(row.total));
        }
        let on_request = on_request(cells, choice, &columns, &rows, &silent);
        Self {
            goals: goals(&columns),
            total: rows.iter().map(|row| row.total).sum(),
            columns,
            rows,
            silent,
            on_request,
        }
    }

    /// Every member that has a square.
    pub fn tiles(&self) -> Vec<MapTile> {
        let asked = self.rows.iter().map(|row| (&row.member, row.total));
        let all = asked.chain(self.silent.iter().map(|member| (member, 0)));
        let mut tiles: Vec<_> = all
            .filter(|(member, _)| member.square.is_some())
            .map(|(member, total)| MapTile { member: member.clone(), total })
            .collect();
        tiles.sort_by(|a, b| a.member.name.cmp(&b.member.name));
        tiles
    }

    /// The columns with the highest figure first; equal ones in their order.
    pub fn most_asked(&self) -> Vec<&Column> {
        let mut columns: Vec<_> = self.columns.iter().collect();
        columns.sort_by_key(|column| std::cmp::Reverse(column.total));
        columns
    }

    /// The highest figure of a column, at least 1: the scale of the bars.
    pub fn scale(&self) -> i64 {
        self.columns.iter().map(|column| column.total).max().unwrap_or(0).max(1)
    }
}

impl MapTile {
    /// The step of shade of the total.
    pub fn step(&self) -> u8 {
        total_step(self.total)
    }
}

type Sums<'a> = HashMap<(OrganisationId, &'a str), i64>;

fn sums<'a>(cells: &'a [DemandCell], choice: &Choice) -> Sums<'a> {
    let mut sums = Sums::new();
    for cell in cells.iter().filter(|cell| choice.level.is_none_or(|level| cell.level == level)) {
        let figure = match choice.measure {
            Measure::Places => cell.places,
            Measure::Deliveries => cell.deliveries,
            Measure::Nominations => cell.nominations,
        };
        *sums.entry((cell.member, cell.course_type.as_str())).or_default() += i64::from(figure);
    }
    sums
}

fn row(member: Member, columns: &[Column], sums: &Sums<'_>) -> Row {
    let figures: Vec<i64> = columns
        .iter()
        .map(|column| sums.get(&(member.id, column.code.as_str())).copied().unwrap_or(0))
        .collect();
    Row { total: figures.iter().sum(), figures, member }
}

fn is_chosen(member: &Member, choice: &Choice) -> bool {
    let wanted = choice.subregion.as_deref();
    wanted.is_none_or(|subregion| member.subregion.as_deref() == Some(subregion))
}

fn on_request(
    cells: &[DemandCell],
    choice: &Choice,
    columns: &[Column],
    rows: &[Row],
    silent: &[Member],
) -> i64 {
    let shown = |id| {
        rows.iter().any(|row| row.member.id == id) || silent.iter().any(|member| member.id == id)
    };
    cells
        .iter()
        .filter(|cell| choice.level.is_none_or(|level| cell.level == level))
        .filter(|cell| columns.iter().any(|column| column.code == cell.course_type))
        .filter(|cell| shown(cell.member))
        .map(|cell| i64::from(cell.on_request))
        .sum()
}

fn goals(columns: &[Column]) -> Vec<GoalSpan> {
    let mut spans: Vec<GoalSpan> = Vec::new();
    for column in columns {
        match spans.last_mut() {
            Some(span) if span.goal == column.goal => span.columns += 1,
            _ => spans.push(GoalSpan { goal: column.goal, columns: 1 }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course_nominations::Level;

    fn column(code: &str, goal: Goal) -> Column {
        let text = code.to_owned();
        Column {
            code: text.clone(),
            letters: text.clone(),
            short_name: text.clone(),
            name: text,
            goal,
            total: 0,
        }
    }

    fn member(name: &str, subregion: &str) -> Member {
        Member {
            id: OrganisationId::new(),
            code: name.to_owned(),
            letters: name.to_owned(),
            name: name.to_owned(),
            subregion: Some(subregion.to_owned()),
            square: Some((0, 0)),
        }
    }

    fn cell(member: &Member, course_type: &str, level: Level, places: i32) -> DemandCell {
        DemandCell {
            member: member.id,
            course_type: course_type.to_owned(),
            level,
            nominations: 1,
            deliveries: 2,
            places,
            on_request: i32::from(places == 0),
        }
    }

    fn example() -> (Vec<Column>, Vec<Member>, Vec<DemandCell>) {
        let columns = vec![
            column("intelligence", Goal::EarlyDetection),
            column("privacy", Goal::EarlyDetection),
            column("liaison", Goal::Prevention),
        ];
        let members = vec![
            member("Fiji", "Melanesia"),
            member("Nepal", "Asia"),
            member("Palau", "Micronesia"),
        ];
        let cells = vec![
            cell(&members[0], "liaison", Level::Regional, 6),
            cell(&members[0], "liaison", Level::National, 30),
            cell(&members[1], "liaison", Level::Regional, 9),
            cell(&members[1], "privacy", Level::Regional, 0),
        ];
        (columns, members, cells)
    }

    #[test]
    fn totals_are_the_sums_of_what_is_shown() {
        let (columns, members, cells) = example();
        let board = Board::build(
            columns,
            members,
            &cells,
            &Choice { level: Some(Level::Regional), ..Choice::default() },
        );
        assert_eq!(board.rows.iter().map(|row| row.total).collect::<Vec<_>>(), [6, 9]);
        assert_eq!(board.columns.iter().map(|column| column.total).collect::<Vec<_>>(), [0, 0, 15]);
        assert_eq!((board.total, board.on_request), (15, 1));
        assert_eq!(board.silent.len(), 1);
        assert_eq!(board.tiles().len(), 3);
        assert_eq!(
            board.goals,
            [
                GoalSpan { goal: Goal::EarlyDetection, columns: 2 },
                GoalSpan { goal: Goal::Prevention, columns: 1 }
            ]
        );
    }

    #[test]
    fn members_are_ranked_only_when_a_reader_asks_for_it() {
        let (columns, members, cells) = example();
        let most =
            Choice { order: Order::MostFirst, level: Some(Level::Regional), ..Choice::default() };
        let board = Board::build(columns, members, &cells, &most);
        assert_eq!(board.rows[0].member.name, "Nepal");
    }

    #[test]
    fn a_filter_leaves_out_what_it_does_not_name() {
        let (columns, members, cells) = example();
        let pacific = Choice { subregion: Some("Melanesia".into()), ..Choice::default() };
        let board = Board::build(columns.clone(), members.clone(), &cells, &pacific);
        assert_eq!((board.rows.len(), board.total), (1, 36));
        let early = Choice { goal: Some(Goal::EarlyDetection), ..Choice::default() };
        assert_eq!(Board::build(columns, members, &cells, &early).total, 0);
    }
}
