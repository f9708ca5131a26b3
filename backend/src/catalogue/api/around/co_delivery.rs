//! Delivering a course together, for programs.
use axum::extract::State;

use super::super::courses::code_in;
use super::shapes::{CentreBody, CoDeliveries, CoDeliveryOut, EndBody, InvitationBody, ReasonBody};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::catalogue::actions::{self, Desk, Line};
use crate::catalogue::rules::{CoDeliveryState, CoDeliveryStep as Step, Offering, may_schedule};
use crate::catalogue::store::CoDelivery;
use crate::identity::{CentreStaff, TrainingDirector};
use crate::organisations::Organisation;

/// Who delivers the course, and who was asked.
pub async fn list(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Json<CoDeliveries>> {
    let desk = actions::desk(&app, &by, &code_in(&path)?).await?;
    let items = desk.lines.iter().map(|(row, centre)| shown(&desk, row, centre)).collect();
    Ok(Json(CoDeliveries { items, next: None }))
}

fn shown(desk: &Desk, row: &CoDelivery, centre: &Organisation) -> CoDeliveryOut {
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let accepted = row.state == CoDeliveryState::Accepted;
    let partners = accepted.then_some(row.centre_id).into_iter().collect();
    let (state, owner) = (desk.course.state, desk.course.centre_id);
    CoDeliveryOut {
        course: desk.course.code.clone(),
        owner: desk.owner.code.clone(),
        centre: centre.code.clone(),
        state: row.state,
        message: said(&row.message),
        reason: said(&row.reason),
        since: row.state_since,
        may_schedule: may_schedule(&Offering { state, owner, partners }, row.centre_id),
    }
}

/// The line after a step.
async fn answer(
    app: &App,
    by: &TrainingDirector,
    path: &str,
    done: Result<CoDelivery>,
) -> Result<Json<CoDeliveryOut>> {
    let row = done.map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(|field| format!("/{field}"))),
        other => other,
    })?;
    let desk = actions::desk(app, &by.as_staff(), &code_in(path)?).await?;
    let line = desk.lines.iter().find(|(known, _)| known.centre_id == row.centre_id);
    let (row, centre) = line.ok_or(Error::NotFound)?;
    Ok(Json(shown(&desk, row, centre)))
}

async fn step(
    app: &App,
    by: &TrainingDirector,
    path: &str,
    (centre, step, reason): (Option<&str>, Step, &str),
) -> Result<Json<CoDeliveryOut>> {
    let code = code_in(path)?;
    let line = Line { code: &code, centre, revision: None };
    let done = actions::answer(app, by, &line, (step, reason)).await;
    answer(app, by, path, done).await
}

/// Asks another centre.
pub async fn invite(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<InvitationBody>,
) -> Result<Json<CoDeliveryOut>> {
    let asked = (body.centre.as_str(), body.message.as_str());
    let done = actions::invite(&app, &by, &code_in(&path)?, asked).await;
    answer(&app, &by, &path, done).await
}

/// The centre that was asked accepts.
pub async fn accept(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Json<CoDeliveryOut>> {
    step(&app, &by, &path, (None, Step::Accept, "")).await
}

/// The centre that was asked declines.
pub async fn decline(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<ReasonBody>,
) -> Result<Json<CoDeliveryOut>> {
    step(&app, &by, &path, (None, Step::Decline, &body.reason)).await
}

/// The owner takes an invitation back.
pub async fn withdraw(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<CentreBody>,
) -> Result<Json<CoDeliveryOut>> {
    step(&app, &by, &path, (Some(&body.centre), Step::Withdraw, "")).await
}

/// Either of the two ends it.
pub async fn end(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<EndBody>,
) -> Result<Json<CoDeliveryOut>> {
    let centre = Some(body.centre.as_str()).filter(|centre| !centre.is_empty());
    step(&app, &by, &path, (centre, Step::End, &body.reason)).await
}
