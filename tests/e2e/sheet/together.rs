//! Two people at one sheet, and the script that saves for them.
use chrono::Duration;

use super::{Desk, GOOD};

#[tokio::test]
async fn two_deputies_at_once_lose_nothing() {
    let desk = Desk::new().await;
    let (lead, deputy) =
        (desk.app.focal_point("Bangladesh").await, desk.app.deputy("Bangladesh").await);
    let seen = lead.get(&desk.path).await.revision();
    let theirs = [("liaison.freq", "annual"), ("liaison.reason", "words of the deputy")];
    desk.send_at(&deputy, &seen, &theirs).await.leads_to(&desk.saved());
    let mine = [
        ("liaison.freq", "monthly"),
        ("liaison.reason", "words of the lead"),
        ("induction.freq", "once"),
    ];
    let page = desk.send_at(&lead, &seen, &mine).await;
    page.is(409)
        .says("Somebody else saved this sheet meanwhile")
        .says("Rafiqul Mridha saved it on");
    page.says("words of the deputy").says("words of the lead").says("Save mine over theirs");
    page.says(
        "<td data-l=\"Theirs, saved\">1 a year</td><td data-l=\"Yours, not saved\">12 a year</td>",
    );
    page.says("name=\"liaison.reason\" id=\"liaison-reason\" value=\"words of the lead\"");
    deputy.get(&desk.path).await.says("words of the deputy").does_not_say("words of the lead");
    desk.send_at(&lead, &page.revision(), &mine).await.leads_to(&desk.saved());
    deputy.get(&desk.path).await.says("words of the lead");
}

#[tokio::test]
async fn the_same_answers_saved_twice_are_no_conflict() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    let seen = fiji.get(&desk.path).await.revision();
    for _ in 0..2 {
        desk.send_at(&fiji, &seen, &GOOD).await.leads_to(&desk.saved());
    }
}

#[tokio::test]
async fn a_draft_saves_itself_unless_somebody_else_saved_meanwhile() {
    let desk = Desk::new().await;
    let lead = desk.app.focal_point("Bangladesh").await;
    let page = lead.get(&desk.path).await;
    page.says(rctm::base::assets::SHEET_SCRIPT).says("role=\"status\"");
    let seen = page.revision();
    let mut typed = [("liaison.freq", "annual"), ("liaison.reason", "ours"), ("do", "autosave")];
    let saved = desk.send_at(&lead, &seen, &typed).await;
    assert_eq!(saved.header("content-type"), Some("text/plain; charset=utf-8"));
    let lines: Vec<_> = saved.is(200).text.lines().collect();
    let (revision, words) = (lines[0], &lines[1..]);
    assert_eq!(words, ["Saved 09:00 in Dhaka", "Draft. 1 of 13 course types, 1 delivery"]);
    let again = desk.send_at(&lead, &seen, &typed).await;
    assert_eq!(again.is(200).text, saved.text, "the answer was lost on the way");
    typed[1].1 = "ours, and more";
    desk.send_at(&lead, revision, &typed).await.is(200);
    let deputy = desk.app.deputy("Bangladesh").await;
    typed[1].1 = "theirs";
    let met = desk.send_at(&deputy, revision, &typed).await;
    met.is(409).says("somebody else saved this sheet meanwhile").does_not_say("<html");
    lead.get(&desk.path).await.says("ours, and more").does_not_say("theirs\"");
    desk.app.visitor().post(&desk.path, &typed).await.is(401).says("You are signed out");
    let sql = "select count(*) as n from audit_entry e join account a on a.id = e.account_id \
                 where e.action = 'sheet.save'";
    assert_eq!(desk.app.count(sql, vec![]).await, 2);
    desk.app.pass(Duration::days(17));
    let late = desk.app.focal_point("Bangladesh").await;
    desk.send_at(&late, "2", &typed).await.is(409).says("This round closed");
    late.get(&desk.path).await.does_not_say(rctm::base::assets::SHEET_SCRIPT);
}
