//! What a centre does with its courses, each step with its one entry.
use rctm::base::ids::CourseId;
use tests::Person;

use super::{CANARY, Tour, path_of};

/// Walks through every route that writes courses and what belongs to them.
pub(super) async fn walk(tour: &mut Tour, director: &Person) {
    course(tour, director).await;
    materials(tour, director).await;
    around(tour, director).await;
    modules(tour, director).await;
    imports(tour, director).await;
    texts(tour, director).await;
}

/// A centre's course, from its first draft to its end.
async fn course(tour: &mut Tour, director: &Person) {
    let id = CourseId::new().to_string();
    let code = "KAN-101";
    let new = [("id", id.as_str()), ("code", code), ("title", CANARY), ("course_type", "")];
    tour.post(director, ("/courses/new", "/courses/new"), &new).await;
    let texts = ["title", "summary", "objectives", "m1.title", "m1.summary", "audience"];
    let whole = crate::catalogue_editing::WHOLE
        .map(|(name, value)| (name, if texts.contains(&name) { CANARY } else { value }));
    let edit = format!("/courses/{code}/edit");
    let materials = [("f1.title", CANARY), ("f1.kind", "slides"), ("f1.language", "en")];
    let wanted = [("wanted", CANARY)];
    let steps: [(&'static str, &[(&str, &str)]); 14] = [
        ("/courses/{code}/edit", &whole),
        ("/courses/{code}/edit/deliveries", &whole),
        ("/courses/{code}/edit/languages", &whole),
        ("/courses/{code}/edit/materials", &materials),
        ("/courses/{code}/edit/modules", &whole),
        ("/courses/{code}/proposal", &[("note", CANARY)]),
        ("/courses/{code}/proposal/withdrawal", &[]),
        ("/courses/{code}/proposal", &[("note", CANARY)]),
        ("/courses/{code}/proposal/return", &wanted),
        ("/courses/{code}/publication", &[("note", CANARY)]),
        ("/courses/{code}/suspension", &[("reason", CANARY)]),
        ("/courses/{code}/resumption", &[]),
        ("/courses/{code}/verification", &[]),
        ("/courses/{code}/retirement", &[("reason", CANARY), ("successor", "LIA-201")]),
    ];
    for (pattern, fields) in steps {
        let revision = director.get(&edit).await.revision();
        let fields = [&[("revision", revision.as_str())], fields].concat();
        tour.post(director, (pattern, &path_of(pattern, code)), &fields).await;
    }
    let pattern = "/courses/{code}/copy";
    let id = CourseId::new().to_string();
    let copy = [("id", id.as_str()), ("code", "KAN-102"), ("title", CANARY)];
    tour.post(director, (pattern, &path_of(pattern, code)), &copy).await;
    restoration(tour, director).await;
}

/// An old version becomes the draft.
async fn restoration(tour: &mut Tour, director: &Person) {
    let changed = [("title", CANARY), ("do", "save")];
    crate::catalogue_editing::save(director, "LIA-201", &changed).await.is(303);
    let revision = director.get("/courses/LIA-201/edit").await.revision();
    let pattern = "/courses/{code}/versions/{number}/restoration";
    let path = "/courses/LIA-201/versions/1/restoration";
    tour.post(director, (pattern, path), &[("revision", &revision), ("canary", CANARY)]).await;
}

/// A material of a course: added, changed, replaced, removed and brought back.
async fn materials(tour: &mut Tour, director: &Person) {
    let id = rctm::base::ids::MaterialId::new();
    let text = id.to_string();
    let link = ("link", "https://example.org/Canary");
    let said = crate::materials::said(&[("title", CANARY), ("id", text.as_str()), link]);
    let pattern = "/courses/{code}/materials/new";
    tour.post(director, (pattern, &path_of(pattern, "LIA-201")), &said).await;
    let changed = crate::materials::said(&[("title", CANARY), ("access", "members")]);
    let replaced = [("link", "https://example.org/Canary-2"), ("note", CANARY)];
    let steps: [(&'static str, &[(&str, &str)]); 4] = [
        ("/materials/{id}/edit", &changed),
        ("/materials/{id}/versions", &replaced),
        ("/materials/{id}/removal", &[]),
        ("/materials/{id}/restoration", &[]),
    ];
    for (pattern, fields) in steps {
        let seen = director.get(&format!("/materials/{id}/edit")).await;
        let revision = if seen.status.as_u16() == 200 { seen.revision() } else { String::new() };
        let mut fields = fields.to_vec();
        if !revision.is_empty() {
            fields.push(("revision", &revision));
        }
        tour.post(director, (pattern, &path_of(pattern, &text)), &fields).await;
    }
}

/// Whether the owner acts, the route, and what is sent there.
type Step<'a> = (bool, &'static str, &'a [(&'a str, &'a str)]);

/// What is done around a course: another like it, whether it is still right, who delivers it too.
async fn around(tour: &mut Tour, director: &Person) {
    let partner = tour.app.director("ABFC").await;
    let code = "LIA-201";
    let invite = [("centre", "ABFC"), ("message", CANARY)];
    let ours = [("centre", "ABFC"), ("reason", CANARY)];
    let pair = [("with", "IND-101"), ("reason", CANARY)];
    let asked = "/courses/{code}/co-delivery";
    let steps: [Step<'_>; 8] = [
        (true, asked, &invite),
        (true, "/courses/{code}/co-delivery/withdrawal", &ours),
        (true, asked, &invite),
        (false, "/courses/{code}/co-delivery/refusal", &[("reason", CANARY)]),
        (true, asked, &invite),
        (false, "/courses/{code}/co-delivery/acceptance", &[]),
        (true, "/courses/{code}/overlap", &pair),
        (true, "/courses/{code}/overlap/withdrawal", &pair),
    ];
    for (own, pattern, fields) in steps {
        let who = if own { director } else { &partner };
        tour.post(who, (pattern, &path_of(pattern, code)), fields).await;
    }
    let pattern = "/courses/{code}/co-delivery/end";
    tour.post(director, (pattern, &path_of(pattern, code)), &ours).await;
    for pattern in ["/courses/{code}/verification", "/courses/{code}/verification/withdrawal"] {
        let revision = director.get("/courses/LIA-201").await.revision();
        tour.post(director, (pattern, &path_of(pattern, code)), &[("revision", &revision)]).await;
    }
}

/// A module of the centre, from its first version to its retirement and back.
async fn modules(tour: &mut Tour, director: &Person) {
    let id = rctm::base::ids::ModuleId::new().to_string();
    let text = [("title", CANARY), ("hours", "6"), ("summary", CANARY)];
    let new = [&[("id", id.as_str()), ("code", "KAN-901-M1")], &text[..]].concat();
    tour.post(director, ("/my-centre/modules/new", "/my-centre/modules/new"), &new).await;
    let again = [&text[..2], &[("summary", "More"), ("version", "1"), ("note", CANARY)]].concat();
    for (pattern, fields) in [
        ("/my-centre/modules/{id}/edit", again.as_slice()),
        ("/my-centre/modules/{id}/retirement", &[]),
        ("/my-centre/modules/{id}/retirement/withdrawal", &[]),
    ] {
        tour.post(director, (pattern, &path_of(pattern, &id)), fields).await;
    }
}

/// A table that is imported, and taken back.
async fn imports(tour: &mut Tour, director: &Person) {
    let table = format!("Title\tRemarks\n{CANARY} of kites\t{CANARY}\n");
    let pasted = [("table", table.as_str())];
    let reply = tour.post(director, ("/course-imports", "/course-imports"), &pasted).await;
    let place = reply.location().expect("a page").to_owned();
    let id = place.rsplit('/').next().expect("an id").to_owned();
    let columns = [("column", "title"), ("column", "remarks")];
    let steps: [(&'static str, &[(&str, &str)]); 3] = [
        ("/course-imports/{id}/columns", &columns),
        ("/course-imports/{id}/confirmation", &[]),
        ("/course-imports/{id}/undo", &[]),
    ];
    for (pattern, fields) in steps {
        crate::imports::read(director, &place).await;
        tour.post(director, (pattern, &path_of(pattern, &id)), fields).await;
    }
}

/// What a course says in another language, until it says nothing in it any more.
async fn texts(tour: &mut Tour, director: &Person) {
    let pattern = "/courses/{code}/edit/texts/{tag}";
    let path = path_of(pattern, "LIA-201");
    let form = crate::texts::opened(director, &path, &[("title", CANARY)]).await;
    let fields: Vec<_> = form.iter().map(|(name, value)| (&**name, &**value)).collect();
    tour.post(director, (pattern, &path), &fields).await;
    for pattern in [
        "/courses/{code}/edit/texts/{tag}/review",
        "/courses/{code}/edit/texts/{tag}/review/withdrawal",
        "/courses/{code}/edit/texts/{tag}/removal",
    ] {
        let revision = director.get(&path).await.revision();
        let address = path_of(pattern, "LIA-201");
        tour.post(director, (pattern, &address), &[("revision", &revision)]).await;
    }
}
