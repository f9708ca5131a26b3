//! The mail server is away: what people see of it, and how little it is felt.
use std::sync::Arc;
use std::time::Instant;

use chrono::Duration;
use rctm::base::App;
use rctm::base::config::MailSettings;
use rctm::base::mailer::{self, deliver_due};
use sea_orm::ConnectionTrait;
use tests::smtp_sink::{Mode, SmtpSink};
use tests::{Person, TestApp};
use tokio_util::sync::CancellationToken;

use super::submit;

/// The demonstration with nothing in its outbox, and a mail server of the test's.
struct Post {
    test: TestApp,
    app: App,
    sink: SmtpSink,
}

impl Post {
    async fn with(mode: Mode) -> Self {
        let test = TestApp::new().await;
        test.app.db.for_migrations().execute_unprepared("delete from outbox").await.expect("empty");
        let sink = SmtpSink::start(mode).await;
        let mut settings = (*test.app.settings).clone();
        settings.mail = MailSettings::Smtp(sink.url().parse().expect("an address"));
        let app = App { settings: Arc::new(settings), ..test.app.clone() };
        Self { test, app, sink }
    }
}

#[tokio::test]
async fn the_record_says_that_messages_wait_and_since_when_the_server_is_silent() {
    let mut post = Post::with(Mode::Accepts).await;
    post.sink.go_away().await;
    let fiji = post.test.focal_point("Fiji").await;
    let receipt = submit(&post.test, &fiji).await;
    let page = fiji.get(&receipt).await;
    page.is(200).says("Saved. The messages to").says("are waiting to be sent.");
    page.does_not_say("has not answered");
    post.test.pass(Duration::minutes(2));
    deliver_due(&post.app).await.expect("delivery");
    let page = fiji.get(&receipt).await;
    page.says("are waiting; the mail server has not answered since 15:00 in Fiji");
    page.says("They are sent by themselves when it answers again.");
    post.sink.come_back().await;
    post.test.pass(Duration::hours(1));
    deliver_due(&post.app).await.expect("delivery");
    fiji.get(&receipt).await.does_not_say("waiting");
}

#[tokio::test]
async fn the_office_is_told_after_a_quarter_of_an_hour_and_no_longer_than_it_lasts() {
    let mut post = Post::with(Mode::Accepts).await;
    post.sink.go_away().await;
    let fiji = post.test.focal_point("Fiji").await;
    submit(&post.test, &fiji).await;
    let silent = "The mail server has not answered since 25 November 2026, 10:00 in Bangkok";
    let rso = post.test.rso().await;
    for minutes in [0, 14] {
        post.test.pass(Duration::minutes(minutes));
        deliver_due(&post.app).await.expect("delivery");
        rso.get("/demand").await.is(200).does_not_say("has not answered");
    }
    post.test.pass(Duration::minutes(2));
    deliver_due(&post.app).await.expect("delivery");
    rso.get("/demand").await.says(silent).says("/emails?state=waiting");
    rso.get("/rounds").await.does_not_say("has not answered");
    rso.get("/emails").await.says(silent);
    post.test.administrator().await.get("/emails").await.says(silent);
    fiji.get("/my-state").await.does_not_say("has not answered");
    post.sink.come_back().await;
    post.test.pass(Duration::minutes(31));
    deliver_due(&post.app).await.expect("delivery");
    rso.get("/demand").await.does_not_say("has not answered");
}

#[tokio::test]
async fn a_server_that_answers_not_now_is_not_called_silent() {
    let post = Post::with(Mode::DefersMessages).await;
    submit(&post.test, &post.test.focal_point("Fiji").await).await;
    deliver_due(&post.app).await.expect("delivery");
    post.test.pass(Duration::minutes(20));
    deliver_due(&post.app).await.expect("delivery");
    post.test.rso().await.get("/demand").await.does_not_say("has not answered");
}

#[tokio::test]
async fn a_refused_address_is_flagged_with_what_to_do_and_not_tried_again() {
    let post = Post::with(Mode::RefusesRecipients).await;
    let fiji = post.test.focal_point("Fiji").await;
    let receipt = submit(&post.test, &fiji).await;
    deliver_due(&post.app).await.expect("delivery");
    let tried = post.sink.commands().iter().filter(|line| line.starts_with("RCPT")).count();
    post.test.pass(Duration::minutes(30));
    deliver_due(&post.app).await.expect("delivery");
    let again = post.sink.commands().iter().filter(|line| line.starts_with("RCPT")).count();
    assert_eq!(tried, again, "it is tried again");
    let page = post.test.rso().await.get("/emails?state=failed").await;
    page.says("The mail server did not take the recipient. Code 550.").says("Address flagged");
    page.says("Ask the organisation for the right address").says("Send again");
    let page = fiji.get(&receipt).await;
    page.says("could not be delivered: The mail server did not take the recipient. Code 550.");
    fiji.get("/account").await.says("do not arrive: the mail server refuses the address");
    post.test.director("ABFC").await.get("/account").await.does_not_say("do not arrive");
}

#[tokio::test]
async fn whatever_the_mail_server_does_pages_are_as_fast_as_ever() {
    let fiji_saves = |person: Person, path: String| async move {
        let mut times = Vec::new();
        for number in 0..20 {
            let revision = person.get(&path).await.revision();
            let reason = format!("reason {number}");
            let form = [
                ("revision", revision.as_str()),
                ("liaison.freq", "annual"),
                ("liaison.reason", reason.as_str()),
            ];
            let began = Instant::now();
            person.post(&path, &form).await.is(303);
            times.push(began.elapsed());
        }
        times.sort();
        times[18]
    };
    let mut usual = std::time::Duration::ZERO;
    for mode in [
        Mode::Accepts,
        Mode::Tarpits,
        Mode::HangsAfterDot,
        Mode::DropsAfterDot,
        Mode::DropsAfterData,
        Mode::DefersMessages,
        Mode::RefusesMessages,
        Mode::Greylists,
        Mode::IsSlow,
        Mode::IsBusy,
    ] {
        let post = Post::with(mode).await;
        let fiji = post.test.focal_point("Fiji").await;
        let receipt = submit(&post.test, &fiji).await;
        let stop = CancellationToken::new();
        let worker = tokio::spawn(mailer::run(post.app.clone(), stop.clone()));
        let sheet = receipt.trim_end_matches("/submission").to_owned();
        let p95 = fiji_saves(fiji, sheet).await;
        worker.abort();
        println!("{mode:?}: {p95:?}");
        if matches!(mode, Mode::Accepts) {
            usual = p95;
        }
        // The machine may be slow; the mail server may not make it slower.
        let most = std::time::Duration::from_millis(500).max(4 * usual);
        assert!(p95 <= most, "{mode:?}: {p95:?}, and {usual:?} where it accepts");
    }
}
