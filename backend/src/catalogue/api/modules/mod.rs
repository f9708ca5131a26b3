//! The modules of a centre for programs.
mod courses;
mod library;
mod shapes;

use serde_json::{Value, json};

use self::shapes::{
    ChangeBody, CourseModules, ModuleBody, ModuleOut, ModuleUseOut, ModuleVersionOut, TakeBody,
};
use super::shapes::CourseOut;
use super::{PART, code, examples};
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// The API of the modules of a centre.
pub fn routes() -> ApiRoutes {
    let reads = Access::Needs(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    ApiRoutes::default()
        .get("/modules", reads, library::list, list())
        .post("/modules", writes, library::create, create())
        .get("/modules/{id}", reads, library::show, show())
        .get("/modules/{id}/versions", reads, library::versions, versions())
        .post("/modules/{id}/versions", writes, library::change, change())
        .get("/modules/{id}/courses", reads, library::courses, used())
        .post("/modules/{id}/retirement", writes, library::retire, retire())
        .post("/modules/{id}/retirement/withdrawal", writes, library::take_back, take_back())
        .get("/courses/{code}/modules", reads, courses::list, of_course())
        .post("/courses/{code}/modules", writes, courses::take, take())
}

fn module() -> Value {
    json!({
        "id": "01936000-0000-7000-8000-000000000001", "code": "LIA-201-M1", "version": 2,
        "title": "Networks", "hours": 12, "summary": "Finding and keeping contacts.",
        "retired_at": null, "changed_at": "2026-11-25T03:00:00Z", "sample": false,
    })
}

fn id() -> Parameter {
    Parameter::id("id", "The id of the module.")
}

fn list() -> Operation {
    Operation::new("modules.list", PART, "List the modules of your centre")
        .about("By code, each as its newest version says it.")
        .takes(Parameter::text("q", "Words that code, title or summary must have.", 200))
        .lists::<ModuleOut>("A page of modules.", &module())
        .problems(&[422])
}

fn create() -> Operation {
    Operation::new("modules.create", PART, "Add a module")
        .about(
            "What you send is its first version. Courses of your centre may use it from then on.",
        )
        .body::<ModuleBody>(json!({
            "code": "LIA-201-M1", "title": "Networks", "hours": 12,
            "summary": "Finding and keeping contacts.",
        }))
        .creates::<ModuleOut>("The module.", module())
}

fn show() -> Operation {
    Operation::new("modules.read", PART, "Read a module")
        .takes(id())
        .answers_state::<ModuleOut>("The module as its newest version says it.", module())
}

fn version() -> Value {
    json!({
        "number": 2, "title": "Networks", "hours": 12,
        "summary": "Finding and keeping contacts.", "note": "Two hours more",
        "created_at": "2026-11-25T03:00:00Z",
    })
}

fn versions() -> Operation {
    Operation::new("modules.versions", PART, "List the versions of a module")
        .about("The newest first. A version never changes.")
        .takes(id())
        .lists::<ModuleVersionOut>("A page of versions.", &version())
        .problems(&[422])
}

fn change() -> Operation {
    Operation::new("modules.change", PART, "Make another version of a module")
        .about(
            "Send the fields that change. Courses keep the version that they have; where nothing \
             would change, no version is made. A module that is retired is refused.",
        )
        .takes(id())
        .takes(Parameter::if_match(true))
        .body::<ChangeBody>(json!({"hours": 14, "note": "Two hours more"}))
        .answers_state::<ModuleOut>("The module as it is now.", module())
        .problems(&[412, 428])
}

fn used() -> Operation {
    let example = json!({
        "course": "LIA-201", "title": "Immigration liaison in practice", "published_version": 1,
        "draft": "behind", "draft_version": 1,
    });
    Operation::new("modules.courses", PART, "List the courses that use a module")
        .about("Which version each has in the catalogue, and where its draft stands.")
        .takes(id())
        .lists::<ModuleUseOut>("A page of courses.", &example)
        .problems(&[422])
}

fn retire() -> Operation {
    Operation::new("modules.retire", PART, "Retire a module")
        .about("It is not offered for courses any more; those that have it keep it.")
        .takes(id())
        .answers_state::<ModuleOut>("The module.", module())
}

fn take_back() -> Operation {
    Operation::new("modules.take_back", PART, "Take a retired module back into use")
        .takes(id())
        .answers_state::<ModuleOut>("The module.", module())
}

fn of_course() -> Operation {
    let example = json!({
        "items": [{"code": "LIA-201-M1", "title": "Networks", "standing": "behind", "version": 1,
            "newest": 2}],
        "next": null,
    });
    Operation::new("courses.modules", PART, "List the modules of a draft")
        .about(
            "In teaching order, each with where it stands: `newest` says what the newest version \
             of the module says, `behind` what an older one says; `changed` says what no version \
             says, and `new` is no module of the centre yet. Publishing makes versions of those two.",
        )
        .takes(code())
        .answers::<CourseModules>("The modules.", example)
}

fn take() -> Operation {
    Operation::new("courses.modules.take", PART, "Take a module into a draft")
        .about(
            "The newest version of the module takes the place of what the draft has of it, or \
             becomes its last module.",
        )
        .takes(code())
        .takes(Parameter::if_match(false))
        .body::<TakeBody>(json!({"module": "LIA-201-M1"}))
        .answers_state::<CourseOut>("The draft.", examples::course())
        .problems(&[412])
}
