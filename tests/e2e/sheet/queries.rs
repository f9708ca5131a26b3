//! What a sheet costs the database.
use rctm::base::ids::RoundId;
use rctm::catalogue::CourseType;
use rctm::identity::Operator;
use tests::{Counting, TestApp};

use super::{Desk, open_round};

/// How many queries lay the desk of Bangladesh.
async fn queries(app: &TestApp, round: RoundId) -> usize {
    let organisation = rctm::organisations::by_code(&app.app.db, "BD").await.expect("a query");
    let organisation = organisation.expect("Bangladesh").for_identity();
    let by = Operator::at_the_console().focal_point(organisation).expect("it nominates");
    let counting = Counting::new(&app.app.db);
    rctm::course_nominations::desk(&counting, by.state(), round).await.expect("a desk");
    counting.queries()
}

#[tokio::test]
async fn a_sheet_of_thirty_course_types_takes_no_more_queries_and_little_to_send() {
    let desk = Desk::new().await;
    let round = open_round(&desk.app).await;
    let before = queries(&desk.app, round).await;
    let known = rctm::catalogue::course_types(&desk.app.app.db).await.expect("course types");
    let more: Vec<_> = (b'a'..=b'q')
        .zip(14..)
        .map(|(letter, position)| CourseType {
            code: format!("type_{}", char::from(letter)),
            position,
            ..known[0].clone()
        })
        .collect();
    let by = Operator::at_the_console();
    rctm::catalogue::actions::add_course_types(&desk.app.app, &by, &more).await.expect("added");
    for course_type in more {
        let sql = "insert into round_course_type (round_id, course_type) values ($1, $2)";
        desk.app.execute(sql, vec![round.0.into(), course_type.code.into()]).await;
    }
    assert_eq!(queries(&desk.app, round).await, before);
    assert!(before <= 10, "{before} queries");
    let page = desk.app.focal_point("Bangladesh").await.get(&desk.path).await;
    page.is(200).says("name=\"type_q.freq\"");
}
