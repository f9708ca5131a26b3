//! People take seats and leave them, and States return them. The delivery is held for change by
//! whoever calls: see [`held_for_change`](super::held_for_change).
use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::entities::{quota, seating};
use super::reading::{Kept, to_share};
use super::writing::{Saving, save};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::catalogue::Hand;
use crate::deliveries::rules::seats::Books;
use crate::deliveries::store::Delivery;
use crate::identity::StateScope;

/// A person of a State takes a seat: one that the State has free, else one that the reserve grants
/// it first. False where neither has one, or seats are not published.
pub async fn take_seat(
    tx: &Transaction,
    delivery: &Delivery,
    person: (OrganisationId, Uuid),
    hand: Hand,
) -> Result<bool> {
    Ok(take_seats(tx, delivery, &[person], hand).await?.contains(&true))
}

/// People (each with their State and their participant nomination) take seats, in this order, as
/// many as there are; answers for each whether they have one. It takes the same few statements
/// however many they are.
pub async fn take_seats(
    tx: &Transaction,
    delivery: &Delivery,
    people: &[(OrganisationId, Uuid)],
    hand: Hand,
) -> Result<Vec<bool>> {
    let Some(mut kept) = shared(tx, delivery).await? else { return Ok(vec![false; people.len()]) };
    let take =
        |(member, nomination): &(OrganisationId, Uuid)| kept.books.take(*member, *nomination);
    let taken: Vec<_> = people.iter().map(take).collect();
    if taken.contains(&true) {
        save(tx, &kept, Saving::Moves, hand).await?;
    }
    Ok(taken)
}

/// Seats are kept for people (each with their State and their participant nomination) while they
/// are offered them, found as those that are taken. That there are so many is for the caller to
/// know.
pub async fn offer_seats(
    tx: &Transaction,
    delivery: &Delivery,
    people: &[(OrganisationId, Uuid)],
    hand: Hand,
) -> Result<()> {
    let offer = |books: &mut Books, member, nomination| books.offer(member, nomination);
    move_each(tx, delivery, (people, hand), offer).await
}

/// Offers to people (each with their State and their participant nomination) come to nothing; their
/// States have the seats free from then on.
pub async fn end_offers(
    tx: &Transaction,
    delivery: &Delivery,
    people: &[(OrganisationId, Uuid)],
    hand: Hand,
) -> Result<()> {
    let end = |books: &mut Books, member, nomination| books.end_offer(member, nomination);
    move_each(tx, delivery, (people, hand), end).await
}

/// The seats of a delivery that is held for change, once they are published.
pub async fn books_of(tx: &Transaction, delivery: &Delivery) -> Result<Option<Books>> {
    Ok(shared(tx, delivery).await?.map(|kept| kept.books))
}

/// Those of these deliveries at which somebody could be given a seat that nobody has.
pub async fn with_free_seats(
    db: &impl ConnectionTrait,
    of: &[DeliveryId],
) -> Result<Vec<DeliveryId>> {
    let mut free = Vec::new();
    for some in of.chunks(500) {
        let taken: Vec<(DeliveryId, i64)> = quota::Entity::find()
            .select_only()
            .column(quota::Column::DeliveryId)
            .column_as(quota::Column::Taken.sum(), "taken")
            .filter(quota::Column::DeliveryId.is_in(some.iter().copied()))
            .group_by(quota::Column::DeliveryId)
            .into_tuple()
            .all(db)
            .await?;
        let taken: HashMap<_, _> = taken.into_iter().collect();
        let shared = seating::Entity::find()
            .filter(seating::Column::DeliveryId.is_in(some.iter().copied()))
            .filter(seating::Column::PublishedAt.is_not_null());
        for row in shared.order_by_asc(seating::Column::DeliveryId).all(db).await? {
            let taken = taken.get(&row.delivery_id).copied().unwrap_or(0);
            if taken < i64::from(row.capacity) {
                free.push(row.delivery_id);
            }
        }
    }
    Ok(free)
}

/// People (each with their State and their participant nomination) leave their seats, which their
/// States have free from then on. That they have one is for the caller to know; where nobody of the
/// State has one it is our own fault.
pub async fn free_seats(
    tx: &Transaction,
    delivery: &Delivery,
    (people, reason): (&[(OrganisationId, Uuid)], &str),
    hand: Hand,
) -> Result<()> {
    let free = |books: &mut Books, member, nomination| books.free(member, nomination, reason);
    move_each(tx, delivery, (people, hand), free).await
}

/// A person leaves a seat: see [`free_seats`].
pub async fn free_seat(
    tx: &Transaction,
    delivery: &Delivery,
    person: (OrganisationId, Uuid),
    hand: Hand,
    reason: &str,
) -> Result<()> {
    free_seats(tx, delivery, (&[person], reason), hand).await
}

/// The own State returns free seats to the reserve. False where it has not so many free.
pub async fn turn_back(
    tx: &Transaction,
    delivery: &Delivery,
    state: StateScope,
    (seats, reason): (i32, &str),
    hand: Hand,
) -> Result<bool> {
    let Some(mut kept) = shared(tx, delivery).await? else { return Ok(false) };
    let done = kept.books.turn_back(state.id(), seats, reason);
    if done {
        save(tx, &kept, Saving::Moves, hand).await?;
    }
    Ok(done)
}

/// Free seats of States go into the reserve, but for those that are kept for people of theirs.
/// Answers how many each State gave, and what it holds now.
pub async fn recall(
    tx: &Transaction,
    delivery: &Delivery,
    kept_for: &BTreeMap<OrganisationId, i32>,
    hand: Hand,
) -> Result<Vec<Recalled>> {
    let Some(mut kept) = shared(tx, delivery).await? else { return Ok(Vec::new()) };
    let given = kept.books.recall(kept_for);
    if !given.is_empty() {
        save(tx, &kept, Saving::Moves, hand).await?;
    }
    let now = |(member, seats)| Recalled { member, seats, held: kept.books.of(member).held };
    Ok(given.into_iter().map(now).collect())
}

/// Free seats that a State gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// The State.
    pub member: OrganisationId,
    /// How many.
    pub seats: i32,
    /// What it holds now.
    pub held: i32,
}

/// Moves a seat for each of these people, all of them; where one cannot be moved it is our own
/// fault, and nothing is kept.
async fn move_each(
    tx: &Transaction,
    delivery: &Delivery,
    (people, hand): (&[(OrganisationId, Uuid)], Hand),
    step: impl Fn(&mut Books, OrganisationId, Uuid) -> bool,
) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let kept = shared(tx, delivery).await?;
    let mut kept = kept.ok_or_else(|| broken("seats are moved that are not published"))?;
    if !people.iter().all(|(member, nomination)| step(&mut kept.books, *member, *nomination)) {
        return Err(broken("a seat is moved that is not where it is said to be"));
    }
    save(tx, &kept, Saving::Moves, hand).await
}

async fn shared(tx: &Transaction, delivery: &Delivery) -> Result<Option<Kept>> {
    Ok(to_share(tx, delivery).await?.filter(Kept::is_published))
}

fn broken(what: &'static str) -> Error {
    Error::Internal(anyhow::anyhow!(what))
}
