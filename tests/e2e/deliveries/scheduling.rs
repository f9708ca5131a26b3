//! Scheduling a delivery: who may, what is said of a form, and that nothing typed is lost.
use rctm::base::ids::DeliveryId;
use tests::TestApp;

use super::{announced, scheduled, shared, step, with};

#[tokio::test]
async fn a_delivery_is_seen_by_its_centre_and_the_office_until_it_is_announced() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    director.get("/deliveries/new").await.is(200).says("LIA-201");
    let form = director.get("/deliveries/new?course=LIA-201").await;
    form.is(200).says("value=\"Semarang\"").says("value=\"Asia/Jakarta\"");
    let code = scheduled(&director, &[]).await;
    assert_eq!(code, "LIA-201-D3", "two are there already");
    let page = format!("/deliveries/{code}");
    let shown = director.get(&page).await;
    shown
        .is(200)
        .says("8 to 12 March 2027")
        .says("Building 2")
        .says("Only your centre and the RSO");
    shown.says("7 January 2027, 23:59 in Jakarta").says("Mon 8 Mar 2027");
    app.editor("JCLEC").await.get(&page).await.is(200);
    app.rso().await.get(&page).await.is(200);
    for person in [app.visitor(), app.focal_point("Fiji").await, app.director("ABFC").await] {
        person.get(&page).await.is(404);
        person.get(&format!("{page}/calendar.ics")).await.is(404);
        person.get("/calendar?when=upcoming").await.does_not_say(&code);
        person.get("/courses/LIA-201").await.does_not_say(&code);
    }
    director.get("/deliveries").await.says(&code).says("Proposed (2)");
    director.get("/deliveries?state=announced").await.does_not_say(&code);
}

#[tokio::test]
async fn every_fault_stands_beside_its_field_and_what_was_typed_is_kept() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let id = DeliveryId::new().to_string();
    let changes = [
        ("id", id.as_str()),
        ("scope", "national"),
        ("zone", "Semarang"),
        ("last_day", "2027-03-01"),
        ("city", ""),
        ("min_participants", "30"),
        ("freeze_days", "40"),
        ("venue", "Kept all the same"),
    ];
    let reply = director.post("/deliveries/new", &with(&changes)).await;
    reply.is(422).says("Kept all the same");
    for fault in [
        "Choose the State to which the trainers travel.",
        "Enter a time zone by its IANA name",
        "Enter a last day that is not before the first.",
        "Enter a number that is not smaller than the fewest people.",
        "Enter fewer days than for the deadline before it.",
    ] {
        reply.says(fault);
    }
    reply.says("<title>Error:");
    // A time that clocks at the venue skip.
    let skipped = [
        ("id", id.as_str()),
        ("zone", "America/New_York"),
        ("first_day", "2027-03-14"),
        ("last_day", "2027-03-14"),
        ("slot_day", "2027-03-14"),
        ("slot_starts", "02:30"),
        ("slot_ends", "06:00"),
    ];
    let reply = director.post("/deliveries/new", &with(&skipped)).await;
    reply.is(422).says("clocks at the venue skip this one");
    director.get("/deliveries").await.does_not_say("LIA-201-D3");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_schedules_one_delivery() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let id = DeliveryId::new().to_string();
    let fields = [&[("id", id.as_str())], &with(&[])[..]].concat();
    for _ in 0..2 {
        director.post("/deliveries/new", &fields).await.leads_to("/deliveries/LIA-201-D3");
    }
    let sql = "select count(*) as n from audit_entry where action = 'delivery.schedule' \
        and object_id = $1";
    assert_eq!(app.count(sql, vec![id.as_str().into()]).await, 1);
    // Nobody else's form takes its place.
    let other = app.director("ABFC").await;
    let fields = [&[("id", id.as_str())], &with(&[("course", "IND-101")])[..]].concat();
    other.post("/deliveries/new", &fields).await.is(409);
    // Another like it is made once, and has no days.
    let id = DeliveryId::new().to_string();
    for _ in 0..2 {
        let copy = director.post("/deliveries/LIA-201-D3/copy", &[("id", &id)]).await;
        copy.leads_to("/deliveries/LIA-201-D4/edit");
    }
    let copy = director.get("/deliveries/LIA-201-D4").await;
    copy.says("Dates to be settled").says("Building 2").says("Proposed");
}

#[tokio::test]
async fn what_a_colleague_saved_meanwhile_is_not_overwritten_unseen() {
    let app = TestApp::new().await;
    let (director, editor) = (app.director("JCLEC").await, app.editor("JCLEC").await);
    let code = scheduled(&editor, &[]).await;
    let page = format!("/deliveries/{code}/edit");
    let seen = director.get(&page).await.revision();
    let save = async |venue: &str, revision: &str| {
        let changes = [("venue", venue), ("revision", revision)];
        director.post(&page, &with(&changes)).await
    };
    let changes = [("venue", "The colleague’s hall"), ("revision", seen.as_str())];
    editor.post(&page, &with(&changes)).await.is(303);
    let conflict = save("My own hall", &seen).await;
    conflict.is(409).says("The colleague’s hall").says("My own hall").says("Save mine over theirs");
    editor.get(&page).await.says("The colleague’s hall");
    save("My own hall", &conflict.revision()).await.is(303);
    editor.get(&page).await.says("My own hall");
    // What says already what it is to say is no conflict.
    save("My own hall", &seen).await.is(303);
}

#[tokio::test]
async fn each_day_has_its_own_hours_where_somebody_says_so() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let code = scheduled(&editor, &[("last_day", "2027-03-14")]).await;
    let form = editor.get(&format!("/deliveries/{code}/edit")).await;
    // Five weekdays have the usual hours, the weekend has a line to fill.
    assert_eq!(form.text.matches("name=\"slot_starts\" type=\"time\" value=\"09:00\"").count(), 5);
    assert_eq!(form.text.matches("name=\"slot_day\"").count(), 7);
    let own = [
        ("revision", "1"),
        ("last_day", "2027-03-14"),
        ("starts", ""),
        ("ends", ""),
        ("slot_day", "2027-03-08"),
        ("slot_starts", "10:15"),
        ("slot_ends", "12:45"),
        ("slot_day", "2027-03-13"),
        ("slot_starts", "08:00"),
        ("slot_ends", "11:00"),
    ];
    editor.post(&format!("/deliveries/{code}/edit"), &with(&own)).await.is(303);
    let page = editor.get(&format!("/deliveries/{code}")).await;
    page.says("10:15").says("Sat 13 Mar 2027").does_not_say("Tue 9 Mar 2027");
}

#[tokio::test]
async fn an_editor_drafts_and_a_training_director_decides() {
    let app = TestApp::new().await;
    let (director, editor) = (app.director("JCLEC").await, app.editor("JCLEC").await);
    let code = scheduled(&editor, &[]).await;
    for noun in ["announcement", "postponement", "cancellation"] {
        editor.get(&format!("/deliveries/{code}/{noun}")).await.is(403);
        editor.post(&format!("/deliveries/{code}/{noun}"), &[("revision", "1")]).await.is(403);
    }
    editor.get(&format!("/deliveries/{code}")).await.does_not_say("/announcement");
    step(&director, &code, "announcement", &[]).await.is(303);
    editor.get(&format!("/deliveries/{code}/edit")).await.is(409).says("Only a Training Director");
    let save = with(&[("revision", "2"), ("venue", "Elsewhere")]);
    editor.post(&format!("/deliveries/{code}/edit"), &save).await.is(409);
    director.post(&format!("/deliveries/{code}/edit"), &save).await.is(303);
    app.visitor().get(&format!("/deliveries/{code}")).await.says("Elsewhere");
}

#[tokio::test]
async fn a_course_is_scheduled_by_its_owner_and_by_those_who_accepted_to_deliver_it() {
    let app = TestApp::new().await;
    let stranger = app.director("ABFC").await;
    stranger
        .get("/deliveries/new?course=LIA-201")
        .await
        .is(409)
        .says("cannot schedule this course");
    stranger.get("/deliveries/new").await.does_not_say("LIA-201");
    let id = DeliveryId::new().to_string();
    let fields = [&[("id", id.as_str())], &with(&[])[..]].concat();
    stranger.post("/deliveries/new", &fields).await.is(409);
    let (owner, partner) = shared(&app).await;
    partner.get("/courses/LIA-201").await.says("/deliveries/new?course=LIA-201");
    let code = announced(&partner, &[("city", "Canberra"), ("country", "Australia")]).await;
    let page = app.visitor().get(&format!("/deliveries/{code}")).await;
    page.says("Australian Border Force College").says("Jakarta Centre for Law Enforcement");
    let told = super::subjects(&app, "training_director", "JCLEC").await;
    assert!(told.iter().any(|one| one.contains("announces")), "{told:?}");
    // The owner reads it and decides nothing about it.
    owner.get(&format!("/deliveries/{code}")).await.is(200).does_not_say("/cancellation");
    owner.get(&format!("/deliveries/{code}/cancellation")).await.is(404);
    owner.get("/deliveries").await.does_not_say(&code);
    // What is out of the catalogue for a time is not scheduled.
    let revision = owner.get("/courses/LIA-201/edit").await.revision();
    let fields = [("revision", revision.as_str()), ("reason", "Under review")];
    owner.post("/courses/LIA-201/suspension", &fields).await.is(303);
    owner.get("/deliveries/new?course=LIA-201").await.is(409);
    owner.get("/deliveries/LIA-201-D2/announcement").await.is(200);
    step(&owner, "LIA-201-D2", "announcement", &[]).await.is(409);
}

#[tokio::test]
async fn deliveries_that_are_scheduled_at_once_get_a_number_each() {
    let app = TestApp::new().await;
    let (owner, partner) = shared(&app).await;
    let (one, two, three, four) = tokio::join!(
        scheduled(&owner, &[]),
        scheduled(&partner, &[]),
        scheduled(&owner, &[]),
        scheduled(&partner, &[]),
    );
    let mut codes = [one, two, three, four];
    codes.sort();
    assert_eq!(codes, ["LIA-201-D3", "LIA-201-D4", "LIA-201-D5", "LIA-201-D6"]);
}
