//! What is plausible to send about people and their nominations.
use serde_json::json;

use super::{Sent, form};
use crate::participants::{programs, typed};

/// What is plausible to send to a route about people; none where it is about something else.
pub(super) fn sent(asked: (&str, &str)) -> Option<Sent> {
    let id = rctm::base::ids::PersonId::new().to_string();
    let person = typed("Somebody", "somebody@ministry.example");
    let giving_up = [("revision", "1"), ("reason", "A reason"), ("agreed", "1"), ("person", &*id)];
    Some(match asked {
        ("POST", "/participants/roster/new") => form(&[&[("id", &*id)], &person[..]].concat()),
        ("POST", "/participants/roster/{id}") => {
            form(&[&[("revision", "1")], &person[..]].concat())
        }
        ("POST", "/participants/roster/{id}/removal") => form(&[("revision", "9")]),
        ("POST", "/participants/{id}/replacement" | "/participants/{id}/withdrawal") => {
            form(&giving_up)
        }
        ("POST", "/participants/{id}/offer" | "/offers/{token}") => {
            form(&[("revision", "1"), ("do", "decline"), ("reason", "A reason")])
        }
        ("POST", "/api/v1/participant-nominations/{id}/acceptance") => Sent::Json(json!({})),
        ("POST", "/deliveries/{code}/participants") => form(&[("do", "save")]),
        ("POST", "/deliveries/{code}/participants/submission") => {
            form(&[("p", &*id), ("agreed", "1")])
        }
        ("POST", "/deliveries/{code}/decisions") => form(&[("p", &*id), ("do", "accept")]),
        ("POST", "/api/v1/people") => Sent::Json(programs::person()),
        ("PATCH", "/api/v1/people/{id}") => Sent::Json(json!({"post": "Another"})),
        ("POST", "/api/v1/participant-nominations") => {
            Sent::Json(json!({"delivery": "LIA-201-D1", "person": id, "reason": ""}))
        }
        (
            "POST",
            "/api/v1/participant-nominations/{id}/withdrawal"
            | "/api/v1/participant-nominations/{id}/refusal",
        ) => Sent::Json(json!({"reason": "A reason"})),
        ("POST", "/api/v1/participant-nominations/{id}/replacement") => {
            Sent::Json(json!({"person": id, "agreed": true, "reason": "A reason"}))
        }
        ("POST", "/api/v1/deliveries/{code}/participant-nominations/submission") => {
            Sent::Json(json!({"nominations": [id], "agreed": true}))
        }
        ("POST", "/api/v1/deliveries/{code}/decisions") => {
            Sent::Json(json!({"decision": "accept", "nominations": [id]}))
        }
        _ => return None,
    })
}
