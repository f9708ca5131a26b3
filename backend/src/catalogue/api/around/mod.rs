//! What is done around a course, for programs: comparing it with others, verifying it, delivering
//! it together.
mod co_delivery;
mod freshness;
mod overlap;
mod shapes;

use serde_json::{Value, json};

use self::shapes::{
    CentreBody, CoDeliveries, CoDeliveryOut, DismissalBody, EndBody, InvitationBody, Overlap,
    PairBody, ReasonBody, StaleCourseOut,
};
use super::shapes::CourseOut;
use super::{PART, code, examples};
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// The API around courses.
pub fn routes() -> ApiRoutes {
    let reads = Access::Needs(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    ApiRoutes::default()
        .get("/courses/{code}/overlap", reads, overlap::list, similar())
        .post("/courses/{code}/overlap", writes, overlap::dismiss, dismiss())
        .post("/courses/{code}/overlap/withdrawal", writes, overlap::take_back, take_back())
        .post("/courses/{code}/verification", writes, freshness::verify, verify())
        .post("/courses/{code}/verification/withdrawal", writes, freshness::unverify, unverify())
        .get("/stale-courses", reads, freshness::stale, stale())
        .get("/courses/{code}/co-delivery", reads, co_delivery::list, together())
        .post("/courses/{code}/co-delivery", writes, co_delivery::invite, invite())
        .post("/courses/{code}/co-delivery/acceptance", writes, co_delivery::accept, accept())
        .post("/courses/{code}/co-delivery/refusal", writes, co_delivery::decline, decline())
        .post("/courses/{code}/co-delivery/withdrawal", writes, co_delivery::withdraw, withdraw())
        .post("/courses/{code}/co-delivery/end", writes, co_delivery::end, end())
}

fn overlap_example() -> Value {
    json!({"items": [{
        "code": "LIA-301", "title": "Liaison at airports", "centre": "ABFC", "score": 71,
        "reasons": ["same_type", "same_language"], "languages": ["en"], "dismissal": null,
    }], "next": null})
}

fn co_delivery_example() -> Value {
    json!({
        "course": "LIA-201", "owner": "JCLEC", "centre": "ABFC", "state": "accepted",
        "message": "A run in Suva in 2027?", "reason": null, "since": "2026-11-25T03:00:00Z",
        "may_schedule": true,
    })
}

fn similar() -> Operation {
    Operation::new("courses.overlap", PART, "List similar courses of other centres")
        .about(
            "What the draft of a course of your own centre is similar to, the most alike first, \
             on one page. Nothing in it keeps you from publishing.",
        )
        .takes(code())
        .answers::<Overlap>("The similar courses.", overlap_example())
}

fn dismiss() -> Operation {
    Operation::new("courses.overlap.dismiss", PART, "Dismiss a similar course")
        .about("It stays dismissed, with the reason, until you take that back.")
        .takes(code())
        .body::<DismissalBody>(json!({"course": "LIA-301", "reason": "For airport staff only"}))
        .answers::<Overlap>("The similar courses.", overlap_example())
}

fn take_back() -> Operation {
    Operation::new("courses.overlap.take_back", PART, "Take a dismissal back")
        .takes(code())
        .body::<PairBody>(json!({"course": "LIA-301"}))
        .answers::<Overlap>("The similar courses.", overlap_example())
}

fn verify() -> Operation {
    Operation::new("courses.verify", PART, "Say that a course is still right")
        .about("`verified_at` becomes now; no version is published.")
        .takes(code())
        .takes(Parameter::if_match(false))
        .answers_state::<CourseOut>("The course.", examples::course())
        .problems(&[412])
}

fn unverify() -> Operation {
    Operation::new("courses.unverify", PART, "Take back that a course is still right")
        .about("`verified_at` becomes what it was, unless the course was published since.")
        .takes(code())
        .takes(Parameter::if_match(false))
        .answers_state::<CourseOut>("The course.", examples::course())
        .problems(&[412])
}

fn stale() -> Operation {
    let example = json!({
        "code": "LIA-201", "title": "Immigration liaison in practice", "centre": "JCLEC",
        "verified_at": "2025-11-02T02:00:00Z", "reminded_at": null,
    });
    Operation::new("stale_courses.list", PART, "List courses not verified for a year")
        .about(
            "By centre and code. The Regional Support Office sees those of every centre, a \
             centre its own.",
        )
        .takes(Parameter::text("centre", "The code of a centre.", 40))
        .lists::<StaleCourseOut>("A page of courses.", &example)
        .problems(&[422])
}

fn together() -> Operation {
    Operation::new("co_delivery.list", PART, "List who delivers a course, and who was asked")
        .about("The owner of the course sees every centre, another centre its own line.")
        .takes(code())
        .answers::<CoDeliveries>(
            "The centres.",
            json!({"items": [co_delivery_example()], "next": null}),
        )
}

fn step(id: &'static str, summary: &'static str) -> Operation {
    Operation::new(id, PART, summary)
        .takes(code())
        .answers::<CoDeliveryOut>("The line of the centre.", co_delivery_example())
}

fn invite() -> Operation {
    step("co_delivery.invite", "Ask another centre to deliver a course")
        .about("The Training Directors of that centre are told by e-mail.")
        .body::<InvitationBody>(json!({"centre": "ABFC", "message": "A run in Suva in 2027?"}))
}

fn accept() -> Operation {
    step("co_delivery.accept", "Accept to deliver a course of another centre")
        .about("From then on your centre may schedule the course; its owner alone edits it.")
}

fn decline() -> Operation {
    step("co_delivery.decline", "Decline to deliver a course of another centre")
        .body::<ReasonBody>(json!({"reason": "No trainers in 2027"}))
}

fn withdraw() -> Operation {
    step("co_delivery.withdraw", "Take an invitation back")
        .body::<CentreBody>(json!({"centre": "ABFC"}))
}

fn end() -> Operation {
    step("co_delivery.end", "End delivering a course together")
        .about("The owner names the other centre; the other centre leaves it out.")
        .body::<EndBody>(json!({"centre": "ABFC", "reason": "The agreement has ended"}))
}
