//! Two instances on one database agree.
use chrono::Duration;
use rctm::base::mailer::deliver_due;
use tests::{PASSWORD, TestApp};

use super::{new_course, post, submit};

#[tokio::test]
async fn somebody_who_signed_in_at_one_is_known_to_the_other_and_signs_out_of_both() {
    let (one, person) = {
        let one = TestApp::new().await;
        let person = one.director("JCLEC").await;
        (one, person)
    };
    let two = one.another().await;
    let there = person.at(&two);
    there.get("/my-centre").await.is(200);
    there.post("/sign-out", &[]).await.is(303);
    person.get("/my-centre").await.is(303);
}

#[tokio::test]
async fn guesses_at_one_are_counted_by_the_other() {
    let one = TestApp::new().await;
    let two = one.another().await;
    let guess = |app: &TestApp| app.visitor();
    for number in 0..6 {
        let at = if number % 2 == 0 { &one } else { &two };
        guess(at).try_to_sign_in("director@jclec.example", "wrong").await;
        one.pass(Duration::milliseconds(10_500));
    }
    let last = guess(&one).try_to_sign_in("director@jclec.example", "wrong").await;
    last.is(422);
    guess(&two).try_to_sign_in("director@jclec.example", PASSWORD).await.is(429);
    guess(&one).try_to_sign_in("director@jclec.example", PASSWORD).await.is(429);
}

#[tokio::test]
async fn a_draft_saved_at_one_is_seen_at_the_other_and_not_written_over() {
    let one = TestApp::new().await;
    let two = one.another().await;
    let (lead, deputy) = (one.focal_point("Bangladesh").await, one.deputy("Bangladesh").await);
    let deputy = deputy.at(&two);
    let rounds = rctm::course_nominations::open_rounds(&one.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let revision = lead.get(&sheet).await.revision();
    let typed = |reason| [("revision", revision.as_str()), ("liaison.freq", "annual"), reason];
    lead.post(&sheet, &typed(("liaison.reason", "words of the lead"))).await.is(303);
    deputy.get(&sheet).await.says("words of the lead");
    let late = deputy.post(&sheet, &typed(("liaison.reason", "words of the deputy"))).await;
    late.is(409).says("words of the lead").says("words of the deputy");
}

#[tokio::test]
async fn the_same_form_sent_to_both_at_once_makes_one_course() {
    let one = TestApp::new().await;
    let two = one.another().await;
    let here = one.editor("JCLEC").await;
    let there = here.at(&two);
    let form = new_course("IDM-777", "Once");
    let (first, second) =
        tokio::join!(post(&here, "/courses/new", &form), post(&there, "/courses/new", &form));
    first.leads_to("/courses/IDM-777/edit");
    second.leads_to("/courses/IDM-777/edit");
    let sql = "select count(*) as n from course where code = 'IDM-777'";
    assert_eq!(one.count(sql, vec![]).await, 1);
}

#[tokio::test]
async fn what_is_to_be_swept_is_swept_by_one() {
    let one = TestApp::new().await;
    let two = one.another().await;
    for _ in 0..3 {
        let (here, there) = tokio::join!(rctm::app::sweep(&one.app), rctm::app::sweep(&two.app));
        let swept = [here.expect("a sweep"), there.expect("a sweep")];
        assert_eq!(swept.iter().filter(|swept| **swept).count(), 1, "{swept:?}");
        one.pass(Duration::minutes(10));
    }
}

#[tokio::test]
async fn each_email_leaves_from_one_of_them() {
    let one = TestApp::new().await;
    let two = one.another().await;
    submit(&one, &one.focal_point("Fiji").await).await;
    let waiting =
        one.count("select count(*) as n from outbox where state = 'queued'", vec![]).await;
    assert!(waiting > 0, "nobody is told");
    let (here, there) = tokio::join!(deliver_due(&one.app), deliver_due(&two.app));
    let left = here.expect("delivery") + there.expect("delivery");
    assert_eq!(i64::try_from(left).expect("few"), waiting);
    let twice = "select count(*) as n from outbox where attempts <> 1 and state = 'sent'";
    assert_eq!(one.count(twice, vec![]).await, 0);
}
