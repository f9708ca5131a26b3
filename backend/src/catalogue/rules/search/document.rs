//! What is kept of a course so that it is found.
use std::collections::BTreeSet;

use super::tokens::{grams, runs, stem};
use crate::catalogue::rules::CourseContent;

/// Where a word stands in a course; what stands first weighs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In the title.
    Title,
    /// In the code.
    Code,
    /// In the summary.
    Summary,
    /// In an objective.
    Objectives,
    /// In the title or summary of a module.
    Modules,
    /// In whom it is for, the titles of materials, the names of its type and centre.
    Rest,
}

/// What begins the tokens of words as they are written, for which slips are corrected.
pub const VOCABULARY: char = 'w';
/// The shortest word to which a slip is corrected, in signs.
const SHORTEST_WORD: usize = 4;
/// The most bytes of tokens that are kept of a course: no database takes more than a megabyte.
const MOST_BYTES: usize = 600_000;

impl Field {
    /// Every field, the heaviest first.
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Code, Self::Summary, Self::Objectives, Self::Modules, Self::Rest];

    /// What begins its tokens.
    pub const fn prefix(self) -> char {
        match self {
            Self::Title => 'a',
            Self::Code => 'b',
            Self::Summary => 'c',
            Self::Objectives => 'd',
            Self::Modules => 'e',
            Self::Rest => 'f',
        }
    }

    /// What a word that stands in it counts: more than in all the lighter fields together.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Title => 32,
            Self::Code => 16,
            Self::Summary => 8,
            Self::Objectives => 4,
            Self::Modules => 2,
            Self::Rest => 1,
        }
    }
}

/// The tokens of a course, each once, joined by spaces; `names` are those of its type and centre.
pub fn tokens(code: &str, names: &[&str], content: &CourseContent) -> String {
    let mut all = BTreeSet::new();
    let mut bytes = 0;
    let joined: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let codes = [(Field::Code, code), (Field::Code, joined.as_str())];
    let names = names.iter().map(|name| (Field::Rest, *name));
    let texts = texts(content).into_iter().chain(translated(content));
    for (field, text) in codes.into_iter().chain(texts).chain(names) {
        for token in tokens_of(field, text) {
            if bytes + token.len() < MOST_BYTES {
                let length = token.len() + 1;
                bytes += if all.insert(token) { length } else { 0 };
            }
        }
    }
    all.into_iter().collect::<Vec<_>>().join(" ")
}

/// What a course says, with the field of each text, the heaviest first.
fn texts(content: &CourseContent) -> Vec<(Field, &str)> {
    let mut all =
        vec![(Field::Title, content.title.as_str()), (Field::Summary, content.summary.as_str())];
    all.extend(content.objectives.iter().map(|text| (Field::Objectives, text.as_str())));
    for module in &content.modules {
        all.push((Field::Modules, module.title.as_str()));
        all.push((Field::Modules, module.summary.as_str()));
    }
    all.push((Field::Rest, content.audience.as_str()));
    all.extend(content.materials.iter().map(|material| (Field::Rest, material.title.as_str())));
    all
}

/// What a course says in the other languages that everybody may read it in.
fn translated(content: &CourseContent) -> Vec<(Field, &str)> {
    let offered = content.languages_offered().into_iter();
    let mut all = Vec::new();
    for texts in offered.filter_map(|tag| content.texts.get(tag)) {
        all.push((Field::Title, texts.title.as_str()));
        all.push((Field::Summary, texts.summary.as_str()));
        all.extend(texts.objectives.iter().map(|text| (Field::Objectives, text.as_str())));
        all.extend(texts.modules.values().map(|text| (Field::Modules, text.as_str())));
        all.push((Field::Rest, texts.audience.as_str()));
    }
    all.retain(|(_, text)| !text.is_empty());
    all
}

/// What a course says beside title and summary, in the order of its weight, and then in other
/// languages: there the title and summary are not what stands beside it.
pub fn passages(content: &CourseContent) -> Vec<&str> {
    let shown = [Field::Title, Field::Summary];
    let texts = texts(content).into_iter().filter(|(field, _)| !shown.contains(field));
    let texts = texts.chain(translated(content)).map(|(_, text)| text);
    texts.filter(|text| !text.is_empty()).collect()
}

fn tokens_of(field: Field, text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for run in runs(text) {
        if run.size > 0 {
            let pieces = grams(&run.text, run.size);
            all.extend(pieces.into_iter().map(|piece| with(field.prefix(), &piece)));
            continue;
        }
        let stem = stem(&run.text);
        if stem != run.text {
            all.push(with(field.prefix(), &stem));
        }
        if run.text.chars().count() >= SHORTEST_WORD && !run.text.contains(char::is_numeric) {
            all.push(with(VOCABULARY, &run.text));
        }
        all.push(with(field.prefix(), &run.text));
    }
    all
}

fn with(prefix: char, token: &str) -> String {
    format!("{prefix}{token}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_outweighs_all_lighter_ones_together() {
        for (place, field) in Field::ALL.iter().enumerate() {
            let lighter: u32 = Field::ALL[place + 1..].iter().map(|field| field.weight()).sum();
            assert!(field.weight() > lighter, "{field:?}");
        }
    }

    #[test]
    fn a_course_is_kept_as_its_words_and_their_stems() {
        let content = CourseContent {
            title: "Borders".into(),
            audience: "边境".into(),
            ..CourseContent::default()
        };
        let kept = tokens("LIA-201", &["Liaison"], &content);
        let wanted = "aborder aborders b201 blia blia201 fliaison f境 f边境 wborders wliaison";
        assert_eq!(kept, wanted);
    }

    #[test]
    fn a_course_of_any_length_fits_into_a_database() {
        let words = (0..200_000).map(|number| format!("w{number}x")).collect::<Vec<_>>().join(" ");
        let content =
            CourseContent { title: "x".repeat(9_000), audience: words, ..CourseContent::default() };
        let kept = tokens("LIA-201", &[], &content);
        assert!(kept.len() <= MOST_BYTES);
        assert!(kept.split(' ').all(|token| (1..200).contains(&token.len())));
    }
}
