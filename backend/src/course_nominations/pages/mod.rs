//! The pages of rounds and sheets.
mod autosave;
mod conflict;
mod overview;
mod round;
mod round_conflict;
mod round_form;
mod rows;
mod sheet;
mod strip;
mod submission;
mod texts;
mod translation;
mod withdrawal;

use crate::base::routes::Routes;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/rounds", round::list)
        .post("/rounds", round_form::create)
        .get("/rounds/new", round_form::new)
        .get("/rounds/{id}", round::show)
        .get("/rounds/{id}/edit", round_form::edit)
        .post("/rounds/{id}/edit", round_form::save)
        .get("/rounds/{id}/opening", round::opening)
        .post("/rounds/{id}/opening", round::open)
        .get("/rounds/{id}/closing", round::closing)
        .post("/rounds/{id}/closing", round::close)
        .get("/rounds/{id}/sheet", sheet::show)
        .post("/rounds/{id}/sheet", sheet::save)
        .get("/rounds/{id}/sheet/submission", submission::check)
        .post("/rounds/{id}/sheet/submission", submission::submit)
        .get("/rounds/{id}/sheet/no-needs", submission::check_no_needs)
        .post("/rounds/{id}/sheet/no-needs", submission::submit_no_needs)
        .get("/my-centre/texts", texts::grid)
        .get("/nominations", overview::show)
        .get("/nominations/translation", translation::show)
        .post("/nominations/translation", translation::ask)
        .get("/nominations/{id}/withdrawal", withdrawal::check)
        .post("/nominations/{id}/withdrawal", withdrawal::withdraw)
}
