//! One nomination is taken back, by those who may, while they may.
use rctm::course_nominations::NominationState;

use super::{ABFC, INDUCTION, JCLEC, LIAISON, Round};

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
