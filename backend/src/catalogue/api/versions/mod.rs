//! Proposals, versions and copies of a course, for programs.
mod proposals;
mod reading;
mod shapes;

use serde_json::{Value, json};

pub use self::shapes::ProposalOut;
use self::shapes::{ChangeOut, CopyBody, ReturnBody, VersionOut, VersionSummary, WaitingOut};
use super::shapes::{CourseOut, PublicationBody};
use super::{PART, code, examples};
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// The API of proposals and versions.
pub fn routes() -> ApiRoutes {
    let open = Access::Public(Scope::CatalogueRead);
    let reads = Access::Needs(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    let restoration = "/courses/{code}/versions/{number}/restoration";
    ApiRoutes::default()
        .post("/courses/{code}/copies", writes, reading::copy, copy())
        .get("/courses/{code}/differences", open, reading::differences, differences())
        .post("/courses/{code}/proposal", writes, proposals::propose, propose())
        .post("/courses/{code}/proposal/return", writes, proposals::send_back, send_back())
        .post("/courses/{code}/proposal/withdrawal", writes, proposals::withdraw, withdraw())
        .get("/courses/{code}/versions", open, reading::list, list())
        .get("/courses/{code}/versions/{number}", open, reading::show, show())
        .post(restoration, writes, reading::restore, restore())
        .get("/proposals", reads, proposals::list, waiting())
}

fn version_example() -> Value {
    json!({
        "number": 2, "change_note": "Two exercises more", "published_at": "2026-11-02T02:00:00Z",
    })
}

fn number() -> Parameter {
    Parameter::path("number", "The number of the version, from 1.", "^[1-9][0-9]{0,8}$")
}

fn propose() -> Operation {
    Operation::new("courses.propose", PART, "Propose the draft of a course")
        .about(
            "The Training Directors of the centre are told by e-mail. A draft that lacks something \
             is refused with every fault; the pointers lead into the course.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .body::<PublicationBody>(json!({"note": "Two exercises more"}))
        .answers_state::<CourseOut>("The draft.", examples::course())
        .problems(&[412])
}

fn send_back() -> Operation {
    Operation::new("courses.send_back", PART, "Send a proposed draft back")
        .about("Whoever proposed it is told by e-mail what is wanted.")
        .takes(code())
        .takes(Parameter::if_match(false))
        .body::<ReturnBody>(json!({"wanted": "Say who teaches module 3"}))
        .answers_state::<CourseOut>("The draft.", examples::course())
        .problems(&[412])
}

fn withdraw() -> Operation {
    Operation::new("courses.withdraw", PART, "Take a proposal back")
        .takes(code())
        .takes(Parameter::if_match(false))
        .answers_state::<CourseOut>("The draft.", examples::course())
        .problems(&[412])
}

fn waiting() -> Operation {
    let example = json!({
        "code": "LIA-201", "title": "Immigration liaison in practice", "version": 2,
        "note": "Two exercises more", "proposed_at": "2026-11-25T03:00:00Z",
    });
    Operation::new("proposals.list", PART, "List the drafts that wait for a Training Director")
        .about("Those of your own centre, the longest waiting first.")
        .lists::<WaitingOut>("A page of drafts.", &example)
        .problems(&[422])
}

fn list() -> Operation {
    Operation::new("versions.list", PART, "List the versions of a course")
        .about("The newest first.")
        .takes(code())
        .lists::<VersionSummary>("A page of versions.", &version_example())
        .problems(&[422])
}

fn show() -> Operation {
    let mut example = version_example();
    example["content"] = examples::content();
    Operation::new("versions.read", PART, "Read a version of a course")
        .about("What it said when it was published. A version is never changed.")
        .takes(code())
        .takes(number())
        .answers::<VersionOut>("The version.", example)
}

fn differences() -> Operation {
    let example = json!({
        "field": "summary", "kind": "reworded",
        "pieces": [
            {"kind": "same", "text": "Officers at a "}, {"kind": "removed", "text": "border"},
            {"kind": "added", "text": "port"},
        ],
    });
    let side = "^([1-9][0-9]{0,8}|draft)?$";
    Operation::new("versions.differences", PART, "Compare two versions of a course")
        .about(
            "Line by line, and word by word where a line was reworded, in the order of the fields. \
             The pieces that are not `added` make up the first text, those that are not `removed` \
             the second. Without a choice, the newest version is compared with the one before. A \
             client of its own centre and the Regional Support Office may choose `draft` too. \
             Words of the interface are in English.",
        )
        .takes(code())
        .takes(Parameter::like("from", "The first: the number of a version, or `draft`.", side))
        .takes(Parameter::like("to", "The second: the number of a version, or `draft`.", side))
        .lists::<ChangeOut>("A page of lines.", &example)
        .problems(&[422])
}

fn restore() -> Operation {
    Operation::new("versions.restore", PART, "Make an old version the draft of a course")
        .about("Nothing is published by it. What the draft said before is gone.")
        .takes(code())
        .takes(number())
        .takes(Parameter::if_match(true))
        .answers_state::<CourseOut>("The draft as it is now.", examples::course())
        .problems(&[412, 428])
}

fn copy() -> Operation {
    Operation::new("courses.copy", PART, "Begin another course from one of your own")
        .about(
            "The new course is a draft that says what the draft of this one says. Versions, \
             proposals and the centres that deliver it together are left behind; modules get codes \
             of the new course.",
        )
        .takes(code())
        .body::<CopyBody>(json!({"code": "LIA-202"}))
        .creates::<CourseOut>("The draft.", examples::course())
}
