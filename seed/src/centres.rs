//! The centres of excellence.

use chrono_tz::Tz;
use serde::Deserialize;

use crate::closed_list::closed_list;
use crate::{Goal, read};

closed_list! {
    /// How far a fact can be relied on.
    pub enum Reliability {
        /// Seen on a public page.
        Checked = "checked",
        /// Remembered, seen nowhere.
        FromMemory = "from memory, unverified",
    }
}

/// A regional training centre that could publish courses; none has agreed to anything.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Centre {
    /// Our own code, such as `JCLEC`.
    pub code: String,
    /// The full name.
    pub name: String,
    /// The name for narrow places.
    pub short_name: String,
    /// The code of the member that hosts it; partners outside the membership have none.
    pub host_member_code: Option<String>,
    /// The ISO 3166-1 alpha-2 code of the country where it stands.
    pub host_country_code: String,
    /// The name of that country, as the member list writes it where it is a member.
    pub host_country: String,
    /// The city where it stands.
    pub city: String,
    /// The time zone of that city.
    #[serde(deserialize_with = "read::time_zone")]
    pub time_zone: Tz,
    /// The address of its website, where one was seen.
    pub website: Option<String>,
    /// The goals to which its teaching contributes; our judgement.
    #[serde(deserialize_with = "read::list")]
    pub expertise: Vec<Goal>,
    /// Where its existence and its place were seen.
    pub source: String,
    /// How far that source can be relied on.
    pub reliability: Reliability,
}

/// The 28 centres, four of them partners outside the membership.
pub fn centres() -> Vec<Centre> {
    read::rows(include_str!("../data/centres.csv"))
}
