//! Postponing and cancelling for programs.
use axum::extract::State;

use crate::base::App;
use crate::base::api::Condition;
use crate::base::error::Result;
use crate::base::extract::{Json, Path};
use crate::deliveries::{Answer, CancellationBody, PostponementBody, edition_read, turned};
use crate::identity::TrainingDirector;
use crate::participants::actions;

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
