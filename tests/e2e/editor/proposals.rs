//! An editor proposes a draft; the Training Director publishes it or sends it back, and nobody
//! publishes what they have not read.
use serde_json::json;
use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{publish, save, with, written};

const CHECK: &str = "/courses/IDM-777/publication";
const PROPOSAL: &str = "/courses/IDM-777/proposal";
const DIRECTOR: &str = "training.director@jclec.example";
const EDITOR: &str = "course.editor@jclec.example";

/// Sends a form about the draft as it is shown now.
async fn about(person: &Person, page: &str, field: (&str, &str)) -> Reply {
    let revision = person.get("/courses/IDM-777/edit").await.revision();
    person.post(page, &[("revision", &revision), field]).await
}

async fn propose(person: &Person, note: &str) -> Reply {
    about(person, PROPOSAL, ("note", note)).await
}

async fn send_back(person: &Person, wanted: &str) -> Reply {
    about(person, "/courses/IDM-777/proposal/return", ("wanted", wanted)).await
}

async fn mails(app: &TestApp, address: &str) -> Vec<String> {
    let sql = "select subject from outbox where to_address = $1 order by id";
    let rows = app.query(sql, vec![address.into()]).await;
    rows.iter().map(|row| row.try_get("", "subject").expect("text")).collect()
}

async fn at_work() -> (TestApp, Person, Person) {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    written(&editor, "IDM-777").await;
    (app, editor, director)
}

#[tokio::test]
async fn an_editor_proposes_and_the_director_publishes_with_the_editors_note() {
    let (app, editor, director) = at_work().await;
    director.get("/proposals").await.is(200).says("Nothing waits");
    propose(&editor, "The first edition").await.leads_to(CHECK);
    editor.get("/courses").await.says("In review").says("One draft waits");
    assert_eq!(mails(&app, DIRECTOR).await, ["A draft waits for you: IDM-777"]);
    for page in ["/my-centre", "/proposals"] {
        let page = director.get(page).await;
        page.says("Reading travel documents").says("The first edition").says(CHECK);
    }
    let check = director.get(CHECK).await;
    check.says("Bagus Hartanto proposed this draft").says("The first edition</textarea>");
    publish(&director, "IDM-777", "The first edition").await.leads_to("/courses/IDM-777");
    app.visitor().get("/courses/IDM-777").await.is(200).says("The first edition");
    assert_eq!(mails(&app, EDITOR).await, ["Published: Reading travel documents"]);
    director.get("/proposals").await.says("Nothing waits");
    editor.get(CHECK).await.does_not_say("proposed this draft");
}

#[tokio::test]
async fn what_is_sent_back_says_what_is_wanted_until_it_is_proposed_again() {
    let (app, editor, director) = at_work().await;
    propose(&editor, "First").await.is(303);
    send_back(&director, " ").await.is(422).says("Enter what is wanted of the draft.");
    send_back(&director, "Say who teaches module 2").await.leads_to(CHECK);
    assert_eq!(mails(&app, EDITOR).await, ["Sent back: IDM-777"]);
    let form = editor.get("/courses/IDM-777/edit").await;
    form.says("Draft sent back").says("Say who teaches module 2");
    editor.get("/courses").await.says("Draft sent back").says("class=\"st draft\"");
    director.get("/proposals").await.says("Nothing waits");
    send_back(&director, "Again").await.is(409).says("No draft of this course is proposed.");
    propose(&editor, "With a teacher").await.is(303);
    editor.get("/courses/IDM-777/edit").await.does_not_say("Say who teaches module 2");
    assert_eq!(mails(&app, DIRECTOR).await.len(), 2);
}

#[tokio::test]
async fn a_proposal_is_taken_back_and_made_once() {
    let (app, editor, director) = at_work().await;
    let revision = editor.get(CHECK).await.revision();
    for _ in 0..2 {
        // A button pressed twice.
        let twice = [("revision", revision.as_str()), ("note", "First")];
        editor.post(PROPOSAL, &twice).await.leads_to(CHECK);
    }
    assert_eq!(mails(&app, DIRECTOR).await.len(), 1);
    propose(&editor, "Another").await.is(409).says("The draft is proposed already.");
    let page = "/courses/IDM-777/proposal/withdrawal";
    about(&editor, page, ("", "")).await.leads_to(CHECK);
    about(&editor, page, ("", "")).await.leads_to(CHECK);
    let sql = "select count(*) as n from audit_entry where action = 'course.withdraw'";
    assert_eq!(app.count(sql, vec![]).await, 1);
    director.get("/proposals").await.says("Nothing waits");
    editor.get("/courses/IDM-777").await.says("class=\"st draft\"");
}

#[tokio::test]
async fn what_is_saved_meanwhile_stays_in_review_and_is_read_before_it_is_published() {
    let (app, editor, director) = at_work().await;
    propose(&editor, "First").await.is(303);
    let read = director.get(CHECK).await.revision();
    app.pass(chrono::Duration::minutes(5));
    save(&editor, "IDM-777", &with(&[("title", "Another title")])).await.is(303);
    let late = [("revision", read.as_str()), ("note", "First")];
    let page = director.post(CHECK, &late).await;
    page.is(409).says("The draft was saved again").says("Another title");
    app.visitor().get("/courses/IDM-777").await.is(404);
    let back = [("revision", read.as_str()), ("wanted", "More")];
    director.post("/courses/IDM-777/proposal/return", &back).await.is(409).says("More</textarea>");
    publish(&director, "IDM-777", "First").await.leads_to("/courses/IDM-777");
    app.visitor().get("/courses/IDM-777").await.says("Another title");
}

#[tokio::test]
async fn a_published_course_stays_as_it_is_while_its_draft_is_in_review() {
    let (app, editor, director) = at_work().await;
    publish(&director, "IDM-777", "First").await.is(303);
    propose(&editor, "Nothing").await.is(409).says("Nothing has changed");
    save(&editor, "IDM-777", &with(&[("title", "Second title")])).await.is(303);
    propose(&editor, "A better title").await.is(303);
    let page = app.visitor().get("/courses/IDM-777").await;
    page.says("Reading travel documents").does_not_say("review").does_not_say("A better title");
    app.visitor().get("/catalogue?q=reading+travel+documents").await.says("/courses/IDM-777\"");
    editor.get("/courses").await.says("class=\"st yes\"").says("Draft in review");
    // Whoever puts everything back leaves nothing to publish, and so nothing waits.
    save(&editor, "IDM-777", &with(&[])).await.is(303);
    director.get("/proposals").await.says("Nothing waits");
}

#[tokio::test]
async fn nothing_is_proposed_that_could_not_be_published() {
    let (app, editor, director) = at_work().await;
    save(&editor, "IDM-777", &with(&[("summary", "")])).await.is(303);
    let page = propose(&editor, "First").await;
    page.is(422).says("href=\"/courses/IDM-777/edit?check=1#summary\"");
    let page = editor.get("/courses/IDM-777/edit/modules").await;
    page.says("href=\"/courses/IDM-777/edit?check=1#summary\"");
    assert!(mails(&app, DIRECTOR).await.is_empty());
    save(&editor, "IDM-777", &with(&[("summary", "Whole")])).await.is(303);
    propose(&editor, "").await.is(422).says("Enter what this version changes.");
    propose(&editor, "First").await.is(303);
    // A suspended course waits until it is back.
    publish(&director, "IDM-777", "First").await.is(303);
    save(&editor, "IDM-777", &with(&[("summary", "Changed")])).await.is(303);
    propose(&editor, "Second").await.is(303);
    let revision = director.get(CHECK).await.revision();
    let suspend = [("revision", revision.as_str()), ("reason", "Being checked")];
    director.post("/courses/IDM-777/suspension", &suspend).await.is(303);
    director.get("/proposals").await.says("Nothing waits");
    let revision = director.get("/courses/IDM-777/edit").await.revision();
    let resume = [("revision", revision.as_str())];
    director.post("/courses/IDM-777/resumption", &resume).await.is(303);
    director.get("/proposals").await.says("Second");
}

#[tokio::test]
async fn other_centres_neither_see_nor_decide_a_proposal() {
    let (app, editor, _) = at_work().await;
    propose(&editor, "First").await.is(303);
    let stranger = app.director("ABFC").await;
    stranger.get("/proposals").await.says("Nothing waits");
    stranger.get(CHECK).await.is(404);
    for page in ["proposal", "proposal/return", "proposal/withdrawal"] {
        let fields = [("revision", "5"), ("note", "Mine"), ("wanted", "More")];
        stranger.post(&format!("/courses/IDM-777/{page}"), &fields).await.is(404);
    }
    let refused = editor.post("/courses/IDM-777/proposal/return", &[("revision", "5")]).await;
    refused.is(403);
    let sql = "select count(*) as n from outbox where to_address <> $1";
    assert_eq!(app.count(sql, vec![DIRECTOR.into()]).await, 0);
}

#[tokio::test]
async fn programs_propose_take_back_and_send_back() {
    let (app, editor, _) = at_work().await;
    let program = app.client_of("JCLEC").await;
    let path = "/courses/IDM-777";
    assert_eq!(program.get(path).await.json()["proposal"], json!(null));
    let note = json!({"note": "By a program"});
    let made = program.post(&format!("{path}/proposal"), note.clone()).await;
    made.is(200);
    assert_eq!(made.json()["state"], "in_review");
    assert_eq!(made.json()["proposal"]["note"], "By a program");
    let waiting = program.get("/proposals").await.json();
    assert_eq!(waiting["items"][0]["code"], "IDM-777");
    assert_eq!(waiting["items"][0]["version"], 1);
    program.post(&format!("{path}/proposal/withdrawal"), json!({})).await.is(200);
    assert_eq!(program.get("/proposals").await.json()["items"], json!([]));
    propose(&editor, "By a person").await.is(303);
    let late = program.post(&format!("{path}/proposal/return"), json!({"wanted": ""})).await;
    late.is(422);
    assert_eq!(late.json()["errors"][0]["pointer"], "/wanted");
    let back = program.post(&format!("{path}/proposal/return"), json!({"wanted": "More"})).await;
    assert_eq!(back.json()["proposal"]["wanted"], "More");
    assert_eq!(back.json()["state"], "draft");
    assert_eq!(mails(&app, EDITOR).await, ["Sent back: IDM-777"]);
    program.post(&format!("{path}/proposal/return"), json!({"wanted": "More"})).await.is(409);
}

#[tokio::test]
async fn what_waits_is_read_page_by_page() {
    let (app, editor, _) = at_work().await;
    for code in ["IDM-778", "IDM-779"] {
        written(&editor, code).await;
    }
    for code in ["IDM-779", "IDM-777", "IDM-778"] {
        let revision = editor.get(&format!("/courses/{code}/publication")).await.revision();
        let fields = [("revision", revision.as_str()), ("note", "First")];
        editor.post(&format!("/courses/{code}/proposal"), &fields).await.is(303);
        app.pass(chrono::Duration::minutes(1));
    }
    let all = crate::api::all(&app.client_of("JCLEC").await, "/proposals", 1).await;
    let codes: Vec<_> = all.iter().map(|one| one["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, ["IDM-779", "IDM-777", "IDM-778"]);
}
