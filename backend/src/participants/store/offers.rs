//! Offers of seats: the rows of who is offered one, and of who was passed over. The program itself
//! looks whom offers and free seats concern; nobody's scope holds that.
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::entities::{Nomination, nomination, skip};
use super::reading::of_nominees;
use super::writing::{Move, write};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{DeliveryId, ParticipantNominationId};
use crate::catalogue::Hand;
use crate::identity::NomineeScope;
use crate::participants::rules::{ParticipantState, PassedOver, Why};

use nomination::{ActiveModel, COLUMN, Column, Entity};

/// Offers seats to these nominations, as they were read, until this moment.
pub async fn offer(
    tx: &Transaction,
    before: &[&Nomination],
    (why, until): (Why, DateTime<Utc>),
    hand: Hand,
) -> Result<()> {
    let way = Move { to: ParticipantState::Offered, why: Some(why), text: "" };
    let change = ActiveModel { offer_until: Set(Some(until)), ..way.change(hand) };
    let counted = (Column::Offers, Expr::col(Column::Offers).add(1));
    write(tx, before, (change, &[counted]), &way, hand).await
}

/// Nobody has answered the offers to these nominations, as they were read, in time.
pub async fn run_out(
    tx: &Transaction,
    before: &[&Nomination],
    to: ParticipantState,
    hand: Hand,
) -> Result<()> {
    let way = Move { to, why: Some(Why::OfferRanOut), text: "" };
    let counted = (Column::RanOut, Expr::col(Column::RanOut).add(1));
    write(tx, before, (way.change(hand), &[counted]), &way, hand).await
}

/// Somebody who is passed over, and why.
pub type Skip = (ParticipantNominationId, PassedOver);

/// Notes who was passed over for a seat that goes to a nomination, as it was read before.
pub async fn note_skips(
    tx: &Transaction,
    seat_to: &Nomination,
    skips: &[Skip],
    hand: Hand,
) -> Result<()> {
    let row = |(id, why): &Skip| skip::ActiveModel {
        nomination_id: Set(*id),
        seat_to: Set(seat_to.id),
        step_to: Set(seat_to.revision + 1),
        why: Set(*why),
        at: Set(hand.at),
    };
    let rows: Vec<_> = skips.iter().map(row).collect();
    for some in rows.chunks(1_000) {
        skip::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// When and why a nomination that was found was passed over, the first first.
pub async fn skips_of(
    db: &impl ConnectionTrait,
    known: &Nomination,
) -> Result<Vec<(DateTime<Utc>, PassedOver)>> {
    let of = skip::Entity::find().filter(skip::COLUMN.nomination_id.eq(known.id));
    let rows = of.order_by_asc(skip::Column::At).order_by_asc(skip::Column::SeatTo).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.at, row.why)).collect())
}

/// The deliveries for which an offer has run out.
pub async fn with_offers_over(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<Vec<DeliveryId>> {
    let over = Entity::find()
        .select_only()
        .column(Column::DeliveryId)
        .distinct()
        .filter(Column::State.eq(ParticipantState::Offered))
        .filter(Column::OfferUntil.lt(now))
        .order_by_asc(Column::DeliveryId);
    Ok(over.into_tuple().all(db).await?)
}

/// The deliveries for which somebody waits.
pub async fn with_waiting(db: &impl ConnectionTrait) -> Result<Vec<DeliveryId>> {
    let waiting = Entity::find()
        .select_only()
        .column(Column::DeliveryId)
        .distinct()
        .filter(Column::State.eq(ParticipantState::Waitlisted))
        .order_by_asc(Column::DeliveryId);
    Ok(waiting.into_tuple().all(db).await?)
}

/// The nomination that a signed link is about.
pub async fn of_link(
    db: &impl ConnectionTrait,
    id: ParticipantNominationId,
) -> Result<Option<Nomination>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The people of the own State who are offered a seat, the offer that runs out first before.
pub async fn offered(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    most: u64,
) -> Result<Vec<Nomination>> {
    let own = Entity::find()
        .filter(of_nominees(scope))
        .filter(COLUMN.open.eq(true))
        .filter(Column::State.eq(ParticipantState::Offered));
    let own = own.order_by_asc(Column::OfferUntil).order_by_asc(Column::Id);
    Ok(own.limit(most).all(db).await?)
}
