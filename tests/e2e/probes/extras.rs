//! Fields that a form does not have: every column of every table is sent along with every write,
//! and none is taken.
mod courses;
mod deliveries;
mod imports;
mod materials;
mod modules;
mod participants;
mod texts;

use axum::http::Method;
use rctm::base::ids::{ApiClientId, RoundId};
use serde_json::{Value, json};
use tests::{Person, Reply, TestApp};

use self::courses::{subscribe, write_a_course, write_around_a_course, write_around_as_programs};
use super::cast::API;
use super::doors;
use super::rows::{Column, columns, dump};
use super::world::{kept_for, membership_of, round_form};

const TEXT: &str = "qzextraword";
const NUMBER: i32 = 918_273_645;
const ID: &str = "deadbeef-dead-4ead-8ead-deadbeefdead";
const MOMENT: &str = "1999-09-09T09:09:09Z";
/// What of these would stand in the database, were one of them taken.
const TRACES: [&str; 4] = [TEXT, "918273645", "deadbeefdead4ead8eaddeadbeefdead", "1999-09-09"];

type Fields = Vec<(String, String)>;

/// A value of the column's kind that nobody sends.
fn extra(column: &Column) -> String {
    let kind = column.kind.to_lowercase();
    let value = if kind.contains("bool") {
        "true"
    } else if kind.contains("uuid") || kind.contains("blob") {
        ID
    } else if kind.contains("time") {
        MOMENT
    } else if kind.contains("date") {
        "1999-09-09"
    } else if kind.contains("int") {
        return NUMBER.to_string();
    } else {
        TEXT
    };
    value.to_owned()
}

/// Who writes, whether with fields that no form has, and what was written to.
struct Script {
    app: TestApp,
    columns: Vec<Column>,
    extras: bool,
    done: Vec<String>,
}

impl Script {
    async fn new(extras: bool) -> Self {
        let app = TestApp::new().await;
        let columns = columns(&app).await;
        Self { app, columns, extras, done: Vec::new() }
    }

    fn with_extras(&self, fields: &[(&str, &str)]) -> Fields {
        let mut all: Fields =
            fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        if self.extras {
            for column in &self.columns {
                if all.iter().all(|(name, _)| *name != column.name) {
                    all.push((column.name.clone(), extra(column)));
                }
            }
        }
        all
    }

    /// Sends a form, which must be taken.
    async fn form(&mut self, by: &Person, (door, path): (&str, &str), fields: &[(&str, &str)]) {
        let fields = self.with_extras(fields);
        let reply = super::world::post(by, path, &fields).await;
        self.done.push(format!("POST {door}"));
        let taken = matches!(reply.status.as_u16(), 200 | 303);
        assert!(taken, "POST {path} answers {}: {}", reply.status, reply.text);
    }

    /// Sends a body of JSON, which must be refused with any extra field and taken without.
    async fn json(
        &mut self,
        by: &tests::Client,
        (method, door, path): (Method, &str, &str),
        body: Value,
    ) -> Reply {
        let send = async |body: Value| {
            let tag = match method {
                Method::POST if door == "/modules/{id}/versions" => {
                    let module = path.trim_end_matches("/versions");
                    by.get(module).await.header("etag").map(str::to_owned)
                }
                // What stands before the last two parts of the address is the course.
                Method::POST if door.ends_with("/restoration") => {
                    let course = path.rsplitn(4, '/').last().expect("a course");
                    by.get(course).await.header("etag").map(str::to_owned)
                }
                Method::POST => None,
                _ => by.get(path).await.header("etag").map(str::to_owned),
            };
            let headers: Vec<_> = tag.iter().map(|tag| ("if-match", tag.as_str())).collect();
            by.ask(method.clone(), path, &headers, Some(body)).await
        };
        if self.extras {
            let known = body.as_object().expect("an object").clone();
            for column in self.columns.iter().filter(|column| !known.contains_key(&column.name)) {
                let mut more = body.clone();
                more[&column.name] = json!(extra(column));
                let reply = send(more).await;
                let refused = matches!(reply.status.as_u16(), 400 | 422);
                let ignored = reply.status.is_success() && WITHOUT_A_BODY.contains(&door);
                let name = &column.name;
                assert!(refused || ignored, "{method} {path} takes {name}: {}", reply.status);
            }
        }
        self.done.push(format!("{method} {API}{door}"));
        let reply = send(body).await;
        assert!(
            reply.status.is_success(),
            "{method} {path} answers {}: {}",
            reply.status,
            reply.text
        );
        reply
    }
}

/// Steps that read no body at all: whatever is in one is taken for nothing.
const WITHOUT_A_BODY: [&str; 21] = [
    "/course-imports/{id}/confirmation",
    "/course-imports/{id}/undo",
    "/courses/{code}/co-delivery/acceptance",
    "/courses/{code}/proposal/withdrawal",
    "/courses/{code}/texts/{language}/removal",
    "/courses/{code}/texts/{language}/review",
    "/courses/{code}/texts/{language}/review/withdrawal",
    "/courses/{code}/verification",
    "/courses/{code}/verification/withdrawal",
    "/courses/{code}/versions/{number}/restoration",
    "/deliveries/{code}/announcement",
    "/deliveries/{code}/confirmation",
    "/deliveries/{code}/copies",
    "/deliveries/{code}/seats/publication",
    "/materials/{id}/removal",
    "/materials/{id}/restoration",
    "/modules/{id}/retirement",
    "/modules/{id}/retirement/withdrawal",
    "/participant-nominations/{id}/acceptance",
    "/rounds/{id}/closing",
    "/rounds/{id}/opening",
];

#[tokio::test]
async fn no_write_takes_a_field_that_its_form_does_not_have() {
    let mut plain = Script::new(false).await;
    write_everything(&mut plain).await;
    let mut more = Script::new(true).await;
    write_everything(&mut more).await;
    assert_eq!(plain.done, more.done);
    let mut missing: Vec<_> =
        doors::all().iter().filter(|door| !door.reads()).map(ToString::to_string).collect();
    missing.retain(|door| !more.done.contains(door) && !door.ends_with("/csp-report"));
    assert!(missing.is_empty(), "not written to:\n{}", missing.join("\n"));

    let mut found = Vec::new();
    for (table, rows) in dump(&more.app).await {
        let rows = rows.to_lowercase();
        let bare = rows.replace('-', "");
        let traces = TRACES.iter().filter(|trace| rows.contains(*trace) || bare.contains(*trace));
        found.extend(traces.map(|trace| format!("{trace} in {table}")));
    }
    assert!(found.is_empty(), "taken: {found:?}");
    for column in more.columns.iter().filter(|column| column.kind.to_lowercase().contains("bool")) {
        let (table, name) = (&column.table, &column.name);
        let sql = format!("select count(*) as n from \"{table}\" where \"{name}\"");
        let (without, with) =
            (plain.app.count(&sql, vec![]).await, more.app.count(&sql, vec![]).await);
        assert_eq!(without, with, "{table}.{name} is taken");
    }
    println!("{} writes with {} columns each, 0 taken", more.done.len(), more.columns.len());
}

async fn write_everything(script: &mut Script) {
    sign_in_and_choose(script).await;
    write_a_course(script).await;
    materials::keep(script).await;
    write_around_a_course(script).await;
    modules::write(script).await;
    imports::import_tables(script).await;
    deliveries::write(script).await;
    participants::write(script).await;
    texts::write(script).await;
    let round = hold_a_round(script).await;
    answer_a_round(script, round).await;
    look_after_programs_and_mail(script).await;
    subscribe(script).await;
    write_as_programs(script).await;
    let person = script.app.deputy("Bangladesh").await;
    script.form(&person, ("/sign-out", "/sign-out"), &[]).await;
    let person = script.app.deputy("Bangladesh").await;
    let fields = [("current", tests::PASSWORD), ("password", "nine red boats sail over sand")];
    script.form(&person, ("/account/password", "/account/password"), &fields).await;
}

async fn sign_in_and_choose(script: &mut Script) {
    let visitor = script.app.visitor();
    let fields =
        [("email", "focal.point@fiji.example"), ("password", tests::PASSWORD), ("next", "/")];
    script.form(&visitor, ("/sign-in", "/sign-in"), &fields).await;
    script.form(&visitor, ("/language", "/language"), &[("language", "en"), ("next", "/")]).await;
    let fields = [("language", "en"), ("zone", "")];
    script.form(&visitor, ("/account/reading", "/account/reading"), &fields).await;
    let two_roles = script.app.person("seconded.editor@jclec.example").await;
    let membership = membership_of(&script.app, "seconded.editor@jclec.example").await;
    script.form(&two_roles, ("/capacity", "/capacity"), &[("membership", &membership)]).await;
    let fiji = script.app.focal_point("Fiji").await;
    let reference = kept_for(&fiji, "/notices", &[("course_nominated", "off")]).await;
    let path = format!("/kept/{reference}");
    script.form(&fiji, ("/kept/{reference}", &path), &[]).await;
    let director = script.app.director("JCLEC").await;
    script.form(&director, ("/notices", "/notices"), &[("course_nominated", "at_once")]).await;
}

async fn hold_a_round(script: &mut Script) -> RoundId {
    let officer = script.app.rso().await;
    let id = RoundId::new();
    let form = round_form(&script.app, id, "Round of extras", &["FJ", "BD"]).await;
    let pairs = super::world::as_pairs(&form);
    script.form(&officer, ("/rounds", "/rounds"), &pairs).await;
    let changed: Vec<_> = pairs
        .iter()
        .map(|(name, value)| if *name == "revision" { (*name, "1") } else { (*name, *value) })
        .collect();
    script.form(&officer, ("/rounds/{id}/edit", &format!("/rounds/{id}/edit")), &changed).await;
    script.form(&officer, ("/rounds/{id}/opening", &format!("/rounds/{id}/opening")), &[]).await;
    id
}

async fn answer_a_round(script: &mut Script, round: RoundId) {
    let fiji = script.app.focal_point("Fiji").await;
    let path = format!("/rounds/{round}/sheet");
    let asked = [("liaison.freq", "annual"), ("liaison.people", "3"), ("do", "save")];
    let fields = [&[("revision", "0")], &asked[..]].concat();
    script.form(&fiji, ("/rounds/{id}/sheet", &path), &fields).await;
    let round_id = round.to_string();
    let need = [
        ("course", "LIA-201"),
        ("round", round_id.as_str()),
        ("language", "th"),
        ("reason", "A reason"),
    ];
    let page = "/nominations/translation";
    script.form(&fiji, (page, page), &need).await;
    let sending = format!("{path}/submission");
    let revision = fiji.get(&sending).await.revision();
    let fields = [("revision", revision.as_str())];
    script.form(&fiji, ("/rounds/{id}/sheet/submission", &sending), &fields).await;
    let sql = "select id from course_nomination where round_id = $1";
    let rows = script.app.query(sql, vec![round.0.into()]).await;
    let id: sea_orm::prelude::Uuid = rows[0].try_get("", "id").expect("an id");
    let withdrawal = format!("/nominations/{id}/withdrawal");
    let fields = [("reason", "A reason")];
    script.form(&fiji, ("/nominations/{id}/withdrawal", &withdrawal), &fields).await;
    let other = script.app.focal_point("Bangladesh").await;
    let none = format!("{path}/no-needs");
    let fields = [("revision", "0")];
    script.form(&other, ("/rounds/{id}/sheet/no-needs", &none), &fields).await;
    let officer = script.app.rso().await;
    let closing = format!("/rounds/{round}/closing");
    script.form(&officer, ("/rounds/{id}/closing", &closing), &[]).await;
}

async fn look_after_programs_and_mail(script: &mut Script) {
    let lead = script.app.focal_point("Fiji").await;
    let id = ApiClientId::new().to_string();
    let fields = [("id", id.as_str()), ("name", "A program"), ("scopes", "catalogue:read")];
    script.form(&lead, ("/api-clients", "/api-clients"), &fields).await;
    let path = format!("/api-clients/{id}/revocation");
    script.form(&lead, ("/api-clients/{id}/revocation", &path), &[]).await;
    let sql = "select id, unsubscribe from outbox where unsubscribe is not null order by id";
    let row = script.app.query(sql, vec![]).await.into_iter().next().expect("an email");
    let id: sea_orm::prelude::Uuid = row.try_get("", "id").expect("an id");
    let link: String = row.try_get("", "unsubscribe").expect("a link");
    script.app.execute("update outbox set state = 'failed' where id = $1", vec![id.into()]).await;
    let officer = script.app.rso().await;
    let path = format!("/emails/{id}/sending");
    script.form(&officer, ("/emails/{id}/sending", &path), &[]).await;
    let token = link.rsplit('/').next().expect("a token");
    let path = format!("/unsubscribe/{token}");
    script.form(&script.app.visitor(), ("/unsubscribe/{token}", &path), &[]).await;
}

async fn write_as_programs(script: &mut Script) {
    let made = script.app.credentials_of("Fiji", None).await;
    let body = json!({"client_id": made.client_id, "client_secret": made.client_secret});
    let program = script.app.program();
    script.json(&program, (Method::POST, "/token", "/token"), body).await;
    let centre = script.app.client_of("JCLEC").await;
    let mut course = crate::api::whole_course("QEX-102");
    for (name, empty) in [("work_plan_activity", json!("")), ("train_the_trainer", json!(false))] {
        course[name] = empty;
    }
    script.json(&centre, (Method::POST, "/courses", "/courses"), course.clone()).await;
    course.as_object_mut().expect("an object").remove("code");
    let path = "/courses/QEX-102";
    script.json(&centre, (Method::PATCH, "/courses/{code}", path), course).await;
    let note = json!({"note": "A note"});
    for (noun, body) in [
        ("proposal", note.clone()),
        ("proposal/withdrawal", json!({})),
        ("proposal", note.clone()),
        ("proposal/return", json!({"wanted": "More"})),
        ("publication", note),
        ("versions/1/restoration", json!({})),
        ("copies", json!({"code": "QEX-202"})),
    ] {
        let door = format!("/courses/{{code}}/{}", noun.replace("/1/", "/{number}/"));
        let path = format!("/courses/QEX-102/{noun}");
        script.json(&centre, (Method::POST, &door, &path), body).await;
    }
    materials::keep_as_program(script, &centre).await;
    write_around_as_programs(script).await;
    modules::write_as_program(script).await;
    deliveries::write_as_program(script).await;
    participants::write_as_program(script).await;
    let office = script.app.client_of("RSO").await;
    let round = json!({
        "title": "Round of a program", "horizon_start": "2028-01-01", "horizon_end": "2028-12-31",
        "opens_at": "2026-11-25T02:00:00Z", "closes_at": "2027-12-10T16:59:00Z",
        "grace_days": 0, "minimum_cell": 3,
    });
    let reply = script.json(&office, (Method::POST, "/rounds", "/rounds"), round).await;
    let round = reply.json()["id"].as_str().expect("an id").to_owned();
    let path = format!("/rounds/{round}");
    let opening = format!("{path}/opening");
    script.json(&office, (Method::POST, "/rounds/{id}/opening", &opening), json!({})).await;
    let member = script.app.client_of("Fiji").await;
    let sheet = format!("{path}/sheet");
    let line = json!({"course_type": "liaison", "frequency": "annual", "participants": 3});
    let body = json!({"lines": [line]});
    script.json(&member, (Method::PUT, "/rounds/{id}/sheet", &sheet), body).await;
    let door = "/rounds/{id}/sheet/submission";
    let sending = format!("{sheet}/submission");
    script.json(&member, (Method::POST, door, &sending), json!({"no_needs": false})).await;
    let closing = format!("{path}/closing");
    script.json(&office, (Method::POST, "/rounds/{id}/closing", &closing), json!({})).await;
}
