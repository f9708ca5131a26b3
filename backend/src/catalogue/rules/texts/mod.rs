//! What a course says in other languages than English, and how far that can be relied on.
mod merge;
mod slots;
mod tag;
mod typed;

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

pub use self::merge::{BothTexts, MergedTexts, merge_texts, texts_seen};
pub use self::slots::{Slot, TextSlot};
pub use self::tag::canonical_tag;
pub use self::typed::{TypedText, TypedTexts, read_texts, texts_kept};
use super::content::CourseContent;
use crate::base::closed_list::closed_list;
use crate::base::i18n::is_right_to_left;

/// The language in which every course is written first.
pub const SOURCE: &str = "en";

closed_list! {
    /// How far the texts of a course in a language are.
    TextState {
        /// Nothing is written in it.
        Missing = "missing", "texts-missing";
        /// Written, and not yet read over.
        Draft = "draft", "texts-draft";
        /// Read over by the Training Director.
        Reviewed = "reviewed", "texts-reviewed";
        /// Read over once; the English was changed since.
        OutOfDate = "out_of_date", "texts-out-of-date";
    }
}

impl TextState {
    /// The class of the sign that shows it.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Missing => "no",
            Self::Draft => "draft",
            Self::Reviewed => "yes",
            Self::OutOfDate => "sent",
        }
    }
}

/// The texts of a course in one language; any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextsOf {
    /// The title.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// What participants can do afterwards, in the order of the English.
    pub objectives: Vec<String>,
    /// Who should come.
    pub audience: String,
    /// The titles of modules by their codes.
    pub modules: BTreeMap<String, String>,
    /// Whether the Training Director has read it over.
    pub reviewed: bool,
    /// The fingerprint of the English that it was made from.
    pub made_from: String,
}

/// A text as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// What it says.
    pub text: &'a str,
    /// The language that it is in.
    pub tag: &'a str,
    /// Whether the language asked for has none, so that this is the English.
    pub is_fallback: bool,
}

/// What a course says in a language, each part in English where the language has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The title.
    pub title: Shown<'a>,
    /// What it is.
    pub summary: Shown<'a>,
    /// What participants can do afterwards, one by one as long as there are as many in English;
    /// else those of the language alone, because nobody knows which is which.
    pub objectives: Vec<Shown<'a>>,
    /// Who should come.
    pub audience: Shown<'a>,
    /// The titles of the modules, in teaching order.
    pub modules: Vec<Shown<'a>>,
}

impl Shown<'_> {
    /// Whether it is a translation.
    pub fn is_translated(&self) -> bool {
        self.tag != SOURCE
    }

    /// `rtl` or `ltr`, for `dir`.
    pub fn direction(&self) -> &'static str {
        if is_right_to_left(self.tag) { "rtl" } else { "ltr" }
    }
}

impl CourseContent {
    /// How far the texts in a language are; the English is what the others are made from.
    pub fn text_state(&self, tag: &str) -> TextState {
        match self.texts.get(tag) {
            _ if tag == SOURCE => TextState::Reviewed,
            None => TextState::Missing,
            Some(texts) if !texts.reviewed => TextState::Draft,
            Some(texts) if texts.made_from == self.fingerprint() => TextState::Reviewed,
            Some(_) => TextState::OutOfDate,
        }
    }

    /// Whether the English was changed since the texts in a language were written or read over.
    pub fn english_moved_on(&self, tag: &str) -> bool {
        self.texts.get(tag).is_some_and(|texts| texts.made_from != self.fingerprint())
    }

    /// The languages in which it says something, English first.
    pub fn languages_said(&self) -> Vec<&str> {
        let others = self.texts.keys().map(String::as_str).filter(|tag| *tag != SOURCE);
        std::iter::once(SOURCE).chain(others).collect()
    }

    /// The languages that everybody may read it in: those that were read over, English first.
    pub fn languages_offered(&self) -> Vec<&str> {
        let mut tags = self.languages_said();
        tags.retain(|tag| !matches!(self.text_state(tag), TextState::Draft));
        tags
    }

    /// The same as everybody may have it: without texts that were not read over.
    #[must_use]
    pub fn as_offered(mut self) -> Self {
        self.texts.retain(|_, texts| texts.reviewed);
        self
    }

    /// What it says in a language; what is not said in it is the English, marked as such.
    pub fn said_in<'a>(&'a self, tag: &'a str) -> Said<'a> {
        let texts = self.texts.get(tag).filter(|_| tag != SOURCE);
        let shown = |own: Option<&'a String>, english: &'a str| match own {
            Some(text) if !text.is_empty() => Shown { text, tag, is_fallback: false },
            _ => Shown { text: english, tag: SOURCE, is_fallback: tag != SOURCE },
        };
        let module = |module: &'a super::content::Module| {
            shown(texts.and_then(|texts| texts.modules.get(&module.code)), &module.title)
        };
        let own = texts.map_or(&[][..], |texts| &texts.objectives);
        let pairs = own.is_empty() || own.len() == self.objectives.len();
        let one = |(place, english): (usize, &'a String)| shown(own.get(place), english);
        Said {
            title: shown(texts.map(|texts| &texts.title), &self.title),
            summary: shown(texts.map(|texts| &texts.summary), &self.summary),
            objectives: if pairs {
                self.objectives.iter().enumerate().map(one).collect()
            } else {
                let written = own.iter().filter(|text| !text.is_empty());
                written.map(|text| shown(Some(text), "")).collect()
            },
            audience: shown(texts.map(|texts| &texts.audience), &self.audience),
            modules: self.modules.iter().map(module).collect(),
        }
    }

    /// A mark that changes with every English text that others are made from.
    pub fn fingerprint(&self) -> String {
        let modules = self.modules.iter().map(|module| [&module.code, &module.title]);
        let parts = [&self.title, &self.summary, &self.audience].into_iter();
        let mut bytes = Vec::new();
        for part in parts.chain(modules.flatten()).chain(&self.objectives) {
            // Each with its length, so that no two courses run together into the same bytes.
            bytes.extend_from_slice(&part.len().to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes.extend_from_slice(&self.objectives.len().to_be_bytes());
        URL_SAFE_NO_PAD.encode(digest(&SHA256, &bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::Module;
    use super::*;

    fn course() -> CourseContent {
        let module = |code: &str, title: &str| Module {
            code: code.into(),
            title: title.into(),
            ..Module::default()
        };
        CourseContent {
            title: "Liaison".into(),
            summary: "A first posting.".into(),
            objectives: vec!["One".into(), "Two".into()],
            audience: "Officers".into(),
            modules: vec![module("LIA-201-M1", "Roles"), module("LIA-201-M2", "Law")],
            ..CourseContent::default()
        }
    }

    fn translated(reviewed: bool) -> CourseContent {
        let mut course = course();
        let texts = TextsOf {
            title: "الاتصال".into(),
            modules: [("LIA-201-M2".into(), "القانون".into())].into(),
            reviewed,
            made_from: course.fingerprint(),
            ..TextsOf::default()
        };
        course.texts.insert("ar".into(), texts);
        course
    }

    #[test]
    fn what_a_language_lacks_is_english_and_marked_as_such() {
        let course = translated(true);
        let said = course.said_in("ar");
        assert_eq!((said.title.text, said.title.is_fallback), ("الاتصال", false));
        assert_eq!(said.title.direction(), "rtl");
        assert_eq!((said.summary.text, said.summary.is_fallback), ("A first posting.", true));
        assert_eq!(said.summary.direction(), "ltr");
        let modules: Vec<_> = said.modules.iter().map(|m| (m.text, m.is_fallback)).collect();
        assert_eq!(modules, [("Roles", true), ("القانون", false)]);
        assert!(said.objectives.iter().all(|objective| objective.is_fallback));
        assert!(!course.said_in("en").title.is_fallback);
    }

    #[test]
    fn only_what_was_read_over_is_offered_to_everybody() {
        assert_eq!(translated(false).text_state("ar"), TextState::Draft);
        assert_eq!(translated(false).languages_said(), ["en", "ar"]);
        assert_eq!(translated(false).languages_offered(), ["en"]);
        assert_eq!(translated(true).languages_offered(), ["en", "ar"]);
        assert_eq!(translated(true).text_state("th"), TextState::Missing);
        assert_eq!(translated(false).as_offered(), course());
        assert_eq!(translated(true).as_offered(), translated(true));
    }

    #[test]
    fn every_english_text_that_is_changed_puts_the_others_out_of_date() {
        let changes: [fn(&mut CourseContent); 6] = [
            |course| course.title.push('s'),
            |course| course.summary.push('s'),
            |course| course.audience.push('s'),
            |course| course.modules[1].title.push('s'),
            |course| course.objectives.swap(0, 1),
            |course| course.objectives = vec!["OneTwo".into()],
        ];
        for change in changes {
            let mut course = translated(true);
            assert_eq!(course.text_state("ar"), TextState::Reviewed);
            change(&mut course);
            assert_eq!(course.text_state("ar"), TextState::OutOfDate);
        }
        let mut longer = translated(true);
        longer.duration_days = Some(9);
        assert_eq!(longer.text_state("ar"), TextState::Reviewed);
    }

    #[test]
    fn a_content_that_was_kept_before_there_were_texts_is_read() {
        let kept = serde_json::to_string(&course()).expect("JSON");
        assert!(!kept.contains("texts"));
        assert_eq!(serde_json::from_str::<CourseContent>(&kept).expect("a content"), course());
        let kept = serde_json::to_string(&translated(true)).expect("JSON");
        let read: CourseContent = serde_json::from_str(&kept).expect("a content");
        assert_eq!(read, translated(true));
    }
}
