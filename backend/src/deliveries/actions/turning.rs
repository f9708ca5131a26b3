//! A Training Director announces a delivery, postpones it or cancels it.
use super::scheduling::{Edition, may_hold, record};
use super::telling::tell;
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::catalogue::Hand;
use crate::catalogue::rules::CourseCode;
use crate::deliveries::emails::Done;
use crate::deliveries::rules::{Act, DeliveryState, Postponement, TypedPostponement, read_reason};
use crate::deliveries::store::seats::seating;
use crate::deliveries::store::{self, Delivery, Moved, Turn};
use crate::identity::TrainingDirector;

/// A Training Director tells those for whom a delivery is that it takes place; without days, that
/// they are to be settled.
#[tracing::instrument(skip_all)]
pub async fn announce(app: &App, by: &TrainingDirector, edition: &Edition) -> Result<()> {
    let tx = app.db.begin().await?;
    let Some(known) = as_read(&tx, by, edition, Act::Announce).await? else { return Ok(()) };
    let course = CourseCode::read(&known.course_code).map_err(|_| Error::NotFound)?;
    may_hold(&tx, by.centre(), &course).await?;
    let today = app.clock.now().with_timezone(&known.time_zone()).date_naive();
    match known.first_day {
        Some(first) if first <= today => return Err(Error::refused("delivery-refused-past")),
        None if known.state == DeliveryState::Postponed => {
            return Err(Error::refused("delivery-refused-no-days"));
        }
        _ => {}
    }
    let state = DeliveryState::once_announced(seating(&tx, &known).await?.is_some());
    let turn = Turn { state, reason: &known.reason, moved: None };
    finish(app, &tx, (by, &known), (&turn, "delivery.announce", Done::Announced)).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// A Training Director says that a delivery takes place. Answers the delivery as it is now; none
/// where it was said before. Whoever calls this tells the people who are put forward, and commits.
pub async fn confirm(
    app: &App,
    tx: &Transaction,
    by: &TrainingDirector,
    edition: &Edition,
) -> Result<Option<Delivery>> {
    let Some(known) = as_read(tx, by, edition, Act::Confirm).await? else { return Ok(None) };
    let turn = Turn { state: DeliveryState::Confirmed, reason: &known.reason, moved: None };
    finish(app, tx, (by, &known), (&turn, "delivery.confirm", Done::Confirmed)).await.map(Some)
}

/// A Training Director gives up the days of a delivery, or moves it to others, and says why.
/// Answers the delivery as it is now; none where it was done before. Whoever calls this tells the
/// people who are put forward, and commits.
pub async fn postpone(
    app: &App,
    tx: &Transaction,
    by: &TrainingDirector,
    (edition, typed): (&Edition, &TypedPostponement),
) -> Result<Option<Delivery>> {
    let Some(known) = as_read(tx, by, edition, Act::Postpone).await? else { return Ok(None) };
    let zone = known.time_zone();
    let today = app.clock.now().with_timezone(&zone).date_naive();
    let read = Postponement::read(typed, zone, (today, known.days()))?;
    if read.days.is_none() && known.days().is_none() {
        return Err(Error::refused("delivery-refused-undated"));
    }
    let turn = Turn {
        state: known.state.once_postponed(read.days.is_some()),
        reason: &read.reason,
        moved: Some(Moved { days: read.days, slots: &read.slots }),
    };
    let done = if read.days.is_some() { Done::Moved } else { Done::Postponed };
    finish(app, tx, (by, &known), (&turn, "delivery.postpone", done)).await.map(Some)
}

/// A Training Director gives a delivery up, and says why. Answers the delivery as it is now; none
/// where it was done before. Whoever calls this tells the people who are put forward, and commits.
pub async fn cancel(
    app: &App,
    tx: &Transaction,
    by: &TrainingDirector,
    (edition, reason): (&Edition, &str),
) -> Result<Option<Delivery>> {
    let Some(known) = as_read(tx, by, edition, Act::Cancel).await? else { return Ok(None) };
    let reason = read_reason(reason)?;
    let turn = Turn { state: DeliveryState::Cancelled, reason: &reason, moved: None };
    finish(app, tx, (by, &known), (&turn, "delivery.cancel", Done::Cancelled)).await.map(Some)
}

/// The own delivery as the person read it, in a state that allows the act; none where a button was
/// pressed twice and it is done already.
async fn as_read(
    tx: &Transaction,
    by: &TrainingDirector,
    edition: &Edition,
    act: Act,
) -> Result<Option<Delivery>> {
    let known = store::to_change(tx, by.centre(), &edition.code).await?.ok_or(Error::NotFound)?;
    let led = match act {
        Act::Announce => {
            matches!(known.state, DeliveryState::Announced | DeliveryState::Nominating)
        }
        Act::Confirm => known.state == DeliveryState::Confirmed,
        Act::Postpone => known.state == DeliveryState::Postponed,
        Act::Cancel => known.state == DeliveryState::Cancelled,
        Act::Edit => false,
    };
    if led && known.revision == edition.revision + 1 {
        return Ok(None);
    }
    known.state.allows(act).map_err(Error::Refused)?;
    if known.revision == edition.revision { Ok(Some(known)) } else { Err(Error::Conflict) }
}

/// Takes the turn, tells of it where it was or is announced, and leaves the entry.
async fn finish(
    app: &App,
    tx: &Transaction,
    (by, known): (&TrainingDirector, &Delivery),
    (turn, action, done): (&Turn<'_>, &'static str, Done),
) -> Result<Delivery> {
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    store::turn(tx, known, turn, hand).await?;
    let now = store::of_id(tx, by.centre(), known.id).await?.ok_or(Error::NotFound)?;
    if now.is_announced() {
        tell(app, tx, (by, &now), done).await?;
    }
    let fields: &[&str] = match done {
        Done::Announced | Done::Confirmed => &["state"],
        Done::Postponed | Done::Moved => &["state", "days", "reason"],
        Done::Cancelled => &["state", "reason"],
    };
    record(tx, hand, &by.by(), (action, known.id, fields)).await?;
    Ok(now)
}
