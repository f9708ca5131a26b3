//! The modules of the own centre, for programs.
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::shapes::{ChangeBody, ModuleBody, ModuleOut, ModuleUseOut, ModuleVersionOut};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, NewId, ROOT, Stated, outdated};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::ModuleId;
use crate::catalogue::actions::{self, Changed, CourseOfModule, SentModule};
use crate::catalogue::store::{ListedModule, ModulePage, ModuleVersion, NewModule};
use crate::identity::{CentreStaff, TrainingDirector};

/// The modules of the centre.
pub async fn list(
    by: CentreStaff,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<Items<ModuleOut>>> {
    let words = asked.one("q", 200).unwrap_or_default();
    let paging = asked.paging::<String>("modules");
    let paging = asked.done(paging)?;
    let (after, most) = (paging.after().cloned(), paging.rows());
    let page = ModulePage { words, after, most, ..ModulePage::default() };
    let rows = actions::list_modules(&app, &by, &page).await?;
    let key = |listed: &ListedModule| listed.module.code.clone();
    Ok(Json(paging.page(&app, rows, (key, ModuleOut::from))?))
}

/// Adds a module.
pub async fn create(
    by: CentreStaff,
    State(app): State<App>,
    id: NewId,
    Json(body): Json<ModuleBody>,
) -> Result<Response> {
    let id = ModuleId(id.0);
    let module = body.form().read().map_err(|faults| pointed(faults.into()))?;
    let made = actions::create_module(&app, &by, &NewModule { id, module }).await;
    made.map_err(pointed)?;
    let location = [(header::LOCATION, format!("{ROOT}/modules/{id}"))];
    Ok((StatusCode::CREATED, location, opened(&app, &by, id).await?).into_response())
}

/// A module of the centre.
pub async fn show(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
) -> Result<Stated<ModuleOut>> {
    opened(&app, &by, id).await
}

async fn opened(app: &App, by: &CentreStaff, id: ModuleId) -> Result<Stated<ModuleOut>> {
    let opened = actions::open_module(app, by, id).await?;
    Ok(Stated { revision: opened.row.revision, body: opened.into() })
}

/// The versions of a module.
pub async fn versions(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
    mut asked: Asked,
) -> Result<Json<Items<ModuleVersionOut>>> {
    let paging = asked.paging::<i32>("module_versions");
    let paging = asked.done(paging)?;
    let stretch = (paging.after().copied(), paging.rows());
    let rows = actions::module_versions(&app, &by, id, stretch).await?;
    let key = |version: &ModuleVersion| version.number;
    Ok(Json(paging.page(&app, rows, (key, ModuleVersionOut::from))?))
}

/// Makes another version.
pub async fn change(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
    condition: Condition,
    Json(body): Json<ChangeBody>,
) -> Result<Stated<ModuleOut>> {
    let now = actions::open_module(&app, &by, id).await?;
    condition.required(now.row.revision)?;
    let form = body.over(&now.newest.module);
    let base = now.newest.number;
    let sent = SentModule { id, base, form: &form, note: &body.note, given_up: &[] };
    match actions::change_module(&app, &by, &sent).await.map_err(outdated).map_err(pointed)? {
        Changed::Version(_) => opened(&app, &by, id).await,
        Changed::Clash(_) => Err(Error::Outdated),
    }
}

/// The courses that use a module.
pub async fn courses(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
    mut asked: Asked,
) -> Result<Json<Items<ModuleUseOut>>> {
    let paging = asked.paging::<String>("module_courses");
    let paging = asked.done(paging)?;
    let after = paging.after().cloned().unwrap_or_default();
    let rows = actions::courses_of_module(&app, &by, id, (&after, paging.rows())).await?;
    let key = |one: &CourseOfModule| one.course.code.clone();
    Ok(Json(paging.page(&app, rows, (key, ModuleUseOut::from))?))
}

/// Gives a module up for new courses.
pub async fn retire(
    by: TrainingDirector,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
) -> Result<Stated<ModuleOut>> {
    actions::retire_module(&app, &by, id, true).await?;
    opened(&app, &by.as_staff(), id).await
}

/// Takes that back.
pub async fn take_back(
    by: TrainingDirector,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
) -> Result<Stated<ModuleOut>> {
    actions::retire_module(&app, &by, id, false).await?;
    opened(&app, &by.as_staff(), id).await
}

/// The faults by their pointers.
fn pointed(error: Error) -> Error {
    match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(|field| format!("/{field}"))),
        other => other,
    }
}
