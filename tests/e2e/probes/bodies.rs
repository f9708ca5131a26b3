//! What is plausible to send to each route that changes something.
mod deliveries;
mod participants;

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
    let asked = (door.method.as_str(), door.path.as_str());
    let sent = of_courses(asked)
        .or_else(|| of_materials(asked))
        .or_else(|| of_courses_by_programs(asked))
        .or_else(|| of_modules(asked))
        .or_else(|| deliveries::sent(asked))
        .or_else(|| participants::sent(asked))
        .or_else(|| of_subscriptions(asked))
        .or_else(|| of_imports(asked))
        .or_else(|| of_others(world, asked));
    sent.unwrap_or_else(|| panic!("{door}: no entry says what is plausible to send"))
}

/// What is plausible to send to every other route that changes something; none where no entry
/// says so.
fn of_others(world: &World, asked: (&str, &str)) -> Option<Sent> {
    let id = rctm::base::ids::EmailId::new().to_string();
    Some(match asked {
        ("POST", "/account/password") => {
            form(&[("current", "not this one"), ("password", "nine red boats sail over sand")])
        }
        ("POST", "/account/reading") => form(&[("language", "en"), ("zone", "")]),
        ("POST", "/api-clients") => {
            form(&[("id", &id), ("name", "Another"), ("scopes", "catalogue:read")])
        }
        ("POST", "/capacity") => form(&[("membership", &world.membership)]),
        ("POST", "/nominations/{id}/withdrawal") => form(&[("reason", "A reason")]),
        ("POST", "/nominations/translation") => {
            form(&[("course", "LIA-201"), ("language", "th"), ("reason", "A reason")])
        }
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
        ("POST", "/api/v1/rounds") => Sent::Json(json!({
            "title": "Another", "horizon_start": "2028-01-01", "horizon_end": "2028-12-31",
            "opens_at": "2027-11-01T02:00:00Z", "closes_at": "2027-12-10T16:59:00Z",
        })),
        ("PUT", "/api/v1/rounds/{id}/sheet") => Sent::Json(json!({"lines": []})),
        ("POST", "/api/v1/rounds/{id}/opening" | "/api/v1/rounds/{id}/closing") => Sent::Nothing,
        ("POST", "/api/v1/rounds/{id}/sheet/submission") => Sent::Json(json!({"no_needs": false})),
        _ => return None,
    })
}

fn of_courses(asked: (&str, &str)) -> Option<Sent> {
    Some(match asked {
        ("POST", "/courses/new") => {
            let id = rctm::base::ids::EmailId::new().to_string();
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
        ("POST", "/courses/{code}/copy") => {
            let id = rctm::base::ids::EmailId::new().to_string();
            let number = u32::from_str_radix(&id[30..], 16).unwrap_or_default() % 900 + 100;
            form(&[("id", &id), ("code", &format!("QCP-{number}"))])
        }
        ("POST", "/courses/{code}/proposal/return") => {
            form(&[("revision", "2"), ("wanted", "More")])
        }
        ("POST", "/courses/{code}/proposal" | "/courses/{code}/publication") => {
            form(&[("revision", "2"), ("note", "A note")])
        }
        (
            "POST",
            "/courses/{code}/proposal/withdrawal"
            | "/courses/{code}/versions/{number}/restoration"
            | "/courses/{code}/resumption"
            | "/courses/{code}/verification"
            | "/courses/{code}/verification/withdrawal"
            | "/courses/{code}/edit/texts/{tag}/removal"
            | "/courses/{code}/edit/texts/{tag}/review"
            | "/courses/{code}/edit/texts/{tag}/review/withdrawal",
        ) => form(&[("revision", "2")]),
        ("POST", "/courses/{code}/retirement" | "/courses/{code}/suspension") => {
            form(&[("revision", "2"), ("reason", "A reason")])
        }
        ("POST", "/courses/{code}/edit/texts/{tag}") => {
            form(&[("revision", "2"), ("english", "x"), ("title", "Another")])
        }
        ("POST", "/courses/{code}/co-delivery") => {
            form(&[("centre", "AIMM"), ("message", "Shall we?")])
        }
        ("POST", "/courses/{code}/co-delivery/withdrawal" | "/courses/{code}/co-delivery/end") => {
            form(&[("centre", "ABFC"), ("reason", "A reason")])
        }
        ("POST", "/courses/{code}/overlap") => form(&[("with", "LIA-301"), ("reason", "A reason")]),
        ("POST", "/courses/{code}/overlap/withdrawal") => form(&[("with", "LIA-301")]),
        ("POST", "/courses/{code}/co-delivery/acceptance") => form(&[]),
        ("POST", "/courses/{code}/co-delivery/refusal") => form(&[("reason", "A reason")]),
        _ => return None,
    })
}

fn of_materials(asked: (&str, &str)) -> Option<Sent> {
    Some(match asked {
        ("POST", "/courses/{code}/materials/new") => {
            let id = rctm::base::ids::MaterialId::new().to_string();
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
        _ => return None,
    })
}

fn of_courses_by_programs(asked: (&str, &str)) -> Option<Sent> {
    Some(match asked {
        ("POST", "/api/v1/courses/{code}/co-delivery") => Sent::Json(json!({"centre": "AIMM"})),
        ("POST", "/api/v1/courses/{code}/copies") => Sent::Json(json!({"code": "QCP-101"})),
        ("POST", "/api/v1/courses/{code}/proposal" | "/api/v1/courses/{code}/publication") => {
            Sent::Json(json!({"note": "A note"}))
        }
        ("POST", "/api/v1/courses/{code}/proposal/return") => Sent::Json(json!({"wanted": "More"})),
        (
            "POST",
            "/api/v1/courses/{code}/proposal/withdrawal"
            | "/api/v1/courses/{code}/versions/{number}/restoration"
            | "/api/v1/courses/{code}/co-delivery/acceptance"
            | "/api/v1/courses/{code}/verification"
            | "/api/v1/courses/{code}/verification/withdrawal"
            | "/api/v1/courses/{code}/texts/{language}/removal"
            | "/api/v1/courses/{code}/texts/{language}/review"
            | "/api/v1/courses/{code}/texts/{language}/review/withdrawal",
        ) => Sent::Nothing,
        ("POST", "/api/v1/courses/{code}/co-delivery/refusal") => {
            Sent::Json(json!({"reason": "A reason"}))
        }
        ("POST", "/api/v1/courses/{code}/co-delivery/withdrawal") => {
            Sent::Json(json!({"centre": "ABFC"}))
        }
        ("POST", "/api/v1/courses/{code}/co-delivery/end") => {
            Sent::Json(json!({"centre": "ABFC", "reason": "A reason"}))
        }
        ("POST", "/api/v1/courses/{code}/overlap") => {
            Sent::Json(json!({"course": "LIA-301", "reason": "A reason"}))
        }
        ("POST", "/api/v1/courses/{code}/overlap/withdrawal") => {
            Sent::Json(json!({"course": "LIA-301"}))
        }
        ("PUT", "/api/v1/courses/{code}/texts/{language}") => {
            Sent::Json(json!({"title": "Another"}))
        }
        ("POST", "/api/v1/courses") => Sent::Json(json!({"code": "QNW-101", "title": "Another"})),
        ("PATCH", "/api/v1/courses/{code}") => Sent::Json(json!({"title": "Another"})),
        _ => return None,
    })
}

fn of_modules(asked: (&str, &str)) -> Option<Sent> {
    let text = [("title", "Another"), ("hours", "6"), ("summary", "What it covers")];
    Some(match asked {
        ("POST", "/my-centre/modules/new") => {
            let id = rctm::base::ids::ModuleId::new().to_string();
            let number = u32::from_str_radix(&id[30..], 16).unwrap_or_default();
            let code = format!("QNW-{number}");
            form(&[&[("id", id.as_str()), ("code", code.as_str())], &text[..]].concat())
        }
        ("POST", "/my-centre/modules/{id}/edit") => {
            form(&[&[("version", "1"), ("note", "A note")], &text[..]].concat())
        }
        (
            "POST",
            "/my-centre/modules/{id}/retirement" | "/my-centre/modules/{id}/retirement/withdrawal",
        ) => form(&[]),
        ("POST", "/api/v1/modules") => Sent::Json(json!({
            "code": "QNW-901-M1", "title": "Another", "hours": 6, "summary": "What it covers",
        })),
        ("POST", "/api/v1/modules/{id}/versions") => {
            Sent::Json(json!({"title": "Another", "note": "A note"}))
        }
        (
            "POST",
            "/api/v1/modules/{id}/retirement" | "/api/v1/modules/{id}/retirement/withdrawal",
        ) => Sent::Nothing,
        ("POST", "/api/v1/courses/{code}/modules") => Sent::Json(json!({"module": "LIA-201-M1"})),
        _ => return None,
    })
}

fn of_imports(asked: (&str, &str)) -> Option<Sent> {
    Some(match asked {
        ("POST", "/course-imports") => form(&[("table", "Title\tPax\nAnother\t12\n")]),
        ("POST", "/course-imports/{id}/columns") => {
            form(&[("column", "title"), ("column", "participants")])
        }
        ("POST", "/course-imports/{id}/confirmation" | "/course-imports/{id}/undo") => form(&[]),
        ("POST", "/api/v1/course-imports") => {
            Sent::Json(json!({"name": "a.csv", "content": "VGl0bGUsUGF4CkFub3RoZXIsMTIK"}))
        }
        (
            "POST",
            "/api/v1/course-imports/{id}/confirmation" | "/api/v1/course-imports/{id}/undo",
        ) => Sent::Nothing,
        _ => return None,
    })
}

fn of_subscriptions(asked: (&str, &str)) -> Option<Sent> {
    Some(match asked {
        ("POST", "/api/v1/subscriptions") => Sent::Json(json!({
            "address": "somebody@example.org", "filter": "", "often": "weekly", "language": "en",
        })),
        ("POST", "/subscriptions/new") => form(&[
            ("address", "somebody@example.org"),
            ("filter", "goal=prevention"),
            ("often", "weekly"),
            ("language", "en"),
        ]),
        ("POST", "/subscriptions/{id}" | "/subscriptions/manage/{token}") => {
            form(&[("revision", "2"), ("do", "pause")])
        }
        ("POST", "/subscriptions/confirmation/{token}" | "/subscriptions/stop/{token}") => {
            form(&[])
        }
        _ => return None,
    })
}

fn form(pairs: &[(&str, &str)]) -> Sent {
    let owned = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Sent::Form(owned.collect())
}
