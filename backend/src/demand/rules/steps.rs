//! The steps of shade. They are fixed, so that two rounds can be compared.

/// The step of a cell of the heat map: 1-2, 3-4, 5-6, 7-9, 10 or more.
pub const fn cell_step(figure: i64) -> u8 {
    match figure {
        ..=0 => 0,
        1..=2 => 1,
        3..=4 => 2,
        5..=6 => 3,
        7..=9 => 4,
        _ => 5,
    }
}

/// The step of a member's total: 1-9, 10-14, 15-19, 20-24, 25 or more.
pub const fn total_step(figure: i64) -> u8 {
    match figure {
        ..=0 => 0,
        1..=9 => 1,
        10..=14 => 2,
        15..=19 => 3,
        20..=24 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_those_of_the_key() {
        assert_eq!(
            [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 99].map(cell_step),
            [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
        );
        assert_eq!([0, 9, 10, 14, 15, 19, 20, 24, 25].map(total_step), [0, 1, 2, 2, 3, 3, 4, 4, 5]);
    }
}
