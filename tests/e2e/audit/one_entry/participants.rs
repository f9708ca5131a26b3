//! What a State does with people and a centre decides, each step with its one entry.
use rctm::base::ids::PersonId;
use tests::Person;

use super::{CANARY, Tour, path_of};
use crate::participants::offers::{link_to, offered};
use crate::participants::{list_of, nominations, open};

/// Walks through every route that writes people and their nominations.
pub(super) async fn walk(tour: &mut Tour, director: &Person) {
    let fiji = tour.app.focal_point("Fiji").await;
    let code = open(&tour.app).await;
    let mut people = Vec::new();
    for email in ["a@p.example", "b@p.example", "c@p.example"] {
        let id = PersonId::new().to_string();
        let fields = [&[("id", id.as_str())], &person(email)[..]].concat();
        let route = ("/participants/roster/new", "/participants/roster/new");
        tour.post(&fiji, route, &fields).await;
        people.push(id);
    }
    let pattern = "/participants/roster/{id}";
    let change = [
        &[("revision", "1"), ("language", "en"), ("language_level", "basic")],
        &person("d@p.example")[..],
    ]
    .concat();
    tour.post(&fiji, (pattern, &path_of(pattern, &people[2])), &change).await;
    let pattern = "/participants/roster/{id}/removal";
    tour.post(&fiji, (pattern, &path_of(pattern, &people[2])), &[("revision", "2")]).await;
    let pattern = "/deliveries/{code}/participants";
    let add = [("do", "add"), ("person", people[0].as_str()), ("canary", CANARY)];
    tour.post(&fiji, (pattern, &path_of(pattern, &code)), &add).await;
    let id = nominations(&fiji.get(&list_of(&code)).await).remove(0);
    let pattern = "/deliveries/{code}/participants/submission";
    let agreed = [("p", id.as_str()), ("agreed", "1")];
    tour.post(&fiji, (pattern, &path_of(pattern, &code)), &agreed).await;
    let pattern = "/deliveries/{code}/decisions";
    let decide = [("p", id.as_str()), ("do", "accept"), ("confirmed", "1"), ("text", CANARY)];
    tour.post(director, (pattern, &path_of(pattern, &code)), &decide).await;
    let pattern = "/participants/{id}/replacement";
    let instead = [("revision", "3"), ("person", &*people[1]), ("agreed", "1"), ("reason", CANARY)];
    tour.post(&fiji, (pattern, &path_of(pattern, &id)), &instead).await;
    let id = nominations(&fiji.get(&list_of(&code)).await).remove(0);
    let pattern = "/participants/{id}/withdrawal";
    let typed = [("revision", "3"), ("reason", CANARY)];
    tour.post(&fiji, (pattern, &path_of(pattern, &id)), &typed).await;
    answer_offers(tour).await;
}

/// A seat is offered to somebody, and then to somebody else.
async fn answer_offers(tour: &mut Tour) {
    let fiji = tour.app.focal_point("Fiji").await;
    let (_, ids) = offered(&tour.app, "Walker").await;
    let pattern = "/participants/{id}/offer";
    let path = path_of(pattern, &ids[0]);
    let revision = fiji.get(&path).await.revision();
    let declined = [("revision", revision.as_str()), ("do", "decline"), ("reason", CANARY)];
    tour.post(&fiji, (pattern, &path), &declined).await;
    let link = link_to(&tour.app, "third.walker@ministry.example").await;
    let accepted = [("do", "accept"), ("reason", CANARY)];
    tour.post(&tour.app.visitor(), ("/offers/{token}", &link), &accepted).await;
}

fn person(email: &str) -> [(&str, &str); 4] {
    [("full_name", CANARY), ("post", CANARY), ("agency", CANARY), ("email", email)]
}
