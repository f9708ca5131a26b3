//! The deliveries of the own centre, by state.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::around::{Names, whom};
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Query;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::{PER_PAGE, Window};
use crate::deliveries::rules::DeliveryState;
use crate::deliveries::store::{self, Delivery};
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/deliveries/own.html")]
struct OwnPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    names: Names,
    deliveries: Vec<Delivery>,
    /// The states that some delivery is in, with how many are.
    counts: Vec<(DeliveryState, i64)>,
    state: Option<DeliveryState>,
    window: Window,
    now: DateTime<Utc>,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: Option<i64>,
}

/// The own centre's deliveries.
pub async fn deliveries(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let state = DeliveryState::of(&wanted.state);
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (deliveries, total) = store::of_centre(&app.db, by.centre(), state, stretch).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    if window.page != page {
        return Ok(Redirect::to(&address(state, window.page)).into_response());
    }
    let mut counts = store::counts_of_centre(&app.db, by.centre()).await?;
    counts.sort_unstable_by_key(|(state, _)| *state);
    let (names, now) = (Names::read(&app).await?, app.clock.now());
    let (frame, by) = (&frame, &by);
    let page = OwnPage { frame, by, names, deliveries, counts, state, window, now };
    Ok(frame.page(&page)?.into_response())
}

/// Where a page of the list is.
fn address(state: Option<DeliveryState>, page: i64) -> String {
    match state {
        Some(state) => format!("/deliveries?state={}&page={page}", state.as_str()),
        None => format!("/deliveries?page={page}"),
    }
}

impl OwnPage<'_> {
    fn on_page(&self, page: i64) -> String {
        address(self.state, page)
    }

    fn whom(&self, delivery: &Delivery) -> Message {
        whom(&self.names, delivery)
    }

    fn nominate_until(&self, delivery: &Delivery) -> Option<DateTime<Utc>> {
        delivery.nominate_until(self.now)
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }
}
