//! Rounds for programs.
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::shapes::{RoundBody, RoundOut, RoundSummary};
use crate::base::App;
use crate::base::api::{Asked, Items, NewId, Paging, ROOT, Stated};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::{OrganisationId, RoundId};
use crate::catalogue;
use crate::course_nominations::actions;
use crate::course_nominations::rules::{AskedRound, NewRound, RoundState};
use crate::course_nominations::store::{self, Round};
use crate::identity::{DemandReader, DemandScope, RsoOfficer};
use crate::organisations;

/// What a round of the list is found by: when it opens, and its id.
type Key = (DateTime<Utc>, RoundId);

/// The rounds that are the organisation's to see.
pub async fn list(
    by: DemandReader,
    State(app): State<App>,
    asked: Asked,
) -> Result<Json<Items<RoundSummary>>> {
    let (states, paging) = wanted(asked)?;
    let after = paging.after().copied();
    let rows = store::rounds_within(&app.db, by.scope(), &states, (after, paging.rows())).await?;
    let key = |round: &Round| (round.opens_at, round.id);
    paging.page(&app, rows, (key, RoundSummary::from)).map(Json)
}

fn wanted(mut asked: Asked) -> Result<(Vec<RoundState>, Paging<Key>)> {
    let states = asked.many("state", RoundState::of);
    let paging = asked.paging("rounds");
    asked.done(paging.map(|paging| (states, paging)))
}

/// A round that is the organisation's to see.
pub async fn show(
    by: DemandReader,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Stated<RoundOut>> {
    let round = match by.scope() {
        DemandScope::Region(_) => store::round(&app.db, id).await?,
        DemandScope::Centre(_) => {
            let round = store::round(&app.db, id).await?;
            round.filter(|round| round.state != RoundState::Draft)
        }
        DemandScope::State(state) => store::invited(&app.db, state, id).await?,
    };
    stated(&app, by.scope(), round.ok_or(Error::NotFound)?).await
}

async fn stated(app: &App, scope: DemandScope, round: Round) -> Result<Stated<RoundOut>> {
    let mut members = store::members_of(&app.db, round.id).await?;
    if let DemandScope::State(state) = scope {
        members.retain(|member| *member == state.id());
    }
    let invited = organisations::by_ids(&app.db, &members).await?;
    let mut members: Vec<_> = invited.into_iter().map(|member| member.code).collect();
    members.sort_unstable();
    let mut course_types = store::course_types_of(&app.db, round.id).await?;
    course_types.sort_unstable();
    let body = RoundOut {
        id: round.id,
        title: round.title,
        state: round.state,
        horizon_start: round.horizon_start,
        horizon_end: round.horizon_end,
        opens_at: round.opens_at,
        closes_at: round.closes_at,
        closed_at: round.closed_at,
        grace_days: round.grace_days,
        minimum_cell: round.minimum_cell,
        course_types,
        members,
        sample: round.sample,
    };
    Ok(Stated { revision: round.revision, body })
}

/// The round as the Regional Support Office sees it.
async fn whole(app: &App, by: &RsoOfficer, id: RoundId) -> Result<Stated<RoundOut>> {
    let round = store::round(&app.db, id).await?.ok_or(Error::NotFound)?;
    stated(app, DemandScope::Region(by.region()), round).await
}

/// Prepares a round.
pub async fn create(
    by: RsoOfficer,
    State(app): State<App>,
    id: NewId,
    Json(body): Json<RoundBody>,
) -> Result<Response> {
    let new = read(&app, body.into()).await?;
    let id = RoundId(id.0);
    actions::create_round(&app, &by, id, &new).await?;
    let location = [(header::LOCATION, format!("{ROOT}/rounds/{id}"))];
    Ok((StatusCode::CREATED, location, whole(&app, &by, id).await?).into_response())
}

async fn read(app: &App, asked: AskedRound) -> Result<NewRound> {
    let types = catalogue::course_types(&app.db).await?;
    let types: Vec<&str> = types.iter().map(|known| known.code.as_str()).collect();
    let members = organisations::members(&app.db).await?;
    let members: Vec<(&str, OrganisationId)> =
        members.iter().map(|member| (member.code.as_str(), member.id)).collect();
    Ok(asked.read(&types, &members)?)
}

/// Opens a round.
pub async fn open(
    by: RsoOfficer,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Stated<RoundOut>> {
    actions::open_round(&app, &by, id).await?;
    whole(&app, &by, id).await
}

/// Closes a round.
pub async fn close(
    by: RsoOfficer,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Stated<RoundOut>> {
    actions::close_round(&app, &by, id).await?;
    whole(&app, &by, id).await
}
