//! The only file that names every feature: what is served, and what runs beside it.
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use axum::{Router, middleware};
use migration::{Migrator, MigratorTrait};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use crate::base::alarm::Alarm;
use crate::base::clock::Clock;
use crate::base::config::Settings;
use crate::base::db::Db;
use crate::base::error::{Error, Result};
use crate::base::files::{self, Files};
use crate::base::hasher::Hasher;
use crate::base::health::{self, Health};
use crate::base::jobs::Jobs;
use crate::base::jwt::Tokens;
use crate::base::kept::Kept;
use crate::base::metrics::{self, Metrics};
use crate::base::outbox::Bell;
use crate::base::paper::Press;
use crate::base::ready::{self, Ready};
use crate::base::routes::{Anyone, Routes};
use crate::base::tables::Readers;
use crate::base::telemetry;
use crate::base::{
    App, api, assets, audit, csrf, error_response, headers, job_runs, limits, mailer, not_modified,
    standing, typed,
};
use crate::identity::{self, ApiRoutes, DatabaseSessions};
use crate::{
    catalogue, course_nominations, deliveries, demand, front, notifications, organisations,
    participants, proof,
};

/// How often what has run out is forgotten.
const SWEEP_EVERY: Duration = Duration::from_mins(10);
/// The job that forgets, as instances agree on it.
const SWEEP: &str = "sweep";
/// Instances that look at about the same time leave the job to one of them.
const SWEPT_WITHIN: chrono::Duration = chrono::Duration::minutes(9);
/// How often it is asked whether digests are due.
const DIGESTS_EVERY: Duration = Duration::from_mins(5);
/// How often it is asked whether the nightly check, or the daily reminder, is due.
const CHECK_EVERY: Duration = Duration::from_mins(15);
/// How often the clock of deliveries is looked at.
const CLOCK_EVERY: Duration = Duration::from_mins(1);
/// How hard pages of those who are signed in are compressed: the catalogue in Arabic fits into the
/// first window of a connection, which it does not at the level below.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(5);
/// Passwords hashed at once, each in 19 MiB.
const HASHES_AT_ONCE: usize = 2;

/// Opens an installation. Its schema must be up to date: [`migrate`].
pub async fn open(settings: Settings, clock: Clock) -> anyhow::Result<App> {
    let counts = settings.metrics_listen.is_some();
    let (url, secret) = (&settings.database_url, &settings.secret_key);
    let db = Db::open(url, settings.database_connections, secret).await?;
    let tokens = Tokens::of(&settings.secret_key, settings.origin())?;
    let described = self::api();
    let routes = described.routes.listed.into_iter().zip(described.operations).collect();
    Ok(App {
        db,
        files: Files::open(&settings.files)?,
        clock,
        tokens: Arc::new(tokens),
        api: Arc::new(api::describe(routes, settings.origin())),
        settings: Arc::new(settings),
        hasher: Hasher::new(HASHES_AT_ONCE),
        mail_bell: Bell::default(),
        health: Health::default(),
        metrics: if counts { Metrics::counting()? } else { Metrics::default() },
        kept: Kept::default(),
        ready: Ready::default(),
        press: Press::default(),
        readers: Readers::default(),
        alarm: Alarm::default(),
    })
}

/// Brings the schema up to date, begins the chain of the audit log where there is none yet, and
/// sees to it that every course is found and says which versions of modules it has.
pub async fn migrate(app: &App) -> anyhow::Result<()> {
    Migrator::up(app.db.for_migrations(), None).await?;
    audit::begin_chain(&app.db, app.clock.now()).await?;
    keep_found(app).await?;
    keep_modules(app).await
}

/// Sees to it that every course is found by what it says, also after an update of the program.
pub async fn keep_found(app: &App) -> anyhow::Result<()> {
    let courses = catalogue::actions::keep_found(app).await?;
    if courses > 0 {
        tracing::info!(courses, "The words of {courses} courses were indexed anew");
    }
    Ok(())
}

/// Sees to it that every course says which versions of modules it has, also where an older program
/// has published it meanwhile.
pub async fn keep_modules(app: &App) -> anyhow::Result<()> {
    let kept = catalogue::actions::keep_modules(app).await?;
    if kept > 0 {
        tracing::info!(kept, "The modules of {kept} versions and drafts of courses were kept");
    }
    Ok(())
}

/// Whether the schema is the one that the program knows, and the audit log a chain. Reads only,
/// so that the program may run in a role that cannot change the schema.
pub async fn is_migrated(app: &App) -> anyhow::Result<bool> {
    let known = u64::try_from(Migrator::migrations().len())?;
    let migrated = app.db.migrations_applied().await.is_ok_and(|applied| applied == known);
    Ok(migrated && audit::head(&app.db).await?.is_some())
}

/// The steps of the schema that the program knows, in order.
pub fn schema() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}

/// Starts what runs beside requests.
pub fn start_jobs(app: &App) -> anyhow::Result<Jobs> {
    let mut jobs = Jobs::default();
    let keeping = app.clone();
    jobs.start(|stop| async move {
        let kept = Box::pin(keep_modules(&keeping));
        if let Some(Err(error)) = stop.run_until_cancelled(kept).await {
            tracing::warn!(%error, "The modules of courses could not be kept");
        }
    });
    let sweeping = app.clone();
    jobs.every(SWEEP_EVERY, move || {
        let app = sweeping.clone();
        async move {
            if let Err(error) = sweep(&app).await {
                tracing::warn!(%error, "What has run out could not be swept");
            }
        }
    });
    let telling = app.clone();
    jobs.every(DIGESTS_EVERY, move || {
        let app = telling.clone();
        async move {
            if let Err(error) = catalogue::actions::send_due(&app).await {
                tracing::warn!(%error, "Digests could not be sent");
            }
        }
    });
    let folding = app.metrics.clone();
    jobs.every(metrics::FOLDED_EVERY, move || {
        folding.fold();
        std::future::ready(())
    });
    jobs.start(|stop| mailer::run(app.clone(), stop));
    let checking = app.clone();
    jobs.every(CHECK_EVERY, move || {
        let app = checking.clone();
        async move {
            if let Err(error) = proof::actions::every_night(&app).await {
                tracing::warn!(%error, "The installation could not be checked");
            }
        }
    });
    let keeping_time = app.clone();
    jobs.every(CLOCK_EVERY, move || {
        let app = keeping_time.clone();
        async move {
            if let Err(error) = participants::actions::keep_time(&app).await {
                tracing::warn!(%error, "What is due for deliveries was not brought about");
            }
        }
    });
    let reminding = app.clone();
    jobs.every(CHECK_EVERY, move || {
        let app = reminding.clone();
        async move {
            if let Err(error) = catalogue::actions::remind(&app).await {
                tracing::warn!(%error, "Centres could not be reminded of their courses");
            }
        }
    });
    Ok(jobs)
}

/// Forgets what has run out, unless another instance did a moment ago; tells whether we did.
pub async fn sweep(app: &App) -> Result<bool> {
    if !job_runs::take(app, SWEEP, SWEPT_WITHIN).await? {
        return Ok(false);
    }
    identity::actions::sweep(app).await?;
    catalogue::actions::purge_materials(app).await?;
    files::sweep(app).await?;
    catalogue::actions::sweep(app).await?;
    catalogue::actions::imports::sweep(app).await?;
    job_runs::succeeded(app, SWEEP).await?;
    Ok(true)
}

/// Every page.
pub fn pages() -> Routes {
    Routes::default()
        .and(identity::pages::routes())
        .and(notifications::pages::routes())
        .and(organisations::pages::routes())
        .and(catalogue::pages::routes())
        .and(course_nominations::pages::routes())
        .and(deliveries::pages::routes())
        .and(participants::pages::routes())
        .and(demand::pages::routes())
        .and(front::pages::routes())
}

/// What programs may do.
pub fn api() -> ApiRoutes {
    ApiRoutes::default()
        .and(identity::api::routes())
        .and(catalogue::api::routes())
        .and(course_nominations::api::routes())
        .and(deliveries::api::routes())
        .and(participants::api::routes())
        .and(demand::api::routes())
}

/// What stands at well-known addresses, outside the pages: no session, no forms.
pub fn standing() -> Routes {
    standing::routes().and(api::routes()).get("/healthz/ready", ready)
}

/// Everything that is served.
pub fn router(app: App) -> Router {
    serving(app, pages())
}

/// Everything that is served where `pages` are the pages. What is written first here is
/// nearest to the handlers, so what is refused first is written last.
#[expect(clippy::disallowed_methods, reason = "static files stand outside the pages")]
pub fn serving(app: App, pages: Routes) -> Router {
    let with = |app: &App| app.clone();
    let room = Arc::new(Semaphore::new(app.settings.limits.at_once));
    let pages = within_limits(&app, pages)
        .layer(middleware::from_fn_with_state(with(&app), csrf::own_pages_only))
        .layer(middleware::from_fn_with_state(with(&app), identity::pages::keep_forms))
        .layer(middleware::from_fn_with_state(with(&app), error_response::render))
        .layer(middleware::from_fn_with_state(with(&app), identity::resolve::resolve))
        .layer(sessions(&app))
        .layer(middleware::from_fn(not_modified::layer))
        .layer(middleware::from_fn_with_state(with(&app), typed::hold))
        .layer(middleware::from_fn_with_state(with(&app), ready::layer));
    let programs = within_limits(&app, self::api().routes)
        .layer(middleware::from_fn_with_state(with(&app), ready::layer))
        .layer(middleware::from_fn_with_state(with(&app), identity::bearer::resolve));
    Router::new()
        .merge(pages)
        .nest(api::ROOT, programs)
        .merge(standing().router)
        .route("/assets/{name}", get(assets::serve))
        .layer(CatchPanicLayer::custom(limits::on_panic))
        .layer(middleware::from_fn_with_state(with(&app), limits::own_host_only))
        .layer(middleware::from_fn_with_state(room, limits::not_too_many))
        .layer(middleware::from_fn_with_state(with(&app), limits::not_while_stopping))
        .layer(middleware::from_fn_with_state(with(&app), error_response::render))
        .layer(middleware::from_fn_with_state(with(&app), headers::harden))
        .layer(compression())
        .layer(middleware::from_fn(telemetry::log))
        .layer(middleware::from_fn_with_state(with(&app), metrics::measure))
        .with_state(app)
}

/// What routes are served by, within the limits of each: what takes a file has limits of its own,
/// held where its body is read.
fn within_limits(app: &App, routes: Routes) -> Router<App> {
    let usual = routes
        .router
        .fallback(not_found)
        .layer(CatchPanicLayer::custom(limits::on_panic))
        .layer(middleware::from_fn_with_state(app.clone(), limits::in_time))
        .layer(middleware::from_fn_with_state(app.clone(), limits::no_larger));
    usual.merge(routes.takes_files.layer(CatchPanicLayer::custom(limits::on_panic)))
}

fn compression() -> CompressionLayer<impl Predicate> {
    let when = DefaultPredicate::new().and(files::as_it_is);
    CompressionLayer::new().quality(COMPRESSION).compress_when(when)
}

/// What is served to those who operate the installation, on an address of its own.
#[expect(clippy::disallowed_methods, reason = "this is no page and has no visitors")]
pub fn metrics(app: App) -> Router {
    Router::new().route("/metrics", get(figures)).with_state(app)
}

async fn figures(_: Anyone, State(app): State<App>) -> Response {
    let counted = identity::actions::counted(&app).await.ok();
    metrics::page(&app, counted).await
}

/// The program can serve: nobody told it to stop, its database can be written and has the schema
/// that it knows.
async fn ready(_: Anyone, State(app): State<App>) -> Result<&'static str> {
    let well = !app.health.is_stopping()
        && health::can_be_written(&app).await
        && is_migrated(&app).await.unwrap_or(false);
    if well { Ok("ready\n") } else { Err(Error::Busy(5)) }
}

async fn not_found() -> Error {
    Error::NotFound
}

fn sessions(app: &App) -> SessionManagerLayer<DatabaseSessions> {
    SessionManagerLayer::new(DatabaseSessions::new(app.clone()))
        .with_name("__Host-rctm")
        .with_path("/")
        .with_secure(true)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnSessionEnd)
}
