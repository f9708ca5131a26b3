//! In which quarter of the year a nomination counts.
//!
//! A nomination is listed in every quarter that it names, and where it names none, under "no
//! quarter named". Its deliveries are dealt out to those quarters one by one, in turn from the
//! first: each delivery, and each place in it, counts in one quarter only. So the places of the
//! four quarters and of "no quarter named" add up to the places of the whole; the nominations do
//! not, because one that names two quarters is listed in both.
use super::lists::Quarters;
use crate::base::closed_list::stored_list;

/// The course type under which courses are counted that do not exist yet: no code of a course
/// type begins like this.
pub const NEW_COURSES: &str = "~new";

stored_list! {
    /// A quarter of the calendar year in which nominations count.
    Quarter {
        /// January to March.
        Q1 = "q1", "quarter-1";
        /// April to June.
        Q2 = "q2", "quarter-2";
        /// July to September.
        Q3 = "q3", "quarter-3";
        /// October to December.
        Q4 = "q4", "quarter-4";
        /// The nominations that name no quarter.
        Unnamed = "unnamed", "quarter-unnamed";
    }
}

impl Quarter {
    /// The digit that stands for it among preferred quarters; none for "no quarter named".
    pub const fn digit(self) -> Option<char> {
        match self {
            Self::Q1 => Some('1'),
            Self::Q2 => Some('2'),
            Self::Q3 => Some('3'),
            Self::Q4 => Some('4'),
            Self::Unnamed => None,
        }
    }

    /// Reads what people type for a quarter: `q1`, `Q1` or `1`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        Self::of(&text).or_else(|| Self::of(&format!("q{text}")))
    }
}

/// The quarters in which a nomination is listed, each with the deliveries that count there.
pub fn dealt(deliveries: i32, quarters: Quarters) -> Vec<(Quarter, i32)> {
    let marks = Quarter::ALL.iter().zip(quarters.marks());
    let named: Vec<Quarter> =
        marks.filter_map(|(quarter, chosen)| chosen.then_some(*quarter)).collect();
    let Some(many) = i32::try_from(named.len()).ok().filter(|many| *many > 0) else {
        return vec![(Quarter::Unnamed, deliveries)];
    };
    let share = |place: i32| deliveries / many + i32::from(place < deliveries % many);
    (0..).zip(named).map(|(place, quarter)| (quarter, share(place))).collect()
}

/// The deliveries of a nomination that count in `quarter`; none where it is not listed there.
pub fn dealt_to(quarter: Quarter, deliveries: i32, quarters: Quarters) -> Option<i32> {
    dealt(deliveries, quarters).into_iter().find_map(|(at, share)| (at == quarter).then_some(share))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sea_orm::ActiveEnum;

    use super::*;

    #[test]
    fn deliveries_go_to_the_quarters_named_in_turn() {
        for (deliveries, quarters, expected) in [
            (1, "", vec![(Quarter::Unnamed, 1)]),
            (1, "3", vec![(Quarter::Q3, 1)]),
            (1, "13", vec![(Quarter::Q1, 1), (Quarter::Q3, 0)]),
            (2, "13", vec![(Quarter::Q1, 1), (Quarter::Q3, 1)]),
            (5, "24", vec![(Quarter::Q2, 3), (Quarter::Q4, 2)]),
            (0, "4", vec![(Quarter::Q4, 0)]),
        ] {
            assert_eq!(dealt(deliveries, Quarters::of(quarters)), expected);
        }
        assert_eq!(dealt_to(Quarter::Q2, 4, Quarters::of("13")), None);
    }

    #[test]
    fn a_quarter_is_read_as_people_type_it() {
        for text in ["q2", "Q2", "2"] {
            assert_eq!(Quarter::read(text), Some(Quarter::Q2));
        }
        assert_eq!(Quarter::read("unnamed"), Some(Quarter::Unnamed));
        for text in ["", "0", "5", "q", "qq1", "any", "²"] {
            assert_eq!(Quarter::read(text), None, "{text}");
        }
        for quarter in Quarter::ALL {
            assert_eq!(quarter.to_value(), quarter.as_str());
        }
    }

    /// Deals one delivery after the other, as one would by hand.
    fn by_hand(deliveries: i32, quarters: Quarters) -> Vec<(Quarter, i32)> {
        let named: Vec<_> = Quarter::ALL
            .iter()
            .copied()
            .filter(|quarter| {
                quarter.digit().is_some_and(|digit| quarters.as_text().contains(digit))
            })
            .collect();
        let named = if named.is_empty() { vec![Quarter::Unnamed] } else { named };
        let mut dealt: Vec<_> = named.iter().map(|quarter| (*quarter, 0)).collect();
        for delivery in 0..usize::try_from(deliveries).expect("not negative") {
            dealt[delivery % named.len()].1 += 1;
        }
        dealt
    }

    proptest! {
        #[test]
        fn every_delivery_counts_in_one_quarter(deliveries in 0i32..400, text in "[1-4]{0,6}") {
            let quarters = Quarters::of(&text);
            let dealt = dealt(deliveries, quarters);
            prop_assert_eq!(dealt.iter().map(|(_, share)| share).sum::<i32>(), deliveries);
            prop_assert_eq!(dealt, by_hand(deliveries, quarters));
        }
    }
}
