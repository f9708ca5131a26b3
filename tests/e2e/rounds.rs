//! The RSO prepares, opens and closes nomination rounds.
use chrono::Duration;
use rctm::base::ids::RoundId;
use rctm::course_nominations::{self, Round, RoundState};
use tests::{Person, Reply, TestApp};

/// The round of this title.
async fn titled(app: &TestApp, title: &str) -> Round {
    let rounds = course_nominations::rounds(&app.app.db).await.expect("rounds");
    rounds.into_iter().find(|round| round.title == title).unwrap_or_else(|| panic!("no {title}"))
}

/// What the form of a new round holds, as a browser would send it.
pub async fn prepared(app: &TestApp, id: RoundId, title: &str) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut form = vec![
        pair("id", &id.to_string()),
        pair("revision", "0"),
        pair("title", title),
        pair("horizon_start", "2028-01-01"),
        pair("horizon_end", "2028-12-31"),
        pair("opens_date", "2026-11-26"),
        pair("opens_time", "09:00"),
        pair("closes_date", "2027-01-08"),
        pair("closes_time", "23:59"),
        pair("grace_days", "2"),
        pair("minimum_cell", "3"),
    ];
    for code in ["liaison", "induction"] {
        form.push(pair("course_types", code));
    }
    let fiji = rctm::organisations::by_code(&app.app.db, "FJ").await.expect("a query");
    form.push(pair("members", &fiji.expect("Fiji").id.to_string()));
    form
}

async fn send(person: &Person, path: &str, form: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> =
        form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.post(path, &fields).await
}

fn with(form: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let mut form = form.to_vec();
    for pair in form.iter_mut().filter(|pair| pair.0 == name) {
        value.clone_into(&mut pair.1);
    }
    form
}

#[tokio::test]
async fn the_demonstration_holds_a_closed_round_and_an_open_one() {
    let app = TestApp::new().await;
    let page = app.rso().await.get("/rounds").await;
    page.is(200).says("Round 2016").says("Closed").says("Round 2027").says("sample data");
    page.says("45 of 48 members have answered").says("10 of 49 members have answered");
}

#[tokio::test]
async fn a_round_is_prepared_opened_and_closed() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    rso.get("/rounds/new").await.is(200).says("Times are those of Bangkok");
    let id = RoundId::new();
    let form = prepared(&app, id, "Round 2028").await;
    send(&rso, "/rounds", &form).await.leads_to(&format!("/rounds/{id}"));
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/rounds/{id}/sheet")).await.is(404);
    rso.get(&format!("/rounds/{id}/opening")).await.is(200).says("1 member can answer at once");
    rso.post(&format!("/rounds/{id}/opening"), &[]).await.leads_to(&format!("/rounds/{id}"));
    fiji.get(&format!("/rounds/{id}/sheet")).await.is(200).says("Saturday 9 January 2027, 04:59");
    rso.get(&format!("/rounds/{id}/closing")).await.is(200).says("0 of 1 members have answered");
    rso.post(&format!("/rounds/{id}/closing"), &[]).await.leads_to(&format!("/rounds/{id}"));
    assert_eq!(titled(&app, "Round 2028").await.state, RoundState::Closed);
    rso.post(&format!("/rounds/{id}/closing"), &[]).await.is(303);
    rso.post(&format!("/rounds/{id}/opening"), &[]).await.is(409);
}

#[tokio::test]
async fn pressing_create_twice_makes_one_round() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let id = RoundId::new();
    let form = prepared(&app, id, "Round 2028").await;
    for _ in 0..2 {
        send(&rso, "/rounds", &form).await.leads_to(&format!("/rounds/{id}"));
    }
    let rounds = course_nominations::rounds(&app.app.db).await.expect("rounds");
    assert_eq!(rounds.iter().filter(|round| round.title == "Round 2028").count(), 1);
}

#[tokio::test]
async fn a_round_with_faults_comes_back_with_every_answer_and_every_fault() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let form = prepared(&app, RoundId::new(), "Round 2027").await;
    let form = with(&with(&form, "closes_date", "2026-11-01"), "horizon_end", "soon");
    let page = send(&rso, "/rounds", &form).await;
    page.is(422).says("<title>Error: New round").says("Choose a closing after the opening");
    page.says("Enter a date.").says("value=\"soon\"").says("href=\"#closes_date\"");
    let form = with(&with(&form, "closes_date", "2027-01-08"), "horizon_end", "2028-12-31");
    send(&rso, "/rounds", &form).await.is(422).says("Choose another title: a round has this one");
}

#[tokio::test]
async fn a_round_is_edited_while_it_is_a_draft_and_not_after() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let id = RoundId::new();
    let form = prepared(&app, id, "Round 2028").await;
    send(&rso, "/rounds", &form).await.is(303);
    let edit = format!("/rounds/{id}/edit");
    rso.get(&edit).await.is(200).says("value=\"2027-01-08\"").says("value=\"23:59\"");
    let changed = with(&with(&form, "title", "Round 2028 and more"), "revision", "1");
    send(&rso, &edit, &changed).await.leads_to(&format!("/rounds/{id}"));
    assert_eq!(titled(&app, "Round 2028 and more").await.revision, 2);
    send(&rso, &edit, &changed).await.is(409);
    rso.post(&format!("/rounds/{id}/opening"), &[]).await.is(303);
    rso.get(&edit).await.leads_to(&format!("/rounds/{id}"));
    send(&rso, &edit, &with(&changed, "revision", "3"))
        .await
        .is(409)
        .says("can no longer be edited");
}

#[tokio::test]
async fn a_round_whose_deadline_has_passed_is_not_opened() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let id = RoundId::new();
    send(&rso, "/rounds", &prepared(&app, id, "Round 2028").await).await.is(303);
    app.pass(Duration::days(60));
    let rso = app.rso().await;
    rso.post(&format!("/rounds/{id}/opening"), &[])
        .await
        .is(409)
        .says("closing of this round has passed");
}

#[tokio::test]
async fn the_office_sees_who_has_answered_and_who_has_not() {
    let app = TestApp::new().await;
    let round = titled(&app, "Round 2027").await;
    let page = app.rso().await.get(&format!("/rounds/{}", round.id)).await;
    page.is(200).says("No answer yet: 39").says("Answered: 10").says("loaded at the console");
}

#[tokio::test]
async fn rounds_are_the_business_of_the_office() {
    let app = TestApp::new().await;
    let round = titled(&app, "Round 2027").await;
    for person in [app.focal_point("Fiji").await, app.director("JCLEC").await, app.auditor().await]
    {
        for path in ["/rounds", "/rounds/new"] {
            person.get(path).await.is(403);
        }
        person.post(&format!("/rounds/{}/closing", round.id), &[]).await.is(403);
    }
    assert_eq!(titled(&app, "Round 2027").await.state, RoundState::Open);
    app.rso().await.get(&format!("/rounds/{}", RoundId::new())).await.is(404);
}

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let app = TestApp::new().await;
    let before = counts(&app).await;
    let by = rctm::identity::Operator::at_the_console();
    rctm::cli::load::demonstration(&app.app, &by).await.expect("loading again");
    assert_eq!(counts(&app).await, before);
}

async fn counts(app: &TestApp) -> Vec<i64> {
    let tables = ["round", "sheet", "course_nomination", "course_nomination_event", "demand_cell"];
    let mut counts = Vec::new();
    for table in tables.into_iter().chain(["audit_entry", "outbox"]) {
        let sql = format!("select count(*) as n from {table}");
        counts.push(app.count(&sql, vec![]).await);
    }
    counts
}
