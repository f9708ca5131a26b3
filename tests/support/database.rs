//! A database of its own for each test, copied from one that holds the demonstration.
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use nix::fcntl::{Flock, FlockArg};
use rctm::base::clock::Clock;
use rctm::base::db::Db;
use rctm::identity::Operator;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;

/// Where the files of a test are, below the directory of its database.
const FILES: &str = "rctm-files";

/// A database that is gone when dropped (SQLite) or with the cluster (PostgreSQL).
pub struct Database {
    url: String,
    directory: TempDir,
}

impl Database {
    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where its files are.
    pub fn files(&self) -> PathBuf {
        self.directory().join(FILES)
    }

    /// A directory that is there as long as the database.
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Whether it is on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.url.starts_with("postgres")
    }

    /// Makes it refuse, or take, what is written through `db`.
    pub(crate) async fn let_be_written(&self, db: &Db, yes: bool) {
        if !self.is_postgres() {
            let pragma = format!("pragma query_only = {}", !yes);
            db.for_migrations().execute_unprepared(&pragma).await.expect("a pragma");
            return;
        }
        let (server, name) = self.url.rsplit_once('/').expect("a database of a server");
        let change = if yes {
            format!("alter database {name} reset default_transaction_read_only")
        } else {
            format!("alter database {name} set default_transaction_read_only = on")
        };
        run(server, &change).await;
        self.end_connections().await;
    }

    /// Ends every connection to it, as a restart of PostgreSQL does.
    pub async fn end_connections(&self) {
        let (server, name) = self.url.rsplit_once('/').expect("a database of a server");
        let end = format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
        );
        run(server, &end).await;
    }

    fn at(url: String) -> Self {
        Self { url, directory: TempDir::new().expect("a directory") }
    }

    /// A database without any table.
    pub async fn empty() -> Self {
        if let Some(server) = postgres() {
            let name = fresh_name();
            run(&server, &format!("create database {name}")).await;
            return Self::at(format!("{server}/{name}"));
        }
        let directory = TempDir::new().expect("a directory");
        let url = format!("sqlite:{}", directory.path().join("rctm.db").display());
        Self { url, directory }
    }

    /// A database that holds the demonstration.
    pub async fn with_demonstration() -> Self {
        if let Some(server) = postgres() {
            let template = postgres_template(&server).await;
            let name = fresh_name();
            run(&server, &format!("create database {name} template {template}")).await;
            let database = Self::at(format!("{server}/{name}"));
            copy_files(&files_of(&templates().join(&template)), &database.files());
            return database;
        }
        let template = sqlite_template().await;
        let directory = TempDir::new().expect("a directory");
        let file = directory.path().join("rctm.db");
        copy_files(&files_of(&template), &directory.path().join(FILES));
        fs::copy(template, &file).expect("the template can be copied");
        let url = format!("sqlite:{}", file.display());
        Self { url, directory }
    }
}

/// The server of PostgreSQL, where the tests are to run on one.
#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where to run")]
fn postgres() -> Option<String> {
    std::env::var("RCTM_TEST_POSTGRES").ok()
}

fn fresh_name() -> String {
    format!("t{}", rctm::base::ids::EmailId::new().0.simple())
}

async fn run(server: &str, sql: &str) {
    let admin = sea_orm::Database::connect(format!("{server}/postgres")).await.expect("PostgreSQL");
    admin.execute_unprepared(sql).await.expect(sql);
    admin.close().await.expect("closing");
}

/// Where the files of a template are.
fn files_of(template: &Path) -> PathBuf {
    template.with_extension("files")
}

/// Copies every file of a directory into another, which is made.
pub fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory of files");
    for file in fs::read_dir(from).expect("the files of the template") {
        let file = file.expect("a file");
        fs::copy(file.path(), to.join(file.file_name())).expect("it can be copied");
    }
}

/// Puts the files of a database that was filled where those of the template are looked for.
fn keep_files(database: &Database, template: &Path) {
    let kept = files_of(template);
    let _ = fs::remove_dir_all(&kept);
    copy_files(&database.files(), &kept);
}

/// Templates are made once for each build of the tests, whichever test comes first.
fn build() -> String {
    let program = std::env::current_exe().expect("the test program");
    let built = fs::metadata(program).and_then(|meta| meta.modified()).expect("its time");
    let since = built.duration_since(UNIX_EPOCH).expect("after 1970");
    format!("{}", since.as_nanos())
}

fn templates() -> PathBuf {
    let program = std::env::current_exe().expect("the test program");
    let directory = program.parent().expect("a directory of programs").join("templates");
    fs::create_dir_all(&directory).expect("a directory for templates");
    directory
}

fn alone() -> Flock<File> {
    let file = File::create(templates().join("lock")).expect("a lock file");
    Flock::lock(file, FlockArg::LockExclusive).map_err(|(_, error)| error).expect("the lock")
}

async fn sqlite_template() -> PathBuf {
    let _alone = alone();
    let template = templates().join(format!("{}.db", build()));
    if !template.exists() {
        let unfinished = TempDir::new_in(templates()).expect("a directory");
        let half = unfinished.path().join("half.db");
        let database = Database::at(format!("sqlite:{}", half.display()));
        fill(&database).await;
        keep_files(&database, &template);
        fs::rename(&half, &template).expect("the template is in place");
    }
    template
}

async fn postgres_template(server: &str) -> String {
    let _alone = alone();
    let name = format!("template_{}", build());
    let marker = templates().join(format!("{name}.{}", port_of(server)));
    if !marker.exists() {
        run(server, &format!("drop database if exists {name}")).await;
        run(server, &format!("create database {name}")).await;
        let database = Database::at(format!("{server}/{name}"));
        fill(&database).await;
        keep_files(&database, &templates().join(&name));
        fs::write(marker, "").expect("a marker");
    }
    name
}

fn port_of(server: &str) -> String {
    server.chars().filter(char::is_ascii_alphanumeric).collect()
}

async fn fill(database: &Database) {
    let app = super::open(database, Clock::fixed(super::beginning())).await;
    rctm::app::migrate(&app).await.expect("migrations");
    let by = Operator::at_the_console();
    rctm::cli::load::demonstration(&app, &by).await.expect("the demonstration");
    rctm::cli::load::accounts(&app, &by, super::PASSWORD).await.expect("the accounts");
    app.db.close().await.expect("closing");
}
