//! Which rounds the board offers to whom, and how it lists what was asked in them.
use rctm::base::ids::RoundId;
use tests::{Person, TestApp};

use crate::probes::world::{post, round_form, save_sheet};

/// The pages and tables of the board.
const DOORS: [&str; 6] = [
    "demand",
    "demand.csv",
    "demand.svg",
    "demand.xlsx",
    "demand/nominations.csv",
    "demand/nominations.xlsx",
];

/// A round that invites these members, as the RSO prepares it.
async fn prepared(app: &TestApp, title: &str, invited: &[&str]) -> RoundId {
    let id = RoundId::new();
    let form = round_form(app, id, title, invited).await;
    post(&app.rso().await, "/rounds", &form).await.is(303);
    id
}

async fn step(app: &TestApp, round: RoundId, noun: &str) {
    app.rso().await.post(&format!("/rounds/{round}/{noun}"), &[]).await.is(303);
}

async fn opened(app: &TestApp, title: &str, invited: &[&str]) -> RoundId {
    let round = prepared(app, title, invited).await;
    step(app, round, "opening").await;
    round
}

/// Fails where a round is offered to somebody, or shown to whoever knows its address.
async fn is_not_there_for(person: &Person, (round, title): (RoundId, &str)) {
    for page in ["/demand", "/my-state", "/my-centre"] {
        person.get(page).await.does_not_say(title);
    }
    for door in DOORS {
        for look in ["", "&state=BD&type=liaison", "&look=all"] {
            let reply = person.get(&format!("/{door}?round={round}&level={look}")).await;
            reply.is(404).does_not_say(title);
        }
    }
}

#[tokio::test]
async fn a_round_that_is_not_open_is_on_nobodys_board() {
    let app = TestApp::new().await;
    let round = prepared(&app, "Not open yet", &["FJ", "BD"]).await;
    for person in [app.focal_point("Fiji").await, app.director("JCLEC").await, app.rso().await] {
        is_not_there_for(&person, (round, "Not open yet")).await;
    }
    step(&app, round, "opening").await;
    for person in [app.focal_point("Fiji").await, app.director("JCLEC").await, app.rso().await] {
        person.get("/demand").await.is(200).says("Not open yet");
    }
}

#[tokio::test]
async fn a_state_is_offered_the_rounds_that_invite_it_and_no_others() {
    let app = TestApp::new().await;
    let round = opened(&app, "For Bangladesh alone", &["BD"]).await;
    let fiji = app.focal_point("Fiji").await;
    fiji.get("/demand").await.is(200);
    is_not_there_for(&fiji, (round, "For Bangladesh alone")).await;
    for person in [app.focal_point("Bangladesh").await, app.director("JCLEC").await] {
        person.get("/demand").await.is(200).says("For Bangladesh alone");
        person.get(&format!("/demand?round={round}")).await.is(200);
    }
}

#[tokio::test]
async fn a_round_of_others_does_not_hide_what_became_of_the_own() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let own = "Round 2016";
    fiji.get("/my-state").await.is(200).says(own);
    let round = opened(&app, "For Bangladesh alone", &["BD"]).await;
    step(&app, round, "closing").await;
    fiji.get("/my-state").await.is(200).says(own);
}

#[tokio::test]
async fn the_list_behind_a_figure_is_written_with_the_comma_of_its_language() {
    let app = TestApp::new().await;
    let round = opened(&app, "For Fiji alone", &["FJ"]).await;
    let fiji = app.focal_point("Fiji").await;
    let asked = [("freq", "annual"), ("people", "3"), ("level", "regional"), ("q", "1")];
    let asked = asked.map(|(field, value)| (format!("liaison.{field}"), value.to_owned()));
    save_sheet(&fiji, round, &asked).await.is(303);
    let submission = format!("/rounds/{round}/sheet/submission");
    let revision = fiji.get(&submission).await.revision();
    fiji.post(&submission, &[("revision", &revision)]).await.is(303);
    let list = format!("/demand?round={round}&type=liaison");
    fiji.get(&list).await.is(200).says("Regional, ");
    fiji.post("/language", &[("language", "ar"), ("next", "/")]).await.is(303);
    fiji.get(&list).await.is(200).says("إقليمي، ").does_not_say("إقليمي, ");
}
