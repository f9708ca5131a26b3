//! The heat map: members by course types, with totals, put together from the demand cells.
use std::collections::HashMap;

use super::{Choice, Measure, Order, total_step};
use crate::base::ids::OrganisationId;
use crate::catalogue::Goal;
use crate::course_nominations::{DemandCell, Figures, NEW_COURSES};

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
    /// The figure for all members, in the measure chosen.
    pub total: i64,
    /// Every figure for all members.
    pub asked: Figures,
}

/// A goal over its columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoalSpan {
    /// The goal.
    pub goal: Goal,
    /// How many columns.
    pub columns: usize,
    /// The figure for all members, in the measure chosen.
    pub total: i64,
    /// Every figure for all members.
    pub asked: Figures,
}

/// A member's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The member.
    pub member: Member,
    /// A figure for each column, in the measure chosen.
    pub figures: Vec<i64>,
    /// Every figure for each column; no nominations where the member did not ask.
    pub asked: Vec<Figures>,
    /// The figure for all course types, in the measure chosen.
    pub total: i64,
    /// Every figure for all course types.
    pub sum: Figures,
}

/// A member's square on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapTile {
    /// The member.
    pub member: Member,
    /// Its total.
    pub total: i64,
    /// Whether it asks for anything.
    pub asks: bool,
}

/// What is asked for and what is offered of one course type, in places.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The code of the course type.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its goal.
    pub goal: Goal,
    /// Places asked for.
    pub asked: i64,
    /// Places in deliveries that centres offer.
    pub offered: i64,
    /// Places asked for and not offered; more of another course type never makes up for them.
    pub short: i64,
}

/// The places that centres offer, by the code of the course type.
pub type Offered = HashMap<String, i64>;

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
    /// The figure for everything, in the measure chosen.
    pub total: i64,
    /// Every figure for everything.
    pub asked: Figures,
    /// Nominations on request, which count no delivery.
    pub on_request: i64,
    /// What asks for courses that do not exist yet, by member: in no column and in no total.
    pub new_courses: Vec<(OrganisationId, Figures)>,
}

impl Board {
    /// Puts the board together from cells that are cut to level and quarter. `columns` come
    /// without figures.
    pub fn build(
        columns: Vec<Column>,
        members: Vec<Member>,
        cells: &[DemandCell],
        choice: &Choice,
    ) -> Self {
        let mut columns: Vec<Column> =
            columns.into_iter().filter(|c| choice.goal.is_none_or(|goal| c.goal == goal)).collect();
        let by_cell: ByCell = cells
            .iter()
            .map(|cell| ((cell.member, cell.course_type.as_str()), cell.figures))
            .collect();
        let chosen: Vec<Member> =
            members.into_iter().filter(|member| choice.shows(member)).collect();
        let new_courses = new_courses(&chosen, &by_cell, choice);
        let (mut rows, silent): (Vec<Row>, Vec<Row>) = chosen
            .into_iter()
            .map(|member| row(member, &columns, &by_cell, choice.measure))
            .partition(|row| row.sum.nominations > 0);
        for (index, column) in columns.iter_mut().enumerate() {
            column.asked = rows.iter().map(|row| row.asked[index]).sum();
            column.total = choice.measure.of_figures(column.asked);
        }
        if choice.order == Order::MostFirst {
            rows.sort_by_key(|row| std::cmp::Reverse(row.total));
        }
        let asked: Figures = rows.iter().map(|row| row.sum).sum();
        Self {
            goals: goals(&columns, choice.measure),
            total: choice.measure.of_figures(asked),
            on_request: asked.on_request,
            silent: silent.into_iter().map(|row| row.member).collect(),
            columns,
            rows,
            asked,
            new_courses,
        }
    }

    /// Every member that has a square.
    pub fn tiles(&self) -> Vec<MapTile> {
        let asked = self.rows.iter().map(|row| (&row.member, row.total, true));
        let all = asked.chain(self.silent.iter().map(|member| (member, 0, false)));
        let mut tiles: Vec<_> = all
            .filter(|(member, ..)| member.square.is_some())
            .map(|(member, total, asks)| MapTile { member: member.clone(), total, asks })
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

    /// Asked and offered by course type, the largest gap first; equal ones in their order.
    pub fn gaps(&self, offered: &Offered) -> Vec<Gap> {
        let gap = |column: &Column| {
            let (asked, offered) =
                (column.asked.places, offered.get(&column.code).copied().unwrap_or(0));
            let (code, name, goal) = (column.code.clone(), column.name.clone(), column.goal);
            Gap { code, name, goal, asked, offered, short: (asked - offered).max(0) }
        };
        let mut gaps: Vec<Gap> = self.columns.iter().map(gap).collect();
        gaps.sort_by_key(|gap| std::cmp::Reverse((gap.short, gap.asked)));
        gaps
    }

    /// What asks for courses that do not exist yet, over all members shown.
    pub fn new_course_figures(&self) -> Figures {
        self.new_courses.iter().map(|(_, figures)| *figures).sum()
    }
}

impl MapTile {
    /// The step of shade of the total.
    pub fn step(&self) -> u8 {
        total_step(self.total)
    }
}

type ByCell<'a> = HashMap<(OrganisationId, &'a str), Figures>;

fn row(member: Member, columns: &[Column], cells: &ByCell<'_>, measure: Measure) -> Row {
    let of = |column: &Column| cells.get(&(member.id, column.code.as_str())).copied();
    let asked: Vec<Figures> = columns.iter().map(|column| of(column).unwrap_or_default()).collect();
    let sum: Figures = asked.iter().copied().sum();
    Row {
        figures: asked.iter().map(|figures| measure.of_figures(*figures)).collect(),
        total: measure.of_figures(sum),
        asked,
        sum,
        member,
    }
}

/// Courses that do not exist yet belong to no goal: where one is chosen, none is shown.
fn new_courses(
    members: &[Member],
    cells: &ByCell<'_>,
    choice: &Choice,
) -> Vec<(OrganisationId, Figures)> {
    if choice.goal.is_some() {
        return Vec::new();
    }
    let of = |member: &Member| Some((member.id, *cells.get(&(member.id, NEW_COURSES))?));
    members.iter().filter_map(of).collect()
}

fn goals(columns: &[Column], measure: Measure) -> Vec<GoalSpan> {
    let mut spans: Vec<GoalSpan> = Vec::new();
    for column in columns {
        match spans.last_mut() {
            Some(span) if span.goal == column.goal => {
                span.columns += 1;
                span.asked += column.asked;
            }
            _ => {
                let (goal, asked) = (column.goal, column.asked);
                spans.push(GoalSpan { goal, columns: 1, total: 0, asked });
            }
        }
    }
    for span in &mut spans {
        span.total = measure.of_figures(span.asked);
    }
    spans
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(code: &str, goal: Goal) -> Column {
        let text = code.to_owned();
        Column {
            code: text.clone(),
            letters: text.clone(),
            short_name: text.clone(),
            name: text,
            goal,
            total: 0,
            asked: Figures::default(),
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

    fn cell(member: &Member, course_type: &str, places: i64) -> DemandCell {
        let on_request = i64::from(places == 0);
        let figures = Figures { nominations: 1, deliveries: 2, places, on_request };
        DemandCell { member: member.id, course_type: course_type.to_owned(), figures }
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
            member("Tonga", "Polynesia"),
        ];
        let cells = vec![
            cell(&members[0], "liaison", 36),
            cell(&members[1], "liaison", 9),
            cell(&members[1], "privacy", 0),
            cell(&members[2], "privacy", 0),
            cell(&members[3], NEW_COURSES, 12),
        ];
        (columns, members, cells)
    }

    fn build(choice: &Choice) -> Board {
        let (columns, members, cells) = example();
        Board::build(columns, members, &cells, choice)
    }

    #[test]
    fn totals_are_the_sums_of_what_is_shown() {
        let board = build(&Choice::default());
        assert_eq!(board.rows.iter().map(|row| row.total).collect::<Vec<_>>(), [36, 9, 0]);
        assert_eq!(board.columns.iter().map(|column| column.total).collect::<Vec<_>>(), [0, 0, 45]);
        assert_eq!((board.total, board.on_request), (45, 2));
        assert_eq!(board.goals.iter().map(|goal| goal.total).collect::<Vec<_>>(), [0, 45]);
        assert_eq!(board.goals.iter().map(|goal| goal.columns).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(board.tiles().len(), 4);
    }

    #[test]
    fn who_asks_on_request_only_is_not_silent() {
        let board = build(&Choice::default());
        assert_eq!(board.rows[2].member.name, "Palau");
        assert_eq!(board.silent.len(), 1, "a course that does not exist yet is in no column");
        assert_eq!(board.new_course_figures().places, 12);
    }

    #[test]
    fn every_measure_has_its_own_totals() {
        let with = |measure| build(&Choice { measure, ..Choice::default() }).total;
        assert_eq!(
            [Measure::Places, Measure::Deliveries, Measure::Nominations].map(with),
            [45, 8, 4]
        );
    }

    #[test]
    fn members_are_ranked_only_when_a_reader_asks_for_it() {
        let (columns, members, mut cells) = example();
        cells[1].figures.places = 90;
        let most = Choice { order: Order::MostFirst, ..Choice::default() };
        let board = Board::build(columns, members, &cells, &most);
        assert_eq!(board.rows[0].member.name, "Nepal");
    }

    #[test]
    fn a_filter_leaves_out_what_it_does_not_name() {
        let pacific = build(&Choice { subregion: Some("Melanesia".into()), ..Choice::default() });
        assert_eq!((pacific.rows.len(), pacific.total), (1, 36));
        assert_eq!(pacific.new_course_figures(), Figures::default());
        let early = build(&Choice { goal: Some(Goal::EarlyDetection), ..Choice::default() });
        assert_eq!((early.total, early.asked.nominations), (0, 2));
    }

    proptest! {
        #[test]
        fn more_of_one_type_never_makes_up_for_another(
            asked in prop::collection::vec(0i64..500, 3), offers in prop::collection::vec(0i64..500, 3)
        ) {
            let (columns, members, _) = example();
            let codes: Vec<String> = columns.iter().map(|column| column.code.clone()).collect();
            let cells: Vec<_> = codes.iter().zip(&asked)
                .map(|(code, places)| cell(&members[0], code, *places)).collect();
            let offered: Offered = codes.into_iter().zip(offers).collect();
            let gaps = Board::build(columns, members, &cells, &Choice::default()).gaps(&offered);
            for gap in &gaps {
                prop_assert!(gap.short >= 0 && gap.short >= gap.asked - gap.offered);
                prop_assert!(gap.short == 0 || gap.short + gap.offered == gap.asked);
            }
            prop_assert!(gaps.is_sorted_by(|a, b| a.short >= b.short));
        }
    }
}
