//! What the clock brings about for deliveries, each once, whichever instance comes first.
use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};

use super::seats::telling::{tell_centre, tell_each};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::catalogue::Hand;
use crate::deliveries::emails::SeatsNews;
use crate::deliveries::rules::{Deadline, DeliveryState, Milestone};
use crate::deliveries::store::milestones::{self, Reached};
use crate::deliveries::store::seats::{self, Quota};
use crate::deliveries::store::{self, Delivery};
use crate::organisations;

/// How many deliveries are looked at in one go.
const TOGETHER: u64 = 500;
/// No deadline is longer before a delivery than this.
const LOOKS_AHEAD: Days = Days::new(366 + 7);

/// The deliveries for which the clock has reached something that is not brought about.
pub async fn waiting(app: &App) -> Result<Vec<DeliveryId>> {
    let now = app.clock.now();
    let until = now.date_naive().checked_add_days(LOOKS_AHEAD).unwrap_or_else(|| now.date_naive());
    let (mut waiting, mut after) = (Vec::new(), None);
    loop {
        let page = milestones::clocked(&app.db, (until, after), TOGETHER).await?;
        let ids: Vec<_> = page.iter().map(|one| one.id).collect();
        let mut done = milestones::done(&app.db, &ids).await?;
        let waits = |one: &&Delivery| {
            !one.reached(&done.remove(&one.id).unwrap_or_default(), now).is_empty()
        };
        waiting.extend(page.iter().filter(waits).map(|one| one.id));
        let Some(last) = page.last() else { return Ok(waiting) };
        after = Some(last.id);
    }
}

/// Holds a delivery and notes the first thing that the clock has reached for it; whoever calls
/// brings it about and commits. None where another instance was here before.
pub async fn take(
    tx: &Transaction,
    id: DeliveryId,
    now: DateTime<Utc>,
) -> Result<Option<(Delivery, Milestone)>> {
    let Some(known) = milestones::held_for_the_clock(tx, id).await? else { return Ok(None) };
    let done = milestones::done(tx, &[id]).await?.remove(&id).unwrap_or_default();
    let Some(first) = known.reached(&done, now).first().copied() else { return Ok(None) };
    let (milestone, _): Reached = first;
    Ok(milestones::note(tx, &known, first, now).await?.then_some((known, milestone)))
}

/// Takes the state to which the clock leads.
pub async fn advance(
    tx: &Transaction,
    known: &Delivery,
    state: DeliveryState,
    hand: Hand,
) -> Result<()> {
    store::advance(tx, known, state, hand).await
}

/// Tells each State how many of its seats are taken back soon, but for those that are kept for
/// people of its own.
pub async fn announce_recall(
    app: &App,
    tx: &Transaction,
    known: &Delivery,
    kept: &BTreeMap<OrganisationId, i32>,
) -> Result<()> {
    let at = known.due().into_iter().find(|(due, _)| *due == Deadline::Recall).map(|(_, at)| at);
    let Some(at) = at.filter(|_| !known.is_national()) else { return Ok(()) };
    let Some(shared) = seats::to_share(tx, known).await? else { return Ok(()) };
    let spare = |quota: Quota| {
        let seats = quota.free() - kept.get(&quota.member).copied().unwrap_or(0);
        (seats > 0).then_some((quota.member, SeatsNews::RecallSoon { seats, at }))
    };
    let news: Vec<_> = shared.quotas().filter_map(spare).collect();
    let event = format!("{}:recall:{}", known.id, at.timestamp());
    tell_each(app, tx, (known, &event), &news).await
}

/// Takes free seats of States into the reserve, but for those that are kept for people of their
/// own, and tells them and the centre. A national delivery has no others who could take them.
pub async fn recall(
    app: &App,
    tx: &Transaction,
    (known, hand): (&Delivery, Hand),
    kept: &BTreeMap<OrganisationId, i32>,
) -> Result<()> {
    if known.is_national() {
        return Ok(());
    }
    let given = seats::recall(tx, known, kept, hand).await?;
    let Some(shared) = seats::to_share(tx, known).await?.filter(|_| !given.is_empty()) else {
        return Ok(());
    };
    let news = given
        .iter()
        .map(|one| (one.member, SeatsNews::Recalled { seats: one.seats, held: one.held }));
    let news: Vec<_> = news.collect();
    let event = format!("{}:{}", known.id, shared.revision);
    tell_each(app, tx, (known, &event), &news).await?;
    let centre = organisations::by_id(tx, known.centre_id).await?.ok_or(Error::NotFound)?;
    let seats = given.iter().map(|one| one.seats).sum();
    let news = SeatsNews::RecalledInAll { seats, reserve: shared.books.reserve };
    tell_centre(app, tx, (known, &centre.name), (shared.revision, news)).await
}
