//! Nomination rounds: Member States say which types of course they need, and how often.
//!
//! `rules` holds the arithmetic and the judgement of a sheet, `store` every query, `actions` what
//! the RSO and focal points do, `emails` what Training Directors and focal points are told, `api`
//! what programs do.
pub mod actions;
pub mod api;
mod emails;
pub mod pages;
pub mod rules;
mod store;

pub use self::rules::{
    Frequency, Level, Mode, NEW_COURSES, NominationState, Quarter, Quarters, RoundState, Standing,
    Urgency, dealt_to,
};
pub use self::store::{
    Answer, AskedPlaces, Cut, DemandCell, Desk, Figures, Filter, LanguageWish, Mark, NominationRow,
    Preferred, Round, Saving, Sheet, SheetStatus, Taken, Topic, Wanted, asked_of_type, behind,
    course_types_of, demand, desk, differences, latest_with_answers, members_of, new_demand,
    nominations_of_region, nominations_of_state, nominations_of_types, open_rounds, opened_round,
    opened_rounds, responses, round, rounds, rounds_of, sheet, sheet_status, taken,
};
