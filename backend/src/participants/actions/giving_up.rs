//! A State takes somebody back, or sends somebody else instead.
use super::offers::{Freed, offer_free};
use super::{hand, held, record_nomination, seats};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::{ParticipantNominationId, PersonId};
use crate::catalogue::Hand;
use crate::deliveries::rules::DeliveryState;
use crate::deliveries::{self, Delivery};
use crate::identity::{FocalPoint, NominationScope, StateStaff};
use crate::participants::emails;
use crate::participants::rules::{ParticipantState, Replacing, Why, read_reason, replacing};
use crate::participants::store::{self, Draft, Move, Nomination};

/// Which nomination is given up, as somebody read it, and why.
#[derive(Clone, Debug)]
pub struct GivingUp {
    /// The nomination.
    pub id: ParticipantNominationId,
    /// Its revision at that time.
    pub revision: i32,
    /// Why; needed where the centre knows of the person.
    pub reason: String,
}

/// Who goes instead.
#[derive(Clone, Copy, Debug)]
pub struct Replacement {
    /// The person, of the same roster.
    pub person: PersonId,
    /// Whether the person has read the notice and agrees.
    pub agreed: bool,
}

/// A State takes somebody back: an agency until its focal point has sent them on. A seat that the
/// person has is free again.
#[tracing::instrument(skip_all, fields(nomination.id = %giving.id))]
pub async fn withdraw(app: &App, by: &StateStaff, giving: &GivingUp) -> Result<()> {
    let tx = app.db.begin().await?;
    let (delivery, known) = as_read(&tx, by, giving, ParticipantState::Withdrawn).await?;
    let Some(known) = known else { return Ok(()) };
    if by.focal_point().is_none() && !known.is_at_home() {
        return Err(Error::refused("participants-refused-focal-point"));
    }
    if matches!(delivery.state, DeliveryState::Completed | DeliveryState::Reported) {
        return Err(Error::refused("participants-refused-done"));
    }
    let with_centre = known.state.is_with_centre();
    let reason = read_reason(&giving.reason, with_centre)?;
    let hand = hand(app, by.capacity());
    if known.state.holds_seat() {
        seats::free(&tx, &delivery, (&[&known], &reason), hand).await?;
    }
    let way = Move { to: ParticipantState::Withdrawn, why: Some(Why::State), text: &reason };
    store::move_on(&tx, &[&known], &way, hand).await?;
    if known.state.holds_seat() {
        let left = [known.member_id];
        offer_free(app, &tx, (&delivery, Freed::By(&left)), hand).await?;
    }
    if with_centre {
        emails::withdrawn(app, &tx, (by.capacity(), &delivery), &known).await?;
    }
    let entry = ("participant.withdraw", known.id, &["state", "reason"][..]);
    record_nomination(&tx, hand, &by.by(), entry).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// A focal point sends somebody else instead. Until the deadline for it the place is taken over as
/// it is; later, until names are final, the centre decides anew.
#[tracing::instrument(skip_all, fields(nomination.id = %giving.id))]
pub async fn replace(
    app: &App,
    by: &FocalPoint,
    giving: &GivingUp,
    replacement: Replacement,
) -> Result<ParticipantNominationId> {
    let tx = app.db.begin().await?;
    let staff = by.as_staff();
    let (delivery, known) = as_read(&tx, &staff, giving, ParticipantState::Replaced).await?;
    let Some(known) = known else {
        let list = store::open_of(&tx, staff.nominees(), delivery.id).await?;
        let made = list.iter().find(|one| one.replaces_id == Some(giving.id));
        return made.map(|one| one.id).ok_or(Error::Conflict);
    };
    let hand = hand(app, by.capacity());
    let how = replacing(delivery.state, &delivery.due(), hand.at).map_err(Error::Refused)?;
    let reason = read(&tx, &staff, (&delivery, giving, replacement), how).await?;
    let way = Move { to: ParticipantState::Replaced, why: Some(Why::State), text: &reason };
    store::move_on(&tx, &[&known], &way, hand).await?;
    if known.state.holds_seat() {
        seats::free(&tx, &delivery, (&[&known], &reason), hand).await?;
    }
    let made = take_over(&tx, &staff, (&delivery, &known, replacement), (how, hand)).await?;
    if known.state.holds_seat() && how == Replacing::Asks {
        let left = [known.member_id];
        offer_free(app, &tx, (&delivery, Freed::By(&left)), hand).await?;
    }
    emails::replaced(app, &tx, (by.capacity(), &delivery), &made).await?;
    let entry = ("participant.replace", known.id, &["state", "person", "reason"][..]);
    record_nomination(&tx, hand, &by.by(), entry).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(made.id)
}

/// The delivery, held, and the nomination as it was read, where it may become `next`; none where
/// a button was pressed twice and it did already.
async fn as_read(
    tx: &Transaction,
    by: &StateStaff,
    giving: &GivingUp,
    next: ParticipantState,
) -> Result<(Delivery, Option<Nomination>)> {
    let scope = NominationScope::State(by.nominees());
    let found = store::one(tx, scope, giving.id).await?.ok_or(Error::NotFound)?;
    let ids = [found.nomination.delivery_id];
    let named = deliveries::of_ids(tx, by.capacity().reads(), &ids).await?.pop();
    let delivery = held(tx, by.capacity(), &named.ok_or(Error::NotFound)?.known_as()).await?;
    // Read again: it may have changed until the delivery was held.
    let known = store::one(tx, scope, giving.id).await?.ok_or(Error::NotFound)?.nomination;
    if known.state == next {
        return Ok((delivery, None));
    }
    if !known.may_become(next) {
        return Err(Error::refused("participants-refused-closed"));
    }
    if known.revision != giving.revision {
        return Err(Error::Conflict);
    }
    Ok((delivery, Some(known)))
}

/// Reads who goes instead; every fault at once. Answers the reason.
async fn read(
    tx: &Transaction,
    by: &StateStaff,
    (delivery, giving, replacement): (&Delivery, &GivingUp, Replacement),
    how: Replacing,
) -> Result<String> {
    let mut errors = FieldErrors::default();
    let person = store::person(tx, by.nominees(), replacement.person).await?;
    let list = store::open_of(tx, by.nominees(), delivery.id).await?;
    if person.is_none() {
        errors.add("person", "participants-needs-person");
    } else if list.iter().any(|one| one.person_id == replacement.person) {
        errors.add("person", "participants-person-listed");
    }
    if !replacement.agreed {
        errors.add("agreed", "participants-needs-agreement");
    }
    let reason = read_reason(&giving.reason, how == Replacing::Asks).unwrap_or_else(|faults| {
        faults.iter().for_each(|(field, message)| errors.add(field, message.clone()));
        String::new()
    });
    errors.or(reason).map_err(Error::from)
}

/// Puts the person on the place of the other in the order of the State and, where that is free,
/// on the seat or the waiting list as well.
async fn take_over(
    tx: &Transaction,
    by: &StateStaff,
    (delivery, former, replacement): (&Delivery, &Nomination, Replacement),
    (how, hand): (Replacing, Hand),
) -> Result<Nomination> {
    let person = store::person(tx, by.nominees(), replacement.person).await?;
    let person = person.ok_or(Error::NotFound)?;
    let (id, replaces) = (ParticipantNominationId::new(), Some(former.id));
    let draft = Draft { id, person: &person, reason: &former.reason, replaces };
    let at = (&[draft][..], former.rank - 1);
    store::add_drafts(tx, (by.nominees(), delivery), at, hand).await?;
    let scope = NominationScope::State(by.nominees());
    let now = |found: Option<store::NominationRow>| {
        found.map(|row| row.nomination).ok_or(Error::NotFound)
    };
    let draft = now(store::one(tx, scope, id).await?)?;
    store::approve(tx, &[&draft], hand).await?;
    let approved = now(store::one(tx, scope, id).await?)?;
    let way = Move { to: former.state, why: Some(Why::InPlaceOf), text: "" };
    if how == Replacing::Free && former.state != ParticipantState::Approved {
        if former.state.holds_seat() {
            let got = seats::take(tx, delivery, &[&approved], hand).await?;
            if got != [true] {
                return Err(Error::Conflict);
            }
        }
        store::move_on(tx, &[&approved], &way, hand).await?;
    }
    now(store::one(tx, scope, id).await?)
}
