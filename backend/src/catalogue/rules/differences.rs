//! What differs between two contents of a course, part by part, in words that a page can show.
use std::collections::BTreeMap;

use super::choices::{DeliveryMode, DeliveryScope, Level};
use super::content::{CourseContent, Material, Module};
use super::texts::{TextState, TextsOf};
use crate::base::i18n::{Locale, Message, Say, autonym};

/// A part that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The name of the field, for the audit log and for the link to it.
    pub name: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// What the first content says.
    pub before: Vec<Line>,
    /// What the second content says.
    pub after: Vec<Line>,
}

/// A line of a part as a page shows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// What somebody wrote.
    Text(String),
    /// Words of ours.
    Words(Message),
}

impl Say for Line {
    fn words(&self, locale: Locale) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Words(message) => locale.say(message),
        }
    }
}

/// The list of the fields. One that is left out does not compile.
macro_rules! parts {
    ($before:ident, $after:ident: $($field:ident($shown:ident) = $label:literal;)+) => {{
        let CourseContent { $($field: _),+ } = $before;
        let mut differing = Vec::new();
        $(if $before.$field != $after.$field {
            differing.push(Difference {
                name: stringify!($field),
                label: $label,
                before: $shown(&$before.$field),
                after: $shown(&$after.$field),
            });
        })+
        differing
    }};
}

/// Every part in which `after` differs from `before`, in the order of the form.
pub fn between(before: &CourseContent, after: &CourseContent) -> Vec<Difference> {
    parts! { before, after:
        title(text) = "course-title";
        course_type(text) = "course-type";
        work_plan_activity(text) = "course-activity";
        summary(text) = "course-summary";
        duration_days(number) = "course-days";
        min_participants(number) = "course-fewest";
        max_participants(number) = "course-most";
        levels_of_delivery(scopes) = "course-delivery";
        delivery_modes(modes) = "course-mode";
        train_the_trainer(truth) = "course-trainers";
        objectives(texts) = "course-objectives";
        modules(modules) = "course-modules";
        audience(text) = "course-audience";
        level(level) = "course-level";
        prerequisites(texts) = "course-prerequisites";
        languages(languages) = "course-languages";
        translations_available(languages) = "course-translations";
        materials(materials) = "course-materials";
        texts(translations) = "texts-label";
    }
}

#[expect(clippy::ptr_arg, reason = "every part is shown by a function of its own type")]
fn text(text: &String) -> Vec<Line> {
    if text.is_empty() { Vec::new() } else { vec![Line::Text(text.clone())] }
}

fn texts(texts: &[String]) -> Vec<Line> {
    texts.iter().cloned().map(Line::Text).collect()
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "every part is shown by a function of its own type"
)]
fn number(number: &Option<u16>) -> Vec<Line> {
    number.iter().map(|number| Line::Text(number.to_string())).collect()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "every part is shown from a reference")]
fn truth(truth: &bool) -> Vec<Line> {
    vec![Line::Words(Message::new(if *truth { "yes" } else { "no" }))]
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "every part is shown by a function of its own type"
)]
fn level(level: &Option<Level>) -> Vec<Line> {
    level.iter().map(|level| Line::Words(level.label())).collect()
}

fn scopes(scopes: &[DeliveryScope]) -> Vec<Line> {
    scopes.iter().map(|scope| Line::Words(scope.label())).collect()
}

fn modes(modes: &[DeliveryMode]) -> Vec<Line> {
    modes.iter().map(|mode| Line::Words(mode.label())).collect()
}

fn languages(tags: &[String]) -> Vec<Line> {
    tags.iter().map(|tag| Line::Text(autonym(tag).to_owned())).collect()
}

fn modules(modules: &[Module]) -> Vec<Line> {
    let line = |module: &Module| {
        Message::new("course-module-line")
            .with("title", &module.title)
            .with("hours", module.hours.unwrap_or_default())
            .with("summary", &module.summary)
    };
    modules.iter().map(line).map(Line::Words).collect()
}

fn materials(materials: &[Material]) -> Vec<Line> {
    let line = |material: &Material| {
        Message::new("course-material-line")
            .with("title", &material.title)
            .with("language", autonym(&material.language))
    };
    materials.iter().map(line).map(Line::Words).collect()
}

fn translations(texts: &BTreeMap<String, TextsOf>) -> Vec<Line> {
    let line = |(tag, texts): (&String, &TextsOf)| {
        let state = if texts.reviewed { TextState::Reviewed } else { TextState::Draft };
        Message::new("texts-line")
            .with("language", autonym(tag))
            .with("title", &texts.title)
            .with("state", state.label())
    };
    texts.iter().map(line).map(Line::Words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_changed_part_is_named_once_with_both_texts() {
        let before = CourseContent { title: "Old".into(), ..CourseContent::default() };
        let mut after = CourseContent { title: "New".into(), ..before.clone() };
        after.duration_days = Some(5);
        let names: Vec<_> = between(&before, &after).iter().map(|d| d.name).collect();
        assert_eq!(names, ["title", "duration_days"]);
        assert_eq!(between(&before, &after)[0].after, [Line::Text("New".into())]);
        assert!(between(&after, &after).is_empty());
    }
}
