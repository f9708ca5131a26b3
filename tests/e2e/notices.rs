//! People choose what they are told; the RSO looks after what is sent.
use axum::body::Body;
use axum::http::{Request, header};
use chrono::Duration as Span;
use chrono_tz::Tz;
use rctm::base::i18n::{Locale, Message};
use rctm::base::ids::{AccountId, OrganisationId};
use rctm::base::letter::{Action, Letter};
use rctm::base::outbox::{self, Email, EmailState, OutboxEmail, Recipient};
use rctm::notifications::{self, Kind};
use sea_orm::ConnectionTrait;
use tests::{Person, Reply, TestApp};

struct News;

impl Email for News {
    fn subject(&self) -> Message {
        Message::new("letter-list").with("start", "Fiji <asks>").with("end", "for training")
    }

    fn letter(&self) -> Letter {
        Letter {
            over: "nav-nominations".into(),
            heading: self.subject(),
            lede: "layout-foot".into(),
            parts: vec![],
            notes: vec![],
            action: Action { label: "nav-demand".into(), address: "https://x.example/".into() },
            reasons: vec![],
        }
    }
}

const ADDRESS: &str = "training.director@jclec.example";

async fn installation() -> TestApp {
    let app = TestApp::new().await;
    app.app.db.for_migrations().execute_unprepared("delete from outbox").await.expect("empty");
    app
}

/// The Training Director of JCLEC as somebody to write to.
async fn director(app: &TestApp) -> Recipient {
    let sql = "select m.account_id, m.organisation_id, a.email from membership m \
        join account a on a.id = m.account_id \
        join organisation o on o.id = m.organisation_id \
        where m.role = 'training_director' and o.code = 'JCLEC'";
    let rows = app.query(sql, vec![]).await;
    let row = rows.first().expect("a director");
    let account = AccountId(row.try_get("", "account_id").expect("an account"));
    let organisation = OrganisationId(row.try_get("", "organisation_id").expect("a centre"));
    let address: String = row.try_get("", "email").expect("an address");
    Recipient::new(
        (account, organisation),
        ("The Director".to_owned(), address),
        Locale::english(),
        Tz::Asia__Jakarta,
    )
}

async fn tell(app: &TestApp, kind: Kind, event: &str) {
    let recipient = director(app).await;
    let tx = app.app.db.begin().await.expect("a transaction");
    notifications::tell(&app.app, &tx, kind, event, (&recipient, &News)).await.expect("told");
    tx.commit().await.expect("committed");
}

async fn rows(app: &TestApp) -> Vec<OutboxEmail> {
    outbox::newest(&app.app.db, 1_000).await.expect("rows")
}

/// The path of the link that stops the newest email.
async fn stop_path(app: &TestApp) -> String {
    let link = rows(app).await[0].unsubscribe.clone().expect("it can be stopped");
    link.strip_prefix("http://127.0.0.1:8080").expect("our own address").to_owned()
}

async fn audited(app: &TestApp, action: &str) -> i64 {
    let sql = "select count(*) as n from audit_entry where action = $1";
    app.count(sql, vec![action.into()]).await
}

async fn set_state(app: &TestApp, sql: &str) {
    app.app.db.for_migrations().execute_unprepared(sql).await.expect(sql);
}

/// A mail program: no cookies, nothing that a browser says.
async fn one_click(app: &TestApp, path: &str) -> Reply {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"));
    app.visitor().send(request.expect("a request")).await
}

#[tokio::test]
async fn a_director_turns_an_email_off_and_on_again() {
    let app = installation().await;
    let person: Person = app.director("JCLEC").await;
    person.get("/notices").await.is(200).says("course_nominated-on\" name=\"course_nominated\" value=\"at_once\" aria-describedby=\"course_nominated-h\" checked");
    person.post("/notices", &[("course_nominated", "off")]).await.leads_to("/notices?saved=yes");
    person.get("/notices?saved=yes").await.is(200).says("Saved.");
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    assert!(rows(&app).await.is_empty());
    person.post("/notices", &[("course_nominated", "at_once")]).await.is(303);
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    assert_eq!(rows(&app).await.len(), 1);
    assert_eq!(audited(&app, "notices.choose").await, 2);
}

#[tokio::test]
async fn saving_what_was_chosen_already_writes_nothing() {
    let app = installation().await;
    let person = app.director("JCLEC").await;
    person.post("/notices", &[("course_nominated", "at_once")]).await.is(303);
    assert_eq!(audited(&app, "notices.choose").await, 0);
    person.post("/notices", &[("course_nominated", "perhaps")]).await.is(400);
}

#[tokio::test]
async fn a_receipt_cannot_be_stopped() {
    let app = installation().await;
    let person = app.director("JCLEC").await;
    person.post("/notices", &[("sheet_receipt", "off")]).await.is(303);
    tell(&app, Kind::SheetReceipt, "sheet:1").await;
    let rows = rows(&app).await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].unsubscribe, None);
    assert_eq!(audited(&app, "notices.choose").await, 0);
}

#[tokio::test]
async fn looking_at_the_link_that_stops_emails_changes_nothing() {
    let app = installation().await;
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    let path = stop_path(&app).await;
    app.visitor()
        .get(&path)
        .await
        .is(200)
        .says("Nothing has changed yet.")
        .says("centre publishes");
    tell(&app, Kind::CourseNominated, "sheet:2").await;
    assert_eq!(rows(&app).await.len(), 2);
}

#[tokio::test]
async fn one_click_stops_emails_without_cookies_or_redirect() {
    let app = installation().await;
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    let path = stop_path(&app).await;
    let reply = one_click(&app, &path).await;
    reply.is(200).says("These e-mails are stopped");
    assert_eq!(reply.header("set-cookie"), None);
    one_click(&app, &path).await.is(200);
    tell(&app, Kind::CourseNominated, "sheet:2").await;
    assert_eq!(rows(&app).await.len(), 1);
    assert_eq!(audited(&app, "notices.choose").await, 1);
}

#[tokio::test]
async fn the_button_of_the_page_stops_emails_too() {
    let app = installation().await;
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    app.visitor().post(&stop_path(&app).await, &[]).await.is(200).says("are stopped");
}

#[tokio::test]
async fn a_link_that_we_did_not_sign_stops_nothing() {
    let app = installation().await;
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    let path = stop_path(&app).await;
    let bad = format!("{}x", &path[..path.len() - 1]);
    app.visitor().get(&bad).await.is(404);
    app.visitor().post(&bad, &[]).await.is(404);
    one_click(&app, &bad).await.is(403);
    one_click(&app, "/notices").await.is(403);
    tell(&app, Kind::CourseNominated, "sheet:2").await;
    assert_eq!(rows(&app).await.len(), 2);
}

#[tokio::test]
async fn the_rso_sees_what_is_sent_but_no_address() {
    let app = installation().await;
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    for keeper in [app.rso().await, app.rso_manager().await, app.administrator().await] {
        keeper
            .get("/emails")
            .await
            .is(200)
            .says("Fiji &#60;asks&#62;, for training")
            .says("Jakarta Centre for Law Enforcement Cooperation")
            .says("A State asks for a course type that your centre publishes")
            .says("Waiting (1)")
            .does_not_say(ADDRESS)
            .does_not_say("The Director");
    }
    app.director("JCLEC").await.get("/emails").await.is(403);
    app.visitor().get("/emails").await.is(303);
}

#[tokio::test]
async fn a_failed_email_can_be_sent_again_and_only_that() {
    let app = installation().await;
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    let rso = app.rso().await;
    let email = rows(&app).await.remove(0);
    let path = format!("/emails/{}/sending", email.id);
    rso.post(&path, &[]).await.is(409);
    set_state(
        &app,
        "update outbox set state = 'failed', attempts = 1, last_error = 'recipient 550'",
    )
    .await;
    rso.get("/emails?state=failed")
        .await
        .is(200)
        .says("The mail server did not take the recipient. Code 550.")
        .says("Failed (1)");
    rso.post(&path, &[]).await.leads_to("/emails?state=failed&again=yes");
    rso.get("/emails?state=failed&again=yes").await.is(200).says("queued again").says("Failed (0)");
    let again = rows(&app).await.remove(0);
    assert_eq!((again.state, again.attempts, again.last_error), (EmailState::Queued, 0, None));
    assert_eq!(again.message_id, email.message_id);
    assert_eq!(audited(&app, "email.send_again").await, 1);
    rso.post("/emails/00000000-0000-7000-8000-000000000000/sending", &[]).await.is(404);
    app.director("JCLEC").await.post(&path, &[]).await.is(403);
}

#[tokio::test]
async fn the_rso_is_warned_when_an_email_has_waited_for_a_quarter_of_an_hour() {
    let app = installation().await;
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    let rso = app.rso().await;
    app.pass(Span::minutes(14));
    rso.get("/emails").await.is(200).does_not_say("has not answered since");
    app.pass(Span::minutes(2));
    rso.get("/emails").await.says("has not answered since 25 November 2026, 10:00 in Bangkok");
    set_state(&app, "update outbox set state = 'sent', sent_at = queued_at").await;
    rso.get("/emails").await.does_not_say("has not answered since");
}

#[tokio::test]
async fn many_emails_are_paged_and_each_is_shown_once() {
    let app = installation().await;
    for number in 0..120 {
        tell(&app, Kind::CourseNominated, &format!("sheet:{number}")).await;
    }
    set_state(&app, "update outbox set state = 'failed'").await;
    let rso = app.rso().await;
    let mut seen = std::collections::BTreeSet::new();
    let (mut path, mut pages) = ("/emails?state=failed".to_owned(), 0);
    loop {
        let page = rso.get(&path).await;
        page.is(200);
        pages += 1;
        let ids = page
            .text
            .match_indices("action=\"/emails/")
            .map(|(at, lead)| page.text[at + lead.len()..at + lead.len() + 36].to_owned());
        let before = seen.len();
        let ids: Vec<_> = ids.collect();
        seen.extend(ids.iter().cloned());
        assert_eq!(seen.len(), before + ids.len(), "an email is shown twice");
        let Some(at) = page.text.find("rel=\"next\" href=\"") else { break };
        let rest = &page.text[at + "rel=\"next\" href=\"".len()..];
        path = rest[..rest.find('"').expect("its end")].replace("&amp;", "&");
    }
    assert_eq!((pages, seen.len()), (3, 120));
}

#[tokio::test]
async fn a_demonstration_shows_its_emails_and_lets_them_be_downloaded() {
    let app = installation().await;
    app.visitor().get("/demo/mail").await.is(200).says("No e-mail has been written yet");
    tell(&app, Kind::CourseNominated, "sheet:1").await;
    let id = rows(&app).await[0].id;
    app.visitor().get("/demo/mail").await.is(200).says(ADDRESS).says(&format!("/demo/mail/{id}"));
    let page = app.visitor().get(&format!("/demo/mail/{id}")).await;
    page.is(200).says("<pre").says("Fiji &#60;asks&#62;").does_not_say("bgcolor");
    let message = app.visitor().get(&format!("/demo/mail/{id}/message")).await;
    message.is(200).says("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    let disposition = message.header("content-disposition").expect("a download");
    assert!(disposition.starts_with("attachment; "), "{disposition}");
    assert!(message.header("content-security-policy").expect("a policy").contains("sandbox"));
    app.visitor().get("/demo/mail/00000000-0000-7000-8000-000000000000").await.is(404);
}

#[tokio::test]
async fn people_choose_only_among_what_their_role_is_told() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await.get("/notices").await;
    director.is(200).says("course_nominated").does_not_say("sheet_receipt");
    let focal_point = app.focal_point("Fiji").await.get("/notices").await;
    focal_point.is(200).says("sheet_receipt").does_not_say("course_nominated");
    app.rso().await.get("/notices").await.is(200).says("No e-mail notices go to this role");
}
