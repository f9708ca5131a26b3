//! What focal points do with the draft of their sheet.
use super::{by_at, taking_answers};
use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::error::{Error, Result};
use crate::course_nominations::store::{self, Saving};
use crate::identity::FocalPoint;

/// A focal point saves the sheet as typed, unless a deputy saved something else meanwhile; answers
/// its revision. What is saved already is not saved again.
pub async fn save_sheet(app: &App, by: &FocalPoint, saving: Saving<'_>) -> Result<i32> {
    match save_once(app, by, saving).await {
        // Pressed twice at the same moment: who was slower finds it saved.
        Err(Error::Conflict) => save_once(app, by, saving).await,
        answer => answer,
    }
}

async fn save_once(app: &App, by: &FocalPoint, saving: Saving<'_>) -> Result<i32> {
    let tx = app.db.begin().await?;
    store::hold(&tx, saving.round).await?;
    let round = store::invited(&tx, by.state(), saving.round).await?.ok_or(Error::NotFound)?;
    let now = app.clock.now();
    taking_answers(&round, by.capacity(), now)?;
    if let Some(saved) = store::sheet(&tx, by.state(), saving.round).await?
        && saved.typed()? == *saving.answers
    {
        return Ok(saved.revision);
    }
    let by_now = by_at(by.capacity(), now);
    let saved = store::save_sheet(&tx, by.state(), saving, by_now).await?.ok_or(Error::Conflict)?;
    let id = saving.round.to_string();
    let deed = Deed { action: "sheet.save", object: "round", object_id: &id, fields: &["answers"] };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await?;
    Ok(saved)
}
