//! A State takes somebody back, or sends somebody else.
use chrono::Duration;
use tests::TestApp;

use super::{
    decided, given_up as give_up, known, list_of, nominations, open, put_forward, seats_of,
    state_of,
};
use crate::deliveries::subjects;

#[tokio::test]
async fn a_seat_that_is_given_up_stays_with_the_state() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana V"]).await;
    decided(&director, &code, &[&ids[0]], &[("do", "accept")]).await.is(303);
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 1));
    give_up(&fiji, &ids[0], "withdrawal", &[("reason", "")]).await.is(422).says("Enter a reason");
    let reason = [("reason", "Posted abroad")];
    give_up(&fiji, &ids[0], "withdrawal", &reason).await.leads_to(&list_of(&code));
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 0));
    let told = subjects(&app, "training_director", "JCLEC").await;
    assert!(told.iter().any(|subject| subject.starts_with("Fiji has withdrawn")), "{told:?}");
    director.get(&format!("/participants/{}", ids[0])).await.says("Posted abroad");
    let again = format!("/participants/{}/withdrawal", ids[0]);
    fiji.get(&again).await.is(409);
    // The person can be put forward again.
    put_forward(&fiji, &code, &["Ben T"]).await;
}

#[tokio::test]
async fn who_comes_instead_takes_over_the_seat_until_replacing_asks() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana V", "Ben T"]).await;
    let both: Vec<_> = ids.iter().map(String::as_str).collect();
    decided(&director, &code, &both, &[("do", "accept")]).await.is(303);
    let cama = known(&fiji, "Cama L", "c@p.example").await;
    let missing = give_up(&fiji, &ids[0], "replacement", &[("reason", "")]).await;
    missing.is(422).says("Choose somebody from the roster").says("Confirm that each person");
    let instead = [("person", cama.as_str()), ("agreed", "1"), ("reason", "")];
    give_up(&fiji, &ids[0], "replacement", &instead).await.leads_to(&list_of(&code));
    assert_eq!(state_of(&app, &ids[0]).await.0, "replaced");
    let now = nominations(&fiji.get(&list_of(&code)).await);
    assert_eq!(state_of(&app, &now[0]).await, ("accepted".into(), "in_place_of".into()));
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 2));
    let told = subjects(&app, "training_director", "JCLEC").await;
    assert!(told.iter().any(|subject| subject.starts_with("Fiji sends somebody else")));
    // 14 days before the start a reason is needed, and the centre decides.
    app.pass(Duration::days(92));
    let fiji = app.focal_point("Fiji").await;
    let dau = known(&fiji, "Dau S", "d@p.example").await;
    let instead = [("person", dau.as_str()), ("agreed", "1"), ("reason", "")];
    give_up(&fiji, &ids[1], "replacement", &instead).await.is(422).says("Enter a reason");
    let instead = [("person", dau.as_str()), ("agreed", "1"), ("reason", "Ill")];
    give_up(&fiji, &ids[1], "replacement", &instead).await.is(303);
    let now = nominations(&fiji.get(&list_of(&code)).await);
    assert_eq!(state_of(&app, &now[1]).await.0, "approved");
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 1));
    // Once names are final nobody is replaced.
    app.pass(Duration::days(11));
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/participants/{}/replacement", now[0])).await.is(409);
}

#[tokio::test]
async fn a_form_that_is_older_than_the_nomination_changes_nothing() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana V"]).await;
    let page = format!("/participants/{}/withdrawal", ids[0]);
    let old = fiji.get(&page).await.revision();
    decided(&director, &code, &[&ids[0]], &[("do", "accept")]).await.is(303);
    let typed = [("revision", old.as_str()), ("reason", "Posted abroad")];
    fiji.post(&page, &typed).await.is(409).says("changed the list meanwhile").says("Posted abroad");
    assert_eq!(state_of(&app, &ids[0]).await.0, "accepted");
    let bangladesh = app.focal_point("Bangladesh").await;
    bangladesh.get(&page).await.is(404);
    bangladesh.post(&page, &typed).await.is(404);
}
