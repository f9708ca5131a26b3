//! What is true of organisations without a database.
use chrono_tz::Tz;
use sea_orm::{DeriveActiveEnum, EnumIter};

/// What an organisation is. What it may do is said by its capabilities, not by this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// A State that is a member.
    State,
    /// A territory that is a member.
    Territory,
    /// An international organisation that is a member.
    International,
    /// A centre of excellence.
    Centre,
    /// The Regional Support Office.
    Office,
}

/// A member's square on the tile map, counted from the north-west, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// From 0 in the west to 12 in the east.
    pub column: u8,
    /// From 0 in the north to 9 in the south.
    pub row: u8,
}

/// What an organisation may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Publishes courses.
    pub publishes: bool,
    /// Nominates courses and participants.
    pub nominates: bool,
    /// Oversees the region.
    pub oversees: bool,
}

/// An organisation to be registered.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// The code by which everybody knows it: FJ, JCLEC, RSO.
    pub code: String,
    /// The name, in the form that the RSO writes it.
    pub name: String,
    /// The short name.
    pub short_name: String,
    /// What it is.
    pub kind: Kind,
    /// The letters on its tile.
    pub tile_letters: String,
    /// What it may do.
    pub capabilities: Capabilities,
    /// The sub-region (UN M49), for members.
    pub subregion: Option<String>,
    /// The name of the country it is in, for centres.
    pub country: Option<String>,
    /// The city it is in.
    pub city: Option<String>,
    /// Its site.
    pub website: Option<String>,
    /// Its official languages, BCP 47.
    pub languages: Vec<String>,
    /// Its time zone.
    pub zone: Tz,
    /// Its square on the tile map.
    pub tile: Option<Tile>,
}
