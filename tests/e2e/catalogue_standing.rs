//! Taking a course out of the catalogue, putting it back, giving it up; and what is written down.
use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{WHOLE, publish, save, written};

async fn told(person: &Person, code: &str, noun: &str, fields: &[(&str, &str)]) -> Reply {
    let path = format!("/courses/{code}/{noun}");
    let revision = person.get(&format!("/courses/{code}/edit")).await.revision();
    person.post(&path, &[&[("revision", revision.as_str())], fields].concat()).await
}

#[tokio::test]
async fn a_suspended_course_leaves_the_catalogue_and_says_why() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    director.get("/courses/LIA-201/suspension").await.is(200).says("Everyone reads it");
    let page = told(&director, "LIA-201", "suspension", &[("reason", " ")]).await;
    page.is(422).says("Enter a reason.");
    let reason = [("reason", "The manual is being rewritten.")];
    told(&director, "LIA-201", "suspension", &reason).await.leads_to("/courses/LIA-201");

    let page = app.visitor().get("/courses/LIA-201").await;
    page.is(200).says("Suspended since 25 November 2026.").says("The manual is being rewritten.");
    app.visitor().get("/catalogue?q=lia-201").await.does_not_say("/courses/LIA-201\"");
    app.visitor().get("/catalogue").await.says("33 courses");
    told(&director, "LIA-201", "suspension", &reason).await.is(409).says("is suspended");
    director.get("/courses/LIA-201/publication").await.is(409);

    told(&director, "LIA-201", "resumption", &[]).await.leads_to("/courses/LIA-201");
    app.visitor().get("/courses/LIA-201").await.does_not_say("Suspended since");
    app.visitor().get("/catalogue?q=lia-201").await.says("/courses/LIA-201\"");
}

#[tokio::test]
async fn a_retired_course_stays_readable_and_names_its_successor() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let fields = [("reason", "Replaced."), ("successor", "nothing-1")];
    let page = told(&director, "LIA-201", "retirement", &fields).await;
    page.is(422).says("Enter the code of another course").says("Replaced.").says("nothing-1");
    let own = [("reason", "Replaced."), ("successor", "LIA-201")];
    told(&director, "LIA-201", "retirement", &own).await.is(422);
    let revision = director.get("/courses/LIA-201/edit").await.revision();
    let fields =
        [("revision", revision.as_str()), ("reason", "Replaced."), ("successor", "lia-301")];
    director.post("/courses/LIA-201/retirement", &fields).await.leads_to("/courses/LIA-201");

    let page = app.visitor().get("/courses/LIA-201").await;
    page.is(200).says("Retired on 25 November 2026.").says("href=\"/courses/LIA-301\"");
    page.says("6 modules, 60 hours");
    app.visitor().get("/catalogue?q=lia-201").await.does_not_say("/courses/LIA-201\"");
    director.get("/courses/LIA-201/edit").await.is(409).says("The course is retired.");
    let fields = [&[("revision", "9")], WHOLE.as_slice()].concat();
    director.post("/courses/LIA-201/edit", &fields).await.is(409);
}

#[tokio::test]
async fn a_course_editor_does_not_decide_about_the_catalogue() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    for noun in ["suspension", "retirement"] {
        editor.get(&format!("/courses/LIA-201/{noun}")).await.is(403);
    }
    let fields = [("revision", "2"), ("reason", "x"), ("note", "x")];
    for noun in ["publication", "suspension", "resumption", "retirement", "verification"] {
        editor.post(&format!("/courses/LIA-201/{noun}"), &fields).await.is(403);
    }
    editor.get("/courses/LIA-201/edit").await.does_not_say("Suspend the course");
}

#[tokio::test]
async fn readers_see_when_a_page_was_last_found_right() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    app.visitor().get("/courses/LIA-201").await.says("25 November 2026");
    app.pass(chrono::Duration::days(30));
    let director = {
        drop(director);
        app.director("JCLEC").await
    };
    told(&director, "LIA-201", "verification", &[]).await.leads_to("/courses/LIA-201");
    app.visitor().get("/courses/LIA-201").await.says("25 December 2026");
}

#[tokio::test]
async fn what_was_decided_on_an_old_page_is_not_done() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let old = [("revision", "1"), ("reason", "Too late")];
    for noun in ["suspension", "retirement"] {
        let page = director.post(&format!("/courses/LIA-201/{noun}"), &old).await;
        page.is(409).says("Too late").says("Nothing was done");
    }
    app.visitor().get("/catalogue?q=lia-201").await.says("/courses/LIA-201\"");
}

#[tokio::test]
async fn every_write_leaves_one_entry_with_the_names_of_the_fields() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let before = entries(&app).await.len();
    written(&director, "IDM-777").await;
    publish(&director, "IDM-777", "One").await.is(303);
    let again = [&WHOLE[1..], &[("title", "Other")]].concat();
    save(&director, "IDM-777", &again).await.is(303);
    save(&director, "IDM-777", &again).await.is(303);
    publish(&director, "IDM-777", "Two").await.is(303);
    told(&director, "IDM-777", "verification", &[]).await.is(303);
    told(&director, "IDM-777", "suspension", &[("reason", "Secret words")]).await.is(303);
    told(&director, "IDM-777", "resumption", &[]).await.is(303);
    told(&director, "IDM-777", "retirement", &[("reason", "Secret words")]).await.is(303);
    let entries = entries(&app).await;
    let written: Vec<_> = entries[before..].iter().map(|(action, _)| action.as_str()).collect();
    assert_eq!(
        written,
        [
            "course.create",
            "course.save",
            "course.save",
            "course.save",
            "course.save",
            "course.publish",
            "course.save",
            "course.publish",
            "course.verify",
            "course.suspend",
            "course.resume",
            "course.retire"
        ]
    );
    assert_eq!(entries[before + 6].1, "title");
    assert!(entries.iter().all(|(_, fields)| !fields.contains("Secret")));
}

async fn entries(app: &TestApp) -> Vec<(String, String)> {
    let sql = "SELECT action, fields FROM audit_entry WHERE object = 'course' ORDER BY id";
    let rows = app.query(sql, vec![]).await;
    rows.iter()
        .map(|row| {
            (row.try_get("", "action").expect("text"), row.try_get("", "fields").expect("text"))
        })
        .collect()
}
