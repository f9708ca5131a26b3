//! Taking figures away as files.
use std::time::Instant;

use anyhow::{Result, ensure};

use super::Stage;
use crate::client::Request;
use crate::goals::{EXPORT_CSV, EXPORT_XLSX, Figure};
use crate::load::{median, ms, real};
use crate::table::Table;

/// The rows by which exports are compared.
const ROWS: f64 = 10_000.0;
/// How often each is taken.
const TIMES: usize = 5;

impl Stage {
    /// The board of the long round; how long 10,000 rows take follows from how many it has.
    pub(super) async fn exports(&self, table: &mut Table) -> Result<()> {
        let csv = format!("/demand.csv?round={}", self.long_round);
        let rows = self.export(table, EXPORT_CSV, &csv, None).await?;
        let xlsx = format!("/demand.xlsx?round={}", self.long_round);
        self.export(table, EXPORT_XLSX, &xlsx, rows).await?;
        Ok(())
    }

    /// Takes a file away; `rows` is how many it has, where they cannot be counted in it.
    async fn export(
        &self,
        table: &mut Table,
        figure: Figure,
        path: &str,
        rows: Option<usize>,
    ) -> Result<Option<usize>> {
        let mut officer = self.person("officer@rso.example").await?;
        let (mut times, mut counted) = (Vec::new(), 0);
        for _ in 0..TIMES {
            let began = Instant::now();
            let answer = officer.send(&Request::get(path)).await?;
            times.push(ms(began.elapsed()));
            if answer.status == 404 && self.unfinished {
                table.skipped(figure, "there is no such file yet");
                return Ok(None);
            }
            ensure!(answer.status == 200, "{path} answers {}", answer.head);
            counted = rows.unwrap_or_else(|| answer.text().lines().count() - 1);
        }
        ensure!(counted > 0, "{path} holds no row");
        let of_all = median(times) * (ROWS / real(counted)).max(1.0);
        table.of(figure, &format!("(from {counted})"), of_all);
        Ok(Some(counted))
    }
}
