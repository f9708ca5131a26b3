//! The members of the Bali Process.

use chrono_tz::Tz;
use serde::Deserialize;

use crate::closed_list::closed_list;
use crate::read;

closed_list! {
    /// What a member is.
    pub enum MemberKind {
        /// A State.
        State = "state",
        /// A territory that is a member in its own name.
        Territory = "territory",
        /// An international organisation.
        Organisation = "organisation",
    }
}

/// A cell of the tile map, which has 13 columns and 10 rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Tile {
    /// The column, from 0 in the west to 12 in the east.
    #[serde(rename = "tile_col")]
    pub column: u8,
    /// The row, from 0 in the north to 9 in the south.
    #[serde(rename = "tile_row")]
    pub row: u8,
}

/// A member of the Bali Process: a State, a territory or an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Member {
    /// The ISO 3166-1 alpha-2 code, or the abbreviation of an organisation (up to 5 letters).
    pub code: String,
    /// The ISO 3166-1 alpha-3 code; organisations have none.
    pub alpha3: Option<String>,
    /// The name in English.
    pub name: String,
    /// State, territory or organisation.
    pub kind: MemberKind,
    /// The UN M49 subregion; organisations have none.
    pub subregion: Option<String>,
    /// The official languages as BCP 47 tags.
    #[serde(deserialize_with = "read::list")]
    pub official_languages: Vec<String>,
    /// The time zone of the capital or the headquarters.
    #[serde(deserialize_with = "read::time_zone")]
    pub time_zone: Tz,
    /// The place on the tile map; organisations have none.
    #[serde(flatten)]
    pub tile: Option<Tile>,
    /// Other names by which an import may meet this member; never displayed.
    #[serde(deserialize_with = "read::list")]
    pub aliases: Vec<String>,
    /// How we know that this is a member.
    pub basis: String,
}

/// The 45 States and territories and the 4 organisations.
pub fn members() -> Vec<Member> {
    read::rows(include_str!("../data/members.csv"))
}
