//! What a delivery says of itself.
use chrono::NaiveDate;
use chrono_tz::Tz;

use super::deadlines::Deadlines;
use super::slots::Slot;
use crate::base::ids::OrganisationId;
use crate::catalogue::rules::{DeliveryMode, DeliveryScope};

/// For whom a delivery is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// For several States.
    Region,
    /// For one State, to which the trainers travel.
    Member(OrganisationId),
}

impl For {
    /// The scope, as the lists of courses call it.
    pub const fn scope(self) -> DeliveryScope {
        match self {
            Self::Region => DeliveryScope::Regional,
            Self::Member(_) => DeliveryScope::National,
        }
    }

    /// The one State for which it is.
    pub const fn member(self) -> Option<OrganisationId> {
        match self {
            Self::Region => None,
            Self::Member(member) => Some(member),
        }
    }
}

/// Where a delivery takes place; empty where that is not settled, or online.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Venue {
    /// The place.
    pub name: String,
    /// The city.
    pub city: String,
    /// The country.
    pub country: String,
}

/// What a delivery says of itself, beside its course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// For whom it is.
    pub whom: For,
    /// How teacher and participants meet.
    pub mode: DeliveryMode,
    /// Where.
    pub venue: Venue,
    /// The zone whose clocks its times are read off.
    pub zone: Tz,
    /// The first day and the last; none where they are not settled.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Its sessions, in their order.
    pub slots: Vec<Slot>,
    /// The languages in which it is held, BCP 47.
    pub languages: Vec<String>,
    /// The languages into which it is interpreted, BCP 47.
    pub interpretation: Vec<String>,
    /// The fewest and the most participants.
    pub participants: (u16, u16),
    /// The documents that are asked of participants.
    pub documents: String,
    /// Whom to ask.
    pub contact: String,
    /// What is due before it begins.
    pub deadlines: Deadlines,
}
