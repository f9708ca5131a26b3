//! Courses that are still right, and those that nobody has verified for long.
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::edition;
use crate::base::App;
use crate::base::error::Result;
use crate::base::export::{CSV, Cell, csv, download};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::actions;
use crate::catalogue::rules::{PER_PAGE, Window};
use crate::catalogue::store::{StaleCourse, StalePage};
use crate::identity::{RsoOfficer, TrainingDirector};
use crate::organisations::{self, Organisation};

#[derive(Deserialize)]
pub(super) struct VerificationForm {
    revision: i32,
    /// `centre` where the button stands on the home of the centre.
    #[serde(default)]
    back: String,
}

impl VerificationForm {
    fn leads_back(&self, path: &str) -> Response {
        let course = format!("/courses/{path}");
        Redirect::to(if self.back == "centre" { "/my-centre#care" } else { &course })
            .into_response()
    }
}

/// Says that what the page says is still true.
pub async fn verify(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<VerificationForm>,
) -> Result<Response> {
    actions::verify(&app, &by, &edition(&path, form.revision)?).await?;
    Ok(form.leads_back(&path))
}

/// Takes that back.
pub async fn unverify(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<VerificationForm>,
) -> Result<Response> {
    actions::unverify(&app, &by, &edition(&path, form.revision)?).await?;
    Ok(form.leads_back(&path))
}

#[derive(Template)]
#[template(path = "pages/catalogue/stale_courses.html")]
struct StalePageShown<'a> {
    frame: &'a Frame,
    courses: Vec<StaleCourse>,
    counts: Vec<(String, i64)>,
    centres: Vec<Organisation>,
    chosen: &'a str,
    window: Window,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    centre: String,
    #[serde(default)]
    page: Option<i64>,
}

impl Wanted {
    fn centre(&self) -> Option<String> {
        Some(self.centre.clone()).filter(|code| !code.is_empty())
    }
}

/// The courses of the region that nobody has verified for a year, by centre.
pub async fn stale(
    by: RsoOfficer,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>> {
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = StalePage {
        centre: wanted.centre(),
        skipped: ((page - 1) * PER_PAGE).unsigned_abs(),
        most: PER_PAGE.unsigned_abs(),
        after: None,
    };
    let (courses, counts) = actions::stale_in_region(&app, &by, &stretch).await?;
    let of_chosen = |code: &str| wanted.centre.is_empty() || code == wanted.centre;
    let total = counts.iter().filter(|(code, _)| of_chosen(code)).map(|(_, count)| count).sum();
    let centres = organisations::centres(&app.db).await?;
    let window = Window::of(page, total);
    let chosen = &wanted.centre;
    frame.page(&StalePageShown { frame: &frame, courses, counts, centres, chosen, window })
}

/// The same courses as a table to take away.
pub async fn stale_csv(
    by: RsoOfficer,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let most = u64::from(u32::MAX);
    let all = StalePage { centre: wanted.centre(), most, ..StalePage::default() };
    let (courses, _) = actions::stale_in_region(&app, &by, &all).await?;
    let heads = ["centre", "code", "title", "last_verified", "centre_reminded"];
    let day = |at: chrono::DateTime<chrono::Utc>| at.date_naive().to_string();
    let row = |course: StaleCourse| {
        vec![
            Cell::from(course.centre_code),
            course.code.into(),
            course.title.into(),
            day(course.verified_at).into(),
            course.reminded_at.map(day).unwrap_or_default().into(),
        ]
    };
    let rows = [heads.map(Cell::from).to_vec()].into_iter().chain(courses.into_iter().map(row));
    Ok(download(CSV, "stale-courses.csv", csv(rows)?))
}

impl StalePageShown<'_> {
    fn centre_of(&self, code: &str) -> &str {
        let centre = self.centres.iter().find(|centre| centre.code == code);
        centre.map_or("", |centre| centre.name.as_str())
    }

    fn total(&self) -> i64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }

    /// The address of another page.
    fn on_page(&self, page: i64) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("centre", self.chosen)
            .append_pair("page", &page.to_string())
            .finish();
        format!("/stale-courses?{query}")
    }

    /// The address of the table to take away.
    fn table(&self) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("centre", self.chosen)
            .finish();
        format!("/stale-courses.csv?{query}")
    }
}
