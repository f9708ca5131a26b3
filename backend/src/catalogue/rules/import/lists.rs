//! Goals, course types and levels by the words that people use.
use super::code::{Code, Said};
use super::field::bare;
use crate::catalogue::rules::{DeliveryScope, Goal};

/// Words for the goals, bare of signs; the first are their names.
const GOALS: [(Goal, &[&str]); 5] = [
    (Goal::EarlyDetection, &["earlydetection", "ed", "deteksidini", "detectionprecoce"]),
    (
        Goal::Prevention,
        &["prevention", "preventionbordermanagement", "bordermanagement", "pencegahan"],
    ),
    (Goal::Protection, &["protection", "perlindungan"]),
    (
        Goal::MigrationManagement,
        &["migrationmanagement", "mm", "migrationmgmt", "manajemenmigrasi", "gestiondesmigrations"],
    ),
    (Goal::SpecialProjects, &["specialprojects", "sp", "specialproject", "proyekkhusus"]),
];

/// Words for the course types, bare of signs.
const TYPES: [(&str, &[&str]); 13] = [
    ("liaison", &["ilo", "liaison"]),
    ("intelligence", &["intelligence"]),
    ("induction", &["induction"]),
    ("protection", &["protection", "asylum", "crvs"]),
    ("interviewing", &["interviewing", "interview"]),
    ("victim_support", &["victims", "trafficking", "victimsupport"]),
    ("privacy", &["privacy"]),
    ("visa_risk", &["visa", "risk", "visarisk"]),
    ("identity", &["identity"]),
    ("communication", &["campaign", "communication"]),
    ("maritime", &["maritime"]),
    ("return", &["return", "dialogue", "migration"]),
    ("trainer_skills", &["trainingskills", "trainerskills"]),
];
/// Words that say that a course makes trainers, which is no type.
const TRAINERS: [&str; 4] = ["tot", "trainthetrainer", "trainthetrainers", "trainingoftrainers"];

/// A course type as tables name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownType {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// A short form of the name.
    pub short_name: String,
    /// The letters that codes of its courses begin with.
    pub abbreviation: String,
}

/// The goal of this name.
pub(super) fn goal(text: &str) -> Option<Goal> {
    let bare = bare(text);
    GOALS.iter().find(|(_, words)| words.contains(&bare.as_str())).map(|(goal, _)| *goal)
}

/// The goal that a row names; where it names none, that of its section.
pub(super) fn read_goal(text: &str, section: Option<Goal>, said: &mut Said) -> Option<Goal> {
    if text.trim().is_empty() {
        if section.is_some() {
            said.add(Code::GoalFromSection);
        }
        return section;
    }
    if let Some(goal) = goal(text) {
        return Some(goal);
    }
    let parts = text.split(['/', ',', ';', '&', '+']);
    let mut goals: Vec<Goal> = parts.filter_map(goal).collect();
    goals.dedup();
    said.add(if goals.len() > 1 { Code::GoalAmbiguous } else { Code::GoalUnknown });
    None
}

/// The code of the course type, and whether the course makes trainers.
pub(super) fn read_type(text: &str, types: &[KnownType], said: &mut Said) -> (String, bool) {
    let bare_text = bare(text);
    let trainers = TRAINERS.contains(&bare_text.as_str());
    let named = |known: &&KnownType| {
        [&known.code, &known.name, &known.short_name, &known.abbreviation]
            .iter()
            .any(|name| bare(name) == bare_text)
    };
    let word = TYPES.iter().find(|(_, words)| words.contains(&bare_text.as_str()));
    let by_word = types.iter().find(|known| word.is_some_and(|(code, _)| *code == known.code));
    let found = by_word.or_else(|| types.iter().find(named)).filter(|_| !bare_text.is_empty());
    if found.is_none() {
        said.add(Code::TypeUnknown);
    }
    (found.map(|known| known.code.clone()).unwrap_or_default(), trainers)
}

/// For whom a course is run.
pub(super) fn read_levels(text: &str, said: &mut Said) -> Vec<DeliveryScope> {
    let mut levels = Vec::new();
    let parts = text.split(['/', ',', ';', '&', '+']).map(bare);
    for part in parts.filter(|part| !part.is_empty()) {
        let level = match part.as_str() {
            "r" | "reg" | "regional" => DeliveryScope::Regional,
            "n" | "nat" | "national" | "nasional" => DeliveryScope::National,
            _ => {
                said.add(Code::LevelUnknown);
                continue;
            }
        };
        if !levels.contains(&level) {
            levels.push(level);
        }
    }
    levels.sort_by_key(|level| *level == DeliveryScope::Regional);
    levels
}
