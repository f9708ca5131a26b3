//! What the clock brings about: nominations close, seats are taken back, the centre is asked, names
//! become final, and a delivery begins and ends. Each once, whichever instance comes first.
use axum::http::Method;
use chrono::Duration;
use rctm::participants::actions::{catch_up, keep_time};
use serde_json::json;
use tests::{Person, TestApp};

use super::{decided, list_of, open, put_forward, seats_of, state_of};
use crate::deliveries::letters::steady;
use crate::deliveries::seats::shared;
use crate::deliveries::step;

/// Moves the clock to noon of a day in 2027 and brings about what is due.
pub async fn on(app: &TestApp, month: u32, day: u32) {
    let noon =
        chrono::NaiveDate::from_ymd_opt(2027, month, day).and_then(|d| d.and_hms_opt(12, 0, 0));
    app.pass(noon.expect("a moment").and_utc() - app.now());
    catch_up(&app.app).await.expect("the clock is looked at");
}

async fn delivery_state(app: &TestApp, code: &str) -> String {
    let rows = app.query("select state from delivery where code = $1", vec![code.into()]).await;
    rows[0].try_get("", "state").expect("text")
}

/// How often something was told of a delivery to somebody in a role of an organisation.
pub async fn told(app: &TestApp, code: &str, (role, of): (&str, &str), what: &str) -> i64 {
    let sql = "select count(*) as n from outbox o join membership m on m.account_id = o.account_id \
        join organisation g on g.id = m.organisation_id where m.role = $1 and g.code = $2 \
        and o.body_text like $3 and o.subject like $4";
    let like = |text: &str| format!("%{text}%").into();
    app.count(sql, vec![role.into(), of.into(), like(code), like(what)]).await
}

/// What was brought about for a delivery, in the order of the names.
async fn milestones(app: &TestApp, code: &str) -> Vec<String> {
    let sql = "select m.milestone from delivery_milestone m join delivery d on d.id = m.delivery_id \
        where d.code = $1 order by m.milestone";
    let rows = app.query(sql, vec![code.into()]).await;
    rows.iter().map(|row| row.try_get("", "milestone").expect("text")).collect()
}

/// A delivery whose nominations are closed: their deadline was before it was announced.
pub async fn selecting(app: &TestApp, director: &Person) -> String {
    let far = [("nominate_days", "200"), ("min_participants", "2"), ("max_participants", "4")];
    let code = shared(director, &far, &[("FJ", "2"), ("BD", "1")]).await;
    catch_up(&app.app).await.expect("the clock is looked at");
    code
}

#[tokio::test]
async fn nominations_close_by_themselves_and_free_seats_are_taken_back_for_others() {
    let app = TestApp::new().await;
    let (fiji, bangladesh) = (app.focal_point("Fiji").await, app.focal_point("Bangladesh").await);
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    put_forward(&fiji, &code, &["Ana V"]).await;
    let theirs = put_forward(&bangladesh, &code, &["Salma B", "Nadia R"]).await;
    decided(&director, &code, &[&theirs[0]], &[("do", "accept")]).await.is(303);
    let wait = [("do", "waitlist"), ("why", "no_seat")];
    decided(&director, &code, &[&theirs[1]], &wait).await.is(303);

    on(&app, 1, 7).await;
    assert_eq!(delivery_state(&app, &code).await, "nominating");
    on(&app, 1, 8).await;
    assert_eq!(delivery_state(&app, &code).await, "selecting");
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&list_of(&code)).await.is(200);
    // Fiji still has free seats, and finds that on its home; Bangladesh has none.
    fiji.get("/my-state").await.is(200).says("Own free seats only").says(&list_of(&code));
    let bangladesh = app.focal_point("Bangladesh").await;
    bangladesh.get("/my-state").await.is(200).does_not_say("Own free seats only");

    on(&app, 1, 19).await;
    // One of the two seats of Fiji is kept for her whom the centre has still to decide on.
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "One seat of your State").await, 1);
    assert_eq!(told(&app, &code, ("focal_point", "BD"), "still free").await, 0);

    on(&app, 1, 26).await;
    assert_eq!(seats_of(&app, &code, "FJ").await, (1, 0));
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "was taken back").await, 1);
    assert_eq!(told(&app, &code, ("focal_point", "BD"), "taken back").await, 0);
    assert_eq!(told(&app, &code, ("training_director", "JCLEC"), "was taken back").await, 1);
    let director = app.director("JCLEC").await;
    let ledger = director.get(&format!("/deliveries/{code}/seats/ledger")).await;
    ledger.is(200).says("Taken back: nobody took it in time");
    director.get(&format!("/deliveries/{code}")).await.says("Free seats taken back");
    // Who waits is offered it.
    assert_eq!(state_of(&app, &theirs[1]).await, ("offered".into(), "next_in_order".into()));
    assert_eq!(seats_of(&app, &code, "BD").await, (2, 2));
}

#[tokio::test]
async fn a_director_is_asked_whether_it_takes_place_until_there_is_an_answer() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ours = put_forward(&fiji, &code, &["Ana V"]).await;
    decided(&director, &code, &[&ours[0]], &[("do", "accept")]).await.is(303);
    let check = format!("/deliveries/{code}/confirmation");
    director.get(&check).await.is(409).says("Nominations are still open");
    on(&app, 1, 31).await;
    let centre = ("training_director", "JCLEC");
    assert_eq!(told(&app, &code, centre, "Does “").await, 0);
    on(&app, 2, 2).await;
    on(&app, 2, 3).await;
    assert_eq!(told(&app, &code, centre, "Does “").await, 1);
    let director = app.director("JCLEC").await;
    let link = format!("href=\"{check}\"");
    let home = director.get("/my-centre").await;
    home.is(200).says(&link).says("Say whether “").says("1 of at least 2");
    for (day, times) in [(8, 0), (9, 1), (10, 1), (12, 2), (17, 3)] {
        on(&app, 2, day).await;
        assert_eq!(
            told(&app, &code, centre, "Your answer is late").await,
            times,
            "on {day} February"
        );
    }
    let director = app.director("JCLEC").await;
    director.get(&check).await.is(200).says("Fewer people have a seat");
    step(&director, &code, "confirmation", &[]).await.leads_to(&format!("/deliveries/{code}"));
    assert_eq!(delivery_state(&app, &code).await, "confirmed");
    // Pressed twice, it is said once; who looks again is told so.
    director.post(&check, &[("revision", "4")]).await.is(303);
    director.get(&check).await.is(409).says("confirmed already");
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "confirms").await, 1);
    assert_eq!(told(&app, &code, ("focal_point", "BD"), "confirms").await, 0);
    director.get("/my-centre").await.is(200).does_not_say(&link);
    on(&app, 2, 25).await;
    assert_eq!(told(&app, &code, centre, "Your answer is late").await, 3);
}

#[tokio::test]
async fn names_become_final_and_a_delivery_begins_and_ends_at_its_venue() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ours = put_forward(&fiji, &code, &["Ana V", "Ben T", "Ciro W"]).await;
    decided(&director, &code, &[&ours[0]], &[("do", "accept")]).await.is(303);
    on(&app, 2, 2).await;
    let director = app.director("JCLEC").await;
    step(&director, &code, "confirmation", &[]).await.is(303);
    on(&app, 3, 5).await;
    assert_eq!(state_of(&app, &ours[1]).await.0, "approved");
    on(&app, 3, 6).await;
    assert_eq!(state_of(&app, &ours[0]).await.0, "accepted");
    for left in &ours[1..] {
        assert_eq!(state_of(&app, left).await, ("not_selected".into(), "names_final".into()));
    }
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "Names are final").await, 1);
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/participants/{}", ours[1])).await.says("no seat was free");
    // In Jakarta the 8th begins at 17:00 in Greenwich on the 7th, and the 12th ends so as well.
    on(&app, 3, 7).await;
    assert_eq!(delivery_state(&app, &code).await, "confirmed");
    app.pass(Duration::hours(6));
    catch_up(&app.app).await.expect("the clock is looked at");
    assert_eq!(delivery_state(&app, &code).await, "running");
    on(&app, 3, 12).await;
    assert_eq!(delivery_state(&app, &code).await, "running");
    app.pass(Duration::hours(6));
    catch_up(&app.app).await.expect("the clock is looked at");
    assert_eq!(delivery_state(&app, &code).await, "completed");
}

#[tokio::test]
async fn a_clock_that_stood_still_catches_up_once_on_whichever_instance() {
    let app = TestApp::new().await;
    let other = app.another().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let ours = put_forward(&fiji, &code, &["Ana V"]).await;
    let noon = chrono::NaiveDate::from_ymd_opt(2027, 3, 7).and_then(|d| d.and_hms_opt(12, 0, 0));
    app.pass(noon.expect("a moment").and_utc() - app.now());
    let (first, second) = tokio::join!(catch_up(&app.app), catch_up(&other.app));
    assert!(first.expect("a count") + second.expect("a count") >= 4);
    assert_eq!(catch_up(&other.app).await.expect("a count"), 0);
    let done = milestones(&app, &code).await;
    assert_eq!(done, ["go_chased", "names_final", "nominations_closed", "recalled"]);
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "taken back").await, 1);
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "still free").await, 0);
    assert_eq!(told(&app, &code, ("training_director", "JCLEC"), "Your answer is late").await, 1);
    assert_eq!(told(&app, &code, ("focal_point", "FJ"), "Names are final").await, 1);
    assert_eq!(state_of(&app, &ours[0]).await.0, "not_selected");
    assert_eq!(seats_of(&app, &code, "BD").await, (0, 0));
}

#[tokio::test]
async fn of_several_instances_one_looks_at_the_clock() {
    let app = TestApp::new().await;
    let other = app.another().await;
    open(&app).await;
    app.pass(Duration::days(60));
    assert!(keep_time(&app.app).await.expect("a count") > 0);
    assert_eq!(keep_time(&other.app).await.expect("a count"), 0);
}

#[tokio::test]
async fn what_is_moved_to_other_days_goes_by_these() {
    let app = TestApp::new().await;
    let code = open(&app).await;
    on(&app, 1, 26).await;
    assert_eq!(seats_of(&app, &code, "FJ").await, (0, 0));
    let director = app.director("JCLEC").await;
    let days = [("first_day", "2027-06-07"), ("last_day", "2027-06-11"), ("reason", "A storm")];
    step(&director, &code, "postponement", &days).await.is(303);
    crate::deliveries::seats::change(&director, &code, &[("FJ", "2")]).await.is(303);
    on(&app, 3, 8).await;
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 0));
    on(&app, 4, 27).await;
    assert_eq!(seats_of(&app, &code, "FJ").await, (0, 0));
}

#[tokio::test]
async fn a_program_says_that_a_delivery_takes_place() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let centre = app.client_of("JCLEC").await;
    let early = open(&app).await;
    centre.post(&format!("/deliveries/{early}/confirmation"), json!({})).await.is(409);
    let code = selecting(&app, &director).await;
    let door = format!("/deliveries/{code}/confirmation");
    assert_eq!(centre.post(&door, json!({})).await.json()["state"], "confirmed");
    centre.post(&door, json!({})).await.is(200);
    centre.ask(Method::POST, &door, &[("if-match", "*")], Some(json!({}))).await.is(409);
    app.client_of("ABFC").await.post(&door, json!({})).await.is(404);
    app.client_of("Fiji").await.post(&door, json!({})).await.is(403);
}

async fn letters_in(tag: &str) {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    put_forward(&fiji, &code, &["Ana V"]).await;
    app.execute("update account set locale = $1", vec![tag.into()]).await;
    app.execute("delete from outbox", vec![]).await;
    for (month, day) in [(1, 19), (1, 26), (2, 2), (2, 9)] {
        on(&app, month, day).await;
    }
    let director = app.director("JCLEC").await;
    step(&director, &code, "confirmation", &[]).await.is(303);
    on(&app, 3, 6).await;
    let sql = "select o.subject, o.body_text from outbox o \
        join membership m on m.account_id = o.account_id \
        join organisation g on g.id = m.organisation_id \
        where m.role in ('training_director', 'focal_point') and g.code in ('FJ', 'JCLEC') \
        and o.body_text like $1 order by o.id";
    let rows = app.query(sql, vec![format!("%{code}%").into()]).await;
    let names =
        ["recall_soon", "recalled", "recalled_in_all", "go", "go_late", "confirmed", "final"];
    assert_eq!(rows.len(), names.len());
    for (name, row) in names.into_iter().zip(rows) {
        let read = |name: &str| row.try_get::<String>("", name).expect("text");
        let said = format!("{}\n\n{}", read("subject"), steady(&read("body_text")));
        insta::assert_snapshot!(format!("{name}_{tag}"), said);
    }
}

#[tokio::test]
async fn letters_in_english() {
    letters_in("en").await;
}

#[tokio::test]
async fn letters_in_indonesian() {
    letters_in("id").await;
}

#[tokio::test]
async fn letters_in_arabic() {
    letters_in("ar").await;
}
