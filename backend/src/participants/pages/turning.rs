//! A centre confirms, postpones or cancels a delivery for which people are put forward.
use axum::extract::State;
use axum::response::Response;

use super::code_in;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Form, Path};
use crate::base::page::Frame;
use crate::deliveries::actions::Edition;
use crate::deliveries::rules::Act;
use crate::deliveries::{self, AboutTurn, Delivery, TurnForm, answered_turn, turn_page};
use crate::identity::TrainingDirector;
use crate::participants::actions;

async fn own(app: &App, by: &TrainingDirector, path: &str) -> Result<Delivery> {
    let own = deliveries::of_centre_by_code(&app.db, by.centre(), &code_in(path)?).await?;
    own.ok_or(Error::NotFound)
}

async fn about<'a>(
    app: &App,
    by: &TrainingDirector,
    (path, act): (&'a str, Act),
) -> Result<AboutTurn<'a>> {
    let known = own(app, by, path).await?;
    let people = match act {
        Act::Confirm => actions::seated(app, by, &known).await?,
        _ => actions::concerned(app, by, &known).await?,
    };
    Ok(AboutTurn { path, act, people })
}

fn edition(path: &str, revision: i32) -> Result<Edition> {
    Ok(Edition { code: code_in(path)?, revision })
}

/// The check page before saying that it takes place.
pub(super) async fn confirmation(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let about = about(&app, &by, (&path, Act::Confirm)).await?;
    turn_page(&app, (&frame, &by), about, (&TurnForm::default(), None)).await
}

/// Says that it takes place.
pub(super) async fn confirm(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<TurnForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let about = about(&app, &by, (&path, Act::Confirm)).await?;
    let done = actions::confirm(&app, &by, &edition).await;
    answered_turn(&app, (&frame, &by), about, (&form, done)).await
}

/// The check page before postponing.
pub(super) async fn postponement(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let known = own(&app, &by, &path).await?;
    let form = TurnForm::of(&deliveries::slots_of(&app.db, &known).await?);
    let about = about(&app, &by, (&path, Act::Postpone)).await?;
    turn_page(&app, (&frame, &by), about, (&form, None)).await
}

/// Postpones.
pub(super) async fn postpone(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<TurnForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let about = about(&app, &by, (&path, Act::Postpone)).await?;
    let done = actions::postpone(&app, &by, &edition, &form.postponement()).await;
    answered_turn(&app, (&frame, &by), about, (&form, done)).await
}

/// The check page before cancelling.
pub(super) async fn cancellation(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let about = about(&app, &by, (&path, Act::Cancel)).await?;
    turn_page(&app, (&frame, &by), about, (&TurnForm::default(), None)).await
}

/// Cancels.
pub(super) async fn cancel(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<TurnForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let about = about(&app, &by, (&path, Act::Cancel)).await?;
    let done = actions::cancel(&app, &by, &edition, &form.reason).await;
    answered_turn(&app, (&frame, &by), about, (&form, done)).await
}
