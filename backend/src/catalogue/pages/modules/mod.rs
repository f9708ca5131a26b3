//! The modules of a centre: the list, and the page of each with its versions and its courses.
mod form;

use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::ModuleId;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::catalogue::actions::{self, CourseOfModule, OpenedModule};
use crate::catalogue::rules::{Difference, PER_PAGE, Window, module_differences};
use crate::catalogue::store::{ListedModule, ModulePage, ModuleVersion, modules};
use crate::identity::{CentreStaff, TrainingDirector};

/// The most courses that the page of a module lists.
const MOST_COURSES: u64 = 100;

/// The pages of the modules of a centre.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/my-centre/modules", list)
        .get("/my-centre/modules/new", form::new_module)
        .post("/my-centre/modules/new", form::create)
        .get("/my-centre/modules/{id}", show)
        .get("/my-centre/modules/{id}/edit", form::edit)
        .post("/my-centre/modules/{id}/edit", form::change)
        .post("/my-centre/modules/{id}/retirement", retire)
        .post("/my-centre/modules/{id}/retirement/withdrawal", take_back)
}

#[derive(Template)]
#[template(path = "pages/catalogue/modules.html")]
struct ModulesPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    q: &'a str,
    modules: Vec<ListedModule>,
    window: Window,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: Option<i64>,
}

/// The modules of the own centre.
async fn list(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>> {
    let mut page = ModulePage { words: wanted.q.clone(), ..ModulePage::default() };
    let total = actions::count_modules(&app, &by, &page).await?;
    let window = Window::of(wanted.page.unwrap_or(1), total);
    (page.skipped, page.most) = (window.skipped().unsigned_abs(), PER_PAGE.unsigned_abs());
    let modules = actions::list_modules(&app, &by, &page).await?;
    frame.page(&ModulesPage { frame: &frame, by: &by, q: wanted.q.trim(), modules, window })
}

impl ModulesPage<'_> {
    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }

    /// The address of another page.
    fn on_page(&self, page: i64) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", self.q)
            .append_pair("page", &page.to_string())
            .finish();
        format!("/my-centre/modules?{query}")
    }
}

#[derive(Template)]
#[template(path = "pages/catalogue/module.html")]
struct ModulePageShown<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    opened: OpenedModule,
    versions: Vec<ModuleVersion>,
    courses: Vec<CourseOfModule>,
    compared: Option<Compared>,
}

/// Two versions side by side.
struct Compared {
    from: i32,
    to: i32,
    differences: Vec<Difference>,
}

#[derive(Deserialize)]
struct Comparison {
    #[serde(default)]
    from: Option<i32>,
    #[serde(default)]
    to: Option<i32>,
}

/// A module of the own centre; the newest two versions are compared, or two that are asked for.
async fn show(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
    Query(wanted): Query<Comparison>,
) -> Result<Html<String>> {
    let opened = actions::open_module(&app, &by, id).await?;
    let versions = actions::module_versions(&app, &by, id, (None, modules::MOST_LISTED)).await?;
    let courses = actions::courses_of_module(&app, &by, id, ("", MOST_COURSES)).await?;
    let compared = compared(&versions, &wanted);
    let (frame, by) = (&frame, &by);
    frame.page(&ModulePageShown { frame, by, opened, versions, courses, compared })
}

impl ModulePageShown<'_> {
    fn retired_since(&self) -> Option<Message> {
        let day = self.frame.reader.day(self.opened.row.retired_at?);
        Some(Message::new("module-retired-since").with("date", day))
    }
}

fn compared(versions: &[ModuleVersion], wanted: &Comparison) -> Option<Compared> {
    let of = |number: i32| versions.iter().find(|version| version.number == number);
    let to = wanted.to.and_then(of).or(versions.first())?;
    let before = versions.iter().find(|version| version.number < to.number);
    let from = wanted.from.and_then(of).or(before).or(versions.last())?;
    if versions.len() < 2 {
        return None;
    }
    let differences = module_differences(&from.module, &to.module);
    Some(Compared { from: from.number, to: to.number, differences })
}

/// Gives a module up for new courses.
async fn retire(
    by: TrainingDirector,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
) -> Result<Response> {
    actions::retire_module(&app, &by, id, true).await?;
    Ok(Redirect::to(&format!("/my-centre/modules/{id}")).into_response())
}

/// Takes that back.
async fn take_back(
    by: TrainingDirector,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
) -> Result<Response> {
    actions::retire_module(&app, &by, id, false).await?;
    Ok(Redirect::to(&format!("/my-centre/modules/{id}")).into_response())
}
