//! A clock that jumps signs people out at worst.
use chrono::Duration;
use tests::{PASSWORD, TestApp};

use super::{new_course, post};

#[tokio::test]
async fn no_session_outlives_a_clock_that_jumped() {
    for (jump, name) in [(Duration::hours(1), "an hour"), (Duration::days(365), "a year")] {
        let app = TestApp::new().await;
        let before = app.director("JCLEC").await;
        app.pass(jump);
        before.get("/my-centre").await.is(303);
        let meanwhile = app.director("ABFC").await;
        meanwhile.get("/my-centre").await.is(200);
        app.pass(-jump);
        meanwhile.get("/my-centre").await.is(303);
        let sessions = app.director("JCLEC").await;
        sessions.get("/my-centre").await.is(200);
        app.pass(Duration::hours(25));
        sessions.get("/my-centre").await.is(303);
        println!("{name}: signed out, and in again");
    }
    let app = TestApp::new().await;
    app.pass(Duration::hours(2));
    let before = app.director("JCLEC").await;
    app.pass(-Duration::hours(1));
    before.get("/my-centre").await.is(303);
    app.director("JCLEC").await.get("/my-centre").await.is(200);
}

#[tokio::test]
async fn a_clock_that_jumped_locks_nobody_out() {
    let app = TestApp::new().await;
    app.pass(Duration::days(365));
    let visitor = app.visitor();
    for _ in 0..6 {
        visitor.try_to_sign_in("training.director@jclec.example", "wrong").await;
    }
    app.pass(-Duration::days(365));
    app.visitor().try_to_sign_in("training.director@jclec.example", PASSWORD).await;
    app.director("JCLEC").await.get("/my-centre").await.is(200);
    for (jump, back) in [(Duration::hours(1), -Duration::hours(1))] {
        app.pass(jump);
        for _ in 0..6 {
            visitor.try_to_sign_in("training.director@jclec.example", "wrong").await;
        }
        app.pass(back);
        app.director("JCLEC").await.get("/my-centre").await.is(200);
    }
}

#[tokio::test]
async fn no_page_shows_an_age_below_zero() {
    let app = TestApp::new().await;
    app.pass(Duration::days(365));
    let director = app.director("JCLEC").await;
    post(&director, "/courses/new", &new_course("IDM-777", "From the future")).await.is(303);
    app.pass(-Duration::days(365));
    let (director, rso, fiji) =
        (app.director("JCLEC").await, app.rso().await, app.focal_point("Fiji").await);
    for (person, path) in [
        (&director, "/my-centre"),
        (&director, "/courses"),
        (&director, "/courses/IDM-777/edit"),
        (&rso, "/emails"),
        (&rso, "/rounds"),
        (&rso, "/demand"),
        (&fiji, "/my-state"),
        (&fiji, "/nominations"),
    ] {
        let page = person.get(path).await;
        page.is(200);
        let words = page.text.split('>').filter_map(|part| part.split('<').next());
        let negative = words.flat_map(str::split_whitespace).find(|word| {
            let number = word.strip_prefix(['-', '−']).unwrap_or_default();
            number.starts_with(|c: char| c.is_ascii_digit())
        });
        assert_eq!(negative, None, "{path}");
    }
}

#[tokio::test]
async fn jobs_go_on_after_a_clock_jumped() {
    let app = TestApp::new().await;
    app.pass(Duration::days(365));
    assert!(rctm::app::sweep(&app.app).await.expect("a sweep"));
    app.pass(-Duration::days(365));
    assert!(rctm::app::sweep(&app.app).await.expect("a sweep"), "it waits for a year");
    assert!(!rctm::app::sweep(&app.app).await.expect("a sweep"), "it was done a moment ago");
}
