//! Sheets: saving the draft, submitting it, and eight who write at once.
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::task::JoinSet;

use super::{Stage, focal_point};
use crate::client::{Client, Request};
use crate::goals::{REFUSED, SHEET_SAVE, SHEET_SUBMIT, WRITERS};
use crate::load::{CLIENTS, median, ms, real, share};
use crate::table::Table;

/// How often one client saves and submits.
const TIMES: usize = 20;
/// How long eight of them write at once.
const WRITING: Duration = Duration::from_secs(2);

/// A focal point with a sheet.
pub struct Desk {
    client: Client,
    path: String,
    types: Vec<String>,
    revision: String,
    saves: usize,
}

impl Desk {
    /// The focal point of a member at its sheet.
    pub async fn new(stage: &Stage, code: &str) -> Result<Self> {
        let mut client = stage.person(&focal_point(code)).await?;
        let path = format!("/rounds/{}/sheet", stage.round);
        let page = client.page(&path).await?.text();
        let (_, revision) = page.split_once("name=\"revision\" value=\"").context("a revision")?;
        let revision = revision.split('"').next().context("a value")?.to_owned();
        let types = stage.strings("select code from course_type order by position").await?;
        Ok(Self { client, path, types, revision, saves: 0 })
    }

    /// Saves the draft as the script of the page does, with something new in each line; answers
    /// the milliseconds that it took.
    pub async fn save(&mut self) -> Result<f64> {
        self.saves += 1;
        let reason = format!("Officers were posted anew, {} so far", self.saves);
        let often = ["annual", "twice_a_year"][self.saves % 2];
        let mut fields = vec![
            ("do".to_owned(), "autosave".to_owned()),
            ("revision".to_owned(), self.revision.clone()),
        ];
        for (code, rank) in self.types.iter().zip(1..) {
            let rank = format!("{rank}");
            for (name, value) in [
                ("freq", often),
                ("level", "regional"),
                ("people", "3"),
                ("lang", "en"),
                ("rank", &rank),
                ("urgency", "high"),
                ("q", "1"),
                ("reason", &reason),
                ("mode", "any"),
            ] {
                fields.push((format!("{code}.{name}"), value.to_owned()));
            }
        }
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let began = Instant::now();
        let answer = self.client.send(&Request::post(&self.path, &fields)).await?;
        ensure!(answer.status == 200, "a draft is not saved: {}", answer.head);
        let text = answer.text();
        text.lines().next().context("a revision")?.clone_into(&mut self.revision);
        Ok(ms(began.elapsed()))
    }

    /// Submits what was saved; answers the milliseconds that it took.
    pub async fn submit(&mut self) -> Result<f64> {
        let path = format!("{}/submission", self.path);
        let began = Instant::now();
        let form = [("revision", self.revision.as_str())];
        let answer = self.client.send(&Request::post(&path, &form)).await?;
        let sent = answer.header("location").is_some_and(|to| to == path);
        ensure!(answer.status == 303 && sent, "a sheet is not submitted: {}", answer.head);
        Ok(ms(began.elapsed()))
    }
}

impl Stage {
    pub(super) async fn sheets(&self, table: &mut Table) -> Result<()> {
        let members = self.members().await?;
        let mut desk = Desk::new(self, members.get(2).context("a member")?).await?;
        let emails = "select count(*) from outbox";
        let before = self.count(emails).await?;
        let (mut saved, mut submitted) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            saved.push(desk.save().await?);
            submitted.push(desk.submit().await?);
        }
        let queued = real(self.count(emails).await? - before) / real(TIMES);
        eprintln!("  each submission queued {queued:.1} emails");
        table.value(SHEET_SAVE, median(saved));
        table.of(SHEET_SUBMIT, &format!("({queued:.0} emails queued)"), median(submitted));
        self.writers(table, &members).await
    }

    /// Eight focal points save and submit at once.
    async fn writers(&self, table: &mut Table, members: &[String]) -> Result<()> {
        let floor = self.floor_writers().await?;
        let mut writers = JoinSet::new();
        for code in members.iter().skip(10).take(CLIENTS) {
            let mut desk = Desk::new(self, code).await?;
            writers.spawn(async move {
                let (mut latencies, mut refused) = (Vec::new(), 0);
                let began = Instant::now();
                for turn in 0.. {
                    if began.elapsed() > WRITING {
                        break;
                    }
                    let done = if turn % 4 == 3 { desk.submit().await } else { desk.save().await };
                    match done {
                        Ok(time) => latencies.push(time),
                        Err(error) => {
                            eprintln!("  {error:#}");
                            refused += 1;
                        }
                    }
                }
                (latencies, refused)
            });
        }
        let (mut latencies, mut refused) = (Vec::new(), self.product.logged("locked")?);
        for (times, failures) in writers.join_all().await {
            latencies.extend(times);
            refused += failures;
        }
        latencies.sort_by(f64::total_cmp);
        table.beside(WRITERS, floor, share(&latencies, 99));
        table.value(REFUSED, real(refused));
        Ok(())
    }

    /// Eight clients of the floor make three inserts and one commit each time.
    async fn floor_writers(&self) -> Result<f64> {
        let mut writers = JoinSet::new();
        for _ in 0..CLIENTS {
            let mut client = Client::browser(self.floor.address);
            writers.spawn(async move {
                let (mut latencies, began) = (Vec::new(), Instant::now());
                while began.elapsed() < WRITING / 2 {
                    let sent = Instant::now();
                    let answer = client.send(&Request::post("/inserts", &[])).await?;
                    ensure!(answer.status == 200, "the floor: {}", answer.text());
                    latencies.push(ms(sent.elapsed()));
                }
                anyhow::Ok(latencies)
            });
        }
        let mut latencies = Vec::new();
        for times in writers.join_all().await {
            latencies.extend(times?);
        }
        latencies.sort_by(f64::total_cmp);
        Ok(share(&latencies, 99))
    }
}
