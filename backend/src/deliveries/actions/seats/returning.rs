//! A State returns seats for which it has nobody.
use super::telling::tell_centre;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::catalogue::Hand;
use crate::deliveries::actions::scheduling::record;
use crate::deliveries::emails::SeatsNews;
use crate::deliveries::rules::seats::{SeatAct, TypedReturn, read_return};
use crate::deliveries::rules::{Deadline, DeliveryCode};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::{Kept, held_for_change, to_share, turn_back};
use crate::identity::FocalPoint;
use crate::organisations;

/// Whether a State may return seats of a delivery now: until names are final.
pub fn may_return(app: &App, known: &Delivery) -> Result<()> {
    SeatAct::TurnBack.allowed_in(known.state).map_err(Error::Refused)?;
    if known.is_national() {
        return Err(Error::refused("seats-refused-all-yours"));
    }
    let first = known.first_day.map(|first| known.deadlines().moments(known.time_zone(), first));
    let freeze = first.into_iter().flatten().find(|(deadline, _)| *deadline == Deadline::Freeze);
    match freeze {
        Some((_, at)) if at < app.clock.now() => Err(Error::refused("seats-refused-frozen")),
        _ => Ok(()),
    }
}

/// A focal point returns free seats of their State to the reserve; the Training Directors of the
/// centre are told. `seen` is how many were free when the person looked, so that a button that is
/// pressed twice returns them once.
#[tracing::instrument(skip_all)]
pub async fn return_seats(
    app: &App,
    by: &FocalPoint,
    (code, seen): (&DeliveryCode, Option<i32>),
    typed: &TypedReturn,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let known = held_for_change(&tx, by.state().into(), code).await?.ok_or(Error::NotFound)?;
    let kept = to_share(&tx, &known).await?.filter(Kept::is_published);
    let kept = kept.ok_or_else(|| Error::refused("seats-refused-not-published"))?;
    may_return(app, &known)?;
    let free = kept.books.of(by.state().id()).free();
    if seen.is_some_and(|seen| seen != free) {
        return Err(Error::Conflict);
    }
    if free == 0 {
        return Err(Error::refused("seats-refused-none-free"));
    }
    let (seats, reason) = read_return(typed, free)?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    if !turn_back(&tx, &known, by.state(), (seats, &reason), hand).await? {
        return Err(Error::Conflict);
    }
    let centre = organisations::by_id(&tx, known.centre_id).await?.ok_or(Error::NotFound)?;
    let member = &by.capacity().organisation().name;
    let news = SeatsNews::Returned { member, seats, reason: &reason };
    tell_centre(app, &tx, (&known, &centre.name), (kept.revision + 1, news)).await?;
    record(&tx, hand, &by.by(), ("delivery.return_seats", known.id, &["seats"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}
