//! The form of a round: a new one, or one that is not open yet.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Datelike, Utc};
use serde::Deserialize;

use super::round::to_round;
use super::round_conflict::RoundConflict;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::{OrganisationId, RoundId};
use crate::base::page::Frame;
use crate::catalogue::{self, CourseType};
use crate::course_nominations::actions;
use crate::course_nominations::rules::{NewRound, RoundState, TypedRound};
use crate::course_nominations::store::{self, Round};
use crate::identity::RsoOfficer;
use crate::organisations::{self, Organisation};

#[derive(Template)]
#[template(path = "pages/course_nominations/round_form.html")]
struct RoundFormPage<'a> {
    frame: &'a Frame,
    id: RoundId,
    revision: i32,
    typed: &'a TypedRound,
    types: &'a [CourseType],
    members: &'a [Organisation],
    zone: String,
    errors: &'a FieldErrors,
    refused: Option<&'a Message>,
    conflict: Option<&'a RoundConflict>,
}

impl RoundFormPage<'_> {
    fn is_new(&self) -> bool {
        self.revision == 0
    }

    fn covers(&self, code: &str) -> bool {
        self.typed.course_types.iter().any(|chosen| chosen == code)
    }

    fn invites(&self, member: &Organisation) -> bool {
        self.typed.members.contains(&member.id.to_string())
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct RoundForm {
    id: Option<RoundId>,
    revision: i32,
    title: String,
    horizon_start: String,
    horizon_end: String,
    opens_date: String,
    opens_time: String,
    closes_date: String,
    closes_time: String,
    grace_days: String,
    minimum_cell: String,
    course_types: Vec<String>,
    members: Vec<String>,
}

impl RoundForm {
    fn typed(self) -> TypedRound {
        TypedRound {
            title: self.title,
            horizon_start: self.horizon_start,
            horizon_end: self.horizon_end,
            opens: (self.opens_date, self.opens_time),
            closes: (self.closes_date, self.closes_time),
            grace_days: self.grace_days,
            minimum_cell: self.minimum_cell,
            course_types: self.course_types,
            members: self.members,
        }
    }
}

/// What a round may cover and whom it may invite.
struct Choice {
    types: Vec<CourseType>,
    members: Vec<Organisation>,
}

impl Choice {
    async fn of(app: &App) -> Result<Self> {
        let types = catalogue::course_types(&app.db).await?;
        Ok(Self { types, members: organisations::members(&app.db).await? })
    }

    fn read(&self, typed: &TypedRound, by: &RsoOfficer) -> Result<NewRound, FieldErrors> {
        let codes: Vec<&str> = self.types.iter().map(|known| known.code.as_str()).collect();
        let members: Vec<OrganisationId> = self.members.iter().map(|member| member.id).collect();
        NewRound::read(typed, by.capacity().organisation().zone, (&codes, &members))
    }

    fn everything(&self) -> (Vec<String>, Vec<String>) {
        let types = self.types.iter().map(|known| known.code.clone()).collect();
        (types, self.members.iter().map(|member| member.id.to_string()).collect())
    }
}

/// Why the form is shown.
#[derive(Default)]
struct Why<'a> {
    errors: Option<&'a FieldErrors>,
    refused: Option<&'a Message>,
    conflict: Option<&'a RoundConflict>,
}

fn page(
    (by, frame): (&RsoOfficer, &Frame),
    (id, revision): (RoundId, i32),
    (typed, choice): (&TypedRound, &Choice),
    why: &Why<'_>,
) -> Result<Response> {
    let none = FieldErrors::default();
    let errors = why.errors.unwrap_or(&none);
    let page = RoundFormPage {
        frame,
        id,
        revision,
        typed,
        types: &choice.types,
        members: &choice.members,
        zone: crate::base::i18n::place_of(by.capacity().organisation().zone),
        errors,
        refused: why.refused,
        conflict: why.conflict,
    };
    let status = match (why.refused.is_some() || why.conflict.is_some(), errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, frame.page(&page)?).into_response())
}

pub(super) async fn new(by: RsoOfficer, frame: Frame, State(app): State<App>) -> Result<Response> {
    let choice = Choice::of(&app).await?;
    let typed = proposal(&choice, &by, app.clock.now());
    page((&by, &frame), (RoundId::new(), 0), (&typed, &choice), &Why::default())
}

/// The next calendar year, open from tomorrow for six weeks.
fn proposal(choice: &Choice, by: &RsoOfficer, now: DateTime<Utc>) -> TypedRound {
    let today = now.with_timezone(&by.capacity().organisation().zone).date_naive();
    let day = |days: i64| (today + chrono::Duration::days(days)).to_string();
    let (course_types, members) = choice.everything();
    TypedRound {
        title: String::new(),
        horizon_start: format!("{}-01-01", today.year() + 1),
        horizon_end: format!("{}-12-31", today.year() + 1),
        opens: (day(1), "09:00".to_owned()),
        closes: (day(43), "23:59".to_owned()),
        grace_days: "0".to_owned(),
        minimum_cell: "3".to_owned(),
        course_types,
        members,
    }
}

pub(super) async fn create(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Form(form): Form<RoundForm>,
) -> Result<Response> {
    let choice = Choice::of(&app).await?;
    let id = form.id.unwrap_or_else(RoundId::new);
    let typed = form.typed();
    let done = match choice.read(&typed, &by) {
        Ok(new) => actions::create_round(&app, &by, id, &new).await,
        Err(errors) => Err(Error::Invalid(errors)),
    };
    answer(done, (&by, &frame), (id, 0), (&typed, &choice))
}

fn answer(
    done: Result<()>,
    who: (&RsoOfficer, &Frame),
    which: (RoundId, i32),
    what: (&TypedRound, &Choice),
) -> Result<Response> {
    match done {
        Ok(()) => Ok(to_round(which.0)),
        Err(Error::Invalid(errors)) => {
            page(who, which, what, &Why { errors: Some(&errors), ..Why::default() })
        }
        Err(Error::Refused(why)) => {
            page(who, which, what, &Why { refused: Some(&why), ..Why::default() })
        }
        Err(other) => Err(other),
    }
}

pub(super) async fn edit(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Response> {
    let round = store::round(&app.db, id).await?.ok_or(Error::NotFound)?;
    if round.state != RoundState::Draft {
        return Ok(to_round(id));
    }
    let choice = Choice::of(&app).await?;
    let typed = as_typed(&app, &by, &round).await?;
    page((&by, &frame), (id, round.revision), (&typed, &choice), &Why::default())
}

async fn as_typed(app: &App, by: &RsoOfficer, round: &Round) -> Result<TypedRound> {
    let zone = by.capacity().organisation().zone;
    let local = |at: DateTime<Utc>| {
        let local = at.with_timezone(&zone).naive_local();
        (local.date().to_string(), local.format("%H:%M").to_string())
    };
    let members = store::members_of(&app.db, round.id).await?;
    Ok(TypedRound {
        title: round.title.clone(),
        horizon_start: round.horizon_start.to_string(),
        horizon_end: round.horizon_end.to_string(),
        opens: local(round.opens_at),
        closes: local(round.closes_at),
        grace_days: round.grace_days.to_string(),
        minimum_cell: round.minimum_cell.to_string(),
        course_types: store::course_types_of(&app.db, round.id).await?,
        members: members.iter().map(ToString::to_string).collect(),
    })
}

pub(super) async fn save(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<RoundId>,
    Form(form): Form<RoundForm>,
) -> Result<Response> {
    let choice = Choice::of(&app).await?;
    let revision = form.revision;
    let typed = form.typed();
    let done = match choice.read(&typed, &by) {
        Ok(new) => actions::edit_round(&app, &by, (id, revision), &new).await,
        Err(errors) => Err(Error::Invalid(errors)),
    };
    if matches!(done, Err(Error::Conflict)) {
        return conflict(&app, (&by, &frame), id, (&typed, &choice)).await;
    }
    answer(done, (&by, &frame), (id, revision), (&typed, &choice))
}

/// The form with all that was typed, and what a colleague saved meanwhile; saved again, it stands.
async fn conflict(
    app: &App,
    (by, frame): (&RsoOfficer, &Frame),
    id: RoundId,
    (typed, choice): (&TypedRound, &Choice),
) -> Result<Response> {
    let round = store::round(&app.db, id).await?.ok_or(Error::NotFound)?;
    let theirs = as_typed(app, by, &round).await?;
    let lists = (choice.types.as_slice(), choice.members.as_slice());
    let conflict = RoundConflict::of(app, id, (&theirs, typed), lists).await?;
    let why = Why { conflict: Some(&conflict), ..Why::default() };
    page((by, frame), (id, round.revision), (typed, choice), &why)
}
