//! Every query on people and their nominations: each with the scope of a State or of a centre.
mod differences;
mod entities;
mod lists;
mod offers;
mod people;
mod reading;
mod steps;
mod writing;

pub use self::differences::differences;
pub use self::entities::{Nomination, Person};
pub use self::lists::{
    Standing, choosable, counts, listed, seated, standing_of_agencies, to_decide,
};
pub use self::offers::{
    note_skips, of_link, offer, offered, run_out, skips_of, with_offers_over, with_waiting,
};
pub use self::people::{
    NewPerson, People, add_person, change_person, has_nominations, people, people_after, person,
    person_of_email, persons_of_ids, remove_person,
};
pub use self::reading::{
    NominationRow, Step, Tab, Wanted, decidable, list_of_state, of_people, one, open_of,
    open_of_delivery, rows_after, rows_of_centre, rows_of_state, steps_of, with_centre,
    with_people,
};
pub use self::writing::{
    Draft, Move, add_drafts, approve, last_rank, move_on, rank, remove, set_reason,
};
