//! What a course says in other languages, for programs.
mod handlers;
mod shapes;

use serde_json::{Value, json};

use self::shapes::{CourseLanguagesOut, CourseTextsList, TextsBody, TextsOut};
use super::{PART, code};
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// What the tag of a language looks like.
const TAG: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$";

/// The API of the texts.
pub fn routes() -> ApiRoutes {
    let open = Access::Public(Scope::CatalogueRead);
    let reads = Access::Needs(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    let language = "/courses/{code}/texts/{language}";
    ApiRoutes::default()
        .get("/course-texts", reads, handlers::grid, list_states())
        .get("/courses/{code}/texts", open, handlers::list, list_texts())
        .get(language, open, handlers::show, read_texts())
        .put(language, writes, handlers::put, write())
        .post("/courses/{code}/texts/{language}/review", writes, handlers::review, approve())
        .post(
            "/courses/{code}/texts/{language}/review/withdrawal",
            writes,
            handlers::unreview,
            disapprove(),
        )
        .post("/courses/{code}/texts/{language}/removal", writes, handlers::remove, give_up())
}

fn example() -> Value {
    json!({
        "title": "Petugas penghubung imigrasi dalam praktik",
        "summary": "Bagaimana petugas penghubung membangun jejaring.",
        "objectives": ["Membangun jejaring kontak"],
        "audience": "Petugas sebelum penempatan pertama",
        "modules": [{"code": "LIA-201-M1", "title": "Jejaring"}],
    })
}

fn example_out() -> Value {
    let mut out = example();
    out["language"] = json!("id");
    out["direction"] = json!("ltr");
    out["state"] = json!("reviewed");
    out
}

fn tag() -> Parameter {
    Parameter::path("language", "The tag of the language (BCP 47), not `en`.", TAG)
}

fn list_states() -> Operation {
    let example = json!({
        "code": "LIA-201", "title": "Immigration liaison in practice",
        "languages": [{"language": "id", "state": "out_of_date"}],
    });
    Operation::new("course_texts.list", PART, "List how far your courses are in which languages")
        .about("The drafts of the courses of your own centre, by code.")
        .lists::<CourseLanguagesOut>("A page of courses.", &example)
        .problems(&[422])
}

fn list_texts() -> Operation {
    Operation::new("courses.texts.list", PART, "List what a course says in other languages")
        .about(
            "Everybody reads what was reviewed, as it was published. A client of its own centre \
             sees the texts of the working draft. What a language lacks is to be shown in English.",
        )
        .takes(code())
        .answers::<CourseTextsList>(
            "The texts, on one page.",
            json!({"items": [example_out()], "next": null}),
        )
}

fn read_texts() -> Operation {
    Operation::new("courses.texts.read", PART, "Read what a course says in a language")
        .takes(code())
        .takes(tag())
        .answers_state::<TextsOut>("The texts.", example_out())
}

fn write() -> Operation {
    Operation::new("courses.texts.write", PART, "Write what a course says in a language")
        .about("It replaces all that the draft says in the language, and is to be reviewed.")
        .takes(code())
        .takes(tag())
        .takes(Parameter::if_match(true))
        .body::<TextsBody>(example())
        .answers_state::<TextsOut>("The texts as they are now.", example_out())
        .problems(&[412, 428])
}

fn step(id: &'static str, summary: &'static str) -> Operation {
    Operation::new(id, PART, summary)
        .takes(code())
        .takes(tag())
        .takes(Parameter::if_match(false))
        .problems(&[412])
}

fn approve() -> Operation {
    step("courses.texts.review", "Say that the texts in a language were reviewed")
        .about(
            "They become public with the next version. Send `If-Match` to be sure that they are \
             the ones that were read over.",
        )
        .answers_state::<TextsOut>("The texts.", example_out())
}

fn disapprove() -> Operation {
    step("courses.texts.unreview", "Take a review back")
        .answers_state::<TextsOut>("The texts.", example_out())
}

fn give_up() -> Operation {
    step("courses.texts.remove", "Remove what a course says in a language")
        .about("What was published keeps it until the next version.")
        .answers::<CourseTextsList>(
            "The texts that are left.",
            json!({"items": [example_out()], "next": null}),
        )
}
