//! A State prepares its list for a delivery.
use rctm::base::ids::PersonId;
use tests::TestApp;

use super::{known, list_of, listed, nominations, open, typed};

#[tokio::test]
async fn several_people_are_added_at_once_and_put_in_order() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let list = list_of(&code);
    fiji.get(&list).await.is(200).says("Nobody is nominated yet");
    let mut people = Vec::new();
    for (name, email) in
        [("Ana V", "a@p.example"), ("Ben T", "b@p.example"), ("Cama L", "c@p.example")]
    {
        people.push(known(&fiji, name, email).await);
    }
    let ids: Vec<_> = people.iter().map(String::as_str).collect();
    listed(&fiji, &code, &ids).await;
    let page = fiji.get(&list).await;
    page.is(200).says("Ana V").says("Ben T").says("Cama L");
    // Two seats: the third would wait.
    page.says("Seat 1").says("Seat 2").says("People below this line would wait");
    let before = nominations(&page);
    let third = format!("{}:up", before[2]);
    fiji.post(&list, &[("move", third.as_str())]).await.leads_to(&list);
    let after = nominations(&fiji.get(&list).await);
    assert_eq!(after, [before[0].clone(), before[2].clone(), before[1].clone()]);
    fiji.post(&list, &[("remove", before[0].as_str())]).await.leads_to(&list);
    assert_eq!(nominations(&fiji.get(&list).await), [before[2].clone(), before[1].clone()]);
}

#[tokio::test]
async fn reasons_are_kept_with_whatever_button_is_pressed() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let list = list_of(&code);
    let ana = known(&fiji, "Ana V", "a@p.example").await;
    listed(&fiji, &code, &[&ana]).await;
    let id = nominations(&fiji.get(&list).await).remove(0);
    let field = format!("reason-{id}");
    let typed = [(field.as_str(), "Named for a post"), ("do", "find"), ("find", "ana")];
    fiji.post(&list, &typed).await.leads_to(&format!("{list}?find=ana#add"));
    fiji.get(&list).await.says("Named for a post");
    let long = "x".repeat(301);
    let again = fiji.post(&list, &[(field.as_str(), &long), ("do", "save")]).await;
    again.is(422).says(&long);
    fiji.get(&list).await.says("Named for a post");
}

#[tokio::test]
async fn somebody_new_is_put_on_the_roster_and_on_the_list_in_one_step() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let list = list_of(&code);
    let id = PersonId::new().to_string();
    let mut fields = typed("Ana Vakatawa", "ana@police.example");
    fields.extend([("do", "new"), ("id", id.as_str())]);
    fiji.post(&list, &fields).await.leads_to(&format!("{list}#add"));
    fiji.get(&list).await.says("Ana Vakatawa").says("Advanced");
    fiji.get("/participants/roster").await.says("Ana Vakatawa");
    let bad = [("do", "new"), ("full_name", "Ben Tora"), ("email", "nobody")];
    let again = fiji.post(&list, &bad).await;
    again.is(422).says("Enter the post").says("value=\"Ben Tora\"");
    fiji.get("/participants/roster").await.does_not_say("Ben Tora");
}

#[tokio::test]
async fn a_person_stands_once_on_a_list() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let ana = known(&fiji, "Ana V", "a@p.example").await;
    listed(&fiji, &code, &[&ana]).await;
    listed(&fiji, &code, &[&ana]).await;
    let page = fiji.get(&list_of(&code)).await;
    assert_eq!(nominations(&page).len(), 1);
    page.says("On the list: Draft");
}

#[tokio::test]
async fn nobody_else_sees_what_a_state_prepares() {
    let app = TestApp::new().await;
    let (fiji, bangladesh) = (app.focal_point("Fiji").await, app.focal_point("Bangladesh").await);
    let code = open(&app).await;
    let ana = known(&fiji, "Ana Vakatawa", "a@p.example").await;
    listed(&fiji, &code, &[&ana]).await;
    let id = nominations(&fiji.get(&list_of(&code)).await).remove(0);
    bangladesh.get(&list_of(&code)).await.is(200).does_not_say("Ana Vakatawa");
    let director = app.director("JCLEC").await;
    let decisions = director.get(&format!("/deliveries/{code}/decisions?tab=all")).await;
    decisions.is(200).does_not_say("Ana Vakatawa");
    for person in [&bangladesh, &director] {
        person.get(&format!("/participants/{id}")).await.is(404);
    }
    let taken = [("do", "add"), ("person", ana.as_str())];
    bangladesh.post(&list_of(&code), &taken).await.is(404);
    bangladesh.post(&list_of(&code), &[("remove", id.as_str())]).await.is(303);
    assert_eq!(nominations(&fiji.get(&list_of(&code)).await), [id]);
}

#[tokio::test]
async fn nobody_is_put_forward_before_the_seats_are_published() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let director = app.director("JCLEC").await;
    let code = crate::deliveries::announced(&director, &[]).await;
    let ana = known(&fiji, "Ana V", "a@p.example").await;
    fiji.get(&list_of(&code)).await.is(200).says("are not open");
    let add = [("do", "add"), ("person", ana.as_str())];
    fiji.post(&list_of(&code), &add).await.is(409).says("are not open");
    let planned = crate::deliveries::scheduled(&director, &[]).await;
    fiji.get(&list_of(&planned)).await.is(404);
}
