//! The door to the database. Features get no further than this; only stores speak SQL.
//!
//! SQLite gets two pools, because one shared pool locks against itself: a single writer that
//! begins IMMEDIATE, and readers that cannot write. On PostgreSQL both are the same pool.
use std::future::Future;
use std::time::Duration;

/// Whatever answers queries: [`Db`] or a [`Transaction`].
pub use sea_orm::ConnectionTrait;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, Connection};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, QueryResult, RuntimeErr, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};

use super::error::Result;

mod trouble;

pub use self::trouble::TRY_AGAIN_AFTER;

/// How long somebody waits for a connection, or for the lock that a write needs.
const WAIT: Duration = Duration::from_secs(5);
/// How long PostgreSQL may take for the answer to one statement before its link counts as cut.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// How long a connection that comes back may take to say that it is well.
const WELL_WITHIN: Duration = Duration::from_secs(2);

/// Reads. To write, [`begin`](Self::begin).
#[derive(Clone, Debug)]
pub struct Db {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
}

/// All or nothing. Dropped without [`commit`](Self::commit), it rolls back.
#[must_use = "a transaction that is not committed rolls back"]
pub struct Transaction(DatabaseTransaction);

impl Db {
    /// Connects to `url` (`sqlite:FILE` or `postgres://..`) with at most `connections` readers.
    pub async fn open(url: &str, connections: u32) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            // The writer comes first: it creates the file and sets its journal mode.
            let writer = Database::connect(sqlite(url, 1, Access::Write)).await?;
            let reader = Database::connect(sqlite(url, connections, Access::Read)).await?;
            return Ok(Self { reader, writer });
        }
        let pool = Database::connect(postgres(url, connections)).await?;
        Ok(Self { reader: pool.clone(), writer: pool })
    }

    /// Begins a write. SQLite takes its lock at once, so two writers wait instead of failing.
    pub async fn begin(&self) -> Result<Transaction> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Transaction(self.writer.begin_with_options(options).await?))
    }

    /// The connection that may change the schema: for migrations only.
    pub fn for_migrations(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// How many migrations the database has had; reads only, so that probes cost nothing.
    pub async fn migrations_applied(&self) -> Result<u64, DbErr> {
        let count = "SELECT COUNT(*) AS applied FROM seaql_migrations";
        let row = self.query_one_raw(Statement::from_string(self.get_database_backend(), count));
        let applied: Option<i64> = row.await?.map(|row| row.try_get("", "applied")).transpose()?;
        Ok(applied.and_then(|applied| u64::try_from(applied).ok()).unwrap_or(0))
    }

    /// The pools by their names: how many connections each has, and how many are in use.
    pub fn pools(&self) -> Vec<(&'static str, u32, usize)> {
        let count = |name, size: u32, idle: usize| {
            (name, size, usize::try_from(size).unwrap_or_default().saturating_sub(idle))
        };
        if self.get_database_backend() == DbBackend::Sqlite {
            let both = [("reader", &self.reader), ("writer", &self.writer)];
            let pools = both.map(|(name, pool)| (name, pool.get_sqlite_connection_pool()));
            return pools.map(|(name, pool)| count(name, pool.size(), pool.num_idle())).into();
        }
        let pool = self.writer.get_postgres_connection_pool();
        vec![count("both", pool.size(), pool.num_idle())]
    }

    /// Closes every connection; SQLite folds its log into the file.
    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.writer.close().await
    }
}

impl Transaction {
    /// Makes the changes last.
    pub async fn commit(self) -> Result<()> {
        let backend = self.0.get_database_backend();
        in_time(backend, self.0.commit()).await.map_err(trouble::of_commit)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    Write,
}

fn sqlite(url: &str, connections: u32, access: Access) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(WAIT)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| sqlite_pragmas(sqlite, access));
    options
}

fn sqlite_pragmas(sqlite: SqliteConnectOptions, access: Access) -> SqliteConnectOptions {
    let sqlite = sqlite
        .create_if_missing(access == Access::Write)
        .foreign_keys(true)
        .busy_timeout(WAIT)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "memory")
        .statement_cache_capacity(256)
        .optimize_on_close(access == Access::Write, None);
    match access {
        Access::Read => sqlite.pragma("query_only", "ON"),
        Access::Write => sqlite.journal_mode(SqliteJournalMode::Wal),
    }
}

fn postgres(url: &str, connections: u32) -> ConnectOptions {
    // A server that lost sight of us lets go of what we held; whoever waits for a lock is told.
    let server = [("lock_timeout", "5s"), ("idle_in_transaction_session_timeout", "30s")];
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(WAIT)
        .sqlx_logging(false)
        .set_application_name("rctm")
        .map_sqlx_postgres_opts(move |postgres| postgres.options(server))
        .map_sqlx_postgres_pool_opts(|pool| {
            // Without this a link that was cut silently would keep its place in the pool.
            pool.after_release(|connection, _| {
                Box::pin(async move {
                    let well = tokio::time::timeout(WELL_WITHIN, connection.ping()).await;
                    well.map_err(|_| sqlx::Error::PoolTimedOut)?.map(|()| true)
                })
            })
        });
    options
}

/// The answer, unless PostgreSQL takes too long for it; SQLite is in the same process.
async fn in_time<T>(
    backend: DbBackend,
    answer: impl Future<Output = Result<T, DbErr>>,
) -> Result<T, DbErr> {
    if backend == DbBackend::Sqlite {
        return answer.await;
    }
    let late = |_| DbErr::Conn(RuntimeErr::Internal("no answer in time".to_owned()));
    tokio::time::timeout(ANSWER_WITHIN, answer).await.map_err(late)?
}

macro_rules! reach_through {
    ($door:ty, $field:tt) => {
        #[sea_orm::prelude::async_trait::async_trait]
        impl ConnectionTrait for $door {
            fn get_database_backend(&self) -> DbBackend {
                self.$field.get_database_backend()
            }
            async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
                in_time(self.get_database_backend(), self.$field.execute_raw(stmt)).await
            }
            async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
                in_time(self.get_database_backend(), self.$field.execute_unprepared(sql)).await
            }
            async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
                in_time(self.get_database_backend(), self.$field.query_one_raw(stmt)).await
            }
            async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
                in_time(self.get_database_backend(), self.$field.query_all_raw(stmt)).await
            }
        }
    };
}
reach_through!(Db, reader);
reach_through!(Transaction, 0);
