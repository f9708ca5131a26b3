//! What is stored is what was written, and a backup gives it back.
use rctm::base::audit::chain::Head;
use rctm::base::backup::{self, Manifest};
use rctm::base::clock::Clock;
use rctm::proof::actions::{inspect, settle_after_restore};
use sea_orm::{ConnectionTrait, DbBackend};
use tests::{Database, TestApp};

async fn differences(app: &TestApp, expected: Option<&Head>) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |difference: &str| found.push(difference.to_owned());
    inspect(&app.app, expected, &mut say).await.expect("a check");
    found
}

fn is_postgres(app: &TestApp) -> bool {
    app.app.db.get_database_backend() == DbBackend::Postgres
}

/// Takes the guards of the database away, as only its owner can.
async fn unguarded(app: &TestApp) {
    let entry = ["audit_entry_stays", "audit_entry_remains", "audit_entry_is_chained"];
    let head = ["audit_head_moves_on", "audit_head_remains"];
    let on = |table: &str| if is_postgres(app) { format!(" ON {table}") } else { String::new() };
    for trigger in entry {
        app.tamper(&format!("DROP TRIGGER {trigger}{}", on("audit_entry"))).await;
    }
    for trigger in head {
        app.tamper(&format!("DROP TRIGGER {trigger}{}", on("audit_head"))).await;
    }
}

#[tokio::test]
async fn a_whole_log_has_no_differences() {
    let app = TestApp::new().await;
    app.focal_point("Fiji").await.get("/my-state").await.is(200);
    assert_eq!(differences(&app, None).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_the_log() {
    let app = TestApp::new().await;
    for sql in [
        "UPDATE audit_entry SET role = 'nobody'",
        "DELETE FROM audit_entry",
        "UPDATE audit_head SET seq = 0",
        "DELETE FROM audit_head",
    ] {
        let done = app.app.db.for_migrations().execute_unprepared(sql).await;
        assert!(done.is_err(), "{sql}");
    }
}

#[tokio::test]
async fn a_log_that_was_tampered_with_names_the_entry() {
    for (change, number) in [
        ("UPDATE audit_entry SET fields = 'another' WHERE seq = 7", "7"),
        ("UPDATE audit_entry SET account_id = NULL, action = 'round.open' WHERE seq = 9", "9"),
        ("DELETE FROM audit_entry WHERE seq = 8", "8"),
        (
            "UPDATE audit_entry SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE seq IN (5, 6)",
            "5",
        ),
        ("DELETE FROM audit_entry WHERE seq = (SELECT MAX(seq) FROM audit_entry)", "head"),
    ] {
        let app = TestApp::new().await;
        unguarded(&app).await;
        app.tamper(change).await;
        app.tamper("UPDATE audit_entry SET seq = -seq WHERE seq < 0").await;
        let found = differences(&app, None).await;
        assert!(!found.is_empty(), "{change}");
        let named = found.iter().any(|one| one.contains(number) || number == "head");
        assert!(named, "{change}: {found:?}");
    }
}

#[tokio::test]
async fn a_log_that_was_cut_and_sealed_again_does_not_hold_the_head_written_down() {
    let app = TestApp::new().await;
    let mut quiet = |_: &str| ();
    let head = inspect(&app.app, None, &mut quiet).await.expect("a check").head;
    assert_eq!(differences(&app, Some(&head)).await, Vec::<String>::new());
    let further = Head { seq: head.seq + 3, hash: head.hash.clone() };
    assert_eq!(differences(&app, Some(&further)).await.len(), 1);
}

#[tokio::test]
async fn a_figure_that_is_no_recount_is_named() {
    let app = TestApp::new().await;
    app.tamper("UPDATE demand_cell SET places = places + 1 WHERE nominations > 0").await;
    let found = differences(&app, None).await;
    assert!(
        found.iter().any(|one| one.contains("is not the count of its nominations")),
        "{found:?}"
    );
}

/// A place where nothing is yet, of the same kind of database.
async fn new_place(app: &TestApp, directory: &std::path::Path) -> (String, Option<Database>) {
    if is_postgres(app) {
        let database = Database::empty().await;
        return (database.url().to_owned(), Some(database));
    }
    (format!("sqlite:{}", directory.join("restored.db").display()), None)
}

#[tokio::test]
async fn a_backup_taken_while_people_write_is_restored_whole_elsewhere() {
    let app = TestApp::new().await;
    let directory = tempfile::tempdir().expect("a directory");
    let writer = app.focal_point("Fiji").await;
    writer.post("/account/reading", &[("language", "id"), ("zone", "Asia/Jakarta")]).await.is(303);
    let place = directory.path().join("backup");
    let (made, _) = tokio::join!(backup::make(&app.app, &place), async {
        for zone in ["Asia/Dili", "Asia/Manila", "Pacific/Fiji"] {
            let fields = [("language", "id"), ("zone", zone)];
            writer.post("/account/reading", &fields).await.is(303);
        }
    });
    made.expect("a backup");
    let secret = &app.app.settings.secret_key;
    let manifest = Manifest::read(&place, secret).expect("a manifest");
    let head = Head::read(&manifest.audit_head).expect("a head");
    let (url, _database) = new_place(&app, directory.path()).await;
    let restored = backup::restore(&place, &manifest, &url).await.expect("it is restored");
    let mut settings = (*app.app.settings).clone();
    settings.database_url.clone_from(&restored.database_url);
    let again = rctm::app::open(settings, Clock::system()).await.expect("it opens");
    rctm::app::migrate(&again).await.expect("a schema");
    let by = rctm::identity::Operator::at_the_console();
    settle_after_restore(&again, &by, &head).await.expect("it is settled");
    let mut found = Vec::new();
    let mut say = |difference: &str| found.push(difference.to_owned());
    inspect(&again, Some(&head), &mut say).await.expect("a check");
    assert_eq!(found, Vec::<String>::new());
    let count = async |db: &rctm::base::db::Db, sql: &str| {
        let statement = sea_orm::Statement::from_string(db.get_database_backend(), sql);
        let row = db.query_one_raw(statement).await.expect("rows").expect("a row");
        row.try_get::<i64>("", "n").expect("a number")
    };
    let acknowledged = "SELECT COUNT(*) AS n FROM account WHERE locale = 'id'";
    assert_eq!(count(&again.db, acknowledged).await, 1, "written before the backup began");
    assert_eq!(count(&again.db, "SELECT COUNT(*) AS n FROM session").await, 0);
    let waiting = "SELECT COUNT(*) AS n FROM outbox WHERE state IN ('queued', 'sending')";
    assert_eq!(count(&again.db, waiting).await, 0);
    again.db.close().await.expect("closing");
    restored.finish().expect("it is in its place");
}

#[tokio::test]
async fn a_damaged_backup_is_none() {
    let app = TestApp::new().await;
    let directory = tempfile::tempdir().expect("a directory");
    let place = directory.path().join("backup");
    backup::make(&app.app, &place).await.expect("a backup");
    let secret = &app.app.settings.secret_key;
    let manifest = Manifest::read(&place, secret).expect("a manifest");
    let part = place.join(&manifest.parts[0].name);
    let mut bytes = std::fs::read(&part).expect("the part");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&part, bytes).expect("written");
    assert!(
        Manifest::read(&place, secret).is_err() || is_refused(&app, &place).await,
        "a flipped bit"
    );
    std::fs::remove_file(&part).expect("removed");
    assert!(
        Manifest::read(&place, secret).is_err() || is_refused(&app, &place).await,
        "a missing part"
    );
    assert!(backup::make(&app.app, &place).await.is_err(), "there is something already");
}

async fn is_refused(app: &TestApp, place: &std::path::Path) -> bool {
    let directory = tempfile::tempdir().expect("a directory");
    let manifest = Manifest::read(place, &app.app.settings.secret_key).expect("a manifest");
    let (url, _database) = new_place(app, directory.path()).await;
    backup::restore(place, &manifest, &url).await.is_err()
}
