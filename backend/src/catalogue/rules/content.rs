//! What a course says: kept as a working draft, and frozen with each version.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::choices::{DeliveryMode, DeliveryScope, Level, MaterialKind};
use super::texts::TextsOf;

/// Everything that a centre writes about a course. A draft may lack any of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CourseContent {
    /// The title.
    pub title: String,
    /// The code of the course type; the goal follows from it.
    pub course_type: String,
    /// The code of the activity of the work plan that it comes from, if any.
    pub work_plan_activity: String,
    /// What it is, in two or three sentences.
    pub summary: String,
    /// What participants can do afterwards.
    pub objectives: Vec<String>,
    /// Who should come.
    pub audience: String,
    /// How much it expects of them.
    pub level: Option<Level>,
    /// The codes of the courses to take first.
    pub prerequisites: Vec<String>,
    /// The languages in which it is taught, as BCP 47 tags.
    pub languages: Vec<String>,
    /// The further languages in which material exists, as BCP 47 tags.
    pub translations_available: Vec<String>,
    /// The ways in which it can be held.
    pub delivery_modes: Vec<DeliveryMode>,
    /// For whom it can be run.
    pub levels_of_delivery: Vec<DeliveryScope>,
    /// The smallest group for which it is run.
    pub min_participants: Option<u16>,
    /// The largest group for which it is run.
    pub max_participants: Option<u16>,
    /// The duration in working days.
    pub duration_days: Option<u16>,
    /// Whether it makes trainers of those who come.
    pub train_the_trainer: bool,
    /// Its modules, in teaching order.
    pub modules: Vec<Module>,
    /// Its materials.
    pub materials: Vec<Material>,
    /// What it says in other languages, by BCP 47 tag.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, TextsOf>,
}

/// A part of a course that can be taught alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Module {
    /// The code of the course and a number, such as `LIA-201-M1`.
    pub code: String,
    /// The title.
    pub title: String,
    /// The teaching time in hours.
    pub hours: Option<u16>,
    /// One sentence on what it covers.
    pub summary: String,
}

/// A document, film or lesson that belongs to a course.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Material {
    /// The title in the language of the material.
    pub title: String,
    /// What it is.
    pub kind: Option<MaterialKind>,
    /// Its language as a BCP 47 tag.
    pub language: String,
}

/// The languages of the region that the form offers, as BCP 47 tags; each is shown by its own
/// name, so the order is that of the tags.
pub const TAUGHT_LANGUAGES: [&str; 43] = [
    "en", "ar", "bi", "bn", "ckb", "dv", "dz", "es", "fa", "fa-AF", "fil", "fj", "fr", "gil", "hi",
    "hif", "ho", "id", "ja", "km", "ko", "lo", "mi", "mn", "ms", "my", "na", "ne", "pau", "ps",
    "pt", "si", "sm", "ta", "tet", "th", "to", "tpi", "tr", "ur", "vi", "zh-Hans", "zh-Hant",
];

impl CourseContent {
    /// The teaching time of all modules, in hours.
    pub fn hours(&self) -> u32 {
        self.modules.iter().filter_map(|module| module.hours).map(u32::from).sum()
    }

    /// Every language that the course has to do with: taught first, then the rest, each once.
    pub fn all_languages(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        let tags = self.languages.iter().chain(&self.translations_available);
        for tag in tags.chain(self.materials.iter().map(|material| &material.language)) {
            if !tag.is_empty() && !all.contains(&tag.as_str()) {
                all.push(tag);
            }
        }
        all
    }
}
