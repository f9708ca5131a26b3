//! A focal point sends people to the centre.
use chrono::Duration;
use tests::TestApp;

use super::{known, list_of, listed, nominations, open, put_forward, sent};
use crate::deliveries::subjects;

#[tokio::test]
async fn people_go_to_the_centre_from_a_check_page_once_each_agrees() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    let ana = known(&fiji, "Ana Vakatawa", "a@p.example").await;
    listed(&fiji, &code, &[&ana]).await;
    let list = list_of(&code);
    let check = format!("{list}/submission");
    fiji.post(&list, &[("do", "submit")]).await.leads_to(&check);
    let page = fiji.get(&check).await;
    page.is(200).says("Ana Vakatawa").says("What is shared").says("Submit one person");
    let id = super::chosen(&page).remove(0);
    let refused = fiji.post(&check, &[("p", id.as_str())]).await;
    refused.is(422).says("Confirm that each person has read the notice");
    fiji.post(&check, &[("p", id.as_str()), ("agreed", "1")]).await.leads_to(&list);
    fiji.get(&list).await.says("With the centre");
    // Pressed twice, it is sent once.
    fiji.post(&check, &[("p", id.as_str()), ("agreed", "1")]).await.leads_to(&list);
    let mails = subjects(&app, "training_director", "JCLEC").await;
    let told = mails.iter().filter(|subject| subject.starts_with("Fiji has nominated"));
    assert_eq!(told.count(), 1, "{mails:?}");
    let sql = "select count(*) as n from participant_nomination \
        where notice_version = 1 and agreed_at is not null and sample = false";
    assert_eq!(app.count(sql, vec![]).await, 1);
    let director = app.director("JCLEC").await;
    director.get(&format!("/deliveries/{code}/decisions")).await.says("Ana Vakatawa");
    director.get(&format!("/participants/{id}")).await.is(200).does_not_say(">Draft<");
}

#[tokio::test]
async fn nobody_is_written_about_by_name() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let code = open(&app).await;
    put_forward(&fiji, &code, &["Ana Vakatawa"]).await;
    let sql = "select count(*) as n from outbox where body_text like '%Vakatawa%' \
        or body_html like '%Vakatawa%' or subject like '%Vakatawa%'";
    assert_eq!(app.count(sql, vec![]).await, 0);
}

#[tokio::test]
async fn somebody_taken_off_the_list_meanwhile_is_not_sent_and_neither_are_the_others() {
    let app = TestApp::new().await;
    let (fiji, deputy) = (app.focal_point("Fiji").await, app.deputy("Fiji").await);
    let code = open(&app).await;
    let (ana, ben) =
        (known(&fiji, "Ana V", "a@p.example").await, known(&fiji, "Ben T", "b@p.example").await);
    listed(&fiji, &code, &[&ana, &ben]).await;
    let list = list_of(&code);
    let ids = nominations(&fiji.get(&list).await);
    deputy.post(&list, &[("remove", ids[0].as_str())]).await.leads_to(&list);
    let check = format!("{list}/submission");
    let both = [("agreed", "1"), ("p", ids[0].as_str()), ("p", ids[1].as_str())];
    let again = fiji.post(&check, &both).await;
    again.is(409).says("changed the list meanwhile").says("Ben T").does_not_say("Ana V");
    fiji.get(&list).await.does_not_say("With the centre");
}

#[tokio::test]
async fn after_the_deadline_a_state_fills_its_own_seats_and_after_the_recall_none() {
    let app = TestApp::new().await;
    let code = open(&app).await;
    // The delivery begins on 8 March: nominate until 7 January, recall on 25 January.
    app.pass(Duration::days(47));
    let fiji = app.focal_point("Fiji").await;
    let people = ["Ana V", "Ben T", "Cama L"];
    let mut ids = Vec::new();
    for name in people {
        let email = format!("{}@p.example", name.replace(' ', ".").to_lowercase());
        ids.push(known(&fiji, name, &email).await);
    }
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    let list = list_of(&code);
    fiji.get(&list).await.says("you can still fill the free seats");
    listed(&fiji, &code, &ids).await;
    sent(&fiji, &code).await.is(409).says("Your State can still fill its free seats: 2");
    let third = nominations(&fiji.get(&list).await).remove(2);
    fiji.post(&list, &[("remove", third.as_str())]).await.leads_to(&list);
    sent(&fiji, &code).await.leads_to(&list);
    // Both seats have a name now, so nobody else fits.
    listed(&fiji, &code, &[ids[2]]).await;
    sent(&fiji, &code).await.is(409).says("free seats: 0");
    app.pass(Duration::days(20));
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&list).await.says("Free seats were taken back");
    let add = [("do", "add"), ("person", ids[2])];
    fiji.post(&list, &add).await.is(409);
}
