//! Writes to courses and to subscriptions.
use axum::http::Method;
use rctm::base::ids::CourseId;
use serde_json::json;
use tests::Person;

use super::Script;
use crate::catalogue_editing::{WHOLE, publish, save, written};

pub(super) async fn write_a_course(script: &mut Script) {
    let director = script.app.director("JCLEC").await;
    let id = CourseId::new().to_string();
    let fields =
        [("id", id.as_str()), ("code", "QEX-101"), ("title", "A title"), ("course_type", "")];
    script.form(&director, ("/courses/new", "/courses/new"), &fields).await;
    let materials = [("f1.title", "A guide"), ("f1.kind", "slides"), ("f1.language", "en")];
    let wanted = [("wanted", "More about impostors")];
    let note = [("note", "A note")];
    let steps: [(&str, &[(&str, &str)]); 14] = [
        ("edit", &WHOLE),
        ("edit/deliveries", &WHOLE),
        ("edit/languages", &WHOLE),
        ("edit/materials", &materials),
        ("edit/modules", &WHOLE),
        ("proposal", &note),
        ("proposal/withdrawal", &[]),
        ("proposal", &note),
        ("proposal/return", &wanted),
        ("publication", &note),
        ("verification", &[]),
        ("suspension", &[("reason", "A reason")]),
        ("resumption", &[]),
        ("retirement", &[("reason", "A reason"), ("successor", "")]),
    ];
    for (noun, fields) in steps {
        let revision = director.get("/courses/QEX-101/edit").await.revision();
        let door = format!("/courses/{{code}}/{noun}");
        let path = format!("/courses/QEX-101/{noun}");
        // What the course form has and this course does not say.
        let own = [("work_plan_activity", ""), ("prerequisites", "")];
        let fields = [&[("revision", revision.as_str())], &own[..], fields].concat();
        script.form(&director, (&door, &path), &fields).await;
    }
    restore_and_copy(script, &director).await;
}

async fn restore_and_copy(script: &mut Script, director: &Person) {
    let code = "QEX-301";
    written(director, code).await;
    publish(director, code, "First").await.is(303);
    let changed = [("title", "Another title"), ("do", "save")];
    save(director, code, &changed).await.is(303);
    let revision = director.get(&format!("/courses/{code}/edit")).await.revision();
    let door = "/courses/{code}/versions/{number}/restoration";
    let path = format!("/courses/{code}/versions/1/restoration");
    script.form(director, (door, &path), &[("revision", &revision)]).await;
    let id = CourseId::new().to_string();
    let fields = [("id", id.as_str()), ("code", "QEX-201")];
    let path = format!("/courses/{code}/copy");
    script.form(director, ("/courses/{code}/copy", &path), &fields).await;
}

/// Whether the owner acts, the end of the route, and what is sent there.
type Step<'a> = (bool, &'a str, &'a [(&'a str, &'a str)]);

pub(super) async fn write_around_a_course(script: &mut Script) {
    let owner = script.app.director("JCLEC").await;
    let partner = script.app.director("ABFC").await;
    let invite = [("centre", "ABFC"), ("message", "Shall we?")];
    let ours = [("centre", "ABFC"), ("reason", "A reason"), ("revision", "")];
    let theirs = [("reason", "A reason"), ("revision", ""), ("message", "")];
    let pair = [("with", "IND-101"), ("reason", "A reason")];
    let steps: [Step<'_>; 9] = [
        (true, "co-delivery", &invite),
        (true, "co-delivery/withdrawal", &ours),
        (true, "co-delivery", &invite),
        (false, "co-delivery/refusal", &theirs),
        (true, "co-delivery", &invite),
        (false, "co-delivery/acceptance", &theirs),
        (true, "co-delivery/end", &ours),
        (true, "overlap", &pair),
        (true, "overlap/withdrawal", &pair),
    ];
    for (own, noun, fields) in steps {
        let who = if own { &owner } else { &partner };
        let (door, path) =
            (format!("/courses/{{code}}/{noun}"), format!("/courses/LIA-201/{noun}"));
        script.form(who, (&door, &path), fields).await;
    }
    for noun in ["verification", "verification/withdrawal"] {
        let revision = owner.get("/courses/LIA-201").await.revision();
        let (door, path) =
            (format!("/courses/{{code}}/{noun}"), format!("/courses/LIA-201/{noun}"));
        script.form(&owner, (&door, &path), &[("revision", &revision)]).await;
    }
}

/// What programs write around a course.
pub(super) async fn write_around_as_programs(script: &mut Script) {
    let owner = script.app.client_of("JCLEC").await;
    let partner = script.app.client_of("ABFC").await;
    let invite = json!({"centre": "ABFC", "message": "Shall we?"});
    let reason = json!({"reason": "A reason"});
    let pair = json!({"course": "IND-101", "reason": "A reason"});
    for (own, noun, body) in [
        (true, "co-delivery", invite.clone()),
        (true, "co-delivery/withdrawal", json!({"centre": "ABFC"})),
        (true, "co-delivery", invite.clone()),
        (false, "co-delivery/refusal", reason),
        (true, "co-delivery", invite),
        (false, "co-delivery/acceptance", json!({})),
        (true, "co-delivery/end", json!({"centre": "ABFC", "reason": "A reason"})),
        (true, "overlap", pair),
        (true, "overlap/withdrawal", json!({"course": "IND-101"})),
        (true, "verification", json!({})),
        (true, "verification/withdrawal", json!({})),
    ] {
        let who = if own { &owner } else { &partner };
        let (door, path) =
            (format!("/courses/{{code}}/{noun}"), format!("/courses/LIA-201/{noun}"));
        script.json(who, (Method::POST, &door, &path), body).await;
    }
}

pub(super) async fn subscribe(script: &mut Script) {
    let visitor = script.app.visitor();
    let fields = [
        ("address", "somebody@example.org"),
        ("filter", "goal=prevention"),
        ("often", "weekly"),
        ("language", "en"),
    ];
    script.form(&visitor, ("/subscriptions/new", "/subscriptions/new"), &fields).await;
    let program = script.app.program();
    let body = json!({
        "address": "other@example.org", "filter": "", "often": "daily", "language": "en",
    });
    script.json(&program, (Method::POST, "/subscriptions", "/subscriptions"), body).await;
    let sql = "select id from subscription where filter <> ''";
    let rows = script.app.query(sql, vec![]).await;
    let id = rctm::base::ids::SubscriptionId(rows[0].try_get("", "id").expect("an id"));
    let app = &script.app.app;
    let links = [
        rctm::catalogue::actions::confirm_link(app, id, script.app.now()),
        rctm::catalogue::actions::manage_link(app, id),
        rctm::catalogue::actions::end_link(app, id),
    ];
    let [confirm, manage, stop] = links.map(|link| {
        link.strip_prefix(script.app.app.settings.origin()).expect("our own").to_owned()
    });
    let change = [("revision", "2"), ("do", "save"), ("often", "daily"), ("language", "id")];
    script.form(&visitor, ("/subscriptions/confirmation/{token}", &confirm), &[]).await;
    script.form(&visitor, ("/subscriptions/manage/{token}", &manage), &change).await;
    script.form(&visitor, ("/subscriptions/stop/{token}", &stop), &[]).await;
    let person = script.app.focal_point("Fiji").await;
    script.form(&person, ("/subscriptions/new", "/subscriptions/new"), &fields).await;
    let rows = script.app.query(sql, vec![]).await;
    let id: sea_orm::prelude::Uuid = rows[0].try_get("", "id").expect("an id");
    let path = format!("/subscriptions/{id}");
    script.form(&person, ("/subscriptions/{id}", &path), &change).await;
}
