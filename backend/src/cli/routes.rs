//! `rctm routes`: every method, path and who may call it, read off the handlers themselves.
use std::io::Write;

use crate::app;

/// Prints the routes by path.
pub fn run() -> anyhow::Result<()> {
    let mut listed = app::pages().and(app::standing()).listed;
    listed.sort_by_key(|route| (route.path, route.method.to_string()));
    let mut out = std::io::stdout().lock();
    for route in listed {
        writeln!(out, "{:<6} {:<44} {}", route.method, route.path, route.may.join(", "))?;
    }
    Ok(())
}
