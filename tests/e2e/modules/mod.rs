//! Modules belong to a centre: its courses share them, and a change leaves what is published alone.
mod kept;
mod programs;
mod shared;
mod written;

use rctm::base::ids::{CourseId, ModuleId};
use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{publish, seen, written};

/// A module that says everything.
const WHOLE: [(&str, &str); 3] =
    [("title", "Interviews"), ("hours", "6"), ("summary", "How to listen.")];

/// Sends the form of a new module; the answer leads to it.
async fn created(person: &Person, code: &str, fields: &[(&str, &str)]) -> Reply {
    let id = ModuleId::new().to_string();
    let own = [("id", id.as_str()), ("code", code)];
    person.post("/my-centre/modules/new", &[&own[..], fields].concat()).await
}

/// The page of a new module of this code.
async fn made(person: &Person, code: &str) -> String {
    let reply = created(person, code, &WHOLE).await;
    reply.is(303);
    reply.location().expect("its page").to_owned()
}

/// Sends another version, on top of the one of this number.
async fn change(person: &Person, page: &str, on: &str, fields: &[(&str, &str)]) -> Reply {
    let base = [("version", on), ("note", "A note")];
    let rest = WHOLE.iter().filter(|(name, _)| fields.iter().all(|(other, _)| other != name));
    let rest: Vec<_> = rest.copied().collect();
    let own = base.iter().filter(|(name, _)| fields.iter().all(|(other, _)| other != name));
    let own: Vec<_> = own.copied().collect();
    person.post(&format!("{page}/edit"), &[&own[..], &rest, fields].concat()).await
}

/// A course of this code that is published, with the two modules of the usual form.
async fn published(app: &TestApp, code: &str) -> Person {
    let director = app.director("JCLEC").await;
    written(&director, code).await;
    publish(&director, code, "The first edition").await.is(303);
    director
}

/// A course with nothing but a code.
async fn begun(person: &Person, code: &str) {
    let id = CourseId::new().to_string();
    let fields = [("id", id.as_str()), ("code", code), ("title", "A title"), ("course_type", "")];
    person.post("/courses/new", &fields).await.is(303);
}

/// Presses a button on the page of the modules of a course, as it stands.
async fn press(person: &Person, course: &str, button: &[(&str, &str)]) -> Reply {
    let path = format!("/courses/{course}/edit/modules");
    let page = person.get(&path).await;
    let mut fields = vec![("revision".to_owned(), page.revision()), ("seen".into(), seen(&page))];
    fields.extend(modules_of(&page));
    fields.retain(|(name, _)| button.iter().all(|(other, _)| other != name));
    let typed = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    person.post(&path, &typed.chain(button.iter().copied()).collect::<Vec<_>>()).await
}

/// What the form of the modules would send of them.
fn modules_of(page: &Reply) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for tag in page.text.split('<').filter(|tag| tag.contains(" name=\"m")) {
        let name = between(tag, " name=\"", "\"");
        let value = if tag.starts_with("textarea") {
            tag.split_once(">\n").map_or("", |(_, text)| text).to_owned()
        } else {
            between(tag, " value=\"", "\"")
        };
        if name.contains('.') {
            fields.push((name, value));
        }
    }
    fields
}

fn between(text: &str, start: &str, end: &str) -> String {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}")).1;
    rest.split(end).next().unwrap_or_default().to_owned()
}

/// The address of the module of this code, as the list of modules links to it.
async fn page_of(person: &Person, code: &str) -> String {
    let list = person.get(&format!("/my-centre/modules?q={code}")).await;
    list.is(200).says(code);
    format!("/my-centre/modules/{}", between(&list.text, "<a href=\"/my-centre/modules/0", "\""))
        .replace("modules/", "modules/0")
}

/// How many entries of this action the audit log has.
async fn entries(app: &TestApp, action: &str) -> i64 {
    let sql = "select count(*) as n from audit_entry where action = $1";
    app.count(sql, vec![action.into()]).await
}
