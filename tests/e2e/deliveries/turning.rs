//! Announcing, postponing and cancelling a delivery.
use tests::TestApp;

use super::{announced, scheduled, shared, step, subjects, with};

#[tokio::test]
async fn what_is_announced_is_in_the_calendar_on_the_page_of_the_course_and_at_home() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let days = [("first_day", "2027-01-11"), ("last_day", "2027-01-12")];
    let code = scheduled(&director, &days).await;
    let check = director.get(&format!("/deliveries/{code}/announcement")).await;
    check.says("Everybody, in the calendar").says("the deadline for nominations is over");
    step(&director, &code, "announcement", &[]).await.is(303);
    let visitor = app.visitor();
    for page in ["/calendar", "/calendar?view=month&month=2027-01", "/courses/LIA-201", "/"] {
        visitor.get(page).await.is(200).says(&code);
    }
    let page = visitor.get(&format!("/deliveries/{code}")).await;
    let data = crate::catalogue::json_ld(&page);
    let instance = &data["hasCourseInstance"][0];
    assert_eq!(instance["startDate"], "2027-01-11");
    assert_eq!(instance["courseMode"], "onsite");
    assert_eq!(instance["location"]["address"], "Semarang, Indonesia");
    let course = crate::catalogue::json_ld(&visitor.get("/courses/LIA-201").await);
    assert_eq!(course["hasCourseInstance"].as_array().expect("instances").len(), 2);
    // Pressed twice, it says already what it is to say.
    let again = [("revision", "1")];
    director.post(&format!("/deliveries/{code}/announcement"), &again).await.is(303);
    director.get(&format!("/deliveries/{code}/announcement")).await.is(409);
}

#[tokio::test]
async fn a_delivery_may_be_announced_before_its_dates_are_settled() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let undated = [("first_day", ""), ("last_day", ""), ("city", ""), ("country", "")];
    let code = announced(&director, &undated).await;
    app.visitor().get(&format!("/deliveries/{code}")).await.says("Dates to be settled");
    app.visitor().get("/calendar?when=undated").await.says(&code);
    app.visitor().get("/calendar?when=soon").await.does_not_say(&code);
    app.visitor().get(&format!("/deliveries/{code}/calendar.ics")).await.is(200);
    // It has no days to give up; settling them is a move, of which people are told.
    let none = step(&director, &code, "postponement", &[("reason", "Later")]).await;
    none.is(409).says("no days to give up");
    let days = [("first_day", "2027-05-03"), ("last_day", "2027-05-07"), ("reason", "A room")];
    step(&director, &code, "postponement", &days).await.is(303);
    let page = app.visitor().get(&format!("/deliveries/{code}")).await;
    page.says("3 to 7 May 2027").does_not_say("Moved from");
}

#[tokio::test]
async fn what_has_begun_is_not_announced_any_more() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code =
        scheduled(&director, &[("first_day", "2026-11-25"), ("last_day", "2026-11-27")]).await;
    step(&director, &code, "announcement", &[]).await.is(409).says("The first day is over");
}

#[tokio::test]
async fn dates_that_people_were_told_are_changed_by_postponing_only() {
    let app = TestApp::new().await;
    let (owner, _) = shared(&app).await;
    let code = announced(&owner, &[]).await;
    let edit = format!("/deliveries/{code}/edit");
    let other = with(&[("revision", "2"), ("last_day", "2027-03-11")]);
    owner.post(&edit, &other).await.is(422).says("Postpone it to change them");
    let other = with(&[("revision", "2"), ("scope", "national"), ("member", "FJ")]);
    owner.post(&edit, &other).await.is(422).says("because people were told");
    step(&owner, &code, "postponement", &[("reason", "")]).await.is(422).says("Enter a reason.");
    step(&owner, &code, "postponement", &[("reason", "The venue is flooded")]).await.is(303);
    let page = app.visitor().get(&format!("/deliveries/{code}")).await;
    page.says("Postponed on").says("The venue is flooded").says("Dates to be settled");
    step(&owner, &code, "announcement", &[]).await.is(409).says("Settle the new days first");
    let settled = [("revision", "3"), ("first_day", "2027-06-07"), ("last_day", "2027-06-11")];
    owner.post(&edit, &with(&settled)).await.is(303);
    step(&owner, &code, "announcement", &[]).await.is(303);
    let page = app.visitor().get(&format!("/deliveries/{code}")).await;
    page.says("7 to 11 June 2027").says("Moved from 8 to 12 March 2027");
    let told = subjects(&app, "training_director", "ABFC").await;
    let count = |word: &str| told.iter().filter(|one| one.contains(word)).count();
    assert_eq!((count("announces"), count("postpones")), (2, 1), "{told:?}");
}

#[tokio::test]
async fn a_delivery_that_is_moved_tells_its_new_dates_and_hours() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    let check = director.get(&format!("/deliveries/{code}/postponement")).await;
    check.says("value=\"09:00\"").says("value=\"16:30\"");
    let past = [("first_day", "2026-11-02"), ("last_day", "2026-11-06"), ("reason", "Earlier")];
    let faulty = step(&director, &code, "postponement", &past).await;
    faulty.is(422).says("still to come").says("value=\"2026-11-02\"");
    let days = [
        ("first_day", "2027-04-05"),
        ("last_day", "2027-04-07"),
        ("starts", "10:00"),
        ("ends", "15:00"),
        ("reason", "The trainers are abroad"),
    ];
    step(&director, &code, "postponement", &days).await.is(303);
    let page = app.visitor().get(&format!("/deliveries/{code}")).await;
    page.says("5 to 7 April 2027").says("Moved from 8 to 12 March 2027").says("10:00");
    page.says("The trainers are abroad").says("Announced").does_not_say("16:30");
}

#[tokio::test]
async fn what_is_cancelled_stays_readable_and_says_why() {
    let app = TestApp::new().await;
    let (owner, _) = shared(&app).await;
    let code = announced(&owner, &[]).await;
    let stale = [("revision", "1"), ("reason", "Too few")];
    let meanwhile = owner.post(&format!("/deliveries/{code}/cancellation"), &stale).await;
    meanwhile.is(409).says("Nothing was done").says("Too few");
    step(&owner, &code, "cancellation", &[("reason", "Too few nominations")]).await.is(303);
    let page = app.visitor().get(&format!("/deliveries/{code}")).await;
    page.is(200).says("Cancelled on").says("Too few nominations").does_not_say("Deadlines");
    app.visitor().get("/calendar").await.says(&code);
    app.visitor().get("/").await.does_not_say(&code);
    let told = subjects(&app, "training_director", "ABFC").await;
    assert_eq!(told.iter().filter(|one| one.contains("cancels")).count(), 1, "{told:?}");
    for noun in ["announcement", "postponement", "cancellation", "edit"] {
        owner.get(&format!("/deliveries/{code}/{noun}")).await.is(409);
    }
    owner.get(&format!("/deliveries/{code}/copy")).await.is(200);
    // What nobody was told of is given up without a word to anybody.
    let quiet = scheduled(&owner, &[]).await;
    let check = owner.get(&format!("/deliveries/{quiet}/cancellation")).await;
    check.says("Nobody: it was not announced.");
    step(&owner, &quiet, "cancellation", &[("reason", "A slip")]).await.is(303);
    app.visitor().get(&format!("/deliveries/{quiet}")).await.is(404);
    assert_eq!(subjects(&app, "training_director", "ABFC").await.len(), told.len());
}

#[tokio::test]
async fn the_audit_finds_a_delivery_that_does_not_say_what_its_course_says() {
    let app = TestApp::new().await;
    app.execute("update delivery set title = 'Another' where code = 'LIA-201-D1'", vec![]).await;
    let sql = "update delivery set announced_at = null where code = 'IND-101-D1'";
    app.execute(sql, vec![]).await;
    let mut found = Vec::new();
    let mut note = |difference: &str| found.push(difference.to_owned());
    rctm::proof::actions::inspect(&app.app, None, &mut note).await.expect("a check");
    let about =
        |code: &str, what: &str| found.iter().any(|one| one.contains(code) && one.contains(what));
    assert!(about("LIA-201-D1", "does not say what its version"), "{found:?}");
    assert!(about("IND-101-D1", "against its state"), "{found:?}");
}
