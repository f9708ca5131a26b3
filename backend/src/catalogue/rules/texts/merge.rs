//! Two people at work on the texts of one language: what only one changed is kept, and what both
//! changed is named, so that nothing is lost in silence.
use std::fmt::Write;

use super::slots::Slot;
use super::typed::{TypedTexts, may_add};
use super::{CourseContent, TextsOf};
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::base::secrets::digest_of;

/// How many bytes of the digest of a text are kept in a form.
const KEPT: usize = 6;
/// What stands in a print for texts that were there, whatever they said.
const THERE: &str = "there";

/// What comes of two people's work on the texts of one language.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedTexts {
    /// Everything that only one of them changed, and mine where both changed the same text.
    pub texts: TextsOf,
    /// The texts that both changed, each to something else.
    pub both: Vec<BothTexts>,
}

/// A text that two people wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BothTexts {
    /// Where it stands.
    pub slot: Slot,
    /// What I wrote.
    pub mine: String,
    /// What the other wrote.
    pub theirs: String,
}

/// What a form of the texts in a language was filled on: a short print of each.
pub fn texts_seen(content: &CourseContent, tag: &str) -> String {
    let mut prints = Vec::new();
    let texts = content.texts.get(tag);
    if texts.is_some() {
        prints.push(print(THERE, ""));
    }
    for at in content.slots() {
        prints.push(print(&at.slot.name(), texts.map_or("", |texts| texts.at(&at.slot))));
    }
    prints.join(".")
}

fn print(name: &str, text: &str) -> String {
    let digest = digest_of(format!("{name}\0{text}").as_bytes());
    digest.iter().take(KEPT).fold(String::new(), |mut print, byte| {
        // Writing to a String does not fail.
        let _ = write!(print, "{byte:02x}");
        print
    })
}

/// Puts `mine` over what the course says in a language now. Both began from what `seen` is a print
/// of; a text whose name is `given_up` stays as it stands. Texts that say something else than
/// before have to be read over again.
pub fn merge_texts(
    (content, tag): (&CourseContent, &str),
    seen: &str,
    mine: &TypedTexts,
    given_up: &[String],
) -> Result<MergedTexts, FieldErrors> {
    let standing = content.texts.get(tag);
    let seen: Vec<&str> = seen.split('.').collect();
    let saw = |name: &str, text: &str| seen.contains(&print(name, text).as_str());
    // Whoever removed the language has changed every text of it.
    let removed = standing.is_none() && saw(THERE, "");
    let before = standing.cloned().unwrap_or_default();
    let mut merged = MergedTexts { texts: before.clone(), both: Vec::new() };
    for (slot, text) in &mine.0 {
        let (name, theirs) = (slot.name(), before.at(slot));
        let untouched = saw(&name, text) && !removed;
        if text == theirs || untouched || given_up.contains(&name) {
            continue;
        }
        if removed || !saw(&name, theirs) {
            let (slot, mine) = (slot.clone(), text.clone());
            merged.both.push(BothTexts { slot, mine, theirs: theirs.to_owned() });
        }
        merged.texts.put(slot, text.clone());
    }
    merged.texts.level(content.objectives.len());
    if !merged.texts.says_as(&before) || standing.is_none() {
        merged.texts.reviewed = false;
        merged.texts.made_from = content.fingerprint();
    } else {
        // As many objectives as in English now is no other text.
        merged.texts = before;
    }
    let mut errors = FieldErrors::default();
    if merged.texts.is_empty() {
        errors.add("title", "texts-needs-one");
    } else if !may_add(content, tag) {
        errors.add("title", Message::new("texts-too-many").with("most", content.texts.len()));
    }
    errors.or(merged)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn course(texts: Option<[&str; 2]>) -> CourseContent {
        let mut course = CourseContent {
            title: "Liaison".into(),
            summary: "A first posting.".into(),
            ..CourseContent::default()
        };
        if let Some([title, summary]) = texts {
            let texts = TextsOf {
                title: title.into(),
                summary: summary.into(),
                reviewed: true,
                made_from: course.fingerprint(),
                ..TextsOf::default()
            };
            course.texts.insert("th".into(), texts);
        }
        course
    }

    fn typed(title: &str, summary: &str) -> TypedTexts {
        TypedTexts(vec![(Slot::Title, title.into()), (Slot::Summary, summary.into())])
    }

    #[test]
    fn what_is_changed_has_to_be_read_over_again_and_what_is_not_has_not() {
        let now = course(Some(["a", "b"]));
        let seen = texts_seen(&now, "th");
        let same = merge_texts((&now, "th"), &seen, &typed("a", "b"), &[]).expect("texts");
        assert!(same.texts.reviewed);
        let other = merge_texts((&now, "th"), &seen, &typed("a", "c"), &[]).expect("texts");
        assert!(!other.texts.reviewed && other.both.is_empty());
        assert_eq!(other.texts.made_from, now.fingerprint());
    }

    #[test]
    fn a_language_that_somebody_removed_does_not_take_the_work_of_another_with_it() {
        let seen = texts_seen(&course(Some(["a", "b"])), "th");
        let gone = course(None);
        let merged = merge_texts((&gone, "th"), &seen, &typed("a", "c"), &[]).expect("texts");
        let names: Vec<_> = merged.both.iter().map(|both| both.mine.as_str()).collect();
        assert_eq!(names, ["a", "c"]);
        let all = ["title".to_owned(), "summary".to_owned()];
        assert!(merge_texts((&gone, "th"), &seen, &typed("a", "c"), &all).is_err());
    }

    #[test]
    fn a_language_without_any_text_is_none() {
        let none = course(None);
        let seen = texts_seen(&none, "th");
        assert!(merge_texts((&none, "th"), &seen, &typed("", ""), &[]).is_err());
    }

    proptest! {
        /// Whatever was seen, typed and saved meanwhile: of each text that somebody wrote, either
        /// it is in the outcome, or it is named as one that both changed.
        #[test]
        fn nothing_that_somebody_wrote_is_lost_in_silence(
            base in ("[ab]", "[ab]?"), mine in ("[abc]", "[abc]?"), theirs in ("[abd]", "[abd]?"),
        ) {
            let seen = texts_seen(&course(Some([&base.0, &base.1])), "th");
            let now = course(Some([&theirs.0, &theirs.1]));
            let merged = merge_texts((&now, "th"), &seen, &typed(&mine.0, &mine.1), &[]);
            let merged = merged.expect("texts");
            for (slot, base, mine, theirs) in [
                (Slot::Title, &base.0, &mine.0, &theirs.0),
                (Slot::Summary, &base.1, &mine.1, &theirs.1),
            ] {
                let now = merged.texts.at(&slot);
                let clash = merged.both.iter().any(|both| both.slot == slot);
                prop_assert_eq!(clash, mine != base && theirs != base && mine != theirs);
                prop_assert!(mine == base || now == mine);
                prop_assert!(theirs == base || clash || now == theirs);
            }
        }
    }
}
