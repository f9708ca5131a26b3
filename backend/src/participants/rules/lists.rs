//! The list of a State for a delivery: its order, and who is within the seats.
use crate::base::closed_list::closed_list;

closed_list! {
    /// Which way somebody goes in the order of preference.
    Shift {
        /// Before the one above.
        Up = "up", "participants-up";
        /// Behind the one below.
        Down = "down", "participants-down";
    }
}

/// The most people whom a State puts forward for one delivery at a time.
pub const MOST_NOMINATED: usize = 200;

/// Where somebody is once the seats are filled from the top of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the seat of this number of the State.
    Seat(usize),
    /// On the waiting list in this place.
    Waits(usize),
}

/// The place of whoever is at `index` (from 0) among those for whom there are `seats`.
pub const fn within(index: usize, seats: usize) -> Place {
    if index < seats { Place::Seat(index + 1) } else { Place::Waits(index + 1 - seats) }
}

/// The order in which `moved` is one place up or down; the ends of the list stay.
pub fn ranked<T: Copy + PartialEq>(order: &[T], moved: T, shift: Shift) -> Vec<T> {
    let mut order = order.to_vec();
    let Some(at) = order.iter().position(|one| *one == moved) else { return order };
    let to = match shift {
        Shift::Up => at.checked_sub(1),
        Shift::Down => Some(at + 1).filter(|to| *to < order.len()),
    };
    if let Some(to) = to {
        order.swap(at, to);
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_seats_are_filled_from_the_top_and_the_rest_waits_in_order() {
        let places: Vec<_> = (0..4).map(|index| within(index, 3)).collect();
        let seats = [Place::Seat(1), Place::Seat(2), Place::Seat(3), Place::Waits(1)];
        assert_eq!(places, seats);
    }

    #[test]
    fn somebody_moves_one_place_and_the_ends_stay() {
        assert_eq!(ranked(&[1, 2, 3], 2, Shift::Up), [2, 1, 3]);
        assert_eq!(ranked(&[1, 2, 3], 2, Shift::Down), [1, 3, 2]);
        assert_eq!(ranked(&[1, 2, 3], 1, Shift::Up), [1, 2, 3]);
        assert_eq!(ranked(&[1, 2, 3], 3, Shift::Down), [1, 2, 3]);
        assert_eq!(ranked(&[1, 2, 3], 9, Shift::Down), [1, 2, 3]);
    }

    proptest! {
        #[test]
        fn moving_loses_nobody_and_down_undoes_up(
            n in 1usize..20,
            at in 0usize..20,
        ) {
            let order: Vec<usize> = (0..n).collect();
            let moved = at % n;
            let up = ranked(&order, moved, Shift::Up);
            let mut sorted = up.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &order);
            if moved > 0 {
                prop_assert_eq!(ranked(&up, moved, Shift::Down), order);
            }
        }
    }
}
