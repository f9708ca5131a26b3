//! The nominations behind a figure: a page of them to read, all of them to take away.
use std::collections::HashMap;

use super::{Selection, View};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::{Cell, MOST_WORKBOOK_ROWS, Rows};
use crate::base::ids::{CourseId, OrganisationId, RoundId};
use crate::catalogue;
use crate::course_nominations::{
    self, Mark, NominationRow, Quarter, Quarters, Taken, Wanted, dealt_to,
};
use crate::identity::DemandScope;

/// How many nominations a page of the board lists.
pub const PIECE: u64 = 25;
/// How many nominations are read at once for a table to take away.
const TAKEN_AT_ONCE: u64 = 1000;

/// A page of the nominations behind a figure.
#[derive(Debug)]
pub struct LookedAt {
    /// The nominations, by member and rank.
    pub nominations: Vec<NominationRow>,
    /// After which nomination the next page begins; none on the last.
    pub next: Option<Mark>,
    /// Whether it is a page after the first.
    pub goes_on: bool,
    names: HashMap<OrganisationId, String>,
    /// Names of course types, by code.
    pub types: HashMap<String, String>,
}

impl LookedAt {
    /// The name of a member.
    pub fn name_of(&self, member: &OrganisationId) -> &str {
        self.names.get(member).map_or("", String::as_str)
    }
}

/// The page of nominations behind the figure that a view looks at.
pub async fn look_behind(app: &App, view: &View) -> Result<Option<LookedAt>> {
    let Some(selection) = &view.selection else { return Ok(None) };
    let wanted = wanted(view, selection);
    let mut nominations =
        course_nominations::behind(&app.db, view.scope, view.round.id, &wanted).await?;
    let page = usize::try_from(PIECE).unwrap_or(usize::MAX);
    let more = nominations.len() > page;
    nominations.truncate(page);
    let last = nominations.last().map(|last| Mark { member: last.member, rank: last.rank });
    Ok(Some(LookedAt {
        next: if more { last } else { beyond(selection, &wanted.members) },
        goes_on: view.choice.after.is_some(),
        nominations,
        names: named(view, |member| member.name.clone()),
        types: types_of(view),
    }))
}

/// Where to go on when these members have been read to their end; none where no other asks.
fn beyond(selection: &Selection, members: &[OrganisationId]) -> Option<Mark> {
    let last = members.last().filter(|_| !selection.ends_with(members));
    last.map(|member| Mark { member: *member, rank: i32::MAX })
}

/// The nominations of a page, and one more, which says whether any follows.
fn wanted(view: &View, selection: &Selection) -> Wanted {
    let many = i64::try_from(PIECE + 1).unwrap_or(i64::MAX);
    Wanted {
        members: selection.members_of_piece(view.choice.after, many),
        topic: selection.topic.clone(),
        level: view.choice.level,
        quarter: view.choice.quarter,
        after: view.choice.after,
        limit: PIECE + 1,
    }
}

fn named<T>(view: &View, what: impl Fn(&super::Member) -> T) -> HashMap<OrganisationId, T> {
    let asked = view.board.rows.iter().map(|row| &row.member);
    let all = asked.chain(&view.board.silent);
    all.map(|member| (member.id, what(member))).collect()
}

fn types_of(view: &View) -> HashMap<String, String> {
    view.board.columns.iter().map(|one| (one.code.clone(), one.name.clone())).collect()
}

/// The nominations behind a figure, being taken away a thousand at a time.
pub struct Taking {
    app: App,
    scope: DemandScope,
    round: (RoundId, String),
    selection: Selection,
    level: Option<course_nominations::Level>,
    quarter: Option<Quarter>,
    after: Option<Mark>,
    ends: bool,
    members: HashMap<OrganisationId, [String; 3]>,
    types: HashMap<String, String>,
    courses: Option<HashMap<CourseId, String>>,
}

/// Somebody takes away the nominations behind the figure that a view looks at; all for none.
pub fn taking(app: &App, view: &View) -> Result<Taking> {
    let selection = match (&view.selection, view.choice.looks()) {
        (Some(selection), _) => selection.clone(),
        (None, false) => Selection::all(&view.board).ok_or(Error::NotFound)?,
        (None, true) => return Err(Error::NotFound),
    };
    Ok(Taking {
        app: app.clone(),
        scope: view.scope,
        round: (view.round.id, view.round.title.clone()),
        selection,
        level: view.choice.level,
        quarter: view.choice.quarter,
        after: None,
        ends: false,
        members: named(view, |member| {
            let subregion = member.subregion.clone().unwrap_or_default();
            [member.code.clone(), member.name.clone(), subregion]
        }),
        types: types_of(view),
        courses: None,
    })
}

impl Taking {
    /// Refuses what is too long for a workbook.
    pub fn for_a_workbook(self) -> Result<Self> {
        if self.selection.figures.nominations > MOST_WORKBOOK_ROWS {
            return Err(Error::refused("demand-workbook-too-long"));
        }
        Ok(self)
    }

    /// The codes of the courses on offer, read once and only where some course is preferred.
    async fn code_of(&mut self, course: Option<CourseId>) -> Result<Cell> {
        let Some(course) = course else { return Ok("".into()) };
        if self.courses.is_none() {
            let types: Vec<&str> = self.types.keys().map(String::as_str).collect();
            let offered = catalogue::offered_courses(&self.app.db, &types).await?;
            let codes = offered.into_iter().map(|course| (course.course_id, course.code));
            self.courses = Some(codes.collect());
        }
        let code = self.courses.as_ref().and_then(|courses| courses.get(&course));
        Ok(code.map_or("", String::as_str).into())
    }

    /// The next thousand at most, and where to go on.
    async fn piece(&mut self) -> Result<Vec<Taken>> {
        let many = i64::try_from(TAKEN_AT_ONCE).unwrap_or(i64::MAX);
        let wanted = Wanted {
            members: self.selection.members_of_piece(self.after, many),
            topic: self.selection.topic.clone(),
            level: self.level,
            quarter: self.quarter,
            after: self.after,
            limit: TAKEN_AT_ONCE,
        };
        let (db, round) = (&self.app.db, self.round.0);
        let taken = course_nominations::taken(db, self.scope, round, &wanted).await?;
        let full = u64::try_from(taken.len()).is_ok_and(|many| many == TAKEN_AT_ONCE);
        let last = taken.last().map(|last| Mark { member: last.member, rank: last.rank });
        self.after = if full { last } else { beyond(&self.selection, &wanted.members) };
        self.ends = self.after.is_none();
        Ok(taken)
    }

    async fn row(&mut self, taken: Taken) -> Result<Vec<Cell>> {
        let preferred = self.code_of(taken.course).await?;
        let quarters = Quarters::of(&taken.quarters);
        let (deliveries, places) = counted(&taken, self.quarter, quarters);
        let [code, name, subregion] = self.members.get(&taken.member).cloned().unwrap_or_default();
        let type_name = taken.course_type.as_ref().and_then(|code| self.types.get(code)).cloned();
        let [frequency, level, state, urgency, mode] = taken.words;
        Ok(vec![
            self.round.1.as_str().into(),
            code.into(),
            name.into(),
            subregion.into(),
            taken.course_type.unwrap_or_default().into(),
            type_name.unwrap_or_default().into(),
            taken.new_course.unwrap_or_default().into(),
            preferred,
            frequency.into(),
            level.into(),
            i64::from(taken.people).into(),
            i64::from(deliveries).into(),
            i64::from(places).into(),
            i64::from(taken.rank).into(),
            urgency.into(),
            taken.language.into(),
            mode.into(),
            quarters_named(quarters).into(),
            taken.can_host.into(),
            taken.reason.into(),
            state.into(),
            taken.submitted_at.format("%Y-%m-%dT%H:%M:%SZ").to_string().into(),
        ])
    }
}

/// The quarters as a table names them in every language: "Q1, Q3".
fn quarters_named(quarters: Quarters) -> String {
    quarters.numbers().map(|number| format!("Q{number}")).collect::<Vec<_>>().join(", ")
}

fn counted(taken: &Taken, quarter: Option<Quarter>, quarters: Quarters) -> (i32, i32) {
    let Some(quarter) = quarter else { return (taken.deliveries, taken.places) };
    let deliveries = dealt_to(quarter, taken.deliveries, quarters).unwrap_or(0);
    (deliveries, deliveries * taken.people)
}

impl Rows for Taking {
    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let mut rows = Vec::new();
        while !self.ends && rows.is_empty() {
            for taken in self.piece().await? {
                rows.push(self.row(taken).await?);
            }
        }
        Ok(rows)
    }
}
