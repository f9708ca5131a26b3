//! Proposals for programs.
use axum::extract::State;
use chrono::{DateTime, Utc};

use super::super::courses::{code_in, draft, own};
use super::super::reading::pointed;
use super::super::shapes::{CourseOut, PublicationBody};
use super::shapes::{ReturnBody, WaitingOut};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, Stated, outdated};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::CourseId;
use crate::catalogue::actions::{self, Edition, Waiting};
use crate::identity::{CentreScope, CentreStaff, TrainingDirector};

/// Proposes the draft.
pub async fn propose(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(body): Json<PublicationBody>,
) -> Result<Stated<CourseOut>> {
    let edition = edition(&app, by.centre(), &path, &condition).await?;
    let done = actions::propose(&app, &by, &edition, &body.note).await;
    done.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(pointed(faults)),
        other => other,
    })?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}

/// Sends the proposal back.
pub async fn send_back(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(body): Json<ReturnBody>,
) -> Result<Stated<CourseOut>> {
    let edition = edition(&app, by.centre(), &path, &condition).await?;
    let done = actions::send_back(&app, &by, &edition, &body.wanted).await;
    done.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(|field| format!("/{field}"))),
        other => other,
    })?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}

/// Takes the proposal back.
pub async fn withdraw(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
) -> Result<Stated<CourseOut>> {
    let edition = edition(&app, by.centre(), &path, &condition).await?;
    actions::withdraw(&app, &by, &edition).await.map_err(outdated)?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}

async fn edition(
    app: &App,
    scope: CentreScope,
    path: &str,
    condition: &Condition,
) -> Result<Edition> {
    let code = code_in(path)?;
    let revision = condition.revision(own(app, scope, &code).await?.revision)?;
    Ok(Edition { code, revision })
}

/// What waits for the Training Directors of the own centre.
pub async fn list(
    by: CentreStaff,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<Items<WaitingOut>>> {
    let paging = asked.paging::<(DateTime<Utc>, CourseId)>("proposals");
    let paging = asked.done(paging)?;
    let rows = actions::waiting_after(&app, &by, (paging.after().copied(), paging.rows())).await?;
    let key = |one: &Waiting| (one.proposal.proposed_at, one.course.id);
    Ok(Json(paging.page(&app, rows, (key, WaitingOut::from))?))
}
