//! What the clock brings about for deliveries and the people who are put forward for them.
use super::waiting::undecided;
use super::{offers, record_list};
use crate::base::App;
use crate::base::audit::By;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::DeliveryId;
use crate::base::job_runs;
use crate::catalogue::Hand;
use crate::deliveries::actions::clock;
use crate::deliveries::rules::{DeliveryState, Milestone};
use crate::deliveries::{self, Delivery};
use crate::participants::emails::{self, Standing};
use crate::participants::rules::{ParticipantState, Why};
use crate::participants::store::{self, Move, Nomination};

/// The job, as instances agree on it.
const JOB: &str = "deliveries";
/// Instances that look at about the same time leave the job to one of them.
const WITHIN: chrono::Duration = chrono::Duration::seconds(50);

/// Brings about what the clock has reached, unless another instance did a moment ago; answers how
/// much it was.
pub async fn keep_time(app: &App) -> Result<u32> {
    if !job_runs::take(app, JOB, WITHIN).await? {
        return Ok(0);
    }
    let brought = catch_up(app).await?;
    job_runs::succeeded(app, JOB).await?;
    Ok(brought)
}

/// Brings about all that the clock has reached. Each thing has a transaction of its own, so that
/// one that fails holds up no other delivery.
pub async fn catch_up(app: &App) -> Result<u32> {
    let mut brought = 0;
    for id in store::with_offers_over(&app.db, app.clock.now()).await? {
        brought += u32::from(done(id, offers::run_out(app, id).await));
    }
    for id in clock::waiting(app).await? {
        while done(id, next(app, id).await) {
            brought += 1;
        }
    }
    for id in offers::with_seats_to_offer(app).await? {
        brought += u32::from(done(id, offers::offer_open(app, id).await));
    }
    if brought > 0 {
        app.mail_bell.ring();
    }
    Ok(brought)
}

/// Whether something was brought about; what failed is logged and tried again the next time.
fn done(id: DeliveryId, tried: Result<bool>) -> bool {
    tried.unwrap_or_else(|error| {
        tracing::warn!(%error, delivery.id = %id, "What is due was not brought about");
        false
    })
}

/// Brings about the first thing that is due for a delivery; false where nothing is.
async fn next(app: &App, id: DeliveryId) -> Result<bool> {
    let hand = Hand { at: app.clock.now(), by: None };
    let tx = app.db.begin().await?;
    let Some((delivery, milestone)) = clock::take(&tx, id, hand.at).await? else {
        return Ok(false);
    };
    bring_about(app, &tx, (&delivery, milestone), hand).await?;
    let action = match milestone {
        Milestone::NominationsClosed => "delivery.close_nominations",
        Milestone::RecallAnnounced => "delivery.announce_recall",
        Milestone::Recalled => "delivery.recall_seats",
        Milestone::GoAsked | Milestone::GoChased => "delivery.ask_whether_it_takes_place",
        Milestone::NamesFinal => "delivery.make_names_final",
        Milestone::Begun => "delivery.begin",
        Milestone::Over => "delivery.end",
    };
    record_list(&tx, hand, &By::the_program(), (action, &delivery, &["milestone"])).await?;
    tx.commit().await?;
    Ok(true)
}

async fn bring_about(
    app: &App,
    tx: &Transaction,
    (delivery, milestone): (&Delivery, Milestone),
    hand: Hand,
) -> Result<()> {
    match milestone {
        Milestone::NominationsClosed => {
            clock::advance(tx, delivery, DeliveryState::Selecting, hand).await
        }
        Milestone::RecallAnnounced => {
            let people = store::with_centre(tx, delivery).await?;
            clock::announce_recall(app, tx, delivery, &undecided(&people)).await
        }
        Milestone::Recalled => {
            let people = store::with_centre(tx, delivery).await?;
            clock::recall(app, tx, (delivery, hand), &undecided(&people)).await
        }
        Milestone::GoAsked | Milestone::GoChased => ask(app, tx, delivery, milestone).await,
        Milestone::NamesFinal => make_names_final(app, tx, delivery, hand).await,
        Milestone::Begun => clock::advance(tx, delivery, DeliveryState::Running, hand).await,
        Milestone::Over => clock::advance(tx, delivery, DeliveryState::Completed, hand).await,
    }
}

/// Asks the Training Directors whether a delivery takes place, with how many people there are.
async fn ask(app: &App, tx: &Transaction, delivery: &Delivery, milestone: Milestone) -> Result<()> {
    let people = store::with_centre(tx, delivery).await?;
    let count = |state| people.iter().filter(|one| one.state == state).count();
    let standing = Standing {
        accepted: count(ParticipantState::Accepted),
        waiting: count(ParticipantState::Waitlisted) + count(ParticipantState::Offered),
        undecided: count(ParticipantState::Approved),
    };
    emails::asked(app, tx, (delivery, milestone), &standing).await
}

/// Who has no seat now gets none any more, and the States are told.
async fn make_names_final(
    app: &App,
    tx: &Transaction,
    delivery: &Delivery,
    hand: Hand,
) -> Result<()> {
    let people = store::with_centre(tx, delivery).await?;
    let accepted = |one: &&Nomination| one.state == ParticipantState::Accepted;
    let left: Vec<_> = people.iter().filter(|one| !accepted(one)).collect();
    if left.is_empty() {
        return Ok(());
    }
    let (offered, others): (Vec<&Nomination>, Vec<&Nomination>) =
        left.iter().partition(|one| one.state == ParticipantState::Offered);
    let seats: Vec<_> = offered.iter().map(|one| (one.member_id, one.id.0)).collect();
    deliveries::end_offers(tx, delivery, &seats, hand).await?;
    for (some, to) in
        [(&offered, ParticipantState::OfferExpired), (&others, ParticipantState::NotSelected)]
    {
        let way = Move { to, why: Some(Why::NamesFinal), text: "" };
        store::move_on(tx, some, &way, hand).await?;
    }
    emails::names_final(app, tx, delivery, &left).await
}
