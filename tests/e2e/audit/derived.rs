//! What follows from other rows is derived again, and what differs is named; the night watch says
//! so to those who look after the installation.
use chrono::Duration;
use rctm::proof::actions::every_night;
use tests::TestApp;

use super::found;

#[tokio::test]
async fn figures_and_states_that_do_not_follow_from_their_rows_are_named() {
    let app = TestApp::new().await;
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let answer = format!("/rounds/{}/sheet/no-needs", rounds[0].id);
    let deputy = app.deputy("Bangladesh").await;
    let revision = deputy.get(&answer).await.revision();
    deputy.post(&answer, &[("revision", &revision)]).await.is(303);
    assert_eq!(found(&app, None).await, [""; 0]);
    for (change, words, count) in [
        (
            "update demand_cell set places = places + 1 where places > 0",
            "is not the count of its",
            2,
        ),
        (
            "update course_nomination set state = 'met' where priority = 1",
            "and its history says",
            2,
        ),
        (
            "update sheet set state = 'no_needs' where state = 'submitted'",
            "and the audit log says",
            1,
        ),
        (
            "update participant_nomination set state = 'accepted' where state = 'approved'",
            "has a seat, and by the seat ledger none",
            1,
        ),
        (
            "update participant_nomination set state = 'withdrawn' where state = 'accepted'",
            "has no seat, and by the seat ledger one",
            1,
        ),
        ("update outbox set sent_at = null, state = 'sent'", "and its times say otherwise", 1),
        ("update course set state = 'retired' where code like 'L%'", "and in the catalogue", 1),
        ("update course_module set module_version = 9", "has a version of module", 2),
        ("delete from course_module", "does not say which", 2),
        ("update module set version = 9", "another newest version than it says", 2),
    ] {
        app.execute(change, vec![]).await;
        let found = found(&app, None).await;
        let named = found.iter().filter(|sentence| sentence.contains(words)).count();
        assert!(named >= count, "{change}: {found:#?}");
    }
}

#[tokio::test]
async fn the_nightly_check_warns_those_who_look_after_the_installation() {
    let app = TestApp::new().await;
    let checks = "select count(*) as n from audit_entry where action = 'audit.check'";
    let officer = app.rso().await;
    every_night(&app.app).await.expect("a check");
    officer.get("/rounds").await.is(200).does_not_say("The nightly check found");
    app.execute("update demand_cell set places = places + 1", vec![]).await;
    every_night(&app.app).await.expect("no check is due");
    assert_eq!(app.count(checks, vec![]).await, 1);
    app.pass(Duration::days(1));
    every_night(&app.app).await.expect("a check");
    assert_eq!(app.count(checks, vec![]).await, 2);
    let officer = app.rso().await;
    officer.get("/rounds").await.is(200).says("The nightly check found differences.");
    officer.get("/audit-log").await.is(200).says("audit.check").says("The program itself");
    let others = app.focal_point("Fiji").await.get("/my-state").await;
    others.is(200).does_not_say("The nightly check found");
    app.execute("update demand_cell set places = places - 1", vec![]).await;
    app.pass(Duration::days(1));
    every_night(&app.app).await.expect("a check");
    let officer = app.rso().await;
    officer.get("/rounds").await.is(200).does_not_say("The nightly check found");
}
