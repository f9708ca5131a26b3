//! Data for search engines inside a page, in the words of schema.org: never run.
use std::fmt;

use askama::filters::HtmlSafe;
use serde_json::Value;

/// JSON that can stand inside a script element: no character of it can end the element.
pub struct JsonLd(String);

impl JsonLd {
    /// This value, every character that means something to HTML escaped.
    pub fn of(value: &Value) -> Self {
        Self(value.to_string().chars().map(harmless).collect())
    }
}

impl fmt::Display for JsonLd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// The only way to make one escapes every character that means something to HTML; the quotation
// marks that remain mean nothing inside a script element.
impl HtmlSafe for JsonLd {}

fn harmless(character: char) -> String {
    match character {
        '<' | '>' | '&' | '\'' | '\u{2028}' | '\u{2029}' => {
            format!("\\u{:04x}", u32::from(character))
        }
        other => other.to_string(),
    }
}

/// The value without its fields that say nothing.
pub fn without_nulls(mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    value
}
