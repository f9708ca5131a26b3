//! A centre postpones or cancels a delivery for which people are put forward.
use super::hand;
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::OrganisationId;
use crate::deliveries::Delivery;
use crate::deliveries::actions::{self, Edition};
use crate::deliveries::rules::{DeliveryState, TypedPostponement};
use crate::identity::TrainingDirector;
use crate::participants::rules::{ParticipantState, Why};
use crate::participants::store::{self, Move, Nomination};

/// A Training Director gives up the days of a delivery, or moves it to others, and says why. The
/// States that have put people forward are told; who has a seat keeps it.
#[tracing::instrument(skip_all)]
pub async fn postpone(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    typed: &TypedPostponement,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let Some(now) = actions::postpone(app, &tx, by, (edition, typed)).await? else { return Ok(()) };
    let open = store::open_of_delivery(&tx, by.centre(), now.id).await?;
    tell(app, &tx, (by, &now), &open).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// A Training Director says that a delivery takes place. The States that have put people forward
/// are told.
#[tracing::instrument(skip_all)]
pub async fn confirm(app: &App, by: &TrainingDirector, edition: &Edition) -> Result<()> {
    let tx = app.db.begin().await?;
    let Some(now) = actions::confirm(app, &tx, by, edition).await? else { return Ok(()) };
    let open = store::open_of_delivery(&tx, by.centre(), now.id).await?;
    actions::tell_confirmed(app, &tx, (by, &now), &members_of(&open)).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// A Training Director gives a delivery up, and says why. Nothing comes of the nominations for it,
/// and the States that have put people forward are told.
#[tracing::instrument(skip_all)]
pub async fn cancel(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    reason: &str,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let Some(now) = actions::cancel(app, &tx, by, (edition, reason)).await? else { return Ok(()) };
    debug_assert_eq!(now.state, DeliveryState::Cancelled, "it was given up");
    let hand = hand(app, by.capacity());
    let open = store::open_of_delivery(&tx, by.centre(), now.id).await?;
    let seated: Vec<_> = open.iter().filter(|one| one.state.holds_seat()).collect();
    super::seats::free(&tx, &now, (&seated, reason), hand).await?;
    let all: Vec<_> = open.iter().collect();
    let way =
        Move { to: ParticipantState::HostCancelled, why: Some(Why::Cancelled), text: &now.reason };
    store::move_on(&tx, &all, &way, hand).await?;
    tell(app, &tx, (by, &now), &open).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// Tells the States of these nominations, once each; those that have sent nobody yet as well, for
/// they prepare.
async fn tell(
    app: &App,
    tx: &Transaction,
    about: (&TrainingDirector, &Delivery),
    open: &[Nomination],
) -> Result<()> {
    actions::tell_states(app, tx, about, &members_of(open)).await
}

/// The States of these nominations, each once.
fn members_of(open: &[Nomination]) -> Vec<OrganisationId> {
    let mut members: Vec<_> = open.iter().map(|one| one.member_id).collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// How many people have a seat at this delivery.
pub async fn seated(app: &App, by: &TrainingDirector, known: &Delivery) -> Result<i64> {
    let standing = store::counts(&app.db, by.centre(), known.id).await?;
    Ok(standing.all(ParticipantState::Accepted))
}

/// How many people who are put forward a step of this delivery concerns.
pub async fn concerned(app: &App, by: &TrainingDirector, known: &Delivery) -> Result<i64> {
    let standing = store::counts(&app.db, by.centre(), known.id).await?;
    Ok(ParticipantState::all_open().map(|state| standing.all(state)).sum())
}
