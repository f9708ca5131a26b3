//! The waiting list of a delivery: its published order, whom a free seat is offered, and who is
//! passed over for what reason.
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::Why;
use crate::base::closed_list::{closed_list, stored_list};
use crate::base::ids::{OrganisationId, ParticipantNominationId};

/// Somebody on the waiting list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The nomination.
    pub id: ParticipantNominationId,
    /// The State.
    pub member: OrganisationId,
    /// The place in the order of the State, from 1.
    pub place: usize,
    /// When the focal point sent the nomination to the centre.
    pub approved_at: DateTime<Utc>,
    /// Whether an offer to this person ran out before.
    pub ran_out: bool,
}

closed_list! {
    /// Why somebody stands where they do on the waiting list.
    Rank {
        /// Nobody of the State has a seat, and this is its first person.
        Floor = "floor", "waiting-floor";
        /// By the order of the State, then by when the nomination was sent.
        Order = "order", "waiting-order";
        /// Behind all others, for an offer ran out.
        RanOut = "ran_out", "waiting-ran-out";
    }
}

stored_list! {
    /// Why a seat was offered to somebody behind.
    PassedOver {
        /// It was a seat of another State.
        SeatOfState = "seat_of_state", "passed-over-seat-of-state";
        /// An offer to this person ran out before.
        OfferRanOut = "offer_ran_out", "passed-over-offer-ran-out";
        /// The centre chose somebody else, and says why.
        CentreChose = "centre_chose", "passed-over-centre-chose";
    }
}

/// Whom a seat is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The person.
    pub next: Waiting,
    /// Why it is this person's turn.
    pub why: Why,
    /// Who stands before and why they are passed over.
    pub passed: Vec<(ParticipantNominationId, PassedOver)>,
}

/// Seats that are free to be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreeSeats {
    /// So many of each State: its own people come first.
    OfStates(BTreeMap<OrganisationId, usize>),
    /// So many, for whoever is next.
    Open(usize),
}

/// The waiting list in its published order: first the States of which nobody has a seat, each with
/// its first person; then by the order of each State, by when nominations were sent, and by their
/// ids. Those to whom an offer ran out stand behind all others.
pub fn published(
    mut waiting: Vec<Waiting>,
    seated: &BTreeSet<OrganisationId>,
) -> Vec<(Waiting, Rank)> {
    let by_itself = |one: &Waiting| (one.ran_out, one.place, one.approved_at, one.id);
    waiting.sort_unstable_by_key(by_itself);
    let mut first: HashMap<OrganisationId, ParticipantNominationId> = HashMap::new();
    for one in &waiting {
        first.entry(one.member).or_insert(one.id);
    }
    let rank = |one: &Waiting| {
        if one.ran_out {
            Rank::RanOut
        } else if !seated.contains(&one.member) && first.get(&one.member) == Some(&one.id) {
            Rank::Floor
        } else {
            Rank::Order
        }
    };
    let mut ranked: Vec<_> = waiting.iter().map(|one| (*one, rank(one))).collect();
    ranked.sort_by_key(|(_, rank)| *rank);
    ranked
}

/// Whom these seats are offered, one after the other, as far as somebody waits for them.
pub fn picks(
    mut waiting: Vec<Waiting>,
    mut seated: BTreeSet<OrganisationId>,
    free: FreeSeats,
) -> Vec<Pick> {
    let seats: Vec<Option<OrganisationId>> = match free {
        FreeSeats::OfStates(of) => {
            of.into_iter().flat_map(|(member, n)| std::iter::repeat_n(Some(member), n)).collect()
        }
        FreeSeats::Open(n) => vec![None; n],
    };
    let mut picks = Vec::new();
    for own in seats {
        let Some(pick) = pick(&published(waiting.clone(), &seated), own) else { continue };
        waiting.retain(|one| one.id != pick.next.id);
        seated.insert(pick.next.member);
        picks.push(pick);
    }
    picks
}

/// Whom one seat is offered: a seat of a State, or one for whoever is next.
fn pick(order: &[(Waiting, Rank)], own: Option<OrganisationId>) -> Option<Pick> {
    let at = order.iter().position(|(one, _)| own.is_none_or(|own| one.member == own))?;
    let (next, rank) = order[at];
    let before = order[..at].iter().map(|(one, _)| (one.id, PassedOver::SeatOfState));
    let sooner = |one: &Waiting| (one.place, one.approved_at, one.id);
    let ran_out = order[at + 1..].iter().filter(|(one, behind)| {
        let comparable = rank == Rank::Order || one.member == next.member;
        let moved = *behind == Rank::RanOut && rank != Rank::RanOut;
        moved && comparable && sooner(one) < sooner(&next)
    });
    let ran_out = ran_out.map(|(one, _)| (one.id, PassedOver::OfferRanOut));
    let why = match (own, rank) {
        (Some(_), _) => Why::OwnSeat,
        (None, Rank::Floor) => Why::BelowFloor,
        (None, Rank::Order | Rank::RanOut) => Why::NextInOrder,
    };
    Some(Pick { next, why, passed: before.chain(ran_out).collect() })
}

/// Who stands before somebody that a centre chooses from the waiting list and is not chosen as
/// well. Where the seat is one of the person's State only those of that State do.
pub fn passed_by_choice(
    order: &[(Waiting, Rank)],
    chosen: &BTreeMap<ParticipantNominationId, bool>,
) -> Vec<ParticipantNominationId> {
    let mut passed = Vec::new();
    for (at, (one, _)) in order.iter().enumerate() {
        let Some(own_seat) = chosen.get(&one.id) else { continue };
        let before = order[..at].iter().map(|(before, _)| before);
        let comparable = before.filter(|before| !own_seat || before.member == one.member);
        let left = comparable.filter(|before| !chosen.contains_key(&before.id));
        passed.extend(left.map(|before| before.id));
    }
    passed.sort_unstable();
    passed.dedup();
    passed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn member(number: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(number))
    }

    fn id(number: u128) -> ParticipantNominationId {
        ParticipantNominationId(Uuid::from_u128(number))
    }

    /// Somebody of a State at a place of its order, sent at a minute.
    fn waits(number: u128, of: u128, place: usize, minute: i64) -> Waiting {
        let approved_at = DateTime::from_timestamp(minute * 60, 0).expect("a moment");
        Waiting { id: id(number), member: member(of), place, approved_at, ran_out: false }
    }

    fn ids(order: &[(Waiting, Rank)]) -> Vec<u128> {
        order.iter().map(|(one, _)| one.id.0.as_u128()).collect()
    }

    #[test]
    fn the_order_is_floor_then_priority_then_time_then_id() {
        let list = vec![
            waits(1, 1, 2, 0),
            waits(2, 1, 3, 0),
            waits(3, 2, 1, 9),
            waits(4, 2, 2, 9),
            waits(5, 3, 2, 5),
            waits(7, 4, 2, 5),
            waits(6, 5, 2, 5),
        ];
        // Nobody of the second State has a seat: its first person comes first, and only that one.
        let seated = [1, 3, 4, 5].map(member).into();
        let order = published(list, &seated);
        assert_eq!(ids(&order), [3, 1, 5, 6, 7, 4, 2]);
        assert_eq!((order[0].1, order[1].1), (Rank::Floor, Rank::Order));
    }

    #[test]
    fn a_seat_of_a_state_goes_to_its_own_people_and_others_are_passed_over_for_that() {
        let list = vec![waits(1, 1, 1, 0), waits(2, 2, 1, 0)];
        let free = FreeSeats::OfStates([(member(2), 1), (member(3), 4)].into());
        let picks = picks(list, BTreeSet::new(), free);
        assert_eq!(picks.len(), 1);
        assert_eq!((picks[0].next.id, picks[0].why), (id(2), Why::OwnSeat));
        assert_eq!(picks[0].passed, [(id(1), PassedOver::SeatOfState)]);
    }

    #[test]
    fn open_seats_go_round_the_states_that_have_none() {
        let list = vec![waits(1, 1, 1, 0), waits(2, 1, 2, 0), waits(3, 2, 5, 3)];
        let picks = picks(list, BTreeSet::new(), FreeSeats::Open(3));
        let seen: Vec<_> = picks.iter().map(|one| (one.next.id.0.as_u128(), one.why)).collect();
        let (floor, next) = (Why::BelowFloor, Why::NextInOrder);
        assert_eq!(seen, [(1, floor), (3, floor), (2, next)]);
        assert!(picks.iter().all(|one| one.passed.is_empty()));
    }

    #[test]
    fn who_let_an_offer_run_out_stands_behind_and_reads_so() {
        let list = vec![
            Waiting { ran_out: true, ..waits(1, 1, 1, 0) },
            waits(2, 1, 2, 0),
            waits(3, 1, 3, 0),
        ];
        let seated: BTreeSet<_> = [member(1)].into();
        assert_eq!(ids(&published(list.clone(), &seated)), [2, 3, 1]);
        let picks = picks(list, seated, FreeSeats::Open(3));
        assert_eq!(picks[0].passed, [(id(1), PassedOver::OfferRanOut)]);
        assert_eq!((picks[2].next.id, picks[2].passed.len()), (id(1), 0));
    }

    #[test]
    fn choosing_somebody_behind_passes_those_before() {
        let list = vec![waits(1, 1, 1, 0), waits(2, 2, 1, 1), waits(3, 2, 2, 1)];
        let order = published(list, &[1, 2].map(member).into());
        let passed = |chosen: &[(u128, bool)]| {
            let chosen = chosen.iter().map(|(number, own)| (id(*number), *own)).collect();
            let passed = passed_by_choice(&order, &chosen);
            passed.iter().map(|one| one.0.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(passed(&[(3, false)]), [1, 2]);
        assert_eq!(passed(&[(3, true)]), [2]);
        assert_eq!(passed(&[(2, true), (3, true)]), [0u128; 0]);
        assert_eq!(passed(&[(1, false)]), [0u128; 0]);
    }

    proptest! {
        #[test]
        fn the_order_is_unique_and_offering_follows_it(
            of in proptest::collection::vec((1u128..5, 1usize..6, 0i64..3, any::<bool>()), 0..24),
            seats in 0usize..30,
            seated in proptest::collection::btree_set(1u128..5, 0..4),
            turn in 0usize..24,
        ) {
            let list: Vec<_> = (1..).zip(&of).map(|(number, (of, place, minute, ran_out))| {
                Waiting { ran_out: *ran_out, ..waits(number, *of, *place, *minute) }
            }).collect();
            let seated: BTreeSet<_> = seated.into_iter().map(member).collect();
            let mut turned = list.clone();
            turned.rotate_left(turn.min(list.len()));
            let order = published(list.clone(), &seated);
            // However the rows come, the order is the same.
            prop_assert_eq!(&order, &published(turned, &seated));
            let picks = picks(list.clone(), seated, FreeSeats::Open(seats));
            prop_assert_eq!(picks.len(), seats.min(list.len()));
            // What is offered one by one is what the list says from the top.
            let offered: Vec<_> = picks.iter().map(|one| one.next.id).collect();
            let top: Vec<_> = order.iter().take(seats).map(|(one, _)| one.id).collect();
            prop_assert_eq!(offered, top);
            for pick in &picks {
                prop_assert!(pick.passed.iter().all(|(_, why)| *why == PassedOver::OfferRanOut));
            }
        }
    }
}
