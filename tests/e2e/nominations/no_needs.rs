//! “No needs” is an answer too.
use rctm::course_nominations::NominationState;

use super::{JCLEC, LIAISON, Round};

#[tokio::test]
async fn no_needs_is_an_answer_of_its_own() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let path = format!("{}/no-needs", round.path);
    let seen = fiji.get(&round.path).await.revision();
    let form = [("revision", seen.as_str()), ("do", "no-needs")];
    fiji.post(&round.path, &form).await.leads_to(&path);
    let check = fiji.get(&path).await;
    check
        .is(200)
        .says("Fiji needs no course in Round 2027")
        .says("1 earlier nomination will be withdrawn");
    for _ in 0..2 {
        let reply = fiji.post(&path, &[("revision", &check.revision())]).await;
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
