//! Examples of the document.
use serde_json::{Value, json};

const NOMINATION: &str = "0195c1a2-7b00-7000-8000-000000000002";
const PERSON: &str = "0195c1a2-7b00-7000-8000-000000000003";

/// Somebody on the roster.
pub fn person() -> Value {
    json!({
        "id": PERSON, "full_name": "Farhana Akter", "post": "Assistant Director",
        "agency": "Department of Immigration and Passports",
        "email": "farhana.akter@passports.example",
        "languages": [{"language": "en", "level": "upper_intermediate"}], "sample": false,
    })
}

/// Somebody to be put on the roster.
pub fn new_person() -> Value {
    json!({
        "full_name": "Farhana Akter", "post": "Assistant Director",
        "agency": "Department of Immigration and Passports",
        "email": "farhana.akter@passports.example",
        "languages": [{"language": "en", "level": "upper_intermediate"}],
    })
}

/// A nomination as lists show it.
pub fn summary() -> Value {
    json!({
        "id": NOMINATION, "delivery": "LIA-201-D1", "member": "BD", "order": 1,
        "person": person(), "reason": "Named for a post in Kuala Lumpur", "state": "accepted",
        "state_since": "2026-12-20T03:00:00Z", "why": "own_seat", "why_text": "",
        "offer_until": null,
    })
}

/// A nomination.
pub fn nomination() -> Value {
    let mut whole = summary();
    whole["waiting"] = Value::Null;
    whole["steps"] = json!([
        {"state": "draft", "why": null, "why_text": "", "at": "2026-12-01T03:00:00Z"},
        {"state": "approved", "why": null, "why_text": "", "at": "2026-12-02T03:00:00Z"},
        {"state": "accepted", "why": "own_seat", "why_text": "", "at": "2026-12-20T03:00:00Z"},
    ]);
    whole
}

/// Somebody to be put on a list.
pub fn new_nomination() -> Value {
    json!({"delivery": "LIA-201-D1", "person": PERSON, "reason": "Named for a post in Muscat"})
}

/// A decision.
pub fn decision() -> Value {
    json!({"decision": "waitlist", "nominations": [NOMINATION], "why": "no_seat", "text": ""})
}
