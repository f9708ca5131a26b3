//! The people whom a State has put forward, and for which deliveries it may.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::around::Names;
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Query;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::{PER_PAGE, Window};
use crate::deliveries::{self, Delivery};
use crate::identity::StateStaff;
use crate::participants::actions::{self, OverviewRow};

/// How many deliveries are shown for which people can be put forward.
const NEXT: u64 = 20;

#[derive(Template)]
#[template(path = "pages/participants/overview.html")]
struct OverviewPage<'a> {
    frame: &'a Frame,
    by: &'a StateStaff,
    names: Names,
    /// Deliveries for which people can be put forward.
    next: Vec<Delivery>,
    rows: Vec<OverviewRow>,
    all: bool,
    window: Window,
    now: DateTime<Utc>,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    all: String,
    #[serde(default)]
    page: Option<i64>,
}

/// The nominations of the own State, and where it can nominate.
pub(super) async fn overview(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let all = wanted.all == "1";
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (rows, total) = actions::overview(&app, &by, (!all, stretch)).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    if window.page != page {
        return Ok(Redirect::to(&address(all, window.page)).into_response());
    }
    let now = app.clock.now();
    let from = (now.date_naive(), NEXT);
    let next = deliveries::nominating(&app.db, by.capacity().reads(), from).await?;
    let (frame, by, names) = (&frame, &by, Names::read(&app).await?);
    let page = OverviewPage { frame, by, names, next, rows, all, window, now };
    Ok(frame.page(&page)?.into_response())
}

/// Where a page of the list is.
fn address(all: bool, page: i64) -> String {
    let all = if all { "all=1&" } else { "" };
    format!("/participants?{all}page={page}")
}

impl OverviewPage<'_> {
    fn on_page(&self, page: i64) -> String {
        address(self.all, page)
    }

    fn until(&self, delivery: &Delivery) -> Option<DateTime<Utc>> {
        delivery.nominate_until(self.now)
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }
}
