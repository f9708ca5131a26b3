//! A Training Director decides on people, and the State reads why.
use tests::TestApp;

use super::{decided, list_of, open, put_forward, seats_of, state_of};
use crate::deliveries::subjects;

#[tokio::test]
async fn people_are_accepted_on_the_seats_of_their_state_and_then_from_the_reserve() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana V", "Ben T", "Cama L"]).await;
    let page = director.get(&format!("/deliveries/{code}/decisions")).await;
    page.is(200).says("To decide (3)").says("Within the State’s seats").says("Over the State’s");
    let all: Vec<_> = ids.iter().map(String::as_str).collect();
    let mut fields = vec![("do", "accept")];
    fields.extend(all.iter().map(|id| ("p", *id)));
    let check = director.post(&format!("/deliveries/{code}/decisions"), &fields).await;
    check.is(200).says("Accept 3 people").says("A seat from the reserve").says("Ana V");
    assert_eq!(state_of(&app, all[0]).await.0, "approved");
    let done = decided(&director, &code, &all, &[("do", "accept")]).await;
    done.leads_to(&format!("/deliveries/{code}/decisions"));
    assert_eq!(state_of(&app, all[0]).await, ("accepted".into(), "own_seat".into()));
    assert_eq!(state_of(&app, all[2]).await, ("accepted".into(), "reserve".into()));
    assert_eq!(seats_of(&app, &code, "FJ").await, (3, 3));
    fiji.get(&list_of(&code)).await.says("A seat from the reserve").says("Accepted: 3");
    let told = subjects(&app, "focal_point", "FJ").await;
    assert_eq!(told.iter().filter(|subject| subject.starts_with("Accepted:")).count(), 1);
    // Pressed twice, it is decided once.
    decided(&director, &code, &all, &[("do", "accept")]).await.is(303);
    let told = subjects(&app, "focal_point", "FJ").await;
    assert_eq!(told.iter().filter(|subject| subject.starts_with("Accepted:")).count(), 1);
}

#[tokio::test]
async fn nobody_is_accepted_where_there_are_fewer_seats_than_people() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana V", "Ben T", "Cama L", "Dau S"]).await;
    let all: Vec<_> = ids.iter().map(String::as_str).collect();
    // Two of Fiji and one of the reserve; the fourth seat is Bangladesh's.
    let refused = decided(&director, &code, &all, &[("do", "accept")]).await;
    refused.is(409).says("You chose 4");
    for id in &all {
        assert_eq!(state_of(&app, id).await.0, "approved");
    }
    assert_eq!(seats_of(&app, &code, "FJ").await, (2, 0));
    decided(&director, &code, &all[..3], &[("do", "accept")]).await.is(303);
    assert_eq!(seats_of(&app, &code, "BD").await, (1, 0));
}

#[tokio::test]
async fn a_no_and_a_place_on_the_waiting_list_have_a_reason_that_the_state_reads() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana V", "Ben T"]).await;
    let decline = |fields: Vec<(&'static str, &'static str)>| {
        let (director, code, id) = (&director, &code, ids[0].as_str());
        async move { decided(director, code, &[id], &fields).await }
    };
    decline(vec![("do", "decline")]).await.is(422).says("Choose a reason");
    let other = decline(vec![("do", "decline"), ("why", "other"), ("text", " ")]).await;
    other.is(422).says("Enter the reason in your words");
    let why = vec![("do", "decline"), ("why", "profile"), ("text", "The post ends in May")];
    decline(why).await.is(303);
    let wait = [("do", "waitlist"), ("why", "no_seat"), ("text", "")];
    decided(&director, &code, &[&ids[1]], &wait).await.is(303);
    let file = fiji.get(&format!("/participants/{}", ids[0])).await;
    file.is(200).says("Declined").says("The post does not fit the course");
    file.says("The post ends in May");
    fiji.get(&format!("/participants/{}", ids[1]))
        .await
        .says("Waiting list")
        .says("No seat is free");
    fiji.get(&list_of(&code)).await.says("No longer on the list");
    // Who waits can still be accepted; who was declined cannot.
    decided(&director, &code, &[&ids[1]], &[("do", "accept")]).await.is(303);
    let late = decided(&director, &code, &[&ids[0]], &[("do", "accept")]).await;
    late.is(409).says("changed one of them meanwhile");
}

#[tokio::test]
async fn hints_inform_and_decide_nothing() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let (first, second) = (open(&app).await, open(&app).await);
    let ids = put_forward(&fiji, &first, &["Ana V"]).await;
    decided(&director, &first, &[&ids[0]], &[("do", "accept")]).await.is(303);
    let page = fiji.get(&super::list_of(&second)).await;
    page.says(&format!("On the same days put forward for {first}"));
    let (_, rest) = page.text.split_once("name=\"person\" value=\"").expect("somebody to choose");
    let ana = rest.split('"').next().expect("an id");
    super::listed(&fiji, &second, &[ana]).await;
    super::sent(&fiji, &second).await.is(303);
    let decisions = director.get(&format!("/deliveries/{second}/decisions")).await;
    decisions.says(&format!("On the same days put forward for {first}"));
    let id = super::nominations(&decisions).remove(0);
    decided(&director, &second, &[&id], &[("do", "accept")]).await.is(303);
}

#[tokio::test]
async fn a_centre_decides_on_its_own_deliveries_and_a_director_only() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana Vakatawa"]).await;
    let page = format!("/deliveries/{code}/decisions");
    let other = app.director("ABFC").await;
    other.get(&page).await.is(404);
    decided(&other, &code, &[&ids[0]], &[("do", "accept")]).await.is(404);
    other.get(&format!("/participants/{}", ids[0])).await.is(404);
    app.editor("JCLEC").await.get(&page).await.is(403);
    let rso = app.rso().await;
    rso.get(&page).await.is(403);
    rso.get(&format!("/participants/{}", ids[0])).await.is(403);
    rso.get(&format!("/deliveries/{code}")).await.is(200).does_not_say("Vakatawa");
    let csv = app.director("JCLEC").await.get(&format!("{page}.csv")).await;
    csv.is(200).says("Ana Vakatawa").says("ana.vakatawa@ministry.example");
    other.get(&format!("{page}.csv")).await.is(404);
}

#[tokio::test]
async fn nobody_is_decided_on_once_names_are_final() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let ids = put_forward(&fiji, &code, &["Ana V"]).await;
    app.pass(chrono::Duration::days(101));
    let director = app.director("JCLEC").await;
    decided(&director, &code, &[&ids[0]], &[("do", "accept")])
        .await
        .is(409)
        .says("Names are final");
}
