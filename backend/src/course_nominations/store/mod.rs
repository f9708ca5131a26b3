//! Every query on rounds, sheets, course nominations and demand.
mod asked;
mod behind;
mod demand;
mod desk;
mod differences;
mod history;
mod nominations;
mod rounds;
mod rows;
mod sheets;
mod wishes;

pub use self::asked::{AskedPlaces, asked_of_type};
pub use self::behind::{Mark, Taken, Topic, Wanted, behind, taken};
pub use self::demand::{Cut, DemandCell, Figures, TypeTotal, demand, recount, totals};
pub use self::desk::{Desk, MOST_TO_CHOOSE, desk};
pub use self::differences::differences;
pub use self::history::{NominationEvent, events_of};
pub use self::nominations::{
    By, Nomination, nomination, standing_of, submit_changed, submit_new, withdraw,
};
pub use self::rounds::{
    Round, RoundCount, counts, course_types_of, hold, invited, latest_with_answers, members_of,
    open_rounds, opened_round, opened_rounds, round, round_says, round_to_change, rounds,
    rounds_of, rounds_page, rounds_within, save_round, set_state, title_is_taken,
};
pub use self::rows::{
    Filter, NominationRow, Preferred, new_demand, nominations_of_region, nominations_of_state,
    nominations_of_types,
};
pub use self::sheets::{
    Answer, Saving, Sheet, SheetState, SheetStatus, responses, save_sheet, sheet, sheet_status,
    sheets_of, submit_sheet,
};
pub use self::wishes::{LanguageWish, language_wishes};
