//! Programs that use RCTM through its API.
pub mod access;
mod catalogue;
mod clients;
mod document;
mod forgeries;
mod repeated;
mod rounds;
mod sheet;
mod tokens;

use serde_json::{Value, json};
use tests::{Client, Reply};

/// Everything that a course must say before it can be published, but its code.
fn content() -> Value {
    json!({
        "title": "Liaison in a network",
        "course_type": seed::course_types()[0].code,
        "summary": "How liaison officers build a network.",
        "objectives": ["Build a network", "Keep it"],
        "audience": "Officers before their first posting",
        "level": "intermediate",
        "languages": ["en", "id"],
        "delivery_modes": ["in_person"],
        "levels_of_delivery": ["regional", "national"],
        "min_participants": 8,
        "max_participants": 24,
        "duration_days": 5,
        "modules": [{"title": "Networks", "hours": 12, "summary": "Finding contacts."}],
    })
}

/// A course to begin, with everything that it must say.
pub fn whole_course(code: &str) -> Value {
    let mut course = content();
    course["code"] = json!(code);
    course
}

/// What the faults of an answer are about: pointers, parameters, headers.
fn faults(reply: &Reply) -> Vec<String> {
    let problem = reply.json();
    let errors = problem["errors"].as_array().expect("errors").iter();
    let place = |error: &Value| {
        let place = ["pointer", "parameter", "header"].iter().find_map(|kind| error[kind].as_str());
        place.expect("a place").to_owned()
    };
    errors.map(place).collect()
}

/// Every item of a list, page by page; each page has `limit` items, the last one at most so many.
pub async fn all(client: &Client, path: &str, limit: usize) -> Vec<Value> {
    let mut items = Vec::new();
    let joint = if path.contains('?') { '&' } else { '?' };
    let first = format!("{path}{joint}limit={limit}");
    let mut next = first.clone();
    loop {
        let reply = client.get(&next).await;
        reply.is(200);
        let page = reply.json();
        let found = page["items"].as_array().expect("items").clone();
        assert!(found.len() <= limit);
        let whole = found.len() == limit;
        items.extend(found);
        let Some(cursor) = page["next"].as_str() else { return items };
        assert!(whole, "a page before the last is not whole");
        next = format!("{first}&after={cursor}");
    }
}
