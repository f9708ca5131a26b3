//! What people read of deliveries.
use chrono::NaiveDate;

use crate::base::App;
use crate::base::error::Result;
use crate::catalogue::Window;
use crate::deliveries::rules::{Filter, Month, When};
use crate::deliveries::store::{self, Delivery};
use crate::identity::ReaderScope;

/// The most deliveries on one page of a month.
const MOST_IN_A_MONTH: u64 = 200;
/// The most deliveries on the page of a course.
const MOST_OF_A_COURSE: u64 = 20;
/// The most deliveries in a calendar that is taken away.
const MOST_TAKEN: u64 = 500;

/// A page of a list.
#[derive(Debug)]
pub struct Listed {
    /// The deliveries on it.
    pub deliveries: Vec<Delivery>,
    /// Where it stands in the list.
    pub window: Window,
}

/// Today, where nobody says by whose clocks.
fn today(app: &App) -> NaiveDate {
    app.clock.now().date_naive()
}

/// The page of the calendar that a filter asks for, or the last where there are fewer.
pub async fn of_page(app: &App, scope: ReaderScope, filter: &Filter) -> Result<Listed> {
    let stretch = |page: i64| {
        let most = crate::catalogue::PER_PAGE;
        (((page - 1) * most).unsigned_abs(), most.unsigned_abs())
    };
    let wanted = (filter, today(app));
    let (mut deliveries, total) =
        store::calendar(&app.db, scope, wanted, stretch(filter.page)).await?;
    let window = Window::of(filter.page, total.try_into().unwrap_or(i64::MAX));
    if window.page != filter.page {
        (deliveries, _) = store::calendar(&app.db, scope, wanted, stretch(window.page)).await?;
    }
    Ok(Listed { deliveries, window })
}

/// A month of the calendar.
#[derive(Debug)]
pub struct MonthShown {
    /// Which.
    pub month: Month,
    /// What is held in it, the first first.
    pub deliveries: Vec<Delivery>,
}

/// The month that a filter asks for, or the present one.
pub async fn month(app: &App, scope: ReaderScope, filter: &Filter) -> Result<MonthShown> {
    let month = filter.month.unwrap_or_else(|| Month::of(today(app)));
    let days = (filter, month.first(), month.last());
    let deliveries = store::in_days(&app.db, scope, days, MOST_IN_A_MONTH).await?;
    Ok(MonthShown { month, deliveries })
}

/// What a calendar holds that is taken away with a filter: what is not over, or what is over.
pub async fn for_calendar(app: &App, scope: ReaderScope, filter: &Filter) -> Result<Vec<Delivery>> {
    let when = if filter.when == When::Past { When::Past } else { When::Upcoming };
    let filter = Filter { when, ..filter.clone() };
    let stretch = (0, MOST_TAKEN);
    Ok(store::calendar(&app.db, scope, (&filter, today(app)), stretch).await?.0)
}

/// What was announced of a course and is not over.
pub async fn upcoming_of_course(
    app: &App,
    scope: ReaderScope,
    course: &str,
) -> Result<Vec<Delivery>> {
    store::of_course(&app.db, scope, (course, today(app)), MOST_OF_A_COURSE).await
}
