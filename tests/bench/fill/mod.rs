//! Filling a database to a size: the demonstration, and then rows straight into the tables, with
//! values that obey the schema and kept figures of which a recount finds the same.
mod courses;
mod nominations;
mod people;

use std::fmt::Write;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Utc};
use rctm::base::App;
use rctm::base::clock::Clock;
use rctm::base::config::{MailSettings, Settings};
use rctm::base::files::{FilesSettings, beside_database};
use rctm::base::hasher::Hasher;
use rctm::base::secrets::SecretKey;
use rctm::identity::Operator;
use sea_orm::sqlx::sqlite::SqliteSynchronous;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, QueryResult,
    Statement, Value,
};

use super::server::SECRET;

/// The password of every account.
pub const PASSWORD: &str = "seven green kites fly over water";
/// The most members, centres, courses and course nominations.
const FULL: Size =
    Size { divisor: 1, members: 200, centres: 50, courses: 5_000, nominations: 1_000_000 };

/// How much there is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// 1 at full size, 10 at a tenth, 100 at a hundredth.
    pub divisor: usize,
    /// Members of the region.
    pub members: usize,
    /// Centres of excellence.
    pub centres: usize,
    /// Published courses.
    pub courses: usize,
    /// Course nominations.
    pub nominations: usize,
}

impl Size {
    /// The full size divided; never less than the demonstration holds.
    pub fn divided_by(divisor: usize) -> Self {
        Self {
            divisor,
            members: FULL.members / divisor,
            centres: FULL.centres / divisor,
            courses: FULL.courses / divisor,
            nominations: FULL.nominations / divisor,
        }
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.divisor == 1 { f.write_str("full") } else { write!(f, "1/{}", self.divisor) }
    }
}

/// A database that is being filled: one connection, without the care of a running installation.
pub(crate) struct Filling {
    db: DatabaseConnection,
    now: DateTime<Utc>,
}

/// Fills the empty database at `url`.
pub async fn fill(url: &str, size: Size) -> Result<()> {
    let began = Instant::now();
    demonstration(url).await?;
    let filling = Filling { db: connect(url).await?, now: Clock::system().now() };
    let hash = Hasher::new(1).hash(PASSWORD.to_owned()).await?;
    people::members(&filling, size.members).await?;
    people::centres(&filling, size.centres).await?;
    people::accounts(&filling, &hash).await?;
    courses::courses(&filling, size.courses).await?;
    nominations::nominations(&filling, size).await?;
    filling.run("update outbox set state = 'sent', sent_at = queued_at", vec![]).await?;
    filling.run("analyze", vec![]).await?;
    filling.db.close().await?;
    keep_modules(url).await?;
    if size.divisor > 1 {
        recounted(url).await?;
    }
    eprintln!("  filled in {:.1} s", began.elapsed().as_secs_f64());
    Ok(())
}

/// Makes sure that the kept figures of demand are those that the product would count.
async fn recounted(url: &str) -> Result<()> {
    let db = connect(url).await?;
    let found = rctm::course_nominations::differences(&db).await?;
    let wrong = found.iter().find(|sentence| sentence.contains("the demand for"));
    ensure!(wrong.is_none(), "the figures that were filled in are wrong: {wrong:?}");
    Ok(db.close().await?)
}

/// Loads the demonstration, as `rctm demo` does.
async fn demonstration(url: &str) -> Result<()> {
    let app = opened(url).await?;
    rctm::app::migrate(&app).await?;
    let by = Operator::at_the_console();
    rctm::cli::load::demonstration(&app, &by).await?;
    rctm::cli::load::accounts(&app, &by, PASSWORD).await?;
    Ok(app.db.close().await?)
}

/// Keeps the modules of the courses, as the program does after an update.
async fn keep_modules(url: &str) -> Result<()> {
    let app = opened(url).await?;
    rctm::app::keep_found(&app).await?;
    rctm::app::keep_modules(&app).await?;
    Ok(app.db.close().await?)
}

async fn opened(url: &str) -> Result<App> {
    let secret = SecretKey::read(SECRET).context("a secret")?;
    let (here, mail) = (std::path::Path::new("."), MailSettings::Directory("mail".into()));
    let mut settings = Settings::demo(here, "127.0.0.1:8080".parse()?, secret, mail);
    url.clone_into(&mut settings.database_url);
    settings.files = FilesSettings::in_directory(beside_database(url));
    rctm::app::open(settings, Clock::system()).await
}

/// One connection to `url`.
pub async fn connect(url: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(|sqlite| {
        let sqlite = sqlite.foreign_keys(false).synchronous(SqliteSynchronous::Off);
        sqlite.pragma("cache_size", "-200000").pragma("temp_store", "memory")
    });
    let db = Database::connect(options).await?;
    if db.get_database_backend() == DbBackend::Postgres {
        // References hold by the way the rows are made; checking a million takes a minute.
        db.execute_unprepared("set session_replication_role = replica").await?;
    }
    Ok(db)
}

impl Filling {
    fn id(&self, kind: u8, number: &str) -> String {
        id(self.db.get_database_backend() == DbBackend::Postgres, kind, number)
    }

    async fn run(&self, sql: &str, values: Vec<Value>) -> Result<()> {
        let statement = Statement::from_sql_and_values(self.db.get_database_backend(), sql, values);
        self.db.execute_raw(statement).await.with_context(|| sql.to_owned())?;
        Ok(())
    }

    async fn rows(&self, sql: &str) -> Result<Vec<QueryResult>> {
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        Ok(self.db.query_all_raw(statement).await?)
    }

    async fn count(&self, sql: &str) -> Result<usize> {
        let rows = self.rows(sql).await?;
        let count: i64 = rows.first().context("a row")?.try_get_by_index(0)?;
        Ok(usize::try_from(count)?)
    }
}

/// An id made of a kind and of a number (an SQL expression): of version 7, and later numbers sort
/// later.
pub fn id(is_postgres: bool, kind: u8, number: &str) -> String {
    if is_postgres {
        format!(
            "('01930000-00{kind:02x}-7000-8000-' || \
             lpad(to_hex(({number})::bigint), 12, '0'))::uuid"
        )
    } else {
        format!("unhex('0193000000{kind:02x}70008000' || printf('%012x', {number}))")
    }
}

/// The numbers from 0, `count` of them, as the table `n` with the column `i`.
pub fn numbers(count: usize) -> String {
    format!("with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < {count})")
}

/// The name at the place `at` (an SQL expression) of a list, counted from 0.
fn one_of(names: &[&str], at: &str) -> String {
    let mut sql = format!("case ({at}) % {}", names.len());
    for (place, name) in names.iter().enumerate() {
        let _ = write!(sql, " when {place} then '{name}'");
    }
    sql + " end"
}

/// The members, those of the demonstration first, as the columns `id`, `code` and `at` (from 0).
const MEMBERS: &str = "(select id, code, row_number() over (order by created_at, code) - 1 as at \
    from organisation where nominates)";
