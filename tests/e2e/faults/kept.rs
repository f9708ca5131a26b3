//! A session that ends while a form is open loses nothing, and betrays nothing.
use axum::body::Body;
use axum::http::{Request, header};
use chrono::Duration;
use tests::{PASSWORD, Person, Reply, TestApp};

use super::{form_to, new_course, post};

/// The address of the editor of JCLEC in the seed.
fn editor() -> String {
    let found = seed::demonstration_accounts().into_iter().find(|account| {
        matches!(account.memberships.as_slice(), [only]
            if only.role.as_str() == "course_editor" && only.organisation_code == "JCLEC")
    });
    found.expect("an editor of JCLEC").email.to_owned()
}

async fn sign_in_for(person: &Person, email: &str, next: &str) -> Reply {
    person.post("/sign-in", &[("email", email), ("password", PASSWORD), ("next", next)]).await
}

/// Where the sign-in page leads on to, unless the text could not be kept.
#[track_caller]
fn next_of(reply: &Reply) -> String {
    reply.is(303);
    let next = reply.location().expect("it leads on").strip_prefix("/sign-in?next=%2Fkept%2F");
    format!("/kept/{}", next.unwrap_or_else(|| panic!("nothing was kept: {:?}", reply.location())))
}

async fn kept(app: &TestApp) -> i64 {
    app.count("select count(*) as n from kept_form", vec![]).await
}

#[tokio::test]
async fn what_was_typed_survives_the_sign_in_to_the_last_character() {
    let app = TestApp::new().await;
    let person = app.editor("JCLEC").await;
    let typed = new_course("IDM-777", "An hour’s work: <b> & \"more\"  é ប្រទេស العربية +%");
    app.pass(Duration::minutes(61));
    let next = next_of(&post(&person, "/courses/new", &typed).await);
    assert_eq!(kept(&app).await, 1);
    sign_in_for(&person, &editor(), &next).await.leads_to(&next);
    let page = person.get(&next).await;
    page.is(200).says("Your text is still here").says("Send it now");
    let mut sent = form_to(&page, "/courses/new");
    let reference = sent.pop().expect("the reference");
    assert_eq!(reference.0, "kept-form");
    assert_eq!(sent, typed, "something was lost");
    sent.push(reference);
    person.get(&next).await.is(200).says("Send it now");
    post(&person, "/courses/new", &sent).await.leads_to("/courses/IDM-777/edit");
    assert_eq!(kept(&app).await, 0, "it was sent");
    person.get(&next).await.leads_to("/my-centre");
}

#[tokio::test]
async fn somebody_else_who_signs_in_there_gets_nothing_and_is_told_nothing() {
    let app = TestApp::new().await;
    let person = app.editor("JCLEC").await;
    app.pass(Duration::minutes(61));
    let next = next_of(&post(&person, "/courses/new", &new_course("IDM-777", "Secret")).await);
    let other = app.director("JCLEC").await;
    let page = other.get(&next).await;
    page.leads_to("/my-centre").does_not_say("Secret");
    let nothing = other.get("/kept/bm9uZQ.bm9uZQ").await;
    nothing.leads_to("/my-centre");
    other.post(&next, &[]).await.leads_to("/my-centre");
    app.visitor().get(&next).await.is(303).does_not_say("Secret");
    sign_in_for(&person, &editor(), &next).await.leads_to(&next);
    person.get(&next).await.is(200).says("Secret");
    person.post(&next, &[]).await.leads_to("/my-centre");
    assert_eq!(kept(&app).await, 0, "it was not wanted");
}

#[tokio::test]
async fn what_was_kept_is_gone_after_an_hour() {
    let app = TestApp::new().await;
    let person = app.editor("JCLEC").await;
    app.pass(Duration::minutes(61));
    let next = next_of(&post(&person, "/courses/new", &new_course("IDM-777", "Late")).await);
    app.pass(Duration::minutes(60));
    sign_in_for(&person, &editor(), &next).await.leads_to(&next);
    person.get(&next).await.leads_to("/my-centre");
    assert!(rctm::app::sweep(&app.app).await.expect("a sweep"));
    assert_eq!(kept(&app).await, 0);
}

#[tokio::test]
async fn no_secret_is_kept_and_nobody_fills_the_disk() {
    let app = TestApp::new().await;
    let people = [
        app.editor("JCLEC").await,
        app.director("JCLEC").await,
        app.director("ABFC").await,
        app.focal_point("Fiji").await,
        app.deputy("Bangladesh").await,
    ];
    app.pass(Duration::minutes(61));
    let form = [("current", PASSWORD), ("password", "another seven kites fly")];
    people[0].post("/account/password", &form).await.leads_to("/sign-in");
    assert_eq!(kept(&app).await, 0);
    for person in &people {
        for number in 0..8 {
            let form = new_course(&format!("IDM-{number}"), "Much text");
            let reply = post(person, "/courses/new", &form).await;
            if reply.status.as_u16() == 401 {
                reply.says("You are signed out").says("Much text").says("Send it again");
            } else {
                next_of(&reply);
            }
        }
    }
    assert_eq!(kept(&app).await, 20, "five of each account, twenty of one address");
}

#[tokio::test]
async fn a_stranger_leaves_nothing_with_us_and_loses_nothing() {
    let app = TestApp::new().await;
    let page = post(&app.visitor(), "/courses/new", &new_course("IDM-777", "Stray")).await;
    page.is(401).says("You are signed out").says("Your text is still here.").says("Stray");
    assert_eq!(kept(&app).await, 0);
    app.visitor().post("/courses/new", &[]).await.leads_to("/sign-in");
}

#[tokio::test]
async fn a_script_that_saves_by_itself_leaves_nothing_behind() {
    let app = TestApp::new().await;
    let person = app.editor("JCLEC").await;
    app.pass(Duration::minutes(61));
    let request = Request::post("/courses/new")
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header("sec-fetch-mode", "cors")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("title=typed&do=autosave"))
        .expect("a request");
    person.send(request).await.leads_to("/sign-in");
    assert_eq!(kept(&app).await, 0);
}

#[tokio::test]
async fn whoever_has_several_roles_comes_back_to_the_text_as_well() {
    let app = TestApp::new().await;
    let person = app.visitor();
    let seconded = "seconded.editor@jclec.example";
    sign_in_for(&person, seconded, "/courses").await.leads_to("/capacity?next=%2Fcourses");
    let page = person.get("/capacity?next=%2Fcourses").await;
    page.is(200).says("name=\"next\" value=\"/courses\"");
    let membership = page.text.split("name=\"membership\" value=\"").nth(1).expect("a choice");
    let membership = membership.split('"').next().expect("an id");
    let chosen = [("membership", membership), ("next", "/courses")];
    person.post("/capacity", &chosen).await.leads_to("/courses");
    let elsewhere = [("membership", membership), ("next", "https://evil.example/")];
    let reply = person.post("/capacity", &elsewhere).await;
    assert!(reply.location().is_some_and(|to| to.starts_with('/')), "{:?}", reply.location());
}
