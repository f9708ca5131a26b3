//! `rctm routes`: every method, path and who may call it, read off the handlers themselves.
use super::print;
use crate::app;
use crate::base::routes::Listed;

/// Prints the routes by path.
pub fn run() -> anyhow::Result<()> {
    let mut listed = app::pages().and(app::standing()).listed;
    listed.sort_by_key(|route| (route.path, route.method.to_string()));
    let line = |route: &Listed| {
        format!("{:<6} {:<44} {}", route.method.as_str(), route.path, route.may.join(", "))
    };
    Ok(print(&listed.iter().map(line).collect::<Vec<_>>().join("\n"))?)
}
