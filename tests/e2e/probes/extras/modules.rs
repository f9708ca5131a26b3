//! What is written of the modules of a centre.
use axum::http::Method;
use rctm::base::ids::ModuleId;
use serde_json::json;

use super::Script;

pub(super) async fn write(script: &mut Script) {
    let director = script.app.director("JCLEC").await;
    let id = ModuleId::new().to_string();
    let text = [("title", "Interviews"), ("hours", "6"), ("summary", "How to listen.")];
    let new = [&[("id", id.as_str()), ("code", "QEX-901-M1")], &text[..]].concat();
    script.form(&director, ("/my-centre/modules/new", "/my-centre/modules/new"), &new).await;
    let change = [&[("version", "1"), ("note", "A note"), ("hours", "7")], &text[..1], &text[2..]];
    let change = change.concat();
    for (noun, fields) in
        [("edit", change.as_slice()), ("retirement", &[]), ("retirement/withdrawal", &[])]
    {
        let door = format!("/my-centre/modules/{{id}}/{noun}");
        let path = format!("/my-centre/modules/{id}/{noun}");
        script.form(&director, (&door, &path), fields).await;
    }
}

pub(super) async fn write_as_program(script: &mut Script) {
    let centre = script.app.client_of("JCLEC").await;
    let module = json!({
        "code": "QEX-902-M1", "title": "Interviews", "hours": 6, "summary": "How to listen.",
    });
    let made = script.json(&centre, (Method::POST, "/modules", "/modules"), module).await;
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    for noun in ["retirement", "retirement/withdrawal"] {
        let (door, path) = (format!("/modules/{{id}}/{noun}"), format!("/modules/{id}/{noun}"));
        script.json(&centre, (Method::POST, &door, &path), json!({})).await;
    }
    let door = "/courses/{code}/modules";
    let body = json!({"module": "QEX-902-M1"});
    script.json(&centre, (Method::POST, door, "/courses/QEX-102/modules"), body).await;
    let (door, path) = ("/modules/{id}/versions", format!("/modules/{id}/versions"));
    let change = json!({"title": "Talks", "hours": 7, "summary": "To listen.", "note": "A note"});
    script.json(&centre, (Method::POST, door, &path), change).await;
}
