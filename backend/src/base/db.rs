//! The door to the database. Features get no further than this; only stores speak SQL.
//!
//! SQLite gets two pools, because one shared pool locks against itself: a single writer that
//! begins IMMEDIATE, and readers that cannot write. On PostgreSQL both are the same pool.
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Whatever answers queries: [`Db`] or a [`Transaction`].
pub use sea_orm::ConnectionTrait;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, ExecResult, IsolationLevel, QueryResult, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};

use super::audit::chain::ChainKey;
use super::audit::{self, Written};
use super::error::Result;
use super::secrets::SecretKey;

/// Reads. To write, [`begin`](Self::begin).
#[derive(Clone, Debug)]
pub struct Db {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    chain: Arc<ChainKey>,
    unsaid: Arc<Mutex<BTreeSet<String>>>,
}

/// All or nothing. Dropped without [`commit`](Self::commit), it rolls back.
#[must_use = "a transaction that is not committed rolls back"]
pub struct Transaction {
    inner: DatabaseTransaction,
    chain: Arc<ChainKey>,
    deeds: Mutex<Vec<Written>>,
    written: Mutex<BTreeSet<String>>,
    unsaid: Arc<Mutex<BTreeSet<String>>>,
}

/// Reads that all see the database as it was at one moment, whoever writes meanwhile.
#[derive(Debug)]
pub struct Snapshot(DatabaseTransaction);

impl Db {
    /// Connects to `url` (`sqlite:FILE` or `postgres://..`) with at most `connections` readers;
    /// the audit log is chained under a key that comes from `secret`.
    pub async fn open(url: &str, connections: u32, secret: &SecretKey) -> Result<Self, DbErr> {
        let (chain, unsaid) = (Arc::new(ChainKey::of(secret)), Arc::default());
        if url.starts_with("sqlite:") {
            // The writer comes first: it creates the file and sets its journal mode.
            let writer = Database::connect(sqlite(url, 1, Access::Write)).await?;
            let reader = Database::connect(sqlite(url, connections, Access::Read)).await?;
            return Ok(Self { reader, writer, chain, unsaid });
        }
        let pool = Database::connect(postgres(url, connections)).await?;
        Ok(Self { reader: pool.clone(), writer: pool, chain, unsaid })
    }

    /// Begins a write. SQLite takes its lock at once, so two writers wait instead of failing.
    pub async fn begin(&self) -> Result<Transaction> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Transaction {
            inner: self.writer.begin_with_options(options).await?,
            chain: self.chain.clone(),
            deeds: Mutex::default(),
            written: Mutex::default(),
            unsaid: self.unsaid.clone(),
        })
    }

    /// Begins reads that all see the same moment.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let postgres = self.get_database_backend() == DbBackend::Postgres;
        let options = TransactionOptions {
            isolation_level: postgres.then_some(IsolationLevel::RepeatableRead),
            access_mode: postgres.then_some(AccessMode::ReadOnly),
            sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
        };
        Ok(Snapshot(self.reader.begin_with_options(options).await?))
    }

    /// The keys of the chain of the audit log.
    pub fn chain(&self) -> &ChainKey {
        &self.chain
    }

    /// The tables that transactions wrote to and committed without noting any deed.
    pub fn tables_changed_without_a_word(&self) -> Vec<String> {
        self.unsaid.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
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

    /// Closes every connection; SQLite folds its log into the file.
    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.writer.close().await
    }
}

impl Transaction {
    /// Makes the changes last. The entries of the audit log are written here, last of all, so
    /// that whoever holds the head of the log waits for nothing but this commit.
    pub async fn commit(self) -> Result<()> {
        let deeds = self.deeds.into_inner().unwrap_or_else(PoisonError::into_inner);
        if deeds.is_empty() {
            self.inner.commit().await?;
            let written = self.written.into_inner().unwrap_or_else(PoisonError::into_inner);
            self.unsaid.lock().unwrap_or_else(PoisonError::into_inner).extend(written);
            return Ok(());
        }
        audit::append(&self.inner, &self.chain, deeds).await?;
        Ok(self.inner.commit().await?)
    }

    /// Notes a deed, to be written at the commit.
    pub(super) fn note(&self, deed: Written) {
        self.deeds.lock().unwrap_or_else(PoisonError::into_inner).push(deed);
    }

    /// Notes the table of which a statement has changed rows.
    fn saw(&self, table: Option<String>, changed: bool) {
        if let Some(table) = table.filter(|_| changed) {
            self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(table);
        }
    }
}

/// The table that a statement changes, if it changes any.
fn changed_by(sql: &str) -> Option<String> {
    let mut words = sql.split_whitespace();
    let verb = words.next()?.to_ascii_lowercase();
    let table = match verb.as_str() {
        "insert" | "delete" => words.nth(1)?,
        "update" => words.next()?,
        _ => return None,
    };
    let end = table.find('(').unwrap_or(table.len());
    Some(table[..end].trim_matches('"').to_owned())
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
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| sqlite_pragmas(sqlite, access));
    options
}

fn sqlite_pragmas(sqlite: SqliteConnectOptions, access: Access) -> SqliteConnectOptions {
    let sqlite = sqlite
        .create_if_missing(access == Access::Write)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
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
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        .set_application_name("rctm");
    options
}

macro_rules! reach_through {
    ($door:ty, $field:tt) => {
        #[sea_orm::prelude::async_trait::async_trait]
        impl ConnectionTrait for $door {
            fn get_database_backend(&self) -> DbBackend {
                self.$field.get_database_backend()
            }
            async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
                self.$field.execute_raw(stmt).await
            }
            async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
                self.$field.execute_unprepared(sql).await
            }
            async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
                self.$field.query_one_raw(stmt).await
            }
            async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
                self.$field.query_all_raw(stmt).await
            }
        }
    };
}
reach_through!(Db, reader);
reach_through!(Snapshot, 0);

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }
    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        let table = changed_by(&stmt.sql);
        let done = self.inner.execute_raw(stmt).await?;
        self.saw(table, done.rows_affected() > 0);
        Ok(done)
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let done = self.inner.execute_unprepared(sql).await?;
        self.saw(changed_by(sql), done.rows_affected() > 0);
        Ok(done)
    }
    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        let table = changed_by(&stmt.sql);
        let row = self.inner.query_one_raw(stmt).await?;
        self.saw(table, row.is_some());
        Ok(row)
    }
    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let table = changed_by(&stmt.sql);
        let rows = self.inner.query_all_raw(stmt).await?;
        self.saw(table, !rows.is_empty());
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::changed_by;

    #[test]
    fn what_a_statement_changes_is_seen() {
        for (sql, table) in [
            ("INSERT INTO \"round\" (\"id\") VALUES ($1)", Some("round")),
            ("insert into brake(bucket) values ($1)", Some("brake")),
            ("UPDATE \"sheet\" SET \"state\" = $1", Some("sheet")),
            ("delete from outbox where id = $1 returning id", Some("outbox")),
            ("SELECT * FROM \"sheet\" FOR UPDATE", None),
            ("", None),
        ] {
            assert_eq!(changed_by(sql).as_deref(), table, "{sql}");
        }
    }
}
