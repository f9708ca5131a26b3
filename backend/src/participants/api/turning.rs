//! Confirming, postponing and cancelling for programs.
use axum::extract::State;

use crate::base::App;
use crate::base::api::Condition;
use crate::base::error::Result;
use crate::base::extract::{Json, Path};
use crate::deliveries::rules::DeliveryState;
use crate::deliveries::{self, Answer, CancellationBody, PostponementBody, edition_read, turned};
use crate::identity::TrainingDirector;
use crate::participants::actions;

/// Says that a delivery takes place.
pub async fn confirm(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
) -> Result<Answer> {
    let edition = edition_read(&app, &by, &path, &condition).await?;
    let known = deliveries::of_centre_by_code(&app.db, by.centre(), &edition.code).await?;
    // What is confirmed already says so, to a program that does not say otherwise.
    let confirmed = known.is_some_and(|one| one.state == DeliveryState::Confirmed);
    if condition == Condition::None && confirmed {
        return turned(&app, &by, (&edition, Ok(()))).await;
    }
    let done = actions::confirm(&app, &by, &edition).await;
    turned(&app, &by, (&edition, done)).await
}

/// Postpones a delivery.
pub async fn postpone(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(body): Json<PostponementBody>,
) -> Result<Answer> {
    let edition = edition_read(&app, &by, &path, &condition).await?;
    let done = actions::postpone(&app, &by, &edition, &body.typed()).await;
    turned(&app, &by, (&edition, done)).await
}

/// Cancels a delivery.
pub async fn cancel(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(body): Json<CancellationBody>,
) -> Result<Answer> {
    let edition = edition_read(&app, &by, &path, &condition).await?;
    let done = actions::cancel(&app, &by, &edition, &body.reason).await;
    turned(&app, &by, (&edition, done)).await
}
