//! What a centre does with its deliveries, each step with its one entry.
use rctm::base::ids::DeliveryId;
use tests::Person;

use super::{CANARY, Tour, path_of};
use crate::participants::clock::selecting;

/// A route, the revision of the delivery there, and what is sent.
type Step<'a> = (&'static str, &'a str, &'a [(&'a str, &'a str)]);

/// Walks through every route that writes deliveries, and makes a private calendar.
pub(super) async fn walk(tour: &mut Tour, director: &Person) {
    let id = DeliveryId::new().to_string();
    let typed =
        [("id", id.as_str()), ("venue", CANARY), ("documents", CANARY), ("contact", CANARY)];
    let new = crate::deliveries::with(&typed);
    let reply = tour.post(director, ("/deliveries/new", "/deliveries/new"), &new).await;
    let code = reply.location().and_then(|to| to.strip_prefix("/deliveries/")).expect("a code");
    let code = code.to_owned();
    let moved = [("first_day", "2027-04-05"), ("last_day", "2027-04-06"), ("reason", CANARY)];
    let again = crate::deliveries::with(&[("revision", "1"), ("city", CANARY)]);
    let steps: [Step<'_>; 4] = [
        ("/deliveries/{code}/edit", "1", &again),
        ("/deliveries/{code}/announcement", "2", &[]),
        ("/deliveries/{code}/postponement", "3", &moved),
        ("/deliveries/{code}/cancellation", "4", &[("reason", CANARY)]),
    ];
    for (pattern, revision, fields) in steps {
        let kept = fields.iter().filter(|(name, _)| *name != "revision").copied();
        let fields: Vec<_> = [("revision", revision)].into_iter().chain(kept).collect();
        tour.post(director, (pattern, &path_of(pattern, &code)), &fields).await;
    }
    let pattern = "/deliveries/{code}/copy";
    let id = DeliveryId::new().to_string();
    tour.post(director, (pattern, &path_of(pattern, &code)), &[("id", &id)]).await;
    tour.post(director, ("/calendar/feed", "/calendar/feed"), &[("canary", CANARY)]).await;
    let code = selecting(&tour.app, director).await;
    let pattern = "/deliveries/{code}/confirmation";
    tour.post(director, (pattern, &path_of(pattern, &code)), &[("revision", "4")]).await;
    share(tour, director).await;
}

/// The seats of a delivery of its own.
async fn share(tour: &mut Tour, director: &Person) {
    let code = crate::deliveries::announced(director, &[]).await;
    let three = crate::deliveries::seats::form("0", "custom", &[("FJ", "3")]);
    let four = crate::deliveries::seats::form("2", "custom", &[("FJ", "4")]);
    let steps: [(&'static str, &[(&str, &str)]); 3] = [
        ("/deliveries/{code}/seats/edit", &three),
        ("/deliveries/{code}/seats/publication", &[("revision", "1")]),
        ("/deliveries/{code}/seats/changes", &four),
    ];
    for (pattern, fields) in steps {
        tour.post(director, (pattern, &path_of(pattern, &code)), fields).await;
    }
    let fiji = tour.app.focal_point("Fiji").await;
    let pattern = "/deliveries/{code}/seats/return";
    let fields = [("free", "4"), ("seats", "1"), ("reason", CANARY)];
    tour.post(&fiji, (pattern, &path_of(pattern, &code)), &fields).await;
}
