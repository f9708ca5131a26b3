//! What the RSO does with rounds.
use chrono::{DateTime, Utc};

use super::by_at;
use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::RoundId;
use crate::course_nominations::rules::{NewRound, RoundState};
use crate::course_nominations::store::{self, Round};
use crate::identity::RsoOfficer;

/// The RSO prepares a round; pressed twice, it is prepared once.
pub async fn create_round(app: &App, by: &RsoOfficer, id: RoundId, new: &NewRound) -> Result<()> {
    let tx = app.db.begin().await?;
    if store::round(&tx, id).await?.is_some() {
        return Ok(());
    }
    free_title(&tx, id, new).await?;
    let now = app.clock.now();
    if !store::save_round(&tx, (id, 0), new, by_at(by.capacity(), now)).await? {
        // Pressed twice at the same moment, or a colleague was faster with the title.
        return if store::round(&tx, id).await?.is_some() { Ok(()) } else { Err(taken()) };
    }
    let id = id.to_string();
    let deed = Deed { action: "round.create", object: "round", object_id: &id, fields: &[] };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await
}

/// The RSO changes a round that is not open yet.
pub async fn edit_round(
    app: &App,
    by: &RsoOfficer,
    (id, revision): (RoundId, i32),
    new: &NewRound,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let round = store::round_to_change(&tx, id).await?.ok_or(Error::NotFound)?;
    if round.state != RoundState::Draft {
        return Err(Error::refused("round-refused-edit"));
    }
    if round.revision != revision {
        // Pressed twice, it says already what it is to say.
        let done = store::round_says(&tx, &round, new).await?;
        return if done { Ok(()) } else { Err(Error::Conflict) };
    }
    free_title(&tx, id, new).await?;
    let now = app.clock.now();
    if !store::save_round(&tx, (id, revision), new, by_at(by.capacity(), now)).await? {
        return Err(Error::Conflict);
    }
    let fields = ["title", "horizon", "dates", "course_types", "members"];
    let id = id.to_string();
    let deed = Deed { action: "round.edit", object: "round", object_id: &id, fields: &fields };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await
}

async fn free_title(tx: &Transaction, id: RoundId, new: &NewRound) -> Result<()> {
    if store::title_is_taken(tx, id, &new.title).await? { Err(taken()) } else { Ok(()) }
}

fn taken() -> Error {
    let mut errors = FieldErrors::default();
    errors.add("title", "round-title-taken");
    errors.into()
}

/// The RSO opens a round: from now on the members invited can answer.
pub async fn open_round(app: &App, by: &RsoOfficer, id: RoundId) -> Result<()> {
    go_on(app, by, id, RoundState::Open).await
}

/// The RSO closes a round: from now on its figures stand.
pub async fn close_round(app: &App, by: &RsoOfficer, id: RoundId) -> Result<()> {
    go_on(app, by, id, RoundState::Closed).await
}

/// Takes a round one step on; where it is there already, nothing happens.
async fn go_on(app: &App, by: &RsoOfficer, id: RoundId, next: RoundState) -> Result<()> {
    let tx = app.db.begin().await?;
    let round = store::round_to_change(&tx, id).await?.ok_or(Error::NotFound)?;
    if round.state == next {
        return Ok(());
    }
    let now = app.clock.now();
    may_go_on(&round, next, now)?;
    if !store::set_state(&tx, &round, next, by_at(by.capacity(), now)).await? {
        return Err(Error::Conflict);
    }
    let action = if next == RoundState::Open { "round.open" } else { "round.close" };
    let id = id.to_string();
    let deed = Deed { action, object: "round", object_id: &id, fields: &["state"] };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await
}

fn may_go_on(round: &Round, next: RoundState, now: DateTime<Utc>) -> Result<()> {
    if !round.state.may_become(next) {
        return Err(Error::refused("round-refused-step"));
    }
    if next == RoundState::Open && round.closes_at <= now {
        return Err(Error::refused("round-refused-past"));
    }
    Ok(())
}
