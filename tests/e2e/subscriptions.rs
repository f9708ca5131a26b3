//! People are told by email what is new for a filter of the catalogue.
mod letters;

use axum::body::Body;
use axum::http::{Request, header};
use chrono::{DateTime, Duration, Utc};
use rctm::base::ids::SubscriptionId;
use rctm::catalogue::actions::{confirm_link, end_link, send_due};
use sea_orm::prelude::Uuid;
use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{WHOLE, publish, written};

const ADDRESS: &str = "reader@example.org";
const OURS: &str = "http://127.0.0.1:8080";

/// A letter as it waits to be sent.
#[derive(Debug)]
struct Sent {
    to: String,
    locale: String,
    subject: String,
    text: String,
    html: String,
    unsubscribe: Option<String>,
}

async fn sent(app: &TestApp) -> Vec<Sent> {
    let sql = "select to_address, locale, subject, body_text, body_html, unsubscribe from outbox \
        where event like 'subscription:%' order by id";
    let rows = app.query(sql, vec![]).await;
    let text = |row: &sea_orm::QueryResult, name| row.try_get::<String>("", name).expect("text");
    let letter = |row: &sea_orm::QueryResult| Sent {
        to: text(row, "to_address"),
        locale: text(row, "locale"),
        subject: text(row, "subject"),
        text: text(row, "body_text"),
        html: text(row, "body_html"),
        unsubscribe: row.try_get("", "unsubscribe").expect("a link or none"),
    };
    rows.iter().map(letter).collect()
}

async fn asks(person: &Person, (address, filter, often): (&str, &str, &str), tag: &str) -> Reply {
    let form = [("address", address), ("filter", filter), ("often", often), ("language", tag)];
    person.post("/subscriptions/new", &form).await
}

/// The first address in a text that begins like this, without our own host.
fn path_in(text: &str, start: &str) -> String {
    let at = text.find(&format!("{OURS}{start}")).unwrap_or_else(|| panic!("{start}: {text}"));
    let link = text[at..].split_whitespace().next().expect("a link");
    link.strip_prefix(OURS).expect("our own").to_owned()
}

/// A visitor asks and confirms by the link of the letter.
async fn subscribed(app: &TestApp, filter: &str, often: &str) -> Person {
    let visitor = app.visitor();
    asks(&visitor, (ADDRESS, filter, often), "en").await.leads_to("/subscriptions/asked");
    let letter = sent(app).await.pop().expect("a letter");
    let path = path_in(&letter.text, "/subscriptions/confirmation/");
    visitor.post(&path, &[]).await.is(303);
    visitor
}

async fn rows(app: &TestApp, which: &str) -> i64 {
    app.count(&format!("select count(*) as n from subscription where {which}"), vec![]).await
}

async fn audited(app: &TestApp, action: &str) -> i64 {
    let sql = "select count(*) as n from audit_entry where action = $1";
    app.count(sql, vec![action.into()]).await
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn wait_until(app: &TestApp, moment: &str) {
    app.pass(at(moment) - app.now());
}

async fn digests(app: &TestApp) -> usize {
    send_due(&app.app).await.expect("digests")
}

/// JCLEC publishes a course on identity.
async fn publishes(app: &TestApp, code: &str) {
    app.pass(Duration::minutes(1));
    written(&app.editor("JCLEC").await, code).await;
    let page = format!("/courses/{code}");
    publish(&app.director("JCLEC").await, code, "The first edition").await.leads_to(&page);
}

async fn suspends(app: &TestApp, code: &str, reason: &str) {
    let director = app.director("JCLEC").await;
    let path = format!("/courses/{code}/suspension");
    let revision = director.get(&path).await.revision();
    director.post(&path, &[("revision", &revision), ("reason", reason)]).await.is(303);
}

#[tokio::test]
async fn a_visitor_is_told_only_after_a_button_was_pressed_behind_the_link() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let catalogue = visitor.get("/catalogue?q=passport&language=en&page=2").await;
    catalogue.says("href=\"/subscriptions/new?q=passport&#38;language=en\"");
    let form = visitor.get("/subscriptions/new?q=passport&language=en").await;
    form.is(200).says("passport").says("English").says("value=\"q=passport&#38;language=en\"");
    asks(&visitor, (ADDRESS, "q=passport&language=en", "daily"), "en").await.is(303);
    let letters = sent(&app).await;
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, ADDRESS));
    assert!(!letters[0].text.contains("sign in"), "{}", letters[0].text);
    let path = path_in(&letters[0].text, "/subscriptions/confirmation/");
    for _ in 0..2 {
        app.visitor().get(&path).await.is(200).says("passport");
    }
    assert_eq!(rows(&app, "confirmed_at is not null").await, 0, "a scanner confirmed it");
    let confirmed = visitor.post(&path, &[]).await;
    let to = confirmed.is(303).location().expect("a page").to_owned();
    assert_eq!(rows(&app, "confirmed_at is not null").await, 1);
    visitor.get(to.strip_prefix(OURS).expect("our own")).await.is(200).says("Confirmed.");
    visitor.post(&path, &[]).await.is(303);
    assert_eq!(audited(&app, "subscription.confirm").await, 1, "it confirms once");
}

#[tokio::test]
async fn nobody_learns_from_the_answer_whether_an_address_is_known() {
    let app = TestApp::new().await;
    let mut answers = Vec::new();
    for address in [ADDRESS, ADDRESS, "focal.point@fiji.example", "else@example.org"] {
        let reply = asks(&app.visitor(), (address, "goal=prevention", "weekly"), "en").await;
        let location = reply.location().map(str::to_owned);
        answers.push((reply.status, location, reply.text));
        app.pass(Duration::minutes(1));
    }
    subscribed(&app, "goal=prevention", "weekly").await;
    app.pass(Duration::minutes(30));
    let reply = asks(&app.visitor(), (ADDRESS, "goal=prevention", "daily"), "en").await;
    let location = reply.location().map(str::to_owned);
    answers.push((reply.status, location, reply.text));
    assert!(answers.windows(2).all(|two| two[0] == two[1]), "{answers:?}");
    let letter = sent(&app).await.pop().expect("a letter");
    assert_eq!(letter.subject, "You are told of this filter already");
    assert_eq!(rows(&app, "rhythm = 'weekly' and confirmed_at is not null").await, 1);
}

#[tokio::test]
async fn what_was_typed_wrong_is_kept_and_said_beside_its_field() {
    let app = TestApp::new().await;
    let reply = asks(&app.visitor(), ("nobody at example", "q=boats", ""), "en").await;
    reply.is(422).says("value=\"nobody at example\"").says("id=\"address-e\"");
    reply.says("id=\"often-e\"").says("value=\"q=boats\"");
    let value = |number: i32| format!("type=abcdefghijklmnopqrstuvwxyz{number}");
    let long: Vec<_> = (0..40).map(value).collect();
    let reply = asks(&app.visitor(), (ADDRESS, &long.join("&"), "daily"), "en").await;
    reply.is(422).says("id=\"filter-e\"");
    assert!(sent(&app).await.is_empty());
}

#[tokio::test]
async fn what_nobody_confirms_is_forgotten_after_seven_days() {
    let app = TestApp::new().await;
    asks(&app.visitor(), (ADDRESS, "", "daily"), "en").await.is(303);
    let letter = sent(&app).await.pop().expect("a letter");
    let path = path_in(&letter.text, "/subscriptions/confirmation/");
    app.pass(Duration::days(6));
    assert!(rctm::app::sweep(&app.app).await.expect("swept"));
    app.visitor().get(&path).await.is(200);
    app.pass(Duration::days(1) + Duration::minutes(1));
    app.visitor().get(&path).await.is(404);
    app.visitor().post(&path, &[]).await.is(404);
    assert!(rctm::app::sweep(&app.app).await.expect("swept"));
    assert_eq!(rows(&app, "true").await, 0);
    assert_eq!(audited(&app, "subscription.forget").await, 1);
}

#[tokio::test]
async fn a_digest_tells_once_what_happened_within_the_filter() {
    let app = TestApp::new().await;
    subscribed(&app, "type=identity&centre=JCLEC", "weekly").await;
    let asked = sent(&app).await.len();
    publishes(&app, "IDM-777").await;
    suspends(&app, "LIA-201", "Another type").await;
    wait_until(&app, "2026-11-30T05:59:00Z");
    assert_eq!(digests(&app).await, 0, "not yet Monday at six");
    wait_until(&app, "2026-11-30T06:05:00Z");
    assert_eq!(digests(&app).await, 1);
    let letters = sent(&app).await;
    assert_eq!(letters.len(), asked + 1);
    let digest = letters.last().expect("a digest");
    assert_eq!((digest.subject.as_str(), digest.to.as_str()), ("News of one course", ADDRESS));
    assert!(digest.text.contains("IDM-777") && digest.text.contains("New in the catalogue"));
    assert!(!digest.text.contains("LIA-201"), "it is outside of the filter");
    assert!(
        digest.unsubscribe.as_deref().is_some_and(|link| link.contains("/subscriptions/stop/"))
    );
    wait_until(&app, "2026-12-07T06:05:00Z");
    assert_eq!(digests(&app).await, 0, "nothing is new");
    suspends(&app, "IDM-777", "The room is being built").await;
    wait_until(&app, "2027-01-20T09:00:00Z");
    assert_eq!(digests(&app).await, 1, "after weeks away, one digest");
    let digest = sent(&app).await.pop().expect("a digest");
    assert!(digest.text.contains("Suspended") && digest.text.contains("The room is being built"));
    app.pass(Duration::minutes(10));
    assert_eq!(digests(&app).await, 0);
    assert_eq!(rows(&app, "due_at > '2027-01-25' and due_at < '2027-01-26'").await, 1);
}

/// A mail program: no cookies, nothing that a browser says.
async fn one_click(app: &TestApp, path: &str) -> Reply {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"));
    app.visitor().send(request.expect("a request")).await
}

#[tokio::test]
async fn one_click_stops_digests_and_forgets_the_address() {
    let app = TestApp::new().await;
    subscribed(&app, "goal=prevention", "daily").await;
    let rows_of = app.query("select id from subscription", vec![]).await;
    let id: Uuid = rows_of[0].try_get("", "id").expect("an id");
    let link = end_link(&app.app, SubscriptionId(id));
    let path = link.strip_prefix(OURS).expect("our own");
    app.visitor().get(path).await.is(200).says("Nothing has changed yet.");
    assert_eq!(rows(&app, "true").await, 1, "a scanner stopped it");
    for _ in 0..2 {
        one_click(&app, path).await.is(200).says("These e-mails are stopped");
    }
    app.visitor().get(path).await.is(200).says("These e-mails are stopped");
    assert_eq!(rows(&app, "true").await, 0, "the address is kept");
    assert_eq!(audited(&app, "subscription.remove").await, 1);
    let entries = app.count(
        "select count(*) as n from audit_entry where fields like '%@%' or \
        object_id like '%@%'",
        vec![],
    );
    assert_eq!(entries.await, 0);
    let forged =
        confirm_link(&app.app, SubscriptionId(id), app.now()).replace("confirmation", "stop");
    one_click(&app, forged.strip_prefix(OURS).expect("our own")).await.is(403);
}

#[tokio::test]
async fn a_person_changes_pauses_and_removes_their_own() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    person.get("/subscriptions").await.is(200).says("You are not told of any filter");
    person.get("/subscriptions/new?type=identity").await.says("focal.point@fiji.example");
    asks(&person, ("", "type=identity", "daily"), "id").await.leads_to("/subscriptions?done=saved");
    assert!(sent(&app).await.is_empty(), "an account is confirmed already");
    let page = person.get("/subscriptions").await;
    let (_, rest) = page.text.split_once("action=\"/subscriptions/").expect("a form");
    let path = format!("/subscriptions/{}", rest.split('"').next().expect("an id"));
    let step = async |person: &Person, button: &str, revision: &str| {
        let fields =
            [("revision", revision), ("do", button), ("often", "weekly"), ("language", "id")];
        person.post(&path, &fields).await
    };
    step(&person, "pause", &page.revision()).await.leads_to("/subscriptions?done=paused");
    step(&person, "resume", &page.revision()).await.is(409);
    publishes(&app, "IDM-777").await;
    wait_until(&app, "2026-11-30T06:05:00Z");
    assert_eq!(digests(&app).await, 0, "it pauses");
    let person = app.focal_point("Fiji").await;
    let revision = person.get("/subscriptions").await.revision();
    step(&person, "resume", &revision).await.leads_to("/subscriptions?done=resumed");
    let revision = person.get("/subscriptions").await.revision();
    step(&person, "save", &revision).await.leads_to("/subscriptions?done=saved");
    app.pass(Duration::minutes(10));
    suspends(&app, "IDM-777", "The room is being built").await;
    app.pass(Duration::days(8));
    assert_eq!(digests(&app).await, 1);
    let digest = sent(&app).await.pop().expect("a digest");
    let who = (digest.to.as_str(), digest.locale.as_str());
    assert_eq!(who, ("focal.point@fiji.example", "id"));
    let (person, other) = (app.focal_point("Fiji").await, app.deputy("Fiji").await);
    other.post(&path, &[("revision", "5"), ("do", "remove")]).await.is(404);
    let revision = person.get("/subscriptions").await.revision();
    let removed = step(&person, "remove", &revision).await;
    let to = removed.is(303).location().expect("a page").to_owned();
    person.get(&to).await.is(200).says("Removed.").says("value=\"type=identity\"").says("Undo");
    assert_eq!(rows(&app, "true").await, 0);
    asks(&person, ("", "type=identity", "weekly"), "id").await.is(303);
    assert_eq!(rows(&app, "true").await, 1, "it is undone");
}

#[tokio::test]
async fn a_filter_that_is_no_longer_understood_tells_nothing_and_says_so() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    asks(&person, ("", "type=identity", "daily"), "en").await.is(303);
    app.execute("update subscription set filter = 'colour=red&type=identity'", vec![]).await;
    publishes(&app, "IDM-777").await;
    app.pass(Duration::days(2));
    assert_eq!(digests(&app).await, 0, "it would tell more than was asked");
    let person = app.focal_point("Fiji").await;
    person.get("/subscriptions").await.is(200).says("no longer knows this filter");
}

#[tokio::test]
async fn two_instances_send_a_digest_once() {
    let app = TestApp::new().await;
    let other = app.another().await;
    subscribed(&app, "type=identity", "daily").await;
    publishes(&app, "IDM-777").await;
    app.pass(Duration::days(1));
    let (one, two) = tokio::join!(send_due(&app.app), send_due(&other.app));
    assert_eq!(one.expect("digests") + two.expect("digests"), 1);
}

#[tokio::test]
async fn asking_again_and_again_is_braked() {
    let app = TestApp::new().await;
    for number in 0..10 {
        let address = format!("reader{number}@example.org");
        asks(&app.visitor(), (&address, "", "daily"), "en").await.is(303);
    }
    asks(&app.visitor(), (ADDRESS, "", "daily"), "en").await.is(429);
    app.pass(Duration::hours(1));
    for filter in ["q=a", "q=b", "q=c", "q=d", "q=e"] {
        asks(&app.visitor(), (ADDRESS, filter, "daily"), "en").await.is(303);
    }
    let letters = sent(&app).await;
    let to_one = letters.iter().filter(|letter| letter.to == ADDRESS).count();
    assert_eq!(to_one, 3, "nobody fills the mailbox of another");
}

#[tokio::test]
async fn a_thousand_subscribers_are_told_in_the_time_of_a_few() {
    let app = TestApp::new().await;
    let sql = "insert into subscription (id, address, filter, rhythm, locale, zone, revision, \
        asked_at, confirmed_at, told_until, due_at) \
        values ($1, $2, $3, 'daily', 'en', 'UTC', 2, $4, $4, $4, $5)";
    let (asked, due) = (app.now(), at("2026-11-25T06:00:00Z"));
    for number in 0..1_000 {
        let filter = ["type=identity", "centre=JCLEC", "q=documents", "goal=nothing"][number % 4];
        let id = SubscriptionId::new().0;
        let address = format!("reader{number}@example.org");
        let values = vec![id.into(), address.into(), filter.into(), asked.into(), due.into()];
        app.execute(sql, values).await;
    }
    publishes(&app, "IDM-777").await;
    app.pass(Duration::days(1));
    let begun = std::time::Instant::now();
    assert_eq!(digests(&app).await, 750);
    println!("1,000 subscriptions, 750 digests in {:?}", begun.elapsed());
    assert_eq!(rows(&app, "due_at < '2026-11-26 05:00:00'").await, 0, "each is due again later");
    app.pass(Duration::minutes(10));
    assert_eq!(digests(&app).await, 0);
}

#[tokio::test]
async fn another_version_is_told_with_its_note() {
    let app = TestApp::new().await;
    publishes(&app, "IDM-777").await;
    app.pass(Duration::minutes(10));
    subscribed(&app, "type=identity", "daily").await;
    app.pass(Duration::minutes(1));
    let editor = app.editor("JCLEC").await;
    let changed: Vec<_> = WHOLE
        .map(|(name, value)| if name == "duration_days" { (name, "5") } else { (name, value) })
        .into();
    crate::catalogue_editing::save(&editor, "IDM-777", &changed).await.is(303);
    let director = app.director("JCLEC").await;
    publish(&director, "IDM-777", "One day longer").await.is(303);
    app.pass(Duration::days(1));
    assert_eq!(digests(&app).await, 1);
    let digest = sent(&app).await.pop().expect("a digest");
    assert!(digest.text.contains("Changed") && digest.text.contains("One day longer"));
}
