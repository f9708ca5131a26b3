//! Workers send what waits.
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Duration as Span;
use rctm::base::App;
use rctm::base::config::MailSettings;
use rctm::base::mailer::{self, deliver_due};
use rctm::base::outbox::{self, EmailState};
use tests::smtp_sink::Mode;
use tokio_util::sync::CancellationToken;

use super::{News, Post, recipient};

#[tokio::test]
async fn everybody_gets_their_email_once_over_one_connection() {
    let post = Post::with(Mode::Accepts).await;
    post.queue(50).await;
    assert_eq!(deliver_due(&post.app).await.expect("delivery"), 50);
    assert_eq!(deliver_due(&post.app).await.expect("delivery"), 0);
    post.all_arrived_once(50).await;
    assert_eq!(post.sink.connections(), 1);
    for delivery in post.sink.deliveries() {
        assert_eq!(delivery.from, "notices@rctm.example");
        assert_eq!(delivery.header("Auto-Submitted").as_deref(), Some("auto-generated"));
        assert!(delivery.header("To").expect("To").contains(&delivery.to[0]));
    }
}

#[tokio::test]
async fn one_event_writes_to_one_address_once() {
    let post = Post::with(Mode::Accepts).await;
    post.queue(3).await;
    post.queue(3).await;
    assert_eq!(post.deliver().await, 3);
    post.all_arrived_once(3).await;
}

#[tokio::test]
async fn two_workers_on_one_database_never_send_the_same_email() {
    let post = Post::with(Mode::Accepts).await;
    post.queue(200).await;
    let second = post.second_instance().await;
    let (a, b) = tokio::join!(deliver_due(&post.app), deliver_due(&second));
    assert_eq!(a.expect("delivery") + b.expect("delivery"), 200);
    post.all_arrived_once(200).await;
}

#[tokio::test]
async fn what_a_killed_worker_held_is_taken_over() {
    let post = Post::with(Mode::HangsAfterDot).await;
    post.queue(15).await;
    let app = post.app.clone();
    let worker = tokio::spawn(async move { deliver_due(&app).await });
    while post.sink.deliveries().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    worker.abort();
    let _ = worker.await;
    post.sink.behave(Mode::Accepts);
    assert_eq!(post.in_state(EmailState::Sending).await, 15);
    assert_eq!(post.deliver().await, 0, "its lease has not ended");
    post.test.pass(Span::minutes(3));
    assert_eq!(post.deliver().await, 15);
    let copies = post.sink.copies();
    assert_eq!(copies.len(), 15, "something was lost");
    assert_eq!(copies.values().filter(|copies| **copies > 1).count(), 1);
    assert_eq!(post.sink.deliveries().len(), 16, "one kill makes one copy at most");
}

#[tokio::test]
async fn a_worker_that_is_told_to_stop_gives_back_what_it_holds() {
    let post = Post::with(Mode::Tarpits).await;
    post.queue(25).await;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(mailer::run(post.app.clone(), stop.clone()));
    while post.in_state(EmailState::Sending).await == 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    stop.cancel();
    let ended = tokio::time::timeout(Duration::from_secs(5), worker).await;
    ended.expect("it ends at once").expect("without a panic");
    let rows = post.rows().await;
    assert!(rows.iter().all(|row| row.state == EmailState::Queued && row.lease_until.is_none()));
    assert!(rows.iter().all(|row| row.attempts == 0));
}

#[tokio::test]
async fn the_worker_wakes_when_the_bell_rings() {
    let post = Post::with(Mode::Accepts).await;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(mailer::run(post.app.clone(), stop.clone()));
    tokio::time::sleep(Duration::from_millis(200)).await;
    let began = Instant::now();
    post.queue(1).await;
    post.app.mail_bell.ring();
    while post.sink.deliveries().is_empty() {
        assert!(began.elapsed() < Duration::from_millis(2_500), "it only looked by itself");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.cancel();
    worker.await.expect("without a panic");
}

#[tokio::test]
async fn queueing_is_as_fast_as_ever_while_the_server_hangs() {
    let post = Post::with(Mode::Tarpits).await;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(mailer::run(post.app.clone(), stop.clone()));
    let mut times = Vec::new();
    for round in 0..40 {
        let began = Instant::now();
        let tx = post.app.db.begin().await.expect("a transaction");
        for number in 0..10 {
            let (event, recipient) = (format!("round:{round}"), recipient("Director", number));
            let queued = outbox::enqueue(&post.app, &tx, &event, &recipient, (&News("Fiji"), None));
            queued.await.expect("queued");
        }
        tx.commit().await.expect("committed");
        post.app.mail_bell.ring();
        times.push(began.elapsed());
    }
    stop.cancel();
    worker.await.expect("without a panic");
    times.sort();
    println!("10 emails queued in {:?} (median), {:?} (p95)", times[20], times[37]);
    assert!(times[37] < Duration::from_millis(500), "{:?}", times[37]);
}

#[tokio::test]
async fn two_thousand_emails_leave_in_a_few_seconds() {
    let post = Post::with(Mode::Accepts).await;
    post.queue(2_000).await;
    let began = Instant::now();
    assert_eq!(deliver_due(&post.app).await.expect("delivery"), 2_000);
    let took = began.elapsed();
    println!("2,000 emails in {took:?}: {:.0} a second", 2_000.0 / took.as_secs_f64());
    post.all_arrived_once(2_000).await;
    assert_eq!(post.sink.connections(), 1);
    assert!(took < Duration::from_mins(1), "{took:?}");
}

#[tokio::test]
async fn emails_of_a_demonstration_are_files() {
    let post = Post::with(Mode::Accepts).await;
    let directory = tempfile::tempdir().expect("a directory");
    let mut settings = (*post.app.settings).clone();
    settings.mail = MailSettings::Directory(directory.path().join("mail"));
    let app = App { settings: Arc::new(settings), ..post.app.clone() };
    post.queue(3).await;
    assert_eq!(deliver_due(&app).await.expect("delivery"), 3);
    for row in post.rows().await {
        let file = directory.path().join("mail").join(format!("{}.eml", row.id));
        let message = std::fs::read_to_string(file).expect("a file");
        assert!(message.contains(&format!("Message-ID: {}\r\n", row.message_id)));
    }
    let files = std::fs::read_dir(directory.path().join("mail")).expect("the directory");
    assert_eq!(files.count(), 3, "half-written files are left");
}
