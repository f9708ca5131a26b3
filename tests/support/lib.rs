//! A running RCTM for a test: its own database, the demonstration's people, a clock to move.
pub mod browser;
mod checked;
mod client;
mod counting;
mod database;
pub mod markup;
mod person;
mod program;
pub mod proxy;
mod reply;
mod served;
pub mod smtp_sink;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use axum::Router;
use chrono::{DateTime, Duration, Utc};
use rctm::base::App;
use rctm::base::clock::Clock;
use rctm::base::config::{MailSettings, Settings};
use rctm::base::files::Place;
use rctm::base::ids::ApiClientId;
use rctm::base::routes::Routes;
use rctm::base::secrets::SecretKey;
use rctm::identity::actions::{self, Credentials};
use rctm::identity::rules::NewClient;
use rctm::identity::{Operator, Scope};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};

pub use self::client::Client;
pub use self::counting::Counting;
pub use self::database::{Database, copy_files};
pub use self::person::{BOUNDARY, Person, multipart};
pub use self::program::{Answer, Caller, Program, free_address, rctm};
pub use self::reply::Reply;
pub use self::served::Served;

/// The password of every account of the demonstration in tests.
pub const PASSWORD: &str = "seven green kites fly over water";
/// When every test begins.
pub const BEGINNING: &str = "2026-11-25T03:00:00Z";

/// A running RCTM.
pub struct TestApp {
    /// What requests reach; for arranging what no door offers.
    pub app: App,
    router: Router,
    now: Arc<AtomicI64>,
    arranged: AtomicBool,
    tampered: AtomicBool,
    database: Arc<Database>,
}

impl TestApp {
    /// The demonstration, on the database that `RCTM_TEST_POSTGRES` names, else on SQLite.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The demonstration with other settings.
    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::serving(change, rctm::app::pages()).await
    }

    /// The demonstration with other settings and other pages.
    pub async fn serving(change: impl FnOnce(&mut Settings), pages: Routes) -> Self {
        let database = Arc::new(Database::with_demonstration().await);
        let now = Arc::new(AtomicI64::new(beginning().timestamp_micros()));
        let app = open_with(&database, clock(&now), change).await;
        Self {
            router: rctm::app::serving(app.clone(), pages),
            app,
            now,
            arranged: AtomicBool::new(false),
            tampered: AtomicBool::new(false),
            database,
        }
    }

    /// Another instance on the same database, at the same time.
    pub async fn another(&self) -> Self {
        self.reaching_by(self.database.url()).await
    }

    /// Another instance that reaches the same database by this address. What is left at the end
    /// is checked by the first.
    pub async fn reaching_by(&self, url: &str) -> Self {
        let (database, now) = (self.database.clone(), self.now.clone());
        let mut settings = (*self.app.settings).clone();
        url.clone_into(&mut settings.database_url);
        let app = rctm::app::open(settings, clock(&now)).await.expect("the database opens");
        let router = rctm::app::serving(app.clone(), rctm::app::pages());
        let (arranged, tampered) = (AtomicBool::new(false), AtomicBool::new(true));
        Self { app, router, now, arranged, tampered, database }
    }

    /// From now on the database refuses, or takes, what is written to it.
    pub async fn let_database_be_written(&self, yes: bool) {
        self.database.let_be_written(&self.app.db, yes).await;
    }

    /// What answers requests, for those who send them by other means.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Moves the clock on.
    pub fn pass(&self, time: Duration) {
        let micros = time.num_microseconds().expect("a span that a test may need");
        self.now.fetch_add(micros, Ordering::SeqCst);
    }

    /// The present moment of the test.
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Asks the database itself; `$1` and so on stand for `values`.
    pub async fn query(&self, sql: &str, values: Vec<Value>) -> Vec<QueryResult> {
        let db = &self.app.db;
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        db.query_all_raw(statement).await.expect(sql)
    }

    /// What a query counts as `n`.
    pub async fn count(&self, sql: &str, values: Vec<Value>) -> i64 {
        let rows = self.query(sql, values).await;
        rows.first().expect("a row").try_get("", "n").expect("a number")
    }

    /// What follows from other rows is not compared with them at the end of the test, for something
    /// is arranged that no door offers.
    pub fn arrange_beside_the_doors(&self) {
        self.arranged.store(true, Ordering::SeqCst);
    }

    /// Changes the database itself, for arranging what no door offers. What follows from other
    /// rows is not compared with them any more at the end of the test.
    pub async fn execute(&self, sql: &str, values: Vec<Value>) {
        self.arrange_beside_the_doors();
        let db = self.app.db.for_migrations();
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        db.execute_raw(statement).await.expect(sql);
    }

    /// Changes the database as somebody would who owns it and means no good; nothing is checked
    /// at the end of the test.
    pub async fn tamper(&self, sql: &str) {
        self.leave_unchecked();
        self.app.db.for_migrations().execute_unprepared(sql).await.expect(sql);
    }

    /// The schema itself is changed: nothing can be checked at the end of the test.
    pub fn leave_unchecked(&self) {
        self.tampered.store(true, Ordering::SeqCst);
    }

    /// Where the database is, and what else belongs to it.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Person {
        Person::new(self.router.clone(), self.app.settings.origin())
    }

    /// The person of this address, signed in.
    pub async fn person(&self, email: &str) -> Person {
        let person = self.visitor();
        person.sign_in(email, PASSWORD).await;
        person
    }

    /// The focal point of a member, by its name.
    pub async fn focal_point(&self, member: &str) -> Person {
        self.in_role("focal_point", member).await
    }

    /// The deputy focal point of a member, by its name.
    pub async fn deputy(&self, member: &str) -> Person {
        self.in_role("deputy_focal_point", member).await
    }

    /// The nominator of an agency of a member, by the member's name.
    pub async fn nominator(&self, member: &str) -> Person {
        self.in_role("agency_nominator", member).await
    }

    /// The Training Director of a centre, by its code.
    pub async fn director(&self, centre: &str) -> Person {
        self.in_role("training_director", centre).await
    }

    /// The course editor of a centre, by its code.
    pub async fn editor(&self, centre: &str) -> Person {
        self.in_role("course_editor", centre).await
    }

    /// The officer of the Regional Support Office.
    pub async fn rso(&self) -> Person {
        self.in_role("rso_officer", "RSO").await
    }

    /// The manager of the Regional Support Office.
    pub async fn rso_manager(&self) -> Person {
        self.in_role("rso_manager", "RSO").await
    }

    /// The auditor.
    pub async fn auditor(&self) -> Person {
        self.in_role("auditor", "RSO").await
    }

    /// The administrator of the installation.
    pub async fn administrator(&self) -> Person {
        self.in_role("administrator", "RSO").await
    }

    /// A program that shows no token.
    pub fn program(&self) -> Client {
        let document = self.app.api.value.clone();
        Client::new(self.router.clone(), self.app.settings.origin(), document)
    }

    /// A program of an organisation (a member by its name, a centre by its code, or RSO), with
    /// every scope that the organisation may give.
    pub async fn client_of(&self, organisation: &str) -> Client {
        self.client_with(organisation, None).await
    }

    /// A program of an organisation with these scopes only, or with every one that it may have.
    pub async fn client_with(&self, organisation: &str, scopes: Option<&[&str]>) -> Client {
        let credentials = self.credentials_of(organisation, scopes).await;
        let program = self.program();
        let body = serde_json::json!({
            "client_id": credentials.client_id,
            "client_secret": credentials.client_secret,
        });
        let reply = program.post("/token", body).await;
        reply.is(200);
        program.with(reply.json()["access_token"].as_str().expect("a token"))
    }

    /// What a new client of an organisation proves itself by.
    pub async fn credentials_of(&self, organisation: &str, scopes: Option<&[&str]>) -> Credentials {
        let code = code_of(organisation);
        let found = rctm::organisations::by_code(&self.app.db, &code).await.expect("a query");
        let organisation = found.expect("an organisation").for_identity();
        let open = Scope::open_to(&organisation.capabilities);
        let named = |scope: &Scope| scopes.is_none_or(|names| names.contains(&scope.as_str()));
        let scopes = open.into_iter().filter(named).collect();
        let new = NewClient { name: "A test".to_owned(), scopes };
        let keeper = Operator::at_the_console().api_client_keeper(organisation);
        let keeper = keeper.expect("somebody leads it");
        let made = actions::make_api_client(&self.app, &keeper, ApiClientId::new(), &new).await;
        made.expect("it is made").expect("it is new")
    }

    async fn in_role(&self, role: &str, organisation: &str) -> Person {
        let code = code_of(organisation);
        let account = seed::demonstration_accounts().into_iter().find(|account| {
            matches!(account.memberships.as_slice(), [only]
                if only.role.as_str() == role && only.organisation_code == code)
        });
        let account = account.unwrap_or_else(|| panic!("no {role} of {organisation} in the seed"));
        self.person(account.email).await
    }
}

/// The code of an organisation, which members go by their names instead of.
fn code_of(organisation: &str) -> String {
    let member = seed::members().into_iter().find(|member| member.name == organisation);
    member.map_or_else(|| organisation.to_owned(), |member| member.code)
}

/// The moment at which every test begins.
pub fn beginning() -> DateTime<Utc> {
    BEGINNING.parse().expect("a moment")
}

fn clock(now: &Arc<AtomicI64>) -> Clock {
    let now = now.clone();
    Clock::from_fn(move || {
        DateTime::from_timestamp_micros(now.load(Ordering::SeqCst)).expect("a moment")
    })
}

/// Opens RCTM on `database`, as a demonstration at port 8080 of this machine.
pub(crate) async fn open(database: &Database, clock: Clock) -> App {
    open_with(database, clock, |_| {}).await
}

async fn open_with(database: &Database, clock: Clock, change: impl FnOnce(&mut Settings)) -> App {
    let listen = "127.0.0.1:8080".parse().expect("an address");
    let mut settings = settings_at(listen);
    change(&mut settings);
    database.url().clone_into(&mut settings.database_url);
    if let Place::Directory(directory) = &mut settings.files.place {
        *directory = database.files();
    }
    if let MailSettings::Directory(directory) = &mut settings.mail {
        *directory = database.directory().join(&*directory);
    }
    rctm::app::open(settings, clock).await.expect("the database opens")
}

/// The settings of a demonstration that listens at `listen`; its database is still to be
/// named, and its emails are kept beside that.
pub fn settings_at(listen: SocketAddr) -> Settings {
    let secret = SecretKey::read("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").expect("a secret");
    let mail = MailSettings::Directory("mail".into());
    Settings::demo(std::path::Path::new("."), listen, secret, mail)
}
