//! Files and links of courses, for programs.
mod doors;
mod shapes;

use serde_json::{Value, json};

use self::shapes::{LinkBody, MaterialOut, MaterialPatch, Materials, NewMaterialBody, VersionsOut};
use super::{PART, code};
use crate::base::api::{Operation, Parameter};
use crate::identity::{Access, ApiRoutes, Scope};

/// The API of materials.
pub fn routes() -> ApiRoutes {
    let open = Access::Public(Scope::CatalogueRead);
    let reads = Access::Needs(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    ApiRoutes::default()
        .get("/courses/{code}/materials", open, doors::list, list())
        .post("/courses/{code}/materials", writes, doors::create, create())
        .get("/courses/{code}/pack", open, doors::pack, pack())
        .get("/materials/{id}", open, doors::show, show())
        .patch("/materials/{id}", writes, doors::change, change())
        .get("/materials/{id}/file", open, doors::file, file())
        .put_file("/materials/{id}/file", writes, doors::put_file, put_file())
        .put("/materials/{id}/link", writes, doors::put_link, put_link())
        .post("/materials/{id}/removal", writes, doors::remove, remove())
        .post("/materials/{id}/restoration", writes, doors::restore, restore())
        .get("/materials/{id}/versions", reads, doors::versions, versions())
}

fn id() -> Parameter {
    Parameter::id("id", "The id of the material.")
}

fn example() -> Value {
    json!({
        "id": "0193a1c2-0000-7000-8000-000000000001",
        "course": "LIA-201",
        "title": "Participant’s workbook",
        "kind": "participant_workbook",
        "language": "en",
        "licence": "cc_by",
        "access": "members",
        "version": 2,
        "file": {
            "name": "workbook.pdf",
            "media_type": "application/pdf",
            "bytes": 48213,
            "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        },
        "link": null,
        "may_have": true,
        "removed": false,
    })
}

fn list() -> Operation {
    Operation::new("materials.list", PART, "List the materials of a course")
        .about(
            "Files and links, on one page. Where `may_have` is false, your organisation may not \
             have the file; its name, its checksum and the link are left out.",
        )
        .takes(code())
        .answers::<Materials>("The materials.", json!({"items": [example()], "next": null}))
}

fn create() -> Operation {
    Operation::new("materials.create", PART, "Add a material to a course")
        .about(
            "With a link it is there at once. Without one it is seen by your centre only, until \
             you put its file.",
        )
        .takes(code())
        .body::<NewMaterialBody>(json!({
            "title": "Participant’s workbook", "kind": "participant_workbook", "language": "en",
            "licence": "cc_by", "access": "members", "link": null,
        }))
        .creates::<MaterialOut>("The material.", example())
}

fn pack() -> Operation {
    Operation::new("materials.pack", PART, "Download all files of a course")
        .about("All that your organisation may have, as one ZIP with a list of it.")
        .takes(code())
        .answers_zip("The ZIP.")
}

fn show() -> Operation {
    Operation::new("materials.read", PART, "Read a material")
        .takes(id())
        .answers_state::<MaterialOut>("The material.", example())
}

fn change() -> Operation {
    Operation::new("materials.change", PART, "Change what is said of a material")
        .about("Send the fields that change.")
        .takes(id())
        .takes(Parameter::if_match(true))
        .body::<MaterialPatch>(json!({"access": "public"}))
        .answers_state::<MaterialOut>("The material as it is now.", example())
        .problems(&[412, 428])
}

fn file() -> Operation {
    Operation::new("materials.download", PART, "Download a file")
        .about(
            "`Repr-Digest` and `ETag` hold its SHA-256. Where the line breaks, ask for the rest with \
             `Range`.",
        )
        .takes(id())
        .answers_file("The file.")
        .answers_in_parts()
}

fn put_file() -> Operation {
    Operation::new("materials.upload", PART, "Put a file, as a new version")
        .about(
            "The body is the file itself. What kind it is, is decided from its content, which \
             must be what the ending of `name` says. The same file again changes nothing.",
        )
        .takes(id())
        .takes(Parameter::if_match(false))
        .takes(Parameter::text("name", "The name of the file, with its ending.", 200))
        .takes(Parameter::text("note", "What the version changes.", 500))
        .takes_file()
        .answers_state::<MaterialOut>("The material as it is now.", example())
        .problems(&[412])
}

fn put_link() -> Operation {
    Operation::new("materials.link", PART, "Put a link, as a new version")
        .about("The address begins with `https://`. The same link again changes nothing.")
        .takes(id())
        .takes(Parameter::if_match(false))
        .body::<LinkBody>(json!({"link": "https://example.org/guide", "note": ""}))
        .answers_state::<MaterialOut>("The material as it is now.", example())
        .problems(&[412])
}

fn remove() -> Operation {
    Operation::new("materials.remove", PART, "Remove a material")
        .about("It can be brought back for 30 days; then it is deleted for good.")
        .takes(id())
        .takes(Parameter::if_match(false))
        .answers_state::<MaterialOut>("The material as it is now.", example())
        .problems(&[412])
}

fn restore() -> Operation {
    Operation::new("materials.restore", PART, "Bring back a material that was removed")
        .takes(id())
        .answers_state::<MaterialOut>("The material as it is now.", example())
}

fn versions() -> Operation {
    let version = json!({
        "number": 1, "file": example()["file"], "link": null, "note": "",
        "added_at": "2026-11-02T02:00:00Z",
    });
    Operation::new("materials.versions", PART, "List the versions of a material")
        .about("For its centre and the Regional Support Office; the newest first, on one page.")
        .takes(id())
        .answers::<VersionsOut>("The versions.", json!({"items": [version], "next": null}))
}
