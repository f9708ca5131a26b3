//! What the script of the sheet is told after it saved: plain words that it shows as they are.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::sheet::progress;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::i18n::{Message, Reader};
use crate::course_nominations::rules::{Answers, Standing};
use crate::course_nominations::store::{self, Desk, Sheet};
use crate::identity::FocalPoint;

/// Three lines where it was saved: the new revision, when, and where the sheet stands now. One
/// line where it was not: why.
pub async fn answer(
    app: &App,
    (by, reader): (&FocalPoint, Reader),
    (desk, typed): (&Desk, &Answers),
    saved: Result<i32>,
) -> Result<Response> {
    let say = |words: Message| reader.locale.say(&words);
    match saved {
        Ok(revision) => {
            let sheet = store::sheet(&app.db, by.state(), desk.round.id).await?;
            let at = Message::new("sheet-saved-at").with("when", reader.time(app.clock.now()));
            let state = Message::new("sheet-state")
                .with("standing", sheet.as_ref().map_or(Standing::Silent, Sheet::standing).label())
                .with("progress", progress(typed, &desk.round));
            Ok(format!("{revision}\n{}\n{}", say(at), say(state)).into_response())
        }
        Err(Error::Conflict) => Ok(not_saved(say("sheet-met".into()))),
        Err(Error::Refused(why)) => Ok(not_saved(say(why))),
        Err(other) => Err(other),
    }
}

fn not_saved(words: String) -> Response {
    (StatusCode::CONFLICT, words).into_response()
}
