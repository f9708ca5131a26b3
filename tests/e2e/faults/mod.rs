//! What may go wrong, what holds all the same, and what people see.
mod away;
mod clock;
mod disk;
mod instances;
mod kept;
mod killed;
mod letters;
mod metrics;
mod stopping;
mod twice;
mod typed;

use rctm::base::ids::CourseId;
use tests::{Person, Reply, TestApp};

/// The whole of what a page says where nothing could be saved.
const NOTHING_SAVED: &str =
    "Nothing was saved. Your text is still here. The operators have been told.";

/// The fields of the form on a page that is sent to `action`, as a browser would send them.
#[track_caller]
fn form_to(page: &Reply, action: &str) -> Vec<(String, String)> {
    let start = format!("<form method=\"post\" action=\"{}\"", escaped(action));
    let (_, rest) = page.text.split_once(&start).unwrap_or_else(|| {
        panic!("no form is sent to {action}:\n{}", page.text);
    });
    let form = rest.split("</form>").next().unwrap_or_default();
    let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
    let pairs = inputs.filter_map(|input| {
        let (name, rest) = input.split_once("\" value=\"")?;
        Some((unescaped(name), unescaped(rest.split('"').next()?)))
    });
    pairs.collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&#38;")
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&#34;", "\"").replace("&#39;", "'");
    text.replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&")
}

async fn post(person: &Person, path: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.post(path, &fields).await
}

/// The form of a new course.
fn new_course(code: &str, title: &str) -> Vec<(String, String)> {
    let id = CourseId::new().to_string();
    let fields = [("id", id.as_str()), ("code", code), ("title", title), ("course_type", "")];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

/// A focal point sends a sheet, of which people are told; answers where its receipt is.
async fn submit(app: &TestApp, focal_point: &Person) -> String {
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let revision = focal_point.get(&sheet).await.revision();
    let form = [
        ("revision", revision.as_str()),
        ("liaison.freq", "annual"),
        ("liaison.rank", "1"),
        ("liaison.people", "3"),
    ];
    focal_point.post(&sheet, &form).await.is(303);
    let receipt = format!("{sheet}/submission");
    let revision = focal_point.get(&receipt).await.revision();
    focal_point.post(&receipt, &[("revision", &revision)]).await.leads_to(&receipt);
    receipt
}
