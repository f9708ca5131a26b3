//! What is written of people and their nominations.
use axum::http::Method;
use rctm::base::ids::PersonId;
use serde_json::json;

use super::Script;
use crate::participants::offers::{link_to, offered};
use crate::participants::{list_of, nominations, open, programs, typed};

pub(super) async fn write(script: &mut Script) {
    let (fiji, director) =
        (script.app.focal_point("Fiji").await, script.app.director("JCLEC").await);
    let code = open(&script.app).await;
    let mut people = Vec::new();
    for (name, email) in
        [("Ana V", "a@p.example"), ("Ben T", "b@p.example"), ("C L", "c@p.example")]
    {
        let id = PersonId::new().to_string();
        let fields = [&[("id", id.as_str())], &typed(name, email)[..]].concat();
        let door = ("/participants/roster/new", "/participants/roster/new");
        script.form(&fiji, door, &fields).await;
        people.push(id);
    }
    let person = format!("/participants/roster/{}", people[2]);
    let change = [&[("revision", "1")], &typed("C L", "c@p.example")[..]].concat();
    script.form(&fiji, ("/participants/roster/{id}", &person), &change).await;
    let removal = format!("{person}/removal");
    script.form(&fiji, ("/participants/roster/{id}/removal", &removal), &[("revision", "1")]).await;
    let list = list_of(&code);
    let add = [("do", "add"), ("person", people[0].as_str())];
    script.form(&fiji, ("/deliveries/{code}/participants", &list), &add).await;
    let id = nominations(&fiji.get(&list).await).remove(0);
    let (door, path) = ("/deliveries/{code}/participants/submission", format!("{list}/submission"));
    script.form(&fiji, (door, &path), &[("p", &id), ("agreed", "1")]).await;
    let (door, path) = ("/deliveries/{code}/decisions", format!("/deliveries/{code}/decisions"));
    let accept = [("p", id.as_str()), ("do", "accept"), ("confirmed", "1")];
    script.form(&director, (door, &path), &accept).await;
    let instead = [("revision", "3"), ("person", &people[1]), ("agreed", "1"), ("reason", "Ill")];
    let (door, path) =
        ("/participants/{id}/replacement", format!("/participants/{id}/replacement"));
    script.form(&fiji, (door, &path), &instead).await;
    let id = nominations(&fiji.get(&list).await).remove(0);
    let (door, path) = ("/participants/{id}/withdrawal", format!("/participants/{id}/withdrawal"));
    script.form(&fiji, (door, &path), &[("revision", "3"), ("reason", "Ill")]).await;
    let (_, ids) = offered(&script.app, "Walker").await;
    let path = format!("/participants/{}/offer", ids[0]);
    let revision = fiji.get(&path).await.revision();
    let declined = [("revision", revision.as_str()), ("do", "decline"), ("reason", "Ill")];
    script.form(&fiji, ("/participants/{id}/offer", &path), &declined).await;
    let link = link_to(&script.app, "third.walker@ministry.example").await;
    let accepted = [("do", "accept"), ("reason", "")];
    script.form(&script.app.visitor(), ("/offers/{token}", &link), &accepted).await;
}

pub(super) async fn write_as_program(script: &mut Script) {
    let code = open(&script.app).await;
    let (fiji, centre) = (script.app.client_of("Fiji").await, script.app.client_of("JCLEC").await);
    let mut ids = Vec::new();
    for (name, email) in [("Dau S", "d@p.example"), ("Eti R", "e@p.example")] {
        let mut body = programs::person();
        body["full_name"] = json!(name);
        body["email"] = json!(email);
        let made = script.json(&fiji, (Method::POST, "/people", "/people"), body).await;
        ids.push(made.json()["id"].as_str().expect("an id").to_owned());
    }
    let mut body = programs::person();
    body["email"] = json!("d@p.example");
    let path = format!("/people/{}", ids[0]);
    script.json(&fiji, (Method::PATCH, "/people/{id}", &path), body).await;
    let body = json!({"delivery": code, "person": ids[0], "reason": "Named"});
    let door = (Method::POST, "/participant-nominations", "/participant-nominations");
    let id = script.json(&fiji, door, body).await.json()["id"].clone();
    let submission = "/participant-nominations/submission";
    let (door, path) =
        (format!("/deliveries/{{code}}{submission}"), format!("/deliveries/{code}{submission}"));
    let body = json!({"nominations": [id], "agreed": true});
    script.json(&fiji, (Method::POST, &door, &path), body).await;
    let (door, path) = ("/deliveries/{code}/decisions", format!("/deliveries/{code}/decisions"));
    let body = json!({"decision": "accept", "nominations": [id], "why": null, "text": ""});
    script.json(&centre, (Method::POST, door, &path), body).await;
    let path = format!("/participant-nominations/{}", id.as_str().expect("an id"));
    let body = json!({"person": ids[1], "agreed": true, "reason": "Ill"});
    let door = "/participant-nominations/{id}/replacement";
    let made = script.json(&fiji, (Method::POST, door, &format!("{path}/replacement")), body).await;
    let made = made.json()["id"].as_str().expect("an id").to_owned();
    let path = format!("/participant-nominations/{made}/withdrawal");
    let door = "/participant-nominations/{id}/withdrawal";
    script.json(&fiji, (Method::POST, door, &path), json!({"reason": "Ill"})).await;
    let (_, ids) = offered(&script.app, "Program").await;
    for (id, noun) in ids.iter().zip(["refusal", "acceptance"]) {
        let body = if noun == "refusal" { json!({"reason": "Ill"}) } else { json!({}) };
        let door = format!("/participant-nominations/{{id}}/{noun}");
        let path = format!("/participant-nominations/{id}/{noun}");
        script.json(&fiji, (Method::POST, &door, &path), body).await;
    }
}
