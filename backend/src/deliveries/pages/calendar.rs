//! The calendar: a list, or a month day by day. Everything is in the address.
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::around::{Names, whom};
use super::public;
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Query;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::Window;
use crate::catalogue::rules::DeliveryMode;
use crate::deliveries::actions::{self, Listed, MonthShown};
use crate::deliveries::rules::{Filter, Month, View, When};
use crate::deliveries::store::{self, Delivery};
use crate::identity::Visitor;

#[derive(Template)]
#[template(path = "pages/deliveries/calendar.html")]
struct CalendarPage<'a> {
    frame: &'a Frame,
    filter: &'a Filter,
    names: Names,
    languages: Vec<String>,
    deliveries: Vec<Delivery>,
    /// The month, where the calendar is shown day by day.
    month: Option<Month>,
    window: Window,
    signed_in: bool,
    now: DateTime<Utc>,
}

/// The calendar as the address asks for it.
pub async fn calendar(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let filter = &Filter::read(&query);
    let (deliveries, window, month) = match filter.view {
        View::List => {
            let Listed { deliveries, window } = actions::of_page(&app, by.scope(), filter).await?;
            (deliveries, window, None)
        }
        View::Month => {
            let MonthShown { month, deliveries } = actions::month(&app, by.scope(), filter).await?;
            (deliveries, Window::of(1, 0), Some(month))
        }
    };
    let page = CalendarPage {
        frame: &frame,
        filter,
        names: Names::read(&app).await?,
        languages: store::languages_held(&app.db, by.scope()).await?,
        deliveries,
        month,
        window,
        signed_in: by.is_signed_in(),
        now: app.clock.now(),
    };
    Ok(public(&by, frame.page(&page)?))
}

impl CalendarPage<'_> {
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

    /// The address of the same view in another way.
    fn seen_as(&self, view: View) -> String {
        self.filter.seen_as(view).href("/calendar")
    }

    fn on_page(&self, page: i64) -> String {
        self.filter.on_page(page).href("/calendar")
    }

    fn in_month(&self, month: Month) -> String {
        self.filter.in_month(month).href("/calendar")
    }

    /// The address at which the same is taken away.
    fn taken(&self) -> String {
        Filter { view: View::List, month: None, page: 1, ..self.filter.clone() }
            .href("/calendar.ics")
    }

    fn is_held(&self, mode: DeliveryMode) -> bool {
        self.filter.mode == Some(mode)
    }

    fn name_of(&self, month: Month) -> String {
        format!("{} {}", self.frame.reader.month(month.first()), month.first().year())
    }

    /// The days of a week, from Monday, as a head of the month shows them.
    fn weekdays(&self) -> Vec<String> {
        let monday = NaiveDate::from_ymd_opt(2027, 2, 1).unwrap_or_default();
        monday.iter_days().take(7).map(|day| self.frame.reader.weekday_short(day)).collect()
    }

    /// What is held on a day.
    fn on(&self, day: NaiveDate) -> Vec<&Delivery> {
        let held =
            |one: &&Delivery| one.days().is_some_and(|(first, last)| (first..=last).contains(&day));
        self.deliveries.iter().filter(held).collect()
    }

    /// Whether the title stands beside the code: on the first day, and the first of the month.
    fn begins(delivery: &Delivery, day: NaiveDate) -> bool {
        delivery.first_day == Some(day) || day.day() == 1
    }
}
