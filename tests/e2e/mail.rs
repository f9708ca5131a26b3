//! Emails arrive: once, whatever the mail server does.
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Duration as Span;
use chrono_tz::Tz;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rctm::base::App;
use rctm::base::config::MailSettings;
use rctm::base::i18n::{Locale, Message, Reader};
use rctm::base::ids::{AccountId, OrganisationId};
use rctm::base::letter::{Action, Envelope, Fact, Letter, Part};
use rctm::base::mailer::{Mailer, Patience, Trouble, TroubleKind, deliver_due};
use rctm::base::outbox::{self, Email, EmailState, OutboxEmail, Recipient};
use sea_orm::ConnectionTrait;
use tests::TestApp;
use tests::smtp_sink::{Mode, SmtpSink};
use tokio_util::sync::CancellationToken;

/// Some news, with a subject of somebody's making.
struct News<'a>(&'a str);

impl Email for News<'_> {
    fn subject(&self) -> Message {
        Message::new("letter-list").with("start", self.0).with("end", "news")
    }

    fn letter(&self) -> Letter {
        let value = Fact::Text(self.0.to_owned());
        Letter {
            over: "nav-nominations".into(),
            heading: self.subject(),
            lede: "layout-foot".into(),
            parts: vec![Part { heading: None, facts: vec![("emails-subject".into(), value)] }],
            notes: vec![],
            action: Action {
                label: "nav-demand".into(),
                address: "https://rctm.example/demand".into(),
            },
            reasons: vec![],
        }
    }
}

/// An installation that sends to a mail server of the test's.
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

    /// Another program on the same database.
    async fn second_instance(&self) -> App {
        let settings = (*self.app.settings).clone();
        rctm::app::open(settings, self.app.clock.clone()).await.expect("the database opens")
    }

    async fn queue(&self, count: usize) {
        self.queue_for(count, |number| format!("Director {number}")).await;
    }

    async fn queue_for(&self, count: usize, name: impl Fn(usize) -> String) {
        let tx = self.app.db.begin().await.expect("a transaction");
        for number in 0..count {
            let recipient = recipient(&name(number), number);
            let (event, news) = (format!("news:{number}"), News("Fiji"));
            let queued = outbox::enqueue(&self.app, &tx, &event, &recipient, (&news, None));
            queued.await.expect("queued");
        }
        tx.commit().await.expect("committed");
    }

    /// Sends what is due, with as little patience as a test has.
    async fn deliver(&self) -> usize {
        let mut mailer = impatient(&self.app);
        let sent = mailer.deliver_due(&CancellationToken::new()).await.expect("delivery");
        mailer.rest().await;
        sent
    }

    async fn rows(&self) -> Vec<OutboxEmail> {
        outbox::newest(&self.app.db, 10_000).await.expect("rows")
    }

    async fn in_state(&self, state: EmailState) -> usize {
        self.rows().await.iter().filter(|row| row.state == state).count()
    }

    /// Sends again and again as time passes, until nothing waits.
    async fn until_nothing_waits(&self) {
        for _ in 0..12 {
            self.deliver().await;
            if self.in_state(EmailState::Queued).await == 0 {
                return;
            }
            self.test.pass(Span::hours(25));
        }
        panic!("some emails still wait");
    }

    /// Fails unless every row was sent and arrived once, under its own Message-ID.
    async fn all_arrived_once(&self, count: usize) {
        let rows = self.rows().await;
        assert_eq!(rows.len(), count);
        assert!(rows.iter().all(|row| row.state == EmailState::Sent), "some were not sent");
        let copies = self.sink.copies();
        for row in &rows {
            assert_eq!(copies.get(&row.message_id), Some(&1), "{}", row.message_id);
        }
        assert_eq!(copies.len(), count, "there are messages of no row");
    }
}

fn recipient(name: &str, number: usize) -> Recipient {
    Recipient::new(
        (AccountId::new(), OrganisationId::new()),
        (name.to_owned(), format!("director.{number}@centre.example")),
        Locale::english(),
        Tz::Asia__Jakarta,
    )
}

fn impatient(app: &App) -> Mailer {
    let patience =
        Patience { connect: Duration::from_millis(500), message: Duration::from_millis(700) };
    Mailer::new(app, patience)
}

fn trouble(row: &OutboxEmail) -> Option<(TroubleKind, Option<u16>)> {
    let trouble = row.last_error.as_deref().and_then(Trouble::read);
    trouble.map(|trouble| (trouble.kind, trouble.code))
}

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
    let worker = tokio::spawn(rctm::base::mailer::run(post.app.clone(), stop.clone()));
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
async fn the_worker_wakes_when_the_bell_rings() {
    let post = Post::with(Mode::Accepts).await;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(rctm::base::mailer::run(post.app.clone(), stop.clone()));
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

#[tokio::test]
async fn queueing_is_as_fast_as_ever_while_the_server_hangs() {
    let post = Post::with(Mode::Tarpits).await;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(rctm::base::mailer::run(post.app.clone(), stop.clone()));
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
    assert!(took < Duration::from_secs(60), "{took:?}");
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

/// A letter with everything that a letter can hold.
fn sample() -> Letter {
    let words = |key: &'static str, text: &str| {
        Message::new(key).with("start", text).with("end", "and so on")
    };
    let text = |text: &str| Fact::Text(text.to_owned());
    let reason = "Four new liaison posts open in 2027 and none of the officers has had the core \
        course. <b>It matters.</b>";
    Letter {
        over: "nav-nominations".into(),
        heading: words("letter-list", "Fiji asks for immigration liaison officer training"),
        lede: words("letter-list", "To the Training Director of JCLEC: your centre teaches this"),
        parts: vec![
            Part {
                heading: None,
                facts: vec![
                    ("role-focal-point".into(), text("Fiji")),
                    ("nav-catalogue".into(), text("Immigration liaison officer")),
                    ("nav-rounds".into(), Fact::Quarters(vec![1, 3])),
                    ("nav-demand".into(), Fact::Words("email-queued".into())),
                    ("emails-subject".into(), text(reason)),
                ],
            },
            Part {
                heading: Some("nav-courses".into()),
                facts: vec![("nav-rounds".into(), Fact::Quarters(vec![]))],
            },
        ],
        notes: vec![
            words("letter-list", "Your delivery of 8 to 19 February 2027 meets one of the two"),
            "email-trouble-no-answer".into(),
        ],
        action: Action {
            label: "nav-demand".into(),
            address: "https://rctm.example/demand?type=ILO&round=2027".into(),
        },
        reasons: vec!["stop-undo".into()],
    }
}

#[test]
fn a_letter_says_the_same_in_text_and_in_html() {
    let reader = Reader { locale: Locale::english(), zone: Tz::Asia__Jakarta };
    let envelope = Envelope {
        written: "9 December 2026, 10:42 in Jakarta".to_owned(),
        notices: "https://rctm.example/notices".to_owned(),
        unsubscribe: Some("https://rctm.example/unsubscribe/abc.def"),
        demo: true,
    };
    let text = sample().text(reader, &envelope).expect("it renders");
    assert!(text.lines().all(|line| line.len() <= 72), "{text}");
    insta::assert_snapshot!("letter_text", text);
    let html = sample().html(reader, "Fiji asks", &envelope).expect("it renders");
    insta::assert_snapshot!("letter_html", html);
}
