//! The modules of the draft of a course, for programs.
use axum::extract::State;

use super::super::courses::{code_in, draft, own};
use super::super::shapes::CourseOut;
use super::shapes::{CourseModules, TakeBody};
use crate::base::App;
use crate::base::api::{Condition, Stated, outdated};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::catalogue::actions::{self, Edition};
use crate::identity::CentreStaff;

/// The modules of a draft, each with where it stands.
pub async fn list(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Json<CourseModules>> {
    let content = own(&app, by.centre(), &code_in(&path)?).await?.content()?;
    let standings = actions::standings(&app, &by, &content).await?;
    let items = standings.into_iter().map(Into::into).collect();
    Ok(Json(CourseModules { items, next: None }))
}

/// Takes the newest version of a module into a draft.
pub async fn take(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(body): Json<TakeBody>,
) -> Result<Stated<CourseOut>> {
    let code = code_in(&path)?;
    let revision = condition.revision(own(&app, by.centre(), &code).await?.revision)?;
    let edition = Edition { code, revision };
    let taken = actions::take_module(&app, &by, &edition, &body.module).await;
    taken.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(|_| "/module".to_owned())),
        other => other,
    })?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}
