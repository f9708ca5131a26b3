//! Deliveries of some courses, for the demonstration. They begin so many weeks from the day on
//! which they are loaded, so that a demonstration always has some to come.
use crate::courses::{DeliveryLevel, DeliveryMode};

/// How far a delivery of the demonstration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryStanding {
    /// Known to its centre only.
    Proposed,
    /// Told to those for whom it is.
    Announced,
    /// Announced, and postponed to dates that are to be settled, for this reason.
    Postponed(&'static str),
    /// Announced, and given up for this reason.
    Cancelled(&'static str),
}

/// How the seats of a delivery of the demonstration are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatsShared {
    /// Not yet.
    NotYet,
    /// By what States asked for, as a draft that its centre sees only; this many stay in reserve.
    Draft(u16),
    /// By what States asked for; this many stay in reserve.
    ByDemand(u16),
    /// The same for each State that asked; this many stay in reserve.
    Equally(u16),
    /// So many to each of these States.
    To(&'static [(&'static str, u16)]),
    /// All in reserve.
    Open,
    /// All for the State for which the delivery is.
    National,
}

/// A delivery of the demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The code of the course, whose centre holds it.
    pub course_code: &'static str,
    /// In how many weeks it begins, on a Monday; none where that is to be settled.
    pub begins_in_weeks: Option<u16>,
    /// How many days it lasts, from its first to its last.
    pub days: u16,
    /// For whom it is.
    pub level: DeliveryLevel,
    /// The code of the State, where it is national.
    pub member_code: Option<&'static str>,
    /// How it is held.
    pub mode: DeliveryMode,
    /// The place; empty where it is held online, or to be settled.
    pub venue: &'static str,
    /// The language in which it is held, BCP 47.
    pub language: &'static str,
    /// The language into which it is interpreted, BCP 47.
    pub interpreted: Option<&'static str>,
    /// How far it is.
    pub standing: DeliveryStanding,
    /// How its seats are shared.
    pub seats: SeatsShared,
}

/// Every delivery of the demonstration.
pub fn deliveries() -> Vec<Delivery> {
    use DeliveryStanding::{Announced, Cancelled, Postponed, Proposed};
    let regional = |course_code, weeks, days, standing| Delivery {
        course_code,
        begins_in_weeks: Some(weeks),
        days,
        level: DeliveryLevel::Regional,
        member_code: None,
        mode: DeliveryMode::InPerson,
        venue: "Training building",
        language: "en",
        interpreted: None,
        standing,
        seats: SeatsShared::NotYet,
    };
    vec![
        Delivery {
            interpreted: Some("id"),
            seats: SeatsShared::Draft(4),
            ..regional("LIA-201", 11, 12, Announced)
        },
        Delivery {
            mode: DeliveryMode::Online,
            venue: "",
            seats: SeatsShared::Open,
            ..regional("PRO-101", 9, 5, Announced)
        },
        Delivery { seats: SeatsShared::Equally(2), ..regional("IND-101", 14, 19, Announced) },
        Delivery {
            seats: SeatsShared::To(&[("AU", 2), ("BD", 3), ("FJ", 3), ("ID", 2), ("MN", 2)]),
            ..regional("INT-201", 20, 12, Announced)
        },
        Delivery { begins_in_weeks: None, ..regional("SEA-201", 0, 0, Announced) },
        Delivery {
            level: DeliveryLevel::National,
            member_code: Some("FJ"),
            seats: SeatsShared::National,
            ..regional("RTC-901", 16, 5, Announced)
        },
        regional("SEA-301", 12, 2, Postponed("The exercise ship is in dock")),
        regional("VIS-201", 13, 5, Cancelled("Fewer than ten States could send somebody")),
        regional("LIA-201", 34, 12, Proposed),
    ]
}
