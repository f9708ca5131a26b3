//! The closed lists of a course nomination: how often, at which level, how urgent, in which mode.
use crate::base::closed_list::stored_list;
use crate::base::i18n::Message;

stored_list! {
    /// How often a member needs a course.
    Frequency {
        /// A single time.
        Once = "once", "frequency-once";
        /// Every 24 months.
        EveryTwoYears = "every_two_years", "frequency-every-two-years";
        /// Every 12 months.
        Annual = "annual", "frequency-annual";
        /// Every 6 months.
        TwiceAYear = "twice_a_year", "frequency-twice-a-year";
        /// Every 3 months.
        Quarterly = "quarterly", "frequency-quarterly";
        /// Every month.
        Monthly = "monthly", "frequency-monthly";
        /// When the member asks; counted apart.
        OnRequest = "on_request", "frequency-on-request";
    }
}

stored_list! {
    /// For whom a course is held.
    Level {
        /// Seats in a delivery for several States.
        Regional = "regional", "level-regional";
        /// A delivery in one State.
        National = "national", "level-national";
        /// A delivery that makes trainers.
        TrainTheTrainer = "train_the_trainer", "level-train-the-trainer";
        /// The materials in another language; nobody travels.
        Translation = "translation", "level-translation";
    }
}

stored_list! {
    /// How urgent a need is.
    Urgency {
        /// Needs a reason.
        High = "high", "urgency-high";
        /// The usual.
        Medium = "medium", "urgency-medium";
        /// Can wait.
        Low = "low", "urgency-low";
    }
}

stored_list! {
    /// How a course is to be held.
    Mode {
        /// The centre chooses.
        Any = "any", "mode-any";
        /// People meet.
        InPerson = "in_person", "mode-in-person";
        /// People stay at home.
        Online = "online", "mode-online";
        /// Part at home, part together.
        Blended = "blended", "mode-blended";
    }
}

impl Frequency {
    /// How many deliveries fall in a horizon of so many months; none on request, counted apart.
    pub const fn deliveries(self, months: u32) -> u32 {
        match self {
            Self::Once => 1,
            Self::EveryTwoYears => months.div_ceil(24),
            Self::Annual => months.div_ceil(12),
            Self::TwiceAYear => months.div_ceil(6),
            Self::Quarterly => months.div_ceil(3),
            Self::Monthly => months,
            Self::OnRequest => 0,
        }
    }

    /// The figure in the squares of the sheet.
    pub fn short(self) -> Message {
        Message::new(match self {
            Self::Once => "frequency-short-once",
            Self::EveryTwoYears => "frequency-short-every-two-years",
            Self::Annual => "frequency-short-annual",
            Self::TwiceAYear => "frequency-short-twice-a-year",
            Self::Quarterly => "frequency-short-quarterly",
            Self::Monthly => "frequency-short-monthly",
            Self::OnRequest => "frequency-short-on-request",
        })
    }
}

impl Level {
    /// The most people that one State may send to, or gather for, one delivery.
    pub const fn most_people(self) -> u16 {
        match self {
            Self::Regional => 6,
            Self::National => 100,
            Self::TrainTheTrainer => 30,
            Self::Translation => 0,
        }
    }
}

/// Quarters of the calendar year that suit; none chosen means that any does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quarters([bool; 4]);

impl Quarters {
    /// Reads digits from 1 to 4, as tables and forms keep them; anything else is left out.
    pub fn of(text: &str) -> Self {
        let mut quarters = [false; 4];
        for digit in text.bytes().filter(|digit| (b'1'..=b'4').contains(digit)) {
            quarters[usize::from(digit - b'1')] = true;
        }
        Self(quarters)
    }

    /// Whether quarter `number` (1 to 4) is chosen.
    pub fn has(self, number: u8) -> bool {
        self.0.get(usize::from(number.wrapping_sub(1))).copied().unwrap_or(false)
    }

    /// Of the four quarters in order, whether each is chosen.
    pub fn marks(self) -> [bool; 4] {
        self.0
    }

    /// The numbers chosen, in order.
    pub fn numbers(self) -> impl Iterator<Item = u8> {
        (1..=4).filter(move |number| self.has(*number))
    }

    /// The digits, as tables keep them: "13".
    pub fn as_text(self) -> String {
        self.numbers().map(|number| number.to_string()).collect()
    }

    /// As people read it: "Q1, Q3"; none where any quarter does.
    pub fn names(self) -> Option<Message> {
        let names =
            self.numbers().map(|number| Message::new("letter-quarter").with("number", number));
        names.reduce(|start, end| Message::new("letter-list").with("start", start).with("end", end))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sea_orm::ActiveEnum;

    use super::*;

    #[test]
    fn a_frequency_counts_its_deliveries_in_the_horizon() {
        for (frequency, months, deliveries) in [
            (Frequency::Once, 12, 1),
            (Frequency::Once, 36, 1),
            (Frequency::EveryTwoYears, 12, 1),
            (Frequency::EveryTwoYears, 24, 1),
            (Frequency::EveryTwoYears, 25, 2),
            (Frequency::Annual, 12, 1),
            (Frequency::Annual, 13, 2),
            (Frequency::TwiceAYear, 12, 2),
            (Frequency::TwiceAYear, 18, 3),
            (Frequency::Quarterly, 12, 4),
            (Frequency::Quarterly, 10, 4),
            (Frequency::Monthly, 12, 12),
            (Frequency::OnRequest, 12, 0),
            (Frequency::OnRequest, 60, 0),
        ] {
            assert_eq!(frequency.deliveries(months), deliveries, "{frequency:?} in {months}");
        }
    }

    #[test]
    fn the_names_in_tables_are_the_names_in_forms() {
        for value in Frequency::ALL {
            assert_eq!(value.to_value(), value.as_str());
        }
        for value in Level::ALL {
            assert_eq!(value.to_value(), value.as_str());
        }
        for value in Mode::ALL {
            assert_eq!(value.to_value(), value.as_str());
        }
        for value in Urgency::ALL {
            assert_eq!(value.to_value(), value.as_str());
        }
    }

    proptest! {
        #[test]
        fn a_longer_horizon_never_has_fewer_deliveries(months in 1u32..=120, more in 0u32..=24) {
            for frequency in Frequency::ALL {
                prop_assert!(frequency.deliveries(months) <= frequency.deliveries(months + more));
            }
        }

        #[test]
        fn whatever_is_typed_as_quarters_keeps_its_digits(text in "\\PC*") {
            let quarters = Quarters::of(&text);
            prop_assert_eq!(Quarters::of(&quarters.as_text()), quarters);
            for number in 1..=4u8 {
                prop_assert_eq!(quarters.has(number), text.contains(char::from(b'0' + number)));
            }
        }
    }
}
