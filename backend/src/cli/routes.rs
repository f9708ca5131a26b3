//! `rctm routes`: every method, path, the scope that a token needs and who may call it, read off
//! the handlers themselves.
use super::print;
use crate::app;
use crate::base::api;
use crate::base::routes::Listed;

/// Prints the routes by path.
pub fn run() -> anyhow::Result<()> {
    let pages = app::pages().and(app::standing()).listed.into_iter();
    let pages = pages.map(|route| (route.path.to_owned(), route));
    let api = app::api().routes.listed.into_iter();
    let api = api.map(|route| (format!("{}{}", api::ROOT, route.path), route));
    let mut listed: Vec<(String, Listed)> = pages.chain(api).collect();
    listed.sort_by_key(|(path, route)| (path.clone(), route.method.to_string()));
    let line = |(path, route): &(String, Listed)| {
        let scope = route.scope.unwrap_or_default();
        format!("{:<6} {path:<44} {scope:<18} {}", route.method.as_str(), route.may.join(", "))
    };
    Ok(print(&listed.iter().map(line).collect::<Vec<_>>().join("\n"))?)
}
