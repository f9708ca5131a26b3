//! Everybody tries to change everything: nothing changes that is not theirs.
use super::bodies::sent_to;
use super::cast::One;
use super::doors::{self, Door};
use super::log::Log;
use super::reading::{Expected, Findings, expected, fault, named};
use super::rows::{Digest, written};
use super::things::Thing;
use super::world::World;

/// These end a session or a program, and are tried last.
const LAST: [&str; 3] = ["/account/password", "/api-clients/{id}/revocation", "/sign-out"];
/// What is published everybody is told from then on, so it is tried when all else was.
const PUBLISHES: &str = "/courses/{code}/publication";

/// One try to change something.
struct Try {
    door: Door,
    thing: Option<Thing>,
}

/// When a door is tried, after all that are tried earlier.
fn turn(door: &Door) -> usize {
    match door.path.as_str() {
        path if LAST.contains(&path) => 2,
        path if path.ends_with(PUBLISHES) => 1,
        _ => 0,
    }
}

/// Every try, those that end a session last.
fn tries(world: &World) -> Vec<Try> {
    let mut doors = doors::all();
    doors.retain(|door| !door.reads());
    doors.sort_by_key(turn);
    let tries = doors.into_iter().flat_map(|door| {
        let things = door.things(world).into_iter();
        things.map(move |thing| Try { door: door.clone(), thing }).collect::<Vec<_>>()
    });
    tries.collect()
}

async fn attempt(world: &mut World, one: &One, tried: &Try, findings: &mut Findings) {
    let (door, thing) = (&tried.door, tried.thing.as_ref());
    let address = door.address(thing);
    let shown = named(&address, thing);
    let sent = sent_to(world, door);
    let reply = one.send(&door.method, &address, &sent).await;
    findings.probes += 1;
    if let Some(fault) = fault(one, door, expected(one, door, thing), &reply) {
        findings.note((one, door), &shown, &fault);
    }
    for leaked in world.words.leaked((one, &address), &reply) {
        findings.note((one, door), &shown, &format!("is told the {leaked}"));
    }
}

#[tokio::test]
async fn nobody_changes_what_is_not_theirs_through_any_door() {
    let log = Log::begin();
    let mut world = World::new().await;
    let tries = tries(&world);
    let mut findings = Findings::default();
    let all = std::mem::take(&mut world.all);
    let beginning = Digest::of(&world.app).await;
    for one in &all {
        let before = Digest::of(&world.app).await;
        for tried in &tries {
            if expected(one, &tried.door, tried.thing.as_ref()) == Expected::Answer {
                continue;
            }
            let noted = written(&world.app).await;
            attempt(&mut world, one, tried, &mut findings).await;
            if written(&world.app).await != noted {
                let shown = named(&tried.door.address(tried.thing.as_ref()), tried.thing.as_ref());
                findings.note((one, &tried.door), &shown, "is written down as if it was done");
            }
        }
        let after = Digest::of(&world.app).await;
        for table in after.differs_from(&before) {
            findings.wrong.push(format!("{} changed rows of {table}", one.name()));
        }
    }
    let refused = findings.probes;
    // Programs first: people revoke them.
    for now in 0..=2 {
        for one in all.iter().rev() {
            for tried in tries.iter().filter(|tried| turn(&tried.door) == now) {
                if expected(one, &tried.door, tried.thing.as_ref()) == Expected::Answer {
                    attempt(&mut world, one, tried, &mut findings).await;
                }
            }
        }
    }
    findings.are_none();
    let after = Digest::of(&world.app).await;
    assert!(!after.differs_from(&beginning).is_empty(), "what is allowed changed nothing");
    assert_eq!(world.words.in_text(&log.text()), [""; 0], "in the log");
    assert!(refused > 1_000, "only {refused} tries were refused");
    println!("{refused} tries refused, {} allowed, 0 changes", findings.probes - refused);
}
