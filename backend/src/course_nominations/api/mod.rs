//! Rounds for programs: the same actions as the pages, in JSON.
mod rounds;
mod shapes;

use serde_json::json;

use self::shapes::{RoundBody, RoundOut, RoundSummary, examples};
use super::rules::RoundState;
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// Where the operations on rounds stand in the document.
const ROUNDS: &str = "Rounds";

/// The API of this feature.
pub fn routes() -> ApiRoutes {
    let reads = Access::Needs(Scope::RoundsRead);
    let writes = Access::Needs(Scope::RoundsWrite);
    ApiRoutes::default()
        .get("/rounds", reads, rounds::list, list())
        .post("/rounds", writes, rounds::create, create())
        .get("/rounds/{id}", reads, rounds::show, show())
        .post("/rounds/{id}/opening", writes, rounds::open, open())
        .post("/rounds/{id}/closing", writes, rounds::close, close())
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
