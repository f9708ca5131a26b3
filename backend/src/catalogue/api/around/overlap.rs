//! Similar courses of other centres for programs.
use axum::extract::State;

use super::super::courses::{code_in, own};
use super::shapes::{DismissalBody, Overlap, PairBody};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::catalogue::actions;
use crate::identity::{CentreStaff, TrainingDirector};

/// What the course is similar to.
pub async fn list(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Json<Overlap>> {
    answer(&app, &by, &path).await
}

/// Dismisses a pair.
pub async fn dismiss(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<DismissalBody>,
) -> Result<Json<Overlap>> {
    let pair = (body.course.as_str(), body.reason.as_str());
    actions::dismiss(&app, &by, &code_in(&path)?, pair).await.map_err(pointed)?;
    answer(&app, &by.as_staff(), &path).await
}

/// Takes a dismissal back.
pub async fn take_back(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<PairBody>,
) -> Result<Json<Overlap>> {
    let back = actions::take_back(&app, &by, &code_in(&path)?, &body.course).await;
    back.map_err(pointed)?;
    answer(&app, &by.as_staff(), &path).await
}

async fn answer(app: &App, by: &CentreStaff, path: &str) -> Result<Json<Overlap>> {
    let course = own(app, by.centre(), &code_in(path)?).await?;
    let similar = actions::similar(app, by, &course).await?;
    Ok(Json(Overlap { items: similar.into_iter().map(Into::into).collect(), next: None }))
}

fn pointed(error: Error) -> Error {
    let name = |field: &str| if field == "with" { "/course".into() } else { format!("/{field}") };
    match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(name)),
        other => other,
    }
}
