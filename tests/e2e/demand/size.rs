//! The board costs the same over a thousand nominations and over a hundred thousand.
use axum::body::Body;
use axum::http::{Request, header};
use rctm::base::assets;
use rctm::base::ids::RoundId;
use rctm::course_nominations::{self, Cut, Mark, Topic, Wanted};
use rctm::identity::{DemandScope, Operator};
use sea_orm::{ConnectionTrait, DbBackend};
use tests::{Counting, TestApp};

/// The most bytes of the board with all that is around it, as they are sent.
const MOST_BYTES: usize = 20_000;

pub async fn open_round(app: &TestApp) -> RoundId {
    let rounds = course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    rounds.first().expect("the demonstration has an open round").id
}

/// Puts `many` nominations into a round that asks for everything there is, spread evenly over
/// members and course types, instead of those that are there.
pub async fn ask(app: &TestApp, round: RoundId, many: i64) {
    for table in ["demand_cell", "demand_quarter"] {
        app.execute(&format!("delete from {table} where round_id = $1"), vec![round.0.into()])
            .await;
    }
    let events = "delete from course_nomination_event where nomination_id in \
        (select id from course_nomination where round_id = $1)";
    app.execute(events, vec![round.0.into()]).await;
    app.execute("delete from course_nomination where round_id = $1", vec![round.0.into()]).await;
    let sqlite = app.app.db.get_database_backend() == DbBackend::Sqlite;
    let id = if sqlite { "randomblob(16)" } else { "gen_random_uuid()" };
    let numbers = "with recursive numbers (n) as \
        (select 0 union all select n + 1 from numbers where n < $1 - 1)";
    let rows = format!(
        "{numbers}, members as (select member_id, row_number() over (order by member_id) - 1 as m \
           from round_member where round_id = $2), \
         types as (select course_type, row_number() over (order by course_type) - 1 as t \
           from round_course_type where round_id = $2) \
         insert into course_nomination (id, round_id, member_id, line, course_type, frequency, \
           level, participants, deliveries, places, priority, urgency, language, mode, quarters, \
           can_host, justification, state, submitted_at, changed_at) \
         select {id}, $2, member_id, course_type, course_type, 'annual', 'regional', 3, 1, 3, \
           n / (select count(*) from members) + 1, 'medium', 'en', 'any', '', $3, 'Because', \
           'submitted', $4, $4 \
         from numbers join members on m = n % (select count(*) from members) \
         join types on t = (n / (select count(*) from members)) % (select count(*) from types)"
    );
    let values = vec![many.into(), round.0.into(), false.into(), app.now().into()];
    app.execute(&rows, values).await;
    let cells = "insert into demand_cell (round_id, member_id, course_type, level, nominations, \
        deliveries, places, on_request) select round_id, member_id, course_type, level, \
        cast(count(*) as integer), cast(sum(deliveries) as integer), cast(sum(places) as integer), \
        0 from course_nomination where round_id = $1 \
        group by round_id, member_id, course_type, level";
    app.execute(cells, vec![round.0.into()]).await;
}

async fn region(app: &TestApp) -> DemandScope {
    let office = rctm::organisations::by_code(&app.app.db, "RSO").await.expect("a query");
    let office = office.expect("the office").for_identity();
    DemandScope::Region(Operator::at_the_console().rso(office).expect("it oversees").region())
}

/// Queries and rows of the board's figures and of a page behind each kind of figure.
async fn cost(app: &TestApp, round: RoundId) -> (usize, usize) {
    let region = region(app).await;
    let counting = Counting::new(&app.app.db);
    let cut = Cut::default();
    let cells = course_nominations::demand(&counting, region, round, cut).await.expect("cells");
    let mut members: Vec<_> = cells.iter().map(|cell| cell.member).collect();
    members.sort();
    members.dedup();
    let types: Vec<String> = seed::course_types().into_iter().map(|one| one.code).collect();
    let first = Some(Mark { member: members[0], rank: 1 });
    for (topic, after) in [
        (types.clone(), None),
        (types, first),
        (vec!["liaison".to_owned()], None),
        (vec!["liaison".to_owned()], first),
    ] {
        let members = members[..3].to_vec();
        let topic = Topic::Types(topic);
        let wanted = Wanted { members, topic, level: None, quarter: None, after, limit: 26 };
        let rows = course_nominations::behind(&counting, region, round, &wanted).await;
        rows.expect("nominations");
    }
    (counting.queries(), counting.rows())
}

#[tokio::test]
async fn the_board_costs_the_same_over_a_hundred_times_as_many_nominations() {
    let app = TestApp::new().await;
    let (rso, round) = (app.rso().await, open_round(&app).await);
    ask(&app, round, 10_000).await;
    let few = cost(&app, round).await;
    let page = rso.get("/demand?look=all").await;
    page.says("All 10,000 nominations");
    ask(&app, round, 100_000).await;
    assert_eq!(cost(&app, round).await, few);
    let large = rso.get("/demand?look=all").await;
    large.says("All 100,000 nominations").says("Next page");
    assert!(large.bytes < page.bytes * 11 / 10, "{} and {} bytes", page.bytes, large.bytes);
}

#[tokio::test]
async fn a_board_on_which_everybody_asks_for_everything_is_small_on_the_wire() {
    let app = TestApp::new().await;
    let (rso, round) = (app.rso().await, open_round(&app).await);
    ask(&app, round, 49 * 13 * 2).await;
    let mut whole = 0;
    for path in [assets::STYLESHEET, assets::BOARD_STYLESHEET, assets::ICON, "/demand"] {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, "br");
        let reply = rso.send(request.body(Body::empty()).expect("a request")).await;
        println!("{path}: {} bytes", reply.bytes);
        whole += reply.bytes;
        if path == "/demand" {
            let page = rso.get(path).await;
            let cells = page.text.matches("<td class=\"d").count();
            assert!(cells > 48 * 12, "{cells} cells");
        }
    }
    println!("the board: {whole} bytes with stylesheet and icon");
    assert!(whole <= MOST_BYTES, "{whole} bytes");
}
