//! What programs send and are sent of the texts of courses.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::catalogue::rules::TextState;

/// The title of a module in a language.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ModuleTitle {
    /// The code of the module.
    #[schema(min_length = 1, max_length = 200)]
    pub code: String,
    /// Its title.
    #[schema(max_length = 200)]
    pub title: String,
}

/// What a program writes in a language; what is left out or empty is shown in English.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TextsBody {
    /// The title.
    #[schema(max_length = 200)]
    pub title: String,
    /// What it is.
    #[schema(max_length = 2000)]
    pub summary: String,
    /// What participants can do afterwards, in the order of the English; at most as many.
    #[schema(max_items = 40)]
    pub objectives: Vec<String>,
    /// Who should come.
    #[schema(max_length = 2000)]
    pub audience: String,
    /// The titles of modules of the course.
    #[schema(max_items = 40)]
    pub modules: Vec<ModuleTitle>,
}

/// What a course says in a language; what is empty is to be shown in English.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseTexts)]
#[serde(deny_unknown_fields)]
pub struct TextsOut {
    /// The language (BCP 47).
    pub language: String,
    /// `rtl` or `ltr`, by its script.
    pub direction: &'static str,
    /// How far the texts are.
    #[schema(inline)]
    pub state: TextState,
    /// The title.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// What participants can do afterwards, in the order of the English.
    pub objectives: Vec<String>,
    /// Who should come.
    pub audience: String,
    /// The titles of modules.
    pub modules: Vec<ModuleTitle>,
}

/// The one page of the languages of a course.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseTextsList {
    /// The texts, by the tags of their languages.
    pub items: Vec<TextsOut>,
    /// Always null: they are on the first page.
    #[schema(required)]
    pub next: Option<String>,
}

/// How far the texts in a language are.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageState {
    /// The language (BCP 47).
    pub language: String,
    /// How far its texts are.
    #[schema(inline)]
    pub state: TextState,
}

/// How far the texts of the draft of a course are.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseLanguages)]
#[serde(deny_unknown_fields)]
pub struct CourseLanguagesOut {
    /// The code of the course.
    pub code: String,
    /// Its title in English.
    pub title: String,
    /// The languages beside English; another one is missing.
    pub languages: Vec<LanguageState>,
}
