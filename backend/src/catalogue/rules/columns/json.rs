//! Courses as JSON: what a course says, by the names that it has everywhere.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Read, Record};
use crate::base::error::FieldErrors;
use crate::catalogue::rules::code::CourseCode;
use crate::catalogue::rules::content::CourseContent;
use crate::catalogue::rules::form::CourseForm;
use crate::catalogue::rules::state::CourseState;
use crate::catalogue::rules::texts::texts_kept;

/// A course as JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exported {
    /// Its code.
    pub code: String,
    /// The code of its centre; empty where it has none yet.
    #[serde(default)]
    pub centre: String,
    /// The name of its centre; not read again.
    #[serde(default)]
    pub centre_name: String,
    /// Its state; not read again, because what is imported is a draft.
    #[serde(default = "draft")]
    pub state: CourseState,
    /// The goal of its course type; not read again.
    #[serde(default)]
    pub goal: String,
    /// The number of the version; not read again.
    #[serde(default)]
    pub version: Option<i32>,
    /// When the version was published; not read again.
    #[serde(default)]
    pub published_at: Option<DateTime<Utc>>,
    /// When it was last said that all of it holds; not read again.
    #[serde(default)]
    pub verified_at: Option<DateTime<Utc>>,
    /// What it says.
    #[serde(flatten)]
    pub content: CourseContent,
}

fn draft() -> CourseState {
    CourseState::Draft
}

impl From<Record> for Exported {
    fn from(record: Record) -> Self {
        Self {
            code: record.code,
            centre: record.centre,
            centre_name: record.centre_name,
            state: record.state,
            goal: record.goal,
            version: record.version,
            published_at: record.published_at,
            verified_at: record.verified_at,
            content: record.content,
        }
    }
}

/// Reads a course off what JSON says of it: as much is asked of it as of the form.
pub fn read_json(course: &Exported) -> Result<Read, FieldErrors> {
    let code = CourseCode::read(&course.code).map_err(|message| {
        let mut faults = FieldErrors::default();
        faults.add("code", message);
        faults
    })?;
    let mut content = CourseForm::showing(&course.content).read(&code)?;
    content.texts = texts_kept(&course.content)?;
    Ok(Read { code, centre: course.centre.trim().to_owned(), content })
}
