//! The RSO's pages of rounds: the list, one round with who has answered, opening and closing.
use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::strip::Strip;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::ids::RoundId;
use crate::base::page::Frame;
use crate::catalogue;
use crate::course_nominations::actions;
use crate::course_nominations::rules::RoundState;
use crate::course_nominations::store::{self, Answer, Round, RoundCount};
use crate::identity::{self, RsoOfficer};
use crate::organisations::{self, Organisation};

/// How many rounds a page lists.
const PAGE: u64 = 20;

#[derive(Template)]
#[template(path = "pages/course_nominations/rounds.html")]
struct RoundsPage<'a> {
    frame: &'a Frame,
    rounds: Vec<(Round, RoundCount)>,
    page: u64,
    pages: u64,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    page: Option<u64>,
}

pub(super) async fn list(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let page = wanted.page.unwrap_or(1).max(1);
    let (rounds, pages) = store::rounds_page(&app.db, by.region(), (page - 1, PAGE)).await?;
    if rounds.is_empty() && page > 1 {
        return Err(Error::NotFound);
    }
    let ids: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
    let counts: HashMap<_, _> =
        store::counts(&app.db, by.region(), &ids).await?.into_iter().collect();
    let count = |round: &Round| counts.get(&round.id).copied().unwrap_or_default();
    let rounds = rounds.into_iter().map(|round| (count(&round), round));
    let rounds = rounds.map(|(count, round)| (round, count)).collect();
    Ok(frame.page(&RoundsPage { frame: &frame, rounds, page, pages })?.into_response())
}

#[derive(Template)]
#[template(path = "pages/course_nominations/round.html")]
struct RoundPage<'a> {
    frame: &'a Frame,
    round: &'a Round,
    strip: Strip,
    types: Vec<String>,
    silent: Vec<Responded>,
    answered: Vec<Responded>,
}

/// What one member answered, with its name.
struct Responded {
    member: Organisation,
    answer: Answer,
    who: Option<String>,
}

impl RoundPage<'_> {
    fn is_draft(&self) -> bool {
        self.round.state == RoundState::Draft
    }

    fn is_open(&self) -> bool {
        self.round.state == RoundState::Open
    }
}

pub(super) async fn show(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Response> {
    let round = store::round(&app.db, id).await?.ok_or(Error::NotFound)?;
    let (answered, silent) =
        answers(&app, &by, id).await?.into_iter().partition(|one| one.answer.state.is_answer());
    let who = &by.capacity().organisation().short_name;
    let page = RoundPage {
        frame: &frame,
        strip: Strip::of(&round, who, frame.reader, app.clock.now()),
        types: type_names(&app, id).await?,
        silent,
        answered,
        round: &round,
    };
    Ok(frame.page(&page)?.into_response())
}

async fn answers(app: &App, by: &RsoOfficer, round: RoundId) -> Result<Vec<Responded>> {
    let answers = store::responses(&app.db, by.region(), round).await?;
    let accounts: Vec<_> = answers.iter().filter_map(|answer| answer.submitted_by).collect();
    let people = identity::names_of(&app.db, &accounts).await?;
    let mut by_member: HashMap<_, _> =
        answers.into_iter().map(|answer| (answer.member, answer)).collect();
    let members = organisations::members(&app.db).await?;
    let answered = |member: Organisation| {
        let answer = by_member.remove(&member.id)?;
        let who = answer.submitted_by.and_then(|account| people.get(&account).cloned());
        Some(Responded { member, answer, who })
    };
    Ok(members.into_iter().filter_map(answered).collect())
}

async fn type_names(app: &App, round: RoundId) -> Result<Vec<String>> {
    let covered = store::course_types_of(&app.db, round).await?;
    let mut types = catalogue::course_types(&app.db).await?;
    types.retain(|known| covered.contains(&known.code));
    Ok(types.into_iter().map(|known| known.name).collect())
}

#[derive(Template)]
#[template(path = "pages/course_nominations/round_step.html")]
struct StepPage<'a> {
    frame: &'a Frame,
    round: &'a Round,
    strip: Strip,
    count: RoundCount,
    opens: bool,
}

async fn step(
    app: &App,
    (by, frame): (&RsoOfficer, &Frame),
    id: RoundId,
    next: RoundState,
) -> Result<Response> {
    let round = store::round(&app.db, id).await?.ok_or(Error::NotFound)?;
    if !round.state.may_become(next) {
        return Ok(to_round(id));
    }
    let counts = store::counts(&app.db, by.region(), &[id]).await?;
    let who = &by.capacity().organisation().short_name;
    let page = StepPage {
        frame,
        strip: Strip::of(&round, who, frame.reader, app.clock.now()),
        count: counts.first().map(|(_, count)| *count).unwrap_or_default(),
        opens: next == RoundState::Open,
        round: &round,
    };
    Ok(frame.page(&page)?.into_response())
}

pub(super) fn to_round(id: RoundId) -> Response {
    Redirect::to(&format!("/rounds/{id}")).into_response()
}

pub(super) async fn opening(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Response> {
    step(&app, (&by, &frame), id, RoundState::Open).await
}

pub(super) async fn open(
    by: RsoOfficer,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Response> {
    actions::open_round(&app, &by, id).await?;
    Ok(to_round(id))
}

pub(super) async fn closing(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Response> {
    step(&app, (&by, &frame), id, RoundState::Closed).await
}

pub(super) async fn close(
    by: RsoOfficer,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Response> {
    actions::close_round(&app, &by, id).await?;
    Ok(to_round(id))
}
