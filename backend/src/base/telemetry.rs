//! Logs. No address, name, token or body goes into them.
use tracing_subscriber::EnvFilter;

/// Starts logging to standard error: one JSON object a line, or lines for people.
pub fn start(json: bool) {
    let filter =
        EnvFilter::try_from_env("RCTM_LOG").unwrap_or_else(|_| EnvFilter::new("rctm=info,warn"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json { logs.json().init() } else { logs.init() }
}
