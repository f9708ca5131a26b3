//! What becomes of seats when people get them or give them up.
use crate::base::db::{ConnectionTrait, Transaction};
use crate::base::error::Result;
use crate::catalogue::Hand;
use crate::deliveries::{self, Delivery};
use crate::identity::StateScope;
use crate::participants::rules::ParticipantState;
use crate::participants::store::Nomination;

/// How many seats of its own a State has free at a delivery.
pub(super) async fn free_of_state(
    db: &impl ConnectionTrait,
    state: StateScope,
    delivery: &Delivery,
) -> Result<usize> {
    let quota = deliveries::quota_of(db, delivery.id, state).await?;
    Ok(quota.map_or(0, |quota| usize::try_from(quota.free()).unwrap_or_default()))
}

/// Takes seats for these people, in their order; whether each got one.
pub(super) async fn take(
    tx: &Transaction,
    delivery: &Delivery,
    people: &[&Nomination],
    hand: Hand,
) -> Result<Vec<bool>> {
    let wanted: Vec<_> = people.iter().map(|one| (one.member_id, one.id.0)).collect();
    deliveries::take_seats(tx, delivery, &wanted, hand).await
}

/// Gives the seats of these people, or those that are kept for them, back to their States.
pub(super) async fn free(
    tx: &Transaction,
    delivery: &Delivery,
    (people, reason): (&[&Nomination], &str),
    hand: Hand,
) -> Result<()> {
    let (offered, seated): (Vec<_>, Vec<_>) =
        people.iter().partition(|one| one.state == ParticipantState::Offered);
    let named = |some: Vec<&&Nomination>| {
        some.into_iter().map(|one| (one.member_id, one.id.0)).collect::<Vec<_>>()
    };
    deliveries::end_offers(tx, delivery, &named(offered), hand).await?;
    deliveries::free_seats(tx, delivery, (&named(seated), reason), hand).await
}
