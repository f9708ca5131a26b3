//! A State returns seats for which it has nobody.
use chrono::Duration;
use tests::{Person, Reply, TestApp};

use super::super::subjects;
use super::{shared, take};

async fn give_back(person: &Person, code: &str, seats: &str) -> Reply {
    let page = format!("/deliveries/{code}/seats/return");
    let opened = person.get(&page).await;
    opened.is(200);
    let free = opened.hidden("free");
    let fields = [("free", free.as_str()), ("seats", seats), ("reason", "The roster is short")];
    person.post(&page, &fields).await
}

#[tokio::test]
async fn a_state_returns_free_seats_and_its_centre_is_told() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "4"), ("BD", "2")]).await;
    take(&app, &code, &["FJ"]).await;
    let fiji = app.focal_point("Fiji").await;
    let page = format!("/deliveries/{code}/seats");
    fiji.get(&page).await.says("Return seats");
    give_back(&fiji, &code, "4").await.is(422).says("from 1 to 3").says("The roster is short");
    give_back(&fiji, &code, "2").await.leads_to(&page);
    fiji.get(&page).await.says("2 held").says("1 taken, 1 free");
    director.get(&page).await.says("<dt>Reserve</dt><dd>20</dd>");
    let told = subjects(&app, "training_director", "JCLEC").await;
    assert!(told.last().is_some_and(|one| one.contains("Fiji returns 2 seats")), "{told:?}");
    let ledger = director.get(&format!("{page}/ledger")).await;
    ledger.says("Returned by a State").says("The roster is short");
    // A button that is pressed twice returns them once.
    let fields = [("free", "3"), ("seats", "1"), ("reason", "")];
    fiji.post(&format!("{page}/return"), &fields).await.is(409).says("Nothing was returned");
    app.nominator("Bangladesh").await.get(&format!("{page}/return")).await.is(403);
}

#[tokio::test]
async fn a_state_without_a_free_seat_has_nothing_to_return() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "1")]).await;
    take(&app, &code, &["FJ"]).await;
    let page = format!("/deliveries/{code}/seats/return");
    app.focal_point("Fiji").await.get(&page).await.is(409).says("no free seat");
    app.focal_point("Bangladesh").await.get(&page).await.is(409);
    let national = [("scope", "national"), ("member", "FJ")];
    let other = super::super::announced(&director, &national).await;
    let page = format!("/deliveries/{other}/seats/return");
    app.focal_point("Bangladesh").await.get(&page).await.is(404);
}

#[tokio::test]
async fn seats_are_not_returned_once_names_are_final() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let days = [("first_day", "2026-12-07"), ("last_day", "2026-12-09")];
    let code = shared(&director, &days, &[("FJ", "4")]).await;
    let fiji = app.focal_point("Fiji").await;
    let page = format!("/deliveries/{code}/seats");
    fiji.get(&format!("{page}/return")).await.is(200);
    app.pass(Duration::days(11));
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&page).await.is(200).does_not_say("Return seats");
    fiji.get(&format!("{page}/return")).await.is(409).says("Names are final");
}
