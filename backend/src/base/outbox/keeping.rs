//! Looking after the outbox: what was sent, what waits, what failed; sending again.
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};

use super::entity::{Column, Entity};
use super::{EmailState, OutboxEmail};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::EmailId;
use crate::base::mailer::Trouble;

/// How many emails a page shows.
pub const PAGE: u64 = 50;

/// Which emails to list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Only those in one of these states; none asks for all.
    pub states: &'static [EmailState],
    /// Only those older than this one.
    pub before: Option<EmailId>,
}

/// An email as those who look after the installation see it: no address, no text.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Listed {
    /// Which one.
    pub id: EmailId,
    /// What happened, after the kind of news and a colon.
    pub event: String,
    /// The organisation for which somebody receives it.
    pub organisation: Option<String>,
    /// The subject line.
    pub subject: String,
    /// The language in which it is written.
    pub locale: String,
    /// Where it is on its way.
    pub state: EmailState,
    /// How many attempts were made.
    pub attempts: i32,
    /// When it is tried next.
    pub next_attempt_at: DateTime<Utc>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// When it was written.
    pub queued_at: DateTime<Utc>,
    /// When the mail server took it.
    pub sent_at: Option<DateTime<Utc>>,
}

/// How many emails are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Waiting or held by a worker.
    pub waiting: i64,
    /// Taken by the mail server since the moment asked for.
    pub sent: i64,
    /// Given up.
    pub failed: i64,
    /// When the oldest that waits was written.
    pub oldest_waiting: Option<DateTime<Utc>>,
}

const LISTED: &str = "select e.id, e.event, o.name as organisation, e.subject, e.locale, \
    e.state, e.attempts, e.next_attempt_at, e.last_error, e.queued_at, e.sent_at \
    from outbox e left join organisation o on o.id = e.organisation_id";

/// A page of emails, newest first, and one more where there are older ones.
pub async fn listed(db: &impl ConnectionTrait, wanted: Wanted) -> Result<Vec<Listed>> {
    let mut conditions = vec!["1 = 1".to_owned()];
    let mut values: Vec<sea_orm::Value> = Vec::new();
    if !wanted.states.is_empty() {
        let places: Vec<_> = (1..=wanted.states.len()).map(|place| format!("${place}")).collect();
        values.extend(wanted.states.iter().map(|state| state.as_str().into()));
        conditions.push(format!("e.state in ({})", places.join(", ")));
    }
    if let Some(last) = page_end(db, wanted.before).await? {
        values.push(last.queued_at.into());
        values.push(last.id.0.into());
        let (at, id) = (values.len() - 1, values.len());
        conditions.push(format!("(e.queued_at, e.id) < (${at}, ${id})"));
    }
    let sql = format!(
        "{LISTED} where {} order by e.queued_at desc, e.id desc limit {}",
        conditions.join(" and "),
        PAGE + 1
    );
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Listed::find_by_statement(statement).all(db).await?)
}

/// The email after which a page begins.
#[derive(FromQueryResult)]
struct PageEnd {
    id: EmailId,
    queued_at: DateTime<Utc>,
}

async fn page_end(db: &impl ConnectionTrait, id: Option<EmailId>) -> Result<Option<PageEnd>> {
    let Some(id) = id else { return Ok(None) };
    let columns = [Column::Id, Column::QueuedAt];
    let query = Entity::find_by_id(id).select_only().columns(columns);
    Ok(query.into_model().one(db).await?)
}

/// How many emails are in each state; of those sent, how many since `since` were written.
pub async fn tally(db: &impl ConnectionTrait, since: DateTime<Utc>) -> Result<Tally> {
    #[derive(FromQueryResult)]
    struct Row {
        state: EmailState,
        count: i64,
        oldest: Option<DateTime<Utc>>,
    }
    let counted = Condition::any()
        .add(Column::State.is_in(EmailState::ALL.into_iter().filter(|s| *s != EmailState::Sent)))
        .add(Column::QueuedAt.gte(since));
    let rows: Vec<Row> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .column_as(Column::QueuedAt.min(), "oldest")
        .filter(counted)
        .group_by(Column::State)
        .into_model()
        .all(db)
        .await?;
    Ok(rows.iter().fold(Tally::default(), |tally, row| match row.state {
        EmailState::Sent => Tally { sent: row.count, ..tally },
        EmailState::Failed => Tally { failed: row.count, ..tally },
        EmailState::Queued | EmailState::Sending => Tally {
            waiting: tally.waiting + row.count,
            oldest_waiting: tally.oldest_waiting.into_iter().chain(row.oldest).min(),
            ..tally
        },
    }))
}

/// The newest emails with everything in them: for a demonstration, in which all is invented.
pub async fn newest(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<OutboxEmail>> {
    let newest = Entity::find().order_by_desc(Column::QueuedAt).order_by_desc(Column::Id);
    Ok(newest.limit(limit).all(db).await?)
}

/// One email with everything in it.
pub async fn one(db: &impl ConnectionTrait, id: EmailId) -> Result<Option<OutboxEmail>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Queues a failed email again, as if it had never been tried; tells whether it was one.
pub async fn requeue(tx: &Transaction, id: EmailId, now: DateTime<Utc>) -> Result<bool> {
    let again = Entity::update_many()
        .col_expr(Column::State, Expr::value(EmailState::Queued))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::NextAttemptAt, Expr::value(now))
        .col_expr(Column::LastError, Expr::value(None::<String>))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(EmailState::Failed));
    Ok(again.exec(tx).await?.rows_affected == 1)
}

/// Emails whose state and times contradict each other; a sentence each.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: EmailId,
        state: String,
    }
    let sql = "SELECT id, state FROM outbox \
        WHERE (state = 'sent') <> (sent_at IS NOT NULL) \
            OR (state = 'sending') <> (lease_until IS NOT NULL) ORDER BY id LIMIT 1000";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let said =
        |row: &Row| format!("email {} is {}, and its times say otherwise", row.id, row.state);
    Ok(rows.iter().map(said).collect())
}

/// Stops every email that waits, for `trouble`: it is sent only if somebody sends it again. Answers how many.
pub async fn hold_back(tx: &Transaction, trouble: Trouble) -> Result<u64> {
    let held = Entity::update_many()
        .col_expr(Column::State, Expr::value(EmailState::Failed))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::LastError, Expr::value(Some(trouble.kept())))
        .filter(Column::State.is_in([EmailState::Queued, EmailState::Sending]));
    Ok(held.exec(tx).await?.rows_affected)
}
