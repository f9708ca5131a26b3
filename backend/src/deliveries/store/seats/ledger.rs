//! The ledger of the seats of a delivery: where each of them went.
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::entities::SeatEntry;
use super::entities::entry::{COLUMN, Column, Entity};
use crate::base::error::{Error, Result};
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
