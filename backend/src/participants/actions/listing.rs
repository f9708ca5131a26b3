//! The list of a State for a delivery, while it is prepared: who is on it, in which order, why.
use super::roster::{NewOnRoster, added};
use super::{hand, held, record_list};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::i18n::Message;
use crate::base::ids::{ParticipantNominationId, PersonId};
use crate::catalogue::Hand;
use crate::deliveries::Delivery;
use crate::deliveries::rules::DeliveryCode;
use crate::identity::StateStaff;
use crate::participants::rules::{MOST_NOMINATED, ParticipantState, Shift, Window, ranked};
use crate::participants::store::{self, Draft, Nomination, Person};

/// The longest reason why this person, in characters.
const LONGEST_REASON: usize = 300;

/// What is done with a list.
#[derive(Clone, Debug)]
pub enum What {
    /// It is kept as it is.
    Keep,
    /// People of the roster are put on it, each by an id for the nomination, with the reason.
    Add(Vec<Wanted>),
    /// Somebody is put on the roster and on it.
    New(Box<NewOnRoster>),
    /// Somebody is taken off it whom nobody else has seen.
    Remove(ParticipantNominationId),
    /// Somebody goes one place up or down.
    Shift(ParticipantNominationId, Shift),
}

/// The id for a nomination, who is nominated, and why.
type Wanted = (ParticipantNominationId, PersonId, String);

/// A change of a list.
#[derive(Clone, Debug)]
pub struct ListChange {
    /// Why each person, where something was typed.
    pub reasons: Vec<(ParticipantNominationId, String)>,
    /// What is done.
    pub what: What,
}

/// Somebody of a State changes its list for a delivery; who nominates for an agency, the part of
/// it.
#[tracing::instrument(skip_all)]
pub async fn change_list(
    app: &App,
    by: &StateStaff,
    code: &DeliveryCode,
    change: &ListChange,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let delivery = held(&tx, by.capacity(), code).await?;
    let list = store::open_of(&tx, by.nominees(), delivery.id).await?;
    let hand = hand(app, by.capacity());
    let mut fields = Vec::new();
    if keep_reasons(&tx, &list, &change.reasons).await? {
        fields.push("reason");
    }
    let about = (by, &delivery, &list[..]);
    let changed = match &change.what {
        What::Keep => None,
        What::Add(people) => add(&tx, about, people, hand).await?.then_some("people"),
        What::New(new) => {
            let person = added(&tx, by, new, hand).await?;
            let wanted = [(ParticipantNominationId::new(), person.id, String::new())];
            add(&tx, about, &wanted, hand).await?.then_some("people")
        }
        What::Remove(id) => remove(&tx, &list, *id).await?.then_some("people"),
        What::Shift(id, shift) => order(&tx, &list, (*id, *shift)).await?.then_some("order"),
    };
    fields.extend(changed);
    if fields.is_empty() {
        return Ok(());
    }
    record_list(&tx, hand, &by.by(), ("participants.list", &delivery, &fields)).await?;
    tx.commit().await
}

/// Keeps the reasons that changed of what was not yet decided on.
async fn keep_reasons(
    tx: &Transaction,
    list: &[Nomination],
    reasons: &[(ParticipantNominationId, String)],
) -> Result<bool> {
    let mut errors = FieldErrors::default();
    let mut kept = false;
    for (id, typed) in reasons {
        let seen: String = typed.trim().chars().filter(|c| !c.is_control()).collect();
        if seen.chars().count() > LONGEST_REASON {
            let long = Message::new("delivery-text-long").with("most", LONGEST_REASON);
            errors.add(format!("reason-{id}"), long);
            continue;
        }
        let changed = list.iter().find(|one| one.id == *id && one.reason != seen);
        if let Some(one) = changed.filter(|one| one.is_at_home()) {
            store::set_reason(tx, one, &seen).await?;
            kept = true;
        }
    }
    errors.or(kept).map_err(Error::from)
}

/// Puts people of the roster at the end of the list; who is on it already stays where they are.
async fn add(
    tx: &Transaction,
    (by, delivery, list): (&StateStaff, &Delivery, &[Nomination]),
    wanted: &[Wanted],
    hand: Hand,
) -> Result<bool> {
    if !Window::of(delivery.state, &delivery.due(), hand.at).takes() {
        return Err(Error::refused("participants-refused-shut"));
    }
    let ids: Vec<_> = wanted.iter().map(|(_, person, _)| *person).collect();
    let people = store::persons_of_ids(tx, by.nominees(), &ids).await?;
    if people.len() < ids.len() {
        return Err(Error::NotFound);
    }
    let drafts = drafts(&people, list, wanted)?;
    if drafts.is_empty() {
        return Ok(false);
    }
    if list.len() + drafts.len() > MOST_NOMINATED {
        let many = Message::new("participants-refused-many").with("most", MOST_NOMINATED);
        return Err(Error::Refused(many));
    }
    let before = store::last_rank(tx, (by.nominees(), delivery)).await?;
    store::add_drafts(tx, (by.nominees(), delivery), (&drafts, before), hand).await?;
    Ok(true)
}

/// A draft for each who is not on the list yet, in the order in which they are wanted.
fn drafts<'a>(
    people: &'a [Person],
    list: &[Nomination],
    wanted: &'a [Wanted],
) -> Result<Vec<Draft<'a>>> {
    let mut errors = FieldErrors::default();
    let mut drafts = Vec::new();
    for (id, person, reason) in wanted {
        let Some(person) = people.iter().find(|known| known.id == *person) else { continue };
        if list.iter().any(|one| one.person_id == person.id) {
            continue;
        }
        if reason.chars().count() > LONGEST_REASON {
            let long = Message::new("delivery-text-long").with("most", LONGEST_REASON);
            errors.add(format!("reason-{id}"), long);
        }
        drafts.push(Draft { id: *id, person, reason: reason.trim(), replaces: None });
    }
    errors.or(drafts).map_err(Error::from)
}

async fn remove(
    tx: &Transaction,
    list: &[Nomination],
    id: ParticipantNominationId,
) -> Result<bool> {
    let Some(one) = list.iter().find(|one| one.id == id) else { return Ok(false) };
    if one.state != ParticipantState::Draft {
        return Err(Error::refused("participants-refused-sent"));
    }
    store::remove(tx, one).await?;
    Ok(true)
}

async fn order(
    tx: &Transaction,
    list: &[Nomination],
    (id, shift): (ParticipantNominationId, Shift),
) -> Result<bool> {
    let movable: Vec<_> = list.iter().filter(|one| is_undecided(one)).collect();
    let ids: Vec<_> = movable.iter().map(|one| one.id).collect();
    let wanted = ranked(&ids, id, shift);
    if wanted == ids {
        return Ok(false);
    }
    let of = |id: &ParticipantNominationId| movable.iter().find(|one| one.id == *id).copied();
    let order: Vec<_> = wanted.iter().filter_map(of).collect();
    store::rank(tx, &order).await?;
    Ok(true)
}

/// Whether its place on the list is still the State's to change.
pub(super) fn is_undecided(one: &Nomination) -> bool {
    one.is_at_home() || one.state == ParticipantState::Approved
}
