//! What States and centres do with people. Pages and programs all call these.
mod answering;
mod clock;
mod deciding;
mod desk;
mod due;
mod giving_up;
mod hinting;
mod listing;
mod offers;
mod roster;
mod seats;
mod sending;
mod turning;
mod waiting;

use super::store::Person;
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::ParticipantNominationId;
use crate::catalogue::Hand;
use crate::deliveries::rules::DeliveryCode;
use crate::deliveries::{self, Delivery};
use crate::identity::Capacity;

pub(super) use self::answering::answer_link;
pub use self::answering::{LinkedOffer, OfferAnswer, answer_by_link, answer_offer, linked_offer};
pub use self::clock::{catch_up, keep_time};
pub use self::deciding::{Deciding, Judged, decide, judged};
pub(super) use self::desk::of_rows;
pub use self::desk::{Bench, Chosen, Desk, Line, OverviewRow, Seats, bench, desk, overview};
pub use self::due::{
    ToAnswer, ToConfirm, ToDecide, ToNominate, to_answer, to_confirm, to_decide, to_nominate,
};
pub use self::giving_up::{GivingUp, Replacement, replace, withdraw};
pub use self::listing::{ListChange, What, change_list};
pub use self::roster::{
    NewOnRoster, PersonEdition, add_to_roster, change_on_roster, take_off_roster,
};
pub use self::sending::{Sending, send};
pub use self::turning::{cancel, concerned, confirm, postpone, seated};
pub use self::waiting::{WaitingPlace, waiting_places};

/// Who writes, and when.
fn hand(app: &App, by: &Capacity) -> Hand {
    Hand { at: app.clock.now(), by: by.account() }
}

/// The delivery, which nobody else changes until the transaction ends: with it the lists of every
/// State for it, and its seats.
async fn held(tx: &Transaction, by: &Capacity, code: &DeliveryCode) -> Result<Delivery> {
    let found = deliveries::held_for_change(tx, by.reads(), code).await?;
    found.ok_or(Error::NotFound)
}

/// Leaves an entry on the list of a State for a delivery.
async fn record_list(
    tx: &Transaction,
    hand: Hand,
    by: &By,
    (action, delivery, fields): (&'static str, &Delivery, &[&str]),
) -> Result<()> {
    let object_id = delivery.id.to_string();
    let deed = Deed { action, object: "delivery", object_id: &object_id, fields };
    audit::record(tx, hand.at, by, deed).await
}

/// Leaves an entry on a nomination.
async fn record_nomination(
    tx: &Transaction,
    hand: Hand,
    by: &By,
    (action, id, fields): (&'static str, ParticipantNominationId, &[&str]),
) -> Result<()> {
    let object_id = id.to_string();
    let deed = Deed { action, object: "participant_nomination", object_id: &object_id, fields };
    audit::record(tx, hand.at, by, deed).await
}

/// Leaves an entry on somebody of a roster.
async fn record_person(
    tx: &Transaction,
    hand: Hand,
    by: &By,
    (action, person, fields): (&'static str, &Person, &[&str]),
) -> Result<()> {
    let object_id = person.id.to_string();
    let deed = Deed { action, object: "person", object_id: &object_id, fields };
    audit::record(tx, hand.at, by, deed).await
}
