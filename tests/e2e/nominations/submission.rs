//! What is submitted stands as it was shown, once, until it is submitted again.
use rctm::course_nominations::NominationState;

use super::{ABFC, INDUCTION, LIAISON, Round};

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
async fn nothing_is_queued_when_the_submission_fails() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    let revision = round.save(&fiji, &LIAISON).await;
    round.app.execute("alter table audit_entry rename to audit_entry_away", vec![]).await;
    let failed = fiji.post(&round.submission(), &[("revision", &revision)]).await;
    round.app.execute("alter table audit_entry_away rename to audit_entry", vec![]).await;
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
    let rows = round.app.query(sql, vec![line.into(), round.id.0.into()]).await;
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
async fn a_sheet_that_changed_since_it_was_checked_is_not_submitted() {
    let round = Round::new().await;
    let lead = round.app.focal_point("Bangladesh").await;
    let checked = round.save(&lead, &LIAISON).await;
    let deputy = round.app.deputy("Bangladesh").await;
    round.save(&deputy, &INDUCTION).await;
    let page = lead.post(&round.submission(), &[("revision", &checked)]).await;
    page.is(409).says("Somebody else saved this sheet meanwhile").says("Border officer induction");
    assert!(round.rows("Bangladesh").await.is_empty());
    lead.post(&round.submission(), &[("revision", &page.revision())]).await.is(303);
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
async fn every_write_leaves_one_entry_in_the_audit_log() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let id = round.rows("Fiji").await[0].id;
    fiji.post(&format!("/nominations/{id}/withdrawal"), &[("reason", "gone")]).await.is(303);
    let sql = "select a.action from audit_entry a join account c on c.id = a.account_id \
               where c.email = $1 and a.object <> 'session' and a.action not like 'session%' \
               and a.action not like 'account%' order by a.id";
    let rows = round.app.query(sql, vec!["focal.point@fiji.example".into()]).await;
    let actions: Vec<String> =
        rows.iter().map(|row| row.try_get("", "action").expect("text")).collect();
    assert_eq!(actions, ["sheet.save", "sheet.submit", "nomination.withdraw"]);
}
