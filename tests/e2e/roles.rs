//! On PostgreSQL the service runs in a role that can do what it must, and nothing else.
use std::fs;
use std::process::Command;

use rctm::base::clock::Clock;
use rctm::cli::roles::SQL;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend};
use tempfile::TempDir;
use tests::{TestApp, rctm};

use crate::commands::{good, said, settings_file};

/// What the role of the service must not be able to do.
const FORBIDDEN: [&str; 17] = [
    "update audit_entry set role = 'auditor' where seq = 1",
    "delete from audit_entry where seq = 1",
    "truncate audit_entry",
    "alter table audit_entry disable trigger all",
    "drop trigger audit_entry_stays on audit_entry",
    "insert into audit_head (id, seq, hash, seal) values (1, 1, '', '')",
    "delete from audit_head",
    "update audit_head set seq = seq - 1",
    "drop table sheet",
    "truncate sheet",
    "alter table sheet add column more integer",
    "alter table sheet disable row level security",
    "create table more (id integer)",
    "delete from seaql_migrations",
    "create role another superuser",
    "copy account to program 'cat'",
    "select pg_read_file('/etc/passwd')",
];

async fn as_role(app: &TestApp, role: &str) -> (String, DatabaseConnection) {
    let admin = app.app.db.for_migrations();
    let password = "alter role {role} password 'of-a-test'".replace("{role}", role);
    admin.execute_unprepared(&password).await.expect("a password");
    let mut url: url::Url = app.database().url().parse().expect("an address");
    url.set_username(role).expect("a name");
    url.set_password(Some("of-a-test")).expect("a password");
    let db = Database::connect(url.as_str()).await.expect("the role can sign in");
    (url.to_string(), db)
}

#[tokio::test]
async fn each_role_can_do_what_it_must_and_nothing_else() {
    let app = TestApp::new().await;
    if app.app.db.get_database_backend() != DbBackend::Postgres {
        assert!(FORBIDDEN.len() >= 12 && SQL.contains("NOBYPASSRLS"));
        return;
    }
    let admin = app.app.db.for_migrations();
    for _ in 0..2 {
        admin.execute_unprepared(SQL).await.expect("the roles");
    }
    let (url, service) = as_role(&app, "rctm_app").await;
    for statement in FORBIDDEN {
        let refused = service.execute_unprepared(statement).await;
        refused.expect_err(&format!("rctm_app may: {statement}"));
    }
    service.close().await.expect("closing");
    it_serves(&app, &url).await;
    backups(&app, &url).await;
}

/// Somebody signs in and writes, and the service knows that it is ready.
async fn it_serves(app: &TestApp, url: &str) {
    let mut settings = (*app.app.settings).clone();
    url.clone_into(&mut settings.database_url);
    let now = app.now();
    let served = rctm::app::open(settings, Clock::fixed(now)).await.expect("it opens");
    assert!(rctm::app::is_migrated(&served).await.expect("it is asked"));
    let before = rctm::base::audit::head(&served.db).await.expect("read").expect("a head").0;
    let by = rctm::identity::Operator::at_the_console();
    let new = ("training.director@jclec.example", "nine grey herons wait by rivers".to_owned());
    rctm::identity::actions::set_password(&served, &by, new).await.expect("it writes");
    let after = rctm::base::audit::head(&served.db).await.expect("read").expect("a head").0;
    assert_eq!(after.seq, before.seq + 1);
    served.db.close().await.expect("closing");
}

/// The role of backups reads everything; a role that may not see every row makes no backup at
/// all, instead of one that lacks rows without a word.
async fn backups(app: &TestApp, service: &str) {
    let admin = app.app.db.for_migrations();
    for sql in [
        "alter table sheet enable row level security",
        "alter table sheet force row level security",
    ] {
        admin.execute_unprepared(sql).await.expect(sql);
    }
    let (reader, db) = as_role(app, "rctm_backup").await;
    db.execute_unprepared("delete from sheet").await.expect_err("rctm_backup writes");
    db.close().await.expect("closing");
    let directory = TempDir::new().expect("a directory");
    let refused = backup(app, directory.path(), (service, "as-the-service"));
    assert!(!refused.status.success(), "a backup without the rows of sheet");
    assert!(said(&refused).contains("back up as rctm_backup"), "{}", said(&refused));
    let made = backup(app, directory.path(), (&reader, "as-the-reader"));
    assert!(made.status.success(), "{}", said(&made));
    let mut without = command(app, directory.path(), (&reader, "without-tools"));
    let none = without.env("PATH", "/nonexistent").output().expect("the program runs");
    assert!(said(&none).contains("pg_dump is not installed"), "{}", said(&none));
    assert!(!said(&none).contains("of-a-test") && !said(&refused).contains("of-a-test"));
    let left = fs::read_dir(directory.path()).expect("a directory").filter_map(Result::ok);
    let left = left.filter(|entry| entry.path().is_dir()).count();
    assert_eq!(left, 1, "only the backup that was made");
}

fn backup(
    app: &TestApp,
    directory: &std::path::Path,
    (url, name): (&str, &str),
) -> std::process::Output {
    command(app, directory, (url, name)).output().expect("the program runs")
}

#[expect(clippy::disallowed_methods, reason = "the tools are where the tests find them")]
fn command(app: &TestApp, directory: &std::path::Path, (url, name): (&str, &str)) -> Command {
    let mut settings = good(directory);
    settings.insert("database_url", url.to_owned());
    settings.insert("files", format!("directory:{}", app.database().files().display()));
    let file = settings_file(directory, &settings);
    let mut command = rctm();
    command.env("PATH", std::env::var("PATH").unwrap_or_default());
    command.arg("--config").arg(file).arg("backup").arg(directory.join(name));
    command
}
