//! Every field that something reads says every hostile thing, at every door.
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};

use super::bodies::{BITS, NAMES};
use super::{ends_a_session, is_answered, logs_no_fault};
use crate::probes::doors::{self, Door};
use crate::probes::log::Log;
use crate::probes::world::World;

/// The fewest requests that try everything.
const FEWEST: usize = 2_500;

/// All fields at once with one hostile value; forms are looked at further when they name the
/// revision that is there.
fn fields(bit: &str, revision: &str) -> String {
    let field = |name: &&str| match *name {
        "revision" => format!("revision={revision}"),
        name => format!("{name}={bit}"),
    };
    NAMES.iter().filter(|name| !name.is_empty()).map(field).collect::<Vec<_>>().join("&")
}

/// The request to an address through a door, where HTTP can carry it.
fn request(door: &Door, address: &str, fields: String) -> Option<Request<Body>> {
    let request = Request::builder().method(&door.method);
    if door.reads() {
        return request.uri(format!("{address}?{fields}")).body(Body::empty()).ok();
    }
    let request = request
        .uri(address)
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(Body::from(fields)).ok()
}

#[tokio::test]
async fn every_field_says_every_hostile_thing_at_every_door_and_breaks_nothing() {
    let log = Log::begin();
    let world = World::new().await;
    let (mut sent, mut slowest) = (0, Duration::ZERO);
    for door in doors::all() {
        if ends_a_session(&door.method, &door.path) {
            continue;
        }
        let callers: Vec<_> =
            world.all.iter().filter(|one| one.may_call(&door.method, &door.path)).collect();
        let things = door.things(&world);
        for (number, bit) in BITS.into_iter().enumerate() {
            let (one, thing) = (callers[number % callers.len()], &things[number % things.len()]);
            let address = door.address(thing.as_ref());
            let fields = fields(bit, if number % 2 == 0 { "1" } else { "2" });
            let Some(request) = request(&door, &address, fields) else { continue };
            world.app.pass(chrono::Duration::seconds(15));
            let described = format!("{door} by {} at {address}: {bit}", one.name());
            let (_, took) = is_answered(one, request, &described).await;
            slowest = slowest.max(took);
            sent += 1;
        }
    }
    logs_no_fault(&log);
    assert!(sent >= FEWEST, "only {sent} requests");
    println!("{sent} requests with every field, 0 faults, the slowest {slowest:?}");
}
