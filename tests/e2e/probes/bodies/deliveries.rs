//! What is plausible to send about deliveries.
use serde_json::json;

use super::{Sent, form};
use crate::deliveries::{programs, seats, with};

/// What is plausible to send to a route about deliveries; none where it is about something else.
pub(super) fn sent(asked: (&str, &str)) -> Option<Sent> {
    let id = rctm::base::ids::DeliveryId::new().to_string();
    let moved = [
        ("revision", "2"),
        ("first_day", "2027-04-05"),
        ("last_day", "2027-04-06"),
        ("reason", "A reason"),
    ];
    Some(match asked {
        ("POST", "/deliveries/new") => form(&with(&[("id", &id)])),
        ("POST", "/deliveries/{code}/edit") => form(&with(&[("revision", "1")])),
        ("POST", "/deliveries/{code}/copy") => form(&[("id", &id)]),
        (
            "POST",
            "/deliveries/{code}/announcement"
            | "/deliveries/{code}/confirmation"
            | "/deliveries/{code}/seats/publication",
        ) => form(&[("revision", "1")]),
        ("POST", "/deliveries/{code}/postponement" | "/deliveries/{code}/cancellation") => {
            form(&moved)
        }
        ("POST", "/calendar/feed") => form(&[]),
        ("POST", "/deliveries/{code}/seats/edit" | "/deliveries/{code}/seats/changes") => {
            form(&seats::form("1", "custom", &[("FJ", "3"), ("BD", "2")]))
        }
        ("POST", "/deliveries/{code}/seats/return") => {
            form(&[("free", "3"), ("seats", "1"), ("reason", "A reason")])
        }
        ("PUT", "/api/v1/deliveries/{code}/seats") => Sent::Json(seats::programs::body()),
        ("POST", "/api/v1/deliveries/{code}/seats/returns") => {
            Sent::Json(json!({"seats": 1, "reason": "A reason"}))
        }
        ("POST", "/api/v1/deliveries") => Sent::Json(programs::body()),
        ("PATCH", "/api/v1/deliveries/{code}") => Sent::Json(json!({"city": "Another"})),
        (
            "POST",
            "/api/v1/deliveries/{code}/announcement"
            | "/api/v1/deliveries/{code}/confirmation"
            | "/api/v1/deliveries/{code}/copies"
            | "/api/v1/deliveries/{code}/seats/publication",
        ) => Sent::Nothing,
        ("POST", "/api/v1/deliveries/{code}/postponement") => {
            Sent::Json(json!({"first_day": "", "last_day": "", "reason": "A reason"}))
        }
        ("POST", "/api/v1/deliveries/{code}/cancellation") => {
            Sent::Json(json!({"reason": "A reason"}))
        }
        _ => return None,
    })
}
