//! The columns of a course in a table: what is taken away as CSV, workbook or JSON comes back as
//! it was.
//!
//! A course is a row. Where a text is longer than a cell of a workbook holds, rows with a number
//! in the column `part` go on with it, so that nothing is cut off.
mod json;
mod lists;
mod reading;
mod writing;

use chrono::{DateTime, Utc};

pub use self::json::{Exported, read_json};
pub use self::reading::{Columns, Read, together};
pub use self::writing::rows;
use super::content::CourseContent;
use super::state::CourseState;
use crate::base::closed_list::closed_list;
use crate::base::export::Cell;

closed_list! {
    /// A column of the table of courses; its name is the head of the column.
    Column {
        /// The code of the course.
        Code = "code", "course-code";
        /// The title.
        Title = "title", "course-title";
        /// The code of the centre.
        Centre = "centre", "facet-centre";
        /// The name of the centre; for people, not read again.
        CentreName = "centre_name", "facet-centre";
        /// The state; not read again, because what is imported is a draft.
        State = "state", "course-state";
        /// The goal of the work plan; not read again, because the course type tells it.
        Goal = "goal", "course-goal";
        /// The code of the course type.
        CourseType = "course_type", "course-type";
        /// The code of the activity of the work plan.
        Activity = "work_plan_activity", "course-activity";
        /// How much it expects.
        Level = "level", "course-level";
        /// The duration in working days.
        Days = "duration_days", "course-days";
        /// The smallest group.
        Fewest = "min_participants", "course-fewest";
        /// The largest group.
        Most = "max_participants", "course-most";
        /// Regional, national.
        Scopes = "levels_of_delivery", "course-delivery";
        /// In person, online, blended.
        Modes = "delivery_modes", "course-mode";
        /// Whether it makes trainers: yes or no.
        Trainers = "train_the_trainer", "course-trainers";
        /// The languages in which it is taught.
        Languages = "languages", "course-languages";
        /// The further languages in which material exists.
        Translations = "translations_available", "course-translations";
        /// What it is.
        Summary = "summary", "course-summary";
        /// Who should come.
        Audience = "audience", "course-audience";
        /// What participants can do afterwards, a line each.
        Objectives = "objectives", "course-objectives";
        /// The courses to take first.
        Prerequisites = "prerequisites", "course-prerequisites";
        /// The modules, a line each: code | title | hours | what it covers.
        Modules = "modules", "course-modules";
        /// The materials, a line each: title | kind | language.
        Materials = "materials", "course-materials";
        /// What it says in other languages, by their tags, as JSON.
        Texts = "texts", "texts-label";
        /// The number of the version; not read again.
        Version = "version", "course-version";
        /// When the version was published; not read again.
        PublishedAt = "published_at", "course-published-on";
        /// When it was last said that all of it holds; not read again.
        VerifiedAt = "verified_at", "course-verified";
        /// The number of the row among those of its course, from 1.
        Part = "part", "course-part-number";
    }
}

/// A course as it is taken away.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its code.
    pub code: String,
    /// The code of its centre; empty where it has none yet.
    pub centre: String,
    /// The name of its centre.
    pub centre_name: String,
    /// Its state.
    pub state: CourseState,
    /// The code of the goal that its course type serves; empty where it has no type yet.
    pub goal: String,
    /// The number of the version; none for a draft.
    pub version: Option<i32>,
    /// When that version was published.
    pub published_at: Option<DateTime<Utc>>,
    /// When it was last said that all of it holds.
    pub verified_at: Option<DateTime<Utc>>,
    /// What it says.
    pub content: CourseContent,
}

/// The heads of the columns.
pub fn heads() -> Vec<Cell> {
    Column::ALL.iter().map(|column| Cell::from(column.as_str())).collect()
}

#[cfg(test)]
mod tests;
