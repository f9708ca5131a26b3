//! People take seats, many at once and from several sides, and there is never one too many.
use std::time::Instant;

use rctm::deliveries::{seating, take_seat, take_seats};
use sea_orm::prelude::Uuid;
use tests::TestApp;

use super::{done, hand, held, member, shared, take};

#[tokio::test]
async fn a_person_has_a_seat_of_their_state_then_one_of_the_reserve_and_never_anothers() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let few = [("min_participants", "1"), ("max_participants", "5")];
    let code = shared(&director, &few, &[("FJ", "1"), ("BD", "2")]).await;
    // One of its own and two of the reserve; the two of Bangladesh stay its own.
    let taken = take(&app, &code, &["FJ", "FJ", "FJ", "FJ", "BD"]).await;
    assert_eq!(taken, [true, true, true, false, true]);
    let (tx, delivery) = held(&app, &code).await;
    let known = seating(&tx, &delivery).await.expect("a query").expect("seats");
    assert_eq!((known.capacity, known.reserve, known.agency_limit), (5, 0, Some(2)));
    let nauru = (member(&app, "NR").await, Uuid::from_u128(9));
    assert!(!take_seat(&tx, &delivery, nauru, hand(&app)).await.expect("a query"));
    drop(tx);
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/deliveries/{code}/seats")).await.says("3 held").says("3 taken, 0 free");
}

#[tokio::test]
async fn nobody_takes_a_seat_before_seats_are_published() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = super::super::announced(&director, &[]).await;
    super::draft(&director, &code, &[("FJ", "3")]).await.is(303);
    let (tx, delivery) = held(&app, &code).await;
    let person = (member(&app, "FJ").await, Uuid::from_u128(1));
    assert!(!take_seat(&tx, &delivery, person, hand(&app)).await.expect("a query"));
    assert!(seating(&tx, &delivery).await.expect("a query").is_none());
}

#[tokio::test]
async fn two_hundred_people_are_seated_with_a_handful_of_statements() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[("max_participants", "250")], &[("FJ", "50")]).await;
    let fiji = member(&app, "FJ").await;
    let people: Vec<_> = (0..200).map(|number| (fiji, Uuid::from_u128(number))).collect();
    let (tx, delivery) = held(&app, &code).await;
    let begun = Instant::now();
    let taken = take_seats(&tx, &delivery, &people, hand(&app)).await.expect("a write");
    // Far above what it takes, for a machine that is busy otherwise.
    assert!(begun.elapsed().as_millis() < 2_000, "{:?}", begun.elapsed());
    done(&app, tx, &delivery).await;
    assert!(taken.iter().all(|one| *one));
    let rows = "select count(*) as n from seat_entry where delivery_id = $1";
    assert_eq!(app.count(rows, vec![delivery.id.0.into()]).await, 2 + 200 + 150);
}

#[tokio::test]
async fn whoever_comes_at_the_same_moment_the_last_seat_is_taken_once() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let few = [("min_participants", "1"), ("max_participants", "10")];
    let code = shared(&director, &few, &[("FJ", "2"), ("BD", "3")]).await;
    let seat_six = async |state: &'static str| {
        let state = member(&app, state).await;
        let mut seated = 0;
        for number in 0..6 {
            let (tx, delivery) = held(&app, &code).await;
            let person = (state, Uuid::from_u128(number));
            let taken = take_seat(&tx, &delivery, person, hand(&app)).await.expect("a write");
            done(&app, tx, &delivery).await;
            seated += i32::from(taken);
        }
        seated
    };
    let (fiji, bangladesh, nauru) = tokio::join!(seat_six("FJ"), seat_six("BD"), seat_six("NR"));
    assert_eq!(fiji + bangladesh + nauru, 10);
    let (tx, delivery) = held(&app, &code).await;
    assert_eq!(seating(&tx, &delivery).await.expect("a query").expect("seats").reserve, 0);
    drop(tx);
    let page = director.get(&format!("/deliveries/{code}/seats")).await;
    page.says("<dt>Taken</dt><dd>10</dd>");
}
