//! What is written of deliveries.
use axum::http::Method;
use rctm::base::ids::DeliveryId;
use serde_json::json;
use tests::Person;

use super::Script;
use crate::deliveries::{announced, programs, seats, with};
use crate::participants::clock::selecting;

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
    let code = selecting(&script.app, &director).await;
    let (door, path) =
        ("/deliveries/{code}/confirmation", format!("/deliveries/{code}/confirmation"));
    script.form(&director, (door, &path), &[("revision", "4")]).await;
    share(script, &director).await;
}

/// The seats of a delivery of its own.
async fn share(script: &mut Script, director: &Person) {
    let code = announced(director, &[]).await;
    let three = seats::form("0", "custom", &[("FJ", "3")]);
    let four = seats::form("2", "custom", &[("FJ", "4")]);
    let how = [("keep", "1"), ("cap", "9"), ("invited", "FJ"), ("propose", "")];
    let draft = [&three[..], &how].concat();
    for (noun, fields) in
        [("edit", draft.as_slice()), ("publication", &[("revision", "1")]), ("changes", &four)]
    {
        let door = format!("/deliveries/{{code}}/seats/{noun}");
        script.form(director, (&door, &format!("/deliveries/{code}/seats/{noun}")), fields).await;
    }
    let fiji = script.app.focal_point("Fiji").await;
    let (door, path) =
        ("/deliveries/{code}/seats/return", format!("/deliveries/{code}/seats/return"));
    let fields = [("free", "4"), ("seats", "1"), ("reason", "A reason")];
    script.form(&fiji, (door, &path), &fields).await;
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
    let director = script.app.director("JCLEC").await;
    let code = selecting(&script.app, &director).await;
    let (door, path) =
        ("/deliveries/{code}/confirmation", format!("/deliveries/{code}/confirmation"));
    script.json(&centre, (Method::POST, door, &path), json!({})).await;
    let code = announced(&director, &[]).await;
    let (door, path) = ("/deliveries/{code}/seats", format!("/deliveries/{code}/seats"));
    script.json(&centre, (Method::PUT, door, &path), seats::programs::body()).await;
    let (door, path) = (format!("{door}/publication"), format!("{path}/publication"));
    script.json(&centre, (Method::POST, &door, &path), json!({})).await;
    let (door, path) =
        ("/deliveries/{code}/seats/returns", format!("/deliveries/{code}/seats/returns"));
    let fiji = script.app.client_of("Fiji").await;
    let back = json!({"seats": 1, "reason": "A reason"});
    script.json(&fiji, (Method::POST, door, &path), back).await;
}
