//! Courses say when they were last found right; whoever lets them age is reminded.
use chrono::Duration;
use rctm::catalogue::actions::remind;
use serde_json::json;
use tests::TestApp;

use super::{entries, revision_before, subjects};

const DIRECTOR: &str = "training.director@jclec.example";
const REMINDER: &str = "have not been verified for a year";

/// Every course was last verified more than a year ago. The clock stays: roles lapse after a year.
async fn everything_is_old(app: &TestApp) {
    let then = app.now() - Duration::days(370);
    app.execute("update course set verified_at = $1", vec![then.into()]).await;
}

fn reminders(subjects: &[String]) -> usize {
    subjects.iter().filter(|subject| subject.contains(REMINDER)).count()
}

#[tokio::test]
async fn a_director_says_that_a_course_is_still_right_and_takes_it_back() {
    let app = TestApp::new().await;
    everything_is_old(&app).await;
    app.visitor().get("/courses/LIA-201").await.says("More than a year ago");
    let director = app.director("JCLEC").await;
    let page = director.get("/courses/LIA-201").await;
    page.says("Nobody has verified this course for a year").says("Mark as still right");
    let verification = "/courses/LIA-201/verification";
    let revision = [("revision", page.revision())];
    let fields = [(revision[0].0, revision[0].1.as_str())];
    director.post(verification, &fields).await.leads_to("/courses/LIA-201");
    let page = director.get("/courses/LIA-201").await;
    page.says("Marked as still right").says("25 November 2026").does_not_say("More than a year");
    app.visitor().get("/courses/LIA-201").await.does_not_say("More than a year ago");
    let undo = format!("{verification}/withdrawal");
    let revision = page.revision();
    director.post(&undo, &[("revision", &revision)]).await.leads_to("/courses/LIA-201");
    app.visitor().get("/courses/LIA-201").await.says("More than a year ago");
    let revision = director.get("/courses/LIA-201").await.revision();
    let again = director.post(&undo, &[("revision", &revision)]).await;
    again.is(409).says("There is nothing to undo");
    assert_eq!(entries(&app, "course.verify").await, 1);
    assert_eq!(entries(&app, "course.unverify").await, 1);
    // Somebody else's page offers nothing of it.
    let other = app.director("ABFC").await.get("/courses/LIA-201").await;
    other.is(200).does_not_say("/verification");
}

#[tokio::test]
async fn the_home_of_a_centre_lists_what_waits_with_a_button_and_an_undo() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    director.get("/my-centre").await.is(200).does_not_say("Is this still right?");
    everything_is_old(&app).await;
    let director = app.director("JCLEC").await;
    let home = director.get("/my-centre").await;
    home.says("Is this still right?").says("/courses/LIA-201/verification\"");
    let verification = "/courses/LIA-201/verification";
    let revision = revision_before(&home, &format!("{verification}\""));
    let fields = [("revision", revision.as_str()), ("back", "centre")];
    director.post(verification, &fields).await.leads_to("/my-centre#care");
    let home = director.get("/my-centre").await;
    home.says("Marked as still right").does_not_say(&format!("{verification}\""));
    let undo = format!("{verification}/withdrawal");
    let revision = revision_before(&home, &undo);
    let fields = [("revision", revision.as_str()), ("back", "centre")];
    director.post(&undo, &fields).await.leads_to("/my-centre#care");
    director.get("/my-centre").await.says(&format!("{verification}\""));
    // An editor sees what waits; the director decides.
    let home = app.editor("JCLEC").await.get("/my-centre").await;
    home.says("Is this still right?").does_not_say("/verification\"");
}

#[tokio::test]
async fn directors_are_reminded_in_one_letter_and_again_after_three_months() {
    let app = TestApp::new().await;
    assert_eq!(remind(&app.app).await.expect("a run"), 0, "nothing is old");
    everything_is_old(&app).await;
    app.pass(Duration::days(1));
    let centres = remind(&app.app).await.expect("a run");
    assert!(centres > 1, "{centres}");
    let told = subjects(&app, DIRECTOR).await;
    assert_eq!(reminders(&told), 1, "{told:?}");
    let sql = "select body_text, body_html from outbox where to_address = $1 and subject like $2";
    let like = format!("%{REMINDER}%");
    let rows = app.query(sql, vec![DIRECTOR.into(), like.into()]).await;
    for part in ["body_text", "body_html"] {
        let text: String = rows[0].try_get("", part).expect("text");
        for word in ["LIA-201", "20 November 2025", "/my-centre", "/unsubscribe/"] {
            assert!(text.contains(word), "{word} in {part}: {text}");
        }
        assert!(!text.contains("IND-101"), "a course of another centre: {text}");
    }
    assert_eq!(entries(&app, "course.remind").await, i64::from(centres));
    // Asked again on the same day, by another instance and on the next days, nobody is told twice.
    assert_eq!(remind(&app.another().await.app).await.expect("a run"), 0);
    for _ in 0..30 {
        app.pass(Duration::days(1));
        remind(&app.app).await.expect("a run");
    }
    assert_eq!(reminders(&subjects(&app, DIRECTOR).await), 1);
    app.pass(Duration::days(70));
    remind(&app.app).await.expect("a run");
    assert_eq!(reminders(&subjects(&app, DIRECTOR).await), 2);
}

#[tokio::test]
async fn who_stopped_the_reminder_gets_none() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    director.get("/notices").await.says("were not verified for a year");
    director.post("/notices", &[("course_stale", "off")]).await.is(303);
    everything_is_old(&app).await;
    remind(&app.app).await.expect("a run");
    assert_eq!(reminders(&subjects(&app, DIRECTOR).await), 0);
}

#[tokio::test]
async fn the_office_sees_what_is_stale_by_centre_and_takes_it_away() {
    let app = TestApp::new().await;
    app.rso().await.get("/stale-courses").await.is(200).says("No course is waiting");
    everything_is_old(&app).await;
    let officer = app.rso().await;
    officer.get("/organisations").await.says("href=\"/stale-courses\"");
    let page = officer.get("/stale-courses").await;
    page.is(200).says("34 courses in the catalogue").says("page=2");
    let own = officer.get("/stale-courses?centre=JCLEC").await;
    own.says("LIA-201").does_not_say("IND-101");
    officer.get("/stale-courses?centre=NOBODY").await.is(200);
    officer.get("/stale-courses?page=99").await.is(200);
    let table = officer.get("/stale-courses.csv?centre=JCLEC").await;
    table.is(200).says("\"centre\",\"code\",\"title\"").says("\"LIA-201\"").says("2025-11-20");
    app.director("JCLEC").await.get("/stale-courses").await.is(403);
}

#[tokio::test]
async fn programs_verify_a_course_and_read_what_is_stale() {
    let app = TestApp::new().await;
    everything_is_old(&app).await;
    let centre = app.client_of("JCLEC").await;
    let office = app.client_of("RSO").await;
    let all = office.get("/stale-courses?limit=200").await.json();
    assert_eq!(all["items"].as_array().map(Vec::len), Some(34));
    let first = office.get("/stale-courses?limit=20").await.json();
    let next = first["next"].as_str().expect("a next page");
    let rest = office.get(&format!("/stale-courses?limit=20&after={next}")).await.json();
    assert_eq!(rest["items"].as_array().map(Vec::len), Some(14));
    let own = centre.get("/stale-courses").await.json();
    let own = own["items"].as_array().expect("items").clone();
    assert!(own.iter().all(|course| course["centre"] == "JCLEC") && !own.is_empty());
    let verified = centre.post("/courses/LIA-201/verification", json!({})).await;
    verified.is(200);
    let at = verified.json()["verified_at"].as_str().expect("a moment").to_owned();
    assert!(at.starts_with("2026-11-25"), "{at}");
    let left = centre.get("/stale-courses").await.json();
    assert_eq!(left["items"].as_array().map(Vec::len), Some(own.len() - 1));
    let listed = app.program().get("/courses?q=lia-201").await.json();
    let listed = listed["items"].as_array().expect("items").clone();
    let listed = listed.iter().find(|course| course["code"] == "LIA-201").expect("listed");
    assert_eq!(listed["verified_at"], at.as_str());
    let back = centre.post("/courses/LIA-201/verification/withdrawal", json!({})).await;
    assert!(back.json()["verified_at"].as_str().is_some_and(|at| at.starts_with("2025-11-20")));
    let stale = [("if-match", "\"1\"")];
    let path = "/courses/LIA-201/verification";
    centre.ask(axum::http::Method::POST, path, &stale, None).await.is(412);
    app.client_of("ABFC").await.post(path, json!({})).await.is(404);
    app.client_of("Fiji").await.get("/stale-courses").await.is(403);
}
