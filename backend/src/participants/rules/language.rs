//! How well somebody knows which language.
use crate::base::closed_list::closed_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::{Message, is_language_tag};

closed_list! {
    /// How well somebody knows a language, in six steps that all centres use.
    LanguageLevel {
        /// Simple sentences.
        Basic = "basic", "language-level-basic";
        /// Familiar matters.
        Intermediate = "intermediate", "language-level-intermediate";
        /// Follows a course.
        UpperIntermediate = "upper_intermediate", "language-level-upper-intermediate";
        /// Takes part in all of a course.
        Advanced = "advanced", "language-level-advanced";
        /// The first language, or as well as that.
        Native = "native", "language-level-native";
    }
}

/// The most languages that are kept of somebody.
const MOST: usize = 6;

/// Languages (BCP 47), each with its level, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages(Vec<(String, LanguageLevel)>);

impl Languages {
    /// Reads pairs of tag and level as typed; pairs without a language are left out.
    pub fn read(typed: &[(String, String)], errors: &mut FieldErrors) -> Self {
        let mut read: Vec<(String, LanguageLevel)> = Vec::new();
        let mut fault = None;
        for (tag, level) in typed {
            let (tag, level) = (tag.trim(), level.trim());
            if tag.is_empty() && level.is_empty() {
                continue;
            }
            match LanguageLevel::of(level) {
                _ if !is_language_tag(tag) => fault = Some(Message::new("person-language-bad")),
                None => fault = Some(Message::new("person-language-level-missing")),
                Some(_) if read.iter().any(|(known, _)| known.eq_ignore_ascii_case(tag)) => {
                    fault = Some(Message::new("person-language-twice"));
                }
                Some(level) => read.push((tag.to_owned(), level)),
            }
        }
        if read.len() > MOST {
            fault = Some(Message::new("person-languages-many").with("most", MOST));
        }
        if let Some(fault) = fault {
            errors.add("languages", fault);
        }
        Self(read)
    }

    /// As they are kept: `en=advanced;fr=basic`.
    pub fn kept(&self) -> String {
        let pairs = self.0.iter().map(|(tag, level)| format!("{tag}={}", level.as_str()));
        pairs.collect::<Vec<_>>().join(";")
    }

    /// What was kept.
    pub fn of_kept(kept: &str) -> Self {
        let pair = |pair: &str| {
            let (tag, level) = pair.split_once('=')?;
            Some((tag.to_owned(), LanguageLevel::of(level)?))
        };
        Self(kept.split(';').filter_map(pair).collect())
    }

    /// Each with its level.
    pub fn iter(&self) -> impl Iterator<Item = (&str, LanguageLevel)> {
        self.0.iter().map(|(tag, level)| (tag.as_str(), *level))
    }

    /// How well this language is known; variants of a language count as the language.
    pub fn level_of(&self, tag: &str) -> Option<LanguageLevel> {
        let main = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let exact = self.0.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag));
        let near = || self.0.iter().find(|(known, _)| main(known) == main(tag));
        exact.or_else(near).map(|(_, level)| *level)
    }

    /// The same, with this level of this language where nothing is said of it.
    #[must_use]
    pub fn or(mut self, tag: &str, level: LanguageLevel) -> Self {
        if self.level_of(tag).is_none() {
            self.0.push((tag.to_owned(), level));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &[(&str, &str)]) -> Result<Languages, FieldErrors> {
        let mut errors = FieldErrors::default();
        let typed: Vec<_> = typed.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        let read = Languages::read(&typed, &mut errors);
        errors.or(read)
    }

    #[test]
    fn languages_are_kept_with_their_levels() {
        let read = read(&[("en", "advanced"), ("", ""), ("pt-TL", "native")]).expect("languages");
        assert_eq!(read.kept(), "en=advanced;pt-TL=native");
        assert_eq!(Languages::of_kept(&read.kept()), read);
        assert_eq!(read.level_of("pt"), Some(LanguageLevel::Native));
        assert_eq!(read.level_of("fr"), None);
        assert!(LanguageLevel::Basic < LanguageLevel::Native);
    }

    #[test]
    fn a_language_without_level_or_said_twice_is_told() {
        for bad in [
            &[("en", "")][..],
            &[("", "basic")],
            &[("English", "basic")],
            &[("en", "basic"), ("EN", "native")],
        ] {
            assert!(read(bad).expect_err("a fault").of("languages").is_some(), "{bad:?}");
        }
    }
}
