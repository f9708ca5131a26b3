//! What is measured, each kind in a file of its own.
mod bytes;
mod export;
mod import;
mod mail;
mod mix;
mod reading;
mod sheets;
mod sign_in;
mod start;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use serde_json::{Value, json};

use super::client::{Client, Request};
use super::fill::{self, PASSWORD};
use super::server::{Server, api_client};
use super::sink::Sink;
use super::table::Table;

/// Where one database of one size is measured.
pub struct Stage {
    /// The program.
    pub rctm: PathBuf,
    /// Where its files are.
    pub directory: PathBuf,
    /// The database.
    pub url: String,
    db: DatabaseConnection,
    sink: Sink,
    product: Server,
    floor: Server,
    round: String,
    long_round: String,
    token: String,
}

impl Stage {
    /// Starts product and floor on a filled database.
    pub async fn new((rctm, directory): (PathBuf, PathBuf), url: String) -> Result<Self> {
        let sink = Sink::new().await?;
        let log = directory.join("product.log");
        let product = Server::product(&rctm, &url, sink.address, &log).await?;
        let floor = Server::floor(&url, &directory.join("floor.log")).await?;
        let db = fill::connect(&url).await?;
        let round = id_of(&db, "state = 'open'").await?;
        let long_round = id_of(&db, "title = 'Long round'").await?;
        let token = String::new();
        Ok(Self { rctm, directory, url, db, sink, product, floor, round, long_round, token })
    }

    /// Every figure that depends on database and size.
    pub async fn measure(&mut self, table: &mut Table) -> Result<()> {
        self.start(table).await?;
        // A token is for the address of the product that runs from now on.
        self.token = token(&self.rctm, &self.url, &self.product).await?;
        self.reading(table).await?;
        self.remembers("reading")?;
        self.sheets(table).await?;
        self.remembers("sheets")?;
        self.mail(table).await?;
        self.remembers("emails")?;
        self.storm(table).await?;
        self.remembers("the storm")?;
        self.exports(table).await?;
        self.remembers("exports")?;
        self.book(table).await?;
        self.remembers("the book")?;
        self.imports(table).await?;
        self.remembers("imports")?;
        self.mix(table).await?;
        self.remembers("the mix")?;
        self.too_much(table).await?;
        self.memory_after(table)
    }

    /// Says how much memory the product has after a part of the measurements.
    fn remembers(&self, part: &str) -> Result<()> {
        eprintln!("  memory after {part}: {:.1} MiB", self.product.anonymous_mib()?);
        Ok(())
    }

    /// Ends what was started.
    pub async fn end(self) -> Result<()> {
        self.db.close().await?;
        self.floor.stop()?;
        self.product.stop()
    }

    /// Somebody signed in, who reads answers or takes them compressed as a browser does.
    async fn person(&self, email: &str) -> Result<Client> {
        let mut client = Client::reader(self.product.address);
        client.sign_in(email, PASSWORD).await?;
        Ok(client)
    }

    fn browser(&self) -> Client {
        Client::browser(self.product.address)
    }

    /// The first page of the list of courses, as a program asks for it.
    fn api_list(&self) -> Request {
        let token = format!("Bearer {}", self.token);
        Request::get("/api/v1/courses?limit=50").with("authorization", &token)
    }

    /// The codes of members that have not said anything in the open round, those of the
    /// demonstration first.
    async fn members(&self) -> Result<Vec<String>> {
        let sql = "select o.code from organisation o where o.nominates and not exists \
            (select 1 from sheet s join round r on r.id = s.round_id \
            where r.state = 'open' and s.member_id = o.id) order by o.created_at, o.code";
        self.strings(sql).await
    }

    async fn strings(&self, sql: &str) -> Result<Vec<String>> {
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        let rows = self.db.query_all_raw(statement).await?;
        rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }

    async fn count(&self, sql: &str) -> Result<usize> {
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        let row = self.db.query_one_raw(statement).await?.context("a row")?;
        Ok(usize::try_from(row.try_get_by_index::<i64>(0)?)?)
    }
}

/// The address of the focal point whom the bench gave to a member.
fn focal_point(code: &str) -> String {
    format!("{}.focal_point@bench.example", code.to_lowercase())
}

/// The token of an API client of Fiji.
async fn token(rctm: &Path, url: &str, product: &Server) -> Result<String> {
    let (id, secret) = api_client(rctm, url, "FJ")?;
    let asked = json!({ "client_id": id, "client_secret": secret });
    let mut client = Client::reader(product.address);
    let answer = client.send(&Request::json("/api/v1/token", &asked)).await?;
    ensure!(answer.status == 200, "no token: {} {}", answer.head, answer.text());
    let said: Value = serde_json::from_slice(&answer.body)?;
    Ok(said["access_token"].as_str().context("a token")?.to_owned())
}

async fn id_of(db: &DatabaseConnection, condition: &str) -> Result<String> {
    let sql = format!("select id from round where {condition}");
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    let id: uuid::Uuid = row.context("a round")?.try_get("", "id")?;
    Ok(id.to_string())
}

/// What only needs the program: its size, and a demonstration from nothing.
pub async fn of_the_program(rctm: &Path, directory: &Path, table: &mut Table) -> Result<()> {
    start::binary(rctm, table)?;
    start::demonstration(rctm, directory, table).await
}

/// What every page costs on the wire.
pub async fn of_the_pages(stage: &Stage, table: &mut Table) -> Result<()> {
    bytes::pages(stage, table).await
}
