//! A centre invites another to a course; once accepted both may schedule it, and the owner alone
//! edits.
use serde_json::json;
use tests::{Person, TestApp};

use super::{entries, subjects};

const OWNER: &str = "training.director@jclec.example";
const PAGE: &str = "/courses/LIA-201/co-delivery";

async fn partner_address(app: &TestApp) -> String {
    let sql = "select a.email from account a join membership m on m.account_id = a.id \
        join organisation o on o.id = m.organisation_id \
        where o.code = 'ABFC' and m.role = 'training_director'";
    app.query(sql, vec![]).await[0].try_get("", "email").expect("an address")
}

async fn invited(app: &TestApp) -> (Person, Person) {
    let (owner, partner) = (app.director("JCLEC").await, app.director("ABFC").await);
    let fields = [("centre", "ABFC"), ("message", "A run in Suva?")];
    owner.post(PAGE, &fields).await.leads_to(PAGE);
    (owner, partner)
}

async fn accepted(app: &TestApp) -> (Person, Person) {
    let (owner, partner) = invited(app).await;
    step(&partner, "acceptance", &[]).await;
    (owner, partner)
}

async fn step(person: &Person, noun: &str, fields: &[(&str, &str)]) {
    let revision = person.get(PAGE).await.revision();
    let fields = [&[("revision", revision.as_str())], fields].concat();
    person.post(&format!("{PAGE}/{noun}"), &fields).await.leads_to(PAGE);
}

#[tokio::test]
async fn a_centre_invites_another_which_is_told_and_accepts() {
    let app = TestApp::new().await;
    let partner_address = partner_address(&app).await;
    app.director("ABFC").await.get(PAGE).await.is(404);
    let owner = app.director("JCLEC").await;
    owner.get("/courses/LIA-201").await.says(&format!("href=\"{PAGE}\""));
    let none = owner.post(PAGE, &[("centre", ""), ("message", "Kept all the same")]).await;
    none.is(422).says("Choose another centre.").says("Kept all the same");
    owner.post(PAGE, &[("centre", "JCLEC")]).await.is(422);
    let (owner, partner) = invited(&app).await;
    owner.post(PAGE, &[("centre", "ABFC"), ("message", "A run in Suva?")]).await.leads_to(PAGE);
    owner.post(PAGE, &[("centre", "ABFC"), ("message", "Another")]).await.is(409);
    assert_eq!(entries(&app, "co_delivery.invite").await, 1);
    let told = subjects(&app, &partner_address).await;
    assert_eq!(told.iter().filter(|one| one.contains("asks you to deliver")).count(), 1);
    partner.get("/my-centre").await.says("Courses of other centres").says(PAGE);
    partner.get(PAGE).await.is(200).says("A run in Suva?").says("Accept");
    app.visitor().get("/courses/LIA-201").await.does_not_say("Also delivered by");
    step(&partner, "acceptance", &[]).await;
    let told = subjects(&app, OWNER).await;
    assert!(told.last().is_some_and(|one| one.contains("together with you")), "{told:?}");
    let public = app.visitor().get("/courses/LIA-201").await;
    public.says("Also delivered by").says("Australian Border Force College");
    public.says("\"provider\":[{");
    partner.get("/courses/LIA-201").await.says("may schedule it");
}

#[tokio::test]
async fn a_shared_course_is_found_under_both_centres() {
    let app = TestApp::new().await;
    let count = async |app: &TestApp| {
        let found = app.program().get("/courses?centre=ABFC&limit=200").await.json();
        found["items"].as_array().expect("items").len()
    };
    let before = count(&app).await;
    let (owner, _) = accepted(&app).await;
    assert_eq!(count(&app).await, before + 1);
    app.visitor().get("/catalogue?centre=ABFC&q=lia-201").await.says("/courses/LIA-201\"");
    app.visitor().get("/catalogue?centre=JCLEC&q=lia-201").await.says("/courses/LIA-201\"");
    let course = app.program().get("/courses/LIA-201").await.json();
    assert_eq!(
        (&course["centre"], &course["co_delivered_by"]),
        (&json!("JCLEC"), &json!(["ABFC"]))
    );
    // It stays so when the course leaves the catalogue for a time, and is published anew.
    for (noun, reason) in [("suspension", "For a time"), ("resumption", "")] {
        let revision = owner.get("/courses/LIA-201/edit").await.revision();
        let fields = [("revision", revision.as_str()), ("reason", reason)];
        owner.post(&format!("/courses/LIA-201/{noun}"), &fields).await.is(303);
    }
    assert_eq!(count(&app).await, before + 1);
    owner.post(&format!("{PAGE}/end"), &[("centre", "ABFC"), ("reason", "Over")]).await.is(303);
    assert_eq!(count(&app).await, before);
}

#[tokio::test]
async fn the_owner_alone_edits_a_shared_course() {
    let app = TestApp::new().await;
    let (_, partner) = accepted(&app).await;
    partner.get("/courses/LIA-201/edit").await.is(404);
    partner.get("/courses/LIA-201/overlap").await.is(404);
    for noun in ["publication", "suspension", "retirement", "verification"] {
        let fields = [("revision", "2"), ("note", "Mine"), ("reason", "Mine")];
        partner.post(&format!("/courses/LIA-201/{noun}"), &fields).await.is(404);
    }
    partner.post(PAGE, &[("centre", "RMC")]).await.is(404);
    let program = app.client_of("ABFC").await;
    program.patch("/courses/LIA-201", "*", json!({"title": "Mine"})).await.is(404);
}

#[tokio::test]
async fn a_partner_is_told_what_states_ask_for_like_the_owner() {
    let app = TestApp::new().await;
    let partner_address = partner_address(&app).await;
    accepted(&app).await;
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds[0].id);
    let fiji = app.focal_point("Fiji").await;
    let sql = "select course_id from course_listing where code = 'LIA-201'";
    let id: sea_orm::prelude::Uuid =
        app.query(sql, vec![]).await[0].try_get("", "course_id").expect("an id");
    let (id, revision) = (id.to_string(), fiji.get(&sheet).await.revision());
    let fields = [
        ("revision", revision.as_str()),
        ("do", "check"),
        ("liaison.freq", "annual"),
        ("liaison.people", "3"),
        ("liaison.rank", "1"),
        ("liaison.course", id.as_str()),
    ];
    let check = format!("{sheet}/submission");
    fiji.post(&sheet, &fields).await.leads_to(&check);
    let revision = fiji.get(&check).await.revision();
    fiji.post(&check, &[("revision", &revision)]).await.is(303);
    let mut bodies = Vec::new();
    for address in [OWNER, &partner_address] {
        let sql = "select body_text from outbox where to_address = $1 and event like 'course_nom%' \
            order by id desc";
        let rows = app.query(sql, vec![address.into()]).await;
        let text: String = rows.first().expect("an email").try_get("", "body_text").expect("text");
        assert!(text.contains("LIA-201"), "{text}");
        bodies.push(text);
    }
    assert!(bodies.iter().all(|text| text.contains("yours")), "{bodies:?}");
    let partner = app.director("ABFC").await;
    partner.get(&format!("/demand?round={}&type=liaison", rounds[0].id)).await.says("Fiji");
}

#[tokio::test]
async fn an_invitation_is_declined_or_taken_back_and_either_side_ends_what_goes_on() {
    let app = TestApp::new().await;
    let partner_address = partner_address(&app).await;
    let (owner, partner) = invited(&app).await;
    let revision = partner.get(PAGE).await.revision();
    let refusal = format!("{PAGE}/refusal");
    let empty = partner.post(&refusal, &[("revision", &revision), ("reason", "")]).await;
    empty.is(422).says("Enter a reason.");
    step(&partner, "refusal", &[("reason", "No trainers")]).await;
    owner.get(PAGE).await.says("Declined").says("No trainers");
    assert!(subjects(&app, OWNER).await.last().is_some_and(|one| one.contains("does not")));
    partner.post(&format!("{PAGE}/acceptance"), &[]).await.is(409).says("no open invitation");
    // The owner asks again, and takes that back.
    owner.post(PAGE, &[("centre", "ABFC"), ("message", "Please")]).await.leads_to(PAGE);
    let withdrawal = format!("{PAGE}/withdrawal");
    let old = owner.post(&withdrawal, &[("centre", "ABFC"), ("revision", "1")]).await;
    old.is(409).says("Nothing was done");
    owner.post(&withdrawal, &[("centre", "ABFC")]).await.leads_to(PAGE);
    assert!(subjects(&app, &partner_address).await.last().is_some_and(|one| one.contains("taken")));
    partner.get("/my-centre").await.does_not_say("Courses of other centres");
    // Once more, accepted, and ended by the partner.
    owner.post(PAGE, &[("centre", "ABFC"), ("message", "")]).await.leads_to(PAGE);
    step(&partner, "acceptance", &[]).await;
    owner.get(&format!("{PAGE}?end=ABFC")).await.is(200).says("End it with");
    step(&partner, "end", &[("centre", ""), ("reason", "The agreement has ended")]).await;
    owner.get(PAGE).await.says("Ended").says("The agreement has ended");
    assert!(subjects(&app, OWNER).await.last().is_some_and(|one| one.contains("ends delivering")));
    app.visitor().get("/courses/LIA-201").await.does_not_say("Also delivered by");
}

#[tokio::test]
async fn course_editors_read_and_decide_nothing_and_strangers_find_nothing() {
    let app = TestApp::new().await;
    invited(&app).await;
    let editor = app.editor("ABFC").await;
    editor.get(PAGE).await.is(200).says("Your Training Director decides about this.");
    for noun in ["", "/acceptance", "/refusal", "/withdrawal", "/end"] {
        editor.post(&format!("{PAGE}{noun}"), &[("reason", "x")]).await.is(403);
    }
    app.visitor().get(PAGE).await.is(303);
    app.focal_point("Fiji").await.get(PAGE).await.is(403);
    let partner = app.director("ABFC").await;
    partner.post("/courses/PRO-101/co-delivery/acceptance", &[]).await.is(404);
    partner.post("/courses/NOT-101/co-delivery/acceptance", &[]).await.is(404);
}

#[tokio::test]
async fn a_course_that_is_not_in_the_catalogue_is_not_shared() {
    let app = TestApp::new().await;
    let owner = app.director("JCLEC").await;
    crate::catalogue_editing::written(&owner, "IDM-777").await;
    let page = "/courses/IDM-777/co-delivery";
    owner.get(page).await.is(200).says("Only a course that is in the catalogue");
    owner.post(page, &[("centre", "ABFC"), ("message", "")]).await.is(409);
}

#[tokio::test]
async fn programs_invite_answer_and_end() {
    let app = TestApp::new().await;
    let (owner, partner) = (app.client_of("JCLEC").await, app.client_of("ABFC").await);
    let path = "/courses/LIA-201/co-delivery";
    assert_eq!(owner.get(path).await.json()["items"], json!([]));
    partner.get(path).await.is(404);
    owner.post(path, json!({"centre": "NOBODY"})).await.is(422);
    let line = owner.post(path, json!({"centre": "ABFC", "message": "Shall we?"})).await.json();
    assert_eq!((&line["state"], &line["may_schedule"]), (&json!("invited"), &json!(false)));
    assert_eq!(partner.get(path).await.json()["items"][0]["message"], "Shall we?");
    let line = partner.post(&format!("{path}/acceptance"), json!({})).await.json();
    assert_eq!((&line["state"], &line["may_schedule"]), (&json!("accepted"), &json!(true)));
    partner.post(&format!("{path}/refusal"), json!({"reason": "Late"})).await.is(409);
    partner.post(&format!("{path}/end"), json!({"reason": ""})).await.is(422);
    let over = json!({"centre": "ABFC", "reason": "Over"});
    let line = owner.post(&format!("{path}/end"), over).await.json();
    assert_eq!(line["state"], "ended");
    owner.post(path, json!({"centre": "ABFC"})).await.is(200);
    let line = owner.post(&format!("{path}/withdrawal"), json!({"centre": "ABFC"})).await.json();
    assert_eq!(line["state"], "withdrawn");
    owner.post(path, json!({"centre": "ABFC"})).await.is(200);
    let line = partner.post(&format!("{path}/refusal"), json!({"reason": "No trainers"})).await;
    assert_eq!(line.json()["reason"], "No trainers");
}
