//! The form of a person: what browsers send of it.
use serde::Deserialize;

use crate::base::ids::PersonId;
use crate::catalogue::TAUGHT_LANGUAGES;
use crate::participants::rules::{LanguageLevel, TypedPerson};

/// How many pairs of language and level the form has beside those that are filled.
const FREE_PAIRS: usize = 2;

/// A form as a browser sends it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PersonForm {
    pub(super) id: Option<PersonId>,
    pub(super) revision: i32,
    full_name: String,
    post: String,
    agency: String,
    email: String,
    language: Vec<String>,
    language_level: Vec<String>,
}

impl PersonForm {
    /// What was typed.
    pub(super) fn typed(self) -> TypedPerson {
        TypedPerson {
            full_name: self.full_name,
            post: self.post,
            agency: self.agency,
            email: self.email,
            languages: self.language.into_iter().zip(self.language_level).collect(),
        }
    }
}

/// What was typed, with pairs of language and level left free.
pub(super) fn with_free_pairs(mut typed: TypedPerson) -> TypedPerson {
    typed.languages.retain(|(tag, level)| !tag.is_empty() || !level.is_empty());
    if typed.languages.is_empty() {
        typed.languages.push(("en".to_owned(), String::new()));
    }
    typed.languages.extend((0..FREE_PAIRS).map(|_| (String::new(), String::new())));
    typed
}

/// The languages from which to choose: those in which courses are taught, and what was chosen.
pub(super) fn languages(typed: &TypedPerson) -> Vec<String> {
    let mut tags: Vec<String> = TAUGHT_LANGUAGES.map(str::to_owned).to_vec();
    for (tag, _) in &typed.languages {
        if !tag.is_empty() && !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    tags
}

/// The levels from which to choose.
pub(super) const LEVELS: &[LanguageLevel] = LanguageLevel::ALL;
