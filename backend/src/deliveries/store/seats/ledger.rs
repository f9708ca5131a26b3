//! The ledger of the seats of a delivery: where each of them went.
use std::collections::{BTreeMap, HashSet};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use uuid::Uuid;

use super::entities::entry::{COLUMN, Column, Entity};
use super::entities::{SeatEntry, seating};
use crate::base::error::{Error, Result};
use crate::base::ids::DeliveryId;
use crate::deliveries::rules::seats::EntryKind;
use crate::deliveries::store::Delivery;
use crate::identity::{CentreScope, RegionScope, StateScope};

/// Whose part of a ledger is read.
#[derive(Clone, Copy, Debug)]
pub enum LedgerOf {
    /// All of it, by the centre that holds the delivery.
    Centre(CentreScope),
    /// All of it.
    Region(RegionScope),
    /// The rows of one State.
    State(StateScope),
}

fn rows(delivery: &Delivery, whose: LedgerOf) -> Result<Select<Entity>> {
    let all = Entity::find().filter(COLUMN.delivery_id.eq(delivery.id));
    match whose {
        LedgerOf::Region(_) => Ok(all),
        LedgerOf::Centre(centre) if centre.id() == delivery.centre_id => Ok(all),
        LedgerOf::Centre(_) => Err(Error::NotFound),
        LedgerOf::State(state) => {
            let own = Condition::any()
                .add(Column::FromMember.eq(state.id()))
                .add(Column::ToMember.eq(state.id()));
            Ok(all.filter(own))
        }
    }
}

/// A page of a ledger, the newest row first, and how many rows there are.
pub async fn ledger(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
    whose: LedgerOf,
    (skipped, most): (u64, u64),
) -> Result<(Vec<SeatEntry>, u64)> {
    let rows = rows(delivery, whose)?;
    let total = rows.clone().count(db).await?;
    let page = rows.order_by_desc(Column::Number).offset(skipped).limit(most);
    Ok((page.all(db).await?, total))
}

/// The rows of a ledger before the row of this number, the newest first, at most so many.
pub async fn ledger_behind(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
    whose: LedgerOf,
    (before, most): (Option<i32>, u64),
) -> Result<Vec<SeatEntry>> {
    let mut rows = rows(delivery, whose)?;
    if let Some(before) = before {
        rows = rows.filter(Column::Number.lt(before));
    }
    Ok(rows.order_by_desc(Column::Number).limit(most).all(db).await?)
}

/// The next deliveries behind one whose seats are published, each with the participant nominations
/// that have a seat, or are offered one, by its ledger: for comparing the two.
pub async fn seated_by_ledger(
    db: &impl ConnectionTrait,
    after: Option<DeliveryId>,
    most: u64,
) -> Result<Vec<(DeliveryId, HashSet<Uuid>)>> {
    let mut shared = seating::Entity::find()
        .select_only()
        .column(seating::Column::DeliveryId)
        .filter(seating::Column::PublishedAt.is_not_null())
        .order_by_asc(seating::Column::DeliveryId);
    if let Some(after) = after {
        shared = shared.filter(seating::Column::DeliveryId.gt(after));
    }
    let ids: Vec<DeliveryId> = shared.limit(most).into_tuple().all(db).await?;
    let rows: Vec<(DeliveryId, EntryKind, Option<Uuid>)> = Entity::find()
        .select_only()
        .columns([Column::DeliveryId, Column::Kind, Column::NominationId])
        .filter(Column::DeliveryId.is_in(ids.iter().copied()))
        .filter(Column::Kind.is_in([
            EntryKind::Taken,
            EntryKind::Freed,
            EntryKind::Offered,
            EntryKind::OfferEnded,
        ]))
        .order_by_asc(Column::DeliveryId)
        .order_by_asc(Column::Number)
        .into_tuple()
        .all(db)
        .await?;
    let mut seated: BTreeMap<DeliveryId, HashSet<Uuid>> =
        ids.into_iter().map(|id| (id, HashSet::new())).collect();
    for (delivery, kind, nomination) in rows {
        let (Some(there), Some(nomination)) = (seated.get_mut(&delivery), nomination) else {
            continue;
        };
        if matches!(kind, EntryKind::Taken | EntryKind::Offered) {
            there.insert(nomination);
        } else {
            there.remove(&nomination);
        }
    }
    Ok(seated.into_iter().collect())
}
