//! The schema's history goes up, down and up again, step by step, whole steps only.
use std::collections::BTreeMap;

use migration::{Migrator, MigratorTrait};
use rctm::base::db::Db;
use rctm::base::secrets::SecretKey;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tests::Database;

/// The schema by the names of its parts: tables, columns, keys, indexes, triggers.
type Schema = BTreeMap<String, String>;

/// What SQLite says of itself.
const SQLITE: &str = "SELECT type || ' ' || name AS part, COALESCE(sql, '') AS what
    FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'";
/// What PostgreSQL says of itself.
const POSTGRES: &str = "SELECT 'column ' || table_name || '.' || column_name AS part,
        data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '') AS what
        FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'key ' || conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace";

async fn schema(db: &DatabaseConnection) -> Schema {
    let backend = db.get_database_backend();
    let question = if backend == DbBackend::Sqlite { SQLITE } else { POSTGRES };
    let rows = db.query_all_raw(Statement::from_string(backend, question)).await;
    let rows = rows.expect("the database describes itself").into_iter();
    rows.map(|row| (row.try_get("", "part").expect("text"), row.try_get("", "what").expect("text")))
        .collect()
}

async fn empty() -> (Database, Db) {
    let database = Database::empty().await;
    let secret = SecretKey::read(&SecretKey::generate()).expect("a secret");
    let db = Db::open(database.url(), 2, &secret).await.expect("it opens");
    (database, db)
}

fn steps() -> usize {
    Migrator::migrations().len()
}

/// Steps that change what is in the tables and not the tables.
const ROWS_ONLY: [&str; 1] = ["m20261126_000003_languages_not_chosen"];

#[tokio::test]
async fn every_step_can_be_taken_back_and_taken_again() {
    let (_database, db) = empty().await;
    let db = db.for_migrations();
    Migrator::install(db).await.expect("the table of steps");
    for step in 1..=steps() {
        let before = schema(db).await;
        Migrator::up(db, Some(1)).await.expect("up");
        let after = schema(db).await;
        let rows_only = ROWS_ONLY.contains(&Migrator::migrations()[step - 1].name());
        assert_eq!(before == after, rows_only, "step {step} changes nothing, or says so wrongly");
        Migrator::down(db, Some(1)).await.expect("down");
        assert_eq!(schema(db).await, before, "step {step} leaves something behind");
        Migrator::up(db, Some(1)).await.expect("up again");
        assert_eq!(schema(db).await, after, "step {step} differs the second time");
    }
    let whole = schema(db).await;
    Migrator::down(db, None).await.expect("all the way down");
    Migrator::up(db, None).await.expect("all the way up");
    assert_eq!(schema(db).await, whole);
}

#[tokio::test]
async fn a_step_that_fails_half_way_leaves_the_schema_as_it_was() {
    for step in 1..=steps() {
        let (_database, db) = empty().await;
        let db = db.for_migrations();
        let steps_before = u32::try_from(step - 1).expect("few steps");
        Migrator::install(db).await.expect("the table of steps");
        if steps_before > 0 {
            Migrator::up(db, Some(steps_before)).await.expect("up");
        }
        let Some(obstacle) = last_table_of_next_step(db).await else { continue };
        let statement = format!("CREATE TABLE {obstacle} (in_the_way integer)");
        db.execute_unprepared(&statement).await.expect("an obstacle");
        let before = schema(db).await;
        Migrator::up(db, Some(1)).await.expect_err("the obstacle is in the way");
        assert_eq!(schema(db).await, before, "step {step} is half done");
        db.execute_unprepared(&format!("DROP TABLE {obstacle}")).await.expect("it goes");
        Migrator::up(db, None).await.expect("the rest of the way");
    }
}

/// The table that the next step makes last, where it makes any; the step is taken back.
async fn last_table_of_next_step(db: &DatabaseConnection) -> Option<String> {
    let before = tables(db).await;
    Migrator::up(db, Some(1)).await.expect("up");
    let after = tables(db).await;
    Migrator::down(db, Some(1)).await.expect("down");
    after.into_iter().rfind(|table| !before.contains(table))
}

/// The tables in the order in which they were made.
async fn tables(db: &DatabaseConnection) -> Vec<String> {
    let backend = db.get_database_backend();
    let question = if backend == DbBackend::Sqlite {
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
    } else {
        "SELECT relname::text AS name FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY oid"
    };
    let rows = db.query_all_raw(Statement::from_string(backend, question)).await.expect("tables");
    rows.into_iter().map(|row| row.try_get("", "name").expect("a name")).collect()
}

#[tokio::test]
async fn the_program_knows_how_far_the_schema_has_come() {
    let (_database, db) = empty().await;
    assert!(db.migrations_applied().await.is_err(), "nothing has been set up");
    Migrator::up(db.for_migrations(), None).await.expect("up");
    assert_eq!(usize::try_from(db.migrations_applied().await.expect("a number")), Ok(steps()));
}
