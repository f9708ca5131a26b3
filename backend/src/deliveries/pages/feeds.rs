//! Calendars to take away: one delivery, a filter, the courses that are found, a person's own.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::code_in;
use super::ical::{About, calendar_of};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::download;
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::i18n::Locale;
use crate::base::page::Frame;
use crate::catalogue;
use crate::deliveries::actions::{self, FeedContent};
use crate::deliveries::rules::Filter;
use crate::deliveries::store;
use crate::identity::{SignedIn, Visitor};

/// What a calendar is to a program.
const CALENDAR: &str = "text/calendar; charset=utf-8";
/// The most courses of which deliveries are looked for.
const MOST_COURSES: usize = 500;
/// The most deliveries of them.
const MOST: u64 = 500;

fn told(app: &App, (locale, name): (Locale, &str), content: &FeedContent, file: &str) -> Response {
    let (origin, host) = (app.settings.origin(), app.settings.host());
    let about = About { name, locale, origin, host };
    download(CALENDAR, file, calendar_of(content, &about))
}

/// One delivery.
pub async fn one(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let found = store::find(&app.db, by.scope(), &code_in(&path)?).await?;
    let delivery = found.ok_or(Error::NotFound)?;
    let (name, file) = (delivery.title.clone(), format!("{}.ics", delivery.code));
    let content = actions::content(&app, vec![delivery]).await?;
    Ok(told(&app, (frame.reader.locale, &name), &content, &file))
}

/// What a filter of the calendar finds.
pub async fn filtered(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let filter = Filter::read(&query);
    let found = actions::for_calendar(&app, by.scope(), &filter).await?;
    let content = actions::content(&app, found).await?;
    let locale = frame.reader.locale;
    Ok(told(&app, (locale, &locale.t("calendar-feed-name")), &content, "deliveries.ics"))
}

/// The deliveries of the courses that a filter of the catalogue finds.
pub async fn of_catalogue(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let filter = catalogue::rules::Filter::read(&query);
    let courses = catalogue::actions::first_found(&app, &filter, MOST_COURSES).await?;
    let codes: Vec<String> = courses.into_iter().map(|course| course.code).collect();
    let today = app.clock.now().date_naive();
    let found = store::of_courses(&app.db, by.scope(), (&codes, today), MOST).await?;
    let content = actions::content(&app, found).await?;
    let locale = frame.reader.locale;
    let mut name = locale.t("calendar-feed-name");
    if filter.in_use() > 0 {
        name = format!("{name}: {}", filter.told());
    }
    Ok(told(&app, (locale, &name), &content, "courses.ics"))
}

/// A person's own calendar, for whatever program has its secret address.
pub async fn private(
    _: Visitor,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response> {
    let (reader, content) = actions::open_feed(&app, &token).await?;
    let name = reader.locale.t("calendar-feed-own-name");
    Ok(told(&app, (reader.locale, &name), &content, "deliveries.ics"))
}

#[derive(Template)]
#[template(path = "pages/deliveries/feed.html")]
struct FeedPage<'a> {
    frame: &'a Frame,
    by: &'a SignedIn,
    /// When the present address was made.
    made_at: Option<DateTime<Utc>>,
    /// The new address, shown once.
    address: Option<String>,
}

/// The page on which a person makes the address of the own calendar.
pub async fn own(by: SignedIn, frame: Frame, State(app): State<App>) -> Result<Response> {
    let made_at = actions::feed_made_at(&app, &by).await?;
    let page = FeedPage { frame: &frame, by: &by, made_at, address: None };
    Ok(frame.page(&page)?.into_response())
}

/// Makes the address, or another in its place.
pub async fn make(by: SignedIn, frame: Frame, State(app): State<App>) -> Result<Response> {
    let token = actions::make_feed(&app, &by).await?;
    let address = Some(app.settings.link(&format!("/calendar/feeds/{token}")));
    let made_at = actions::feed_made_at(&app, &by).await?;
    let page = FeedPage { frame: &frame, by: &by, made_at, address };
    Ok(frame.page(&page)?.into_response())
}
