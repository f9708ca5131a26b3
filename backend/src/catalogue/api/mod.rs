//! The catalogue for programs: the same actions as the pages, in JSON.
mod around;
mod course_types;
mod courses;
mod examples;
mod imports;
mod materials;
mod modules;
mod reading;
mod shapes;
mod subscriptions;
mod texts;
mod versions;

use serde_json::json;

use self::shapes::{
    CourseOut, CoursePatch, CourseSummary, CourseTypes, NewCourse, PublicationBody,
};
use super::rules::{DeliveryMode, Goal, Level};
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// Where the operations stand in the document.
const PART: &str = "Catalogue";
/// What a code of a course looks like.
const CODE: &str = "^[A-Za-z][A-Za-z0-9-]{2,19}$";

/// The API of this feature.
pub fn routes() -> ApiRoutes {
    let open = Access::Public(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    ApiRoutes::default()
        .get("/course-types", open, course_types::list, list_types())
        .get("/courses", open, courses::list, list())
        .post("/courses", writes, courses::create, create())
        .get("/courses/{code}", open, courses::show, show())
        .patch("/courses/{code}", writes, courses::change, change())
        .post("/courses/{code}/publication", writes, courses::publish, publish())
        .and(versions::routes())
        .and(materials::routes())
        .and(around::routes())
        .and(modules::routes())
        .and(imports::routes())
        .and(texts::routes())
        .and(subscriptions::routes())
}

fn list_types() -> Operation {
    Operation::new("course_types.list", PART, "List the course types")
        .about("Every course type, in the order of the goals of the work plan, on one page.")
        .answers::<CourseTypes>(
            "The course types.",
            json!({"items": [examples::course_type()], "next": null}),
        )
}

fn list() -> Operation {
    let codes = "^[A-Za-z0-9_-]{0,40}$";
    let named = |values: &'static [Goal]| values.iter().map(|value| value.as_str());
    let modes = DeliveryMode::ALL.iter().map(|value| value.as_str());
    let levels = Level::ALL.iter().map(|value| value.as_str());
    Operation::new("courses.list", PART, "List the published courses")
        .about(
            "By title; where `q` is given, by how well they fit. Filters of different names must \
             all hold; of one that is repeated, any one value will do. A word of `q` is found by \
             its beginning and, in English, in all its forms, whatever its capitals and accents. \
             Where no course has a word, the nearest that some course has is looked for instead, \
             and `corrected` says so.",
        )
        .takes(Parameter::text("q", "Words to look for in all that a course says.", 200))
        .takes(Parameter::one_of("exact", "Take `q` as it is, slips and all.", ["yes"]))
        .takes(Parameter::any_of("goal", "Goals of the work plan.", named(Goal::ALL)))
        .takes(Parameter::any_like("course_type", "Codes of course types.", codes))
        .takes(Parameter::any_like("centre", "Codes of centres.", codes))
        .takes(Parameter::any_like("language", "Languages it is taught in (BCP 47).", codes))
        .takes(Parameter::any_of("mode", "How it is held.", modes))
        .takes(Parameter::any_of("level", "How much it expects.", levels))
        .lists_saying::<CourseSummary>(
            "A page of courses.",
            &examples::summary(),
            ("corrected", "What was looked for instead of `q`, where slips were corrected."),
        )
        .problems(&[422])
}

fn code() -> Parameter {
    Parameter::path("code", "The code of the course.", CODE)
}

fn show() -> Operation {
    Operation::new("courses.read", PART, "Read a course")
        .about(
            "What its published version says. A client of its own centre sees the working draft, \
             which is what it changes; the Regional Support Office sees what was never published.",
        )
        .takes(code())
        .answers_state::<CourseOut>("The course.", examples::course())
}

fn create() -> Operation {
    Operation::new("courses.create", PART, "Begin a course")
        .about("It begins as a draft that may lack anything but its code.")
        .body::<NewCourse>(examples::new_course())
        .creates::<CourseOut>("The draft.", examples::course())
}

fn change() -> Operation {
    Operation::new("courses.change", PART, "Change the draft of a course")
        .about("Send the fields that change; a list is replaced whole.")
        .takes(code())
        .takes(Parameter::if_match(true))
        .body::<CoursePatch>(json!({"title": "Liaison in a network", "duration_days": 4}))
        .answers_state::<CourseOut>("The draft as it is now.", examples::course())
        .problems(&[412, 428])
}

fn publish() -> Operation {
    Operation::new("courses.publish", PART, "Publish the draft of a course")
        .about(
            "It becomes the next version. A draft that lacks something is refused with every \
             fault; the pointers lead into the course.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .body::<PublicationBody>(json!({"note": "Two exercises more"}))
        .answers_state::<CourseOut>("The course as it was published.", examples::course())
        .problems(&[412])
}
