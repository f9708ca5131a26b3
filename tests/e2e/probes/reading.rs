//! Everybody asks for everything that can be read: nobody sees what is not theirs.
use std::collections::BTreeMap;

use tests::Reply;

use super::cast::{One, Sent};
use super::doors::{self, Door};
use super::log::Log;
use super::things::{Rule, Thing, rule_of};
use super::words::BEGINNING;
use super::world::World;

/// The fewest probes that look at everything.
const FEWEST: usize = 1_500;

/// What has been looked at, and what was wrong with it.
#[derive(Default)]
pub struct Findings {
    pub probes: usize,
    pub wrong: Vec<String>,
}

impl Findings {
    pub fn note(&mut self, (one, door): (&One, &Door), address: &str, what: &str) {
        self.wrong.push(format!("{door}: {} at {address}: {what}", one.name()));
    }

    /// Fails where anything was wrong.
    pub fn are_none(&self) {
        let (wrong, probes) = (self.wrong.len(), self.probes);
        assert!(self.wrong.is_empty(), "{wrong} of {probes} probes:\n{}", self.wrong.join("\n"));
    }
}

/// An address with what it leads to.
pub fn named(address: &str, thing: Option<&Thing>) -> String {
    thing.map_or_else(|| address.to_owned(), |thing| format!("{address} ({})", thing.name))
}

/// What an answer is expected to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Who asks may not call the route.
    TurnedAway,
    /// The thing is not there for who asks.
    NotThere,
    /// An answer about the thing.
    Answer,
}

pub fn expected(one: &One, door: &Door, thing: Option<&Thing>) -> Expected {
    if !one.may_call(&door.method, &door.path) {
        return Expected::TurnedAway;
    }
    let nothing = Thing::nothing("");
    let rule = rule_of(door.method.as_str(), &door.path);
    let sees = |sees: Rule| sees(one.known_at(&door.path), thing.unwrap_or(&nothing));
    if rule.is_none_or(sees) { Expected::Answer } else { Expected::NotThere }
}

/// What is wrong with an answer; nothing where it is as expected.
pub fn fault(one: &One, door: &Door, expected: Expected, reply: &Reply) -> Option<String> {
    let status = reply.status.as_u16();
    let turned_away = one.is_turned_away(&door.path, reply);
    let good = match expected {
        Expected::TurnedAway => turned_away,
        // Somebody else who signed in there goes home and learns nothing.
        Expected::NotThere if door.path.starts_with("/kept/") => status == 303,
        Expected::NotThere => status == 404,
        Expected::Answer => match (door.path.as_str(), status) {
            // What nobody is let in with, and the brakes on trying that again.
            ("/api/v1/token", 401)
            | (
                "/api/v1/token" | "/sign-in" | "/subscriptions/new" | "/api/v1/subscriptions",
                429,
            ) => true,
            _ => !turned_away && matches!(status, 200..=204 | 303 | 400 | 409 | 412 | 422 | 428),
        },
    };
    (!good).then(|| {
        format!("answers {status} {}, expected {expected:?}", reply.location().unwrap_or_default())
    })
}

/// An answer about what is not there, without the number of the request and what was asked for.
pub fn told(reply: &Reply, id: &str) -> String {
    let number = reply.header("x-request-id").unwrap_or("none").to_owned();
    let mut headers: Vec<_> = reply
        .headers
        .iter()
        .filter(|(name, _)| *name != "x-request-id")
        .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    headers.sort();
    let told = format!("{}\n{}", headers.join("\n"), reply.text);
    told.replace(&number, "NUMBER").replace(id, "ID")
}

/// Further addresses below a door without a parameter: what its query can name.
fn queries(world: &World, path: &str) -> Vec<String> {
    let [both, fiji, _, draft] = world.rounds;
    let looks = |extra: &str| -> Vec<String> {
        let ids = [both, fiji, draft];
        let looked = ["state=FJ", "state=BD", "type=liaison", "look=all"];
        ids.iter()
            .flat_map(|id| looked.map(|look| format!("?round={id}&level=&{look}{extra}")))
            .collect()
    };
    match path {
        _ if path.starts_with("/demand") => looks(""),
        "/catalogue" | "/api/v1/courses" => {
            vec![format!("?q={BEGINNING}"), "?q=qjc-901".to_owned(), "?centre=JCLEC".to_owned()]
        }
        "/api/v1/rounds" => vec!["?state=draft".to_owned(), "?limit=1".to_owned()],
        "/nominations" => [both, fiji, draft].map(|id| format!("?round={id}")).into(),
        "/audit-log" => [i64::MAX, 100, 50, 0].map(|number| format!("?before={number}")).into(),
        "/emails" => ["failed", "sent", "waiting"].map(|state| format!("?state={state}")).into(),
        "/courses" | "/rounds" | "/deliveries" => vec!["?page=2".to_owned()],
        "/calendar" | "/calendar.ics" => {
            vec!["?view=month&month=2027-03".to_owned(), "?type=liaison".to_owned()]
        }
        "/api/v1/deliveries" => vec!["?limit=200".to_owned(), "?course=LIA-201".to_owned()],
        "/sign-in" => vec![format!("?next=/rounds/{draft}")],
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn nobody_reads_what_is_not_theirs_through_any_door() {
    let log = Log::begin();
    let mut world = World::new().await;
    let mut findings = Findings::default();
    for door in doors::all().iter().filter(|door| door.reads()) {
        for thing in door.things(&world) {
            look(&mut world, door, thing.as_ref(), "", &mut findings).await;
        }
        for query in queries(&world, &door.path) {
            look(&mut world, door, None, &query, &mut findings).await;
        }
    }
    emails_tell_only_their_readers(&mut world, &mut findings).await;
    findings.are_none();
    assert_eq!(world.words.in_text(&log.text()), [""; 0], "in the log");
    assert_eq!(world.words.unread(), [""; 0], "planted and never shown to whom it is for");
    assert!(findings.probes >= FEWEST, "only {} probes", findings.probes);
    println!("{} probes, {} planted words, 0 leaks", findings.probes, world.words.count());
}

/// Everybody opens one address.
async fn look(
    world: &mut World,
    door: &Door,
    thing: Option<&Thing>,
    query: &str,
    findings: &mut Findings,
) {
    let address = format!("{}{query}", door.address(thing));
    let all = std::mem::take(&mut world.all);
    for one in &all {
        let reply = one.send(&door.method, &address, &Sent::Nothing).await;
        findings.probes += 1;
        let expected = expected(one, door, thing);
        // A query may name what is not there, which is no fault of the door.
        let missing = !query.is_empty() && reply.status.as_u16() == 404;
        if let Some(fault) = fault(one, door, expected, &reply).filter(|_| !missing) {
            findings.note((one, door), &named(&address, thing), &fault);
        }
        for leaked in world.words.leaked((one, &address), &reply) {
            findings.note((one, door), &named(&address, thing), &format!("reads the {leaked}"));
        }
    }
    world.all = all;
}

/// Every email queued says only what its reader may read.
async fn emails_tell_only_their_readers(world: &mut World, findings: &mut Findings) {
    let sql = "select a.email as now, o.subject || o.body_text || o.body_html as text \
        from outbox o join account a on a.id = o.account_id where o.state <> 'failed'";
    let emails = world.app.query(sql, vec![]).await;
    assert!(emails.len() > 4, "{} emails", emails.len());
    let all = std::mem::take(&mut world.all);
    for email in emails {
        let (now, text): (String, String) =
            (email.try_get("", "now").expect("text"), email.try_get("", "text").expect("text"));
        let reader = all.iter().find(|one| world.addresses.get(one.email) == Some(&now));
        let reader = reader.expect("somebody of the region");
        findings.probes += 1;
        for leaked in world.words.leaked_in(reader, &text) {
            findings.wrong.push(format!("an email to {} tells the {leaked}", reader.name()));
        }
    }
    world.all = all;
}

/// What is not there and what is not yours are told in the same words, with the same headers.
#[tokio::test]
async fn what_is_not_yours_is_told_like_what_is_not_there() {
    let world = World::new().await;
    let mut findings = Findings::default();
    let mut compared = 0;
    for door in doors::all().iter().filter(|door| door.path.contains('{')) {
        let things = door.things(&world);
        for one in world.all.iter().filter(|one| one.may_call(&door.method, &door.path)) {
            let mut words = BTreeMap::new();
            for thing in things.iter().flatten() {
                if expected(one, door, Some(thing)) != Expected::NotThere {
                    continue;
                }
                let address = door.address(Some(thing));
                let sent = super::bodies::sent_to(&world, door);
                let reply = one.send(&door.method, &address, &sent).await;
                compared += 1;
                words.entry(told(&reply, &thing.id)).or_insert(address);
            }
            if words.len() > 1 {
                let addresses: Vec<_> = words.values().cloned().collect();
                let first: Vec<_> = words.keys().collect();
                let what = format!("told in other words: {first:?}");
                findings.note((one, door), &addresses.join(" and "), &what);
            }
        }
    }
    findings.probes = compared;
    findings.are_none();
    assert!(compared > 500, "only {compared} answers were compared");
    println!("{compared} answers about what is not there, 0 that tell it from what is not yours");
}
