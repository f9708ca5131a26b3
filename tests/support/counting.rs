//! What a question costs the database.
use std::sync::atomic::{AtomicUsize, Ordering};

use rctm::base::db::Db;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

/// A door to the database that counts what goes through.
pub struct Counting<'a> {
    db: &'a Db,
    queries: AtomicUsize,
    rows: AtomicUsize,
}

impl<'a> Counting<'a> {
    /// A door to this database.
    pub fn new(db: &'a Db) -> Self {
        Self { db, queries: AtomicUsize::new(0), rows: AtomicUsize::new(0) }
    }

    /// How many queries went through.
    pub fn queries(&self) -> usize {
        self.queries.load(Ordering::SeqCst)
    }

    /// How many rows came back.
    pub fn rows(&self) -> usize {
        self.rows.load(Ordering::SeqCst)
    }

    fn query(&self) {
        self.queries.fetch_add(1, Ordering::SeqCst);
    }
}

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Counting<'_> {
    fn get_database_backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.query();
        self.db.execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.query();
        self.db.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.query();
        let row = self.db.query_one_raw(statement).await?;
        self.rows.fetch_add(usize::from(row.is_some()), Ordering::SeqCst);
        Ok(row)
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.query();
        let rows = self.db.query_all_raw(statement).await?;
        self.rows.fetch_add(rows.len(), Ordering::SeqCst);
        Ok(rows)
    }
}
