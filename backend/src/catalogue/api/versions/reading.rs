//! Versions and copies for programs.
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::super::courses::{code_in, draft, own};
use super::super::shapes::CourseOut;
use super::shapes::{ChangeOut, CopyBody, VersionOut, VersionSummary};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, NewId, ROOT, Stated, outdated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::i18n::Locale;
use crate::base::ids::CourseId;
use crate::catalogue::actions::{self, Edition, VersionSide as Side};
use crate::catalogue::rules::{CourseCode, Row, rows};
use crate::catalogue::store::{Version, versions};
use crate::identity::{CentreStaff, Visitor};

/// The versions of a course, the newest first.
pub async fn list(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
    mut asked: Asked,
) -> Result<Json<Items<VersionSummary>>> {
    let paging = asked.paging::<i32>("versions");
    let paging = asked.done(paging)?;
    let (course, _) = actions::readable(&app, &by, &code_in(&path)?).await?;
    let stretch = (paging.after().copied(), paging.rows());
    let found = versions::before(&app.db, course.id, stretch).await?;
    let number = |version: &Version| version.number;
    Ok(Json(paging.page(&app, found, (number, VersionSummary::from))?))
}

/// A version.
pub async fn show(
    by: Visitor,
    State(app): State<App>,
    Path((path, number)): Path<(String, String)>,
) -> Result<Json<VersionOut>> {
    let (course, _) = actions::readable(&app, &by, &code_in(&path)?).await?;
    let version = versions::of_number(&app.db, course.id, number_in(&number)?).await?;
    let Version { number, change_note, published_at } = version.ok_or(Error::NotFound)?;
    let content = versions::content_of(&app.db, course.id, number).await?.into();
    Ok(Json(VersionOut { number, change_note, published_at, content }))
}

fn number_in(path: &str) -> Result<i32> {
    path.parse().ok().filter(|number| *number > 0).ok_or(Error::NotFound)
}

/// What differs between two texts of a course.
pub async fn differences(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
    mut asked: Asked,
) -> Result<Json<Items<ChangeOut>>> {
    let sides = (asked.choice("from", Side::read), asked.choice("to", Side::read));
    let paging = asked.paging::<usize>("differences");
    let paging = asked.done(paging)?;
    let compared = actions::compare(&app, &by, &code_in(&path)?, sides).await?;
    let all = rows(&compared.differences, Locale::english());
    let start = paging.after().map_or(0, |place| place + 1);
    let most = usize::try_from(paging.rows()).unwrap_or(usize::MAX);
    let rows: Vec<_> = all.iter().enumerate().skip(start).take(most).collect();
    let place = |(place, _): &(usize, &Row)| *place;
    Ok(Json(paging.page(&app, rows, (place, |(_, row)| ChangeOut::from(row)))?))
}

/// Makes an old version the draft.
pub async fn restore(
    by: CentreStaff,
    State(app): State<App>,
    Path((path, number)): Path<(String, String)>,
    condition: Condition,
) -> Result<Stated<CourseOut>> {
    let (code, number) = (code_in(&path)?, number_in(&number)?);
    let revision = condition.required(own(&app, by.centre(), &code).await?.revision)?;
    let edition = Edition { code, revision };
    actions::restore(&app, &by, &edition, number).await.map_err(outdated)?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}

/// Begins another course from one of the own centre.
pub async fn copy(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    id: NewId,
    Json(body): Json<CopyBody>,
) -> Result<Response> {
    let from = own(&app, by.centre(), &code_in(&path)?).await?;
    let code = CourseCode::read(&body.code).map_err(|message| {
        let mut errors = FieldErrors::default();
        errors.add("/code", message);
        Error::from(errors)
    })?;
    let done = actions::copy(&app, &by, &code_in(&from.code)?, (CourseId(id.0), &code)).await;
    done.map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(|field| format!("/{field}"))),
        other => other,
    })?;
    let made = draft(&app, own(&app, by.centre(), &code).await?).await?;
    let location = [(header::LOCATION, format!("{ROOT}/courses/{code}"))];
    Ok((StatusCode::CREATED, location, made).into_response())
}
