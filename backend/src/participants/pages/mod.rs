//! What States and centres see of people, and where they put forward, give up and decide.
mod around;
mod check;
mod decisions;
mod export;
mod file;
mod form;
mod giving_up;
mod list;
mod notice;
mod offer;
mod overview;
mod roster;
mod submission;
mod turning;

use crate::base::error::{Error, Result};
use crate::base::ids::ParticipantNominationId;
use crate::base::routes::Routes;
use crate::deliveries::rules::DeliveryCode;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/deliveries/{code}/cancellation", turning::cancellation)
        .post("/deliveries/{code}/cancellation", turning::cancel)
        .get("/deliveries/{code}/confirmation", turning::confirmation)
        .post("/deliveries/{code}/confirmation", turning::confirm)
        .get("/deliveries/{code}/decisions", decisions::decisions)
        .post("/deliveries/{code}/decisions", check::decide)
        .get("/deliveries/{code}/decisions.csv", export::csv_of_delivery)
        .get("/deliveries/{code}/decisions.xlsx", export::workbook_of_delivery)
        .get("/deliveries/{code}/participants", list::list)
        .post("/deliveries/{code}/participants", list::change)
        .get("/deliveries/{code}/participants/submission", submission::check)
        .post("/deliveries/{code}/participants/submission", submission::send)
        .get("/deliveries/{code}/postponement", turning::postponement)
        .post("/deliveries/{code}/postponement", turning::postpone)
        .get("/offers/{token}", offer::linked)
        .post("/offers/{token}", offer::answer_linked)
        .get("/participants", overview::overview)
        .get("/participants/notice", notice::notice)
        .get("/participants/roster", roster::roster)
        .get("/participants/roster/new", roster::new_person)
        .post("/participants/roster/new", roster::add)
        .get("/participants/roster/{id}", roster::person)
        .post("/participants/roster/{id}", roster::change)
        .post("/participants/roster/{id}/removal", roster::remove)
        .get("/participants/{id}", file::file)
        .get("/participants/{id}/offer", offer::offer)
        .post("/participants/{id}/offer", offer::answer)
        .get("/participants/{id}/replacement", giving_up::replacement)
        .post("/participants/{id}/replacement", giving_up::replace)
        .get("/participants/{id}/withdrawal", giving_up::withdrawal)
        .post("/participants/{id}/withdrawal", giving_up::withdraw)
}

/// The code in an address; what is none is a page that is not there.
fn code_in(path: &str) -> Result<DeliveryCode> {
    DeliveryCode::read(path).ok_or(Error::NotFound)
}

/// The value of the first field of this name.
fn field<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
}

/// The ids in every field of this name; what is none is left out.
fn ids(fields: &[(String, String)], name: &str) -> Vec<ParticipantNominationId> {
    let of_name = fields.iter().filter(|(field, _)| field == name);
    let mut ids: Vec<_> =
        of_name.filter_map(|(_, value)| value.parse().ok().map(ParticipantNominationId)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
