//! Seats that come free are offered to whoever waits, in the published order; offers that nobody
//! answers run out.
use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use super::record_list;
use super::waiting::{line_up, undecided};
use crate::base::App;
use crate::base::audit::By;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::catalogue::Hand;
use crate::deliveries::rules::seats::Books;
use crate::deliveries::rules::{Deadline, DeliveryState};
use crate::deliveries::{self, Delivery};
use crate::participants::emails;
use crate::participants::rules::{
    FreeSeats, MOST_OFFERS, ParticipantState, Pick, offered_until, own_people_first, picks,
};
use crate::participants::store::{self, Nomination};

/// Which seats are looked at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Freed<'a> {
    /// Those that people of these States have just left, a State for each.
    By(&'a [OrganisationId]),
    /// All that are for whoever is next.
    Any,
}

/// Offers free seats to those who wait. Until seats are taken back what somebody leaves is for the
/// people of the same State; from then on every free seat is for whoever is next, but for those
/// that are kept for people on whom the centre has still to decide. Answers how many are offered.
pub(super) async fn offer_free(
    app: &App,
    tx: &Transaction,
    (delivery, freed): (&Delivery, Freed<'_>),
    hand: Hand,
) -> Result<usize> {
    let Some(until) = offers_hold_until(delivery, hand.at) else { return Ok(0) };
    let people = store::with_centre(tx, delivery).await?;
    let undecided = undecided(&people);
    let own_first = own_people_first(&delivery.due(), delivery.is_national(), hand.at);
    if !own_first {
        deliveries::recall(tx, delivery, &undecided, hand).await?;
    }
    let (waiting, seated) = line_up(&people);
    let books = deliveries::books_of(tx, delivery).await?;
    let Some(books) = books.filter(|_| !waiting.is_empty()) else { return Ok(0) };
    let free = match freed {
        Freed::By(members) if own_first => FreeSeats::OfStates(spare(&books, &undecided, members)),
        Freed::Any if own_first => return Ok(0),
        Freed::By(_) | Freed::Any => {
            let open = books.free_in_all() - undecided.values().sum::<i32>();
            FreeSeats::Open(usize::try_from(open).unwrap_or_default())
        }
    };
    let picks = picks(waiting, seated, free);
    offer(app, tx, (delivery, until), (&people, &picks), hand).await?;
    Ok(picks.len())
}

/// Until when an offer that is made now holds; none where none is made.
fn offers_hold_until(delivery: &Delivery, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let begins = delivery.begins().filter(|_| delivery.state.takes_people())?;
    offered_until(&delivery.due(), begins, now)
}

/// Of the seats that people of these States have left, those that are not kept for others of them.
fn spare(
    books: &Books,
    undecided: &BTreeMap<OrganisationId, i32>,
    left: &[OrganisationId],
) -> BTreeMap<OrganisationId, usize> {
    let mut spare: BTreeMap<OrganisationId, usize> = BTreeMap::new();
    for member in left {
        *spare.entry(*member).or_default() += 1;
    }
    for (member, seats) in &mut spare {
        let free = books.of(*member).free() - undecided.get(member).copied().unwrap_or(0);
        *seats = (*seats).min(usize::try_from(free).unwrap_or_default());
    }
    spare
}

async fn offer(
    app: &App,
    tx: &Transaction,
    (delivery, until): (&Delivery, DateTime<Utc>),
    (people, picks): (&[Nomination], &[Pick]),
    hand: Hand,
) -> Result<()> {
    let people: HashMap<_, _> = people.iter().map(|one| (one.id, one)).collect();
    let chosen = |pick: &Pick| people.get(&pick.next.id).copied().ok_or(Error::Conflict);
    let seats: Vec<_> = picks.iter().map(|one| (one.next.member, one.next.id.0)).collect();
    deliveries::offer_seats(tx, delivery, &seats, hand).await?;
    let mut offered = Vec::new();
    for pick in picks {
        let one = chosen(pick)?;
        store::offer(tx, &[one], (pick.why, until), hand).await?;
        store::note_skips(tx, one, &pick.passed, hand).await?;
        offered.push(one);
    }
    emails::offered(app, tx, (delivery, until), &offered).await
}

/// Brings to an end what nobody has answered in time for a delivery, and offers the seats to
/// others. Whoever had one such offer is on the waiting list again; who had two is offered none any
/// more. False where another instance was here before.
pub(super) async fn run_out(app: &App, id: DeliveryId) -> Result<bool> {
    let hand = Hand { at: app.clock.now(), by: None };
    let tx = app.db.begin().await?;
    let delivery = deliveries::held_for_the_clock(&tx, id).await?.ok_or(Error::NotFound)?;
    let people = store::with_centre(&tx, &delivery).await?;
    let is_over = |one: &&Nomination| one.offered_until().is_some_and(|until| until < hand.at);
    let over: Vec<_> = people.iter().filter(is_over).collect();
    if over.is_empty() {
        return Ok(false);
    }
    let seats: Vec<_> = over.iter().map(|one| (one.member_id, one.id.0)).collect();
    deliveries::end_offers(&tx, &delivery, &seats, hand).await?;
    let goes_on = delivery.state.takes_people() || delivery.state == DeliveryState::Postponed;
    let waits_again = goes_on && !is_frozen(&delivery, hand.at);
    let (again, gone): (Vec<_>, Vec<_>) =
        over.iter().partition(|one| waits_again && one.ran_out + 1 < MOST_OFFERS);
    for (some, to) in
        [(&again, ParticipantState::Waitlisted), (&gone, ParticipantState::OfferExpired)]
    {
        store::run_out(&tx, some, to, hand).await?;
        emails::ran_out(app, &tx, (&delivery, to), some).await?;
    }
    let members: Vec<_> = over.iter().map(|one| one.member_id).collect();
    offer_free(app, &tx, (&delivery, Freed::By(&members)), hand).await?;
    let entry = ("participants.end_offers", &delivery, &["state"][..]);
    record_list(&tx, hand, &By::the_program(), entry).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whether names are final.
pub(super) fn is_frozen(delivery: &Delivery, now: DateTime<Utc>) -> bool {
    delivery.due().iter().any(|(due, at)| *due == Deadline::Freeze && now > *at)
}

/// The deliveries at which seats are free for whoever is next, and somebody waits.
pub(super) async fn with_seats_to_offer(app: &App) -> Result<Vec<DeliveryId>> {
    let now = app.clock.now();
    let waiting = store::with_waiting(&app.db).await?;
    let free = deliveries::with_free_seats(&app.db, &waiting).await?;
    let found = deliveries::of_the_clock(&app.db, &free).await?;
    let open = |one: &&Delivery| {
        let own_first = own_people_first(&one.due(), one.is_national(), now);
        !own_first && offers_hold_until(one, now).is_some()
    };
    Ok(found.iter().filter(open).map(|one| one.id).collect())
}

/// Offers the seats of a delivery that are for whoever is next; false where there are none.
pub(super) async fn offer_open(app: &App, id: DeliveryId) -> Result<bool> {
    let hand = Hand { at: app.clock.now(), by: None };
    let tx = app.db.begin().await?;
    let delivery = deliveries::held_for_the_clock(&tx, id).await?.ok_or(Error::NotFound)?;
    if offer_free(app, &tx, (&delivery, Freed::Any), hand).await? == 0 {
        return Ok(false);
    }
    let entry = ("participants.offer_seats", &delivery, &["state"][..]);
    record_list(&tx, hand, &By::the_program(), entry).await?;
    tx.commit().await?;
    Ok(true)
}
