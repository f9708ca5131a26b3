//! A centre schedules deliveries, and everybody for whom they are finds them.
mod calendar;
mod feeds;
pub mod letters;
mod national;
pub mod programs;
mod scheduling;
pub mod seats;
mod turning;
mod typed;

use rctm::base::ids::DeliveryId;
use tests::{Person, Reply, TestApp};

/// All that a delivery needs.
pub const WHOLE: [(&str, &str); 26] = [
    ("course", "LIA-201"),
    ("scope", "regional"),
    ("member", ""),
    ("mode", "in_person"),
    ("venue", "Building 2"),
    ("city", "Semarang"),
    ("country", "Indonesia"),
    ("zone", "Asia/Jakarta"),
    ("first_day", "2027-03-08"),
    ("last_day", "2027-03-12"),
    ("starts", "09:00"),
    ("ends", "16:30"),
    ("languages", "en"),
    ("interpretation", "id"),
    ("min_participants", "12"),
    ("max_participants", "24"),
    ("documents", "A letter of appointment"),
    ("contact", "training@jclec.example"),
    ("nominate_days", ""),
    ("recall_warning_days", ""),
    ("recall_days", ""),
    ("go_no_go_days", ""),
    ("replacement_days", ""),
    ("freeze_days", ""),
    ("revision", "0"),
    ("canary", ""),
];

/// All that a delivery needs, with other answers in some fields.
pub fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = WHOLE.iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    kept.copied().chain(changes.iter().copied()).collect()
}

/// Schedules a delivery; answers its code.
pub async fn scheduled(person: &Person, changes: &[(&str, &str)]) -> String {
    let id = DeliveryId::new().to_string();
    let fields = [&[("id", id.as_str())], &with(changes)[..]].concat();
    let reply = person.post("/deliveries/new", &fields).await;
    reply.is(303);
    let to = reply.location().expect("a page").to_owned();
    to.strip_prefix("/deliveries/").expect("the page of a delivery").to_owned()
}

/// Takes a step from its check page, as it is opened now.
pub async fn step(person: &Person, code: &str, noun: &str, fields: &[(&str, &str)]) -> Reply {
    let page = format!("/deliveries/{code}/{noun}");
    let opened = person.get(&page).await;
    opened.is(200);
    let revision = opened.revision();
    let fields = [&[("revision", revision.as_str())], fields].concat();
    person.post(&page, &fields).await
}

/// A delivery that is announced; answers its code.
pub async fn announced(person: &Person, changes: &[(&str, &str)]) -> String {
    let code = scheduled(person, changes).await;
    step(person, &code, "announcement", &[]).await.leads_to(&format!("/deliveries/{code}"));
    code
}

/// One centre delivers a course of the other too.
pub async fn shared(app: &TestApp) -> (Person, Person) {
    let (owner, partner) = (app.director("JCLEC").await, app.director("ABFC").await);
    let page = "/courses/LIA-201/co-delivery";
    owner.post(page, &[("centre", "ABFC"), ("message", "")]).await.leads_to(page);
    let revision = partner.get(page).await.revision();
    let acceptance = format!("{page}/acceptance");
    partner.post(&acceptance, &[("revision", &revision)]).await.leads_to(page);
    (owner, partner)
}

/// Subjects of the emails to somebody in a role of an organisation, the oldest first.
pub async fn subjects(app: &TestApp, role: &str, organisation: &str) -> Vec<String> {
    let sql = "select o.subject from outbox o join membership m on m.account_id = o.account_id \
        join organisation g on g.id = m.organisation_id \
        where m.role = $1 and g.code = $2 order by o.id";
    let rows = app.query(sql, vec![role.into(), organisation.into()]).await;
    rows.iter().map(|row| row.try_get("", "subject").expect("text")).collect()
}
