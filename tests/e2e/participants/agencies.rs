//! Whoever nominates for an agency proposes its people; the focal point sends them on.
use rctm::base::ids::PersonId;
use tests::TestApp;

use super::{known, list_of, listed, nominations, open, sent, typed};
use crate::deliveries::subjects;

#[tokio::test]
async fn an_agency_proposes_and_the_focal_point_approves() {
    let app = TestApp::new().await;
    let (agency, focal) = (app.nominator("Bangladesh").await, app.focal_point("Bangladesh").await);
    let code = open(&app).await;
    let list = list_of(&code);
    let id = PersonId::new().to_string();
    let fields = [&[("id", id.as_str())], &typed("Rashed Karim", "r@sb.example")[..]].concat();
    agency.post("/participants/roster/new", &fields).await.is(303);
    // The agency is theirs, whatever was typed.
    agency.get("/participants/roster").await.says("Special Branch, Dhaka");
    listed(&agency, &code, &[&id]).await;
    sent(&agency, &code).await.leads_to(&list);
    agency.get(&list).await.says("Endorsed");
    let told = subjects(&app, "focal_point", "BD").await;
    assert!(told.iter().any(|subject| subject.starts_with("Special Branch")), "{told:?}");
    let director = app.director("JCLEC").await;
    let decisions = format!("/deliveries/{code}/decisions?tab=all");
    director.get(&decisions).await.does_not_say("Rashed Karim");
    focal.get(&list).await.says("Rashed Karim").says("Endorsed");
    sent(&focal, &code).await.leads_to(&list);
    director.get(&decisions).await.says("Rashed Karim");
    let id = nominations(&focal.get(&list).await).remove(0);
    let file = focal.get(&format!("/participants/{id}")).await;
    file.is(200).says("Submitted").says("Endorsed").says("With the centre");
    director.get(&format!("/participants/{id}")).await.does_not_say("Endorsed");
    // What is with the centre is the focal point's to take back.
    let withdrawal = format!("/participants/{id}/withdrawal");
    let revision = agency.get(&withdrawal).await.revision();
    let typed = [("revision", revision.as_str()), ("reason", "Posted abroad")];
    agency.post(&withdrawal, &typed).await.is(409).says("Only the focal point");
}

#[tokio::test]
async fn an_agency_sees_its_own_people_only() {
    let app = TestApp::new().await;
    let (agency, focal) = (app.nominator("Bangladesh").await, app.focal_point("Bangladesh").await);
    let code = open(&app).await;
    let other = known(&focal, "Salma Begum", "s@passports.example").await;
    listed(&focal, &code, &[&other]).await;
    agency.get("/participants/roster").await.is(200).does_not_say("Salma Begum");
    agency.get(&list_of(&code)).await.is(200).does_not_say("Salma Begum");
    agency.get(&format!("/participants/roster/{other}")).await.is(404);
    let id = nominations(&focal.get(&list_of(&code)).await).remove(0);
    agency.get(&format!("/participants/{id}")).await.is(404);
    let add = [("do", "add"), ("person", other.as_str())];
    agency.post(&list_of(&code), &add).await.is(404);
    let twice = PersonId::new().to_string();
    let same = [&[("id", twice.as_str())], &typed("S.", "s@passports.example")[..]].concat();
    let refused = agency.post("/participants/roster/new", &same).await;
    refused.is(422).says("Somebody of another agency").does_not_say("Salma");
}
