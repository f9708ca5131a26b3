//! What the clock has brought about, and the deliveries to which it comes. The program itself asks;
//! nobody's scope holds it.
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::entities::{Delivery, delivery};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::DeliveryId;
use crate::deliveries::rules::{DeliveryState, Milestone, Timetable};
use crate::identity::CentreScope;

pub(super) mod milestone {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::DeliveryId;
    use crate::deliveries::rules::Milestone;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "delivery_milestone")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub delivery_id: DeliveryId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub milestone: Milestone,
        #[sea_orm(primary_key, auto_increment = false)]
        pub due_at: DateTimeUtc,
        pub done_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use milestone::{COLUMN, Column, Entity};

/// The states in which the clock brings something about.
const CLOCKED: [DeliveryState; 4] = [
    DeliveryState::Nominating,
    DeliveryState::Selecting,
    DeliveryState::Confirmed,
    DeliveryState::Running,
];

/// Something that the clock brings about for a delivery, and the moment from which on.
pub type Reached = (Milestone, DateTime<Utc>);

/// A page of the deliveries that begin by `until` to which the clock comes, behind one of them.
pub async fn clocked(
    db: &impl ConnectionTrait,
    (until, after): (NaiveDate, Option<DeliveryId>),
    most: u64,
) -> Result<Vec<Delivery>> {
    let mut page = delivery::Entity::find()
        .filter(delivery::Column::State.is_in(CLOCKED))
        .filter(delivery::Column::SortDay.lte(until));
    if let Some(after) = after {
        page = page.filter(delivery::Column::Id.gt(after));
    }
    Ok(page.order_by_asc(delivery::Column::Id).limit(most).all(db).await?)
}

/// What was brought about for these deliveries.
pub async fn done(
    db: &impl ConnectionTrait,
    of: &[DeliveryId],
) -> Result<HashMap<DeliveryId, HashSet<Reached>>> {
    let mut done: HashMap<DeliveryId, HashSet<Reached>> = HashMap::new();
    for some in of.chunks(500) {
        let rows = Entity::find().filter(Column::DeliveryId.is_in(some.iter().copied()));
        for row in rows.all(db).await? {
            done.entry(row.delivery_id).or_default().insert((row.milestone, row.due_at));
        }
    }
    Ok(done)
}

/// These deliveries, for what the clock brings about.
pub async fn of_the_clock(db: &impl ConnectionTrait, ids: &[DeliveryId]) -> Result<Vec<Delivery>> {
    let mut found = Vec::new();
    for some in ids.chunks(500) {
        let some = delivery::Entity::find().filter(delivery::Column::Id.is_in(some.to_vec()));
        found.extend(some.all(db).await?);
    }
    Ok(found)
}

/// The delivery, which nobody else changes until the transaction ends.
pub async fn held_for_the_clock(tx: &Transaction, id: DeliveryId) -> Result<Option<Delivery>> {
    Ok(delivery::Entity::find_by_id(id).lock_exclusive().one(tx).await?)
}

/// Notes that something is brought about now; false where it was before.
pub async fn note(
    tx: &Transaction,
    of: &Delivery,
    (milestone, due_at): Reached,
    at: DateTime<Utc>,
) -> Result<bool> {
    let row = milestone::ActiveModel {
        delivery_id: Set(of.id),
        milestone: Set(milestone),
        due_at: Set(due_at),
        done_at: Set(at),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 1)
}

/// What was brought about for a delivery of the own centre, the first first, with when.
pub async fn of_delivery(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    known: &Delivery,
) -> Result<Vec<(Milestone, DateTime<Utc>)>> {
    if known.centre_id != scope.id() {
        return Ok(Vec::new());
    }
    let rows = Entity::find().filter(COLUMN.delivery_id.eq(known.id));
    let rows = rows.order_by_asc(Column::DoneAt).order_by_asc(Column::DueAt).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.milestone, row.done_at)).collect())
}

/// The own centre's deliveries for which it is still to say whether they take place.
pub async fn to_confirm(db: &impl ConnectionTrait, scope: CentreScope) -> Result<Vec<Delivery>> {
    let own = Condition::all()
        .add(delivery::Column::CentreId.eq(scope.id()))
        .add(delivery::Column::State.eq(DeliveryState::Selecting));
    let open = delivery::Entity::find().filter(own).order_by_asc(delivery::Column::SortDay);
    Ok(open.order_by_asc(delivery::Column::Code).limit(50).all(db).await?)
}

impl Delivery {
    /// What the clock has reached for it by now that was not brought about before.
    pub fn reached(&self, done: &HashSet<Reached>, now: DateTime<Utc>) -> Vec<Reached> {
        let Some(days) = self.days() else { return Vec::new() };
        let due = self.due();
        let table = Timetable { state: self.state, due: &due, zone: self.time_zone(), days };
        let mut reached = table.reached(now);
        reached.retain(|one| !done.contains(one));
        reached
    }
}
