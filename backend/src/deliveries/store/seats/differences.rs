//! What States and the reserve hold against the ledger, replayed from its first row.
use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::entities::{entry, quota, seating};
use crate::base::error::Result;
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::deliveries::rules::seats::{Books, Held, Move, Sharing};
use crate::deliveries::store::Delivery;

/// What does not add up of the seats of these deliveries; a sentence each.
pub async fn differences(db: &impl ConnectionTrait, of: &[Delivery]) -> Result<Vec<String>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let ids = || of.iter().map(|one| one.id);
    let kept = seating::Entity::find().filter(seating::COLUMN.delivery_id.is_in(ids()));
    let kept: HashMap<_, _> =
        kept.all(db).await?.into_iter().map(|row| (row.delivery_id, row)).collect();
    let mut quotas: HashMap<DeliveryId, BTreeMap<OrganisationId, Held>> = HashMap::new();
    for row in quota::Entity::find().filter(quota::Column::DeliveryId.is_in(ids())).all(db).await? {
        // What a State asked for explains; nothing follows from it.
        let held = Held { asked: 0, held: row.held, taken: row.taken };
        quotas.entry(row.delivery_id).or_default().insert(row.member_id, held);
    }
    let rows = entry::Entity::find()
        .filter(entry::Column::DeliveryId.is_in(ids()))
        .order_by_asc(entry::Column::DeliveryId)
        .order_by_asc(entry::Column::Number);
    let mut entries: HashMap<DeliveryId, Vec<entry::Model>> = HashMap::new();
    for row in rows.all(db).await? {
        entries.entry(row.delivery_id).or_default().push(row);
    }
    let mut found = Vec::new();
    for one in of {
        let quotas = quotas.remove(&one.id).unwrap_or_default();
        let entries = entries.remove(&one.id).unwrap_or_default();
        let faults = faults(one, kept.get(&one.id), (&quotas, entries));
        found.extend(faults.into_iter().map(|what| format!("delivery {} {what}", one.code)));
    }
    Ok(found)
}

fn faults(
    one: &Delivery,
    kept: Option<&seating::Model>,
    (quotas, entries): (&BTreeMap<OrganisationId, Held>, Vec<entry::Model>),
) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut expect = |holds: bool, what: &'static str| {
        if !holds {
            faults.push(what);
        }
    };
    let Some(kept) = kept else {
        expect(quotas.is_empty() && entries.is_empty(), "has seats that are not shared");
        return faults;
    };
    let held: i32 = quotas.values().map(|one| one.held).sum();
    expect(kept.reserve + held == kept.capacity, "has seats that do not add up");
    expect(kept.capacity == one.max_participants, "shares another number of seats than it has");
    let national = kept.sharing == Sharing::National;
    let published = kept.published_at.is_some();
    expect(!published || national == one.is_national(), "shares its seats against its level");
    if !published {
        let untouched = entries.is_empty() && quotas.values().all(|one| one.taken == 0);
        expect(untouched, "has moved seats before they were published");
        return faults;
    }
    let numbered = (1..).zip(&entries).all(|(number, row)| row.number == number);
    let last = i32::try_from(entries.len()).ok() == Some(kept.entries);
    expect(numbered && last, "has a seat ledger with rows missing");
    let mut books = Books::default();
    let whole = entries.into_iter().all(|row| books.enter(as_move(row)).is_ok());
    expect(whole, "has a seat ledger with a move that cannot be");
    let reserves = (books.capacity, books.reserve) == (kept.capacity, kept.reserve);
    expect(reserves, "has other seats in reserve than its seat ledger gives");
    let some = |quotas: &BTreeMap<OrganisationId, Held>| {
        let some = quotas.iter().filter(|(_, held)| (held.held, held.taken) != (0, 0));
        some.map(|(member, held)| (*member, *held)).collect::<Vec<_>>()
    };
    expect(some(&books.quotas) == some(quotas), "has quotas that its seat ledger does not give");
    faults
}

fn as_move(row: entry::Model) -> Move {
    Move {
        kind: row.kind,
        from: row.from_member,
        to: row.to_member,
        seats: row.seats,
        nomination: row.nomination_id,
        reason: row.reason,
    }
}
