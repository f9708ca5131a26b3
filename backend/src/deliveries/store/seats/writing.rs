//! Writing how seats are shared: the rows and the ledger together.
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::entities::{entry, quota, seating};
use super::reading::Kept;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::OrganisationId;
use crate::base::kept::{self, Part};
use crate::catalogue::Hand;
use crate::deliveries::rules::DeliveryState;
use crate::deliveries::rules::seats::{Held, Move};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::entities::delivery;

/// The most rows of the ledger in one statement.
const TOGETHER: usize = 1000;

/// What is written of how seats are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Every quota afresh: of a draft, and when it is published.
    Anew,
    /// What the centre shares otherwise.
    Shares,
    /// What moved.
    Moves,
}

/// Keeps how the seats of a delivery are shared now. What moved is written into the ledger, unless
/// it is a draft.
pub async fn save(tx: &Transaction, now: &Kept, what: Saving, hand: Hand) -> Result<()> {
    use seating::Column as C;
    let quotas: Vec<_> = if what == Saving::Anew {
        let all = quota::Entity::delete_many();
        all.filter(quota::COLUMN.delivery_id.eq(now.delivery)).exec(tx).await?;
        now.books.quotas.iter().map(|(member, held)| (*member, *held)).collect()
    } else {
        now.books.touched().collect()
    };
    put_quotas(tx, now, &quotas).await?;
    let moves = if now.is_published() { now.books.moves() } else { &[] };
    put_entries(tx, now, moves, hand).await?;
    let entries = now.entries + i32::try_from(moves.len()).map_err(anyhow::Error::from)?;
    let counts = what != Saving::Moves || now.books.shares_changed();
    let changed = if counts { (hand.at, hand.by) } else { (now.changed_at, now.changed_by) };
    let row = seating::ActiveModel {
        delivery_id: Set(now.delivery),
        sharing: Set(now.sharing),
        capacity: Set(now.books.capacity),
        reserve: Set(now.books.reserve),
        agency_limit: Set(now.agency_limit),
        entries: Set(entries),
        published_at: Set(now.published_at),
        published_by: Set(now.published_by),
        revision: Set(now.revision + i32::from(counts)),
        changed_at: Set(changed.0),
        changed_by: Set(changed.1),
    };
    let over = OnConflict::column(C::DeliveryId)
        .update_columns([
            C::Sharing,
            C::Capacity,
            C::Reserve,
            C::AgencyLimit,
            C::Entries,
            C::PublishedAt,
            C::PublishedBy,
            C::Revision,
            C::ChangedAt,
            C::ChangedBy,
        ])
        .to_owned();
    seating::Entity::insert(row).on_conflict(over).exec_without_returning(tx).await?;
    Ok(())
}

async fn put_quotas(tx: &Transaction, now: &Kept, quotas: &[(OrganisationId, Held)]) -> Result<()> {
    use quota::Column as C;
    if quotas.is_empty() {
        return Ok(());
    }
    let row = |(member, held): &(OrganisationId, Held)| quota::ActiveModel {
        delivery_id: Set(now.delivery),
        member_id: Set(*member),
        asked: Set(held.asked),
        held: Set(held.held),
        taken: Set(held.taken),
    };
    let over = OnConflict::columns([C::DeliveryId, C::MemberId])
        .update_columns([C::Held, C::Taken])
        .to_owned();
    let rows = quota::Entity::insert_many(quotas.iter().map(row));
    rows.on_conflict(over).exec_without_returning(tx).await?;
    Ok(())
}

async fn put_entries(tx: &Transaction, now: &Kept, moves: &[Move], hand: Hand) -> Result<()> {
    let row = |(number, one): (i32, &Move)| entry::ActiveModel {
        delivery_id: Set(now.delivery),
        number: Set(number),
        at: Set(hand.at),
        by_account: Set(hand.by),
        kind: Set(one.kind),
        from_member: Set(one.from),
        to_member: Set(one.to),
        seats: Set(one.seats),
        nomination_id: Set(one.nomination),
        reason: Set(one.reason.clone()),
    };
    let rows: Vec<_> = (now.entries + 1..).zip(moves).map(row).collect();
    for rows in rows.chunks(TOGETHER) {
        entry::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// States put people forward from now on. Calendars have nothing to tell of it.
pub async fn open_nominations(tx: &Transaction, known: &Delivery, hand: Hand) -> Result<()> {
    let change = delivery::ActiveModel {
        state: Set(DeliveryState::Nominating),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        revision: Set(known.revision + 1),
        ..Default::default()
    };
    let changed = delivery::Entity::update_many()
        .set(change)
        .filter(delivery::COLUMN.id.eq(known.id))
        .filter(delivery::COLUMN.centre_id.eq(known.centre_id))
        .filter(delivery::COLUMN.revision.eq(known.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected != 1 {
        return Err(Error::Conflict);
    }
    kept::changed(tx, Part::Deliveries).await
}
