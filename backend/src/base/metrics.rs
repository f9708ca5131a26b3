//! What is counted for those who operate the installation, in the text that Prometheus reads. It
//! is served on an address of its own and counted only where there is one. No label holds
//! anything that a visitor chose, and nothing here is about a person.
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusRecorder};

use super::outbox::{self, EmailState};
use super::{App, csp, job_runs};

/// How often what was measured is folded into its buckets.
pub const FOLDED_EVERY: Duration = Duration::from_secs(10);
/// The upper ends of the buckets of times, in seconds.
const BUCKETS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 20.0];

const REQUESTS: &str = "rctm_http_requests_total";
const DURATION: &str = "rctm_http_request_duration_seconds";
const SIGN_INS: &str = "rctm_sign_ins_total";

/// What is counted; nothing where nobody reads it.
#[derive(Clone, Default)]
pub struct Metrics(Option<Arc<PrometheusRecorder>>);

/// What became of an attempt to sign in.
#[derive(Clone, Copy, Debug)]
pub enum SignIn {
    /// Somebody is signed in.
    Done,
    /// Address and password do not belong together.
    Refused,
    /// It came too soon after others.
    Braked,
}

/// What only the features know.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    /// Sessions that have not ended.
    pub sessions: u64,
    /// Addresses, accounts and devices that must wait before they may try to sign in again.
    pub brakes: u64,
}

impl Metrics {
    /// Counts from now on.
    pub fn counting() -> anyhow::Result<Self> {
        let whole = Matcher::Full(DURATION.to_owned());
        let builder = PrometheusBuilder::new().set_buckets_for_metric(whole, &BUCKETS)?;
        let recorder = builder.build_recorder();
        metrics::with_local_recorder(&recorder, describe);
        Ok(Self(Some(Arc::new(recorder))))
    }

    /// Folds what was measured into its buckets, so that memory does not grow unread.
    pub fn fold(&self) {
        if let Some(recorder) = &self.0 {
            recorder.handle().run_upkeep();
        }
    }

    /// Counts an attempt to sign in.
    pub fn sign_in(&self, became: SignIn) {
        let outcome = match became {
            SignIn::Done => "done",
            SignIn::Refused => "refused",
            SignIn::Braked => "braked",
        };
        self.with(|| counter!(SIGN_INS, "outcome" => outcome).increment(1));
    }

    fn with(&self, count: impl FnOnce()) {
        if let Some(recorder) = &self.0 {
            metrics::with_local_recorder(&**recorder, count);
        }
    }
}

fn describe() {
    describe_counter!(REQUESTS, "Requests answered, by pattern of the path.");
    describe_histogram!(DURATION, "Seconds from the end of the headers to the answer.");
    describe_counter!(SIGN_INS, "Attempts to sign in, by what became of them.");
    describe_gauge!("rctm_build_info", "Always 1; the label is the version.");
    describe_gauge!("rctm_database_up", "1 where the database answered this scrape.");
    describe_gauge!("rctm_database_connections", "Connections of each pool, in use and idle.");
    describe_gauge!("rctm_emails", "Emails in each state.");
    describe_gauge!(
        "rctm_emails_oldest_waiting_seconds",
        "Age of the oldest email that the mail server has not taken; 0 where none waits."
    );
    describe_gauge!("rctm_sessions", "Sessions that have not ended.");
    describe_gauge!("rctm_sign_in_brakes", "Addresses and accounts that must wait now.");
    describe_gauge!(
        "rctm_job_last_success_timestamp_seconds",
        "When each job last succeeded, in seconds since 1970."
    );
    describe_gauge!("rctm_policy_violations", "Reports by browsers since the program started.");
}

/// Counts an answer and measures its time.
pub async fn measure(State(app): State<App>, request: Request, next: Next) -> Response {
    if app.metrics.0.is_none() {
        return next.run(request).await;
    }
    let began = Instant::now();
    let method = method(request.method());
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    app.metrics.with(|| {
        let labels = [("method", method.to_owned()), ("route", route.clone())];
        histogram!(DURATION, &labels).record(began.elapsed().as_secs_f64());
        counter!(REQUESTS, "method" => method, "route" => route, "status" => status).increment(1);
    });
    response
}

/// Visitors may send any word for a method.
fn method(sent: &Method) -> &'static str {
    match *sent {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Everything that is counted, as Prometheus reads it; `counted` is none where the database does
/// not answer.
pub async fn page(app: &App, counted: Option<Counted>) -> Response {
    let Some(recorder) = &app.metrics.0 else { return String::new().into_response() };
    let asked = match counted {
        Some(counted) => asked(app, counted).await,
        None => None,
    };
    app.metrics.with(|| {
        gauge!("rctm_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1);
        gauge!("rctm_database_up").set(if asked.is_some() { 1.0 } else { 0.0 });
        gauge!("rctm_policy_violations").set(exact(csp::reported()));
        for (pool, size, used) in app.db.pools() {
            let used = exact(used as u64);
            let in_state =
                |state| gauge!("rctm_database_connections", "pool" => pool, "state" => state);
            in_state("used").set(used);
            in_state("idle").set((f64::from(size) - used).max(0.0));
        }
        if let Some(asked) = &asked {
            asked.show();
        }
    });
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    (kind, recorder.handle().render()).into_response()
}

/// What the database says.
struct Asked {
    counted: Counted,
    emails: Vec<(EmailState, i64)>,
    oldest_waiting: i64,
    jobs: Vec<(String, i64)>,
}

async fn asked(app: &App, counted: Counted) -> Option<Asked> {
    let now = app.clock.now();
    let tally = outbox::counts(&app.db).await.ok()?;
    let jobs = job_runs::last(app).await.ok()?.into_iter();
    let oldest = tally.oldest_waiting.map_or(0, |oldest| (now - oldest).num_seconds().max(0));
    Some(Asked {
        counted,
        emails: tally.states,
        oldest_waiting: oldest,
        jobs: jobs.filter_map(|(job, at)| at.map(|at| (job, at.timestamp()))).collect(),
    })
}

impl Asked {
    fn show(&self) {
        for (state, count) in &self.emails {
            gauge!("rctm_emails", "state" => state.as_str()).set(exact(count.unsigned_abs()));
        }
        let oldest = self.oldest_waiting.unsigned_abs();
        gauge!("rctm_emails_oldest_waiting_seconds").set(exact(oldest));
        gauge!("rctm_sessions").set(exact(self.counted.sessions));
        gauge!("rctm_sign_in_brakes").set(exact(self.counted.brakes));
        for (job, at) in &self.jobs {
            gauge!("rctm_job_last_success_timestamp_seconds", "job" => job.clone())
                .set(exact(at.unsigned_abs()));
        }
    }
}

/// Counts are far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn exact(count: u64) -> f64 {
    count as f64
}
