//! The mix of a day: who asks for what in which proportion, skewed to a few courses and members,
//! with the tenant checked in every answer; and what happens beyond twice what it carries.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::task::JoinSet;

use super::sheets::Desk;
use super::{Stage, focal_point};
use crate::client::{Client, Request};
use crate::fill::PASSWORD;
use crate::goals::{MIX, MIX_LEAKS, SHED, SHED_BADLY};
use crate::load::{CLIENTS, Seen, alone, always, ms, real, sum_up};
use crate::server::Server;
use crate::table::Table;

/// How long the mix lasts.
const MIXED: Duration = Duration::from_secs(3);
/// How long it is asked too much.
const TOO_MUCH: Duration = Duration::from_secs(3);
/// How many connections ask too much: twice as many as are answered at once.
const CROWD: usize = 1_200;
/// What the justification of every generated nomination begins with; its member's code follows.
const CANARY: &str = "Needed by ";

/// One of the people who make the mix.
struct Person {
    state: u64,
    code: String,
    courses: Arc<Vec<String>>,
    visitor: Client,
    focal_point: Client,
    officer: Client,
    desk: Desk,
    board: String,
    program: Client,
    api_list: Request,
}

impl Stage {
    pub(super) async fn mix(&self, table: &mut Table) -> Result<()> {
        let courses = self.strings("select code from course_listing order by code desc").await?;
        let courses = Arc::new(courses);
        let members = self.members().await?;
        let mut people = Vec::new();
        for (number, code) in members.iter().skip(20).take(CLIENTS).enumerate() {
            people.push(self.one_of_them(number, code, &courses).await?);
        }
        let before = self.product.cpu_ms()?;
        let (mut mixed, began) = (JoinSet::new(), Instant::now());
        for person in people {
            mixed.spawn(person.live(began));
        }
        let (mut seen, mut leaks) = (Vec::new(), 0);
        for one in mixed.join_all().await {
            let (theirs, leaked) = one?;
            seen.push(theirs);
            leaks += leaked;
        }
        let found = sum_up(seen, self.product.cpu_ms()? - before, began.elapsed());
        table.load(MIX, None, found);
        table.value(MIX_LEAKS, real(leaks));
        Ok(())
    }

    async fn one_of_them(
        &self,
        number: usize,
        code: &str,
        courses: &Arc<Vec<String>>,
    ) -> Result<Person> {
        Ok(Person {
            state: 0x9e37_79b9 + u64::try_from(number)? * 7_919,
            code: code.to_owned(),
            courses: courses.clone(),
            focal_point: self.person(&focal_point(code)).await?,
            officer: self.person("officer@rso.example").await?,
            desk: Desk::new(self, code).await?,
            board: format!("/demand?round={}", self.long_round),
            visitor: Client::reader(self.product.address),
            program: Client::reader(self.product.address),
            api_list: self.api_list(),
        })
    }

    /// Asks three times what is carried of pages that are made for somebody; what is not answered
    /// is to be told when to come back.
    pub(super) async fn too_much(&self, table: &mut Table) -> Result<()> {
        let visitor = self.browser();
        let officer = self.person("officer@rso.example").await?.another(&visitor);
        let carried = alone(&self.product, &always("/catalogue"), &officer).await?;
        let slots = Arc::new(AtomicUsize::new(0));
        let (mut crowd, began) = (JoinSet::new(), Instant::now());
        for _ in 0..CROWD {
            let each = (slots.clone(), began, 3.0 * carried.rate);
            crowd.spawn(one_of_the_crowd(officer.another(&officer), each));
        }
        let (mut served, mut shed, mut bad) = (0, 0, 0);
        for (theirs, told, failed) in crowd.join_all().await {
            served += theirs;
            shed += told;
            bad += failed;
        }
        let all = served + shed + bad;
        eprintln!(
            "  too much: {all} asked, {served} served, {shed} told to come back, {bad} failed"
        );
        table.value(SHED, 100.0 * real(shed) / real(all.max(1)));
        table.value(SHED_BADLY, real(bad));
        alive(&self.product).await
    }
}

async fn alive(server: &Server) -> Result<()> {
    Client::browser(server.address).page("/catalogue").await.context("it does not recover")?;
    Ok(())
}

async fn one_of_the_crowd(
    mut client: Client,
    (slots, began, rate): (Arc<AtomicUsize>, Instant, f64),
) -> (usize, usize, usize) {
    let (mut served, mut shed, mut bad) = (0, 0, 0);
    loop {
        let slot = slots.fetch_add(1, Ordering::Relaxed);
        let due = Duration::from_secs_f64(real(slot) / rate);
        if due > TOO_MUCH || began.elapsed() > TOO_MUCH {
            return (served, shed, bad);
        }
        tokio::time::sleep_until((began + due).into()).await;
        let path = format!("/catalogue?page={}", 1 + slot % 10);
        match client.send(&Request::get(path)).await {
            Ok(answer) if answer.status == 200 => served += 1,
            Ok(answer) if answer.status == 503 && answer.header("retry-after").is_some() => {
                shed += 1;
            }
            Ok(_) | Err(_) => bad += 1,
        }
    }
}

impl Person {
    async fn live(mut self, began: Instant) -> Result<(Seen, usize)> {
        let (mut seen, mut leaks) = (Seen::default(), 0);
        while began.elapsed() < MIXED {
            let sent = Instant::now();
            let (bytes, clean) = self.act().await?;
            seen.latencies.push(ms(sent.elapsed()));
            seen.bytes += bytes;
            leaks += usize::from(!clean);
        }
        Ok((seen, leaks))
    }

    /// Does one thing; answers the bytes that came and whether they were the asker's to see.
    async fn act(&mut self) -> Result<(usize, bool)> {
        match self.random(100) {
            0..30 => {
                let page = 1 + self.skewed(40);
                self.public(&format!("/catalogue?page={page}"), "</html>").await
            }
            30..55 => {
                let level = ["introductory", "intermediate", "advanced"][self.random(3)];
                let language = ["en", "id", "ar", "bn"][self.random(4)];
                let path = format!("/catalogue?level={level}&language={language}");
                self.public(&path, "</html>").await
            }
            55..75 => {
                let place = self.skewed(self.courses.len());
                let code = self.courses[place].clone();
                self.public(&format!("/courses/{code}"), &code).await
            }
            75..85 => self.look_at_demand().await,
            85..93 => {
                let list = self.program.send(&self.api_list).await?;
                ensure!(list.status == 200, "the API answers {}", list.head);
                Ok((list.wire, is_own(&list.text(), None)))
            }
            93..98 => {
                self.desk.save().await?;
                Ok((0, true))
            }
            _ => {
                let mut client = self.visitor.another(&self.visitor);
                client.sign_in(&focal_point(&self.code), PASSWORD).await?;
                let home = client.page("/my-state").await?;
                Ok((home.wire, is_own(&home.text(), Some(&self.code))))
            }
        }
    }

    async fn public(&mut self, path: &str, says: &str) -> Result<(usize, bool)> {
        let page = self.visitor.page(path).await?;
        let text = page.text();
        ensure!(text.contains(says), "{path} does not say {says}");
        Ok((page.wire, is_own(&text, None)))
    }

    /// Half of it the region's office, half of it a State, which sees its own.
    async fn look_at_demand(&mut self) -> Result<(usize, bool)> {
        let board = format!("{}&level=all&state={}", self.board, self.code);
        let office = self.random(2) == 0;
        let client = if office { &mut self.officer } else { &mut self.focal_point };
        let page = client.page(&board).await?;
        let text = page.text();
        Ok((page.wire, is_own(&text, Some(&self.code))))
    }

    fn random(&mut self, below: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state % (below.max(1) as u64)).unwrap_or_default()
    }

    /// Small numbers far more often than large ones.
    fn skewed(&mut self, below: usize) -> usize {
        let within = 1 + self.random(below);
        self.random(within)
    }
}

/// Whether every justification in a text is that of this member; of nobody where there is none.
fn is_own(text: &str, code: Option<&str>) -> bool {
    text.split(CANARY).skip(1).all(|rest| {
        code.is_some_and(|code| rest.strip_prefix(code).is_some_and(|rest| rest.starts_with(',')))
    })
}
