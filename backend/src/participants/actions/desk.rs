//! What a State sees of its people for a delivery, and what a centre sees of those to decide on.
use std::collections::HashMap;

use super::hinting::hints_on;
use super::listing::is_undecided;
use super::sending::may_send;
use super::waiting::{WaitingPlace, waiting_places};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::{DeliveryId, OrganisationId, ParticipantNominationId, PersonId};
use crate::deliveries::rules::{Deadline, DeliveryCode};
use crate::deliveries::{self, Delivery, Quota, Seating};
use crate::identity::{StateStaff, TrainingDirector};
use crate::participants::rules::{Hint, ParticipantState, Place, Window, within};
use crate::participants::store::{self, NominationRow, People, Person, Standing, Tab};

/// How many people of the roster are shown to choose from.
const CHOICES: u64 = 20;

/// The list of a State for a delivery, with what stands around it.
#[derive(Debug)]
pub struct Desk {
    /// The delivery.
    pub delivery: Delivery,
    /// What may be done with the list now.
    pub window: Window,
    /// Who is on it, in its order.
    pub lines: Vec<Line>,
    /// Of whom nothing comes any more.
    pub closed: Vec<NominationRow>,
    /// The seats of the State; none before they are published.
    pub seats: Option<Seats>,
    /// People of the roster from whom to choose.
    pub choices: Vec<Chosen>,
    /// How many people are on the roster in all.
    pub roster: u64,
}

/// Somebody on the list.
#[derive(Debug)]
pub struct Line {
    /// The nomination.
    pub row: NominationRow,
    /// Where the person would be once the seats are filled from the top; decided otherwise where
    /// none.
    pub place: Option<Place>,
    /// Where the person stands on the waiting list of the delivery; none where they are not on it.
    pub waits: Option<WaitingPlace>,
    /// What to know.
    pub hints: Vec<Hint>,
    /// Whether whoever looks may send it on.
    pub to_send: bool,
    /// Whether its place on the list may still change.
    pub movable: bool,
}

impl Line {
    /// Whether it can be taken off the list at once: nobody else has seen it.
    pub fn is_removable(&self) -> bool {
        self.row.nomination.state == ParticipantState::Draft
    }
}

/// The seats of a State at a delivery.
#[derive(Clone, Copy, Debug)]
pub struct Seats {
    /// Held for it.
    pub held: i32,
    /// Of those, taken by people who are accepted.
    pub taken: i32,
    /// Of those, neither taken nor offered to anybody.
    pub free: i32,
    /// People named who are not decided on, or are offered a seat.
    pub named: i32,
    /// People who wait.
    pub waiting: i32,
}

/// Somebody of the roster from whom to choose.
#[derive(Debug)]
pub struct Chosen {
    /// The person.
    pub person: Person,
    /// Where the person stands for the delivery already.
    pub stands: Option<ParticipantState>,
    /// What to know.
    pub hints: Vec<Hint>,
}

impl Chosen {
    /// Whether the person can be put on the list: not twice, and not who took the course.
    pub fn is_free(&self) -> bool {
        let took = self.hints.iter().any(|hint| matches!(hint, Hint::TookCourse(_)));
        self.stands.is_none() && !took
    }
}

impl Desk {
    /// The people who are sent on now.
    pub fn to_send(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.to_send)
    }

    /// How many of the people on the list have a seat or would get one, and how many wait.
    pub fn places(&self) -> (usize, usize) {
        let waits = |line: &&Line| match line.place {
            Some(place) => matches!(place, Place::Waits(_)),
            None => line.row.nomination.state == ParticipantState::Waitlisted,
        };
        let waiting = self.lines.iter().filter(waits).count();
        (self.lines.len() - waiting, waiting)
    }
}

/// The list of the own State, or agency, for a delivery; `find` is what is looked for on the
/// roster.
pub async fn desk(app: &App, by: &StateStaff, (code, find): (&DeliveryCode, &str)) -> Result<Desk> {
    let reads = by.capacity().reads();
    let delivery = deliveries::find(&app.db, reads, code).await?;
    let delivery = delivery.filter(Delivery::is_announced).ok_or(Error::NotFound)?;
    let scope = by.nominees();
    let rows = store::list_of_state(&app.db, scope, (delivery.id, true)).await?;
    let closed = store::list_of_state(&app.db, scope, (delivery.id, false)).await?;
    let seating = deliveries::seating(&app.db, &delivery).await?;
    let quota = deliveries::quota_of(&app.db, delivery.id, by.state()).await?;
    let wanted = People { found_by: find.to_owned() };
    let choices = store::choosable(&app.db, (scope, &delivery), &wanted, CHOICES).await?;
    let roster = store::people(&app.db, scope, &People::default(), (0, 0)).await?.1;
    let people = rows.iter().map(|row| &row.person).chain(choices.iter().map(|(one, _)| one));
    let mut hints = hints_on(app, (by.capacity(), &delivery), people, |_| None).await?;
    let seats = seating.map(|_| seats(quota, &rows));
    let mut take = |id: PersonId| hints.remove(&id).unwrap_or_default();
    let choices: Vec<_> = choices
        .into_iter()
        .map(|(person, stands)| Chosen { hints: take(person.id), person, stands })
        .collect();
    let waiting = waiting(app, &delivery, &rows).await?;
    let mut lines = lines(rows, seats.as_ref(), (by, &mut take));
    for line in &mut lines {
        line.waits = waiting.get(&line.row.nomination.id).copied();
    }
    let window = Window::of(delivery.state, &delivery.due(), app.clock.now());
    Ok(Desk { delivery, window, lines, closed, seats, choices, roster })
}

/// Where those who wait stand on the waiting list of the delivery, if anybody does.
async fn waiting(
    app: &App,
    delivery: &Delivery,
    rows: &[NominationRow],
) -> Result<HashMap<ParticipantNominationId, WaitingPlace>> {
    let waits = |row: &NominationRow| row.nomination.state == ParticipantState::Waitlisted;
    if rows.iter().any(waits) {
        waiting_places(&app.db, delivery).await
    } else {
        Ok(HashMap::new())
    }
}

fn seats(quota: Option<Quota>, rows: &[NominationRow]) -> Seats {
    let count = |state: fn(ParticipantState) -> bool| {
        let some = rows.iter().filter(|row| state(row.nomination.state)).count();
        i32::try_from(some).unwrap_or(i32::MAX)
    };
    let offered = count(|state| state == ParticipantState::Offered);
    let undecided = count(|state| state.is_at_home() || state == ParticipantState::Approved);
    Seats {
        held: quota.as_ref().map_or(0, |quota| quota.held),
        taken: quota.as_ref().map_or(0, |quota| quota.taken) - offered,
        free: quota.as_ref().map_or(0, Quota::free),
        named: undecided + offered,
        waiting: count(|state| state == ParticipantState::Waitlisted),
    }
}

/// The undecided fill the free seats from the top.
fn lines(
    rows: Vec<NominationRow>,
    seats: Option<&Seats>,
    (by, take): (&StateStaff, &mut impl FnMut(PersonId) -> Vec<Hint>),
) -> Vec<Line> {
    let free = seats.map(|seats| usize::try_from(seats.free).unwrap_or_default());
    // Where no seats are held for States, whoever comes first in the reserve takes them.
    let open = seats.is_some_and(|seats| seats.held == 0);
    let mut undecided = 0;
    let mut line = |row: NominationRow| {
        let movable = is_undecided(&row.nomination);
        let place = free.filter(|_| movable && !open).map(|free| within(undecided, free));
        undecided += usize::from(movable);
        let to_send = may_send(by, &row.nomination);
        Line { place, waits: None, hints: take(row.person.id), to_send, movable, row }
    };
    rows.into_iter().map(&mut line).collect()
}

/// A nomination of the own State with its delivery.
#[derive(Debug)]
pub struct OverviewRow {
    /// The nomination.
    pub row: NominationRow,
    /// The delivery.
    pub delivery: Delivery,
}

/// The nominations of the own State, the newest first, with their deliveries; and how many there
/// are.
pub async fn overview(
    app: &App,
    by: &StateStaff,
    (open, stretch): (bool, (u64, u64)),
) -> Result<(Vec<OverviewRow>, u64)> {
    let (rows, total) = store::rows_of_state(&app.db, (by.nominees(), open), stretch).await?;
    let known = of_rows(app, by.capacity().reads(), &rows).await?;
    let with = |row: NominationRow| {
        let delivery = known.get(&row.nomination.delivery_id)?.clone();
        Some(OverviewRow { row, delivery })
    };
    Ok((rows.into_iter().filter_map(with).collect(), total))
}

/// The deliveries of these nominations, by their ids.
pub(in crate::participants) async fn of_rows(
    app: &App,
    reads: crate::identity::ReaderScope,
    rows: &[NominationRow],
) -> Result<HashMap<DeliveryId, Delivery>> {
    let mut ids: Vec<_> = rows.iter().map(|row| row.nomination.delivery_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = deliveries::of_ids(&app.db, reads, &ids).await?;
    Ok(known.into_iter().map(|one| (one.id, one)).collect())
}

/// What a Training Director sees of the people for a delivery.
#[derive(Debug)]
pub struct Bench {
    /// The delivery.
    pub delivery: Delivery,
    /// The people on the tab, State by State in the order of each.
    pub rows: Vec<(NominationRow, Vec<Hint>)>,
    /// How many are in each state, by State.
    pub standing: Standing,
    /// Where those on the tab who wait stand on the waiting list.
    pub waiting: HashMap<ParticipantNominationId, WaitingPlace>,
    /// How the seats are shared; none before that is published.
    pub seating: Option<Seating>,
    /// The seats of each State.
    pub quotas: HashMap<OrganisationId, Quota>,
    /// Until when decisions can be taken.
    pub until: Option<chrono::DateTime<chrono::Utc>>,
}

/// The people for a delivery of the own centre, on a tab, so many from there.
pub async fn bench(
    app: &App,
    by: &TrainingDirector,
    (code, tab): (&DeliveryCode, Tab),
    stretch: (u64, u64),
) -> Result<Bench> {
    let delivery = deliveries::of_centre_by_code(&app.db, by.centre(), code).await?;
    let delivery = delivery.ok_or(Error::NotFound)?;
    let (scope, id) = (by.centre(), delivery.id);
    let rows = store::rows_of_centre(&app.db, scope, (id, tab), stretch).await?;
    let standing = store::counts(&app.db, scope, id).await?;
    let seating = deliveries::seating(&app.db, &delivery).await?;
    let quotas = deliveries::quotas_of(&app.db, &delivery, scope).await?;
    let limit = seating.as_ref().and_then(|seating| seating.agency_limit);
    let agencies = match limit {
        Some(_) => store::standing_of_agencies(&app.db, scope, id).await?,
        None => HashMap::new(),
    };
    let over = |person: &Person| {
        let limit = limit?;
        let named = agencies.get(&(person.member_id, person.agency.to_lowercase()));
        let most = usize::try_from(limit).unwrap_or_default();
        named.is_some_and(|named| *named > most).then_some(limit)
    };
    let people = rows.iter().map(|row| &row.person);
    let mut hints = hints_on(app, (by.capacity(), &delivery), people, over).await?;
    let waiting = waiting(app, &delivery, &rows).await?;
    let mut with = |row: NominationRow| {
        let known = hints.remove(&row.person.id).unwrap_or_default();
        (row, known)
    };
    let until = delivery.due().into_iter().find(|(due, _)| *due == Deadline::Freeze);
    Ok(Bench {
        rows: rows.into_iter().map(&mut with).collect(),
        standing,
        waiting,
        seating,
        quotas: quotas.into_iter().map(|quota| (quota.member, quota)).collect(),
        until: until.map(|(_, at)| at),
        delivery,
    })
}
