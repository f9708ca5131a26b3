//! The mail server fails: nothing is lost, nothing is sent twice.
use std::collections::BTreeSet;

use chrono::Duration as Span;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rctm::base::mailer::TroubleKind;
use rctm::base::outbox::{self, EmailState};
use sea_orm::ConnectionTrait;
use tests::smtp_sink::Mode;

use super::{News, Post, recipient, trouble};

#[tokio::test]
async fn while_the_server_is_away_emails_wait_and_then_arrive() {
    let mut post = Post::with(Mode::Accepts).await;
    post.sink.go_away().await;
    post.queue(30).await;
    assert_eq!(post.deliver().await, 0);
    assert_eq!(post.in_state(EmailState::Queued).await, 30);
    for row in post.rows().await {
        assert_eq!(trouble(&row), Some((TroubleKind::Unreachable, None)));
        assert_eq!(row.next_attempt_at - post.test.now(), Span::seconds(5));
    }
    post.sink.come_back().await;
    assert_eq!(post.deliver().await, 0, "nothing is due yet");
    post.test.pass(Span::seconds(5));
    assert_eq!(post.deliver().await, 30);
    post.all_arrived_once(30).await;
}

#[tokio::test]
async fn faults_that_pass_lose_nothing_and_send_nothing_twice() {
    for mode in [
        Mode::Greylists,
        Mode::DefersMessages,
        Mode::Tarpits,
        Mode::IsBusy,
        Mode::DropsAfterData,
        Mode::TakesOneAtATime,
        Mode::IsSlow,
    ] {
        let post = Post::with(mode).await;
        post.queue(3).await;
        post.deliver().await;
        post.sink.behave(if mode == Mode::Greylists { mode } else { Mode::Accepts });
        post.until_nothing_waits().await;
        post.all_arrived_once(3).await;
        let own: BTreeSet<_> = post.rows().await.into_iter().map(|row| row.message_id).collect();
        let seen: BTreeSet<_> = post.sink.ids().into_iter().collect();
        assert_eq!(seen, own, "{mode:?} saw another Message-ID");
    }
}

#[tokio::test]
async fn a_server_that_ends_each_session_costs_no_attempt() {
    let post = Post::with(Mode::TakesOneAtATime).await;
    post.queue(10).await;
    assert_eq!(post.deliver().await, 10);
    post.all_arrived_once(10).await;
    assert!(post.rows().await.iter().all(|row| row.attempts == 1));
}

#[tokio::test]
async fn where_no_answer_comes_the_copies_are_the_same_byte_for_byte() {
    for mode in [Mode::DropsAfterDot, Mode::HangsAfterDot] {
        let post = Post::with(mode).await;
        post.queue(1).await;
        assert_eq!(post.deliver().await, 0);
        let row = &post.rows().await[0];
        assert_eq!(trouble(row), Some((TroubleKind::NoAnswer, None)));
        assert_eq!(row.next_attempt_at - post.test.now(), Span::minutes(2));
        post.sink.behave(Mode::Accepts);
        post.until_nothing_waits().await;
        // Nobody can tell whether the first arrived; by its Message-ID a mailbox shows it once.
        assert_eq!(
            post.sink.copies().into_iter().collect::<Vec<_>>(),
            [(row.message_id.clone(), 2)]
        );
        let deliveries = post.sink.deliveries();
        assert_eq!(deliveries[0], deliveries[1]);
    }
}

#[tokio::test]
async fn what_the_server_refuses_for_good_is_not_tried_again_and_holds_up_nobody() {
    for (mode, kind, code) in [
        (Mode::RefusesRecipients, TroubleKind::Recipient, 550),
        (Mode::RefusesMessages, TroubleKind::Refused, 554),
    ] {
        let post = Post::with(mode).await;
        post.queue(2).await;
        post.deliver().await;
        assert_eq!(post.in_state(EmailState::Failed).await, 2);
        assert_eq!(post.sink.connections(), 1, "the session is kept");
        for row in post.rows().await {
            assert_eq!(trouble(&row), Some((kind, Some(code))));
            assert!(!row.last_error.expect("an error").contains('@'));
        }
        post.sink.behave(Mode::Accepts);
        post.test.pass(Span::days(3));
        assert_eq!(post.deliver().await, 0);
    }
}

#[tokio::test]
async fn after_ten_attempts_over_two_days_we_give_up() {
    let mut post = Post::with(Mode::Accepts).await;
    post.sink.go_away().await;
    post.queue(1).await;
    let mut attempts = 0;
    while post.in_state(EmailState::Queued).await == 1 {
        post.deliver().await;
        attempts += 1;
        let row = &post.rows().await[0];
        assert_eq!(row.attempts, attempts);
        assert!(row.next_attempt_at - post.test.now() <= Span::hours(24));
        post.test.pass(Span::hours(24));
    }
    assert_eq!(attempts, 10);
    assert_eq!(post.in_state(EmailState::Failed).await, 1);
}

#[tokio::test]
async fn a_clock_that_jumped_back_holds_nothing_up() {
    let mut post = Post::with(Mode::Accepts).await;
    post.sink.go_away().await;
    post.queue(1).await;
    post.test.pass(Span::days(365));
    post.deliver().await;
    post.test.pass(-Span::days(365));
    post.sink.come_back().await;
    assert_eq!(post.deliver().await, 1);
    post.all_arrived_once(1).await;
}

#[tokio::test]
async fn hostile_names_and_subjects_command_nothing() {
    let post = Post::with(Mode::Accepts).await;
    let mut runner = TestRunner::deterministic();
    let shapes = [
        "[\r\n\u{0}-\u{1f}\u{80}-\u{9f}a-z<>@:;,\"\\\\.]{0,80}",
        "(\r\nRCPT TO:<evil@example\\.org>|\r\n\\.\r\n|\nBcc: x@example\\.org|[a-z ]){0,12}",
        "\\PC{0,300}",
    ];
    let tx = post.app.db.begin().await.expect("a transaction");
    for number in 0..300 {
        let text = proptest::string::string_regex(shapes[number % shapes.len()]).expect("a shape");
        let hostile = text.new_tree(&mut runner).expect("a text").current();
        let recipient = recipient(&hostile, number);
        let (event, news) = (format!("news:{number}"), News(&hostile));
        outbox::enqueue(&post.app, &tx, &event, &recipient, (&news, None)).await.expect("queued");
    }
    tx.commit().await.expect("committed");
    assert_eq!(post.deliver().await, 300);
    post.all_arrived_once(300).await;
    assert_eq!(post.sink.bare_line_ends(), 0);
    let commands = post.sink.commands();
    let count = |verb: &str| commands.iter().filter(|line| line.starts_with(verb)).count();
    let expected = [count("EHLO"), count("MAIL"), count("RCPT"), count("DATA"), count("QUIT")];
    assert_eq!(expected, [1, 300, 300, 300, 1]);
    assert_eq!(commands.len(), 902, "there are other commands");
    assert!(post.sink.deliveries().iter().all(|delivery| delivery.to.len() == 1));
}

#[tokio::test]
async fn a_row_that_cannot_be_made_into_a_message_holds_up_nobody() {
    let post = Post::with(Mode::Accepts).await;
    post.queue(3).await;
    let spoilt = "update outbox set to_address = 'nobody' where event = 'news:1'";
    post.app.db.for_migrations().execute_unprepared(spoilt).await.expect("spoilt");
    assert_eq!(post.deliver().await, 2);
    let rows = post.rows().await;
    let failed = rows.iter().find(|row| row.state == EmailState::Failed).expect("one failed");
    assert_eq!(trouble(failed), Some((TroubleKind::Address, None)));
}
