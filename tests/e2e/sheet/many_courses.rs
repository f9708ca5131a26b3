//! A course type of which centres offer more courses than a list can hold.
use rctm::base::ids::CourseId;
use tests::TestApp;

use super::Desk;

/// Adds courses of the type `liaison`, each with a code of its own.
pub async fn add_courses(app: &TestApp, count: usize) {
    let centre = rctm::organisations::by_code(&app.app.db, "ABFC").await.expect("a query");
    let centre = centre.expect("a centre").id;
    for number in 0..count {
        let (id, code) = (CourseId::new(), format!("MANY-{number:03}"));
        let values =
            vec![id.0.into(), code.into(), centre.0.into(), app.now().into(), false.into()];
        let course = "insert into course (id, code, centre_id, state, revision, draft, \
            draft_differs, draft_saved_at, state_since, reason, sample, created_at) \
            values ($1, $2, $3, 'published', 1, '{}', $5, $4, $4, '', $5, $4)";
        app.execute(course, values.clone()).await;
        let listing = "insert into course_listing (course_id, code, centre_id, centre_code, \
            course_type, goal, title, sort_title, summary, level, duration_days, length, \
            train_the_trainer, module_count, languages, levels_of_delivery, search_text, sample, \
            published_at) values ($1, $2, $3, 'ABFC', 'liaison', 'prevention', 'Many', $2, '', \
            'introductory', 5, 'week', 'no', 1, 'en', 'regional', '', $5, $4)";
        app.execute(listing, values).await;
    }
}

#[tokio::test]
async fn a_preferred_course_among_many_is_named_by_its_code() {
    let desk = Desk::new().await;
    let fiji = desk.app.focal_point("Fiji").await;
    fiji.get(&desk.path).await.says("<select name=\"liaison.course\"");
    add_courses(&desk.app, 40).await;
    let page = fiji.get(&desk.path).await;
    page.does_not_say("<select name=\"liaison.course\"").does_not_say("MANY-0");
    page.says("Preferred course, by its code").says("href=\"/catalogue?type=liaison\"");
    page.says("<select name=\"induction.course\"");

    let asked = |code| [("liaison.freq", "once"), ("liaison.course", code), ("do", "check")];
    let page = desk.send(&fiji, &asked("many-999")).await;
    page.is(422).says("Enter the code of a published course of this type");
    page.says("value=\"many-999\"").says("href=\"#liaison-course\"");
    let check = format!("{}/submission", desk.path);
    desk.send(&fiji, &asked("many-033")).await.leads_to(&check);
    let page = fiji.get(&check).await;
    page.is(200).says("MANY-033");
    let revision = page.revision();
    fiji.post(&check, &[("revision", &revision)]).await.leads_to(&check);
    let kept = "select count(*) as n from course_nomination n join course_listing l \
        on l.course_id = n.course_id where l.code = 'MANY-033' and n.course_type = 'liaison'";
    assert_eq!(desk.app.count(kept, vec![]).await, 1);
    fiji.get(&desk.path).await.says("value=\"MANY-033\"");
}
