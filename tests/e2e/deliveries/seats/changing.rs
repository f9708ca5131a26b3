//! Published seats are shared otherwise, and the number of seats follows the delivery.
use tests::TestApp;

use super::super::{announced, subjects, with};
use super::{change, draft, form, shared, take};

#[tokio::test]
async fn a_change_is_looked_at_first_and_told_to_those_whose_number_changes() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "7"), ("BD", "11")]).await;
    let page = format!("/deliveries/{code}/seats");
    app.editor("JCLEC").await.get(&format!("{page}/edit")).await.is(409).says("Only a Training");
    let edit = director.get(&format!("{page}/edit")).await;
    edit.is(200).says("Check the changes").does_not_say("Propose");
    let revision = edit.revision();
    let wanted = format!(
        "revision={revision}&sharing=custom&agency_limit=2&member=FJ&seats=9&member=BD&seats=11"
    );
    let check = director.get(&format!("{page}/changes?{wanted}")).await;
    check.is(200).says("Before").says("Fiji").does_not_say("Bangladesh");
    director.get(&format!("{page}/changes")).await.leads_to(&format!("{page}/edit"));
    let before = subjects(&app, "focal_point", "BD").await.len();
    change(&director, &code, &[("FJ", "9"), ("BD", "11")]).await.leads_to(&page);
    let told = subjects(&app, "focal_point", "FJ").await;
    assert!(told.last().is_some_and(|one| one.contains("now holds 9 seats")), "{told:?}");
    assert_eq!(subjects(&app, "focal_point", "BD").await.len(), before);
    // The second of two Directors learns that the first was faster.
    let stale = form(&revision, "custom", &[("FJ", "8"), ("BD", "11")]);
    let late = director.post(&format!("{page}/changes"), &stale).await;
    late.is(409).says("Nothing was saved").says("value=\"8\"");
    app.focal_point("Fiji").await.get(&page).await.says("9 held");
}

#[tokio::test]
async fn nobody_who_has_a_seat_loses_it() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "3"), ("BD", "2")]).await;
    assert_eq!(take(&app, &code, &["FJ", "FJ", "BD", "BD", "BD"]).await, [true; 5]);
    let faulty = change(&director, &code, &[("FJ", "1"), ("BD", "0"), ("NR", "2")]).await;
    faulty.is(422).says("at least 2 for FJ").says("at least 3 for BD");
    faulty.says("#seats-FJ").says("id=\"seats-FJ-e\"");
    let wanted = "revision=2&sharing=custom&member=FJ&seats=1&member=BD&seats=3";
    let check = director.get(&format!("/deliveries/{code}/seats/changes?{wanted}")).await;
    check.is(422).says("at least 2 for FJ");
    change(&director, &code, &[("FJ", "2"), ("BD", "3")]).await.is(303);
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/deliveries/{code}/seats")).await.says("2 taken, 0 free");
}

#[tokio::test]
async fn fewer_people_than_states_hold_seats_for_are_refused_with_their_names() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "7"), ("BD", "11")]).await;
    let edit = format!("/deliveries/{code}/edit");
    let to = async |most: &str| {
        let revision = director.get(&edit).await.revision();
        let fields = [("revision", revision.as_str()), ("max_participants", most)];
        director.post(&edit, &with(&fields)).await
    };
    let refused = to("17").await;
    refused.is(422).says("at least 18").says("Bangladesh 11, Fiji 7").says("value=\"17\"");
    to("20").await.is(303);
    director.get(&format!("/deliveries/{code}/seats")).await.says("<dt>Reserve</dt><dd>2</dd>");
    to("30").await.is(303);
    director.get(&format!("/deliveries/{code}/seats")).await.says("<dt>Reserve</dt><dd>12</dd>");
    let ledger = director.get(&format!("/deliveries/{code}/seats/ledger")).await;
    ledger.says("The delivery has more seats").says("The delivery has fewer seats");
}

#[tokio::test]
async fn a_draft_follows_the_number_of_people_too() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    draft(&director, &code, &[("FJ", "20")]).await.is(303);
    let edit = format!("/deliveries/{code}/edit");
    let fields = with(&[("revision", "2"), ("max_participants", "19")]);
    director.post(&edit, &fields).await.is(422).says("Fiji 20");
    let fields = with(&[("revision", "2"), ("max_participants", "21")]);
    director.post(&edit, &fields).await.is(303);
    director.get(&format!("/deliveries/{code}/seats")).await.says("<dt>Reserve</dt><dd>1</dd>");
}

#[tokio::test]
async fn the_seats_of_a_national_delivery_stay_its_states() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[("scope", "national"), ("member", "FJ")]).await;
    super::super::step(&director, &code, "seats/publication", &[]).await.is(303);
    assert_eq!(take(&app, &code, &["FJ", "FJ", "FJ"]).await, [true; 3]);
    let edit = format!("/deliveries/{code}/edit");
    let to = async |most: &str| {
        let revision = director.get(&edit).await.revision();
        let national = [("scope", "national"), ("member", "FJ"), ("min_participants", "1")];
        let fields =
            [&national[..], &[("revision", revision.as_str()), ("max_participants", most)]];
        director.post(&edit, &with(&fields.concat())).await
    };
    to("30").await.is(303);
    to("2").await.is(422).says("at least 3");
    to("3").await.is(303);
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/deliveries/{code}/seats")).await.says("3 held").says("3 taken, 0 free");
    let told = subjects(&app, "focal_point", "FJ").await;
    assert!(told.last().is_some_and(|one| one.contains("now holds 3 seats")), "{told:?}");
}
