//! The seats of deliveries for programs.
mod bodies;
mod examples;
mod handlers;
mod shapes;

use serde_json::json;

use self::bodies::{ReturnBody, SeatsBody};
use self::shapes::{EntryOut, ProposalOut, SeatsOut};
use super::{PART, code};
use crate::base::api::{Operation, Parameter};
use crate::deliveries::rules::seats::Sharing;
use crate::identity::{Access, ApiRoutes, Scope};

/// What a small number looks like.
const NUMBER: &str = "^([0-9]{1,4})?$";
/// What the code of a member looks like.
const MEMBER: &str = "^[A-Za-z0-9_-]{1,40}$";

/// These routes and those of seats.
pub fn routes(routes: ApiRoutes) -> ApiRoutes {
    let reads = Access::Needs(Scope::DeliveriesRead);
    let writes = Access::Needs(Scope::DeliveriesWrite);
    let of_state = Access::Needs(Scope::ParticipantsWrite);
    routes
        .get("/deliveries/{code}/seats", reads, handlers::show, show())
        .put("/deliveries/{code}/seats", writes, handlers::put, put())
        .get("/deliveries/{code}/seats/entries", reads, handlers::entries, entries())
        .get("/deliveries/{code}/seats/proposal", writes, handlers::propose, propose())
        .post("/deliveries/{code}/seats/publication", writes, handlers::publish, publish())
        .post("/deliveries/{code}/seats/returns", of_state, handlers::give_back, give_back())
}

fn show() -> Operation {
    Operation::new("deliveries.seats.read", PART, "Read the seats of a delivery")
        .about(
            "The centre that holds it reads all, its draft too; the Regional Support Office all, \
             once they are published; a State its own, once they are published: nothing is said \
             to it of other States and of the reserve.",
        )
        .takes(code())
        .answers_state::<SeatsOut>("The seats.", examples::seats())
}

fn put() -> Operation {
    Operation::new("deliveries.seats.share", PART, "Share the seats of a delivery")
        .about(
            "Replaces the draft whole; nobody else sees it. Once seats are published it changes \
             what States hold: never below the people who have a seat, and each State whose number \
             changes is told. States that are left out hold none. What nobody holds is in reserve.",
        )
        .takes(code())
        .takes(Parameter::if_match(true))
        .body::<SeatsBody>(examples::to_share())
        .answers_state::<SeatsOut>("The seats as they are now.", examples::seats())
        .problems(&[412, 428])
}

fn propose() -> Operation {
    let choices = Sharing::CHOICES.iter().map(|value| value.as_str());
    Operation::new("deliveries.seats.propose", PART, "Propose how seats are shared")
        .about(
            "Nothing is kept. By demand: in proportion to the places asked in the round, by \
             largest remainder; each State that asked has at least one seat and no more than it \
             asked for.",
        )
        .takes(code())
        .takes(Parameter::one_of("sharing", "How; by demand where it is left out.", choices))
        .takes(Parameter::like("keep", "The seats that stay in reserve.", NUMBER))
        .takes(Parameter::like("cap", "The most seats of one State.", NUMBER))
        .takes(Parameter::any_like("member", "A State that shares equally.", MEMBER))
        .answers::<ProposalOut>("The proposal.", examples::proposal())
        .problems(&[422])
}

fn publish() -> Operation {
    Operation::new("deliveries.seats.publish", PART, "Publish the seats of a delivery")
        .about(
            "Of one that is announced and has its days. Nominations open, and the focal points of \
             each State that holds seats are told its number. All seats of a national delivery are \
             for its State.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .answers_state::<SeatsOut>("The seats.", examples::seats())
        .problems(&[412])
}

fn entries() -> Operation {
    Operation::new("deliveries.seats.entries", PART, "List where seats went")
        .about("Every move of a seat, the newest first; for a State those of its own seats.")
        .takes(code())
        .lists::<EntryOut>("A page of moves.", &examples::entry())
        .problems(&[422])
}

fn give_back() -> Operation {
    Operation::new("deliveries.seats.return", PART, "Return seats of your State")
        .about("Free seats go to the reserve. The Training Directors of the centre are told.")
        .takes(code())
        .body::<ReturnBody>(json!({"seats": 1, "reason": "Nobody can travel that week"}))
        .answers_state::<SeatsOut>("The seats of your State.", examples::own())
}
