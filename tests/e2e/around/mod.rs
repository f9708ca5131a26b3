//! What stands around a course: others like it, whether it is still right, who delivers it too.
mod co_delivery;
mod freshness;
mod letters;
mod overlap;

use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{WHOLE, publish, save};

/// Whoever publishes a copy of a course of JCLEC at another centre: the same title, type,
/// audience and language under another code.
async fn copied(person: &Person, code: &str) {
    let course = seed::courses().into_iter().find(|course| course.code == "LIA-201");
    let course = course.expect("LIA-201");
    let id = rctm::base::ids::CourseId::new().to_string();
    let begin = [("id", id.as_str()), ("code", code), ("title", "A title"), ("course_type", "")];
    person.post("/courses/new", &begin).await.is(303);
    let told = [
        ("title", course.title.as_str()),
        ("course_type", course.course_type.as_str()),
        ("audience", course.audience.as_str()),
    ];
    let rest = WHOLE.iter().filter(|(name, _)| told.iter().all(|(other, _)| other != name));
    let fields: Vec<_> = rest.copied().chain(told).collect();
    save(person, code, &fields).await.is(303);
}

/// The same, in the catalogue.
async fn copied_and_published(person: &Person, code: &str) {
    copied(person, code).await;
    publish(person, code, "First").await.is(303);
}

/// The revision of the line with which this form acts.
fn revision_before(page: &Reply, action: &str) -> String {
    let (_, rest) = page.text.split_once(action).unwrap_or_else(|| panic!("no {action}"));
    let (_, rest) = rest.split_once("name=\"revision\" value=\"").expect("a revision");
    rest.split('"').next().expect("a value").to_owned()
}

/// Subjects of the emails to an address, the oldest first.
async fn subjects(app: &TestApp, address: &str) -> Vec<String> {
    let sql = "select subject from outbox where to_address = $1 order by id";
    let rows = app.query(sql, vec![address.into()]).await;
    rows.iter().map(|row| row.try_get("", "subject").expect("text")).collect()
}

async fn entries(app: &TestApp, action: &str) -> i64 {
    let sql = "select count(*) as n from audit_entry where action = $1";
    app.count(sql, vec![action.into()]).await
}
