//! Taking the nominations behind a figure away as files.
use std::pin::pin;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::Stage;
use crate::client::{Answer, Client, Request};
use crate::goals::{BOOK, BOOK_GROWTH, EXPORT_CSV, EXPORT_GROWTH, EXPORT_XLSX};
use crate::load::{median, ms, real};
use crate::table::Table;

/// The rows by which exports are compared.
const ROWS: f64 = 10_000.0;
/// The most rows that the product writes into a workbook.
const MOST_IN_A_WORKBOOK: usize = 100_000;
/// The most courses that are printed in one book.
const MOST_IN_A_BOOK: usize = 500;
/// How often each is taken.
const TIMES: usize = 3;
/// How often memory is looked at meanwhile.
const LOOK: Duration = Duration::from_millis(20);

impl Stage {
    /// All nominations of the long round as CSV and, where they fit, as a workbook, else those of
    /// one member; how long 10,000 rows take follows from how many there are.
    pub(super) async fn exports(&self, table: &mut Table) -> Result<()> {
        let mut officer = self.person("officer@rso.example").await?;
        let all = format!("round={}&level=all", self.long_round);
        let csv = |query: &str| format!("/demand/nominations.csv?{query}");
        let (rows, growth) = self.taken(table, &mut officer, &csv(&all)).await?;
        table.of(EXPORT_GROWTH, &format!("(of {rows})"), growth);
        let (query, rows) = if rows <= MOST_IN_A_WORKBOOK {
            (all, rows)
        } else {
            let one = format!("{all}&state={}", self.members().await?[20]);
            let answer = self.take(&mut officer, &csv(&one)).await?.0;
            (one, lines(&answer) - 1)
        };
        let path = format!("/demand/nominations.xlsx?{query}");
        let mut times = Vec::new();
        for _ in 0..TIMES {
            times.push(self.take(&mut officer, &path).await?.1);
        }
        table.of(EXPORT_XLSX, &format!("(from {rows})"), of_ten_thousand(median(times), rows));
        Ok(())
    }

    /// The courses of as many centres as fit into one book, as a visitor prints them.
    pub(super) async fn book(&self, table: &mut Table) -> Result<()> {
        let codes = "select value from course_facet where facet = 'centre' order by value";
        let (mut query, mut count) = (String::new(), 0);
        for centre in self.strings(codes).await?.chunk_by(|one, other| one == other) {
            if count + centre.len() <= MOST_IN_A_BOOK {
                count += centre.len();
                query.push_str("&centre=");
                query.push_str(&centre[0]);
            }
        }
        let path = format!("/catalogue.pdf?{}", query.trim_start_matches('&'));
        let before = self.product.anonymous_mib()?;
        let (mut times, mut peak) = (Vec::new(), before);
        for _ in 0..TIMES {
            let (answer, time, most) = self.take(&mut self.browser(), &path).await?;
            let kind = answer.header("content-type");
            ensure!(kind == Some("application/pdf"), "{path} is no book: {kind:?}");
            times.push(time);
            peak = peak.max(most);
        }
        table.of(BOOK, &format!("(of {count})"), median(times));
        table.value(BOOK_GROWTH, peak - before);
        Ok(())
    }

    /// Takes a table away; answers how many rows it has, and by how many MiB memory grew.
    async fn taken(
        &self,
        table: &mut Table,
        officer: &mut Client,
        path: &str,
    ) -> Result<(usize, f64)> {
        let before = self.product.anonymous_mib()?;
        let (mut times, mut rows, mut peak) = (Vec::new(), 0, before);
        for _ in 0..TIMES {
            let (answer, time, most) = self.take(officer, path).await?;
            times.push(time);
            rows = lines(&answer) - 1;
            peak = peak.max(most);
        }
        ensure!(rows > 0, "{path} holds no row");
        table.of(EXPORT_CSV, &format!("(from {rows})"), of_ten_thousand(median(times), rows));
        Ok((rows, peak - before))
    }

    /// Takes a file away; answers it, the milliseconds, and the most memory meanwhile.
    async fn take(&self, officer: &mut Client, path: &str) -> Result<(Answer, f64, f64)> {
        let began = Instant::now();
        let request = Request::get(path);
        let mut sent = pin!(officer.send(&request));
        let mut peak = 0.0f64;
        let answer = loop {
            tokio::select! {
                answer = &mut sent => break answer?,
                () = tokio::time::sleep(LOOK) => peak = peak.max(self.product.anonymous_mib()?),
            }
        };
        ensure!(answer.status == 200, "{path} answers {}", answer.head);
        Ok((answer, ms(began.elapsed()), peak))
    }
}

fn lines(answer: &Answer) -> usize {
    answer.body.split(|byte| *byte == b'\n').count() - 1
}

fn of_ten_thousand(time: f64, rows: usize) -> f64 {
    time * (ROWS / real(rows.max(1)))
}
