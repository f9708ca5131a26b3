//! A Training Director decides on people: one by one or many at once, all or none.
use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::waiting::line_up;
use super::{hand, record_list, seats};
use crate::base::App;
use crate::base::db::{ConnectionTrait, Transaction};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::i18n::Message;
use crate::base::ids::{OrganisationId, ParticipantNominationId};
use crate::catalogue::Hand;
use crate::deliveries::rules::{Deadline, DeliveryCode};
use crate::deliveries::{self, Delivery};
use crate::identity::TrainingDirector;
use crate::participants::emails;
use crate::participants::rules::{
    Decision, ParticipantState, PassedOver, TypedDecision, Why, own_people_first, passed_by_choice,
    published,
};
use crate::participants::store::{self, Move, Nomination, NominationRow};

/// The most people who are decided on at once.
const MOST: usize = 500;

/// A decision on people.
#[derive(Clone, Debug, Default)]
pub struct Deciding {
    /// The nominations.
    pub nominations: Vec<ParticipantNominationId>,
    /// What was typed.
    pub typed: TypedDecision,
}

/// What a decision would lead to, for its check page.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The delivery.
    pub delivery: Delivery,
    /// The people, State by State in the order of each.
    pub rows: Vec<NominationRow>,
    /// Why each gets a seat, where that is decided; none where there is none to get.
    pub whys: HashMap<ParticipantNominationId, Option<Why>>,
    /// How many seats are free in all.
    pub free: i32,
    /// Who stands before them on the waiting list and is not chosen, where they get seats.
    pub passed: Vec<ParticipantNominationId>,
}

impl Judged {
    /// How many of the people would find no seat.
    pub fn without(&self) -> usize {
        self.whys.values().filter(|why| why.is_none()).count()
    }
}

/// What a decision on these people would lead to, as things stand.
pub async fn judged(
    app: &App,
    by: &TrainingDirector,
    code: &DeliveryCode,
    ids: &[ParticipantNominationId],
) -> Result<Judged> {
    let delivery = deliveries::of_centre_by_code(&app.db, by.centre(), code).await?;
    let delivery = delivery.ok_or(Error::NotFound)?;
    let ids = &ids[..ids.len().min(MOST)];
    let found = store::decidable(&app.db, (by.centre(), delivery.id), ids).await?;
    let (whys, free) = whys(&app.db, by, &delivery, &found).await?;
    let passed = passed(&app.db, &delivery, (&found, &whys), app.clock.now()).await?;
    let rows = store::with_people(&app.db, found).await?;
    Ok(Judged { delivery, rows, whys, free, passed })
}

/// A Training Director decides on people, and the State reads why. Pressed twice, it is decided
/// once. Answers how many were decided on.
#[tracing::instrument(skip_all)]
pub async fn decide(
    app: &App,
    by: &TrainingDirector,
    code: &DeliveryCode,
    deciding: &Deciding,
) -> Result<usize> {
    let tx = app.db.begin().await?;
    let delivery = deliveries::to_change(&tx, by.centre(), code).await?.ok_or(Error::NotFound)?;
    let (decision, why, text) = deciding.typed.read()?;
    let hand = hand(app, by.capacity());
    may_decide(&delivery, hand)?;
    let ids = &deciding.nominations;
    if ids.is_empty() || ids.len() > MOST {
        return Err(Error::Refused(Message::new("decision-refused-number").with("most", MOST)));
    }
    let found = store::decidable(&tx, (by.centre(), delivery.id), ids).await?;
    if found.len() < ids.len() {
        return Err(Error::NotFound);
    }
    let to = decision.leads_to();
    let open: Vec<_> = found.iter().filter(|one| one.state != to).collect();
    if open.is_empty() {
        return Ok(0);
    }
    if open.iter().any(|one| !one.may_become(to)) {
        return Err(Error::Conflict);
    }
    let groups = match decision {
        Decision::Accept => seated(&tx, by, (&delivery, &open), (&text, hand)).await?,
        Decision::Waitlist | Decision::Decline => vec![(why, open.clone())],
    };
    for (why, some) in &groups {
        let way = Move { to, why: *why, text: &text };
        store::move_on(&tx, some, &way, hand).await?;
    }
    emails::decided(app, &tx, (by.capacity(), &delivery), (&open, decision)).await?;
    let entry = ("participants.decide", &delivery, &["state", decision.as_str()][..]);
    record_list(&tx, hand, &by.by(), entry).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(open.len())
}

/// Whether decisions are taken now: once people are nominated, until names are final.
fn may_decide(delivery: &Delivery, hand: Hand) -> Result<()> {
    let runs = delivery.state.takes_people();
    let passed = |(deadline, at): &(Deadline, _)| *deadline == Deadline::Freeze && hand.at > *at;
    let frozen = delivery.due().iter().any(passed);
    match (runs, frozen) {
        (true, false) => Ok(()),
        (true, true) => Err(Error::refused("participants-refused-frozen")),
        (false, _) => Err(Error::refused("decision-refused-state")),
    }
}

type Group<'a> = (Option<Why>, Vec<&'a Nomination>);

/// Takes a seat for each; all or none. Whoever stands before them on the waiting list is passed
/// over with the words of the centre.
async fn seated<'a>(
    tx: &Transaction,
    by: &TrainingDirector,
    (delivery, people): (&Delivery, &[&'a Nomination]),
    (text, hand): (&str, Hand),
) -> Result<Vec<Group<'a>>> {
    let owned: Vec<_> = people.iter().map(|one| (*one).clone()).collect();
    let (whys, free) = whys(tx, by, delivery, &owned).await?;
    let passed = passed(tx, delivery, (&owned, &whys), hand.at).await?;
    if text.is_empty() && !passed.is_empty() {
        let mut errors = FieldErrors::default();
        errors.add("text", "decision-needs-why-passed");
        return Err(errors.into());
    }
    let got = seats::take(tx, delivery, people, hand).await?;
    if got.iter().any(|got| !got) {
        let message = Message::new("decision-refused-seats").with("chosen", people.len());
        return Err(Error::Refused(message.with("free", free)));
    }
    let chosen = people.iter().find(|one| one.state == ParticipantState::Waitlisted);
    if let Some(chosen) = chosen {
        let skips: Vec<_> = passed.iter().map(|id| (*id, PassedOver::CentreChose)).collect();
        store::note_skips(tx, chosen, &skips, hand).await?;
    }
    let of = |why: Why| {
        let some = people.iter().filter(|one| whys.get(&one.id) == Some(&Some(why)));
        (Some(why), some.copied().collect::<Vec<_>>())
    };
    let groups = [of(Why::OwnSeat), of(Why::Reserve)];
    Ok(groups.into_iter().filter(|(_, some)| !some.is_empty()).collect())
}

/// Who stands before these people on the waiting list, where they get seats, and is not chosen.
async fn passed(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
    (people, whys): (&[Nomination], &Whys),
    now: DateTime<Utc>,
) -> Result<Vec<ParticipantNominationId>> {
    let waits = |one: &&Nomination| one.state == ParticipantState::Waitlisted;
    let chosen: Vec<_> = people.iter().filter(waits).collect();
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let own_first = own_people_first(&delivery.due(), delivery.is_national(), now);
    let own_seat =
        |one: &&Nomination| (one.id, own_first && whys.get(&one.id) == Some(&Some(Why::OwnSeat)));
    let (waiting, seated) = line_up(&store::with_centre(db, delivery).await?);
    Ok(passed_by_choice(&published(waiting, &seated), &chosen.iter().map(own_seat).collect()))
}

type Whys = HashMap<ParticipantNominationId, Option<Why>>;

/// Where the seat of each would come from, in their order, and how many are free in all.
async fn whys(
    db: &impl ConnectionTrait,
    by: &TrainingDirector,
    delivery: &Delivery,
    people: &[Nomination],
) -> Result<(Whys, i32)> {
    let quotas = deliveries::quotas_of(db, delivery, by.centre()).await?;
    let seating = deliveries::seating(db, delivery).await?;
    let mut reserve = seating.map_or(0, |seating| seating.reserve);
    let mut own: HashMap<OrganisationId, i32> =
        quotas.iter().map(|quota| (quota.member, quota.free())).collect();
    let free = reserve + own.values().sum::<i32>();
    let mut whys = HashMap::new();
    for one in people {
        let left = own.entry(one.member_id).or_default();
        let why = if *left > 0 {
            *left -= 1;
            Some(Why::OwnSeat)
        } else if reserve > 0 {
            reserve -= 1;
            Some(Why::Reserve)
        } else {
            None
        };
        whys.insert(one.id, why);
    }
    Ok((whys, free))
}
