//! What every feature stands on; knows no feature.
pub mod alarm;
pub mod api;
pub mod assets;
pub mod audit;
pub mod backup;
pub mod clock;
pub mod closed_list;
pub mod config;
pub mod csp;
pub mod csrf;
pub mod db;
pub mod error;
pub mod error_response;
pub mod export;
pub mod extract;
pub mod files;
pub mod filters;
pub mod hasher;
pub mod headers;
pub mod health;
pub mod i18n;
pub mod ids;
pub mod job_runs;
pub mod jobs;
pub mod json_ld;
pub mod jwt;
pub mod kept;
pub mod letter;
pub mod limits;
pub mod mailer;
pub mod metrics;
pub mod not_modified;
pub mod outbox;
pub mod page;
pub mod paper;
pub mod pieces;
pub mod ready;
pub mod routes;
pub mod secrets;
pub mod server;
pub mod standing;
pub mod tables;
pub mod telemetry;
pub mod typed;
pub mod upload;

use std::sync::Arc;

use self::alarm::Alarm;
use self::api::Document;
use self::clock::Clock;
use self::config::Settings;
use self::db::Db;
use self::files::Files;
use self::hasher::Hasher;
use self::health::Health;
use self::jwt::Tokens;
use self::kept::Kept;
use self::metrics::Metrics;
use self::outbox::Bell;
use self::paper::Press;
use self::ready::Ready;
use self::tables::Readers;

/// What a request may reach. Cloning is cheap.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The store of files.
    pub files: Files,
    /// The clock.
    pub clock: Clock,
    /// What the installation was told.
    pub settings: Arc<Settings>,
    /// Hashes passwords, a few at once.
    pub hasher: Hasher,
    /// Signs and reads the tokens of API clients.
    pub tokens: Arc<Tokens>,
    /// What the API offers.
    pub api: Arc<Document>,
    /// Rung when emails have been queued, so that the worker looks at once.
    pub mail_bell: Bell,
    /// Whether requests should come here.
    pub health: Health,
    /// What is counted for those who operate the installation.
    pub metrics: Metrics,
    /// What is read often and changes seldom.
    pub kept: Kept,
    /// Public pages as they were last made.
    pub ready: Ready,
    /// Where books are printed.
    pub press: Press,
    /// Where tables are read that people import.
    pub readers: Readers,
    /// Raised when the last check of the installation found differences.
    pub alarm: Alarm,
}

impl App {
    /// The same installation at another time: for loading what happened in the past.
    #[must_use]
    pub fn at(&self, clock: Clock) -> Self {
        Self { clock, ..self.clone() }
    }
}
