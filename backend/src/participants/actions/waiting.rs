//! Who stands where on the waiting list of a delivery.
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::db::ConnectionTrait;
use crate::base::error::Result;
use crate::base::ids::{OrganisationId, ParticipantNominationId};
use crate::deliveries::Delivery;
use crate::participants::rules::{ParticipantState, Rank, Waiting, published};
use crate::participants::store::{self, Nomination};

/// Where somebody stands on the waiting list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingPlace {
    /// The place, from 1.
    pub number: usize,
    /// How many people wait.
    pub of: usize,
    /// Why there.
    pub rank: Rank,
}

/// The place of everybody who waits for a seat at a delivery that was found. Who they are, only
/// those learn who read the nominations.
pub async fn waiting_places(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
) -> Result<HashMap<ParticipantNominationId, WaitingPlace>> {
    let (waiting, seated) = line_up(&store::with_centre(db, delivery).await?);
    let order = published(waiting, &seated);
    let of = order.len();
    let place = |(number, (one, rank)): (usize, (Waiting, Rank))| {
        (one.id, WaitingPlace { number, of, rank })
    };
    Ok((1..).zip(order).map(place).collect())
}

/// Those who wait among the people with a centre, State by State in the order of each; and the
/// States of which somebody has a seat.
pub(super) fn line_up(people: &[Nomination]) -> (Vec<Waiting>, BTreeSet<OrganisationId>) {
    let mut places: HashMap<OrganisationId, usize> = HashMap::new();
    let (mut waiting, mut seated) = (Vec::new(), BTreeSet::new());
    for one in people {
        let place = places.entry(one.member_id).or_default();
        *place += 1;
        if one.state.holds_seat() {
            seated.insert(one.member_id);
        }
        if one.state == ParticipantState::Waitlisted {
            waiting.extend(one.waiting(*place));
        }
    }
    (waiting, seated)
}

/// How many people of each State the centre has still to decide on: seats are kept for them.
pub(super) fn undecided(people: &[Nomination]) -> BTreeMap<OrganisationId, i32> {
    let mut undecided = BTreeMap::new();
    for one in people.iter().filter(|one| one.state == ParticipantState::Approved) {
        *undecided.entry(one.member_id).or_default() += 1;
    }
    undecided
}
