//! The Regional Support Office.

use chrono_tz::Tz;

/// An office that oversees the whole region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// The code.
    pub code: &'static str,
    /// The name in English.
    pub name: &'static str,
    /// The city where it stands.
    pub city: &'static str,
    /// The time zone of that city.
    pub time_zone: Tz,
}

/// The Regional Support Office (RSO) in Bangkok.
pub const fn regional_support_office() -> Office {
    Office {
        code: "RSO",
        name: "Regional Support Office",
        city: "Bangkok",
        time_zone: Tz::Asia__Bangkok,
    }
}
