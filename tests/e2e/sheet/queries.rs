//! What a sheet costs the database.
use rctm::base::ids::RoundId;
use rctm::catalogue::CourseType;
use rctm::identity::Operator;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use tests::TestApp;

use super::{Desk, open_round};

/// A door to the database that counts what goes through.
struct Counting<'a>(&'a rctm::base::db::Db, std::sync::atomic::AtomicUsize);

impl Counting<'_> {
    fn count(&self) {
        self.1.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    }
}

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Counting<'_> {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.count();
        self.0.execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.count();
        self.0.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.count();
        self.0.query_one_raw(statement).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.count();
        self.0.query_all_raw(statement).await
    }
}

/// How many queries lay the desk of Bangladesh.
async fn queries(app: &TestApp, round: RoundId) -> usize {
    let organisation = rctm::organisations::by_code(&app.app.db, "BD").await.expect("a query");
    let organisation = organisation.expect("Bangladesh").for_identity();
    let by = Operator::at_the_console().focal_point(organisation).expect("it nominates");
    let counting = Counting(&app.app.db, std::sync::atomic::AtomicUsize::new(0));
    rctm::course_nominations::desk(&counting, by.state(), round).await.expect("a desk");
    counting.1.into_inner()
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
