//! What is missing before a course can be published: every fault at once, each by its field.
use super::content::{CourseContent, Material, Module};
use crate::base::error::FieldErrors;
use crate::base::i18n::{Message, is_language_tag};

/// The longest course, in working days.
const MOST_DAYS: u16 = 250;
/// The largest group.
const MOST_PEOPLE: u16 = 500;
/// The longest module, in hours.
const MOST_HOURS: u16 = 400;
/// The longest note or reason, in characters.
const LONGEST_NOTE: usize = 500;

/// What a course may refer to.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The codes of the course types.
    pub course_types: Vec<String>,
    /// The codes of the activities of the work plan.
    pub activities: Vec<String>,
    /// The codes of the courses that may be asked for first, among those that the draft names.
    pub courses: Vec<String>,
}

/// What keeps `content` from being published.
pub fn faults(content: &CourseContent, known: &Known) -> FieldErrors {
    let mut errors = FieldErrors::default();
    basics(content, known, &mut errors);
    size(content, &mut errors);
    if content.objectives.is_empty() {
        errors.add("objectives", "course-needs-objectives");
    }
    modules(&content.modules, &mut errors);
    who(content, known, &mut errors);
    if content.languages.is_empty() {
        errors.add("languages", "course-needs-languages");
    }
    materials(&content.materials, &mut errors);
    errors
}

fn basics(content: &CourseContent, known: &Known, errors: &mut FieldErrors) {
    if content.title.is_empty() {
        errors.add("title", "course-needs-title");
    }
    if !known.course_types.contains(&content.course_type) {
        errors.add("course_type", "course-needs-type");
    }
    let activity = &content.work_plan_activity;
    if !activity.is_empty() && !known.activities.contains(activity) {
        errors.add("work_plan_activity", "course-activity-unknown");
    }
    if content.summary.is_empty() {
        errors.add("summary", "course-needs-summary");
    }
}

fn size(content: &CourseContent, errors: &mut FieldErrors) {
    if !content.duration_days.is_some_and(|days| (1..=MOST_DAYS).contains(&days)) {
        errors.add("duration_days", Message::new("course-needs-days").with("most", MOST_DAYS));
    }
    let people = |count: Option<u16>| count.filter(|count| (1..=MOST_PEOPLE).contains(count));
    let (least, most) = (people(content.min_participants), people(content.max_participants));
    if least.is_none() {
        errors
            .add("min_participants", Message::new("course-needs-fewest").with("most", MOST_PEOPLE));
    }
    if most.is_none() {
        errors.add("max_participants", Message::new("course-needs-most").with("most", MOST_PEOPLE));
    }
    if least.zip(most).is_some_and(|(least, most)| least > most) {
        errors.add("max_participants", "course-people-order");
    }
    if content.levels_of_delivery.is_empty() {
        errors.add("levels_of_delivery", "course-needs-delivery");
    }
    if content.delivery_modes.is_empty() {
        errors.add("delivery_modes", "course-needs-mode");
    }
}

fn modules(modules: &[Module], errors: &mut FieldErrors) {
    if modules.is_empty() {
        errors.add("modules", "course-needs-modules");
    }
    for (number, module) in (1usize..).zip(modules) {
        let say = |key| Message::new(key).with("number", number);
        if module.title.is_empty() {
            errors.add(format!("m{number}.title"), say("course-needs-module-title"));
        }
        if !module.hours.is_some_and(|hours| (1..=MOST_HOURS).contains(&hours)) {
            let hours = say("course-needs-module-hours").with("most", MOST_HOURS);
            errors.add(format!("m{number}.hours"), hours);
        }
        if module.summary.is_empty() {
            errors.add(format!("m{number}.summary"), say("course-needs-module-summary"));
        }
    }
}

fn who(content: &CourseContent, known: &Known, errors: &mut FieldErrors) {
    if content.audience.is_empty() {
        errors.add("audience", "course-needs-audience");
    }
    if content.level.is_none() {
        errors.add("level", "course-needs-level");
    }
    let unknown = content.prerequisites.iter().find(|code| !known.courses.contains(code));
    if let Some(code) = unknown {
        errors.add("prerequisites", Message::new("course-prerequisite-unknown").with("code", code));
    }
}

fn materials(materials: &[Material], errors: &mut FieldErrors) {
    for (number, material) in (1usize..).zip(materials) {
        let say = |key| Message::new(key).with("number", number);
        if material.title.is_empty() {
            errors.add(format!("f{number}.title"), say("course-needs-material-title"));
        }
        if material.kind.is_none() {
            errors.add(format!("f{number}.kind"), say("course-needs-material-kind"));
        }
        if !is_language_tag(&material.language) {
            errors.add(format!("f{number}.language"), say("course-needs-material-language"));
        }
    }
}

/// Reads the note that says what a version changes.
pub fn read_note(text: &str) -> Result<String, FieldErrors> {
    short_text(text, "note", "course-needs-note")
}

/// Reads the reason that the public is given for a suspension or a retirement.
pub fn read_reason(text: &str) -> Result<String, FieldErrors> {
    short_text(text, "reason", "course-needs-reason")
}

/// Reads what is wanted of a draft that is sent back.
pub fn read_wanted(text: &str) -> Result<String, FieldErrors> {
    short_text(text, "wanted", "proposal-needs-wanted")
}

/// Reads a reason that the other side, or colleagues, are given.
pub fn read_why(text: &str) -> Result<String, FieldErrors> {
    short_text(text, "reason", "overlap-needs-reason")
}

/// Reads a message that may be empty.
pub fn read_message(text: &str) -> Result<String, FieldErrors> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    short_text(text, "message", "overlap-needs-reason")
}

fn short_text(
    text: &str,
    field: &'static str,
    missing: &'static str,
) -> Result<String, FieldErrors> {
    let text = text.trim();
    let mut errors = FieldErrors::default();
    if text.is_empty() {
        errors.add(field, missing);
    } else if text.chars().count() > LONGEST_NOTE {
        errors.add(field, Message::new("course-too-long").with("most", LONGEST_NOTE));
    }
    errors.or(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::rules::{DeliveryMode, DeliveryScope, Level};

    fn known() -> Known {
        Known {
            course_types: vec!["liaison".into()],
            activities: vec!["PV-2".into()],
            courses: vec!["LIA-201".into()],
        }
    }

    fn whole() -> CourseContent {
        CourseContent {
            title: "Liaison".into(),
            course_type: "liaison".into(),
            work_plan_activity: "PV-2".into(),
            summary: "What it is.".into(),
            objectives: vec!["Explain".into()],
            audience: "Officers".into(),
            level: Some(Level::Advanced),
            prerequisites: vec!["LIA-201".into()],
            languages: vec!["en".into()],
            delivery_modes: vec![DeliveryMode::Online],
            levels_of_delivery: vec![DeliveryScope::Regional],
            min_participants: Some(8),
            max_participants: Some(8),
            duration_days: Some(5),
            modules: vec![Module {
                code: "LIA-301-M1".into(),
                title: "One".into(),
                hours: Some(6),
                summary: "All".into(),
            }],
            ..CourseContent::default()
        }
    }

    fn fields(content: &CourseContent) -> Vec<String> {
        faults(content, &known()).iter().map(|(field, _)| field.to_owned()).collect()
    }

    #[test]
    fn a_whole_course_can_be_published() {
        assert_eq!(fields(&whole()), Vec::<String>::new());
    }

    #[test]
    fn an_empty_draft_lacks_everything_at_once_in_the_order_of_the_form() {
        assert_eq!(
            fields(&CourseContent::default()),
            [
                "title",
                "course_type",
                "summary",
                "duration_days",
                "min_participants",
                "max_participants",
                "levels_of_delivery",
                "delivery_modes",
                "objectives",
                "modules",
                "audience",
                "level",
                "languages"
            ]
        );
    }

    #[test]
    fn what_contradicts_itself_is_named() {
        let more = CourseContent { min_participants: Some(9), ..whole() };
        assert_eq!(fields(&more), ["max_participants"]);
        let unknown = CourseContent { prerequisites: vec!["LIA-999".into()], ..whole() };
        assert_eq!(fields(&unknown), ["prerequisites"]);
        let blank = CourseContent {
            modules: vec![Module::default()],
            materials: vec![Material::default()],
            ..whole()
        };
        assert_eq!(
            fields(&blank),
            ["m1.title", "m1.hours", "m1.summary", "f1.title", "f1.kind", "f1.language"]
        );
    }

    #[test]
    fn a_note_says_something_and_not_too_much() {
        assert_eq!(read_note(" More practice ").expect("a note"), "More practice");
        assert!(read_note("  ").is_err() && read_note(&"x".repeat(501)).is_err());
        assert!(read_reason("").is_err() && read_reason(&"é".repeat(500)).is_ok());
    }
}
