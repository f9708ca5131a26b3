//! A centre adds, changes, replaces, removes and brings back.
use chrono::Duration;
use rctm::base::ids::MaterialId;
use tests::TestApp;

use super::{PDF, added, replaced, revision, said, stored, try_to_add};

#[tokio::test]
async fn what_is_wrong_is_told_beside_each_field_and_what_arrived_is_kept() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let (_, reply) = try_to_add(&editor, "LIA-201", &[("title", "Half")], ("g.pdf", PDF)).await;
    reply.is(422).says("Choose a kind").says("Choose a licence").says("value=\"Half\"");
    reply.says("g.pdf (1 KB) has arrived");
    let (_, token) = reply.text.split_once("name=\"arrived\" value=\"").expect("a token");
    let token = token.split('"').next().expect("a value");
    let id = MaterialId::new();
    let text = id.to_string();
    let fields = said(&[("id", text.as_str()), ("arrived", token)]);
    editor.post("/courses/LIA-201/materials/new", &fields).await.is(303);
    assert_eq!(&app.visitor().get(&format!("/materials/{id}")).await.body[..], PDF);
    let again = said(&[("id", "00000000-0000-7000-8000-000000000001"), ("arrived", token)]);
    let twice = editor.post("/courses/LIA-201/materials/new", &again).await;
    twice.is(422).says("Choose the file again");
    assert_eq!(&app.visitor().get(&format!("/materials/{id}")).await.is(200).body[..], PDF);
}

#[tokio::test]
async fn a_file_is_not_sent_again_where_only_its_note_was_too_long() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let id = added(&editor, "LIA-201", &[]).await;
    let seen = revision(&editor, id).await;
    let path = format!("/materials/{id}/versions");
    let long = "x".repeat(501);
    let fields = [("revision", seen.as_str()), ("note", &long)];
    let reply = editor.upload(&path, &fields, ("new.pdf", b"%PDF-1.7 new")).await;
    reply.is(422).says("new.pdf (1 KB) has arrived");
    let (_, token) = reply.text.split_once("name=\"arrived\" value=\"").expect("a token");
    let token = token.split('"').next().expect("a value");
    let fields = [("revision", seen.as_str()), ("note", "Short"), ("arrived", token)];
    editor.post(&path, &fields).await.is(303);
    let file = app.visitor().get(&format!("/materials/{id}")).await;
    assert_eq!(&file.is(200).body[..], b"%PDF-1.7 new");
}

#[tokio::test]
async fn a_form_needs_a_file_or_a_link_and_not_both() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let text = MaterialId::new().to_string();
    let none = said(&[("id", text.as_str())]);
    let reply = editor.post("/courses/LIA-201/materials/new", &none).await;
    reply.is(422).says("Choose a file, or enter a link");
    let link = said(&[("link", "https://example.org/")]);
    let (_, reply) = try_to_add(&editor, "LIA-201", &link, ("g.pdf", PDF)).await;
    reply.is(422).says("not both").says("value=\"https://example.org/\"");
    let bad = said(&[("id", text.as_str()), ("link", "javascript:alert(1)")]);
    let reply = editor.post("/courses/LIA-201/materials/new", &bad).await;
    reply.is(422).says("Enter an address that begins with https://");
}

#[tokio::test]
async fn the_same_form_twice_adds_one_and_leaves_no_second_file() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let before = stored(&app).await;
    let text = MaterialId::new().to_string();
    let fields = said(&[("id", text.as_str())]);
    for _ in 0..2 {
        let reply =
            editor.upload("/courses/LIA-201/materials/new", &fields, ("guide.pdf", PDF)).await;
        reply.is(303);
    }
    let after = stored(&app).await;
    assert_eq!((after.0 - before.0, after.1 - before.1), (1, 1));
}

#[tokio::test]
async fn two_people_who_replace_one_file_at_once_lose_nothing_in_silence() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    let id = added(&editor, "LIA-201", &[]).await;
    let before = stored(&app).await;
    let seen = revision(&editor, id).await;
    let fields = [("revision", seen.as_str()), ("note", "A note")];
    let path = format!("/materials/{id}/versions");
    let (one, other) = tokio::join!(
        editor.upload(&path, &fields, ("guide.pdf", b"%PDF-1.7 one")),
        director.upload(&path, &fields, ("guide.pdf", b"%PDF-1.7 other")),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let refused = if one.status.as_u16() == 409 { &one } else { &other };
    refused.says("A colleague changed this material meanwhile").says("A note");
    let after = stored(&app).await;
    assert_eq!((after.0 - before.0, after.1 - before.1), (1, 1), "the other file is still there");
    editor.get(&format!("/materials/{id}/edit")).await.says("Version</th>").says("A note");
}

#[tokio::test]
async fn what_is_said_of_a_material_is_changed_and_a_conflict_is_told() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    let id = added(&editor, "LIA-201", &[]).await;
    let path = format!("/materials/{id}/edit");
    let seen = revision(&editor, id).await;
    let mut fields = said(&[("title", "A better guide"), ("revision", seen.as_str())]);
    director.post(&path, &fields).await.leads_to(&path);
    app.visitor().get("/courses/LIA-201").await.says("A better guide");
    fields.retain(|(name, _)| *name != "title");
    fields.push(("title", "Mine"));
    let conflict = editor.post(&path, &fields).await;
    conflict.is(409).says("meanwhile").says("value=\"Mine\"");
    fields.push(("title", ""));
    fields.retain(|field| *field != ("title", "Mine"));
    editor.post(&path, &fields).await.is(422).says("Enter a title");
}

#[tokio::test]
async fn the_same_file_again_is_no_new_version() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let id = added(&editor, "LIA-201", &[]).await;
    let before = stored(&app).await;
    replaced(&editor, id, ("guide.pdf", PDF)).await.is(303);
    assert_eq!(stored(&app).await, before);
    replaced(&editor, id, ("guide.pdf", b"%PDF-1.7 new")).await.is(303);
    let page = editor.get(&format!("/materials/{id}/edit")).await;
    page.says("What is new").says("SHA-256").says(&format!("/materials/{id}/versions/1"));
}

#[tokio::test]
async fn what_was_removed_is_brought_back_or_gone_for_good_after_thirty_days() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let before = stored(&app).await;
    let id = added(&editor, "LIA-201", &[]).await;
    let file = format!("/materials/{id}");
    let removal = format!("{file}/removal");
    let seen = revision(&editor, id).await;
    let removed = editor.post(&removal, &[("revision", &seen)]).await;
    removed.leads_to("/courses/LIA-201/edit/materials#removed");
    editor.get("/courses/LIA-201/edit/materials").await.says("Bring it back").says("A guide");
    app.visitor().get(&file).await.is(404);
    editor.get(&format!("{file}/edit")).await.is(409);
    editor.post(&format!("{file}/restoration"), &[]).await.is(303);
    app.visitor().get(&file).await.is(200);
    editor.post(&removal, &[]).await.is(303);
    app.pass(Duration::days(29));
    rctm::app::sweep(&app.app).await.expect("a sweep");
    let editor = app.editor("JCLEC").await;
    editor.get("/courses/LIA-201/edit/materials").await.says("Bring it back");
    app.pass(Duration::days(2));
    rctm::app::sweep(&app.app).await.expect("a sweep");
    let editor = app.editor("JCLEC").await;
    editor.get("/courses/LIA-201/edit/materials").await.does_not_say("Bring it back");
    app.pass(Duration::hours(3));
    rctm::app::sweep(&app.app).await.expect("a sweep");
    assert_eq!(stored(&app).await, before);
    let purges = "select count(*) as n from audit_entry where action = 'material.purge'";
    assert_eq!(app.count(purges, vec![]).await, 1);
}

#[tokio::test]
async fn a_description_without_a_file_leads_to_a_form_that_says_it_already() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let shelf = editor.get("/courses/INT-201/edit/materials").await;
    shelf.is(200).says("No file or link yet").says("/courses/INT-201/materials/new?of=1");
    let form = editor.get("/courses/INT-201/materials/new?of=1").await;
    form.is(200).says("value=\"Analyst workbook\"").says("At most 50 MB").says("pdf, docx");
    let (id, reply) = try_to_add(
        &editor,
        "INT-201",
        &said(&[("title", "Analyst workbook"), ("kind", "participant_workbook")]),
        ("workbook.pdf", PDF),
    )
    .await;
    reply.is(303);
    let shelf = editor.get("/courses/INT-201/edit/materials").await;
    shelf
        .says(&format!("id=\"material-{id}\""))
        .does_not_say("/courses/INT-201/materials/new?of=1");
    shelf.says("<input type=\"hidden\" name=\"f1.title\" value=\"Analyst workbook\">");
    let page = app.visitor().get("/courses/INT-201").await;
    page.says(&format!("/materials/{id}"));
    assert_eq!(page.text.matches("Analyst workbook").count(), 1);
}

#[tokio::test]
async fn nothing_is_added_to_a_retired_course_or_to_that_of_another_centre() {
    let app = TestApp::new().await;
    let other = app.editor("ABFC").await;
    let (_, reply) = try_to_add(&other, "LIA-201", &said(&[]), ("guide.pdf", PDF)).await;
    reply.is(404);
    let director = app.director("JCLEC").await;
    let id = added(&director, "LIA-201", &[]).await;
    other.get(&format!("/materials/{id}/edit")).await.is(404);
    replaced_by_stranger(&other, id).await;
    let form = director.get("/courses/LIA-201/retirement").await;
    let fields = [("revision", &*form.revision()), ("reason", "It is over")];
    director.post("/courses/LIA-201/retirement", &fields).await.is(303);
    let before = stored(&app).await;
    let (_, reply) = try_to_add(&director, "LIA-201", &said(&[]), ("guide.pdf", PDF)).await;
    reply.is(409);
    assert_eq!(stored(&app).await, before);
}

async fn replaced_by_stranger(other: &tests::Person, id: MaterialId) {
    let path = format!("/materials/{id}/versions");
    other.upload(&path, &[("revision", "2")], ("guide.pdf", PDF)).await.is(404);
    for step in ["removal", "restoration"] {
        other.post(&format!("/materials/{id}/{step}"), &[("revision", "2")]).await.is(404);
    }
}
