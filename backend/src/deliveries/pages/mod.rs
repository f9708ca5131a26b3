//! The calendar, the page of a delivery, and the pages on which centres schedule them.
mod around;
mod calendar;
mod conflict;
mod course;
mod delivery;
mod feeds;
mod form;
mod ical;
mod json_ld;
mod own;
mod scheduling;
mod seats;
mod turning;

pub use self::turning::{AboutTurn, TurnForm, answered_turn, turn_page};

use axum::response::{Html, IntoResponse, Response};

use super::actions::Edition;
use super::rules::DeliveryCode;
use super::store::{self, Delivery};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::headers::Public;
use crate::base::ready::Lasting;
use crate::base::routes::Routes;
use crate::identity::{CentreScope, Visitor};

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/calendar", calendar::calendar)
        .get("/calendar.ics", feeds::filtered)
        .get("/calendar/feed", feeds::own)
        .post("/calendar/feed", feeds::make)
        .get("/calendar/feeds/{token}", feeds::private)
        .get("/catalogue.ics", feeds::of_catalogue)
        .get("/courses/{code}", course::course)
        .get("/deliveries", own::deliveries)
        .get("/deliveries/new", scheduling::new_delivery)
        .post("/deliveries/new", scheduling::schedule)
        .get("/deliveries/{code}", delivery::delivery)
        .get("/deliveries/{code}/announcement", turning::announcement)
        .post("/deliveries/{code}/announcement", turning::announce)
        .get("/deliveries/{code}/calendar.ics", feeds::one)
        .get("/deliveries/{code}/copy", scheduling::new_copy)
        .post("/deliveries/{code}/copy", scheduling::copy)
        .get("/deliveries/{code}/edit", scheduling::edit)
        .post("/deliveries/{code}/edit", scheduling::save)
        .get("/deliveries/{code}/seats", seats::overview::seats)
        .get("/deliveries/{code}/seats/changes", seats::changes::check)
        .post("/deliveries/{code}/seats/changes", seats::changes::change)
        .get("/deliveries/{code}/seats/edit", seats::sharing::edit)
        .post("/deliveries/{code}/seats/edit", seats::sharing::save)
        .get("/deliveries/{code}/seats/ledger", seats::ledger::ledger_page)
        .get("/deliveries/{code}/seats/ledger.csv", seats::export::ledger_csv)
        .get("/deliveries/{code}/seats/ledger.xlsx", seats::export::ledger_workbook)
        .get("/deliveries/{code}/seats/publication", seats::publication::publication)
        .post("/deliveries/{code}/seats/publication", seats::publication::publish)
        .get("/deliveries/{code}/seats/return", seats::returning::form)
        .post("/deliveries/{code}/seats/return", seats::returning::give_back)
}

/// The code in an address; what is none is a page that is not there.
fn code_in(path: &str) -> Result<DeliveryCode> {
    DeliveryCode::read(path).ok_or(Error::NotFound)
}

fn edition(path: &str, revision: i32) -> Result<Edition> {
    Ok(Edition { code: code_in(path)?, revision })
}

async fn own(app: &App, scope: CentreScope, path: &str) -> Result<Delivery> {
    let own = store::of_centre_by_code(&app.db, scope, &code_in(path)?).await?;
    own.ok_or(Error::NotFound)
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
