//! The figures of the region are what was submitted, counted anew.
use sea_orm::{ConnectionTrait, DatabaseBackend, QueryResult};
use tests::TestApp;

use super::{INDUCTION, LIAISON, Round};

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
    let counted = "select cast(round_id as text) || cast(member_id as text) || coalesce(course_type, '~new') || level \
         as cell, count(*) as nominations, cast(sum(deliveries) as bigint) as deliveries, \
         cast(sum(places) as bigint) as places, \
         cast(sum(case when frequency = 'on_request' then 1 else 0 end) as bigint) as on_request \
         from course_nomination where state <> 'withdrawn' \
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
    let rows = app.query(&sql, vec![]).await;
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
    let rows = round
        .app
        .query(
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
