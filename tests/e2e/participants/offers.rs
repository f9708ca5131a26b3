//! Seats that come free are offered to the waiting list, in its published order, until they are
//! answered or run out.
use chrono::Duration;
use rctm::participants::actions::catch_up;
use serde_json::json;
use tests::{Person, TestApp};

use super::clock::{on, told};
use super::{decided, given_up, list_of, open, put_forward, seats_of, state_of};
use crate::deliveries::seats::shared;
use crate::deliveries::step;

pub const WAIT: [(&str, &str); 2] = [("do", "waitlist"), ("why", "no_seat")];
const ACCEPT: [(&str, &str); 1] = [("do", "accept")];
pub const POSTED: [(&str, &str); 1] = [("reason", "Posted abroad")];

/// Somebody of Fiji is offered a seat, and somebody else of it is next; `name` tells their addresses
/// from others. Answers the delivery and the two nominations.
pub async fn offered(app: &TestApp, name: &str) -> (String, Vec<String>) {
    let (fiji, director) = (app.focal_point("Fiji").await, app.director("JCLEC").await);
    let code = shared(&director, &[("max_participants", "12")], &[("FJ", "1")]).await;
    let names = ["First", "Second", "Third"].map(|rank| format!("{rank} {name}"));
    let mut ids = put_forward(&fiji, &code, &names.each_ref().map(String::as_str)).await;
    decided(&director, &code, &[&ids[0]], &ACCEPT).await.is(303);
    decided(&director, &code, &[&ids[1], &ids[2]], &WAIT).await.is(303);
    given_up(&fiji, &ids.remove(0), "withdrawal", &POSTED).await.is(303);
    (code, ids)
}

/// The address in the newest letter to somebody who is offered a seat.
pub async fn link_to(app: &TestApp, address: &str) -> String {
    let sql = "select body_text from outbox where to_address = $1 and account_id is null \
        order by id desc";
    let rows = app.query(sql, vec![address.into()]).await;
    let text: String = rows[0].try_get("", "body_text").expect("text");
    let link = text.split_whitespace().find(|word| word.contains("/offers/"));
    let (_, token) = link.expect("a link").split_once("/offers/").expect("a link");
    format!("/offers/{token}")
}

/// People of Fiji on both of its seats, one who waits, and one of Bangladesh who waited before.
pub struct Full {
    pub app: TestApp,
    pub code: String,
    pub fiji: Person,
    pub director: Person,
    pub ours: Vec<String>,
    pub theirs: Vec<String>,
}

impl Full {
    pub async fn new() -> Self {
        Box::pin(Self::sized("3")).await
    }

    /// The same with so many seats; those that are over are in the reserve.
    async fn sized(most: &str) -> Self {
        let app = TestApp::new().await;
        let bangladesh = app.focal_point("Bangladesh").await;
        let fiji = app.focal_point("Fiji").await;
        let director = app.director("JCLEC").await;
        let group = [("min_participants", "2"), ("max_participants", most)];
        let code = shared(&director, &group, &[("FJ", "2"), ("BD", "1")]).await;
        let theirs = put_forward(&bangladesh, &code, &["Salma B", "Nadia R"]).await;
        let ours = put_forward(&fiji, &code, &["Ana V", "Ben T", "Ciro W"]).await;
        let seated = [&*theirs[0], &*ours[0], &*ours[1]];
        decided(&director, &code, &seated, &ACCEPT).await.is(303);
        decided(&director, &code, &[&theirs[1]], &WAIT).await.is(303);
        decided(&director, &code, &[&ours[2]], &WAIT).await.is(303);
        app.execute("delete from outbox", vec![]).await;
        Self { app, code, fiji, director, ours, theirs }
    }

    async fn state(&self, id: &str) -> (String, String) {
        state_of(&self.app, id).await
    }

    /// Lets time pass; who is signed in is so again.
    pub async fn pass(&mut self, time: Duration) {
        self.app.pass(time);
        catch_up(&self.app.app).await.expect("the clock is looked at");
        self.fiji = self.app.focal_point("Fiji").await;
        self.director = self.app.director("JCLEC").await;
    }

    pub async fn link_to(&self, address: &str) -> String {
        link_to(&self.app, address).await
    }
}

#[tokio::test]
async fn who_waits_of_the_same_state_is_offered_the_seat_that_somebody_leaves() {
    let Full { app, code, fiji, director, ours, theirs } = Full::new().await;
    fiji.get(&list_of(&code)).await.is(200).says("Waiting list: 2 of 2.");
    given_up(&fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    assert_eq!(state_of(&app, &ours[2]).await, ("offered".into(), "own_seat".into()));
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 2));
    fiji.get(&list_of(&code)).await.is(200).says("People named: 1. Accepted: 1.");
    // She of Bangladesh stands before and reads why she was passed over; nobody else's name.
    let bangladesh = app.focal_point("Bangladesh").await;
    let file = bangladesh.get(&format!("/participants/{}", theirs[1])).await;
    file.is(200).says("It was a seat of another State").says("Waiting list: 1 of 1.");
    file.does_not_say("Ciro");
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "A seat is offered").await, 1);
    assert_eq!(told(&app, &code, ("focal_point", "BD"), "offered").await, 0);
    // The focal point finds it on the home, and answers.
    let page = format!("/participants/{}/offer", ours[2]);
    fiji.get("/my-state").await.is(200).says("A seat is offered").says(&page);
    fiji.get(&page).await.is(200).says("A seat for Ciro W").says("JCLEC keeps a seat until");
    director.get(&format!("/deliveries/{code}/decisions?tab=waiting")).await.says("Answer by");
    bangladesh.get(&page).await.is(404);
    let file = format!("/participants/{}", ours[2]);
    given_up(&fiji, &ours[2], "offer", &[("do", "accept")]).await.leads_to(&file);
    assert_eq!(state_of(&app, &ours[2]).await, ("accepted".into(), "own_seat".into()));
    // Pressed twice, it is answered once; another answer comes too late.
    fiji.post(&page, &[("revision", "1"), ("do", "accept")]).await.is(303);
    fiji.post(&page, &[("revision", "1"), ("do", "decline")]).await.is(409).says("is over");
    fiji.get(&page).await.is(409);
    let centre = ("training_director", "JCLEC");
    assert_eq!(told(&app, &code, centre, "Fiji accepts an offered seat").await, 1);
    let ledger = director.get(&format!("/deliveries/{code}/seats/ledger")).await;
    ledger.is(200).says("Offered to a person").says("Left by a person");
}

#[tokio::test]
async fn a_person_answers_by_the_link_in_the_letter_and_opening_it_changes_nothing() {
    let full = Full::new().await;
    let Full { app, code, fiji, ours, .. } = &full;
    given_up(fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    let link = full.link_to("ciro.w@ministry.example").await;
    let visitor = app.visitor();
    for _ in 0..2 {
        let page = visitor.get(&link).await;
        page.is(200).says("Accept the seat").does_not_say("Ciro");
    }
    assert_eq!(full.state(&ours[2]).await.0, "offered");
    let mut forged = link.clone();
    forged.insert(12, 'x');
    visitor.get(&forged).await.is(404);
    visitor.post(&link, &[("do", "maybe")]).await.is(400);
    let long = "x".repeat(501);
    visitor.post(&link, &[("do", "decline"), ("reason", &long)]).await.is(422);
    let no = [("do", "decline"), ("reason", "On leave")];
    visitor.post(&link, &no).await.leads_to(&link);
    visitor.get(&link).await.is(200).says("You declined the seat");
    assert_eq!(full.state(&ours[2]).await, ("declined".into(), "offer_declined".into()));
    // Nobody else of Fiji waits: the seat is the State's, and free.
    assert_eq!(seats_of(app, code, "FJ").await, (2, 1));
    visitor.post(&link, &[("do", "accept")]).await.leads_to(&link);
    assert_eq!(full.state(&ours[2]).await.0, "declined");
    assert_eq!(told(app, code, ("focal_point", "FJ"), "declines an offered seat").await, 1);
    fiji.get(&format!("/participants/{}", ours[2])).await.says("On leave");
    fiji.get("/my-state").await.is(200).does_not_say("A seat is offered");
}

#[tokio::test]
async fn an_offer_that_nobody_answers_is_made_once_more_and_not_again() {
    let mut full = Full::new().await;
    let (ours, code) = (full.ours.clone(), full.code.clone());
    given_up(&full.fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    let first = full.link_to("ciro.w@ministry.example").await;
    full.pass(Duration::hours(47)).await;
    assert_eq!(full.state(&ours[2]).await.0, "offered");
    full.pass(Duration::hours(2)).await;
    // Nobody else of Fiji waits, so the seat is offered again at once.
    assert_eq!(full.state(&ours[2]).await, ("offered".into(), "own_seat".into()));
    let page = full.app.visitor().get(&first).await;
    page.is(200).says("This offer is over").does_not_say("Accept the seat");
    full.app.visitor().post(&first, &[("do", "accept")]).await.leads_to(&first);
    assert_eq!(full.state(&ours[2]).await.0, "offered");
    let told_so = ("focal_point", "FJ");
    assert_eq!(told(&full.app, &code, told_so, "An offer ran out").await, 1);
    full.pass(Duration::hours(49)).await;
    assert_eq!(full.state(&ours[2]).await, ("offer_expired".into(), "offer_ran_out".into()));
    assert_eq!(seats_of(&full.app, &code, "FJ").await, (2, 1));
    assert_eq!(told(&full.app, &code, told_so, "An offer ran out").await, 2);
}

#[tokio::test]
async fn who_let_an_offer_run_out_waits_behind_the_others_and_reads_why() {
    let mut full = Full::new().await;
    let more = put_forward(&full.fiji, &full.code, &["Dina S"]).await;
    decided(&full.director, &full.code, &[&more[0]], &WAIT).await.is(303);
    let ours = full.ours.clone();
    given_up(&full.fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    full.pass(Duration::hours(49)).await;
    assert_eq!(full.state(&ours[2]).await, ("waitlisted".into(), "offer_ran_out".into()));
    assert_eq!(full.state(&more[0]).await.0, "offered");
    let file = full.fiji.get(&format!("/participants/{}", ours[2])).await;
    file.says("Waiting list: 2 of 2.").says("Behind all others: an offer ran out.");
    file.says("An offer to this person ran out before");
    given_up(&full.fiji, &more[0], "offer", &[("do", "decline")]).await.is(303);
    assert_eq!(full.state(&ours[2]).await.0, "offered");
}

#[tokio::test]
async fn once_seats_are_taken_back_they_go_to_states_without_a_seat_first() {
    let app = TestApp::new().await;
    let (fiji, bangladesh) = (app.focal_point("Fiji").await, app.focal_point("Bangladesh").await);
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let theirs = put_forward(&bangladesh, &code, &["Salma B", "Nadia R"]).await;
    let ours = put_forward(&fiji, &code, &["Ana V", "Ben T", "Ciro W"]).await;
    decided(&director, &code, &[&theirs[0]], &ACCEPT).await.is(303);
    for waits in [&theirs[1], &ours[1], &ours[2]] {
        decided(&director, &code, &[waits], &WAIT).await.is(303);
    }
    on(&app, 1, 25).await;
    assert_eq!(state_of(&app, &ours[1]).await.0, "waitlisted");
    // Of 4 seats one is taken and one kept for Ana, on whom the centre has not decided.
    on(&app, 1, 26).await;
    assert_eq!(state_of(&app, &ours[1]).await, ("offered".into(), "below_floor".into()));
    // Then by the order of each State: Nadia is the second in hers, Ciro the third in his.
    assert_eq!(state_of(&app, &theirs[1]).await, ("offered".into(), "next_in_order".into()));
    assert_eq!(state_of(&app, &ours[2]).await.0, "waitlisted");
    assert_eq!(seats_of(&app, &code, "FJ").await, (1, 1));
    let director = app.director("JCLEC").await;
    let no = [("do", "decline"), ("why", "profile")];
    decided(&director, &code, &[&ours[0]], &no).await.is(303);
    catch_up(&app.app).await.expect("the clock is looked at");
    assert_eq!(state_of(&app, &ours[2]).await, ("offered".into(), "next_in_order".into()));
    assert_eq!(catch_up(&app.app).await.expect("a count"), 0);
    // A seat that somebody leaves now is not kept for the State.
    let bangladesh = app.focal_point("Bangladesh").await;
    let what = bangladesh.get(&format!("/participants/{}/withdrawal", theirs[0])).await;
    what.is(200).says("goes to whoever is next on the waiting list");
}

#[tokio::test]
async fn in_the_last_two_weeks_an_offer_holds_a_day_and_none_outlives_the_freeze() {
    let mut full = Full::new().await;
    let (ours, theirs, code) = (full.ours.clone(), full.theirs.clone(), full.code.clone());
    on(&full.app, 2, 3).await;
    full.pass(Duration::zero()).await;
    step(&full.director, &code, "confirmation", &[]).await.is(303);
    on(&full.app, 3, 3).await;
    full.pass(Duration::zero()).await;
    given_up(&full.fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    assert_eq!(full.state(&theirs[1]).await.0, "offered");
    full.pass(Duration::hours(25)).await;
    // The next in order has the seat offered now; until the freeze are fewer than 48 hours.
    assert_eq!(full.state(&theirs[1]).await.0, "waitlisted");
    assert_eq!(full.state(&ours[2]).await.0, "offered");
    full.pass(Duration::hours(25)).await;
    assert_eq!(full.state(&theirs[1]).await.0, "offered");
    // The freeze is at the end of the 5th in Jakarta.
    full.pass(Duration::hours(6)).await;
    assert_eq!(full.state(&theirs[1]).await.0, "offer_expired");
    assert_eq!(full.state(&ours[2]).await, ("not_selected".into(), "names_final".into()));
    given_up(&full.fiji, &ours[1], "withdrawal", &POSTED).await.is(303);
    assert_eq!(full.state(&ours[2]).await.0, "not_selected");
}

#[tokio::test]
async fn a_centre_that_passes_somebody_over_says_why() {
    let Full { app, code, director, ours, theirs, .. } = Full::sized("4").await;
    let page = format!("/deliveries/{code}/decisions");
    let check = director.post(&page, &[("do", "accept"), ("p", &ours[2])]).await;
    check.is(200).says("People who stand before them on the waiting list: 1");
    let silent = decided(&director, &code, &[&ours[2]], &ACCEPT).await;
    silent.is(422).says("Enter why others who stand before are passed over");
    assert_eq!(state_of(&app, &ours[2]).await.0, "waitlisted");
    let said = [("do", "accept"), ("text", "Only she speaks the language")];
    decided(&director, &code, &[&ours[2]], &said).await.is(303);
    assert_eq!(state_of(&app, &ours[2]).await, ("accepted".into(), "reserve".into()));
    let bangladesh = app.focal_point("Bangladesh").await;
    let file = bangladesh.get(&format!("/participants/{}", theirs[1])).await;
    file.says("The centre chose somebody else");
}

#[tokio::test]
async fn an_open_offer_ends_with_the_nomination_and_with_the_delivery() {
    let Full { app, code, fiji, director, ours, .. } = Full::new().await;
    given_up(&fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    let what = fiji.get(&format!("/participants/{}/withdrawal", ours[2])).await;
    what.is(200).says("The offer ends");
    fiji.get(&format!("/participants/{}/replacement", ours[2])).await.is(409);
    given_up(&fiji, &ours[2], "withdrawal", &POSTED).await.is(303);
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 1));
    let more = put_forward(&fiji, &code, &["Dina S"]).await;
    decided(&director, &code, &[&more[0]], &WAIT).await.is(303);
    given_up(&fiji, &ours[1], "withdrawal", &POSTED).await.is(303);
    assert_eq!(state_of(&app, &more[0]).await.0, "offered");
    step(&director, &code, "cancellation", &[("reason", "A storm")]).await.is(303);
    assert_eq!(state_of(&app, &more[0]).await.0, "host_cancelled");
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_offer_is_answered_once_however_many_answer_at_once() {
    let full = Full::new().await;
    let other = full.app.another().await;
    given_up(&full.fiji, &full.ours[0], "withdrawal", &POSTED).await.is(303);
    let link = full.link_to("ciro.w@ministry.example").await;
    let (here, there) = (full.app.visitor(), full.app.visitor().at(&other));
    let page = format!("/participants/{}/offer", full.ours[2]);
    let revision = full.fiji.get(&page).await.revision();
    let declines = [("revision", revision.as_str()), ("do", "decline")];
    let (yes, no) = ([("do", "accept")], [("do", "decline")]);
    let (a, b, c) = tokio::join!(
        here.post(&link, &yes),
        there.post(&link, &no),
        full.fiji.post(&page, &declines),
    );
    for reply in [&a, &b] {
        reply.is(303);
    }
    assert!([303, 409].contains(&c.status.as_u16()), "{}", c.status);
    let (state, _) = full.state(&full.ours[2]).await;
    assert!(["accepted", "declined"].contains(&&*state), "{state}");
    let seats = if state == "accepted" { (2, 2) } else { (2, 1) };
    assert_eq!(seats_of(&full.app, &full.code, "FJ").await, seats);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_end_an_offer_once_and_offer_the_seat_once() {
    let full = Full::new().await;
    let other = full.app.another().await;
    let more = put_forward(&full.fiji, &full.code, &["Dina S"]).await;
    decided(&full.director, &full.code, &[&more[0]], &WAIT).await.is(303);
    given_up(&full.fiji, &full.ours[0], "withdrawal", &POSTED).await.is(303);
    full.app.pass(Duration::hours(49));
    let (first, second) = tokio::join!(catch_up(&full.app.app), catch_up(&other.app));
    assert_eq!(first.expect("a count") + second.expect("a count"), 1);
    assert_eq!(full.state(&full.ours[2]).await.0, "waitlisted");
    assert_eq!(full.state(&more[0]).await.0, "offered");
    let focal_point = ("focal_point", "FJ");
    assert_eq!(told(&full.app, &full.code, focal_point, "An offer ran out").await, 1);
    assert_eq!(told(&full.app, &full.code, focal_point, "A seat is offered").await, 2);
    assert_eq!(seats_of(&full.app, &full.code, "FJ").await, (2, 2));
}

#[tokio::test]
async fn programs_read_places_and_answer_offers() {
    let Full { app, fiji, ours, theirs, .. } = Full::new().await;
    let (ours_client, theirs_client) =
        (app.client_of("Fiji").await, app.client_of("Bangladesh").await);
    let door = format!("/participant-nominations/{}", ours[2]);
    let waits = ours_client.get(&door).await.json();
    assert_eq!(waits["waiting"], json!({"place": 2, "of": 2, "why": "order"}));
    ours_client.post(&format!("{door}/acceptance"), json!({})).await.is(409);
    given_up(&fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    let offered = ours_client.get(&door).await.json();
    assert_eq!((&offered["state"], &offered["waiting"]), (&json!("offered"), &json!(null)));
    assert!(offered["offer_until"].is_string());
    theirs_client.post(&format!("{door}/acceptance"), json!({})).await.is(404);
    let long = json!({"reason": "x".repeat(501)});
    ours_client.post(&format!("{door}/refusal"), long).await.is(422).says("/reason");
    let done = ours_client.post(&format!("{door}/refusal"), json!({"reason": "Ill"})).await;
    let done = done.json();
    assert_eq!((&done["state"], &done["why_text"]), (&json!("declined"), &json!("Ill")));
    ours_client.post(&format!("{door}/acceptance"), json!({})).await.is(409);
    let other = format!("/participant-nominations/{}", theirs[1]);
    let place = theirs_client.get(&other).await.json();
    assert_eq!(place["waiting"], json!({"place": 1, "of": 1, "why": "order"}));
}
