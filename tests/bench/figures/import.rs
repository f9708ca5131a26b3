//! A centre imports a large table, and takes it back.
use std::fmt::Write;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Stage;
use crate::client::{Client, Request};
use crate::goals::{IMPORT, IMPORT_GROWTH};
use crate::load::ms;
use crate::table::Table;

/// The rows of the table.
const ROWS: usize = 20_000;
/// How often it is looked whether the table is read, and at memory.
const LOOK: Duration = Duration::from_millis(20);

impl Stage {
    /// From the first byte of the file to the courses that stand there.
    pub(super) async fn imports(&self, table: &mut Table) -> Result<()> {
        let mut director = self.person("training.director@jclec.example").await?;
        let file = rows();
        let before = self.product.anonymous_mib()?;
        let began = Instant::now();
        let sending = Request::file("/course-imports", "large.csv", &file);
        let sent = director.send(&sending).await?;
        let place = sent.header("location").context("the table is not taken")?.to_owned();
        let mut peak = self.product.anonymous_mib()?;
        loop {
            let page = director.send(&Request::get(place.as_str())).await?;
            peak = peak.max(self.product.anonymous_mib()?);
            if page.header("refresh").is_none() {
                break;
            }
            tokio::time::sleep(LOOK).await;
        }
        self.does(&mut director, &format!("{place}/confirmation")).await?;
        table.value(IMPORT, ms(began.elapsed()));
        table.value(IMPORT_GROWTH, peak.max(self.product.anonymous_mib()?) - before);
        self.does(&mut director, &format!("{place}/undo")).await
    }

    async fn does(&self, director: &mut Client, path: &str) -> Result<()> {
        let answer = director.send(&Request::post(path, &[])).await?;
        ensure!(answer.status == 303, "{path} answers {}", answer.head);
        Ok(())
    }
}

/// A table such as an office has, with something to say of every row.
fn rows() -> String {
    let mut text = String::from(
        "No;Title;Centre;Type;Level;Start date;Duration;Languages;# pax;Audience;Remarks\n",
    );
    for number in 1..=ROWS {
        // Writing into a string never fails.
        let _ = writeln!(
            text,
            "{number};Course {number} of kites and boats;JCLEC;Liaison;R;{}/{}/2027;5 days;English / Bahasa;\
             20-25;Officers selected for posting;A remark of some length about course {number}",
            number % 28 + 1,
            number % 12 + 1,
        );
    }
    text
}
