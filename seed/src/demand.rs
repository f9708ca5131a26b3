//! The nomination round of 2016, invented for demonstration.

use serde::Deserialize;
use serde::de::{Deserializer, IntoDeserializer};

use crate::closed_list::closed_list;
use crate::{DeliveryLevel, read};

closed_list! {
    /// How often a member needs a course.
    pub enum Frequency {
        /// A single time.
        Once = "once",
        /// Every 24 months.
        EveryTwoYears = "every_two_years",
        /// Every 12 months.
        Annual = "annual",
        /// Every 6 months.
        TwiceAYear = "twice_a_year",
        /// Every 3 months.
        Quarterly = "quarterly",
        /// Every month.
        Monthly = "monthly",
    }
}

closed_list! {
    /// A quarter of the calendar year.
    pub enum Quarter {
        /// January to March.
        First = "Q1",
        /// April to June.
        Second = "Q2",
        /// July to September.
        Third = "Q3",
        /// October to December.
        Fourth = "Q4",
    }
}

closed_list! {
    /// Where a statement of need comes from.
    pub enum Provenance {
        /// Made up by us: never show it without a "sample data" notice, never quote it.
        Invented = "invented",
    }
}

/// One row of the round: a member's need of one course at one level of delivery.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Nomination {
    /// The code of the member.
    pub member_code: String,
    /// The code of the course.
    pub course_code: String,
    /// Whether the member wants seats or a delivery of its own.
    pub delivery_level: DeliveryLevel,
    /// How often it needs the course.
    pub frequency: Frequency,
    /// The seats wanted each time (regional), or the size of the group (national).
    pub participants_per_delivery: u16,
    /// How pressing it is, from 1 (most) to 3.
    pub priority: u8,
    /// The quarter that suits best; any will do where none is given.
    #[serde(deserialize_with = "any_is_none")]
    pub preferred_quarter: Option<Quarter>,
    /// The language wanted, as a BCP 47 tag; the course need not be taught in it yet.
    pub preferred_language: String,
    /// Why the member needs it, mostly in English.
    pub justification: String,
    /// Where the statement comes from.
    pub provenance: Provenance,
}

/// The 261 nominations of the round.
pub fn demand_2016() -> Vec<Nomination> {
    read::rows(include_str!("../data/demand_2016.csv"))
}

fn any_is_none<'de, D: Deserializer<'de>>(field: D) -> Result<Option<Quarter>, D::Error> {
    match String::deserialize(field)?.as_str() {
        "any" => Ok(None),
        quarter => Quarter::deserialize(quarter.into_deserializer()).map(Some),
    }
}
