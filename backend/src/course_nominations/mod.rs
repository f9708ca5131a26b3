//! Nomination rounds: Member States say which types of course they need, and how often.
//!
//! `rules` holds the arithmetic and the judgement of a sheet, `store` every query, `actions` what
//! the RSO and focal points do, `emails` what Training Directors and focal points are told.
pub mod actions;
mod emails;
pub mod pages;
pub mod rules;
mod store;

pub use self::rules::{
    Frequency, Level, Mode, NominationState, Quarters, RoundState, Standing, Urgency,
};
pub use self::store::{
    Answer, DemandCell, Desk, Filter, NominationRow, Preferred, Round, Saving, Sheet, SheetStatus,
    course_types_of, demand_of_region, demand_of_state, demand_of_types, desk, differences,
    latest_with_answers, members_of, new_demand, nominations_of_region, nominations_of_state,
    nominations_of_types, open_rounds, responses, round, rounds, sheet_status,
};
