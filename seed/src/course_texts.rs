//! What some courses say in other languages.
use std::collections::BTreeMap;

use serde::Deserialize;

/// The texts of a course in one language; any may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CourseTexts {
    /// The title.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// What participants can do afterwards.
    pub objectives: Vec<String>,
    /// Who should come.
    pub audience: String,
    /// The titles of modules by their codes.
    pub modules: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    texts: BTreeMap<String, BTreeMap<String, CourseTexts>>,
}

/// The texts of a course by BCP 47 tag.
pub fn course_texts(code: &str) -> BTreeMap<String, CourseTexts> {
    serde_json::from_str::<File>(include_str!("../data/course_texts.json"))
        .expect("the compiled-in texts have the shape of their type")
        .texts
        .remove(code)
        .unwrap_or_default()
}
