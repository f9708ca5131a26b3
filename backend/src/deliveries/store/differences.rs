//! What deliveries keep of their courses, and what follows from their states, against the rows
//! behind.
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, QuerySelect};

use super::entities::{Delivery, delivery};
use super::reading::slots_of_all;
use super::seats;
use crate::base::error::Result;
use crate::catalogue::{self, Pinned};
use crate::deliveries::rules::{DeliveryCode, DeliveryState, Slot};

/// How many deliveries are looked at together.
const TOGETHER: u64 = 500;

/// Deliveries that do not say what the version of the course says that they are held from, whose
/// sessions are on other days, whose state does not fit the rest, or whose seats do not add up; a
/// sentence each.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut skipped = 0;
    loop {
        let page = delivery::Entity::find()
            .order_by_asc(delivery::Column::Id)
            .offset(skipped)
            .limit(TOGETHER)
            .all(db)
            .await?;
        let versions: Vec<_> = page.iter().map(|one| (one.course_id, one.version)).collect();
        let pinned = catalogue::pinned(db, &versions).await?;
        let slots = slots_of_all(db, &page).await?;
        for (one, pinned) in page.iter().zip(&pinned) {
            let slots = slots.get(&one.id).map_or(&[][..], Vec::as_slice);
            let faults = faults(one, pinned.as_ref(), slots);
            found.extend(faults.into_iter().map(|what| format!("delivery {} {what}", one.code)));
        }
        found.extend(seats::differences(db, &page).await?);
        skipped += TOGETHER;
        if page.len() < usize::try_from(TOGETHER).unwrap_or(usize::MAX) {
            return Ok(found);
        }
    }
}

fn faults(one: &Delivery, pinned: Option<&Pinned>, slots: &[Slot]) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut expect = |holds: bool, what: &'static str| {
        if !holds {
            faults.push(what);
        }
    };
    expect(pinned.is_some(), "is held from a version that there is not");
    let says = pinned.is_none_or(|pinned| {
        (&one.course_code, one.owner_id, &one.title, &one.course_type)
            == (&pinned.code, pinned.owner, &pinned.title, &pinned.course_type)
    });
    expect(says, "does not say what its version of the course says");
    let code = DeliveryCode::of(&one.course_code, one.number);
    expect(one.code == code.as_str(), "has another code than its course and its number give");
    let hidden = match one.state {
        DeliveryState::Proposed => one.announced_at.is_none(),
        DeliveryState::Cancelled => true,
        _ => one.announced_at.is_some(),
    };
    expect(hidden, "is announced, or not, against its state");
    expect(one.is_national() == one.member_id.is_some(), "is national without a State, or not");
    expect(one.deadlines().are_in_order(), "has deadlines that are not in order");
    let on_days = match one.days() {
        Some((first, last)) => slots.iter().all(|slot| (first..=last).contains(&slot.day)),
        None => slots.is_empty(),
    };
    expect(on_days, "has sessions on other days than its own");
    let sorts = one.first_day.is_none_or(|first| first == one.sort_day);
    expect(sorts && one.first_day.is_some() == one.last_day.is_some(), "has days that do not fit");
    faults
}
