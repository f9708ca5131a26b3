//! A proposal of how many seats each State has: by what it asked for, or the same for each.
//!
//! By demand the seats are shared by largest remainder (Hamilton's method) on the places asked.
//! Whose share would be less than one seat has one; whose share would be more than the most for one
//! State, or than it asked for, has that; what is so given or left is shared by the others in
//! proportion. Everything is whole numbers, so that the same demand gives the same seats anywhere.
use crate::base::ids::OrganisationId;

use super::Sharing;

/// A State among which seats are shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The State.
    pub member: OrganisationId,
    /// Its code, which decides between States that asked for the same.
    pub code: String,
    /// Places that it asked for; 0 where none are known.
    pub asked: i32,
}

/// What is to be shared, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposing {
    /// How.
    pub sharing: Sharing,
    /// The seats that are shared: those of the delivery without what stays in reserve.
    pub seats: i32,
    /// The most for one State; none where there is no such limit.
    pub cap: Option<i32>,
}

/// The seats of each State that has some, by its code.
pub fn proposed(askers: &[Asker], how: Proposing) -> Vec<(OrganisationId, i32)> {
    let mut askers: Vec<_> = askers.iter().collect();
    askers.sort_by(|a, b| b.asked.cmp(&a.asked).then_with(|| a.code.cmp(&b.code)));
    let shares = match how.sharing {
        Sharing::Demand => {
            askers.retain(|one| one.asked > 0);
            by_demand(&askers, how)
        }
        Sharing::Equal => equally(askers.len(), how),
        Sharing::Open | Sharing::Custom | Sharing::National => vec![0; askers.len()],
    };
    let mut found: Vec<_> =
        askers.into_iter().zip(shares).filter(|(_, seats)| *seats > 0).collect();
    found.sort_by(|(a, _), (b, _)| a.code.cmp(&b.code));
    found.into_iter().map(|(one, seats)| (one.member, seats)).collect()
}

fn equally(states: usize, how: Proposing) -> Vec<i32> {
    let count = i32::try_from(states).unwrap_or(i32::MAX).max(1);
    let each = (how.seats.max(0) / count).min(how.cap.unwrap_or(i32::MAX));
    vec![each; states]
}

/// The seats of askers in the order of what they asked, the most first.
fn by_demand(askers: &[&Asker], how: Proposing) -> Vec<i32> {
    let cap = how.cap.unwrap_or(i32::MAX).min(how.seats).max(1);
    let most = |one: &&Asker| i64::from(one.asked.min(cap));
    let bounds: Vec<_> = askers.iter().map(most).collect();
    let seats = i64::from(how.seats.max(0)).min(bounds.iter().sum());
    let count = i64::try_from(askers.len()).unwrap_or(i64::MAX);
    if seats <= count {
        // One each, for those who asked most.
        return (0..count).map(|place| i32::from(place < seats)).collect();
    }
    let asked: Vec<_> = askers.iter().map(|one| i64::from(one.asked)).collect();
    let exact = shares(&asked, &bounds, seats);
    let mut whole: Vec<_> = exact.iter().map(|(share, of)| share / of).collect();
    let left = usize::try_from(seats - whole.iter().sum::<i64>()).unwrap_or_default();
    // The largest remainders; of the same, who asked more, and then by code: the order there is.
    let mut order: Vec<_> = (0..exact.len()).collect();
    order.sort_by_key(|place| {
        let (share, of) = exact[*place];
        std::cmp::Reverse(share % of)
    });
    for place in order.into_iter().take(left) {
        whole[place] += 1;
    }
    whole.into_iter().map(|seats| i32::try_from(seats).unwrap_or(i32::MAX)).collect()
}

/// The exact shares as fractions: in proportion to what was asked, none below one seat or above
/// its bound, and `seats` together. There are more seats than askers and no more than the bounds.
/// Fractions that are not whole have one denominator.
fn shares(asked: &[i64], bounds: &[i64], seats: i64) -> Vec<(i64, i64)> {
    let (up, down) = slope(asked, bounds, seats);
    let mut fixed = 0;
    let mut proportional = 0;
    for (asked, bound) in asked.iter().zip(bounds) {
        match clamped(*asked, *bound, (up, down)) {
            Some(whole) => fixed += whole,
            None => proportional += asked,
        }
    }
    let share = |(asked, bound): (&i64, &i64)| match clamped(*asked, *bound, (up, down)) {
        Some(whole) => (whole, 1),
        None => ((seats - fixed) * asked, proportional),
    };
    asked.iter().zip(bounds).map(share).collect()
}

/// One seat or the bound, where `up / down` seats for each place asked lead there; none between.
const fn clamped(asked: i64, bound: i64, (up, down): (i64, i64)) -> Option<i64> {
    if asked * up < down {
        Some(1)
    } else if asked * up >= bound * down {
        Some(bound)
    } else {
        None
    }
}

/// The greatest number of seats for each place asked, as a fraction, at which somebody reaches one
/// seat or a bound and no more than `seats` are given.
fn slope(asked: &[i64], bounds: &[i64], seats: i64) -> (i64, i64) {
    let turns = asked.iter().zip(bounds).flat_map(|(asked, bound)| [(1, *asked), (*bound, *asked)]);
    let given = |(up, down): (i64, i64)| -> i64 {
        let each = asked.iter().zip(bounds);
        each.map(|(asked, bound)| (asked * up).clamp(down, bound * down)).sum()
    };
    let fitting = turns.filter(|turn| given(*turn) <= seats * turn.1);
    fitting
        .max_by(|(up, down), (others, other)| (up * other).cmp(&(others * down)))
        .unwrap_or((0, 1))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    fn askers(asked: &[i32]) -> Vec<Asker> {
        let one = |(place, asked): (usize, &i32)| Asker {
            member: OrganisationId(uuid::Uuid::from_u128(place as u128)),
            code: format!("{place:03}"),
            asked: *asked,
        };
        asked.iter().enumerate().map(one).collect()
    }

    fn seats_of(askers: &[Asker], how: Proposing) -> Vec<i32> {
        let found: HashMap<_, _> = proposed(askers, how).into_iter().collect();
        askers.iter().map(|one| found.get(&one.member).copied().unwrap_or(0)).collect()
    }

    fn by_demand(asked: &[i32], seats: i32, cap: Option<i32>) -> Vec<i32> {
        seats_of(&askers(asked), Proposing { sharing: Sharing::Demand, seats, cap })
    }

    #[test]
    fn seats_are_shared_by_largest_remainder() {
        // 24 seats for 48 places: half of each, exactly.
        assert_eq!(by_demand(&[20, 16, 12], 24, None), [10, 8, 6]);
        // 10 for 21: 3.3, 3.3 and 3.3 are 3 each, and the last goes by code.
        assert_eq!(by_demand(&[7, 7, 7], 10, None), [4, 3, 3]);
        // 10 for 24: 5.4, 3.75 and 0.8 become 5, 4 and 1.
        assert_eq!(by_demand(&[13, 9, 2], 10, None), [5, 4, 1]);
    }

    #[test]
    fn whoever_asked_has_a_seat_and_nobody_more_than_they_asked() {
        assert_eq!(by_demand(&[100, 1, 1, 1], 10, None), [7, 1, 1, 1]);
        assert_eq!(by_demand(&[2, 1], 10, None), [2, 1]);
        assert_eq!(by_demand(&[50, 40, 2], 12, Some(5)), [5, 5, 2]);
        assert_eq!(by_demand(&[50, 40, 0], 2, Some(5)), [1, 1, 0]);
    }

    #[test]
    fn where_there_are_fewer_seats_than_states_those_who_asked_most_have_one() {
        assert_eq!(by_demand(&[1, 3, 2, 3], 3, None), [0, 1, 1, 1]);
        assert_eq!(by_demand(&[2, 2, 2], 2, None), [1, 1, 0]);
        assert_eq!(by_demand(&[2, 2], 0, None), [0, 0]);
        assert_eq!(by_demand(&[], 9, None), [0; 0]);
    }

    #[test]
    fn equal_shares_leave_the_rest_and_open_ones_all() {
        let how = Proposing { sharing: Sharing::Equal, seats: 23, cap: None };
        assert_eq!(seats_of(&askers(&[9, 0, 1]), how), [7, 7, 7]);
        assert_eq!(seats_of(&askers(&[1; 24]), how), [0; 24]);
        assert_eq!(proposed(&[], how), []);
        let open = Proposing { sharing: Sharing::Open, ..how };
        assert_eq!(seats_of(&askers(&[9, 1]), open), [0, 0]);
    }

    proptest! {
        #[test]
        fn a_proposal_is_fair_and_does_not_depend_on_order(
            asked in proptest::collection::vec(0i32..200, 0..60),
            seats in 0i32..300,
            cap in proptest::option::of(1i32..40),
            turn in 0usize..60,
        ) {
            let found = by_demand(&asked, seats, cap);
            let sum: i32 = found.iter().sum();
            let bound = |asked: i32| asked.min(cap.unwrap_or(i32::MAX));
            prop_assert_eq!(sum, seats.min(asked.iter().map(|one| bound(*one)).sum()));
            let asking = asked.iter().filter(|one| **one > 0).count();
            for (asked, seats_of_one) in asked.iter().zip(&found) {
                prop_assert!((0..=bound(*asked)).contains(seats_of_one));
                let floor = i32::from(*asked > 0 && usize::try_from(seats).expect("few") >= asking);
                prop_assert!(*seats_of_one >= floor);
            }
            for (one, its) in asked.iter().zip(&found) {
                for (other, theirs) in asked.iter().zip(&found) {
                    prop_assert!(one <= other || its >= theirs);
                }
            }
            let mut turned = askers(&asked);
            let how = Proposing { sharing: Sharing::Demand, seats, cap };
            let straight = proposed(&turned, how);
            turned.rotate_left(turn.min(asked.len()));
            turned.reverse();
            prop_assert_eq!(proposed(&turned, how), straight);
        }
    }
}
