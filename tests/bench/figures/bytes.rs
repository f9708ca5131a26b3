//! What every page costs on the wire, at the first visit and at the next, as browsers get it.
use anyhow::{Context, Result};
use rctm::base::assets;

use super::Stage;
use crate::client::{Client, Request};
use crate::fill::PASSWORD;
use crate::goals::{FIRST_VISIT, FIRST_VISIT_LARGE, REPEAT_VISIT, UNCHANGED};
use crate::load::real;
use crate::table::Table;

/// Every page that has an address of its own, and one of each that stands for many.
pub async fn pages(stage: &Stage, table: &mut Table) -> Result<()> {
    let course = stage.strings("select code from course_listing order by code limit 1").await?;
    let course = course.into_iter().next().context("a course")?;
    let mut sent_again = 0;
    for route in rctm::app::pages().listed {
        if route.method.as_str() != "GET" {
            continue;
        }
        let path = route.path.replace("{code}", &course).replace("{id}", &stage.round);
        let public = route.may.contains(&"everyone");
        let Some(mut client) = reader(stage, route.may).await? else { continue };
        let answer = client.send(&Request::get(&path)).await?;
        let html = answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        if answer.status != 200 || !html {
            continue;
        }
        let large = route.path == "/demand" || route.path == "/rounds/{id}/sheet";
        let figure = if large { FIRST_VISIT_LARGE } else { FIRST_VISIT };
        let script = if route.path.ends_with("/sheet") {
            asset(stage, assets::SHEET_SCRIPT).await?
        } else {
            0
        };
        let around = asset(stage, assets::STYLESHEET).await? + asset(stage, assets::ICON).await?;
        table.of(figure, route.path, real(answer.wire + around + script));
        table.of(REPEAT_VISIT, route.path, real(answer.wire));
        if public && let Some(tag) = answer.header("etag") {
            let again = Request::get(&path).with("if-none-match", tag);
            sent_again += usize::from(client.send(&again).await?.status != 304);
        } else if public && route.path != "/sign-in" {
            eprintln!("  {path} is public and has no tag");
            sent_again += 1;
        }
    }
    table.value(UNCHANGED, real(sent_again));
    Ok(())
}

/// Somebody who may read a page; none where nobody of the demonstration may.
async fn reader(stage: &Stage, may: &[&str]) -> Result<Option<Client>> {
    let browser = Client::browser(stage.product.address);
    if may.contains(&"everyone") {
        return Ok(Some(browser));
    }
    // Fiji's focal point is to see its own State, and so on: the first who may.
    let accounts =
        seed::demonstration_accounts().into_iter().filter(|one| one.memberships.len() == 1);
    let email = accounts
        .filter(|account| {
            may == ["signed_in"] || may.contains(&account.memberships[0].role.as_str())
        })
        .map(|account| account.email)
        .next();
    let Some(email) = email else { return Ok(None) };
    let mut client = browser.another(&browser);
    client.sign_in(email, PASSWORD).await?;
    Ok(Some(client))
}

async fn asset(stage: &Stage, path: &str) -> Result<usize> {
    Ok(Client::browser(stage.product.address).page(path).await?.wire)
}
