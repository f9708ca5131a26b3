//! A course in the words of schema.org, for search engines: data in the page, never run.
use std::fmt;

use askama::filters::HtmlSafe;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::catalogue::rules::{CourseContent, Level};
use crate::organisations::Organisation;

/// JSON that can stand inside a script element: no character of it can end the element.
pub struct JsonLd(String);

/// What the page knows beside the content.
pub struct About<'a> {
    /// The course's own address.
    pub address: &'a str,
    /// Its code.
    pub code: &'a str,
    /// The name of the centre.
    pub centre: &'a str,
    /// The centres that deliver it too.
    pub partners: &'a [Organisation],
    /// The website of the centre, if known.
    pub website: Option<&'a str>,
    /// The number of the version.
    pub version: i32,
    /// When that version was published.
    pub published_at: DateTime<Utc>,
}

impl JsonLd {
    /// The course as schema.org describes one.
    pub fn of(content: &CourseContent, about: &About<'_>) -> Self {
        let owner = provider(about.centre, about.website);
        let others = about.partners.iter().map(|one| provider(&one.name, one.website.as_deref()));
        let providers: Vec<_> = [owner.clone()].into_iter().chain(others).collect();
        // One provider stands alone, as readers of schema.org expect it.
        let provider = if providers.len() == 1 { owner } else { Value::Array(providers) };
        Self::escaped(&without_nulls(json!({
            "@context": "https://schema.org",
            "@type": "Course",
            "@id": about.address,
            "url": about.address,
            "courseCode": about.code,
            "name": content.title,
            "description": content.summary,
            "version": about.version.to_string(),
            "provider": provider,
            "inLanguage": content.languages,
            "workTranslation": translations(content, about.address),
            "teaches": content.objectives,
            "coursePrerequisites": content.prerequisites,
            "educationalLevel": content.level.map(Level::as_str),
            "dateModified": about.published_at.format("%Y-%m-%d").to_string(),
            "audience": { "@type": "Audience", "audienceType": content.audience },
            "timeRequired": format!("PT{}H", content.hours()),
            "isAccessibleForFree": true,
            "hasPart": content.modules.iter().map(|module| json!({
                "@type": "LearningResource",
                "name": module.title,
                "description": module.summary,
                "timeRequired": format!("PT{}H", module.hours.unwrap_or_default()),
            })).collect::<Vec<_>>(),
        })))
    }

    fn escaped(value: &Value) -> Self {
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

/// The texts of the course in other languages; none where it is in English only.
fn translations(content: &CourseContent, address: &str) -> Option<Value> {
    let offered = content.languages_offered().into_iter();
    let translation = |tag: &str| {
        let texts = content.texts.get(tag)?;
        let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Some(without_nulls(json!({
            "@type": "Course",
            "@id": format!("{address}?text={tag}"),
            "inLanguage": tag,
            "name": said(&texts.title),
            "description": said(&texts.summary),
        })))
    };
    let all: Vec<Value> = offered.filter_map(translation).collect();
    (!all.is_empty()).then_some(Value::Array(all))
}

fn provider(name: &str, website: Option<&str>) -> Value {
    without_nulls(json!({ "@type": "Organization", "name": name, "url": website }))
}

fn without_nulls(mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_the_script_element_and_is_read_back_whole() {
        let title = "</script><!--<script>&amp;\u{2028}'\"";
        let content = CourseContent { title: title.into(), ..CourseContent::default() };
        let about = About {
            address: "x",
            code: "A-1",
            centre: "C",
            partners: &[],
            website: None,
            version: 1,
            published_at: DateTime::UNIX_EPOCH,
        };
        let text = JsonLd::of(&content, &about).to_string();
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["name"], title);
        assert!(read["provider"].get("url").is_none());
    }
}
