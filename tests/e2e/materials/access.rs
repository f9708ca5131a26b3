//! Who may have what: every role, every kind of access, every state of the course, at every door.
use rctm::base::ids::MaterialId;
use tests::{Person, TestApp};

use super::{PDF, added};
use crate::catalogue_editing::{publish, written};

const ACCESS: [&str; 4] = ["public", "members", "participants", "trainers"];

/// Who asks, and the first of [`ACCESS`] that is closed to them while the course is published.
const READERS: [(&str, usize); 9] = [
    ("stranger", 1),
    ("focal_point", 2),
    ("agency_nominator", 2),
    ("other_director", 2),
    ("auditor", 2),
    ("administrator", 2),
    ("editor", 4),
    ("director", 4),
    ("rso_officer", 4),
];

async fn reader(app: &TestApp, who: &str) -> Person {
    match who {
        "stranger" => app.visitor(),
        "focal_point" => app.focal_point("Fiji").await,
        "agency_nominator" => app.nominator("Bangladesh").await,
        "other_director" => app.director("ABFC").await,
        "auditor" => app.auditor().await,
        "administrator" => app.administrator().await,
        "editor" => app.editor("JCLEC").await,
        "director" => app.director("JCLEC").await,
        "rso_officer" => app.rso().await,
        _ => panic!("nobody is {who}"),
    }
}

async fn step(app: &TestApp, place: &str, fields: &[(&str, &str)]) {
    let director = app.director("JCLEC").await;
    let revision = director.get("/courses/MAT-101/edit").await;
    let revision = revision.text.split("name=\"revision\" value=\"").nth(1);
    let revision = revision.and_then(|rest| rest.split('"').next()).expect("a revision");
    let fields = [&[("revision", revision)], fields].concat();
    director.post(&format!("/courses/MAT-101/{place}"), &fields).await.is(303);
}

/// Asks for everything at both doors, and compares with who keeps the course.
async fn compare(app: &TestApp, ids: &[MaterialId], state: &str, wrong: &mut Vec<String>) {
    let published = state == "published";
    for (who, closed) in READERS {
        app.pass(chrono::Duration::minutes(2));
        let person = reader(app, who).await;
        for (place, (id, access)) in ids.iter().zip(ACCESS).enumerate() {
            let keeps = matches!(who, "editor" | "director" | "rso_officer");
            let may = keeps || (published && place < closed);
            let reply = person.get(&format!("/materials/{id}")).await;
            let status = reply.status.as_u16();
            let good = if may { status == 200 && &reply.body[..] == PDF } else { status == 404 };
            if !good {
                wrong.push(format!("{who} gets {status} for {access} of a {state} course"));
            }
        }
    }
    for (name, keeps) in [("Fiji", false), ("ABFC", false), ("JCLEC", true), ("RSO", true)] {
        let client = app.client_of(name).await;
        for (place, (id, access)) in ids.iter().zip(ACCESS).enumerate() {
            let may = keeps || (published && place < 2);
            let status = client.get(&format!("/materials/{id}/file")).await.status.as_u16();
            if status != if may { 200 } else { 404 } {
                wrong.push(format!("a program of {name} gets {status} for {access}, {state}"));
            }
        }
    }
    let program = app.program();
    for (place, id) in ids.iter().enumerate() {
        let status = program.get(&format!("/materials/{id}/file")).await.status.as_u16();
        if status != if published && place == 0 { 200 } else { 404 } {
            wrong.push(format!("a program without a token gets {status}, {state}"));
        }
    }
}

#[tokio::test]
async fn everybody_has_what_is_for_them_and_nothing_else_whatever_the_state_of_the_course() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    written(&editor, "MAT-101").await;
    let mut ids = Vec::new();
    for access in ACCESS {
        ids.push(added(&editor, "MAT-101", &[("access", access), ("title", access)]).await);
    }
    let mut wrong = Vec::new();
    compare(&app, &ids, "draft", &mut wrong).await;
    publish(&app.director("JCLEC").await, "MAT-101", "First").await.is(303);
    compare(&app, &ids, "published", &mut wrong).await;
    step(&app, "suspension", &[("reason", "It is being rewritten")]).await;
    compare(&app, &ids, "suspended", &mut wrong).await;
    step(&app, "resumption", &[]).await;
    compare(&app, &ids, "published", &mut wrong).await;
    let director = app.director("JCLEC").await;
    let form = director.get("/courses/MAT-101/retirement").await;
    let fields = [("revision", &*form.revision()), ("reason", "It is over")];
    director.post("/courses/MAT-101/retirement", &fields).await.is(303);
    compare(&app, &ids, "retired", &mut wrong).await;
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn somebody_who_has_chosen_no_role_has_what_everybody_has() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let open = added(&editor, "LIA-201", &[("access", "public")]).await;
    let closed = added(&editor, "LIA-201", &[("access", "members"), ("title", "Other")]).await;
    let unchosen = app.person("seconded.editor@jclec.example").await;
    unchosen.get(&format!("/materials/{open}")).await.is(200);
    unchosen.get(&format!("/materials/{closed}")).await.is(404);
}

#[tokio::test]
async fn a_centre_that_delivers_the_course_too_has_what_its_trainers_need_while_it_does() {
    let app = TestApp::new().await;
    let id = added(&app.editor("JCLEC").await, "LIA-201", &[("access", "trainers")]).await;
    let (owner, partner) = (app.director("JCLEC").await, app.director("ABFC").await);
    let path = format!("/materials/{id}");
    let shared = "/courses/LIA-201/co-delivery";
    let invite = [("centre", "ABFC"), ("message", "Shall we?")];
    owner.post(shared, &invite).await.is(303);
    partner.get(&path).await.is(404);
    partner.post(&format!("{shared}/acceptance"), &[]).await.is(303);
    assert_eq!(&partner.get(&path).await.is(200).body[..], PDF);
    partner.get("/courses/LIA-201").await.says(&path);
    partner.get(&format!("{path}/edit")).await.is(404);
    app.client_of("ABFC").await.get(&format!("{path}/file")).await.is(200);
    app.focal_point("Fiji").await.get(&path).await.is(404);
    let over = [("centre", "ABFC"), ("reason", "It is over")];
    owner.post(&format!("{shared}/end"), &over).await.is(303);
    partner.get(&path).await.is(404);
}

#[tokio::test]
async fn the_page_of_a_course_has_one_list_with_the_way_to_each_or_the_reason_why_not() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let visitor = app.visitor();
    let page = visitor.get("/courses/LIA-201").await;
    page.is(200).says("Liaison officer handbook").says("PDF").says("Public domain");
    assert_eq!(page.text.matches("Liaison officer handbook").count(), 1, "it stands twice");
    page.says("Sign in to download").says("For trainers").says("Download all files (ZIP)");
    let id = added(&editor, "LIA-201", &[("title", "Not described"), ("language", "fj")]).await;
    let page = visitor.get("/courses/LIA-201").await;
    page.says("Not described").says(&format!("/materials/{id}")).says("2 KB");
    let member = app.focal_point("Fiji").await.get("/courses/LIA-201").await;
    member.does_not_say("Sign in to download").says("For those who are signed in");
    let link = visitor.get("/courses/IND-101").await;
    link.says("href=\"https://induction.example/counter-checklist\"");
}

#[tokio::test]
async fn a_link_is_told_only_to_those_who_may_have_it() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let id = MaterialId::new();
    let text = id.to_string();
    let link = ("link", "https://example.org/for-members-only");
    let fields = super::said(&[("id", text.as_str()), ("access", "members"), link]);
    editor.post("/courses/LIA-201/materials/new", &fields).await.is(303);
    let visitor = app.visitor();
    visitor.get("/courses/LIA-201").await.says("A guide").does_not_say("for-members-only");
    visitor.get(&format!("/materials/{id}")).await.is(404);
    let listed = app.program().get("/courses/LIA-201/materials").await;
    listed.is(200).does_not_say("for-members-only");
    let member = app.focal_point("Fiji").await;
    member.get("/courses/LIA-201").await.says("for-members-only");
    let reply = member.get(&format!("/materials/{id}")).await;
    reply.leads_to("https://example.org/for-members-only");
}

#[tokio::test]
async fn older_versions_are_for_those_who_look_after_the_course() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let id = added(&editor, "LIA-201", &[]).await;
    super::replaced(&editor, id, ("guide.pdf", b"%PDF-1.7 new")).await.is(303);
    let old = format!("/materials/{id}/versions/1");
    for person in [&editor, &app.rso().await] {
        let reply = person.get(&old).await;
        assert_eq!(&reply.is(200).body[..], PDF);
    }
    app.director("ABFC").await.get(&old).await.is(404);
    app.focal_point("Fiji").await.get(&old).await.is(403);
    assert_eq!(
        app.visitor().get(&old).await.is(303).location().map(|to| &to[..8]),
        Some("/sign-in")
    );
    let now = app.visitor().get(&format!("/materials/{id}")).await;
    assert_eq!(&now.is(200).body[..], b"%PDF-1.7 new");
}
