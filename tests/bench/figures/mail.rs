//! Emptying the outbox into a mail server that takes everything, and what pages feel of it.
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rctm::base::clock::Clock;
use sea_orm::{ConnectionTrait, Statement, Value};

use super::Stage;
use crate::fill::{id, numbers};
use crate::goals::{DRAIN, DRAIN_PAGES};
use crate::load::{always, during, real};
use crate::table::Table;

/// How many emails are queued for a measurement.
const EMAILS: usize = 4_000;
/// How long the outbox may take to be empty.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long pages are read, without and with emails leaving.
const READING: Duration = Duration::from_secs(1);

impl Stage {
    pub(super) async fn mail(&self, table: &mut Table) -> Result<()> {
        self.let_out_what_waits().await?;
        let known = self.sink.carriers();
        let (began, ended) = self.drain(0).await?;
        let connections = self.sink.carriers() - known;
        ensure!(connections <= 1, "the mailer made {connections} connections");
        table.value(DRAIN, real(EMAILS - 1) / (ended - began).as_secs_f64());
        self.pages_meanwhile(table).await?;
        self.sink.set_open(false);
        Ok(())
    }

    async fn pages_meanwhile(&self, table: &mut Table) -> Result<()> {
        let asked = always("/catalogue");
        let readers = || vec![self.browser(), self.browser()];
        let idle = during(&self.product, readers(), &asked, READING).await?;
        let busy = async {
            self.taken_more_than(self.sink.taken()).await?;
            during(&self.product, readers(), &asked, READING).await
        };
        let (drained, busy) = tokio::join!(self.drain(1), busy);
        drained?;
        table.beside(DRAIN_PAGES, idle.median, busy?.median);
        Ok(())
    }

    /// Sends what the measurements before have queued.
    async fn let_out_what_waits(&self) -> Result<()> {
        self.sink.set_open(true);
        let sql = "update outbox set next_attempt_at = $1 where state = 'queued'";
        self.run(sql, vec![Clock::system().now().into()]).await?;
        let began = Instant::now();
        while self.count("select count(*) from outbox where state in ('queued', 'sending')").await?
            > 0
        {
            ensure!(began.elapsed() < PATIENCE, "the outbox does not empty");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Queues emails and waits until all have left; answers when the first did and the last.
    async fn drain(&self, time: usize) -> Result<(Instant, Instant)> {
        let before = self.sink.taken();
        self.queue(time).await?;
        let began = self.taken_more_than(before).await?;
        let ended = self.taken_more_than(before + EMAILS - 1).await?;
        Ok((began, ended))
    }

    async fn taken_more_than(&self, count: usize) -> Result<Instant> {
        let began = Instant::now();
        while self.sink.taken() <= count {
            ensure!(began.elapsed() < PATIENCE, "only {} emails left", self.sink.taken());
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok(Instant::now())
    }

    /// Queues copies of an email that was written by the product.
    async fn queue(&self, time: usize) -> Result<()> {
        let known = self.count("select count(*) from outbox").await?;
        ensure!(known > 0, "the outbox holds no email to copy");
        let is_postgres = self.url.starts_with("postgres");
        let sql = format!(
            "{} insert into outbox (id, event, account_id, organisation_id, to_name, to_address, \
             locale, subject, body_text, body_html, message_id, unsubscribe, state, attempts, \
             next_attempt_at, queued_at) select {}, 'bench:{time}:' || n.i, e.account_id, \
             e.organisation_id, e.to_name, e.to_address, e.locale, e.subject, e.body_text, \
             e.body_html, '<bench-{time}-' || n.i || '@rctm.example>', e.unsubscribe, 'queued', 0, \
             $1, $1 from n cross join (select * from outbox order by queued_at desc limit 1) e",
            numbers(EMAILS),
            id(is_postgres, 9, &format!("{} + n.i", time * EMAILS)),
        );
        self.run(&sql, vec![Clock::system().now().into()]).await
    }

    async fn run(&self, sql: &str, values: Vec<Value>) -> Result<()> {
        let statement = Statement::from_sql_and_values(self.db.get_database_backend(), sql, values);
        self.db.execute_raw(statement).await.with_context(|| sql.to_owned())?;
        Ok(())
    }
}
