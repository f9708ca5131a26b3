//! A hundred people sign in at once: how far memory grows, and what pages feel of it.
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use tokio::task::JoinSet;

use super::Stage;
use crate::client::Client;
use crate::fill::PASSWORD;
use crate::goals::{STORM, STORM_GROWTH, STORM_PAGES};
use crate::load::{always, during};
use crate::table::Table;

/// How many sign in.
const PEOPLE: usize = 100;
/// How long the catalogue is read meanwhile.
const READING: Duration = Duration::from_millis(800);

impl Stage {
    pub(super) async fn storm(&self, table: &mut Table) -> Result<()> {
        let sql = "select email from account where email like '%@bench.example' order by email";
        let people = self.strings(sql).await?;
        let before = self.product.anonymous_mib()?;
        let (mut storm, began) = (JoinSet::new(), Instant::now());
        for email in people.into_iter().cycle().take(PEOPLE) {
            let mut client = Client::browser(self.product.address);
            storm.spawn(async move {
                client.sign_in(&email, PASSWORD).await?;
                anyhow::Ok(began.elapsed())
            });
        }
        let readers = vec![self.browser(), self.browser()];
        let pages = during(&self.product, readers, &always("/catalogue"), READING).await?;
        let mut last = Duration::ZERO;
        let mut peak = self.product.anonymous_mib()?;
        while let Some(signed_in) = storm.join_next().await {
            last = last.max(signed_in??);
            peak = peak.max(self.product.anonymous_mib()?);
        }
        ensure!(last > Duration::ZERO, "nobody signed in");
        table.value(STORM, last.as_secs_f64());
        table.value(STORM_GROWTH, peak - before);
        table.value(STORM_PAGES, pages.p99);
        Ok(())
    }
}
