//! What is kept of nominations, compared with their steps and with the ledgers of seats.
use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use uuid::Uuid;

use super::entities::{Nomination, nomination, step};
use crate::base::error::Result;
use crate::base::ids::{DeliveryId, ParticipantNominationId};
use crate::deliveries;
use crate::participants::rules::{ParticipantState, Why};

/// How many nominations are looked at in one go.
const TOGETHER: u64 = 500;

/// Every nomination that does not stand where its steps lead, whose steps do not follow one
/// another, or that has a seat, or none, against the ledger of its delivery.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut after: Option<ParticipantNominationId> = None;
    loop {
        let mut page = nomination::Entity::find().order_by_asc(nomination::Column::Id);
        if let Some(after) = after {
            page = page.filter(nomination::Column::Id.gt(after));
        }
        let page = page.limit(TOGETHER).all(db).await?;
        let ids = page.iter().map(|one| one.id);
        let steps = step::Entity::find()
            .filter(step::Column::NominationId.is_in(ids))
            .order_by_asc(step::Column::NominationId)
            .order_by_asc(step::Column::Number)
            .all(db)
            .await?;
        let mut by_id: HashMap<_, Vec<step::Model>> = HashMap::new();
        for step in steps {
            by_id.entry(step.nomination_id).or_default().push(step);
        }
        for one in &page {
            let steps = by_id.remove(&one.id).unwrap_or_default();
            let faults = faults(one, &steps);
            found.extend(faults.map(|what| format!("participant nomination {} {what}", one.id)));
        }
        let Some(last) = page.last() else { break };
        after = Some(last.id);
    }
    against_ledgers(db, &mut found).await?;
    Ok(found)
}

/// Those that have a seat.
fn seated() -> Select<nomination::Entity> {
    let states = ParticipantState::ALL.iter().copied().filter(|state| state.holds_seat());
    nomination::Entity::find().filter(nomination::Column::State.is_in(states))
}

async fn against_ledgers(db: &impl ConnectionTrait, found: &mut Vec<String>) -> Result<()> {
    let (mut counted, mut after) = (0, None);
    loop {
        let page = deliveries::seated_by_ledger(db, after, TOGETHER).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(*last);
        let rows: Vec<(DeliveryId, Uuid)> = seated()
            .select_only()
            .columns([nomination::Column::DeliveryId, nomination::Column::Id])
            .filter(nomination::Column::DeliveryId.is_in(page.iter().map(|(id, _)| *id)))
            .into_tuple()
            .all(db)
            .await?;
        counted += rows.len() as u64;
        let mut kept: HashMap<DeliveryId, HashSet<Uuid>> = HashMap::new();
        for (delivery, nomination) in rows {
            kept.entry(delivery).or_default().insert(nomination);
        }
        for (delivery, by_ledger) in &page {
            let kept = kept.remove(delivery).unwrap_or_default();
            let named = |id: &Uuid, what: &str| format!("participant nomination {id} {what}");
            let seatless = by_ledger.difference(&kept);
            found.extend(seatless.map(|id| named(id, "has no seat, and by the seat ledger one")));
            let made = kept.difference(by_ledger);
            found.extend(made.map(|id| named(id, "has a seat, and by the seat ledger none")));
        }
    }
    if seated().count(db).await? != counted {
        found.push("people have seats at deliveries whose seats are not published".to_owned());
    }
    Ok(())
}

fn faults(one: &Nomination, steps: &[step::Model]) -> impl Iterator<Item = &'static str> {
    let stands = steps.last().is_some_and(|last| {
        last.state == one.state && last.why == one.why && last.number == one.revision
    });
    let follows = steps
        .windows(2)
        .all(|pair| pair[0].state.may_become(pair[1].state) && pair[0].number < pair[1].number);
    let counted = |holds: fn(&step::Model) -> bool| {
        i32::try_from(steps.iter().filter(|step| holds(step)).count()).unwrap_or(i32::MAX)
    };
    let offers = counted(|step| step.state == ParticipantState::Offered);
    let ran_out = counted(|step| step.reason() == Some(Why::OfferRanOut));
    let offered = one.state == ParticipantState::Offered;
    let sent = one.state.is_with_centre() && one.approved_at.is_none();
    let checks = [
        (stands, "does not stand where its last step leads"),
        (follows, "has steps that do not follow one another"),
        (one.open == one.state.is_open(), "is open, or not, against its state"),
        (offers == one.offers && ran_out == one.ran_out, "has other offers than its steps say"),
        (offered == one.offer_until.is_some(), "has an offer, or none, against its state"),
        (!sent, "is with its centre and was never sent"),
        (one.approved_at.is_none() || one.notice_version.is_some(), "was sent without a notice"),
    ];
    checks.into_iter().filter(|(holds, _)| !holds).map(|(_, what)| what)
}
