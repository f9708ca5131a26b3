//! What was published stays readable, word by word; an old version becomes a draft again, and a
//! course the beginning of another.
use serde_json::json;
use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{publish, save, with, written};

const PAGE: &str = "/courses/IDM-777";
const PORT: &str = "Officers at a port";
const TITLE: (&str, &str) = ("title", "Reading documents");

/// Saves the second version with these texts instead of its own.
async fn change(person: &Person, texts: &[(&str, &str)]) {
    let port = [("audience", PORT)];
    let second = port.iter().filter(|(name, _)| texts.iter().all(|(other, _)| other != name));
    let changes: Vec<_> = second.chain(texts).copied().collect();
    save(person, "IDM-777", &with(&changes)).await.is(303);
}

/// Three versions: another audience in the second, another title in the third.
async fn three_versions() -> (TestApp, Person, Person) {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    written(&editor, "IDM-777").await;
    publish(&director, "IDM-777", "The first edition").await.is(303);
    change(&editor, &[]).await;
    publish(&director, "IDM-777", "For ports").await.is(303);
    change(&editor, &[TITLE]).await;
    publish(&director, "IDM-777", "A shorter title").await.is(303);
    (app, editor, director)
}

async fn restore(person: &Person, number: i32) -> Reply {
    let page = format!("{PAGE}/versions/{number}/restoration");
    let revision = person.get(&page).await.revision();
    person.post(&page, &[("revision", &revision)]).await
}

#[tokio::test]
async fn every_version_stays_readable_with_its_note() {
    let (app, editor, _) = three_versions().await;
    let visitor = app.visitor();
    let list = visitor.get(&format!("{PAGE}/versions")).await;
    list.is(200)
        .says("The first edition")
        .says("For ports")
        .says("A shorter title")
        .says(&format!("{PAGE}/differences?from=1&amp;to=2"))
        .does_not_say("Restore")
        .does_not_say("value=\"draft\"");
    let old = visitor.get(&format!("{PAGE}/versions/1")).await;
    old.is(200)
        .says("<h1>Reading travel documents</h1>")
        .says("Officers at a border")
        .says("This is version 1, published on")
        .says("noindex")
        .does_not_say("application/ld+json");
    visitor.get(&format!("{PAGE}/versions/3")).await.does_not_say("This is version 3");
    for none in ["0", "4", "-1", "x", "99999999999"] {
        visitor.get(&format!("{PAGE}/versions/{none}")).await.is(404);
    }
    visitor.get(PAGE).await.says(&format!("{PAGE}/versions\""));
    let own = editor.get(&format!("{PAGE}/versions")).await;
    own.says("Restore").does_not_say("value=\"draft\"");
    change(&editor, &[("title", "A draft that is nobody’s business")]).await;
    editor.get(&format!("{PAGE}/versions")).await.says("value=\"draft\"");
}

#[tokio::test]
async fn two_versions_are_compared_word_by_word() {
    let (app, editor, _) = three_versions().await;
    let visitor = app.visitor();
    let page = visitor.get(&format!("{PAGE}/differences?from=1&to=2")).await;
    page.is(200)
        .says("Officers at a <del><bdi class=\"vh\">[taken out: </bdi>border")
        .says("<ins><bdi class=\"vh\">[new: </bdi>port")
        .does_not_say("Reading travel");
    // Without a choice: the newest with the one before.
    visitor.get(&format!("{PAGE}/differences")).await.says("travel").does_not_say("border");
    visitor.get(&format!("{PAGE}/differences?from=2&to=2")).await.says("The two say the same");
    change(&editor, &[TITLE, ("summary", "A draft that is nobody’s business")]).await;
    let draft = format!("{PAGE}/differences?from=3&to=draft");
    editor.get(&draft).await.is(200).says("nobody’s business");
    app.rso().await.get(&draft).await.is(200).says("nobody’s business");
    for reader in [visitor, app.director("ABFC").await, app.focal_point("Fiji").await] {
        reader.get(&draft).await.is(404);
        reader.get(&format!("{PAGE}/differences?from=1&to=7")).await.is(404);
        reader.get(&format!("{PAGE}/differences?from=x")).await.is(404);
    }
}

#[tokio::test]
async fn a_long_difference_is_read_page_by_page() {
    let (app, editor, director) = three_versions().await;
    let long = |word: &str| format!("{word} ").repeat(1900 / (word.len() + 1));
    let fields: Vec<_> = (1..=20).map(|n| (format!("m{n}"), long("many"))).collect();
    let mut typed = Vec::new();
    for (module, summary) in &fields {
        typed.push((format!("{module}.title"), "A module".to_owned()));
        typed.push((format!("{module}.hours"), "1".to_owned()));
        typed.push((format!("{module}.summary"), summary.clone()));
    }
    let typed: Vec<_> = typed.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    change(&editor, &typed).await;
    publish(&director, "IDM-777", "Many modules").await.is(303);
    let page = app.visitor().get(&format!("{PAGE}/differences")).await;
    page.is(200).says("page=2\" rel=\"next\"");
    let last = app.visitor().get(&format!("{PAGE}/differences?page=999")).await;
    last.is(200).says("rel=\"prev\"").does_not_say("rel=\"next\"");
}

#[tokio::test]
async fn an_old_version_becomes_the_draft_and_is_published_as_the_next() {
    let (app, editor, director) = three_versions().await;
    let page = editor.get(&format!("{PAGE}/versions/1/restoration")).await;
    page.is(200).says("<del>").says("port").says("border").does_not_say("will be lost");
    restore(&editor, 1).await.leads_to(&format!("{PAGE}/edit"));
    editor.get(&format!("{PAGE}/edit")).await.says("Officers at a border");
    app.visitor().get(PAGE).await.says("<h1>Reading documents</h1>");
    let sql = "select fields from audit_entry where action = 'course.restore'";
    let fields: String = app.query(sql, vec![]).await[0].try_get("", "fields").expect("text");
    assert_eq!(fields, "version:1 title audience");
    editor.get(&format!("{PAGE}/versions/1/restoration")).await.says("says the same already");
    publish(&director, "IDM-777", "As it was").await.is(303);
    app.visitor().get(&format!("{PAGE}/versions")).await.says("As it was").says("Version 4");
    editor.get(&format!("{PAGE}/versions/9/restoration")).await.is(404);
}

#[tokio::test]
async fn restoring_takes_nobodys_text_unseen() {
    let (_, editor, director) = three_versions().await;
    let page = format!("{PAGE}/versions/1/restoration");
    let read = editor.get(&page).await.revision();
    change(&director, &[TITLE, ("summary", "What the director wrote meanwhile.")]).await;
    let late = editor.post(&page, &[("revision", &read)]).await;
    late.is(409)
        .says("a colleague changed the course")
        .says("will be lost")
        .says("What the director wrote meanwhile.");
    editor.get(&format!("{PAGE}/edit")).await.says("What the director wrote meanwhile.");
    restore(&editor, 1).await.is(303);
    editor.get(&format!("{PAGE}/edit")).await.does_not_say("What the director wrote meanwhile.");
}

#[tokio::test]
async fn a_course_begins_another_of_its_own_centre() {
    let (app, editor, _) = three_versions().await;
    change(&editor, &[TITLE, ("summary", "What the draft says.")]).await;
    let copy = format!("{PAGE}/copy");
    editor.get(&copy).await.is(200).says("Left behind: versions");
    let id = rctm::base::ids::CourseId::new().to_string();
    let fields = |code| [("id", id.as_str()), ("code", code)];
    editor.post(&copy, &fields("LIA-201")).await.is(422).says("Enter another code");
    editor.post(&copy, &fields("?")).await.is(422);
    for _ in 0..2 {
        editor.post(&copy, &fields("idm-778")).await.leads_to("/courses/IDM-778/edit");
    }
    let made = app.client_of("JCLEC").await.get("/courses/IDM-778").await.json();
    assert_eq!(made["summary"], "What the draft says.");
    assert_eq!(made["state"], "draft");
    assert_eq!(made["version"], json!(null));
    assert_eq!(made["modules"][0]["code"], "IDM-778-M1");
    assert_eq!(made["modules"].as_array().map(Vec::len), Some(2));
    app.visitor().get("/courses/IDM-778").await.is(404);
    let stranger = app.editor("ABFC").await;
    stranger.get(&copy).await.is(404);
    stranger.post(&copy, &fields("IDM-779")).await.is(404);
    let sql = "select count(*) as n from audit_entry where action = 'course.copy'";
    assert_eq!(app.count(sql, vec![]).await, 1);
}

#[tokio::test]
async fn programs_read_compare_restore_and_copy() {
    let (app, _, _) = three_versions().await;
    let anybody = app.program();
    let all = crate::api::all(&anybody, "/courses/IDM-777/versions", 2).await;
    let numbers: Vec<_> = all.iter().map(|one| one["number"].as_i64().expect("one")).collect();
    assert_eq!(numbers, [3, 2, 1]);
    let first = anybody.get("/courses/IDM-777/versions/1").await.json();
    assert_eq!(first["change_note"], "The first edition");
    assert_eq!(first["content"]["audience"], "Officers at a border");
    anybody.get("/courses/IDM-777/versions/7").await.is(404);
    let path = "/courses/IDM-777/differences?from=1&to=3";
    let lines = crate::api::all(&anybody, path, 1).await;
    let fields: Vec<_> = lines.iter().map(|line| line["field"].clone()).collect();
    assert_eq!(fields, ["title", "audience"]);
    let pieces = json!([
        {"kind": "same", "text": "Officers at a "},
        {"kind": "removed", "text": "border"},
        {"kind": "added", "text": "port"},
    ]);
    assert_eq!(lines[1]["pieces"], pieces);
    anybody.get("/courses/IDM-777/differences?from=1&to=draft").await.is(404);
    anybody.get("/courses/IDM-777/differences?from=zero").await.is(422);

    let program = app.client_of("JCLEC").await;
    let path = "/courses/IDM-777/versions/1/restoration";
    program.post(path, json!({})).await.is(428);
    let tag = program.get("/courses/IDM-777").await.header("etag").expect("a tag").to_owned();
    let method = axum::http::Method::POST;
    let restored = program.ask(method.clone(), path, &[("if-match", &tag)], None).await;
    restored.is(200);
    assert_eq!(restored.json()["title"], "Reading travel documents");
    program.ask(method, path, &[("if-match", &tag)], None).await.is(412);
    let copied = program.post("/courses/IDM-777/copies", json!({"code": "IDM-778"})).await;
    copied.is(201);
    assert_eq!(copied.json()["audience"], "Officers at a border");
    let taken = program.post("/courses/IDM-777/copies", json!({"code": "IDM-777"})).await;
    taken.is(422);
    assert_eq!(taken.json()["errors"][0]["pointer"], "/code");
}
