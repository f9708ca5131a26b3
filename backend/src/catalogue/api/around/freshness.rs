//! Courses that are still right, and those that nobody has verified for long, for programs.
use axum::extract::State;

use super::super::courses::{code_in, draft, own};
use super::super::shapes::CourseOut;
use super::shapes::StaleCourseOut;
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, Stated, outdated};
use crate::base::error::Result;
use crate::base::extract::{Json, Path};
use crate::catalogue::actions::{self, Edition};
use crate::catalogue::store::{StaleCourse, StalePage};
use crate::identity::{CourseKeeper, TrainingDirector};

/// Says that the course is still right.
pub async fn verify(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
) -> Result<Stated<CourseOut>> {
    let edition = edition(&app, &by, &path, &condition).await?;
    actions::verify(&app, &by, &edition).await.map_err(outdated)?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}

/// Takes that back.
pub async fn unverify(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
) -> Result<Stated<CourseOut>> {
    let edition = edition(&app, &by, &path, &condition).await?;
    actions::unverify(&app, &by, &edition).await.map_err(outdated)?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}

async fn edition(
    app: &App,
    by: &TrainingDirector,
    path: &str,
    condition: &Condition,
) -> Result<Edition> {
    let code = code_in(path)?;
    let revision = condition.revision(own(app, by.centre(), &code).await?.revision)?;
    Ok(Edition { code, revision })
}

/// The courses that nobody has verified for a year.
pub async fn stale(
    by: CourseKeeper,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<Items<StaleCourseOut>>> {
    let centre = asked.one("centre", 40);
    let paging = asked.paging::<(String, String)>("stale_courses");
    let paging = asked.done(paging)?;
    let page =
        StalePage { centre, after: paging.after().cloned(), skipped: 0, most: paging.rows() };
    let rows = actions::stale(&app, &by, &page).await?;
    let key = |course: &StaleCourse| (course.centre_code.clone(), course.code.clone());
    Ok(Json(paging.page(&app, rows, (key, StaleCourseOut::from))?))
}
