//! What a row of a table says of a course.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::code::{Code, Outcome};
use super::field::{Heads, Mapping};
use super::{KnownCentre, KnownType};
use crate::catalogue::rules::columns::Column;
use crate::catalogue::rules::{CourseContent, DeliveryScope, Goal};

/// What a row says of a course, as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// The code of the course, where the table gives one.
    pub code: String,
    /// The code of the centre; empty where none is known.
    pub centre: String,
    /// How the table names the centre.
    pub centre_named: String,
    /// The goal of the work plan.
    pub goal: Option<Goal>,
    /// The first day.
    pub start: Option<NaiveDate>,
    /// The last day.
    pub end: Option<NaiveDate>,
    /// What the table says of the days.
    pub dates: String,
    /// Where it is held.
    pub venue: String,
    /// Remarks, and what else has no place in a course.
    pub remarks: String,
    /// The draft.
    pub content: CourseContent,
    /// Whether the table is one of ours, which says all of a course.
    pub whole: bool,
}

/// What a table says beside the course, for which a course has no place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// How the table names the centre.
    pub centre: String,
    /// What it says of the days.
    pub dates: String,
    /// Where it was to be held.
    pub venue: String,
    /// Remarks.
    pub remarks: String,
}

impl Facts {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Plan {
    /// What the table says beside the course.
    pub fn facts(&self) -> Facts {
        if self.whole {
            return Facts::default();
        }
        Facts {
            centre: self.centre_named.clone(),
            dates: self.dates.clone(),
            venue: self.venue.clone(),
            remarks: self.remarks.clone(),
        }
    }

    /// For whom it is run.
    pub fn levels(&self) -> &[DeliveryScope] {
        &self.content.levels_of_delivery
    }
}

/// A row, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The number of the row.
    pub number: u32,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why.
    pub codes: Vec<Code>,
    /// The title as it stands in the table, or whatever stands there instead.
    pub title: String,
    /// What it says, where it is taken.
    pub plan: Option<Plan>,
    /// The columns that could not be read, where it is rejected for that.
    pub detail: String,
}

/// What a table is read by.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// The centres.
    pub centres: Vec<KnownCentre>,
    /// The course types.
    pub types: Vec<KnownType>,
    /// The code of the centre whose courses these are, where only its own are taken.
    pub own: Option<String>,
    /// The day of the table.
    pub reference: NaiveDate,
}

/// A table, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examined {
    /// The heads of its columns.
    pub heads: Heads,
    /// What its columns hold; empty for a table of ours, which needs none.
    pub mapping: Mapping,
    /// Whether it is a table of ours.
    pub whole: bool,
    /// The columns of a course of which it says something.
    pub held: Vec<Column>,
    /// What stands first in each column below the heads.
    pub samples: Vec<String>,
    /// What becomes of each row.
    pub verdicts: Vec<Verdict>,
}
