//! Where nothing can be saved, what was typed is still there.
use std::time::{Duration, Instant};

use rctm::base::ids::RoundId;
use tests::{PASSWORD, TestApp};

use super::{NOTHING_SAVED, form_to, new_course, post};
use crate::catalogue_editing::{WHOLE, save, written};
use crate::rounds::prepared;

#[tokio::test]
async fn every_form_comes_back_as_it_was_typed_and_is_saved_at_the_second_try() {
    let app = TestApp::new().await;
    let (director, rso, fiji) =
        (app.director("JCLEC").await, app.rso().await, app.focal_point("Fiji").await);
    written(&director, "IDM-777").await;
    let revision = director.get("/courses/IDM-777/edit").await.revision();
    let text = "Lines & \"quotes\" <b>\r\n\r\n  two spaces, é, ប្រទេស, العربية";
    let pairs = |fields: &[(&str, &str)]| -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let mut edited = pairs(&WHOLE);
    edited.retain(|(name, _)| name != "summary");
    edited.extend(pairs(&[("summary", text), ("revision", &revision)]));
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let seen = fiji.get(&sheet).await.revision();
    let answers =
        pairs(&[("revision", &seen), ("liaison.freq", "annual"), ("liaison.reason", text)]);
    let round = prepared(&app, RoundId::new(), "Round 2028").await;
    let forms = [
        (&director, "/courses/IDM-777/edit", edited),
        (&director, "/courses/new", new_course("IDM-778", "A <title> & \"more\"")),
        (&rso, "/rounds", round),
        (&fiji, sheet.as_str(), answers),
    ];
    app.let_database_be_written(false).await;
    let mut offered = Vec::new();
    for (person, path, typed) in &forms {
        let page = post(person, path, typed).await;
        page.is(503).says(NOTHING_SAVED).says("This could not be saved").says("Send it again");
        assert_eq!(page.header("retry-after"), Some("5"));
        page.says("class=\"acct\"").does_not_say("SQL").does_not_say("read-only");
        let again = form_to(&page, path);
        assert_eq!(&again, typed, "{path} lost something");
        offered.push(again);
    }
    app.let_database_be_written(true).await;
    for ((person, path, _), again) in forms.iter().zip(&offered) {
        post(person, path, again).await.is(303);
    }
    director.get("/courses/IDM-777/edit").await.says("two spaces, é, ប្រទេស, العربية");
    fiji.get(&sheet).await.says("two spaces, é, ប្រទេស, العربية");
    director.get("/courses").await.says("IDM-778");
}

#[tokio::test]
async fn while_nothing_can_be_written_pages_are_read_and_probes_are_told() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    app.visitor().get("/healthz/ready").await.is(200);
    app.let_database_be_written(false).await;
    // That the session was used can not be noted either; the page comes all the same.
    app.pass(chrono::Duration::minutes(5));
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    app.visitor().get("/healthz/ready").await.is(503);
    app.visitor().get("/healthz/live").await.is(200);
    director.get("/my-centre").await.is(200);
    app.visitor().get("/catalogue").await.is(200);
    app.let_database_be_written(true).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    app.visitor().get("/healthz/ready").await.is(200);
    director.get("/my-centre").await.is(200);
}

#[tokio::test]
async fn a_password_is_never_sent_back() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    app.let_database_be_written(false).await;
    let page = app.visitor().try_to_sign_in("director@jclec.example", PASSWORD).await;
    page.is(503).says("Nothing was saved.").does_not_say(PASSWORD).does_not_say("Send it again");
    page.says("<a class=\"btn go\" href=\"/sign-in\">Back to the form</a>");
    let form = [("current", PASSWORD), ("password", "another seven kites fly")];
    let page = director.post("/account/password", &form).await;
    page.is(503).does_not_say(PASSWORD).does_not_say("another seven").says("Back to the form");
}

#[tokio::test]
async fn a_forged_form_is_not_offered_under_our_name() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    app.let_database_be_written(false).await;
    let request = axum::http::Request::post("/courses/new")
        .header("origin", "https://evil.example")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("title=forged"))
        .expect("a request");
    director.send(request).await.is(403).does_not_say("forged");
}

#[tokio::test]
async fn whoever_waits_for_a_lock_is_told_after_five_seconds_and_keeps_the_text() {
    let app = TestApp::new().await;
    if app.database().is_postgres() {
        return locked_on_postgres(&app).await;
    }
    let director = app.director("JCLEC").await;
    let other = app.another().await;
    let held = other.app.db.begin().await.expect("a transaction");
    let began = Instant::now();
    let page = post(&director, "/courses/new", &new_course("IDM-777", "Typed for an hour")).await;
    let waited = began.elapsed();
    page.is(503).says("Busy: try again").says(NOTHING_SAVED).says("Typed for an hour");
    assert!(waited > Duration::from_secs(4) && waited < Duration::from_secs(8), "{waited:?}");
    app.visitor().get("/catalogue").await.is(200);
    drop(held);
    let again = form_to(&page, "/courses/new");
    post(&director, "/courses/new", &again).await.is(303);
}

/// On PostgreSQL it is the row that is locked.
async fn locked_on_postgres(app: &TestApp) {
    use sea_orm::ConnectionTrait;
    let director = app.director("JCLEC").await;
    written(&director, "IDM-777").await;
    let held = app.app.db.begin().await.expect("a transaction");
    let lock = "select * from course where code = 'IDM-777' for update";
    held.execute_unprepared(lock).await.expect("the lock");
    let page = save(&director, "IDM-777", &[("title", "Typed for an hour")]).await;
    page.is(503).says("Busy: try again").says(NOTHING_SAVED).says("Typed for an hour");
    drop(held);
}

#[tokio::test]
async fn eight_who_write_at_once_all_get_through() {
    let app = TestApp::new().await;
    let before = app.count("select count(*) as n from course", vec![]).await;
    let director = app.director("JCLEC").await;
    let writers = (0..8).map(|writer| {
        let person = director.second_browser();
        tokio::spawn(async move {
            for number in 0..40 {
                let code = format!("W{writer}-{number}");
                post(&person, "/courses/new", &new_course(&code, "Many")).await.is(303);
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("no answer but 303");
    }
    assert_eq!(app.count("select count(*) as n from course", vec![]).await, before + 320);
}
