//! States put people forward, centres decide on them, and everybody reads what is theirs.
mod agencies;
mod cancelling;
pub mod clock;
mod deciding;
mod giving_up;
mod letters;
mod listing;
mod offer_letters;
pub mod offers;
pub mod programs;
mod roster;
mod sending;
mod together;

use rctm::base::ids::PersonId;
use tests::{Person, Reply, TestApp};

use crate::deliveries::seats::shared;

/// All that a person needs.
pub fn typed<'a>(name: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("full_name", name),
        ("post", "Inspector"),
        ("agency", "Department of Immigration"),
        ("email", email),
        ("language", "en"),
        ("language_level", "advanced"),
    ]
}

/// Puts somebody on the roster; answers the id.
pub async fn known(person: &Person, name: &str, email: &str) -> String {
    let id = PersonId::new().to_string();
    let fields = [&[("id", id.as_str())], &typed(name, email)[..]].concat();
    person.post("/participants/roster/new", &fields).await.leads_to("/participants/roster");
    id
}

/// A delivery whose seats are shared so; answers its code. Fiji has 2, Bangladesh 1, the reserve 1.
pub async fn open(app: &TestApp) -> String {
    let director = app.director("JCLEC").await;
    let group = [("min_participants", "2"), ("max_participants", "4")];
    shared(&director, &group, &[("FJ", "2"), ("BD", "1")]).await
}

/// The page of the own list.
pub fn list_of(code: &str) -> String {
    format!("/deliveries/{code}/participants")
}

/// Puts people of the roster on the list.
pub async fn listed(person: &Person, code: &str, people: &[&str]) {
    let mut fields = vec![("do", "add")];
    fields.extend(people.iter().map(|id| ("person", *id)));
    let list = list_of(code);
    person.post(&list, &fields).await.leads_to(&format!("{list}#add"));
}

/// The ids of the nominations on a page, in the order of the page.
pub fn nominations(page: &Reply) -> Vec<String> {
    ids_in(&page.text)
}

fn ids_in(text: &str) -> Vec<String> {
    let links = text.split("href=\"/participants/").skip(1);
    let ids = links.filter_map(|rest| rest.split('"').next()).filter(|id| id.len() == 36);
    let mut ids: Vec<_> = ids.map(str::to_owned).collect();
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    ids
}

/// Sends everybody on who can be, as the check page would.
pub async fn sent(person: &Person, code: &str) -> Reply {
    let check = format!("{}/submission", list_of(code));
    let page = person.get(&check).await;
    page.is(200);
    let ids = chosen(&page);
    let mut fields = vec![("agreed", "1")];
    fields.extend(ids.iter().map(|id| ("p", id.as_str())));
    person.post(&check, &fields).await
}

/// The nominations that a check page carries.
pub fn chosen(page: &Reply) -> Vec<String> {
    let fields = page.text.split("name=\"p\" value=\"").skip(1);
    fields.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// People of a State, put on its list and sent to the centre; answers their nominations in order.
pub async fn put_forward(person: &Person, code: &str, names: &[&str]) -> Vec<String> {
    let mut people = Vec::new();
    for name in names {
        let email = format!("{}@ministry.example", name.to_lowercase().replace(' ', "."));
        people.push(known(person, name, &email).await);
    }
    for one in &people {
        listed(person, code, &[one]).await;
    }
    let page = person.get(&list_of(code)).await;
    // Below the list stand those of whom nothing comes any more.
    let all = ids_in(page.text.split("<h2 id=\"x\">").next().unwrap_or_default());
    sent(person, code).await.leads_to(&list_of(code));
    all[all.len() - names.len()..].to_vec()
}

/// Decides on people, as the check page would.
pub async fn decided(
    director: &Person,
    code: &str,
    people: &[&str],
    fields: &[(&str, &str)],
) -> Reply {
    let page = format!("/deliveries/{code}/decisions");
    let mut all = vec![("confirmed", "1")];
    all.extend(people.iter().map(|id| ("p", *id)));
    all.extend(fields);
    director.post(&page, &all).await
}

/// The state of a nomination, with why.
pub async fn state_of(app: &TestApp, id: &str) -> (String, String) {
    let sql = "select state, coalesce(why, '') as why from participant_nomination where id = $1";
    let id: sea_orm::prelude::Uuid = id.parse().expect("an id");
    let rows = app.query(sql, vec![id.into()]).await;
    let read = |name: &str| rows[0].try_get::<String>("", name).expect("text");
    (read("state"), read("why"))
}

/// Gives somebody up, or answers for them, as the page before it would.
pub async fn given_up(person: &Person, id: &str, noun: &str, fields: &[(&str, &str)]) -> Reply {
    let page = format!("/participants/{id}/{noun}");
    let opened = person.get(&page).await;
    opened.is(200);
    let revision = opened.revision();
    let fields = [&[("revision", revision.as_str())], fields].concat();
    person.post(&page, &fields).await
}

/// Held, taken of a State at a delivery.
pub async fn seats_of(app: &TestApp, code: &str, member: &str) -> (i32, i32) {
    let sql = "select q.held, q.taken from delivery_quota q join delivery d on d.id = q.delivery_id \
        join organisation o on o.id = q.member_id where d.code = $1 and o.code = $2";
    let rows = app.query(sql, vec![code.into(), member.into()]).await;
    rows.first().map_or((0, 0), |row| {
        (row.try_get("", "held").expect("a number"), row.try_get("", "taken").expect("a number"))
    })
}
