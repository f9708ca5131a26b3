//! Reading deliveries, by who may.
use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::entities::{Delivery, delivery, slot};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::DeliveryId;
use crate::catalogue::rules::DeliveryScope;
use crate::deliveries::rules::{DeliveryCode, DeliveryState, Slot};
use crate::identity::{CentreScope, ReaderScope};

use delivery::{COLUMN, Column, Entity};

/// What somebody may read: what was announced to several States is everybody's; what was announced
/// to one is that State's, its centre's and that of the owner of its course; what was not is its
/// centre's. The Regional Support Office reads all.
pub(super) fn visible(scope: ReaderScope) -> Condition {
    if scope.region().is_some() {
        return Condition::all();
    }
    let announced = || Condition::all().add(Column::AnnouncedAt.is_not_null());
    let mut some =
        Condition::any().add(announced().add(Column::Scope.eq(DeliveryScope::Regional.as_str())));
    if let Some(centre) = scope.centre() {
        some = some.add(Column::CentreId.eq(centre.id()));
        some = some.add(announced().add(Column::OwnerId.eq(centre.id())));
    }
    if let Some(state) = scope.state() {
        some = some.add(announced().add(Column::MemberId.eq(state.id())));
    }
    some
}

/// The delivery of this code, where it is somebody's to read.
pub async fn find(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    code: &DeliveryCode,
) -> Result<Option<Delivery>> {
    let one = Entity::find().filter(COLUMN.code.eq(code.as_str()));
    Ok(one.filter(visible(scope)).one(db).await?)
}

/// The own delivery of this code.
pub async fn of_centre_by_code(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    code: &DeliveryCode,
) -> Result<Option<Delivery>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.filter(COLUMN.code.eq(code.as_str())).one(db).await?)
}

/// The own delivery of this id.
pub async fn of_id(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    id: DeliveryId,
) -> Result<Option<Delivery>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.filter(COLUMN.id.eq(id)).one(db).await?)
}

/// The own delivery of this code, which nobody else changes until the transaction ends.
pub async fn to_change(
    tx: &Transaction,
    scope: CentreScope,
    code: &DeliveryCode,
) -> Result<Option<Delivery>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.filter(COLUMN.code.eq(code.as_str())).lock_exclusive().one(tx).await?)
}

/// Those of these deliveries that are somebody's to read, in no order.
pub async fn of_ids(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    ids: &[DeliveryId],
) -> Result<Vec<Delivery>> {
    let mut found = Vec::new();
    for some in ids.chunks(500) {
        let some = Entity::find().filter(Column::Id.is_in(some.iter().copied()));
        found.extend(some.filter(visible(scope)).all(db).await?);
    }
    Ok(found)
}

/// The next deliveries for which a State may put people forward, by their first day.
pub async fn nominating(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    (from, most): (NaiveDate, u64),
) -> Result<Vec<Delivery>> {
    let open = Entity::find().filter(visible(scope)).filter(Column::SortDay.gt(from));
    let open = open.filter(Column::State.eq(DeliveryState::Nominating));
    let next = open.order_by_asc(Column::SortDay).order_by_asc(Column::Code);
    Ok(next.limit(most).all(db).await?)
}

/// The own centre's deliveries in a state, or in any, the next first; and how many there are.
pub async fn of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    state: Option<DeliveryState>,
    (skipped, most): (u64, u64),
) -> Result<(Vec<Delivery>, u64)> {
    let mut own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    if let Some(state) = state {
        own = own.filter(Column::State.eq(state));
    }
    let total = own.clone().count(db).await?;
    let page = own.order_by_asc(Column::SortDay).order_by_asc(Column::Code);
    Ok((page.offset(skipped).limit(most).all(db).await?, total))
}

/// How many deliveries of the own centre are in each state.
pub async fn counts_of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
) -> Result<Vec<(DeliveryState, i64)>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "n")
        .filter(COLUMN.centre_id.eq(scope.id()))
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?)
}

/// The sessions of a delivery that was found, in their order.
pub async fn slots_of(db: &impl ConnectionTrait, known: &Delivery) -> Result<Vec<Slot>> {
    Ok(slots_of_all(db, std::slice::from_ref(known)).await?.remove(&known.id).unwrap_or_default())
}

/// The sessions of deliveries that were found, in their order.
pub async fn slots_of_all(
    db: &impl ConnectionTrait,
    known: &[Delivery],
) -> Result<HashMap<DeliveryId, Vec<Slot>>> {
    let mut all: HashMap<DeliveryId, Vec<Slot>> = HashMap::new();
    if known.is_empty() {
        return Ok(all);
    }
    let rows = slot::Entity::find()
        .filter(slot::COLUMN.delivery_id.is_in(known.iter().map(|one| one.id)))
        .order_by_asc(slot::Column::DeliveryId)
        .order_by_asc(slot::Column::Position)
        .all(db)
        .await?;
    for row in rows {
        let slot = Slot { day: row.day, starts: row.starts, ends: row.ends };
        all.entry(row.delivery_id).or_default().push(slot);
    }
    Ok(all)
}
