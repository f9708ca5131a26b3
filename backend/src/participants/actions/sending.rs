//! An agency sends its people to the focal point; a focal point sends those of the State to the
//! centre.
use super::seats::free_of_state;
use super::{hand, held, record_list};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::ParticipantNominationId;
use crate::catalogue::Hand;
use crate::deliveries::Delivery;
use crate::deliveries::rules::DeliveryCode;
use crate::identity::StateStaff;
use crate::participants::emails;
use crate::participants::rules::{ParticipantState, Window};
use crate::participants::store::{self, Move, Nomination};

/// Who is sent.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// The nominations, as they were on the check page.
    pub nominations: Vec<ParticipantNominationId>,
    /// Whether each person has read the notice and agrees.
    pub agreed: bool,
}

/// Somebody of a State sends people on: for an agency, to the focal point; for the State, to the
/// centre. Pressed twice, they are sent once. Answers
/// how many were sent.
#[tracing::instrument(skip_all)]
pub async fn send(
    app: &App,
    by: &StateStaff,
    code: &DeliveryCode,
    sending: &Sending,
) -> Result<usize> {
    let tx = app.db.begin().await?;
    let delivery = held(&tx, by.capacity(), code).await?;
    let list = store::open_of(&tx, by.nominees(), delivery.id).await?;
    let wanted = |one: &&Nomination| sending.nominations.contains(&one.id);
    let chosen: Vec<_> = list.iter().filter(wanted).collect();
    if chosen.len() < sending.nominations.len() {
        // Somebody took one of them off the list meanwhile.
        return Err(Error::Conflict);
    }
    let to_send: Vec<_> = chosen.into_iter().filter(|one| may_send(by, one)).collect();
    if to_send.is_empty() {
        return Ok(0);
    }
    if !sending.agreed {
        let mut errors = FieldErrors::default();
        errors.add("agreed", "participants-needs-agreement");
        return Err(errors.into());
    }
    let hand = hand(app, by.capacity());
    may_be_sent(&tx, by, (&delivery, &list, to_send.len()), hand).await?;
    let action = if by.focal_point().is_some() {
        store::approve(&tx, &to_send, hand).await?;
        emails::nominated(app, &tx, (by.capacity(), &delivery), &to_send).await?;
        "participants.approve"
    } else {
        endorse(&tx, &to_send, hand).await?;
        emails::proposed(app, &tx, (by.capacity(), &delivery), &to_send).await?;
        "participants.endorse"
    };
    record_list(&tx, hand, &by.by(), (action, &delivery, &["state"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(to_send.len())
}

/// Whether somebody in this role may send the nomination on, as it stands.
pub(super) fn may_send(by: &StateStaff, one: &Nomination) -> bool {
    match by.focal_point() {
        Some(_) => one.may_become(ParticipantState::Approved),
        None => one.may_become(ParticipantState::Submitted),
    }
}

/// Whether so many more may be sent now. What is endorsed waits for the focal point, so the same
/// holds for agencies.
async fn may_be_sent(
    tx: &crate::base::db::Transaction,
    by: &StateStaff,
    (delivery, list, more): (&Delivery, &[Nomination], usize),
    hand: Hand,
) -> Result<()> {
    let window = Window::of(delivery.state, &delivery.due(), hand.at);
    let free = free_of_state(tx, by.state(), delivery).await?;
    let waits = list.iter().filter(|one| one.state == ParticipantState::Approved).count();
    window.allows(more, free.saturating_sub(waits)).map_err(Error::Refused)
}

/// The agency submits and stands by its people in one act: who nominates for it does both.
async fn endorse(
    tx: &crate::base::db::Transaction,
    chosen: &[&Nomination],
    hand: Hand,
) -> Result<()> {
    let submitted = Move { to: ParticipantState::Submitted, why: None, text: "" };
    store::move_on(tx, chosen, &submitted, hand).await?;
    let next = |one: &&Nomination| Nomination {
        state: ParticipantState::Submitted,
        revision: one.revision + 1,
        ..(*one).clone()
    };
    let submitted: Vec<_> = chosen.iter().map(next).collect();
    let submitted: Vec<_> = submitted.iter().collect();
    let endorsed = Move { to: ParticipantState::Endorsed, why: None, text: "" };
    store::move_on(tx, &submitted, &endorsed, hand).await
}
