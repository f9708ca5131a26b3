//! A centre postpones or cancels a delivery for which people are put forward.
use tests::TestApp;

use super::{decided, list_of, open, put_forward, seats_of, state_of};
use crate::deliveries::{step, subjects};

#[tokio::test]
async fn nothing_comes_of_nominations_for_what_is_cancelled_and_the_states_are_told() {
    let app = TestApp::new().await;
    let (fiji, bangladesh) = (app.focal_point("Fiji").await, app.focal_point("Bangladesh").await);
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ours = put_forward(&fiji, &code, &["Ana V", "Ben T"]).await;
    let theirs = put_forward(&bangladesh, &code, &["Salma B"]).await;
    decided(&director, &code, &[&ours[0]], &[("do", "accept")]).await.is(303);
    let page = director.get(&format!("/deliveries/{code}/cancellation")).await;
    page.is(200).says("People who are put forward: 3");
    step(&director, &code, "cancellation", &[("reason", "The venue is flooded")]).await.is(303);
    for id in ours.iter().chain(&theirs) {
        assert_eq!(state_of(&app, id).await, ("host_cancelled".into(), "cancelled".into()));
    }
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 0));
    for (member, one) in [("FJ", &fiji), ("BD", &bangladesh)] {
        let told = subjects(&app, "focal_point", member).await;
        assert_eq!(told.iter().filter(|subject| subject.contains("cancels")).count(), 1);
        one.get(&list_of(&code)).await.is(200).says("Delivery cancelled");
    }
    fiji.get(&format!("/participants/{}", ours[0])).await.says("The venue is flooded");
}

#[tokio::test]
async fn who_has_a_seat_keeps_it_when_a_delivery_is_moved() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ours = put_forward(&fiji, &code, &["Ana V"]).await;
    decided(&director, &code, &[&ours[0]], &[("do", "accept")]).await.is(303);
    let days = [("first_day", "2027-04-05"), ("last_day", "2027-04-09"), ("reason", "A storm")];
    step(&director, &code, "postponement", &days).await.is(303);
    assert_eq!(state_of(&app, &ours[0]).await.0, "accepted");
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 1));
    let told = subjects(&app, "focal_point", "FJ").await;
    assert_eq!(told.iter().filter(|subject| subject.contains("moves")).count(), 1, "{told:?}");
}
