//! The catalogue as the public sees it, and the pages on which centres write it.
mod catalogue;
mod co_delivery;
mod course;
mod course_types;
mod editor;
mod feeds;
mod freshness;
mod imports;
mod json_ld;
mod materials;
mod modules;
mod overlap;
mod own_courses;
mod print;
mod proposals;
mod publication;
mod readable;
mod restoration;
mod scheduled;
mod sitemap;
mod standing;
mod subscription_links;
mod subscriptions;
mod taking;
mod texts;
mod versions;

pub use self::course::{InLanguage, course_page};
pub use self::scheduled::Scheduled;

use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use super::actions::Edition;
use super::rules::CourseCode;
use super::store::{Course, courses};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::headers::Public;
use crate::base::ready::Lasting;
use crate::base::routes::Routes;
use crate::identity::{CentreScope, Visitor};

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/catalogue", catalogue::catalogue)
        .get("/catalogue.csv", taking::csv)
        .get("/catalogue.json", taking::json)
        .get("/catalogue.pdf", print::pdf)
        .get("/catalogue.rss", feeds::rss)
        .get("/catalogue.xlsx", taking::workbook)
        .get("/sitemap.xml", sitemap::index)
        .get("/sitemaps/{name}", sitemap::map)
        .get("/subscriptions", subscriptions::own)
        .get("/subscriptions/asked", subscriptions::asked)
        .get("/subscriptions/confirmation/{token}", subscription_links::ask)
        .post("/subscriptions/confirmation/{token}", subscription_links::confirm)
        .get("/subscriptions/manage/{token}", subscription_links::manage)
        .post("/subscriptions/manage/{token}", subscription_links::step)
        .get("/subscriptions/new", subscriptions::new_subscription)
        .post("/subscriptions/new", subscriptions::subscribe)
        .get("/subscriptions/stop/{token}", subscription_links::ask_to_stop)
        .post("/subscriptions/stop/{token}", subscription_links::stop)
        .post("/subscriptions/{id}", subscriptions::step)
        .get("/courses.csv", taking::own_csv)
        .get("/courses.json", taking::own_json)
        .get("/courses.xlsx", taking::own_workbook)
        .get("/course-types", course_types::course_types)
        .get("/courses", own_courses::courses)
        .get("/courses/new", own_courses::new_course)
        .post("/courses/new", own_courses::create)
        .get("/courses/{code}/preview", course::preview)
        .get("/courses/{code}/edit", editor::about)
        .post("/courses/{code}/edit", editor::save_about)
        .get("/courses/{code}/edit/deliveries", editor::deliveries)
        .post("/courses/{code}/edit/deliveries", editor::save_deliveries)
        .get("/courses/{code}/edit/languages", editor::languages)
        .post("/courses/{code}/edit/languages", editor::save_languages)
        .get("/courses/{code}/edit/materials", editor::materials)
        .post("/courses/{code}/edit/materials", editor::save_materials)
        .get("/courses/{code}/edit/modules", editor::modules)
        .post("/courses/{code}/edit/modules", editor::save_modules)
        .get("/courses/{code}/edit/texts", texts::list)
        .get("/courses/{code}/edit/texts/{tag}", texts::edit)
        .post("/courses/{code}/edit/texts/{tag}", texts::save)
        .post("/courses/{code}/edit/texts/{tag}/removal", texts::remove)
        .post("/courses/{code}/edit/texts/{tag}/review", texts::review)
        .post("/courses/{code}/edit/texts/{tag}/review/withdrawal", texts::unreview)
        .get("/courses/{code}/materials/new", materials::new_material)
        .post_file("/courses/{code}/materials/new", materials::add)
        .get("/courses/{code}/pack", materials::pack)
        .get("/materials/{id}", materials::download)
        .get("/materials/{id}/edit", materials::material)
        .post("/materials/{id}/edit", materials::change)
        .post("/materials/{id}/removal", materials::remove)
        .post("/materials/{id}/restoration", materials::restore)
        .post_file("/materials/{id}/versions", materials::replace)
        .get("/materials/{id}/versions/{number}", materials::old_download)
        .get("/courses/{code}/publication", publication::check)
        .post("/courses/{code}/publication", publication::publish)
        .get("/courses/{code}/suspension", standing::suspension)
        .post("/courses/{code}/suspension", standing::suspend)
        .post("/courses/{code}/resumption", standing::resume)
        .get("/courses/{code}/retirement", standing::retirement)
        .post("/courses/{code}/retirement", standing::retire)
        .and(version_routes())
        .and(around_routes())
        .and(modules::routes())
        .and(import_routes())
}

/// What leads a table of courses in, and out again.
fn import_routes() -> Routes {
    Routes::default()
        .get("/course-imports", imports::list)
        .post("/course-imports", imports::send)
        .get("/course-imports/{id}", imports::import)
        .get("/course-imports/{id}/columns", imports::columns)
        .post("/course-imports/{id}/columns", imports::map)
        .post("/course-imports/{id}/confirmation", imports::confirm)
        .post("/course-imports/{id}/undo", imports::undo)
}

/// Proposals, versions and copies of a course.
fn version_routes() -> Routes {
    Routes::default()
        .get("/courses/{code}/copy", restoration::new_copy)
        .post("/courses/{code}/copy", restoration::copy)
        .get("/courses/{code}/differences", versions::differences)
        .post("/courses/{code}/proposal", proposals::propose)
        .post("/courses/{code}/proposal/return", proposals::send_back)
        .post("/courses/{code}/proposal/withdrawal", proposals::withdraw)
        .get("/courses/{code}/versions", versions::versions)
        .get("/courses/{code}/versions/{number}", versions::version)
        .get("/courses/{code}/versions/{number}/restoration", restoration::restoration)
        .post("/courses/{code}/versions/{number}/restoration", restoration::restore)
        .get("/proposals", proposals::proposals)
}

/// What is done around a course: verifying it, comparing it with others, delivering it together.
fn around_routes() -> Routes {
    Routes::default()
        .get("/courses/{code}/co-delivery", co_delivery::co_delivery)
        .post("/courses/{code}/co-delivery", co_delivery::invite)
        .post("/courses/{code}/co-delivery/acceptance", co_delivery::accept)
        .post("/courses/{code}/co-delivery/refusal", co_delivery::decline)
        .post("/courses/{code}/co-delivery/withdrawal", co_delivery::withdraw)
        .post("/courses/{code}/co-delivery/end", co_delivery::end)
        .get("/courses/{code}/overlap", overlap::overlap)
        .post("/courses/{code}/overlap", overlap::dismiss)
        .post("/courses/{code}/overlap/withdrawal", overlap::take_back)
        .post("/courses/{code}/verification", freshness::verify)
        .post("/courses/{code}/verification/withdrawal", freshness::unverify)
        .get("/stale-courses", freshness::stale)
        .get("/stale-courses.csv", freshness::stale_csv)
}

/// The revision that a form was filled on.
#[derive(Deserialize)]
struct Revision {
    revision: i32,
}

/// The code in an address; what is none is a page that is not there.
fn code_in(path: &str) -> Result<CourseCode> {
    CourseCode::read(path).map_err(|_| Error::NotFound)
}

fn edition(path: &str, revision: i32) -> Result<Edition> {
    Ok(Edition { code: code_in(path)?, revision })
}

async fn own(app: &App, scope: CentreScope, path: &str) -> Result<Course> {
    courses::of_centre(&app.db, scope, &code_in(path)?).await?.ok_or(Error::NotFound)
}

/// A page that caches may keep where nobody is signed in.
fn public(by: &Visitor, page: Html<String>) -> Response {
    let mut response = page.into_response();
    if !by.is_signed_in() {
        response.extensions_mut().insert(Public);
        response.extensions_mut().insert(Lasting);
    }
    response
}
