//! Rounds, sheets and course nominations for programs: the same actions as the pages, in JSON.
mod nomination_shapes;
mod nominations;
mod rounds;
mod shapes;
mod sheet;
mod sheet_shapes;
mod wishes;

use serde_json::json;

use self::nomination_shapes::NominationOut;
use self::shapes::{RoundBody, RoundOut, RoundSummary, examples};
use self::sheet_shapes::{SheetBody, SheetOut, SubmissionBody};
use self::wishes::WishesOut;
use super::rules::{Level, Quarter, RoundState};
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// Where the operations on rounds stand in the document.
const ROUNDS: &str = "Rounds";
/// Where the operations on sheets and nominations stand in the document.
const NOMINATIONS: &str = "Nominations";

/// The API of this feature.
pub fn routes() -> ApiRoutes {
    let reads = Access::Needs(Scope::RoundsRead);
    let writes = Access::Needs(Scope::RoundsWrite);
    let sees = Access::Needs(Scope::NominationsRead);
    let answers = Access::Needs(Scope::NominationsWrite);
    ApiRoutes::default()
        .get("/rounds", reads, rounds::list, list())
        .post("/rounds", writes, rounds::create, create())
        .get("/rounds/{id}", reads, rounds::show, show())
        .post("/rounds/{id}/opening", writes, rounds::open, open())
        .post("/rounds/{id}/closing", writes, rounds::close, close())
        .get("/rounds/{id}/sheet", sees, sheet::show, sheet())
        .put("/rounds/{id}/sheet", answers, sheet::save, save())
        .post("/rounds/{id}/sheet/submission", answers, sheet::submit, submit())
        .get("/rounds/{id}/nominations", sees, nominations::list, nominated())
        .get("/translations-wanted", sees, wishes::list, wanted())
}

fn wanted() -> Operation {
    let example = json!({
        "course": "LIA-201", "course_type": "liaison", "language": "th", "members": 2,
    });
    Operation::new(
        "translations_wanted.list",
        NOMINATIONS,
        "List the languages in which States need your courses",
    )
    .about(
        "From the course nominations for a translation that were submitted and still stand, on \
         one page. How many States need it is told, and not which.",
    )
    .answers::<WishesOut>("The languages.", json!({"items": [example], "next": null}))
}

fn id() -> Parameter {
    Parameter::id("id", "The id of the round.")
}

fn list() -> Operation {
    let states = RoundState::ALL.iter().map(|state| state.as_str());
    Operation::new("rounds.list", ROUNDS, "List the rounds")
        .about(
            "The newest first. The Regional Support Office sees all of them, a centre those that \
             have been opened, a member those that have been opened and invite it.",
        )
        .takes(Parameter::any_of("state", "Where they stand.", states))
        .lists::<RoundSummary>("A page of rounds.", &examples::summary())
        .problems(&[422])
}

fn show() -> Operation {
    Operation::new("rounds.read", ROUNDS, "Read a round")
        .takes(id())
        .answers_state::<RoundOut>("The round.", examples::round())
}

fn create() -> Operation {
    Operation::new("rounds.create", ROUNDS, "Prepare a round")
        .about("It begins as a draft, which members do not see.")
        .body::<RoundBody>(json!({
            "title": "Nomination round 2028",
            "horizon_start": "2028-01-01",
            "horizon_end": "2028-12-31",
            "opens_at": "2027-11-01T02:00:00Z",
            "closes_at": "2027-12-10T16:59:00Z",
            "course_types": ["liaison"],
            "members": ["BD", "FJ"],
        }))
        .creates::<RoundOut>("The draft.", examples::round())
}

fn open() -> Operation {
    Operation::new("rounds.open", ROUNDS, "Open a round")
        .about("From now on the members invited can answer. A round that is open stays so.")
        .takes(id())
        .answers_state::<RoundOut>("The round, open.", examples::round())
}

fn close() -> Operation {
    Operation::new("rounds.close", ROUNDS, "Close a round")
        .about("From now on its figures stand. A round that is closed stays so.")
        .takes(id())
        .answers_state::<RoundOut>("The round, closed.", examples::round())
}

fn sheet() -> Operation {
    Operation::new("sheet.read", NOMINATIONS, "Read the sheet of the own State")
        .about(
            "The lines on which anything was said. What was typed on the page and is none of a \
             list, such as a word for a number, reads null.",
        )
        .takes(id())
        .answers_state::<SheetOut>("The sheet.", sheet_shapes::examples::sheet())
}

fn save() -> Operation {
    Operation::new("sheet.save", NOMINATIONS, "Save the sheet of the own State")
        .about("The whole sheet is replaced. Nothing is sent to anybody yet.")
        .takes(id())
        .takes(Parameter::if_match(true))
        .body::<SheetBody>(json!({"lines": [sheet_shapes::examples::line()]}))
        .answers_state::<SheetOut>("The sheet as saved.", sheet_shapes::examples::sheet())
        .problems(&[412, 428])
}

fn submit() -> Operation {
    Operation::new("sheet.submit", NOMINATIONS, "Submit the sheet of the own State")
        .about(
            "What the sheet asks for becomes course nominations, and the Training Directors \
             concerned are told. A sheet that lacks something is refused with every fault; the \
             pointers lead into its lines. Sent again unchanged, nothing happens.",
        )
        .takes(id())
        .takes(Parameter::if_match(false))
        .body::<SubmissionBody>(json!({"no_needs": false}))
        .answers_state::<SheetOut>("The sheet as sent.", sheet_shapes::examples::sheet())
        .problems(&[412])
}

fn nominated() -> Operation {
    let codes = "^[A-Za-z0-9_-]{0,40}$";
    let levels = Level::ALL.iter().map(|level| level.as_str());
    let quarters = Quarter::ALL.iter().map(|quarter| quarter.as_str());
    Operation::new("nominations.list", NOMINATIONS, "List the course nominations of a round")
        .about(
            "Those that stand, by member and priority. A member sees its own, a centre those for \
             the course types that it publishes, the Regional Support Office all of them.",
        )
        .takes(id())
        .takes(Parameter::any_like("member", "Codes of members.", codes))
        .takes(Parameter::any_like("course_type", "Codes of course types.", codes))
        .takes(Parameter::one_of("level", "For whom.", levels))
        .takes(Parameter::one_of("quarter", "A quarter that suits.", quarters))
        .lists::<NominationOut>("A page of nominations.", &nomination_shapes::example())
        .problems(&[422])
}
