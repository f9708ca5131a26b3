//! What is written of deliveries.
use axum::http::Method;
use rctm::base::ids::DeliveryId;
use serde_json::json;

use super::Script;
use crate::deliveries::{programs, with};

pub(super) async fn write(script: &mut Script) {
    let director = script.app.director("JCLEC").await;
    let id = DeliveryId::new();
    let text = id.to_string();
    let new = with(&[("id", &text)]);
    script.form(&director, ("/deliveries/new", "/deliveries/new"), &new).await;
    let sql = "select code from delivery where id = $1";
    let rows = script.app.query(sql, vec![id.0.into()]).await;
    let code: String = rows[0].try_get("", "code").expect("a code");
    let change = with(&[("id", &text), ("revision", "1"), ("venue", "Building 3")]);
    let days = [("first_day", "2027-04-05"), ("last_day", "2027-04-06")];
    let hours = [("starts", "09:00"), ("ends", "16:00"), ("reason", "A reason")];
    let moved = [&[("revision", "3")], &days[..], &hours[..]].concat();
    let another = DeliveryId::new().to_string();
    for (noun, fields) in [
        ("edit", change.as_slice()),
        ("announcement", &[("revision", "2")]),
        ("postponement", &moved),
        ("cancellation", &[("revision", "4"), ("reason", "A reason")]),
        ("copy", &[("id", another.as_str())]),
    ] {
        let (door, path) =
            (format!("/deliveries/{{code}}/{noun}"), format!("/deliveries/{code}/{noun}"));
        script.form(&director, (&door, &path), fields).await;
    }
    script.form(&director, ("/calendar/feed", "/calendar/feed"), &[]).await;
}

pub(super) async fn write_as_program(script: &mut Script) {
    let centre = script.app.client_of("JCLEC").await;
    let door = (Method::POST, "/deliveries", "/deliveries");
    let made = script.json(&centre, door, programs::body()).await;
    let code = made.json()["code"].as_str().expect("a code").to_owned();
    let path = format!("/deliveries/{code}");
    let mut change = programs::body();
    change.as_object_mut().expect("an object").remove("course");
    change["venue"] = json!("Building 3");
    script.json(&centre, (Method::PATCH, "/deliveries/{code}", &path), change).await;
    let moved = json!({
        "first_day": "2027-04-05", "last_day": "2027-04-06", "sessions": [], "reason": "A reason",
    });
    for (noun, body) in [
        ("announcement", json!({})),
        ("postponement", moved),
        ("cancellation", json!({"reason": "A reason"})),
        ("copies", json!({})),
    ] {
        let (door, path) = (format!("/deliveries/{{code}}/{noun}"), format!("{path}/{noun}"));
        script.json(&centre, (Method::POST, &door, &path), body).await;
    }
}
