//! A centre shares the seats of a delivery, States hold and return them, and nobody loses one.
mod changing;
mod ledger;
mod letters;
pub mod programs;
mod publishing;
mod random;
mod returning;
mod sharing;
mod taking;

use rctm::base::audit::{self, By, Deed};
use rctm::base::db::Transaction;
use rctm::base::ids::OrganisationId;
use rctm::catalogue::Hand;
use rctm::deliveries::rules::DeliveryCode;
use rctm::deliveries::{Delivery, held_for_change, take_seats};
use rctm::identity::Operator;
use sea_orm::prelude::Uuid;
use tests::{Person, Reply, TestApp};

use super::{announced, step};

/// A form of seats: how they are shared, and those of each State by its code.
pub fn form<'a>(
    revision: &'a str,
    sharing: &'a str,
    seats: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("revision", revision), ("sharing", sharing), ("agency_limit", "2")];
    fields
        .extend(seats.iter().flat_map(|(member, seats)| [("member", *member), ("seats", *seats)]));
    fields
}

/// Keeps a draft, from the form as it is opened now.
pub async fn draft(person: &Person, code: &str, seats: &[(&str, &str)]) -> Reply {
    let page = format!("/deliveries/{code}/seats/edit");
    let opened = person.get(&page).await;
    opened.is(200);
    person.post(&page, &form(&opened.revision(), "custom", seats)).await
}

/// An announced delivery whose seats are published so; answers its code.
pub async fn shared(person: &Person, changes: &[(&str, &str)], seats: &[(&str, &str)]) -> String {
    let code = announced(person, changes).await;
    draft(person, &code, seats).await.leads_to(&format!("/deliveries/{code}/seats"));
    step(person, &code, "seats/publication", &[]).await.is(303);
    code
}

/// Changes published seats as the check page would.
pub async fn change(person: &Person, code: &str, seats: &[(&str, &str)]) -> Reply {
    let opened = person.get(&format!("/deliveries/{code}/seats/edit")).await;
    opened.is(200);
    let revision = opened.revision();
    let fields = form(&revision, "custom", seats);
    person.post(&format!("/deliveries/{code}/seats/changes"), &fields).await
}

/// A member, by its code.
pub async fn member(app: &TestApp, code: &str) -> OrganisationId {
    let found = rctm::organisations::by_code(&app.app.db, code).await.expect("a query");
    found.expect("a member").id
}

/// The delivery, held for change in a transaction of its own.
pub async fn held(app: &TestApp, code: &str) -> (Transaction, Delivery) {
    let tx = app.app.db.begin().await.expect("a transaction");
    let code = DeliveryCode::read(code).expect("a code");
    let centre = rctm::organisations::by_code(&app.app.db, "JCLEC").await.expect("a query");
    let centre = centre.expect("a centre").for_identity();
    let by = Operator::at_the_console().training_director(centre).expect("a centre");
    let found = held_for_change(&tx, by.centre().into(), &code).await.expect("a query");
    (tx, found.expect("a delivery"))
}

/// Whose doing it is that people take seats in these tests.
pub fn hand(app: &TestApp) -> Hand {
    Hand { at: app.now(), by: None }
}

/// Leaves an entry, as whoever lets people take seats does, and makes it last. Nobody is put forward
/// for these seats, so that the books are compared with the ledger here and not at the end.
pub async fn done(app: &TestApp, tx: Transaction, delivery: &Delivery) {
    let id = delivery.id.to_string();
    let deed = Deed { action: "test.seats", object: "delivery", object_id: &id, fields: &[] };
    audit::record(&tx, app.now(), &By::the_program(), deed).await.expect("an entry");
    tx.commit().await.expect("it lasts");
    app.arrange_beside_the_doors();
    let snapshot = app.app.db.snapshot().await.expect("a snapshot");
    let faults = rctm::deliveries::differences(&snapshot).await.expect("a comparison");
    assert_eq!(faults, [""; 0]);
}

/// People of these States take a seat each, in this order; answers who has one.
pub async fn take(app: &TestApp, code: &str, states: &[&str]) -> Vec<bool> {
    let mut people = Vec::new();
    for state in states {
        people.push((member(app, state).await, Uuid::from_u128(people.len() as u128)));
    }
    let (tx, delivery) = held(app, code).await;
    let taken = take_seats(&tx, &delivery, &people, hand(app)).await.expect("a write");
    done(app, tx, &delivery).await;
    taken
}
