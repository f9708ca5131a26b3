//! What is submitted: nominations, their history, the demand of the region, who is told.
use rctm::base::ids::{CourseId, OrganisationId, RoundId};
use rctm::course_nominations::{self, NominationState};
use rctm::identity::Operator;
use sea_orm::{ConnectionTrait, DatabaseBackend, QueryResult, Statement, Value};
use tests::{Person, Reply, TestApp};

/// Fiji and Bangladesh at the open round; JCLEC teaches liaison and maritime, ABFC induction,
/// both intelligence, nobody with a director identity.
struct Round {
    app: TestApp,
    id: RoundId,
    path: String,
}

impl Round {
    async fn new() -> Self {
        let app = TestApp::new().await;
        for (centre, course_type) in [
            ("JCLEC", "liaison"),
            ("JCLEC", "maritime"),
            ("JCLEC", "intelligence"),
            ("ABFC", "intelligence"),
            ("ABFC", "induction"),
        ] {
            publish(&app, centre, course_type).await;
        }
        let rounds = course_nominations::open_rounds(&app.app.db).await.expect("rounds");
        let id = rounds.first().expect("the demonstration has an open round").id;
        Self { app, id, path: format!("/rounds/{id}/sheet") }
    }

    async fn save(&self, person: &Person, fields: &[(&str, &str)]) -> String {
        let seen = revision(&person.get(&self.path).await);
        let mut form = vec![("revision", seen.as_str()), ("do", "check")];
        form.extend_from_slice(fields);
        person.post(&self.path, &form).await.leads_to(&self.submission());
        revision_or(&person.get(&self.submission()).await, &seen)
    }

    fn submission(&self) -> String {
        format!("{}/submission", self.path)
    }

    async fn submit(&self, person: &Person, fields: &[(&str, &str)]) -> Reply {
        let revision = self.save(person, fields).await;
        let reply = person.post(&self.submission(), &[("revision", &revision)]).await;
        reply.leads_to(&self.submission());
        person.get(&self.submission()).await
    }

    async fn rows(&self, member: &str) -> Vec<course_nominations::NominationRow> {
        let by = self.focal_point(member).await;
        let filter = course_nominations::Filter::default();
        let db = &self.app.app.db;
        course_nominations::nominations_of_state(db, by.state(), self.id, &filter)
            .await
            .expect("nominations")
    }

    async fn focal_point(&self, member: &str) -> rctm::identity::FocalPoint {
        let code = if member == "Fiji" { "FJ" } else { "BD" };
        let organisation = rctm::organisations::by_code(&self.app.app.db, code).await;
        let organisation = organisation.expect("a query").expect("a member");
        Operator::at_the_console().focal_point(organisation.for_identity()).expect("it nominates")
    }

    /// Address, subject and text of every email queued, oldest first.
    async fn emails(&self) -> Vec<Sent> {
        let sql =
            "select to_address, subject, body_text, unsubscribe, event from outbox order by id";
        let rows = query(&self.app, sql, vec![]).await;
        let text = |row: &QueryResult, name| row.try_get::<String>("", name).expect("text");
        rows.iter()
            .map(|row| Sent {
                to: text(row, "to_address"),
                subject: text(row, "subject"),
                text: text(row, "body_text"),
                stoppable: row
                    .try_get::<Option<String>>("", "unsubscribe")
                    .expect("text")
                    .is_some(),
            })
            .collect()
    }
}

#[derive(Debug)]
struct Sent {
    to: String,
    subject: String,
    text: String,
    stoppable: bool,
}

fn revision(page: &Reply) -> String {
    let (_, rest) = page.text.split_once("name=\"revision\" value=\"").expect("a revision");
    rest.split('"').next().expect("a value").to_owned()
}

/// The revision on a check page; a receipt has none.
fn revision_or(page: &Reply, other: &str) -> String {
    if page.text.contains("name=\"revision\"") { revision(page) } else { other.to_owned() }
}

async fn query(app: &TestApp, sql: &str, values: Vec<Value>) -> Vec<QueryResult> {
    let db = &app.app.db;
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    db.query_all_raw(statement).await.expect(sql)
}

async fn execute(app: &TestApp, sql: &str, values: Vec<Value>) {
    let tx = app.app.db.begin().await.expect("a transaction");
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    tx.execute_raw(statement).await.expect(sql);
    tx.commit().await.expect("a commit");
}

/// Makes a centre publish a course of a type, if it does not.
async fn publish(app: &TestApp, centre: &str, course_type: &str) {
    let organisation = rctm::organisations::by_code(&app.app.db, centre).await.expect("a query");
    let centre_id = organisation.expect("a centre").id;
    let published = rctm::catalogue::centres_publishing(&app.app.db, &[course_type]).await;
    if published.expect("a query").iter().any(|(_, publisher)| *publisher == centre_id) {
        return;
    }
    let (id, code) = (CourseId::new(), format!("{centre}-{course_type}"));
    execute(
        app,
        "insert into course (id, code, centre_id, state, revision, draft, draft_differs, \
         draft_saved_at, sample, created_at) values ($1, $2, $3, 'published', 1, '{}', $4, $5, $4, $5)",
        vec![
            id.0.into(),
            code.clone().into(),
            centre_id.0.into(),
            false.into(),
            app.now().into(),
        ],
    )
    .await;
    list(app, (id, centre_id), (&code, course_type)).await;
}

async fn list(
    app: &TestApp,
    (id, centre): (CourseId, OrganisationId),
    (code, course_type): (&str, &str),
) {
    execute(
        app,
        "insert into course_listing (course_id, code, centre_id, course_type, goal, title, summary, \
         level, duration_days, module_count, languages, levels_of_delivery, search_text, \
         published_at) values ($1, $2, $3, $4, 'prevention', $2, '', 'basic', 5, 1, 'en', \
         'regional', '', $5)",
        vec![id.0.into(), code.into(), centre.0.into(), course_type.into(), app.now().into()],
    )
    .await;
}

const LIAISON: [(&str, &str); 7] = [
    ("liaison.freq", "twice_a_year"),
    ("liaison.people", "3"),
    ("liaison.rank", "1"),
    ("liaison.urgency", "high"),
    ("liaison.q", "1"),
    ("liaison.q", "3"),
    ("liaison.reason", "Four new posts open in 2027"),
];
const INDUCTION: [(&str, &str); 4] = [
    ("induction.freq", "quarterly"),
    ("induction.level", "national"),
    ("induction.people", "30"),
    ("induction.rank", "2"),
];

const JCLEC: &str = "training.director@jclec.example";
const ABFC: &str = "training.director@abfc.example";

#[tokio::test]
async fn what_is_submitted_is_shown_first_and_stands_afterwards() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.save(&fiji, &[&LIAISON[..], &INDUCTION[..]].concat()).await;
    let check = fiji.get(&round.submission()).await;
    check.is(200).says("Check before you submit").says("2 course nominations").says("6 deliveries");
    check.says(">126</td>").says("2 Training Directors").says("2 focal points of Fiji");
    assert!(round.rows("Fiji").await.is_empty() && round.emails().await.is_empty());
    let receipt = round.submit(&fiji, &[]).await;
    receipt.is(200).says("<h1>Submitted</h1>").says("Sent by Mere Nakalevu on");
    let rows = round.rows("Fiji").await;
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].deliveries, rows[0].places, rows[0].rank), (2, 6, 1));
    assert_eq!((rows[1].deliveries, rows[1].places, rows[1].rank), (4, 120, 2));
    let page = fiji.get("/nominations").await;
    page.is(200).says("2 a year, Regional, 3 people").says("Mere Nakalevu").says("Q1, Q3");
}

#[tokio::test]
async fn a_director_gets_one_message_with_every_line_that_concerns_the_centre() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    let more = [
        ("intelligence.freq", "annual"),
        ("intelligence.rank", "3"),
        ("maritime.freq", "once"),
        ("maritime.rank", "4"),
        ("identity.freq", "once"),
        ("identity.rank", "5"),
    ];
    round.submit(&fiji, &[&LIAISON[..], &INDUCTION[..], &more[..]].concat()).await;
    let emails = round.emails().await;
    let to = |address: &str| emails.iter().filter(|sent| sent.to == address).collect::<Vec<_>>();
    let jclec = to(JCLEC);
    assert_eq!(jclec.len(), 1, "{emails:?}");
    assert_eq!(jclec[0].subject, "Fiji asks for 3 course types you teach");
    for words in [
        "Immigration liaison",
        "Intelligence analysis",
        "Irregular movements by sea",
        "Four new posts open in 2027",
        "2 a year, Regional",
        "3 at each delivery, 6 in all",
        "Q1 and Q3",
        "States now ask for Immigration",
    ] {
        assert!(jclec[0].text.contains(words), "{words}: {}", jclec[0].text);
    }
    assert!(!jclec[0].text.contains("Border officer induction"));
    let abfc = to(ABFC);
    assert_eq!(abfc.len(), 1);
    assert_eq!(abfc[0].subject, "Fiji asks for 2 course types you teach");
    assert!(abfc[0].stoppable);
    assert_eq!(to("focal.point@fiji.example").len(), 1);
    assert_eq!(to("deputy@fiji.example").len(), 1);
    assert_eq!(emails.len(), 4, "nobody else: {emails:?}");
}

#[tokio::test]
async fn one_line_is_told_in_the_subject_and_the_receipt_says_what_was_sent() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let emails = round.emails().await;
    let jclec = emails.iter().find(|sent| sent.to == JCLEC).expect("a message");
    assert_eq!(jclec.subject, "Fiji asks for Immigration liaison, 2 a year");
    let receipt = emails.iter().find(|sent| sent.to == "focal.point@fiji.example");
    let receipt = receipt.expect("a receipt");
    assert_eq!(receipt.subject, "Fiji has submitted 1 course nomination for Round 2027");
    assert!(receipt.text.contains("Immigration liaison") && !receipt.stoppable, "{}", receipt.text);
}

#[tokio::test]
async fn a_director_who_stopped_these_messages_gets_none() {
    let round = Round::new().await;
    execute(
        &round.app,
        "insert into notice_choice (account_id, kind, choice, chosen_at) \
         select id, 'course_nominated', 'off', $1 from account where email = $2",
        vec![round.app.now().into(), JCLEC.into()],
    )
    .await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let emails = round.emails().await;
    assert!(emails.iter().all(|sent| sent.to != JCLEC), "{emails:?}");
    assert_eq!(emails.len(), 2);
}

#[tokio::test]
async fn nothing_is_queued_when_the_submission_fails() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    let revision = round.save(&fiji, &LIAISON).await;
    execute(&round.app, "alter table audit_entry rename to audit_entry_away", vec![]).await;
    let failed = fiji.post(&round.submission(), &[("revision", &revision)]).await;
    execute(&round.app, "alter table audit_entry_away rename to audit_entry", vec![]).await;
    failed.is(500);
    assert!(round.emails().await.is_empty() && round.rows("Fiji").await.is_empty());
    fiji.post(&round.submission(), &[("revision", &revision)]).await.is(303);
    assert_eq!(round.rows("Fiji").await.len(), 1);
}

#[tokio::test]
async fn pressing_submit_twice_sends_once_and_shows_the_same_receipt() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    let revision = round.save(&fiji, &LIAISON).await;
    for _ in 0..2 {
        let reply = fiji.post(&round.submission(), &[("revision", &revision)]).await;
        reply.leads_to(&round.submission());
    }
    assert_eq!(round.rows("Fiji").await.len(), 1);
    assert_eq!(round.emails().await.len(), 3);
}

#[tokio::test]
async fn a_new_submission_keeps_what_stays_and_tells_only_whom_it_concerns() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &[&LIAISON[..], &INDUCTION[..]].concat()).await;
    let before = round.rows("Fiji").await;
    round.app.pass(chrono::Duration::minutes(5));
    fiji.get("/nominations").await.says("Change");
    let smaller = [("induction.freq", "annual"), ("induction.people", "25")];
    round.submit(&fiji, &smaller).await;
    let after = round.rows("Fiji").await;
    assert_eq!(after[0], before[0], "liaison is as it was");
    assert_eq!(after[1].id, before[1].id);
    assert_eq!((after[1].deliveries, after[1].places), (1, 25));
    let emails = round.emails().await;
    let told: Vec<_> =
        emails[4..].iter().map(|sent| (sent.to.as_str(), sent.subject.as_str())).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.contains(&(
        ABFC,
        "Fiji has changed what it asks for: Border officer induction, 1 a year"
    )));
    assert_eq!(events(&round, "induction").await, ["submitted", "submitted"]);
    assert_eq!(events(&round, "liaison").await, ["submitted"]);
    round.submit(&fiji, &[("induction.freq", "0")]).await;
    let last = round.rows("Fiji").await;
    assert_eq!(last[1].state, NominationState::Withdrawn);
    let emails = round.emails().await;
    assert!(
        emails[7..].iter().any(|sent| sent.to == ABFC
            && sent.subject == "Fiji no longer asks for Border officer induction"),
        "{emails:?}"
    );
}

async fn events(round: &Round, line: &str) -> Vec<String> {
    let sql = "select e.state from course_nomination_event e join course_nomination n \
               on n.id = e.nomination_id join organisation o on o.id = n.member_id \
               where n.line = $1 and o.code = 'FJ' and n.round_id = $2 order by e.at, e.id";
    let rows = query(&round.app, sql, vec![line.into(), round.id.0.into()]).await;
    rows.iter().map(|row| row.try_get("", "state").expect("a state")).collect()
}

#[tokio::test]
async fn priorities_can_change_places() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &[&LIAISON[..], &INDUCTION[..]].concat()).await;
    round
        .submit(
            &fiji,
            &[
                ("liaison.freq", "once"),
                ("liaison.rank", "2"),
                ("induction.rank", "1"),
                ("induction.freq", "once"),
            ],
        )
        .await;
    let lines: Vec<_> = round.rows("Fiji").await.into_iter().map(|row| row.line).collect();
    assert_eq!(lines, ["induction", "liaison"]);
}

#[tokio::test]
async fn no_needs_is_an_answer_of_its_own() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let path = format!("{}/no-needs", round.path);
    let seen = revision(&fiji.get(&round.path).await);
    let form = [("revision", seen.as_str()), ("do", "no-needs")];
    fiji.post(&round.path, &form).await.leads_to(&path);
    let check = fiji.get(&path).await;
    check
        .is(200)
        .says("Fiji needs no course in Round 2027")
        .says("1 earlier nomination will be withdrawn");
    for _ in 0..2 {
        let reply = fiji.post(&path, &[("revision", &revision(&check))]).await;
        reply.leads_to(&round.submission());
    }
    fiji.get(&round.submission()).await.says("“No needs” is submitted");
    assert!(round.rows("Fiji").await.iter().all(|row| row.state == NominationState::Withdrawn));
    let page = round.app.rso().await.get(&format!("/rounds/{}", round.id)).await;
    page.says("No needs").says("Answered: 11");
    let emails = round.emails().await;
    assert!(
        emails.iter().any(|sent| sent.subject == "Fiji has answered “no needs” for Round 2027")
    );
    assert_eq!(emails.iter().filter(|sent| sent.to == JCLEC).count(), 2);
}

#[tokio::test]
async fn a_member_that_never_typed_can_answer_no_needs() {
    let round = Round::new().await;
    let bangladesh = round.app.focal_point("Bangladesh").await;
    let path = format!("{}/no-needs", round.path);
    bangladesh.get(&path).await.is(200);
    bangladesh.post(&path, &[("revision", "0")]).await.leads_to(&round.submission());
    bangladesh.get("/nominations").await.says("No needs");
}

#[tokio::test]
async fn one_nomination_is_withdrawn_with_a_reason() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &[&LIAISON[..], &INDUCTION[..]].concat()).await;
    let rows = round.rows("Fiji").await;
    let path = format!("/nominations/{}/withdrawal", rows[1].id);
    fiji.get(&path).await.is(200).says("Withdraw Border officer induction");
    fiji.post(&path, &[("reason", " ")]).await.is(422).says("Give a reason");
    let back = format!("/nominations?round={}", round.id);
    for _ in 0..2 {
        fiji.post(&path, &[("reason", "The academy does it")]).await.leads_to(&back);
    }
    fiji.get(&back).await.says("Withdrawn").says("The academy does it").says("Mere Nakalevu");
    let emails = round.emails().await;
    let to_abfc: Vec<_> = emails.iter().filter(|sent| sent.to == ABFC).collect();
    assert_eq!(to_abfc.len(), 2, "{emails:?}");
    assert_eq!(to_abfc[1].subject, "Fiji no longer asks for Border officer induction");
    assert_eq!(emails.iter().filter(|sent| sent.to == JCLEC).count(), 1);
    fiji.get(&round.submission()).await.says("<h1>Submitted</h1>").says("1 course nomination");
}

#[tokio::test]
async fn the_nominations_of_another_state_are_not_there() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let id = round.rows("Fiji").await[0].id;
    let bangladesh = round.app.focal_point("Bangladesh").await;
    let path = format!("/nominations/{id}/withdrawal");
    bangladesh.get(&path).await.is(404);
    bangladesh.post(&path, &[("reason", "mischief")]).await.is(404);
    bangladesh.get("/nominations").await.does_not_say("Four new posts open");
    assert_eq!(round.rows("Fiji").await[0].state, NominationState::Submitted);
}

#[tokio::test]
async fn after_the_closing_nothing_is_submitted_or_withdrawn() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let revision = round.save(&fiji, &INDUCTION).await;
    let id = round.rows("Fiji").await[0].id;
    let rso = round.app.rso().await;
    rso.post(&format!("/rounds/{}/closing", round.id), &[]).await.is(303);
    let late = fiji.post(&round.submission(), &[("revision", &revision)]).await;
    late.is(409).says("This round closed");
    let path = format!("/nominations/{id}/withdrawal");
    fiji.post(&path, &[("reason", "too late")]).await.is(409);
    assert_eq!(round.rows("Fiji").await.len(), 1);
    fiji.get(&round.path).await.is(200).says("30").does_not_say("name=\"do\"");
}

#[tokio::test]
async fn a_sheet_that_changed_since_it_was_checked_is_not_submitted() {
    let round = Round::new().await;
    let lead = round.app.focal_point("Bangladesh").await;
    let checked = round.save(&lead, &LIAISON).await;
    let deputy = round.app.deputy("Bangladesh").await;
    round.save(&deputy, &INDUCTION).await;
    let page = lead.post(&round.submission(), &[("revision", &checked)]).await;
    page.is(409).says("Somebody else saved this sheet meanwhile").says("Border officer induction");
    assert!(round.rows("Bangladesh").await.is_empty());
    lead.post(&round.submission(), &[("revision", &revision(&page))]).await.is(303);
    assert_eq!(round.rows("Bangladesh").await.len(), 2);
}

#[tokio::test]
async fn a_draft_beside_what_was_sent_stays_unsent() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &[&LIAISON[..], &INDUCTION[..]].concat()).await;
    round.save(&fiji, &[("maritime.freq", "once")]).await;
    fiji.get(&round.path).await.says("Submitted, with changes not sent");
    let id = round.rows("Fiji").await[1].id;
    let path = format!("/nominations/{id}/withdrawal");
    fiji.post(&path, &[("reason", "not needed")]).await.is(303);
    let page = fiji.get(&round.path).await;
    page.says("Submitted, with changes not sent");
    assert_eq!(round.rows("Fiji").await.iter().filter(|row| row.line == "maritime").count(), 0);
}

#[tokio::test]
async fn the_demand_of_the_region_is_always_what_a_recount_finds() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    let more = [
        ("liaison~2.freq", "on_request"),
        ("liaison~2.rank", "7"),
        ("~1.freq", "once"),
        ("~1.title", "Something new"),
        ("~1.reason", "Because"),
        ("~1.rank", "8"),
    ];
    round.submit(&fiji, &[&LIAISON[..], &INDUCTION[..], &more[..]].concat()).await;
    recount(&round.app).await;
    let id = round.rows("Fiji").await[0].id;
    fiji.post(&format!("/nominations/{id}/withdrawal"), &[("reason", "gone")]).await.is(303);
    recount(&round.app).await;
    round.submit(&fiji, &[("induction.freq", "monthly"), ("induction.people", "10")]).await;
    recount(&round.app).await;
}

/// Counts every nomination anew and compares with the cells that are kept.
async fn recount(app: &TestApp) {
    let counted = "select cast(round_id as text) || cast(member_id as text) || course_type || level as cell, \
         count(*) as nominations, cast(sum(deliveries) as bigint) as deliveries, \
         cast(sum(places) as bigint) as places, \
         cast(sum(case when frequency = 'on_request' then 1 else 0 end) as bigint) as on_request \
         from course_nomination where state <> 'withdrawn' and course_type is not null \
         group by round_id, member_id, course_type, level order by 1";
    let kept = "select cast(round_id as text) || cast(member_id as text) || course_type || level as cell, \
         cast(nominations as bigint) as nominations, cast(deliveries as bigint) as deliveries, \
         cast(places as bigint) as places, cast(on_request as bigint) as on_request \
         from demand_cell order by 1";
    let (counted, kept) = (cells(app, counted).await, cells(app, kept).await);
    assert!(counted.len() > 200, "the past round is there");
    assert_eq!(counted, kept);
}

async fn cells(app: &TestApp, sql: &str) -> Vec<(Vec<u8>, [i64; 4])> {
    let sqlite = app.app.db.get_database_backend() == DatabaseBackend::Sqlite;
    // SQLite keeps ids as blobs, which text functions would cut.
    let sql = if sqlite {
        sql.replace("cast(round_id as text)", "hex(round_id)")
            .replace("cast(member_id as text)", "hex(member_id)")
    } else {
        sql.to_owned()
    };
    let rows = query(app, &sql, vec![]).await;
    let number = |row: &QueryResult, name: &str| row.try_get::<i64>("", name).expect("a number");
    let mut cells: Vec<_> = rows
        .iter()
        .map(|row| {
            let cell = row.try_get::<String>("", "cell").expect("text").into_bytes();
            let figures = ["nominations", "deliveries", "places", "on_request"];
            (cell, figures.map(|name| number(row, name)))
        })
        .collect();
    cells.sort();
    cells
}

#[tokio::test]
async fn the_past_round_is_what_the_seed_says() {
    let round = Round::new().await;
    let rows = query(
        &round.app,
        "select count(*) as n, cast(sum(places) as bigint) as places from course_nomination n \
         join round r on r.id = n.round_id where r.title = 'Round 2016'",
        vec![],
    )
    .await;
    let number = |name: &str| rows[0].try_get::<i64>("", name).expect("a number");
    assert_eq!(number("n"), 261);
    let deliveries = |frequency: seed::Frequency| match frequency {
        seed::Frequency::Once | seed::Frequency::EveryTwoYears | seed::Frequency::Annual => 1,
        seed::Frequency::TwiceAYear => 2,
        seed::Frequency::Quarterly => 4,
        seed::Frequency::Monthly => 12,
    };
    let places: i64 = seed::demand_2016()
        .iter()
        .map(|row| deliveries(row.frequency) * i64::from(row.participants_per_delivery))
        .sum();
    assert_eq!(number("places"), places);
}

#[tokio::test]
async fn every_write_leaves_one_entry_in_the_audit_log() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let id = round.rows("Fiji").await[0].id;
    fiji.post(&format!("/nominations/{id}/withdrawal"), &[("reason", "gone")]).await.is(303);
    let sql = "select a.action from audit_entry a join account c on c.id = a.account_id \
               where c.email = $1 and a.object <> 'session' and a.action not like 'session%' \
               and a.action not like 'account%' order by a.id";
    let rows = query(&round.app, sql, vec!["focal.point@fiji.example".into()]).await;
    let actions: Vec<String> =
        rows.iter().map(|row| row.try_get("", "action").expect("text")).collect();
    assert_eq!(actions, ["sheet.save", "sheet.submit", "nomination.withdraw"]);
}
