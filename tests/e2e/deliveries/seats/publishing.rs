//! Publishing seats opens nominations, and tells each State its own number.
use tests::TestApp;

use super::super::{announced, scheduled, step, subjects};
use super::{draft, shared};

#[tokio::test]
async fn publishing_opens_nominations_and_tells_each_state_its_own_number_only() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    draft(&director, &code, &[("FJ", "7"), ("BD", "11")]).await.is(303);
    let check = director.get(&format!("/deliveries/{code}/seats/publication")).await;
    check.is(200).says("focal points of 2 States").says("Fiji").says("Bangladesh");
    step(&director, &code, "seats/publication", &[]).await.is(303);
    app.visitor().get(&format!("/deliveries/{code}")).await.says("Nominations open");
    let told = subjects(&app, "focal_point", "FJ").await;
    assert!(told.last().is_some_and(|one| one.contains("holds 7 seats")), "{told:?}");
    let told = subjects(&app, "deputy_focal_point", "BD").await;
    assert!(told.last().is_some_and(|one| one.contains("holds 11 seats")), "{told:?}");
    let sql = "select count(*) as n from outbox where body_text like '%11 seats%' and event \
        like 'seats_for_state%' and account_id in (select account_id from membership m join \
        organisation g on g.id = m.organisation_id where g.code = 'FJ')";
    assert_eq!(app.count(sql, vec![]).await, 0);
    let fiji = app.focal_point("Fiji").await;
    for page in [format!("/deliveries/{code}"), format!("/deliveries/{code}/seats")] {
        let own = fiji.get(&page).await;
        own.is(200).says("Seats of Fiji").says("7 held").says("0 taken, 7 free");
        own.does_not_say("Bangladesh").does_not_say("11 held").does_not_say(">11<");
    }
    let office = app.rso().await;
    office.get(&format!("/deliveries/{code}/seats")).await.says("Fiji").says("Bangladesh");
    let nominator = app.nominator("Bangladesh").await;
    nominator.get(&format!("/deliveries/{code}/seats")).await.says("11 held");
    // A State that was given none sees that, and nothing of others.
    let nobody = app.client_of("Nauru").await.get(&format!("/deliveries/{code}/seats")).await;
    assert_eq!(nobody.json()["quotas"], serde_json::json!([]));
    assert_eq!(nobody.json()["reserve"], serde_json::Value::Null);
    // Pressed twice, it is published once.
    director
        .post(&format!("/deliveries/{code}/seats/publication"), &[("revision", "1")])
        .await
        .is(303);
    assert_eq!(subjects(&app, "focal_point", "FJ").await.len(), told_once(&app).await);
}

async fn told_once(app: &TestApp) -> usize {
    let all = subjects(app, "focal_point", "FJ").await;
    let ours = all.iter().filter(|one| one.contains("holds 7 seats")).count();
    assert_eq!(ours, 1);
    all.len()
}

#[tokio::test]
async fn only_a_training_director_publishes_and_only_what_is_announced_and_has_its_days() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let editor = app.editor("JCLEC").await;
    let code = scheduled(&director, &[]).await;
    let page = |code: &str| format!("/deliveries/{code}/seats/publication");
    editor.get(&page(&code)).await.is(403);
    draft(&editor, &code, &[("FJ", "2")]).await.is(303);
    director.get(&page(&code)).await.is(409).says("Announce the delivery first");
    let undated = [("first_day", ""), ("last_day", "")];
    let undated = announced(&director, &undated).await;
    draft(&editor, &undated, &[("FJ", "2")]).await.is(303);
    director.get(&page(&undated)).await.is(409).says("Settle the days first");
    let nothing = announced(&director, &[]).await;
    director.get(&page(&nothing)).await.is(409).says("Share the seats first");
    director.post(&page(&nothing), &[("revision", "0")]).await.is(409);
    app.director("ABFC").await.get(&page(&nothing)).await.is(404);
}

#[tokio::test]
async fn a_national_delivery_gives_all_its_seats_to_its_state() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[("scope", "national"), ("member", "FJ")]).await;
    director.get(&format!("/deliveries/{code}/seats")).await.says("Publish the seats");
    step(&director, &code, "seats/publication", &[]).await.is(303);
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/deliveries/{code}/seats"))
        .await
        .says("24 held")
        .does_not_say("Return seats");
    fiji.get(&format!("/deliveries/{code}/seats/return")).await.is(409).says("nobody else");
    app.focal_point("Bangladesh").await.get(&format!("/deliveries/{code}/seats")).await.is(404);
    director.get(&format!("/deliveries/{code}/seats/edit")).await.is(409);
}

#[tokio::test]
async fn what_is_postponed_with_seats_opens_nominations_again_when_it_is_announced_again() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "7")]).await;
    step(&director, &code, "postponement", &[("reason", "A storm")]).await.is(303);
    let days = [("revision", "4"), ("first_day", "2027-06-07"), ("last_day", "2027-06-11")];
    let edit = format!("/deliveries/{code}/edit");
    director.post(&edit, &super::super::with(&days)).await.is(303);
    step(&director, &code, "announcement", &[]).await.is(303);
    app.visitor().get(&format!("/deliveries/{code}")).await.says("Nominations open");
    app.focal_point("Fiji").await.get(&format!("/deliveries/{code}/seats")).await.says("7 held");
    director.get(&format!("/deliveries/{code}/seats/publication")).await.is(409);
}

#[tokio::test]
async fn people_choose_not_to_be_told_of_seats() {
    let app = TestApp::new().await;
    let deputy = app.deputy("Bangladesh").await;
    deputy.post("/notices", &[("seats_for_state", "off")]).await.is(303);
    let before = subjects(&app, "deputy_focal_point", "BD").await.len();
    shared(&app.director("JCLEC").await, &[], &[("BD", "3")]).await;
    assert_eq!(subjects(&app, "deputy_focal_point", "BD").await.len(), before);
}
