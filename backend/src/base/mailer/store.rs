//! The outbox as the worker sees it: what is due, who holds it, what became of it.
//!
//! `lease_until` is also the proof of holding: whoever takes a row over writes another one.
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter, Statement,
};

use super::rules::{Outcome, next_attempt};
use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::EmailId;
use crate::base::outbox::entity::{Column, Entity};
use crate::base::outbox::{EmailState, OutboxEmail};

/// How long a worker holds what it claimed, unless it renews.
pub const LEASE: Duration = Duration::minutes(3);
/// How many rows are claimed at once.
const BATCH: usize = 20;
/// No attempt is planned further ahead; where one is, a clock was wrong.
const FURTHEST: Duration = Duration::hours(24);
/// No lease ends later than this; where one does, a clock was wrong.
const LONGEST_LEASE: Duration = Duration::minutes(63);

/// Rows held until the lease ends.
#[derive(Debug)]
pub struct Claim {
    /// The rows not yet dealt with, in the order in which they became due.
    pub rows: std::collections::VecDeque<OutboxEmail>,
    /// When the lease ends.
    pub until: DateTime<Utc>,
}

/// Sets free what a worker that is gone held, and what a wrong clock planned.
pub async fn free_what_is_stuck(app: &App, now: DateTime<Utc>) -> Result<()> {
    let tx = app.db.begin().await?;
    let left = Condition::any()
        .add(Column::LeaseUntil.lte(now))
        .add(Column::LeaseUntil.gt(now + LONGEST_LEASE));
    Entity::update_many()
        .col_expr(Column::State, Expr::value(EmailState::Queued))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::State.eq(EmailState::Sending))
        .filter(left)
        .exec(&tx)
        .await?;
    Entity::update_many()
        .col_expr(Column::NextAttemptAt, Expr::value(now))
        .filter(Column::State.eq(EmailState::Queued))
        .filter(Column::NextAttemptAt.gt(now + FURTHEST))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// Claims what is due; no two workers get the same row.
pub async fn claim(app: &App, now: DateTime<Utc>) -> Result<Claim> {
    let until = now + LEASE;
    let tx = app.db.begin().await?;
    let backend = tx.get_database_backend();
    // SQLite has one writer, and it began IMMEDIATE: nobody else is choosing.
    let lock = if backend == DbBackend::Postgres { "for update skip locked" } else { "" };
    let sql = format!(
        "update outbox set state = 'sending', lease_until = $1 where id in (\
            select id from outbox where state = 'queued' and next_attempt_at <= $2 \
            order by next_attempt_at limit {BATCH} {lock}) returning *"
    );
    let statement = Statement::from_sql_and_values(backend, sql, [until.into(), now.into()]);
    let mut rows = OutboxEmail::find_by_statement(statement).all(&tx).await?;
    tx.commit().await?;
    rows.sort_by_key(|row| (row.next_attempt_at, row.id));
    Ok(Claim { rows: rows.into(), until })
}

impl Claim {
    /// Makes the lease longer; rows that somebody took over meanwhile are dropped.
    pub async fn renew(&mut self, app: &App, now: DateTime<Utc>) -> Result<()> {
        let until = now + LEASE;
        let tx = app.db.begin().await?;
        let held: Vec<OutboxEmail> = Entity::update_many()
            .col_expr(Column::LeaseUntil, Expr::value(until))
            .filter(self.held())
            .exec_with_returning(&tx)
            .await?;
        tx.commit().await?;
        self.rows.retain(|row| held.iter().any(|kept| kept.id == row.id));
        self.until = until;
        Ok(())
    }

    /// Gives back what was not dealt with.
    pub async fn hand_back(&mut self, app: &App) -> Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let tx = app.db.begin().await?;
        Entity::update_many()
            .col_expr(Column::State, Expr::value(EmailState::Queued))
            .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
            .filter(self.held())
            .exec(&tx)
            .await?;
        tx.commit().await?;
        self.rows.clear();
        Ok(())
    }

    fn held(&self) -> Condition {
        Condition::all()
            .add(Column::Id.is_in(self.rows.iter().map(|row| row.id)))
            .add(Column::State.eq(EmailState::Sending))
            .add(Column::LeaseUntil.eq(self.until))
    }
}

/// Writes down what became of an attempt at `row`, held until `until`.
pub async fn note(
    app: &App,
    row: &OutboxEmail,
    until: DateTime<Utc>,
    outcome: &Outcome,
) -> Result<()> {
    let now = app.clock.now();
    match outcome {
        Outcome::Sent => sent(app, row.id, now).await,
        Outcome::Later(trouble) => {
            let next = next_attempt(row.attempts + 1, *trouble, now);
            failed(app, (row.id, until), next, trouble.kept()).await
        }
        Outcome::Never(trouble) => failed(app, (row.id, until), None, trouble.kept()).await,
    }
}

/// What was sent was sent, whoever holds the row by now.
async fn sent(app: &App, id: EmailId, now: DateTime<Utc>) -> Result<()> {
    let tx = app.db.begin().await?;
    Entity::update_many()
        .col_expr(Column::State, Expr::value(EmailState::Sent))
        .col_expr(Column::SentAt, Expr::value(now))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::LastError, Expr::value(None::<String>))
        .filter(Column::Id.eq(id))
        .filter(Column::State.ne(EmailState::Sent))
        .exec(&tx)
        .await?;
    tx.commit().await
}

async fn failed(
    app: &App,
    (id, until): (EmailId, DateTime<Utc>),
    next: Option<DateTime<Utc>>,
    trouble: String,
) -> Result<()> {
    let state = if next.is_some() { EmailState::Queued } else { EmailState::Failed };
    let tx = app.db.begin().await?;
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::LastError, Expr::value(Some(trouble)));
    if let Some(next) = next {
        update = update.col_expr(Column::NextAttemptAt, Expr::value(next));
    }
    update
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(EmailState::Sending))
        .filter(Column::LeaseUntil.eq(until))
        .exec(&tx)
        .await?;
    tx.commit().await
}
