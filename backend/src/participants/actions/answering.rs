//! An offer of a seat is answered: by a focal point, or by whoever the signed link was sent to.
use super::offers::{Freed, is_frozen, offer_free};
use super::{hand, record_nomination, seats};
use crate::base::App;
use crate::base::audit::By;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::ParticipantNominationId;
use crate::catalogue::Hand;
use crate::deliveries::{self, Delivery};
use crate::identity::{FocalPoint, NominationScope, Visitor};
use crate::participants::emails;
use crate::participants::rules::{ParticipantState, Why, read_reason};
use crate::participants::store::{self, Move, Nomination};

/// What links that answer an offer are signed for.
const ANSWER: &str = "answer an offered seat";
/// Whoever answers by a link.
const LINK: By = By { account: None, api_client: None, organisation: None, role: "signed_link" };

/// An answer to an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferAnswer {
    /// The seat is taken.
    Accept,
    /// It is not, for this reason; none is needed.
    Decline(String),
}

impl OfferAnswer {
    /// To which state it leads.
    pub const fn leads_to(&self) -> ParticipantState {
        match self {
            Self::Accept => ParticipantState::Accepted,
            Self::Decline(_) => ParticipantState::Declined,
        }
    }
}

/// The address at which the person who is offered a seat answers: it serves this offer alone.
pub(in crate::participants) fn answer_link(
    app: &App,
    id: ParticipantNominationId,
    number: i32,
) -> String {
    let token = app.settings.secret_key.sign(ANSWER, &format!("{id} {number}"));
    app.settings.link(&format!("/offers/{token}"))
}

/// What a link that was sent with an offer leads to.
#[derive(Clone, Debug)]
pub struct LinkedOffer {
    /// The delivery.
    pub delivery: Delivery,
    /// Where the nomination stands; none where the link is of an earlier offer.
    pub stands: Option<ParticipantState>,
    /// Until when it can be answered; none where it cannot any more.
    pub until: Option<chrono::DateTime<chrono::Utc>>,
}

fn read_link(app: &App, token: &str) -> Result<(ParticipantNominationId, i32)> {
    let payload = app.settings.secret_key.verify(ANSWER, token).ok_or(Error::NotFound)?;
    let (id, number) = payload.split_once(' ').ok_or(Error::NotFound)?;
    let id = id.parse().map(ParticipantNominationId).map_err(|_| Error::NotFound)?;
    Ok((id, number.parse().map_err(|_| Error::NotFound)?))
}

/// The offer to which a link leads. It says nothing of the person.
pub async fn linked_offer(app: &App, token: &str) -> Result<LinkedOffer> {
    let (id, number) = read_link(app, token)?;
    let known = store::of_link(&app.db, id).await?.ok_or(Error::NotFound)?;
    let found = deliveries::of_the_clock(&app.db, &[known.delivery_id]).await?.pop();
    let delivery = found.ok_or(Error::NotFound)?;
    let now = app.clock.now();
    let stands = Some(known.state).filter(|_| known.offers == number);
    let until = known.offered_until().filter(|until| stands.is_some() && now <= *until);
    let until = until.filter(|_| !is_frozen(&delivery, now));
    Ok(LinkedOffer { delivery, stands, until })
}

/// Whoever the link was sent to answers the offer; a second time changes nothing.
#[tracing::instrument(skip_all)]
pub async fn answer_by_link(
    app: &App,
    _: &Visitor,
    token: &str,
    answer: &OfferAnswer,
) -> Result<()> {
    let (id, number) = read_link(app, token)?;
    let tx = app.db.begin().await?;
    let found = store::of_link(&tx, id).await?.ok_or(Error::NotFound)?;
    let delivery = deliveries::held_for_the_clock(&tx, found.delivery_id).await?;
    let delivery = delivery.ok_or(Error::NotFound)?;
    // Read again: it may have changed until the delivery was held.
    let known = store::of_link(&tx, id).await?.ok_or(Error::NotFound)?;
    if known.offers != number {
        return Err(Error::refused("offer-refused-over"));
    }
    let hand = Hand { at: app.clock.now(), by: None };
    answered(app, tx, (&delivery, &known), answer, (hand, &LINK)).await
}

/// A focal point answers for somebody of the State, as the nomination was read; pressed twice, it
/// is answered once.
#[tracing::instrument(skip_all, fields(nomination.id = %id))]
pub async fn answer_offer(
    app: &App,
    by: &FocalPoint,
    (id, revision): (ParticipantNominationId, i32),
    answer: &OfferAnswer,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let scope = NominationScope::State(by.as_staff().nominees());
    let found = store::one(&tx, scope, id).await?.ok_or(Error::NotFound)?.nomination;
    let delivery = deliveries::held_for_the_clock(&tx, found.delivery_id).await?;
    let delivery = delivery.ok_or(Error::NotFound)?;
    let known = store::one(&tx, scope, id).await?.ok_or(Error::NotFound)?.nomination;
    if known.state == ParticipantState::Offered && known.revision != revision {
        return Err(Error::Conflict);
    }
    let hand = hand(app, by.capacity());
    answered(app, tx, (&delivery, &known), answer, (hand, &by.by())).await
}

async fn answered(
    app: &App,
    tx: Transaction,
    (delivery, known): (&Delivery, &Nomination),
    answer: &OfferAnswer,
    (hand, by): (Hand, &By),
) -> Result<()> {
    if known.state == answer.leads_to() && known.offers > 0 {
        return Ok(());
    }
    let holds = known.offered_until().is_some_and(|until| hand.at <= until);
    if !holds || is_frozen(delivery, hand.at) {
        return Err(Error::refused("offer-refused-over"));
    }
    take(&tx, (delivery, known), answer, hand).await?;
    if matches!(answer, OfferAnswer::Decline(_)) {
        offer_free(app, &tx, (delivery, Freed::By(&[known.member_id])), hand).await?;
    }
    emails::offer_answered(app, &tx, (delivery, known), (answer.leads_to(), by)).await?;
    let entry = ("participant.answer_offer", known.id, &["state", "reason"][..]);
    record_nomination(&tx, hand, by, entry).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// Takes the nomination, and with it the seat, to where the answer leads.
async fn take(
    tx: &Transaction,
    (delivery, known): (&Delivery, &Nomination),
    answer: &OfferAnswer,
    hand: Hand,
) -> Result<()> {
    let to = answer.leads_to();
    match answer {
        OfferAnswer::Accept => {
            let way = Move { to, why: known.reason_of_state(), text: "" };
            store::move_on(tx, &[known], &way, hand).await
        }
        OfferAnswer::Decline(reason) => {
            let text = read_reason(reason, false)?;
            seats::free(tx, delivery, (&[known], ""), hand).await?;
            let way = Move { to, why: Some(Why::OfferDeclined), text: &text };
            store::move_on(tx, &[known], &way, hand).await
        }
    }
}
