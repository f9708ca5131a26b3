//! Demand by quarter is always what a recount finds, whoever asks for what.
use std::collections::BTreeMap;

use migration::{Migrator, MigratorTrait};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rctm::base::ids::{OrganisationId, RoundId};
use sea_orm::QueryResult;
use tests::{Person, TestApp};

use super::{lines, number};

/// Round, member, course type, level and quarter, with nominations, deliveries, places, on request.
type Cells = BTreeMap<(RoundId, OrganisationId, String, String, String), [i64; 4]>;

const TYPES: [&str; 5] = ["liaison", "induction", "maritime", "intelligence", "privacy"];

fn text(row: &QueryResult, name: &str) -> String {
    row.try_get("", name).expect("text")
}

/// What is kept, as a whole (quarter "") and by quarter.
async fn kept(app: &TestApp) -> Cells {
    let columns = "round_id, member_id, course_type, level, \
        nominations, deliveries, places, on_request";
    let sql = format!(
        "select {columns}, '' as quarter from demand_cell \
         union all select {columns}, quarter from demand_quarter"
    );
    let rows = app.query(&sql, vec![]).await;
    let cell = |row: &QueryResult| {
        let (round, member) = (row.try_get("", "round_id"), row.try_get("", "member_id"));
        let figures = ["nominations", "deliveries", "places", "on_request"];
        let figures = figures.map(|name| row.try_get::<i32>("", name).expect("a number").into());
        let key = (
            round.expect("an id"),
            member.expect("an id"),
            text(row, "course_type"),
            text(row, "level"),
            text(row, "quarter"),
        );
        (key, figures)
    };
    rows.iter().map(cell).collect()
}

/// What a person would count who deals out every delivery by hand.
async fn counted(app: &TestApp) -> Cells {
    let rows =
        app.query("select * from course_nomination where state <> 'withdrawn'", vec![]).await;
    let mut cells = Cells::new();
    for row in &rows {
        let count = |name: &str| i64::from(row.try_get::<i32>("", name).expect("a number"));
        let (deliveries, people) = (count("deliveries"), count("participants"));
        let named: Vec<String> =
            text(row, "quarters").chars().map(|digit| format!("q{digit}")).collect();
        let named = if named.is_empty() { vec!["unnamed".to_owned()] } else { named };
        let mut shares: BTreeMap<&str, i64> =
            named.iter().map(|quarter| (quarter.as_str(), 0)).collect();
        for delivery in 0..usize::try_from(deliveries).expect("not negative") {
            *shares.get_mut(named[delivery % named.len()].as_str()).expect("named") += 1;
        }
        let on_request = i64::from(text(row, "frequency") == "on_request");
        let course_type: Option<String> = row.try_get("", "course_type").expect("text");
        for (quarter, share) in shares.into_iter().chain([("", deliveries)]) {
            let key = (
                row.try_get("", "round_id").expect("an id"),
                row.try_get("", "member_id").expect("an id"),
                course_type.clone().unwrap_or_else(|| "~new".to_owned()),
                text(row, "level"),
                quarter.to_owned(),
            );
            let cell = cells.entry(key).or_default();
            for (sum, more) in cell.iter_mut().zip([1, share, share * people, on_request]) {
                *sum += more;
            }
        }
    }
    cells
}

/// One line of a sheet: how often, at which level, for how many, in which quarters.
type Line = (&'static str, &'static str, u8, Vec<&'static str>);

fn sheets() -> impl Strategy<Value = Vec<Option<Line>>> {
    let often =
        ["once", "every_two_years", "annual", "twice_a_year", "quarterly", "monthly", "on_request"];
    let levels = ["regional", "national", "train_the_trainer", "translation"];
    let quarters = prop::sample::subsequence(vec!["1", "2", "3", "4"], 0..=4);
    let line = (
        prop::sample::select(often.to_vec()),
        prop::sample::select(levels.to_vec()),
        1u8..6,
        quarters,
    );
    // Five course types and one course that does not exist yet.
    prop::collection::vec(prop::option::weighted(0.7, line), TYPES.len() + 1)
}

async fn send(person: &Person, path: &str, sheet: &[Option<Line>]) {
    let mut form = vec![("revision".to_owned(), person.get(path).await.revision())];
    for (line, key) in sheet.iter().zip(TYPES.into_iter().chain(["~1"])) {
        let mut add = |name: &str, value: &str| form.push((format!("{key}.{name}"), value.into()));
        let Some((often, level, people, quarters)) = line else {
            add("freq", "0");
            continue;
        };
        add("freq", often);
        add("level", level);
        add("people", &people.to_string());
        add("title", "Something new");
        add("reason", "Because");
        for quarter in quarters {
            add("q", quarter);
        }
    }
    form.push(("do".into(), "check".into()));
    let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.post(path, &form).await.is(303);
    let submission = format!("{path}/submission");
    let check = person.get(&submission).await;
    if check.text.contains("name=\"revision\"") {
        person.post(&submission, &[("revision", &check.revision())]).await.is(303);
    }
}

async fn open_sheet(app: &TestApp) -> String {
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    format!("/rounds/{}/sheet", rounds.first().expect("an open round").id)
}

/// Sends a few sheets of every kind in the names of two members, and looks each time.
async fn many_sheets(app: &TestApp, mut look: impl AsyncFnMut()) {
    let path = open_sheet(app).await;
    let people = [app.focal_point("Fiji").await, app.focal_point("Bangladesh").await];
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    for round in 0..12 {
        let sheet = sheets().new_tree(&mut runner).expect("a sheet").current();
        if sheet.iter().any(Option::is_some) {
            send(&people[round % 2], &path, &sheet).await;
            look().await;
        }
    }
}

#[tokio::test]
async fn the_figures_of_a_quarter_are_always_what_a_recount_finds() {
    let app = TestApp::new().await;
    assert!(kept(&app).await.len() > 400, "the past round is there");
    many_sheets(&app, async || assert_eq!(kept(&app).await, counted(&app).await)).await;
}

#[tokio::test]
async fn an_older_database_gets_the_figures_of_its_quarters() {
    let app = TestApp::new().await;
    many_sheets(&app, async || {}).await;
    let (before, db) = (kept(&app).await, app.app.db.for_migrations());
    let exists = "select count(*) as n from demand_quarter";
    let statement = || {
        use sea_orm::ConnectionTrait;
        db.execute_unprepared(exists)
    };
    while statement().await.is_ok() {
        Migrator::down(db, Some(1)).await.expect("a step back");
    }
    Migrator::up(db, None).await.expect("all steps forward");
    rctm::app::migrate(&app.app).await.expect("what the program does after an update");
    assert_eq!(kept(&app).await, before);
}

#[tokio::test]
async fn the_quarters_add_up_to_the_year_in_places_and_deliveries() {
    let app = TestApp::new().await;
    many_sheets(&app, async || {}).await;
    let rso = app.rso().await;
    let sums = async |quarter: &str| {
        let table = rso.get(&format!("/demand.csv?level=all&quarter={quarter}")).await;
        let lines = lines(&table.text);
        [6, 7, 8].map(|column| lines.iter().map(|line| number(&line[column])).sum::<i64>())
    };
    let whole = sums("").await;
    let mut parts = [0; 3];
    for quarter in ["q1", "q2", "Q3", "4", "unnamed"] {
        for (sum, part) in parts.iter_mut().zip(sums(quarter).await) {
            *sum += part;
        }
    }
    assert_eq!(parts[..2], whole[..2]);
    assert!(parts[2] > whole[2], "nominations are listed in each quarter that they name");
    let page = rso.get("/demand?level=all&quarter=q1").await;
    page.says("A nomination is listed in every quarter that it names.");
}
