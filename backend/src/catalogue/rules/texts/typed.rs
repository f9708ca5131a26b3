//! What somebody writes in another language, read with every fault at once.
use std::collections::BTreeMap;

use super::slots::Slot;
use super::{SOURCE, TextsOf, canonical_tag};
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::catalogue::rules::content::CourseContent;
use crate::catalogue::rules::form::{LONGEST_TEXT, LONGEST_TITLE, clean};

/// The most languages in which a course says something, beside English.
const MOST_LANGUAGES: usize = 60;

/// What is written in a place.
pub type TypedText = (Slot, String);

/// What somebody writes in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedTexts(pub Vec<TypedText>);

impl TypedTexts {
    /// What a form of this course says, by the names of its fields.
    pub fn in_form(content: &CourseContent, fields: &[(String, String)]) -> Self {
        let value = |slot: &Slot| {
            let name = slot.name();
            let field = fields.iter().find(|(known, _)| *known == name);
            field.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Self(content.slots().into_iter().map(|at| (value(&at.slot), at.slot)).map(turned).collect())
    }

    /// What texts say in the places of this course.
    pub fn showing(content: &CourseContent, texts: &TextsOf) -> Self {
        let at = |slot: Slot| (texts.at(&slot).to_owned(), slot);
        Self(content.slots().into_iter().map(|one| at(one.slot)).map(turned).collect())
    }

    /// What is written in a place.
    pub fn at(&self, slot: &Slot) -> &str {
        self.0.iter().find(|(known, _)| known == slot).map_or("", |(_, text)| text)
    }
}

fn turned((text, slot): (String, Slot)) -> TypedText {
    (slot, text)
}

/// Reads what was typed: every text that is too long is a fault.
pub fn read_texts(typed: &TypedTexts) -> Result<TypedTexts, FieldErrors> {
    let mut errors = FieldErrors::default();
    let mut read = |(slot, text): &TypedText| {
        let most = match slot {
            Slot::Title | Slot::Module(_) => LONGEST_TITLE,
            Slot::Objective(_) => LONGEST_TITLE * 2,
            Slot::Summary | Slot::Audience => LONGEST_TEXT,
        };
        let text = clean(&mut errors, &slot.name(), text, most);
        let text = if slot.is_long() { text } else { text.replace(['\n', '\t'], " ") };
        (slot.clone(), text)
    };
    let texts = TypedTexts(typed.0.iter().map(&mut read).collect());
    errors.or(texts)
}

/// The texts of a course as a file says them: those in languages that are none are faults, as is
/// what a form would not take.
pub fn texts_kept(content: &CourseContent) -> Result<BTreeMap<String, TextsOf>, FieldErrors> {
    let mut errors = FieldErrors::default();
    let mut kept = BTreeMap::new();
    if content.texts.len() > MOST_LANGUAGES {
        errors.add("texts", Message::new("texts-too-many").with("most", MOST_LANGUAGES));
    }
    for (typed, texts) in &content.texts {
        let Some(tag) = canonical_tag(typed).filter(|tag| tag != SOURCE) else {
            errors.add("texts", Message::new("texts-tag-bad").with("typed", typed));
            continue;
        };
        match cleaned(texts) {
            Ok(texts) => {
                kept.insert(tag, texts);
            }
            Err(faults) => {
                faults.iter().for_each(|(_, message)| errors.add("texts", message.clone()));
            }
        }
    }
    errors.or(kept)
}

/// Whether a course that speaks these languages may speak one more.
pub(super) fn may_add(content: &CourseContent, tag: &str) -> bool {
    content.texts.contains_key(tag) || content.texts.len() < MOST_LANGUAGES
}

fn cleaned(texts: &TextsOf) -> Result<TextsOf, FieldErrors> {
    let objectives = (0..texts.objectives.len()).map(Slot::Objective);
    let modules = texts.modules.keys().cloned().map(Slot::Module);
    let slots = [Slot::Title, Slot::Summary, Slot::Audience].into_iter();
    let slots = slots.chain(objectives).chain(modules);
    let typed = slots.map(|slot| (texts.at(&slot).to_owned(), slot)).map(turned).collect();
    let mut clean = texts.clone();
    for (slot, text) in read_texts(&TypedTexts(typed))?.0 {
        clean.put(&slot, text);
    }
    Ok(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> CourseContent {
        CourseContent {
            title: "Liaison".into(),
            objectives: vec!["One".into(), "Two".into()],
            ..CourseContent::default()
        }
    }

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_has_a_field_for_each_text_that_there_is_in_english() {
        let form = fields(&[("title", " ผู้ประสานงาน "), ("objective.2", "สอง"), ("audience", "x")]);
        let read = read_texts(&TypedTexts::in_form(&course(), &form)).expect("texts");
        let said: Vec<_> = read.0.iter().map(|(slot, text)| (slot.name(), text.as_str())).collect();
        let names = ["title", "objective.1", "objective.2"].map(str::to_owned);
        let [title, first, second] = names;
        assert_eq!(said, [(title, "ผู้ประสานงาน"), (first, ""), (second, "สอง")]);
    }

    #[test]
    fn every_text_that_is_too_long_is_told_at_once() {
        let long = "x".repeat(401);
        let form = fields(&[("title", &long), ("objective.1", &long), ("objective.2", "x")]);
        let errors = read_texts(&TypedTexts::in_form(&course(), &form)).expect_err("faults");
        let named: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(named, ["title", "objective.1"]);
    }

    #[test]
    fn texts_of_a_file_are_taken_under_tags_only() {
        let mut course = course();
        course.texts.insert("TH".into(), TextsOf { title: "ก".into(), ..TextsOf::default() });
        let kept = texts_kept(&course).expect("texts");
        assert_eq!(kept.keys().collect::<Vec<_>>(), ["th"]);
        for wrong in ["English", "en", ""] {
            let mut course = course.clone();
            course.texts.insert(wrong.into(), TextsOf::default());
            assert!(texts_kept(&course).is_err(), "{wrong}");
        }
    }
}
