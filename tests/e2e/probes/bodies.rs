//! What is plausible to send to each route that changes something.
use axum::http::Method;
use serde_json::json;

use super::cast::Sent;
use super::doors::Door;
use super::world::World;
use crate::catalogue_editing::WHOLE;

/// What is plausible to send through a door.
pub fn sent_to(world: &World, door: &Door) -> Sent {
    if door.reads() {
        return Sent::Nothing;
    }
    let sent = body_for(world, &door.method, &door.path);
    sent.unwrap_or_else(|| panic!("{door}: no entry says what is plausible to send"))
}

/// What is plausible to send to a route that changes something; none where no entry says so.
fn body_for(world: &World, method: &Method, path: &str) -> Option<Sent> {
    let form = |pairs: &[(&str, &str)]| {
        let owned = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Sent::Form(owned.collect())
    };
    let id = rctm::base::ids::EmailId::new().to_string();
    Some(match (method.as_str(), path) {
        ("POST", "/account/password") => {
            form(&[("current", "not this one"), ("password", "nine red boats sail over sand")])
        }
        ("POST", "/account/reading") => form(&[("language", "en"), ("zone", "")]),
        ("POST", "/api-clients") => {
            form(&[("id", &id), ("name", "Another"), ("scopes", "catalogue:read")])
        }
        ("POST", "/capacity") => form(&[("membership", &world.membership)]),
        ("POST", "/courses/new") => {
            let number = u32::from_str_radix(&id[30..], 16).unwrap_or_default() % 900 + 100;
            let code = format!("QNW-{number}");
            form(&[("id", &id), ("code", &code), ("title", "Another"), ("course_type", "liaison")])
        }
        (
            "POST",
            "/courses/{code}/edit"
            | "/courses/{code}/edit/deliveries"
            | "/courses/{code}/edit/languages"
            | "/courses/{code}/edit/materials"
            | "/courses/{code}/edit/modules",
        ) => form(&[&[("revision", "2")], &WHOLE[..]].concat()),
        ("POST", "/courses/{code}/materials/new") => {
            let link = ("link", "https://example.org/guide");
            form(&crate::materials::said(&[("id", &id), link]))
        }
        ("POST", "/materials/{id}/edit") => form(&crate::materials::said(&[("revision", "2")])),
        ("POST", "/materials/{id}/versions") => {
            form(&[("revision", "2"), ("link", "https://example.org/better")])
        }
        ("POST", "/materials/{id}/removal" | "/materials/{id}/restoration") => {
            form(&[("revision", "2")])
        }
        ("POST", "/api/v1/courses/{code}/materials") => Sent::Json(json!({
            "title": "A guide", "kind": "slides", "language": "en", "licence": "cc_by",
            "access": "public",
        })),
        ("PATCH", "/api/v1/materials/{id}") => Sent::Json(json!({"title": "Another"})),
        ("PUT", "/api/v1/materials/{id}/link") => {
            Sent::Json(json!({"link": "https://example.org/guide"}))
        }
        (
            "PUT" | "POST",
            "/api/v1/materials/{id}/file"
            | "/api/v1/materials/{id}/removal"
            | "/api/v1/materials/{id}/restoration",
        ) => Sent::Nothing,
        ("POST", "/courses/{code}/publication") => form(&[("revision", "2"), ("note", "A note")]),
        ("POST", "/courses/{code}/resumption" | "/courses/{code}/verification") => {
            form(&[("revision", "2")])
        }
        ("POST", "/courses/{code}/retirement" | "/courses/{code}/suspension") => {
            form(&[("revision", "2"), ("reason", "A reason")])
        }
        ("POST", "/nominations/{id}/withdrawal") => form(&[("reason", "A reason")]),
        ("POST", "/language") => form(&[("language", "en"), ("next", "/")]),
        ("POST", "/notices") => form(&[("course_nominated", "off")]),
        ("POST", "/rounds/{id}/sheet") => {
            form(&[("revision", "1"), ("liaison.freq", "once"), ("liaison.reason", "Another")])
        }
        ("POST", "/rounds/{id}/sheet/no-needs" | "/rounds/{id}/sheet/submission") => {
            form(&[("revision", "1")])
        }
        ("POST", "/rounds" | "/rounds/{id}/edit") => Sent::Form(world.round_form.clone()),
        ("POST", "/sign-in") => form(&[("email", "nobody@fiji.example"), ("password", "wrong")]),
        (
            "POST",
            "/emails/{id}/sending"
            | "/kept/{reference}"
            | "/rounds/{id}/opening"
            | "/rounds/{id}/closing"
            | "/sign-out"
            | "/api-clients/{id}/revocation"
            | "/unsubscribe/{token}",
        ) => form(&[]),
        ("POST", "/csp-report") => Sent::Json(json!({})),
        ("POST", "/api/v1/token") => Sent::Json(json!({"client_id": "x", "client_secret": "y"})),
        ("POST", "/api/v1/courses") => Sent::Json(json!({"code": "QNW-101", "title": "Another"})),
        ("PATCH", "/api/v1/courses/{code}") => Sent::Json(json!({"title": "Another"})),
        ("POST", "/api/v1/courses/{code}/publication") => Sent::Json(json!({"note": "A note"})),
        ("POST", "/api/v1/rounds") => Sent::Json(json!({
            "title": "Another", "horizon_start": "2028-01-01", "horizon_end": "2028-12-31",
            "opens_at": "2027-11-01T02:00:00Z", "closes_at": "2027-12-10T16:59:00Z",
        })),
        ("POST", "/api/v1/rounds/{id}/opening" | "/api/v1/rounds/{id}/closing") => Sent::Nothing,
        ("PUT", "/api/v1/rounds/{id}/sheet") => Sent::Json(json!({"lines": []})),
        ("POST", "/api/v1/rounds/{id}/sheet/submission") => Sent::Json(json!({"no_needs": false})),
        _ => return None,
    })
}
