//! Examples for the document.
use serde_json::{Value, json};

/// A course type.
pub fn course_type() -> Value {
    json!({
        "code": "liaison",
        "name": "Immigration liaison",
        "short_name": "Liaison",
        "abbreviation": "LIA",
        "description": "Work of immigration liaison officers abroad.",
        "goal": "prevention",
    })
}

/// A course in a list.
pub fn summary() -> Value {
    json!({
        "code": "LIA-201",
        "title": "Immigration liaison in practice",
        "summary": "How liaison officers build a network.",
        "centre": "JCLEC",
        "course_type": "liaison",
        "goal": "prevention",
        "level": "intermediate",
        "duration_days": 5,
        "module_count": 2,
        "languages": ["en", "id"],
        "levels_of_delivery": ["regional"],
        "train_the_trainer": false,
        "published_at": "2026-11-02T02:00:00Z",
        "verified_at": "2026-11-02T02:00:00Z",
        "sample": false,
    })
}

/// What a centre sends to begin a course.
pub fn new_course() -> Value {
    json!({
        "code": "LIA-201",
        "title": "Immigration liaison in practice",
        "course_type": "liaison",
        "languages": ["en", "id"],
    })
}

/// What a course says.
pub fn content() -> Value {
    json!({
        "title": "Immigration liaison in practice",
        "course_type": "liaison",
        "work_plan_activity": "",
        "summary": "How liaison officers build a network.",
        "objectives": ["Build a network of contacts"],
        "audience": "Officers before their first posting",
        "level": "intermediate",
        "prerequisites": [],
        "languages": ["en", "id"],
        "translations_available": [],
        "delivery_modes": ["in_person"],
        "levels_of_delivery": ["regional"],
        "min_participants": 12,
        "max_participants": 24,
        "duration_days": 5,
        "train_the_trainer": false,
        "modules": [{
            "code": "LIA-201-M1",
            "title": "Networks",
            "hours": 12,
            "summary": "Finding and keeping contacts.",
        }],
        "materials": [],
    })
}

/// A course.
pub fn course() -> Value {
    let mut course = json!({
        "code": "LIA-201",
        "centre": "JCLEC",
        "co_delivered_by": ["ABFC"],
        "goal": "prevention",
        "state": "published",
        "reason": null,
        "successor": null,
        "version": 1,
        "unpublished_changes": false,
        "proposal": null,
        "verified_at": "2026-11-02T02:00:00Z",
        "sample": false,
    });
    if let (Some(course), Value::Object(content)) = (course.as_object_mut(), content()) {
        course.extend(content);
    }
    course
}
