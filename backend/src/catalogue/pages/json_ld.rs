//! A course in the words of schema.org, for search engines: data in the page, never run.
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::base::json_ld::{JsonLd, without_nulls};
use crate::catalogue::rules::{CourseContent, Level};
use crate::organisations::Organisation;

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
    /// Its deliveries, as schema.org describes them.
    pub instances: &'a [Value],
}

/// The course as schema.org describes one.
pub fn course(content: &CourseContent, about: &About<'_>) -> JsonLd {
    let owner = provider(about.centre, about.website);
    let others = about.partners.iter().map(|one| provider(&one.name, one.website.as_deref()));
    let providers: Vec<_> = [owner.clone()].into_iter().chain(others).collect();
    // One provider stands alone, as readers of schema.org expect it.
    let provider = if providers.len() == 1 { owner } else { Value::Array(providers) };
    JsonLd::of(&without_nulls(json!({
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
        "hasCourseInstance": (!about.instances.is_empty()).then_some(about.instances),
        "hasPart": content.modules.iter().map(|module| json!({
            "@type": "LearningResource",
            "name": module.title,
            "description": module.summary,
            "timeRequired": format!("PT{}H", module.hours.unwrap_or_default()),
        })).collect::<Vec<_>>(),
    })))
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
            instances: &[],
        };
        let text = course(&content, &about).to_string();
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["name"], title);
        assert!(read["provider"].get("url").is_none());
    }
}
