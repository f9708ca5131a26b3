//! Every route that writes is sent something that succeeds, and each leaves exactly one entry in
//! the audit log, in which nothing stands that somebody typed.
mod courses;
mod deliveries;
mod participants;

use std::collections::BTreeSet;

use rctm::base::ids::RoundId;
use tests::{Person, Reply, TestApp};

use self::courses::walk;

/// What somebody typed, wherever text can be typed.
const CANARY: &str = "Canary Kanarienvogel";

/// Routes that by design leave no entry, with the reason.
const NONE: [(&str, &str); 3] = [
    // A browser says what the policy stopped. It goes to the log of the machine, nothing is
    // written to the database, and anybody could fill the audit log with it.
    ("POST", "/csp-report"),
    // A language that a visitor chooses is a cookie; a person's own is chosen on the account page.
    ("POST", "/language"),
    // What was typed as a session ended is kept for an hour for its owner, who no longer wants it:
    // it never was part of any record.
    ("POST", "/kept/{reference}"),
];

/// A walk through every route that writes.
struct Tour {
    app: TestApp,
    walked: BTreeSet<(&'static str, &'static str)>,
    wrong: Vec<String>,
}

impl Tour {
    async fn entries(&self) -> i64 {
        self.app.count("select count(*) as n from audit_entry", vec![]).await
    }

    /// Sends a form to the route of this pattern, at this path, which must succeed.
    async fn post(
        &mut self,
        person: &Person,
        (pattern, path): (&'static str, &str),
        fields: &[(&str, &str)],
    ) -> Reply {
        let before = self.entries().await;
        let reply = person.post(path, fields).await;
        assert!(matches!(reply.status.as_u16(), 200 | 303), "{pattern}: {}", reply.text);
        let left = self.entries().await - before;
        if left != 1 {
            self.wrong.push(format!("POST {pattern} leaves {left} entries"));
        }
        self.walked.insert(("POST", pattern));
        reply
    }
}

fn path_of(pattern: &str, value: &str) -> String {
    let parts = pattern.split('/').map(|part| match part {
        "{tag}" => "th",
        part if part.starts_with('{') => value,
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn every_route_that_writes_leaves_one_entry_and_nothing_that_was_typed() {
    let app = TestApp::new().await;
    let mut tour = Tour { app, walked: BTreeSet::new(), wrong: Vec::new() };
    let director = account(&mut tour).await;
    walk(&mut tour, &director).await;
    deliveries::walk(&mut tour, &director).await;
    participants::walk(&mut tour, &director).await;
    round(&mut tour).await;
    subscriptions(&mut tour).await;
    emails(&mut tour).await;
    leaving(&mut tour).await;
    assert!(tour.wrong.is_empty(), "{:#?}", tour.wrong);
    let listed = rctm::app::pages().and(rctm::app::standing()).listed;
    let unsafe_routes = listed.iter().filter(|route| !route.method.is_safe());
    let all: BTreeSet<_> = unsafe_routes.map(|route| (route.method.as_str(), route.path)).collect();
    let seen: BTreeSet<_> = tour.walked.iter().copied().chain(NONE).collect();
    let left_out: Vec<_> = all.difference(&seen).collect();
    assert!(left_out.is_empty(), "the walk leaves out {left_out:?}");
    let columns = "role || ' ' || action || ' ' || object || ' ' || object_id || ' ' || fields";
    let sql = format!("select {columns} as entry from audit_entry");
    let rows = tour.app.query(&sql, vec![]).await;
    let entries: Vec<String> =
        rows.iter().map(|row| row.try_get("", "entry").expect("text")).collect();
    let typed = ["anary", "@", "kites", tests::PASSWORD];
    for entry in entries {
        assert!(!typed.iter().any(|typed| entry.contains(typed)), "{entry}");
    }
}

/// A Training Director signs in, chooses a capacity, and what to be told.
async fn account(tour: &mut Tour) -> Person {
    let email = "training.director@jclec.example";
    let director = tour.app.visitor();
    let form = [("email", email), ("password", tests::PASSWORD), ("next", CANARY)];
    tour.post(&director, ("/sign-in", "/sign-in"), &form).await;
    let page = director.get("/capacity").await;
    let (_, rest) = page.text.split_once("name=\"membership\" value=\"").expect("a capacity");
    let membership = rest.split('"').next().expect("an id");
    tour.post(&director, ("/capacity", "/capacity"), &[("membership", membership)]).await;
    let choice = [("course_nominated", "off"), ("canary", CANARY)];
    tour.post(&director, ("/notices", "/notices"), &choice).await;
    director.post("/notices", &[("course_nominated", "at_once")]).await.is(303);
    let reading = [("language", "id"), ("zone", "Asia/Jakarta"), ("canary", CANARY)];
    tour.post(&director, ("/account/reading", "/account/reading"), &reading).await;
    director.post("/account/reading", &[("language", "en"), ("zone", "")]).await.is(303);
    let id = rctm::base::ids::ApiClientId::new().to_string();
    let client = [("id", id.as_str()), ("name", CANARY), ("scopes", "catalogue:read")];
    tour.post(&director, ("/api-clients", "/api-clients"), &client).await;
    let pattern = "/api-clients/{id}/revocation";
    tour.post(&director, (pattern, &path_of(pattern, &id)), &[]).await;
    director
}

/// A round, from its preparation to its closing, and what members answer in between.
async fn round(tour: &mut Tour) {
    let rso = tour.app.rso().await;
    let id = RoundId::new();
    let mut form = crate::rounds::prepared(&tour.app, id, CANARY).await;
    let bangladesh = rctm::organisations::by_code(&tour.app.app.db, "BD").await.expect("a query");
    form.push(("members".into(), bangladesh.expect("Bangladesh").id.to_string()));
    let id = id.to_string();
    let fields: Vec<_> = form.iter().map(|(name, value)| (&**name, &**value)).collect();
    tour.post(&rso, ("/rounds", "/rounds"), &fields).await;
    let again: Vec<_> = fields
        .iter()
        .map(|pair| if pair.0 == "revision" { ("revision", "1") } else { *pair })
        .collect();
    let pattern = "/rounds/{id}/edit";
    tour.post(&rso, (pattern, &path_of(pattern, &id)), &again).await;
    let pattern = "/rounds/{id}/opening";
    tour.post(&rso, (pattern, &path_of(pattern, &id)), &[]).await;
    tour.app.pass(chrono::Duration::days(3));
    answers(tour, &id).await;
    let rso = tour.app.rso().await;
    let pattern = "/rounds/{id}/closing";
    tour.post(&rso, (pattern, &path_of(pattern, &id)), &[]).await;
}

async fn answers(tour: &mut Tour, round: &str) {
    let fiji = tour.app.focal_point("Fiji").await;
    let sheet = "/rounds/{id}/sheet";
    let path = path_of(sheet, round);
    let seen = fiji.get(&path).await.revision();
    let lines = [
        ("revision", seen.as_str()),
        ("do", "check"),
        ("liaison.freq", "annual"),
        ("liaison.people", "3"),
        ("liaison.rank", "1"),
        ("liaison.reason", CANARY),
        ("~1.title", CANARY),
        ("~1.freq", "once"),
        ("~1.people", "4"),
        ("~1.rank", "2"),
        ("~1.reason", CANARY),
    ];
    tour.post(&fiji, (sheet, &path), &lines).await;
    let pattern = "/rounds/{id}/sheet/submission";
    let check = path_of(pattern, round);
    let revision = fiji.get(&check).await.revision();
    tour.post(&fiji, (pattern, &check), &[("revision", &revision)]).await;
    let pattern = "/nominations/translation";
    let need = [("course", "LIA-201"), ("round", round), ("language", "th"), ("reason", CANARY)];
    tour.post(&fiji, (pattern, pattern), &need).await;
    let sql = "select id from course_nomination \
        where line = 'liaison' order by submitted_at desc, id desc limit 1";
    let rows = tour.app.query(sql, vec![]).await;
    let id: rctm::base::ids::CourseNominationId = rows[0].try_get("", "id").expect("an id");
    let pattern = "/nominations/{id}/withdrawal";
    tour.post(&fiji, (pattern, &path_of(pattern, &id.to_string())), &[("reason", CANARY)]).await;
    let deputy = tour.app.deputy("Bangladesh").await;
    let pattern = "/rounds/{id}/sheet/no-needs";
    let revision = deputy.get(&path_of(pattern, round)).await.revision();
    tour.post(&deputy, (pattern, &path_of(pattern, round)), &[("revision", &revision)]).await;
}

/// Somebody without an account is told of news, and somebody with one.
async fn subscriptions(tour: &mut Tour) {
    let visitor = tour.app.visitor();
    let filter = format!("q={CANARY}");
    let form = [
        ("address", "canary@kites.example"),
        ("filter", &filter),
        ("often", "weekly"),
        ("language", "en"),
    ];
    tour.post(&visitor, ("/subscriptions/new", "/subscriptions/new"), &form).await;
    let id = rctm::base::ids::SubscriptionId(id_of(tour, "address is not null").await);
    let link = rctm::catalogue::actions::confirm_link(&tour.app.app, id, tour.app.now());
    let token = |link: &str| link.rsplit('/').next().expect("a token").to_owned();
    let pattern = "/subscriptions/confirmation/{token}";
    tour.post(&visitor, (pattern, &path_of(pattern, &token(&link))), &[]).await;
    let link = rctm::catalogue::actions::manage_link(&tour.app.app, id);
    let pattern = "/subscriptions/manage/{token}";
    let pause = [("revision", "2"), ("do", "pause"), ("canary", CANARY)];
    tour.post(&visitor, (pattern, &path_of(pattern, &token(&link))), &pause).await;
    let link = rctm::catalogue::actions::end_link(&tour.app.app, id);
    let pattern = "/subscriptions/stop/{token}";
    tour.post(&visitor, (pattern, &path_of(pattern, &token(&link))), &[]).await;
    let director = tour.app.director("JCLEC").await;
    tour.post(&director, ("/subscriptions/new", "/subscriptions/new"), &form).await;
    let id = id_of(tour, "address is null").await.to_string();
    let pattern = "/subscriptions/{id}";
    let remove = [("revision", "2"), ("do", "remove")];
    tour.post(&director, (pattern, &path_of(pattern, &id)), &remove).await;
}

async fn id_of(tour: &Tour, which: &str) -> sea_orm::prelude::Uuid {
    let rows = tour.app.query(&format!("select id from subscription where {which}"), vec![]).await;
    rows[0].try_get("", "id").expect("an id")
}

/// An email that failed is sent again; whoever got it stops its kind.
async fn emails(tour: &mut Tour) {
    tour.app
        .execute("update outbox set state = 'failed', last_error = 'recipient 550'", vec![])
        .await;
    let sql = "select id, unsubscribe from outbox where unsubscribe is not null limit 1";
    let rows = tour.app.query(sql, vec![]).await;
    let id: rctm::base::ids::EmailId = rows[0].try_get("", "id").expect("an id");
    let rso = tour.app.rso().await;
    let pattern = "/emails/{id}/sending";
    tour.post(&rso, (pattern, &path_of(pattern, &id.to_string())), &[]).await;
    let link: String = rows[0].try_get("", "unsubscribe").expect("a link");
    let (_, token) = link.rsplit_once('/').expect("a token");
    let pattern = "/unsubscribe/{token}";
    let somebody = tour.app.visitor();
    tour.post(&somebody, (pattern, &path_of(pattern, token)), &[]).await;
}

/// Somebody changes the password, which ends every session, comes back and signs out.
async fn leaving(tour: &mut Tour) {
    let director = tour.app.director("JCLEC").await;
    let new = "eleven canaries sing at dawn";
    let form = [("current", tests::PASSWORD), ("password", new)];
    tour.post(&director, ("/account/password", "/account/password"), &form).await;
    let again = tour.app.visitor();
    again.sign_in("training.director@jclec.example", new).await;
    tour.post(&again, ("/sign-out", "/sign-out"), &[]).await;
}
