//! People and their nominations for programs: the same actions as the pages, in JSON.
mod bodies;
mod decisions;
mod examples;
mod nominations;
mod people;
mod shapes;
mod turning;

use serde_json::json;

use self::bodies::{
    DecisionBody, NewNominationBody, NewPersonBody, PersonPatch, RefusalBody, ReplacementBody,
    SubmissionBody, WithdrawalBody,
};
use self::shapes::{DecisionOut, NominationOut, NominationSummary, PersonOut};
use super::rules::ParticipantState;
use crate::base::api::{Operation, Parameter};
use crate::deliveries::{cancelling, confirming, postponing};
use crate::identity::{Access, ApiRoutes, Scope};

/// Where the operations stand in the document.
const PART: &str = "Participants";
/// What a code of a delivery looks like.
const CODE: &str = "^[A-Za-z][A-Za-z0-9-]{2,19}-[Dd][1-9][0-9]{0,5}$";

/// The API of this feature.
pub fn routes() -> ApiRoutes {
    let reads = Access::Needs(Scope::ParticipantsRead);
    let writes = Access::Needs(Scope::ParticipantsWrite);
    let nomination = "/participant-nominations/{id}";
    let submission = "/deliveries/{code}/participant-nominations/submission";
    let turns = Access::Needs(Scope::DeliveriesWrite);
    ApiRoutes::default()
        .post("/deliveries/{code}/cancellation", turns, turning::cancel, cancelling())
        .post("/deliveries/{code}/confirmation", turns, turning::confirm, confirming())
        .post("/deliveries/{code}/postponement", turns, turning::postpone, postponing())
        .post("/deliveries/{code}/decisions", writes, decisions::decide, decide())
        .post(submission, writes, nominations::submit, submit())
        .get("/participant-nominations", reads, nominations::list, list())
        .post("/participant-nominations", writes, nominations::create, create())
        .get(nomination, reads, nominations::show, show())
        .post("/participant-nominations/{id}/acceptance", writes, nominations::accept, accept())
        .post("/participant-nominations/{id}/refusal", writes, nominations::refuse, refuse())
        .post("/participant-nominations/{id}/replacement", writes, nominations::replace, replace())
        .post("/participant-nominations/{id}/withdrawal", writes, nominations::withdraw, withdraw())
        .get("/people", reads, people::list, list_people())
        .post("/people", writes, people::create, create_person())
        .get("/people/{id}", reads, people::show, show_person())
        .patch("/people/{id}", writes, people::change, change_person())
}

fn code() -> Parameter {
    Parameter::path("code", "The code of the delivery.", CODE)
}

fn nomination() -> Parameter {
    Parameter::id("id", "The id of the nomination.")
}

fn person() -> Parameter {
    Parameter::id("id", "The id of the person.")
}

fn list() -> Operation {
    let states = ParticipantState::ALL.iter().map(|value| value.as_str());
    Operation::new("participant_nominations.list", PART, "List participant nominations")
        .about(
            "A State is told of those whom it puts forward, a centre of those whom States have \
             sent to it for its deliveries. Nobody else sees names.",
        )
        .takes(Parameter::like("delivery", "The code of a delivery.", "^[A-Za-z0-9-]{0,40}$"))
        .takes(Parameter::one_of("state", "Where it stands.", states))
        .lists::<NominationSummary>("A page of nominations.", &examples::summary())
        .problems(&[422])
}

fn show() -> Operation {
    Operation::new("participant_nominations.read", PART, "Read a participant nomination")
        .about("With each step that it has taken, and why.")
        .takes(nomination())
        .answers_state::<NominationOut>("The nomination.", examples::nomination())
}

fn create() -> Operation {
    Operation::new("participant_nominations.create", PART, "Put somebody on the list")
        .about(
            "At the end of the list of your State for the delivery, as a draft that nobody else \
             sees. Whoever is on it already stays where they are.",
        )
        .body::<NewNominationBody>(examples::new_nomination())
        .creates::<NominationOut>("The nomination.", examples::nomination())
        .problems(&[404])
}

fn submit() -> Operation {
    Operation::new("participant_nominations.submit", PART, "Send people to the centre")
        .about(
            "All of them or none. The centre's Training Directors are told by e-mail how many, \
             and not who. After the deadline a State fills its own free seats only.",
        )
        .takes(code())
        .body::<SubmissionBody>(json!({
            "nominations": ["0195c1a2-7b00-7000-8000-000000000002"], "agreed": true,
        }))
        .answers::<DecisionOut>("How many were sent.", json!({"people": 1}))
}

fn withdraw() -> Operation {
    Operation::new("participant_nominations.withdraw", PART, "Take somebody back")
        .about("A seat that the person has is the State's again, and free.")
        .takes(nomination())
        .takes(Parameter::if_match(false))
        .body::<WithdrawalBody>(json!({"reason": "Posted abroad"}))
        .answers_state::<NominationOut>("The nomination.", examples::nomination())
        .problems(&[412])
}

fn accept() -> Operation {
    Operation::new("participant_nominations.accept", PART, "Accept an offered seat")
        .about("The person has the seat from then on. Asked again, the answer is the same.")
        .takes(nomination())
        .takes(Parameter::if_match(false))
        .answers_state::<NominationOut>("The nomination.", examples::nomination())
        .problems(&[412])
}

fn refuse() -> Operation {
    Operation::new("participant_nominations.refuse", PART, "Decline an offered seat")
        .about("The seat is offered to whoever is next on the waiting list.")
        .takes(nomination())
        .takes(Parameter::if_match(false))
        .body::<RefusalBody>(json!({"reason": "Has another duty in that week"}))
        .answers_state::<NominationOut>("The nomination.", examples::nomination())
        .problems(&[412])
}

fn replace() -> Operation {
    Operation::new("participant_nominations.replace", PART, "Send somebody else instead")
        .about(
            "Until the deadline for it the place is taken over as it is; later, until names are \
             final, a reason is needed and the centre decides anew.",
        )
        .takes(nomination())
        .takes(Parameter::if_match(false))
        .body::<ReplacementBody>(json!({
            "person": "0195c1a2-7b00-7000-8000-000000000003", "agreed": true, "reason": "",
        }))
        .creates::<NominationOut>("The new nomination.", examples::nomination())
        .problems(&[412])
}

fn decide() -> Operation {
    Operation::new("participants.decide", PART, "Decide on people")
        .about(
            "All of them or none: where there are fewer free seats than people, nobody is \
             accepted. The focal points of each State are told by e-mail.",
        )
        .takes(code())
        .body::<DecisionBody>(examples::decision())
        .answers::<DecisionOut>("How many were decided on.", json!({"people": 1}))
}

fn list_people() -> Operation {
    Operation::new("people.list", PART, "List the roster")
        .about("The people whom your State may put forward, by name.")
        .takes(Parameter::text("q", "What is in the name, post, agency or address.", 200))
        .lists::<PersonOut>("A page of people.", &examples::person())
        .problems(&[422])
}

fn show_person() -> Operation {
    Operation::new("people.read", PART, "Read somebody on the roster")
        .takes(person())
        .answers_state::<PersonOut>("The person.", examples::person())
}

fn create_person() -> Operation {
    Operation::new("people.create", PART, "Put somebody on the roster")
        .about("The address at work is the one by which a person is known in your State.")
        .body::<NewPersonBody>(examples::new_person())
        .creates::<PersonOut>("The person.", examples::person())
}

fn change_person() -> Operation {
    Operation::new("people.change", PART, "Change somebody on the roster")
        .about("Send the fields that change; the list of languages is replaced whole.")
        .takes(person())
        .takes(Parameter::if_match(true))
        .body::<PersonPatch>(json!({"post": "Director"}))
        .answers_state::<PersonOut>("The person as kept.", examples::person())
        .problems(&[412, 428])
}
