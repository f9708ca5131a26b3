//! Forms and bodies of one's own that name what is somebody else's: they are told what they
//! would be told of something that is not there, and nothing changes for the other.
use axum::http::Method;
use rctm::base::ids::ApiClientId;
use serde_json::{Value, json};
use tests::Reply;

use super::cast::Sent;
use super::reading::told;
use super::rows::Digest;
use super::world::{COURSES, NOBODY, World, post, save_sheet};
use crate::catalogue_editing::{WHOLE, save};

/// The unpublished course of the other centre, and the code of none.
const THEIRS: &str = COURSES[0].1;
const NONE: &str = "QJC-999";
/// The own centre, and its course that is not published.
const HOME: &str = COURSES[1].0;
const OWN: &str = COURSES[1].1;

/// Fails where an answer says something that is not for this person, who gave this to ask.
#[track_caller]
fn says_nothing(world: &mut World, (role, home): (&str, &str), (given, reply): (&str, &Reply)) {
    let all = std::mem::take(&mut world.all);
    let one = all.iter().find(|one| one.role == role && one.home == home).expect("somebody");
    let leaked = world.words.leaked((one, given), reply);
    world.all = all;
    assert!(leaked.is_empty(), "{role} of {home} reads the {}", leaked.join(", the "));
}

#[track_caller]
fn are_alike((of_theirs, theirs): (&Reply, &str), (of_none, none): (&Reply, &str)) {
    assert!(of_theirs.status.is_client_error(), "{} for {theirs}", of_theirs.status);
    assert_eq!(told(of_theirs, theirs), told(of_none, none), "{theirs} and {none} are told apart");
}

/// An answer without what differs from one try to the next.
fn without_revision(reply: &Reply, code: &str) -> String {
    let told = told(reply, code);
    let Some((before, rest)) = told.split_once("name=\"revision\" value=\"") else { return told };
    let (_, after) = rest.split_once('"').expect("a value");
    format!("{before}{after}")
}

async fn id_of_course(world: &World, code: &str) -> String {
    let sql = "select id from course where code = $1";
    let rows = world.app.query(sql, vec![code.into()]).await;
    let id: sea_orm::prelude::Uuid =
        rows.first().expect("a course").try_get("", "id").expect("an id");
    id.to_string()
}

#[tokio::test]
async fn a_centre_that_names_an_unpublished_course_of_another_learns_nothing() {
    let mut world = World::new().await;
    let who = ("training_director", HOME);
    let mut answers = Vec::new();
    for code in [THEIRS, NONE] {
        let director = world.person(who.0, who.1);
        let fields = [&WHOLE[..], &[("prerequisites", code)]].concat();
        save(director, OWN, &fields).await.is(303);
        let check = director.get(&format!("/courses/{OWN}/edit?check=1")).await;
        says_nothing(&mut world, who, (code, &check));
        let director = world.person(who.0, who.1);
        let published = director.get(&format!("/courses/{OWN}/publication")).await;
        let revision = director.get("/courses/IND-101/edit").await.revision();
        let fields = [("revision", revision.as_str()), ("reason", "x"), ("successor", code)];
        let retired = director.post("/courses/IND-101/retirement", &fields).await;
        retired.is(422);
        answers.push((code, [published, retired]));
    }
    let [(theirs, of_theirs), (none, of_none)] = answers.as_slice() else { panic!("two") };
    for (one, other) in of_theirs.iter().zip(of_none) {
        says_nothing(&mut world, who, (theirs, one));
        assert_eq!(without_revision(one, theirs), without_revision(other, none));
    }
}

#[tokio::test]
async fn a_new_course_cannot_take_the_place_of_another_centres() {
    let mut world = World::new().await;
    let id = id_of_course(&world, THEIRS).await;
    let before = Digest::of(&world.app).await;
    for code in ["QAB-777", THEIRS] {
        let director = world.person("training_director", HOME);
        let fields = [("id", id.as_str()), ("code", code), ("title", "Mine"), ("course_type", "")];
        let reply = director.post("/courses/new", &fields).await;
        assert!(reply.status.is_client_error(), "{} for {code}", reply.status);
        says_nothing(&mut world, ("training_director", HOME), (code, &reply));
    }
    let program = world.one("centre", HOME).program.as_ref().expect("a program");
    let reply = program.post("/courses", json!({"code": THEIRS, "title": "Mine"})).await;
    assert!(reply.status.is_client_error(), "{}", reply.status);
    let changed = Digest::of(&world.app).await;
    assert_eq!(changed.differs_from(&before), [""; 0]);
}

#[tokio::test]
async fn a_program_cannot_be_made_in_the_place_of_another_organisations() {
    let world = World::new().await;
    let things = world.things("/api-clients").expect("programs");
    let theirs = things.iter().find(|thing| thing.owner == "BD").expect("a program").id.clone();
    let before = Digest::of(&world.app).await;
    let lead = world.person("focal_point", "FJ");
    let form = [("id", theirs.as_str()), ("name", "Mine"), ("scopes", "catalogue:read")];
    let reply = lead.post("/api-clients", &form).await;
    assert!(reply.status.is_client_error(), "{}: {}", reply.status, reply.text);
    assert_eq!(Digest::of(&world.app).await.differs_from(&before), [""; 0]);
    let form = [("id", ApiClientId::new().to_string()), ("name", "Mine".to_owned())];
    let form = form.map(|(name, value)| (name.to_owned(), value));
    let scopes = ("scopes".to_owned(), "rounds:write".to_owned());
    post(lead, "/api-clients", &[&form[..], &[scopes]].concat()).await.is(422);
}

#[tokio::test]
async fn a_round_cannot_be_prepared_in_the_place_of_another() {
    let world = World::new().await;
    let officer = world.person("rso_officer", "RSO");
    let before = Digest::of(&world.app).await;
    for id in world.rounds {
        let mut form = world.round_form.clone();
        form[0].1 = id.to_string();
        let reply = post(officer, "/rounds", &form).await;
        assert!(!reply.status.is_server_error(), "{}", reply.status);
    }
    assert_eq!(Digest::of(&world.app).await.differs_from(&before), [""; 0]);
}

#[tokio::test]
async fn a_state_that_prefers_an_unpublished_course_learns_nothing() {
    let mut world = World::new().await;
    let who = ("focal_point", "FJ");
    let round = world.rounds[1];
    let mut answers = Vec::new();
    for id in [id_of_course(&world, THEIRS).await, NOBODY.to_owned()] {
        let fields = [("liaison.freq", "once"), ("liaison.people", "3"), ("liaison.course", &id)];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        save_sheet(world.person(who.0, who.1), round, &fields).await.is(303);
        let check = [&fields[..], &[("do".to_owned(), "check".to_owned())]].concat();
        let reply = save_sheet(world.person(who.0, who.1), round, &check).await;
        reply.is(422);
        says_nothing(&mut world, who, (&id, &reply));
        answers.push((reply, id));
    }
    let program = world.one("member", "FJ").program.as_ref().expect("a program");
    let path = format!("/rounds/{round}/sheet");
    let mut problems = Vec::new();
    for code in [THEIRS, NONE] {
        let line = json!({"course_type": "liaison", "frequency": "once", "preferred_course": code});
        let tag = program.get(&path).await.header("etag").expect("a tag").to_owned();
        let body = Some(json!({"lines": [line]}));
        let reply = program.ask(Method::PUT, &path, &[("if-match", &tag)], body).await;
        reply.is(422);
        problems.push((reply, code));
    }
    are_alike((&problems[0].0, problems[0].1), (&problems[1].0, problems[1].1));
}

/// A cursor is a key to the own list only, whoever was given it.
#[tokio::test]
async fn a_cursor_of_somebody_else_opens_nothing() {
    let mut world = World::new().await;
    let path = format!("/rounds/{}/nominations", world.rounds[0]);
    let office = world.one("office", "RSO").program.as_ref().expect("a program");
    let page = office.get(&format!("{path}?limit=1")).await.json();
    let cursor = page["next"].as_str().expect("a next page").to_owned();
    for home in ["FJ", "BD"] {
        let program = world.one("member", home).program.as_ref().expect("a program");
        let reply = program.get(&format!("{path}?limit=200&after={cursor}")).await;
        reply.is(200);
        let items = reply.json()["items"].clone();
        let own = |item: &Value| item["member"] == home;
        assert!(items.as_array().expect("items").iter().all(own), "{items}");
        says_nothing(&mut world, ("member", home), (&cursor, &reply));
    }
}

/// The address of a page asks for the rows of others; the rows are one's own.
#[tokio::test]
async fn an_address_that_names_others_leads_to_the_own() {
    let mut world = World::new().await;
    let round = world.rounds[0];
    for (role, home) in [("focal_point", "FJ"), ("training_director", "ABFC")] {
        for query in ["state=BD&type=liaison", "look=all", "state=BD&look=all&order=most"] {
            for page in [
                "demand",
                "demand.csv",
                "demand.svg",
                "demand.xlsx",
                "demand/nominations.csv",
                "demand/nominations.xlsx",
            ] {
                let address = format!("/{page}?round={round}&level=&{query}");
                let one = world.one(role, home);
                let reply = one.send(&Method::GET, &address, &Sent::Nothing).await;
                assert!(matches!(reply.status.as_u16(), 200 | 404), "{address}: {}", reply.status);
                says_nothing(&mut world, (role, home), (&address, &reply));
            }
        }
    }
}
