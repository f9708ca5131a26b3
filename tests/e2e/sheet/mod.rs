//! A focal point fills the sheet of a round; deputies, nominators and strangers at it.
pub mod many_courses;
mod queries;
mod together;

use chrono::Duration;
use rctm::base::ids::RoundId;
use tests::{Person, Reply, TestApp};

async fn open_round(app: &TestApp) -> RoundId {
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    rounds.first().expect("the demonstration has an open round").id
}

struct Desk {
    app: TestApp,
    path: String,
}

impl Desk {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let path = format!("/rounds/{}/sheet", open_round(&app).await);
        Self { app, path }
    }

    /// Sends the sheet with the revision that stands in it now.
    async fn send(&self, person: &Person, fields: &[(&str, &str)]) -> Reply {
        let revision = person.get(&self.path).await.revision();
        self.send_at(person, &revision, fields).await
    }

    async fn send_at(&self, person: &Person, revision: &str, fields: &[(&str, &str)]) -> Reply {
        let mut form = vec![("revision", revision)];
        form.extend_from_slice(fields);
        person.post(&self.path, &form).await
    }

    fn saved(&self) -> String {
        format!("{}?saved=1", self.path)
    }
}

/// Two lines that can be submitted.
const GOOD: [(&str, &str); 8] = [
    ("liaison.freq", "twice_a_year"),
    ("liaison.rank", "1"),
    ("liaison.people", "3"),
    ("liaison.q", "1"),
    ("liaison.q", "3"),
    ("induction.freq", "quarterly"),
    ("induction.level", "national"),
    ("induction.people", "30"),
];

#[tokio::test]
async fn a_sheet_asks_for_every_course_type_by_goal() {
    let desk = Desk::new().await;
    let page = desk.app.focal_point("Bangladesh").await.get(&desk.path).await;
    page.is(200).says("Which courses does Bangladesh need in 2027?");
    page.says("Closes Friday 11 December 2026, 22:59 in Dhaka").says("16 days left");
    for course_type in seed::course_types() {
        page.says(&format!("name=\"{}.freq\"", course_type.code)).says(&course_type.name);
    }
    page.says("Early detection").says("Round 2016: ").says("Copy answers from Round 2016");
    page.says("বাংলা").does_not_say("\" checked><span>0</span>");
}

#[tokio::test]
async fn a_draft_keeps_whatever_was_typed() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    let typed = [
        ("liaison.freq", "annual"),
        ("liaison.people", "a <few> & \"more\""),
        ("liaison.rank", "first"),
        ("liaison.reason", "  two  spaces and é "),
        ("do", "save"),
    ];
    desk.send(&fiji, &typed).await.leads_to(&desk.saved());
    let page = fiji.get(&desk.saved()).await;
    page.is(200).says("Draft saved").says("a &#60;few&#62; &#38; &#34;more&#34;");
    page.says("value=\"first\"").says("  two  spaces and é ").says("1 of 13 course types");
    desk.app.deputy("Fiji").await.get(&desk.path).await.says("value=\"first\"");
}

#[tokio::test]
async fn checking_names_every_fault_and_loses_nothing() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    let typed = [
        ("protection.freq", "twice_a_year"),
        ("protection.urgency", "high"),
        ("victim_support.freq", "annual"),
        ("victim_support.people", "30"),
        ("do", "check"),
    ];
    let page = desk.send(&fiji, &typed).await;
    page.is(422).says("<title>Error: ").says("2 answers need your attention");
    page.says("href=\"#protection-reason\"").says("id=\"protection-reason-e\"");
    page.says("Counter-trafficking and victim support: Enter a number from 1 to 6");
    page.says("aria-describedby=\"victim_support-people-e\"").says("Your draft is saved");
    fiji.get(&desk.path).await.is(200).says("value=\"30\"");
}

#[tokio::test]
async fn a_priority_is_given_once() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    let typed = [
        ("liaison.freq", "once"),
        ("liaison.rank", "2"),
        ("induction.freq", "once"),
        ("induction.rank", "2"),
        ("do", "check"),
    ];
    desk.send(&fiji, &typed).await.is(422).says("2 is taken by a row above");
}

#[tokio::test]
async fn an_empty_sheet_is_not_submitted_by_accident() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    let page = desk.send(&fiji, &[("liaison.freq", "0"), ("do", "check")]).await;
    page.is(422).says("Ask for at least one course type");
}

#[tokio::test]
async fn a_type_can_be_asked_for_twice_and_a_new_course_named() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    let to = desk.send(&fiji, &[("liaison.freq", "once"), ("do", "add:liaison")]).await;
    to.leads_to(&format!("{}#liaison~2", desk.saved()));
    let typed = [
        ("liaison~2.freq", "annual"),
        ("liaison~2.level", "national"),
        ("liaison~2.people", "20"),
        ("~1.freq", "on_request"),
        ("~1.title", "Drones at borders"),
        ("~1.reason", "Seen along the coast"),
        ("do", "check"),
    ];
    desk.send(&fiji, &typed).await.leads_to(&format!("{}/submission", desk.path));
    let page = fiji.get(&format!("{}/submission", desk.path)).await;
    page.is(200)
        .says("3 course nominations")
        .says("Drones at borders")
        .says("on request, Regional");
    desk.send(&fiji, &[("do", "remove:liaison~2")])
        .await
        .leads_to(&format!("{}#liaison", desk.saved()));
    fiji.get(&desk.path).await.does_not_say("name=\"liaison~2.freq\"");
}

#[tokio::test]
async fn answers_of_the_last_round_fill_only_what_is_not_asked() {
    let desk = Desk::new().await;
    let bangladesh = desk.app.focal_point("Bangladesh").await;
    let own = [("liaison.freq", "monthly"), ("liaison.reason", "our own words"), ("do", "copy")];
    desk.send(&bangladesh, &own).await.leads_to(&desk.saved());
    let page = bangladesh.get(&desk.path).await;
    page.says("our own words").says("13 course types");
    let first = seed::demand_2016().into_iter().find(|row| {
        row.member_code == "BD"
            && !row.course_code.starts_with("LIA")
            && row.justification.is_ascii()
    });
    page.says(&first.expect("Bangladesh asked in 2016").justification);
}

#[tokio::test]
async fn usual_answers_fill_rows_that_ask_for_nothing() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    let typed = [("usual.people", "5"), ("liaison.freq", "once"), ("do", "use-usual")];
    desk.send(&fiji, &typed).await.leads_to(&desk.saved());
    let page = fiji.get(&desk.path).await;
    let people = |code: &str| format!("id=\"{code}-people\" inputmode=\"numeric\" value=\"5\"");
    page.says(&people("induction")).does_not_say(&people("liaison"));
}

#[tokio::test]
async fn after_the_deadline_nothing_is_saved_and_what_was_typed_stays_in_view() {
    let desk = Desk::new().await;
    desk.app.pass(Duration::days(17));
    let fiji = desk.app.focal_point("Fiji").await;
    let typed = [("liaison.freq", "once"), ("liaison.reason", "just too late"), ("do", "check")];
    let page = desk.send_at(&fiji, "0", &typed).await;
    page.is(409).says("This round closed Saturday 12 December 2026, 04:59 in Fiji");
    page.says("just too late").does_not_say("name=\"do\"");
    fiji.get(&desk.path).await.is(200).does_not_say("just too late").says("No answer yet");
}

#[tokio::test]
async fn a_nominator_of_an_agency_reads_the_sheet_and_changes_nothing() {
    let desk = Desk::new().await;
    let lead = desk.app.focal_point("Bangladesh").await;
    desk.send(&lead, &[("liaison.freq", "annual"), ("liaison.reason", "why not")]).await.is(303);
    let nominator = desk.app.nominator("Bangladesh").await;
    let page = nominator.get(&desk.path).await;
    page.is(200).says("why not").says("1 a year").does_not_say("name=\"do\"");
    desk.send_at(&nominator, "1", &[("liaison.freq", "0")]).await.is(403);
    nominator.get("/nominations").await.is(200).does_not_say("/withdrawal");
}

#[tokio::test]
async fn a_sheet_is_seen_by_its_own_state_only() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    desk.send(&fiji, &[("liaison.freq", "annual"), ("liaison.reason", "a Fijian reason")])
        .await
        .is(303);
    let bangladesh = desk.app.focal_point("Bangladesh").await;
    bangladesh.get(&desk.path).await.is(200).does_not_say("a Fijian reason");
    for person in [desk.app.rso().await, desk.app.director("JCLEC").await] {
        person.get(&desk.path).await.is(403);
    }
    desk.app.visitor().get(&desk.path).await.is(303);
    fiji.get(&format!("/rounds/{}/sheet", RoundId::new())).await.is(404);
}

#[tokio::test]
async fn a_round_that_does_not_invite_a_member_is_not_there() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let id = RoundId::new();
    let fiji = rctm::organisations::by_code(&app.app.db, "FJ").await.expect("a query");
    let member = fiji.expect("Fiji").id.to_string();
    let id_text = id.to_string();
    let form = [
        ("id", id_text.as_str()),
        ("title", "For Fiji"),
        ("horizon_start", "2027-01-01"),
        ("horizon_end", "2027-06-30"),
        ("opens_date", "2026-11-25"),
        ("opens_time", "09:00"),
        ("closes_date", "2026-12-25"),
        ("closes_time", "23:59"),
        ("grace_days", "0"),
        ("minimum_cell", "3"),
        ("course_types", "liaison"),
        ("members", member.as_str()),
    ];
    rso.post("/rounds", &form).await.is(303);
    rso.post(&format!("/rounds/{id}/opening"), &[]).await.is(303);
    let path = format!("/rounds/{id}/sheet");
    let bangladesh = app.focal_point("Bangladesh").await;
    bangladesh.get(&path).await.is(404);
    bangladesh.post(&path, &[("revision", "0"), ("liaison.freq", "once")]).await.is(404);
    bangladesh.get(&format!("{path}/submission")).await.is(404);
    bangladesh.post(&format!("{path}/no-needs"), &[("revision", "0")]).await.is(404);
    let page = app.focal_point("Fiji").await.get(&path).await;
    page.is(200)
        .says("from 1 January 2027 to 30 June 2027")
        .does_not_say("name=\"induction.freq\"");
}
