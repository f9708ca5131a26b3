//! Deliveries for programs: the same actions as the pages, in JSON.
mod bodies;
mod examples;
mod handlers;
mod seats;
mod shapes;

pub use self::bodies::{CancellationBody, PostponementBody};
pub use self::handlers::{Answer, edition_read, turned};

use serde_json::json;

use self::bodies::{DeliveryPatch, NewDelivery};
use self::shapes::{DeliveryOut, DeliverySummary};
use super::rules::DeliveryState;
use crate::base::api::{Operation, Parameter};
use crate::catalogue::rules::DeliveryMode;
use crate::identity::{Access, ApiRoutes, Scope};

/// Where the operations stand in the document.
const PART: &str = "Deliveries";
/// What a code of a delivery looks like.
const CODE: &str = "^[A-Za-z][A-Za-z0-9-]{2,19}-[Dd][1-9][0-9]{0,5}$";
/// What a day looks like.
const DAY: &str = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$";

/// The API of this feature.
pub fn routes() -> ApiRoutes {
    let open = Access::Public(Scope::DeliveriesRead);
    let writes = Access::Needs(Scope::DeliveriesWrite);
    let routes = ApiRoutes::default()
        .get("/deliveries", open, handlers::list, list())
        .post("/deliveries", writes, handlers::create, create())
        .get("/deliveries/{code}", open, handlers::show, show())
        .patch("/deliveries/{code}", writes, handlers::change, change())
        .post("/deliveries/{code}/announcement", writes, handlers::announce, announce())
        .post("/deliveries/{code}/copies", writes, handlers::copy, copy());
    seats::routes(routes)
}

fn code() -> Parameter {
    Parameter::path("code", "The code of the delivery.", CODE)
}

fn list() -> Operation {
    let codes = "^[A-Za-z0-9_-]{0,40}$";
    let modes = DeliveryMode::ALL.iter().map(|value| value.as_str());
    let states = DeliveryState::ALL.iter().map(|value| value.as_str());
    Operation::new("deliveries.list", PART, "List deliveries")
        .about(
            "By their first day, those without dates last. Everybody is told what was announced \
             for several States; a State what was announced for it as well, a centre what is its \
             own, and the Regional Support Office all.",
        )
        .takes(Parameter::like("course", "The code of a course.", codes))
        .takes(Parameter::like("course_type", "The code of a course type.", codes))
        .takes(Parameter::like("language", "A language it is held in (BCP 47).", codes))
        .takes(Parameter::one_of("mode", "How it is held.", modes))
        .takes(Parameter::one_of("state", "Where it stands.", states))
        .takes(Parameter::like("from", "A day: what ends earlier is left out.", DAY))
        .takes(Parameter::like("until", "A day: what begins later is left out.", DAY))
        .lists::<DeliverySummary>("A page of deliveries.", &examples::summary())
        .problems(&[422])
}

fn show() -> Operation {
    Operation::new("deliveries.read", PART, "Read a delivery")
        .about("Times are by the clocks of its zone; deadlines end with the day there.")
        .takes(code())
        .answers_state::<DeliveryOut>("The delivery.", examples::delivery())
}

fn create() -> Operation {
    Operation::new("deliveries.create", PART, "Schedule a delivery")
        .about(
            "Of a course that is in the catalogue and that your centre owns or has accepted to \
             deliver, from its newest version. Nobody else is told of it before it is announced. \
             Deadlines that are left out are the usual ones.",
        )
        .body::<NewDelivery>(examples::new_delivery())
        .creates::<DeliveryOut>("The delivery.", examples::delivery())
        .problems(&[404])
}

fn change() -> Operation {
    Operation::new("deliveries.change", PART, "Change a delivery")
        .about(
            "Send the fields that change; a list is replaced whole. Once it is announced, for whom \
             it is stays, and its days are changed by postponing it.",
        )
        .takes(code())
        .takes(Parameter::if_match(true))
        .body::<DeliveryPatch>(json!({"venue": "Building 2", "max_participants": 30}))
        .answers_state::<DeliveryOut>("The delivery as it is now.", examples::delivery())
        .problems(&[412, 428])
}

fn announce() -> Operation {
    Operation::new("deliveries.announce", PART, "Announce a delivery")
        .about(
            "From then on it is in the calendar of those for whom it is. Other centres that \
             deliver the course are told by e-mail and, of a national delivery, the focal points \
             of its State.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .answers_state::<DeliveryOut>("The delivery.", examples::delivery())
        .problems(&[412])
}

/// What confirming says of itself; served by the feature of the people whom it concerns.
pub fn confirming() -> Operation {
    Operation::new("deliveries.confirm", PART, "Say that a delivery takes place")
        .about(
            "Once nominations are closed. The same are told, and the focal points of each State \
             that has put people forward.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .answers_state::<DeliveryOut>("The delivery.", examples::delivery())
        .problems(&[412])
}

/// What postponing says of itself; served by the feature of the people whom it concerns.
pub fn postponing() -> Operation {
    Operation::new("deliveries.postpone", PART, "Postpone a delivery")
        .about(
            "To other days, or to days that are to be settled. The same are told, and the focal \
             points of each State that has put people forward.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .body::<PostponementBody>(json!({
            "first_day": "2027-03-08", "last_day": "2027-03-12", "sessions": [],
            "reason": "The venue is flooded",
        }))
        .answers_state::<DeliveryOut>("The delivery.", examples::delivery())
        .problems(&[412])
}

/// What cancelling says of itself; served by the feature of the people whom it concerns.
pub fn cancelling() -> Operation {
    Operation::new("deliveries.cancel", PART, "Cancel a delivery")
        .about(
            "Its page stays readable and gives the reason. The same are told, and the focal points \
             of each State that has put people forward; nothing comes of these nominations.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .body::<CancellationBody>(json!({"reason": "Too few nominations"}))
        .answers_state::<DeliveryOut>("The delivery.", examples::delivery())
        .problems(&[412])
}

fn copy() -> Operation {
    Operation::new("deliveries.copy", PART, "Schedule another delivery like one")
        .about("It says the same, from the newest version of the course, and has no dates.")
        .takes(code())
        .creates::<DeliveryOut>("The new delivery.", examples::delivery())
}
