//! What is due: for which deliveries a State names people, on whom a centre decides, and of which
//! deliveries it says whether they take place.
use chrono::{DateTime, Duration, Utc};

use super::of_rows;
use crate::base::App;
use crate::base::error::Result;
use crate::deliveries::rules::{ASKED_BEFORE, Deadline};
use crate::deliveries::{self, Delivery};
use crate::identity::{StateStaff, TrainingDirector};
use crate::participants::rules::Window;
use crate::participants::store::{self, NominationRow};

/// How many deliveries are looked at for what is due.
const LOOKED_AT: u64 = 50;
/// How many of them are shown.
const SHOWN: usize = 5;

/// A delivery for which a State holds seats.
#[derive(Clone, Debug)]
pub struct ToNominate {
    /// The delivery.
    pub delivery: Delivery,
    /// Until when people are named.
    pub until: DateTime<Utc>,
    /// Whether only free seats of the own State can be filled: the deadline is over.
    pub own_only: bool,
    /// The seats of the State.
    pub seats: i32,
    /// How many people are on its list.
    pub listed: i64,
    /// How many of them are to be sent on.
    pub to_send: i64,
}

/// The next deliveries at which the own State holds seats, while people can be named; once the
/// deadline is over, those at which it has free ones.
pub async fn to_nominate(app: &App, by: &StateStaff) -> Result<Vec<ToNominate>> {
    let now = app.clock.now();
    let from = (now.date_naive(), LOOKED_AT);
    let reads = by.capacity().reads();
    let mut next = deliveries::nominating(&app.db, reads, from).await?;
    next.extend(deliveries::with_free_seats_of(&app.db, (by.state(), reads), from).await?);
    let ids: Vec<_> = next.iter().map(|one| one.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let held = deliveries::held_by(&app.db, by.state(), &ids).await?;
    let listed = store::listed(&app.db, by.nominees(), &ids).await?;
    let due = |delivery: Delivery| {
        let (until, own_only) = match Window::of(delivery.state, &delivery.due(), now) {
            Window::Open(until) => (until, false),
            Window::OwnSeats(until) => (until, true),
            Window::Shut | Window::Over => return None,
        };
        let seats = held.get(&delivery.id).map_or(0, |quota| quota.held);
        let (listed, to_send) = listed.get(&delivery.id).copied().unwrap_or_default();
        let concerns = seats > 0 || listed > 0;
        concerns.then_some(ToNominate { delivery, until, own_only, seats, listed, to_send })
    };
    let mut due: Vec<_> = next.into_iter().filter_map(due).collect();
    due.sort_by_key(|one| one.until);
    due.truncate(SHOWN);
    Ok(due)
}

/// Somebody of a State who is offered a seat.
#[derive(Clone, Debug)]
pub struct ToAnswer {
    /// The nomination, with the person.
    pub row: NominationRow,
    /// The delivery.
    pub delivery: Delivery,
    /// Until when the offer holds.
    pub until: DateTime<Utc>,
}

/// The offers of seats to people of the own State, for a focal point, who answers them.
pub async fn to_answer(app: &App, by: &StateStaff) -> Result<Vec<ToAnswer>> {
    if by.focal_point().is_none() {
        return Ok(Vec::new());
    }
    let offered = store::offered(&app.db, by.nominees(), SHOWN as u64).await?;
    let rows = store::with_people(&app.db, offered).await?;
    let known = of_rows(app, by.capacity().reads(), &rows).await?;
    let due = |row: NominationRow| {
        let until = row.nomination.offered_until()?;
        let delivery = known.get(&row.nomination.delivery_id)?.clone();
        Some(ToAnswer { row, delivery, until })
    };
    Ok(rows.into_iter().filter_map(due).collect())
}

/// A delivery for which people wait for a decision.
#[derive(Clone, Debug)]
pub struct ToDecide {
    /// The delivery.
    pub delivery: Delivery,
    /// How many people wait.
    pub people: i64,
    /// When the centre says whether the delivery takes place.
    pub until: Option<DateTime<Utc>>,
}

/// The deliveries of the own centre for which people wait for a decision, the next first.
pub async fn to_decide(app: &App, by: &TrainingDirector) -> Result<Vec<ToDecide>> {
    let waiting = store::to_decide(&app.db, by.centre()).await?;
    let ids: Vec<_> = waiting.keys().copied().collect();
    let mut own = deliveries::of_ids(&app.db, by.capacity().reads(), &ids).await?;
    own.retain(|one| one.state.takes_people());
    own.sort_by(|a, b| (a.sort_day, &a.code).cmp(&(b.sort_day, &b.code)));
    let due = |delivery: Delivery| {
        let until = delivery.due().into_iter().find(|(due, _)| *due == Deadline::GoNoGo);
        let people = waiting.get(&delivery.id).copied().unwrap_or_default();
        ToDecide { people, until: until.map(|(_, at)| at), delivery }
    };
    Ok(own.into_iter().take(SHOWN).map(due).collect())
}

/// A delivery of which the centre has to say whether it takes place.
#[derive(Clone, Debug)]
pub struct ToConfirm {
    /// The delivery.
    pub delivery: Delivery,
    /// How many people have a seat.
    pub seated: i64,
    /// Until when it has to be said.
    pub until: DateTime<Utc>,
}

/// The deliveries of the own centre of which it has to say soon whether they take place.
pub async fn to_confirm(app: &App, by: &TrainingDirector) -> Result<Vec<ToConfirm>> {
    let now = app.clock.now();
    let due = |delivery: Delivery| {
        let (_, until) = delivery.due().into_iter().find(|(due, _)| *due == Deadline::GoNoGo)?;
        let asked = until - Duration::days(ASKED_BEFORE) < now;
        asked.then_some(ToConfirm { delivery, seated: 0, until })
    };
    let own = deliveries::to_confirm(&app.db, by.centre()).await?;
    let mut own: Vec<_> = own.into_iter().filter_map(due).take(SHOWN).collect();
    let ids: Vec<_> = own.iter().map(|one| one.delivery.id).collect();
    let seated = store::seated(&app.db, by.centre(), &ids).await?;
    for one in &mut own {
        one.seated = seated.get(&one.delivery.id).copied().unwrap_or(0);
    }
    Ok(own)
}
