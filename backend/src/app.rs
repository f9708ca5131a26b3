//! The only file that names every feature: what is served, and what runs beside it.
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::routing::get;
use axum::{Router, middleware};
use migration::{Migrator, MigratorTrait};
use time::Duration as SessionDuration;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use crate::base::clock::Clock;
use crate::base::config::Settings;
use crate::base::db::Db;
use crate::base::hasher::Hasher;
use crate::base::jobs::Jobs;
use crate::base::outbox::Bell;
use crate::base::routes::Routes;
use crate::base::{App, assets, csrf, error_response, headers, not_modified};
use crate::course_nominations;
use crate::identity::{self, DatabaseSessions};

/// The largest body of a request, in bytes: a whole sheet is a tenth of it.
const LARGEST_BODY: usize = 256 * 1024;
/// How long an answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);
/// How long a browser may keep a session; the layer that reads it is stricter.
const SESSION_KEPT: SessionDuration = SessionDuration::hours(24);
/// How often what has run out is forgotten.
const SWEEP_EVERY: Duration = Duration::from_secs(600);
/// Passwords hashed at once, each in 19 MiB.
const HASHES_AT_ONCE: usize = 2;

/// Opens an installation. Its schema must be up to date: [`migrate`].
pub async fn open(settings: Settings, clock: Clock) -> anyhow::Result<App> {
    let db = Db::open(&settings.database_url, settings.database_connections).await?;
    Ok(App {
        db,
        clock,
        settings: Arc::new(settings),
        hasher: Hasher::new(HASHES_AT_ONCE),
        mail_bell: Bell::default(),
    })
}

/// Brings the schema up to date.
pub async fn migrate(app: &App) -> anyhow::Result<()> {
    Ok(Migrator::up(app.db.for_migrations(), None).await?)
}

/// Whether the schema is up to date.
pub async fn is_migrated(app: &App) -> anyhow::Result<bool> {
    Ok(Migrator::get_pending_migrations(app.db.for_migrations()).await?.is_empty())
}

/// Starts what runs beside requests.
pub fn start_jobs(app: &App) -> anyhow::Result<Jobs> {
    let mut jobs = Jobs::default();
    let sweeping = app.clone();
    jobs.every(SWEEP_EVERY, move || {
        let app = sweeping.clone();
        async move {
            if let Err(error) = identity::actions::sweep(&app).await {
                tracing::warn!(%error, "Old sessions and brakes could not be swept");
            }
        }
    });
    Ok(jobs)
}

/// Every page.
pub fn pages() -> Routes {
    Routes::default().and(identity::pages::routes()).and(course_nominations::pages::routes())
}

/// Everything that is served.
#[expect(clippy::disallowed_methods, reason = "static files and reports stand outside the pages")]
pub fn router(app: App) -> Router {
    let with = |app: &App| app.clone();
    let pages = pages()
        .router
        .fallback(not_found)
        .layer(middleware::from_fn(error_response::html))
        .layer(middleware::from_fn_with_state(with(&app), csrf::own_pages_only))
        .layer(middleware::from_fn(error_response::html))
        .layer(middleware::from_fn_with_state(with(&app), identity::resolve::resolve))
        .layer(sessions(&app))
        .layer(middleware::from_fn(not_modified::layer));
    Router::new()
        .merge(pages)
        .route("/assets/{name}", get(assets::serve))
        .layer(
            ServiceBuilder::new()
                .layer(CompressionLayer::new())
                .layer(middleware::from_fn_with_state(with(&app), headers::harden))
                .layer(CatchPanicLayer::new())
                .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::SERVICE_UNAVAILABLE,
                    ANSWER_WITHIN,
                )),
        )
        .with_state(app)
}

async fn not_found() -> crate::base::error::Error {
    crate::base::error::Error::NotFound
}

fn sessions(app: &App) -> SessionManagerLayer<DatabaseSessions> {
    SessionManagerLayer::new(DatabaseSessions::new(app.clone()))
        .with_name("__Host-rctm")
        .with_path("/")
        .with_secure(true)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(SESSION_KEPT))
}
