//! Decisions of a centre for programs.
use axum::extract::State;

use super::bodies::{DecisionBody, pointed};
use super::nominations::unique;
use super::shapes::DecisionOut;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::deliveries::rules::DeliveryCode;
use crate::identity::TrainingDirector;
use crate::participants::actions::{self, Deciding};

/// Decides on people.
pub async fn decide(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<DecisionBody>,
) -> Result<Json<DecisionOut>> {
    let code = DeliveryCode::read(&path).ok_or(Error::NotFound)?;
    let deciding = Deciding { nominations: unique(&body.nominations), typed: body.typed() };
    let people = actions::decide(&app, &by, &code, &deciding).await.map_err(pointed)?;
    Ok(Json(DecisionOut { people }))
}
