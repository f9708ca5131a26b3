//! Reading demand within somebody's scope: the region, a centre's course types, the own State.
mod behind;
mod tables;

use chrono::{DateTime, Utc};

pub use self::behind::{LookedAt, PIECE, Taking, look_behind, taking};
pub use self::tables::{HEADS_OF_NOMINATIONS, table};
use super::rules::{Board, Choice, Column, Gap, Member, Offered, Response, Selection};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::RoundId;
use crate::catalogue::{self, CourseType};
use crate::course_nominations::{self, Cut, DemandCell, Round, Standing};
use crate::identity::{self, DemandReader, DemandScope};
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
    /// Asked and offered by course type, the largest gap first.
    pub gaps: Vec<Gap>,
    /// What each invited member answered; only the RSO sees it.
    pub response: Option<Response>,
    /// What the own State answered; only a State sees it, and only its own.
    pub own_answer: Option<Standing>,
    /// The figure that is looked behind.
    pub selection: Option<Selection>,
    /// The sub-regions to choose from.
    pub subregions: Vec<String>,
    /// Everybody's demand, or a part of it.
    pub scope: DemandScope,
    /// When the figures were read.
    pub at: DateTime<Utc>,
}

/// Somebody reads the board; none where no round is there to be read.
#[tracing::instrument(skip_all)]
pub async fn board(app: &App, by: &DemandReader, mut choice: Choice) -> Result<Option<View>> {
    let rounds = course_nominations::rounds(&app.db).await?;
    let Some(round) = shown_round(app, &rounds, choice.round).await? else { return Ok(None) };
    choice.round = Some(round.id);
    let (scope, at) = (by.scope(), app.clock.now());
    let types = types_within(app, scope, round.id).await?;
    let members = members_within(app, scope, round.id).await?;
    let cells = cells_within(app, scope, &choice, (round.id, &types)).await?;
    let subregions = subregions_of(&members);
    let columns: Vec<Column> = types.iter().map(column).collect();
    let response = response(app, scope, &choice, (round.id, &members, at)).await?;
    let own_answer = own_answer(app, scope, round.id).await?;
    let board = Board::build(columns, members, &cells, &choice);
    // No centre can schedule a delivery yet, so no place is offered.
    let gaps = board.gaps(&Offered::default());
    let selection = Selection::of(&board, &choice);
    Ok(Some(View {
        choice,
        round,
        rounds,
        board,
        gaps,
        response,
        own_answer,
        selection,
        subregions,
        scope,
        at,
    }))
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
    choice: &Choice,
    (round, types): (RoundId, &[CourseType]),
) -> Result<Vec<DemandCell>> {
    let types: Vec<&str> = types.iter().map(|one| one.code.as_str()).collect();
    let cut = Cut { level: choice.level, quarter: choice.quarter, types: &types };
    course_nominations::demand(&app.db, scope, round, cut).await
}

/// Who answered, of the sub-region chosen; the RSO alone is told.
async fn response(
    app: &App,
    scope: DemandScope,
    choice: &Choice,
    (round, members, at): (RoundId, &[Member], DateTime<Utc>),
) -> Result<Option<Response>> {
    let DemandScope::Region(region) = scope else { return Ok(None) };
    let answers = course_nominations::responses(&app.db, region, round).await?;
    let covered = identity::with_focal_point(&app.db, at).await?;
    let shown: Vec<Member> =
        members.iter().filter(|member| choice.shows(member)).cloned().collect();
    Ok(Some(Response::of(&shown, &answers, &covered)))
}

async fn own_answer(app: &App, scope: DemandScope, round: RoundId) -> Result<Option<Standing>> {
    let DemandScope::State(state) = scope else { return Ok(None) };
    let sheet = course_nominations::sheet(&app.db, state, round).await?;
    Ok(Some(sheet.map_or(Standing::Silent, |sheet| sheet.standing())))
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
        asked: course_nominations::Figures::default(),
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
