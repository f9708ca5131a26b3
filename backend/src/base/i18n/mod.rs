//! Words in the reader's language. A language is a folder of `frontend-templates/locales`.
mod languages;
mod reader;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, static_loader};

pub use self::languages::{autonym, is_language_tag, is_right_to_left};
pub use self::reader::{Reader, place_of};

static_loader! {
    static LOCALES = {
        locales: "../frontend-templates/locales",
        fallback_language: "en",
        // Isolation marks would end up in emails and exports; the templates use <bdi>.
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

    /// The first language of an `Accept-Language` header that the interface speaks.
    pub fn accepted(header: &str) -> Self {
        let mut wanted: Vec<(f32, &str)> = header.split(',').filter_map(weighted).collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.into_iter().find_map(|(_, tag)| Self::nearest(tag)).unwrap_or_else(Self::english)
    }

    fn nearest(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Self::of(tag).or_else(|| Self::of(primary))
    }

    /// The BCP 47 tag, for `lang`.
    pub fn tag(self) -> String {
        self.0.to_string()
    }

    /// `rtl` or `ltr`, for `dir`.
    pub fn direction(self) -> &'static str {
        if is_right_to_left(&self.tag()) { "rtl" } else { "ltr" }
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

fn weighted(part: &str) -> Option<(f32, &str)> {
    let (tag, quality) = part.split_once(";q=").unwrap_or((part, "1"));
    let quality: f32 = quality.trim().parse().ok()?;
    (quality > 0.0).then_some((quality, tag.trim()))
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
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Words(words) => FluentValue::from(locale.say(words)),
        };
        self.arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), said(value))).collect()
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
    fn a_browser_gets_the_first_language_that_the_interface_speaks() {
        assert_eq!(Locale::accepted("tlh, en-AU;q=0.5").tag(), "en");
        assert_eq!(Locale::accepted("").tag(), "en");
    }
}
