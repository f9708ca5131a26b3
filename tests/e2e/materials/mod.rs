//! Files and links of courses: kept by their centre, taken by those who may have them.
mod access;
mod checked;
mod keeping;
mod limits;
mod pack;
mod programs;
mod s3;
mod uploads;

use rctm::base::ids::MaterialId;
use tests::{Person, Reply, TestApp};

/// A small PDF.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n";

/// What the form of a new material says, but for its id.
pub const SAID: [(&str, &str); 5] = [
    ("title", "A guide"),
    ("kind", "trainer_guide"),
    ("language", "en"),
    ("licence", "cc_by"),
    ("access", "public"),
];

/// The fields of [`SAID`] with some of them otherwise.
pub fn said<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = SAID.iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    kept.copied().chain(changes.iter().copied()).collect()
}

/// Sends the form of a new material with a file.
pub async fn try_to_add(
    person: &Person,
    code: &str,
    fields: &[(&str, &str)],
    file: (&str, &[u8]),
) -> (MaterialId, Reply) {
    let id = MaterialId::new();
    let text = id.to_string();
    let fields = [&[("id", text.as_str())], fields].concat();
    let reply = person.upload(&format!("/courses/{code}/materials/new"), &fields, file).await;
    (id, reply)
}

/// Adds a file to a course.
pub async fn added(person: &Person, code: &str, changes: &[(&str, &str)]) -> MaterialId {
    let (id, reply) = try_to_add(person, code, &said(changes), ("guide.pdf", PDF)).await;
    reply.leads_to(&format!("/courses/{code}/edit/materials#material-{id}"));
    id
}

/// The revision of the material on its page.
pub async fn revision(person: &Person, id: MaterialId) -> String {
    person.get(&format!("/materials/{id}/edit")).await.revision()
}

/// Replaces the file of a material, as its page stands now.
pub async fn replaced(person: &Person, id: MaterialId, file: (&str, &[u8])) -> Reply {
    let revision = revision(person, id).await;
    let fields = [("revision", revision.as_str()), ("note", "What is new")];
    person.upload(&format!("/materials/{id}/versions"), &fields, file).await
}

/// How many files the store holds, and how many the register speaks of.
pub async fn stored(app: &TestApp) -> (usize, i64) {
    let there = app.app.files.names().await.expect("the store can be read").len();
    (there, app.count("select count(*) as n from stored_file", vec![]).await)
}
