//! The roster of a State: whom it may put forward.
use rctm::base::ids::PersonId;
use tests::TestApp;

use super::{known, listed, open, typed};

#[tokio::test]
async fn a_state_keeps_its_roster_and_finds_people_on_it() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let id = known(&fiji, "Ana Vakatawa", "ana@police.example").await;
    let page = fiji.get("/participants/roster").await;
    page.is(200).says("Ana Vakatawa").says("ana@police.example");
    fiji.get("/participants/roster?q=VAKATAWA").await.says("Ana Vakatawa");
    let none = fiji.get("/participants/roster?q=100%25").await;
    none.is(200).says("Nobody is found").does_not_say("Ana Vakatawa");
    let form = fiji.get(&format!("/participants/roster/{id}")).await;
    form.is(200).says("Inspector");
    let revision = form.revision();
    let mut change = typed("Ana Vakatawa", "ana@police.example");
    change[1] = ("post", "Superintendent");
    change.push(("revision", &revision));
    let path = format!("/participants/roster/{id}");
    fiji.post(&path, &change).await.leads_to("/participants/roster");
    fiji.get("/participants/roster").await.says("Superintendent");
    change[1] = ("post", "Director");
    fiji.post(&path, &change).await.is(409).says("changed this person meanwhile").says("Director");
}

#[tokio::test]
async fn what_is_wrong_is_told_beside_the_field_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let id = PersonId::new().to_string();
    let bad = [
        ("id", id.as_str()),
        ("full_name", "Ana Vakatawa"),
        ("email", "nobody"),
        ("language", "en"),
        ("language_level", ""),
    ];
    let again = fiji.post("/participants/roster/new", &bad).await;
    again.is(422).says("Enter the post").says("Enter the agency").says("value=\"Ana Vakatawa\"");
    again.says("Choose a level for each language").says("value=\"nobody\"");
    assert_eq!(app.count("select count(*) as n from person where sample = false", vec![]).await, 0);
    known(&fiji, "Ana Vakatawa", "ana@police.example").await;
    let twice = [&[("id", id.as_str())], &typed("Ana V.", "ANA@police.example")[..]].concat();
    fiji.post("/participants/roster/new", &twice).await.is(422).says("Ana Vakatawa has this");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_adds_one_person() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let id = PersonId::new().to_string();
    let fields =
        [&[("id", id.as_str())], &typed("Ana Vakatawa", "ana@police.example")[..]].concat();
    fiji.post("/participants/roster/new", &fields).await.is(303);
    fiji.post("/participants/roster/new", &fields).await.is(303);
    assert_eq!(app.count("select count(*) as n from person where sample = false", vec![]).await, 1);
}

#[tokio::test]
async fn a_state_sees_its_own_people_only() {
    let app = TestApp::new().await;
    let (fiji, bangladesh) = (app.focal_point("Fiji").await, app.focal_point("Bangladesh").await);
    let id = known(&fiji, "Ana Vakatawa", "ana@police.example").await;
    bangladesh.get("/participants/roster").await.is(200).does_not_say("Ana Vakatawa");
    let path = format!("/participants/roster/{id}");
    bangladesh.get(&path).await.is(404);
    let change = [&[("revision", "1")], &typed("Mine", "mine@police.example")[..]].concat();
    bangladesh.post(&path, &change).await.is(404);
    bangladesh.post(&format!("{path}/removal"), &[("revision", "1")]).await.is(404);
    // Two States may know somebody by the same address; neither learns of the other.
    known(&bangladesh, "Ana V.", "ana@police.example").await;
}

#[tokio::test]
async fn somebody_who_was_never_put_forward_can_be_taken_off_the_roster() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let ana = known(&fiji, "Ana Vakatawa", "ana@police.example").await;
    let ben = known(&fiji, "Ben Tora", "ben@police.example").await;
    let code = open(&app).await;
    listed(&fiji, &code, &[&ben]).await;
    let removal = |id: &str| format!("/participants/roster/{id}/removal");
    fiji.post(&removal(&ana), &[("revision", "1")]).await.leads_to("/participants/roster");
    fiji.get(&format!("/participants/roster/{ana}")).await.is(404);
    fiji.post(&removal(&ben), &[("revision", "1")]).await.is(409).says("was put forward");
}
