//! A Training Director shares published seats otherwise.
use std::collections::BTreeSet;

use super::sharing::uneven;
use super::telling::tell_states;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::OrganisationId;
use crate::catalogue::Hand;
use crate::deliveries::actions::scheduling::{Edition, members_by_code, record};
use crate::deliveries::emails::SeatsNews;
use crate::deliveries::rules::DeliveryCode;
use crate::deliveries::rules::seats::{Books, SeatAct, TypedSeats, read_seats};
use crate::deliveries::store::seats::{Kept, Saving, kept_of_centre, save, to_share};
use crate::deliveries::store::{self, Delivery};
use crate::identity::TrainingDirector;

/// A State with its seats before and after.
pub type SeatsChange = (OrganisationId, i32, i32);

/// Whether the published seats of a delivery may be shared otherwise.
fn may_change(known: &Delivery, kept: Option<Kept>) -> Result<Kept> {
    let kept = kept.filter(Kept::is_published);
    let kept = kept.ok_or_else(|| Error::refused("seats-refused-not-published"))?;
    SeatAct::Change.allowed_in(known.state).map_err(Error::Refused)?;
    if known.is_national() {
        return Err(Error::refused("seats-refused-national"));
    }
    Ok(kept)
}

/// The States whose seats two books give differently.
pub(super) fn changes(before: &Books, after: &Books) -> Vec<SeatsChange> {
    let members: BTreeSet<_> = before.quotas.keys().chain(after.quotas.keys()).copied().collect();
    let change = |member| (member, before.of(member).held, after.of(member).held);
    members.into_iter().map(change).filter(|(_, before, after)| before != after).collect()
}

/// What a Training Director would change, for looking at before it is done: the books as they are,
/// and each State whose seats become others.
pub async fn seats_change(
    app: &App,
    by: &TrainingDirector,
    code: &DeliveryCode,
    typed: &TypedSeats,
) -> Result<(Kept, Vec<SeatsChange>)> {
    let known = store::of_centre_by_code(&app.db, by.centre(), code).await?;
    let known = known.ok_or(Error::NotFound)?;
    let kept = may_change(&known, kept_of_centre(&app.db, &known, by.centre()).await?)?;
    let read = read_seats(typed, &members_by_code(app).await?, &kept.books)?;
    let mut books = kept.books.clone();
    books.share(&read.seats).map_err(|_| uneven())?;
    let changes = changes(&kept.books, &books);
    Ok((kept, changes))
}

/// A Training Director gives States more or fewer of the published seats, never fewer than people
/// of theirs have. Each of them is told what it held and holds.
#[tracing::instrument(skip_all)]
pub async fn change_seats(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    typed: &TypedSeats,
) -> Result<i32> {
    let members = members_by_code(app).await?;
    let tx = app.db.begin().await?;
    let known = store::to_change(&tx, by.centre(), &edition.code).await?.ok_or(Error::NotFound)?;
    let before = may_change(&known, to_share(&tx, &known).await?)?;
    let read = read_seats(typed, &members, &before.books)?;
    let same = before.books.shares() == read.seats;
    if same && before.agency_limit == read.agency_limit {
        return Ok(before.revision);
    }
    if before.revision != edition.revision {
        return Err(Error::Conflict);
    }
    let sharing = if same { before.sharing } else { read.sharing.settled(&read.seats, &[]) };
    let mut now = Kept { sharing, agency_limit: read.agency_limit, ..before.clone() };
    now.books.share(&read.seats).map_err(|_| uneven())?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    save(&tx, &now, Saving::Shares, hand).await?;
    let told = changes(&before.books, &now.books).into_iter();
    let told = told.map(|(member, before, held)| (member, SeatsNews::Changed { before, held }));
    let told: Vec<_> = told.collect();
    tell_states(app, &tx, (by.capacity(), &known, before.revision + 1), &told).await?;
    record(&tx, hand, &by.by(), ("delivery.change_seats", known.id, &["seats"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(before.revision + 1)
}
