//! Reading how the seats of a delivery are shared, by who may.
use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use super::entities::{quota, seating as row};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, DeliveryId, OrganisationId};
use crate::deliveries::rules::seats::{Books, Held, Sharing};
use crate::deliveries::rules::{DeliveryCode, DeliveryState};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::entities::delivery;
use crate::deliveries::store::reading::visible;
use crate::identity::{CentreScope, ReaderScope, RegionScope, StateScope};

/// The seats of a delivery, once they are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seating {
    /// All of them: the most participants.
    pub capacity: i32,
    /// Those that are nobody's yet.
    pub reserve: i32,
    /// The most people of one agency that the centre wishes; nothing is refused for it.
    pub agency_limit: Option<i32>,
    /// How they are shared.
    pub sharing: Sharing,
}

/// The seats of one State at a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The State.
    pub member: OrganisationId,
    /// Places that it asked for in the round; 0 where none are known.
    pub asked: i32,
    /// Seats that are its own.
    pub held: i32,
    /// Those of them that people have.
    pub taken: i32,
}

impl Quota {
    /// Those that nobody has.
    pub const fn free(&self) -> i32 {
        self.held - self.taken
    }

    /// What books say of a State.
    pub const fn of(member: OrganisationId, held: Held) -> Self {
        Self { member, asked: held.asked, held: held.held, taken: held.taken }
    }
}

/// How the seats of a delivery are shared, as a draft or published, with its books.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The delivery.
    pub delivery: DeliveryId,
    /// How they are shared.
    pub sharing: Sharing,
    /// The most people of one agency that the centre wishes.
    pub agency_limit: Option<i32>,
    /// When States were told; none of a draft.
    pub published_at: Option<DateTime<Utc>>,
    /// Who told them.
    pub published_by: Option<AccountId>,
    /// The number of the last row of the ledger.
    pub entries: i32,
    /// Rises whenever what States hold is another; 0 where nothing is kept yet.
    pub revision: i32,
    /// When that was.
    pub changed_at: DateTime<Utc>,
    /// Whose doing it was.
    pub changed_by: Option<AccountId>,
    /// What the States and the reserve hold.
    pub books: Books,
}

impl Kept {
    /// Whether States were told.
    pub const fn is_published(&self) -> bool {
        self.published_at.is_some()
    }

    /// What of it everybody may know who sees it published.
    pub const fn seating(&self) -> Seating {
        Seating {
            capacity: self.books.capacity,
            reserve: self.books.reserve,
            agency_limit: self.agency_limit,
            sharing: self.sharing,
        }
    }

    /// The seats of each State that has some or asked for some, in no order.
    pub fn quotas(&self) -> impl Iterator<Item = Quota> {
        self.books.quotas.iter().map(|(member, held)| Quota::of(*member, *held))
    }

    fn of(row: &row::Model, quotas: Vec<quota::Model>) -> Self {
        let held = |row: quota::Model| {
            (row.member_id, Held { asked: row.asked, held: row.held, taken: row.taken })
        };
        let books = Books::kept((row.capacity, row.reserve), quotas.into_iter().map(held));
        Self {
            delivery: row.delivery_id,
            sharing: row.sharing,
            agency_limit: row.agency_limit,
            published_at: row.published_at,
            published_by: row.published_by,
            entries: row.entries,
            revision: row.revision,
            changed_at: row.changed_at,
            changed_by: row.changed_by,
            books,
        }
    }
}

/// The delivery of this code, where it is somebody's to read, which nobody else changes until the
/// transaction ends.
pub async fn held_for_change(
    tx: &Transaction,
    scope: ReaderScope,
    code: &DeliveryCode,
) -> Result<Option<Delivery>> {
    let one = delivery::Entity::find().filter(delivery::COLUMN.code.eq(code.as_str()));
    Ok(one.filter(visible(scope)).lock_exclusive().one(tx).await?)
}

/// The published seats of a delivery that was found; none until they are published.
pub async fn seating(db: &impl ConnectionTrait, delivery: &Delivery) -> Result<Option<Seating>> {
    let row = row::Entity::find_by_id(delivery.id).one(db).await?;
    let row = row.filter(|row| row.published_at.is_some());
    Ok(row.map(|row| Kept::of(&row, Vec::new()).seating()))
}

/// The own State's published seats at a delivery; none where it has none and asked for none.
pub async fn quota_of(
    db: &impl ConnectionTrait,
    delivery: DeliveryId,
    state: StateScope,
) -> Result<Option<Quota>> {
    Ok(held_by(db, state, &[delivery]).await?.remove(&delivery))
}

/// The own State's published seats at each of these deliveries.
pub async fn held_by(
    db: &impl ConnectionTrait,
    state: StateScope,
    deliveries: &[DeliveryId],
) -> Result<HashMap<DeliveryId, Quota>> {
    let seating = quota::Entity::belongs_to(row::Entity)
        .from(quota::Column::DeliveryId)
        .to(row::Column::DeliveryId)
        .into();
    let rows = quota::Entity::find()
        .filter(quota::COLUMN.member_id.eq(state.id()))
        .filter(quota::Column::DeliveryId.is_in(deliveries.iter().copied()))
        .join(JoinType::InnerJoin, seating)
        .filter(row::COLUMN.published_at.is_not_null())
        .all(db)
        .await?;
    let quota = |row: quota::Model| Quota {
        member: row.member_id,
        asked: row.asked,
        held: row.held,
        taken: row.taken,
    };
    Ok(rows.into_iter().map(|row| (row.delivery_id, quota(row))).collect())
}

/// The next deliveries whose nominations are closed and at which the own State has free seats.
pub async fn with_free_seats_of(
    db: &impl ConnectionTrait,
    (state, scope): (StateScope, ReaderScope),
    (from, most): (NaiveDate, u64),
) -> Result<Vec<Delivery>> {
    let own = delivery::Entity::belongs_to(quota::Entity)
        .from(delivery::Column::Id)
        .to(quota::Column::DeliveryId)
        .into();
    let free = Expr::col((quota::Entity, quota::Column::Held))
        .gt(Expr::col((quota::Entity, quota::Column::Taken)));
    let closed = delivery::Entity::find()
        .join(JoinType::InnerJoin, own)
        .filter(visible(scope))
        .filter(delivery::Column::State.eq(DeliveryState::Selecting))
        .filter(delivery::Column::SortDay.gt(from))
        .filter(quota::COLUMN.member_id.eq(state.id()))
        .filter(free);
    let next = closed.order_by_asc(delivery::Column::SortDay).order_by_asc(delivery::Column::Code);
    Ok(next.limit(most).all(db).await?)
}

/// The published seats of every State at a delivery of the own centre, in no order.
pub async fn quotas_of(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
    centre: CentreScope,
) -> Result<Vec<Quota>> {
    let kept = kept_of_centre(db, delivery, centre).await?.filter(Kept::is_published);
    Ok(kept.iter().flat_map(Kept::quotas).collect())
}

/// How the seats of a delivery of the own centre are shared, as a draft or published.
pub async fn kept_of_centre(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
    centre: CentreScope,
) -> Result<Option<Kept>> {
    if delivery.centre_id != centre.id() {
        return Ok(None);
    }
    let row = row::Entity::find_by_id(delivery.id).one(db).await?;
    with_quotas(db, row).await
}

/// How the seats of a delivery are shared, once they are published.
pub async fn published(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
    _: RegionScope,
) -> Result<Option<Kept>> {
    let row = row::Entity::find_by_id(delivery.id).one(db).await?;
    with_quotas(db, row.filter(|row| row.published_at.is_some())).await
}

/// How the seats of a delivery that is held for change are shared; nobody else changes them until
/// the transaction ends.
pub async fn to_share(tx: &Transaction, delivery: &Delivery) -> Result<Option<Kept>> {
    let row = row::Entity::find_by_id(delivery.id).lock_exclusive().one(tx).await?;
    with_quotas(tx, row).await
}

async fn with_quotas(db: &impl ConnectionTrait, row: Option<row::Model>) -> Result<Option<Kept>> {
    let Some(row) = row else { return Ok(None) };
    let quotas = quota::Entity::find()
        .filter(quota::COLUMN.delivery_id.eq(row.delivery_id))
        .order_by_asc(quota::Column::MemberId)
        .all(db)
        .await?;
    Ok(Some(Kept::of(&row, quotas)))
}
