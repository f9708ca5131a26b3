//! Reading demand within somebody's scope: the region, a centre's course types, the own State.
use std::collections::HashMap;

use super::rules::{Board, Choice, Column, Member};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::Cell;
use crate::base::ids::{OrganisationId, RoundId};
use crate::catalogue::{self, CourseType};
use crate::course_nominations::{self, Answer, DemandCell, Filter, NominationRow, Round, Standing};
use crate::identity::{DemandReader, DemandScope};
use crate::organisations::{self, Organisation};

/// What the board shows.
#[derive(Debug)]
pub struct View {
    /// The choice, with the round that is shown.
    pub choice: Choice,
    /// The round that is shown.
    pub round: Round,
    /// The rounds to choose from, newest first.
    pub rounds: Vec<Round>,
    /// The figures.
    pub board: Board,
    /// What each invited member answered; only the RSO sees it.
    pub response: Option<Response>,
    /// The nominations behind what is looked at.
    pub looked_at: Option<LookedAt>,
    /// The sub-regions to choose from.
    pub subregions: Vec<String>,
    /// Everybody's demand, or a part of it.
    pub scope: DemandScope,
}

/// How many members answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Members that submitted nominations.
    pub submitted: usize,
    /// Members that said that they need nothing.
    pub no_needs: usize,
    /// Members invited.
    pub invited: usize,
    /// The names of those that have not answered.
    pub silent: Vec<String>,
}

/// The nominations behind a cell, a line or a column.
#[derive(Debug)]
pub struct LookedAt {
    /// The member, where one is looked at.
    pub member: Option<Member>,
    /// The course type, where one is looked at.
    pub course_type: Option<Column>,
    /// The nominations, at most 200.
    pub nominations: Vec<NominationRow>,
    /// Names of members.
    pub names: HashMap<OrganisationId, String>,
    /// Names of course types, by code.
    pub types: HashMap<String, String>,
}

impl LookedAt {
    /// Whether more than one cell is looked at.
    pub fn is_wide(&self) -> bool {
        self.member.is_none() || self.course_type.is_none()
    }

    /// What is looked at.
    pub fn heading(&self) -> String {
        let member = self.member.as_ref().map(|member| member.name.as_str());
        let course_type = self.course_type.as_ref().map(|one| one.name.as_str());
        member.into_iter().chain(course_type).collect::<Vec<_>>().join(": ")
    }

    /// The name of a member.
    pub fn name_of(&self, member: &OrganisationId) -> &str {
        self.names.get(member).map_or("", String::as_str)
    }
}

/// Somebody reads the board; none where no round is there to be read.
pub async fn board(app: &App, by: &DemandReader, mut choice: Choice) -> Result<Option<View>> {
    let rounds = course_nominations::rounds(&app.db).await?;
    let Some(round) = shown_round(app, &rounds, choice.round).await? else { return Ok(None) };
    choice.round = Some(round.id);
    let scope = by.scope();
    let types = types_within(app, scope, round.id).await?;
    let members = members_within(app, scope, round.id).await?;
    let cells = cells_within(app, scope, round.id, &types).await?;
    let subregions = subregions_of(&members);
    let columns: Vec<Column> = types.iter().map(column).collect();
    let looked_at = look_at(app, scope, &choice, (&members, &columns)).await?;
    let response = match scope {
        DemandScope::Region(region) => {
            let answers = course_nominations::responses(&app.db, region, round.id).await?;
            Some(response(&answers, &members))
        }
        _ => None,
    };
    let board = Board::build(columns, members, &cells, &choice);
    Ok(Some(View { choice, round, rounds, board, response, looked_at, subregions, scope }))
}

/// The round asked for; else the newest that has been opened.
async fn shown_round(
    app: &App,
    rounds: &[Round],
    wanted: Option<RoundId>,
) -> Result<Option<Round>> {
    let Some(id) = wanted else {
        return Ok(rounds.iter().find(|round| round.opened_at.is_some()).cloned());
    };
    let found = match rounds.iter().find(|round| round.id == id) {
        Some(round) => Some(round.clone()),
        None => course_nominations::round(&app.db, id).await?,
    };
    found.filter(|round| round.opened_at.is_some()).map(Some).ok_or(Error::NotFound)
}

async fn types_within(app: &App, scope: DemandScope, round: RoundId) -> Result<Vec<CourseType>> {
    let in_round = course_nominations::course_types_of(&app.db, round).await?;
    let mut types = catalogue::course_types(&app.db).await?;
    types.retain(|course_type| in_round.contains(&course_type.code));
    if let DemandScope::Centre(centre) = scope {
        let own = catalogue::types_published_by(&app.db, centre).await?;
        types.retain(|course_type| own.contains(&course_type.code));
    }
    Ok(types)
}

async fn members_within(app: &App, scope: DemandScope, round: RoundId) -> Result<Vec<Member>> {
    let mut invited = course_nominations::members_of(&app.db, round).await?;
    if let DemandScope::State(state) = scope {
        invited.retain(|member| *member == state.id());
    }
    let mut members = organisations::members(&app.db).await?;
    members.retain(|member| invited.contains(&member.id));
    Ok(members.into_iter().map(member).collect())
}

async fn cells_within(
    app: &App,
    scope: DemandScope,
    round: RoundId,
    types: &[CourseType],
) -> Result<Vec<DemandCell>> {
    match scope {
        DemandScope::Region(region) => {
            course_nominations::demand_of_region(&app.db, region, round).await
        }
        DemandScope::Centre(centre) => {
            let types: Vec<&str> = types.iter().map(|one| one.code.as_str()).collect();
            course_nominations::demand_of_types(&app.db, centre, round, &types).await
        }
        DemandScope::State(state) => {
            course_nominations::demand_of_state(&app.db, state, round).await
        }
    }
}

async fn look_at(
    app: &App,
    scope: DemandScope,
    choice: &Choice,
    (members, columns): (&[Member], &[Column]),
) -> Result<Option<LookedAt>> {
    let Some(round) = choice.round else { return Ok(None) };
    let member = members.iter().find(|member| Some(&member.code) == choice.member.as_ref());
    let course_type = columns.iter().find(|one| Some(&one.code) == choice.course_type.as_ref());
    if member.is_none() && course_type.is_none() {
        return Ok(None);
    }
    let filter = Filter {
        member: member.map(|member| member.id),
        course_type: course_type.map(|one| one.code.clone()),
        level: choice.level,
    };
    let nominations = match scope {
        DemandScope::Region(region) => {
            course_nominations::nominations_of_region(&app.db, region, round, &filter).await?
        }
        DemandScope::Centre(centre) => {
            let types: Vec<&str> = columns.iter().map(|one| one.code.as_str()).collect();
            let wanted = (types.as_slice(), &filter);
            course_nominations::nominations_of_types(&app.db, centre, round, wanted).await?
        }
        DemandScope::State(state) => {
            course_nominations::nominations_of_state(&app.db, state, round, &filter).await?
        }
    };
    Ok(Some(LookedAt {
        nominations,
        names: members.iter().map(|member| (member.id, member.name.clone())).collect(),
        types: columns.iter().map(|one| (one.code.clone(), one.name.clone())).collect(),
        member: member.cloned(),
        course_type: course_type.cloned(),
    }))
}

fn response(answers: &[Answer], members: &[Member]) -> Response {
    let count = |standing| answers.iter().filter(|answer| answer.state == standing).count();
    let answered =
        |id| answers.iter().any(|answer| answer.member == id && answer.state.is_answer());
    let silent = members.iter().filter(|member| !answered(member.id));
    Response {
        submitted: count(Standing::Submitted),
        no_needs: count(Standing::NoNeeds),
        invited: members.len(),
        silent: silent.map(|member| member.name.clone()).collect(),
    }
}

/// Somebody takes the board away as a table, one line for each member and course type asked for.
pub async fn table(app: &App, by: &DemandReader, choice: Choice) -> Result<Vec<Vec<Cell>>> {
    let view = board(app, by, choice).await?.ok_or(Error::NotFound)?;
    let heads = ["round", "member_code", "member", "subregion", "course_type", "course_type_name"];
    let measure = view.choice.measure.as_str();
    let mut rows = vec![heads.into_iter().chain([measure]).map(Cell::from).collect()];
    for row in &view.board.rows {
        for (column, figure) in view.board.columns.iter().zip(&row.figures).filter(|(_, f)| **f > 0)
        {
            rows.push(vec![
                view.round.title.as_str().into(),
                row.member.code.as_str().into(),
                row.member.name.as_str().into(),
                row.member.subregion.as_deref().unwrap_or_default().into(),
                column.code.as_str().into(),
                column.name.as_str().into(),
                (*figure).into(),
            ]);
        }
    }
    Ok(rows)
}

fn subregions_of(members: &[Member]) -> Vec<String> {
    let mut subregions: Vec<String> =
        members.iter().filter_map(|member| member.subregion.clone()).collect();
    subregions.sort();
    subregions.dedup();
    subregions
}

fn column(course_type: &CourseType) -> Column {
    Column {
        code: course_type.code.clone(),
        letters: course_type.abbreviation.clone(),
        short_name: course_type.short_name.clone(),
        name: course_type.name.clone(),
        goal: course_type.goal,
        total: 0,
    }
}

fn member(organisation: Organisation) -> Member {
    Member {
        id: organisation.id,
        code: organisation.code,
        letters: organisation.tile,
        name: organisation.name,
        subregion: organisation.subregion,
        square: organisation.tile_column.zip(organisation.tile_row),
    }
}
