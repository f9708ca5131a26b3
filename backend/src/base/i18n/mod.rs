//! Words in the reader's language. A language is a folder of `frontend-templates/locales`.
mod asked;
mod languages;
mod reader;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, static_loader};

pub use self::asked::{LANGUAGE_COOKIE, asked_by};
pub use self::languages::{autonym, is_language_tag, is_right_to_left};
pub use self::reader::{Reader, days, moment_in, place_of};

static_loader! {
    static LOCALES = {
        locales: "../frontend-templates/locales",
        fallback_language: "en",
        // Fluent's own marks would isolate our words as well and turn dates around. A message
        // isolates names and what people typed by itself: see `isolated`.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale(&'static LanguageIdentifier);

impl Locale {
    /// English, in which everything is written first.
    pub fn english() -> Self {
        Self(LOCALES.fallback())
    }

    /// Every language of the interface, by tag.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<_> = LOCALES.locales().map(Self).collect();
        all.sort_by_key(|locale| locale.tag());
        all
    }

    /// The locale of exactly this BCP 47 tag.
    pub fn of(tag: &str) -> Option<Self> {
        Self::all().into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(tag))
    }

    /// The BCP 47 tag, for `lang`.
    pub fn tag(self) -> String {
        self.0.to_string()
    }

    /// `rtl` or `ltr`, for `dir`.
    pub fn direction(self) -> &'static str {
        if is_right_to_left(self.0.language.as_str()) { "rtl" } else { "ltr" }
    }

    /// Whether it is English, in which the data is kept as well.
    pub fn is_english(self) -> bool {
        self == Self::english()
    }

    /// The name of the language for itself.
    pub fn autonym(self) -> String {
        autonym(&self.tag()).to_owned()
    }

    /// Whether somebody who speaks the language has read all its words over.
    pub fn is_reviewed(self) -> bool {
        languages::REVIEWED.contains(&self.tag().as_str())
    }

    /// The words of `message`; the key itself where no language has it, which a test forbids.
    pub fn say(self, message: &Message) -> String {
        LOCALES
            .try_lookup_complete(self.0, message.key, Some(&message.fluent(self)))
            .unwrap_or_else(|| message.key.to_owned())
    }

    /// The words of `key`, which takes no arguments.
    pub fn t(self, key: &'static str) -> String {
        self.say(&Message::new(key))
    }

    /// Whether some language has words for `key`.
    pub fn knows(key: &str) -> bool {
        LOCALES.try_lookup(LOCALES.fallback(), key).is_some()
    }
}

/// A sentence to be said in the language of whoever reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    key: &'static str,
    arguments: Vec<(&'static str, Value)>,
}

/// What fills a placeholder of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A name, or what somebody typed.
    Text(String),
    /// A number; it chooses the plural form.
    Number(i64),
    /// Words of ours, said in the same language.
    Words(Message),
}

impl Message {
    /// The sentence that the locales know by `key`.
    pub fn new(key: &'static str) -> Self {
        Self { key, arguments: Vec::new() }
    }

    /// Fills the placeholder `name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Fill) -> Self {
        self.arguments.push((name, value.value()));
        self
    }

    /// The key, for logs and for tests.
    pub fn key(&self) -> &'static str {
        self.key
    }

    fn fluent(&self, locale: Locale) -> HashMap<Cow<'static, str>, FluentValue<'_>> {
        let said = |value| match value {
            &Value::Number(number) => FluentValue::from(number),
            Value::Text(text) if locale.direction() == "rtl" => FluentValue::from(isolated(text)),
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Words(words) => FluentValue::from(locale.say(words)),
        };
        self.arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), said(value))).collect()
    }
}

/// A name, or what somebody typed, apart from the direction of the words around it. Digits alone
/// need no marks.
fn isolated(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("\u{2068}{text}\u{2069}"))
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

/// What can be said in a language.
pub trait Say {
    /// The words.
    fn words(&self, locale: Locale) -> String;
}

impl Say for Message {
    fn words(&self, locale: Locale) -> String {
        locale.say(self)
    }
}

impl<T: Say + ?Sized> Say for &T {
    fn words(&self, locale: Locale) -> String {
        (**self).words(locale)
    }
}

/// What can fill a placeholder.
pub trait Fill {
    /// The value as it is kept.
    fn value(&self) -> Value;
}

impl<T: Fill + ?Sized> Fill for &T {
    fn value(&self) -> Value {
        (**self).value()
    }
}

impl Fill for str {
    fn value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Fill for String {
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Fill for Message {
    fn value(&self) -> Value {
        Value::Words(self.clone())
    }
}

macro_rules! numbers_fill {
    ($($number:ty),*) => {$(
        impl Fill for $number {
            fn value(&self) -> Value {
                Value::Number(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers_fill!(u8, u16, i32, u32, i64, u64, usize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_apart_where_the_words_run_from_right_to_left() {
        assert_eq!(isolated("Fiji"), "\u{2068}Fiji\u{2069}");
        assert_eq!(isolated("2027"), "2027");
    }
}
