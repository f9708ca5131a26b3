//! The controlled list of course types that the Regional Support Office keeps.

use serde::Deserialize;

use crate::{Goal, read};

/// A type of course, the thing that a State nominates.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CourseType {
    /// The code, such as `victim_support`.
    pub code: String,
    /// The name in English.
    pub name: String,
    /// Three letters that stand for it at the head of a narrow column.
    pub abbreviation: String,
    /// A word or two for a narrow column, with soft hyphens where it may break.
    pub short_name: String,
    /// What its courses teach.
    pub description: String,
    /// The goal that all its courses serve.
    pub goal: Goal,
}

/// The 13 course types.
pub fn course_types() -> Vec<CourseType> {
    read::rows(include_str!("../data/course_types.csv"))
}
