//! The program is killed in the middle of its work.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sea_orm::ConnectionTrait;
use tests::smtp_sink::{Mode, SmtpSink};
use tests::{PASSWORD, Program, TestApp};

use super::new_course;

const WRITES: usize = 1_000;
const KILLS: usize = 10;
const WRITERS: usize = 4;

fn director() -> String {
    let found = seed::demonstration_accounts().into_iter().find(|account| {
        matches!(account.memberships.as_slice(), [only]
            if only.role.as_str() == "training_director" && only.organisation_code == "JCLEC")
    });
    found.expect("a director of JCLEC").email.to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_kills_during_a_thousand_writes_lose_nothing_and_double_nothing() {
    let test = TestApp::new().await;
    let mut program = Program::start(test.database().url()).await;
    let client = Arc::new(program.client());
    client.sign_in(&director(), PASSWORD).await;
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (client, acknowledged) = (client.clone(), acknowledged.clone());
            tokio::spawn(async move {
                for number in 0..WRITES / WRITERS {
                    let form = new_course(&format!("K{writer}-{number}"), "Through a kill");
                    let fields: Vec<_> =
                        form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                    let mut tries = 0;
                    loop {
                        let answer = client.post("/courses/new", &fields).await;
                        let led = answer.as_ref().and_then(|answer| answer.location.clone());
                        match answer.map(|answer| answer.status) {
                            Some(303) => {
                                let led = led.expect("it leads on");
                                assert!(led.ends_with("/edit"), "the session was lost: {led}");
                                break;
                            }
                            None | Some(503) => tries += 1,
                            Some(status) => panic!("an answer {status}"),
                        }
                        assert!(tries < 2_000, "it is never taken");
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                    acknowledged.fetch_add(1, Ordering::SeqCst);
                }
            })
        })
        .collect();
    let mut slowest = Duration::ZERO;
    for kill in 1..=KILLS {
        while acknowledged.load(Ordering::SeqCst) < kill * WRITES / (KILLS + 1) {
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
        program.kill();
        slowest = slowest.max(program.start_again().await);
    }
    for writer in writers {
        writer.await.expect("every write is taken in the end");
    }
    println!("back within {slowest:?} at the latest");
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
    let titled = "select count(*) as n from course where draft like '%Through a kill%'";
    assert_eq!(test.count(titled, vec![]).await, 1_000);
    let audited = "select count(*) as n from audit_entry where action = 'course.create' \
        and account_id = (select id from account where email = $1) and at > $2";
    let since = test.now() - chrono::Duration::days(10_000);
    let written = test.count(audited, vec![director().into(), since.into()]).await;
    assert_eq!(written, 1_000, "an entry of the audit log is missing or doubled");
    if !test.database().is_postgres() {
        let rows = test.query("pragma integrity_check", vec![]).await;
        assert_eq!(rows[0].try_get::<String>("", "integrity_check").expect("text"), "ok");
    }
}

/// So many that the kills come before all of them are sent.
const EMAILS: i64 = 200;
/// More than anything takes on a slow machine.
const LONG: Duration = Duration::from_secs(90);
const KILLS_WHILE_SENDING: usize = 3;

/// Puts emails into the outbox that are due, in place of those of the demonstration.
async fn queue(test: &TestApp) {
    let db = test.app.db.for_migrations();
    db.execute_unprepared("delete from outbox").await.expect("empty");
    for number in 0..EMAILS {
        let id = rctm::base::ids::EmailId::new();
        let sql = "insert into outbox (id, event, to_name, to_address, locale, subject, \
            body_text, body_html, message_id, state, attempts, next_attempt_at, queued_at) \
            values ($1, $2, $3, $4, 'en', $3, $3, $3, $5, 'queued', 0, $6, $6)";
        let name = format!("Director {number}");
        let values = vec![
            id.0.into(),
            format!("news:{number}").into(),
            name.into(),
            format!("director.{number}@centre.example").into(),
            format!("<{id}@rctm.example>").into(),
            test.now().into(),
        ];
        test.execute(sql, values).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_while_two_workers_send_lose_no_email_and_copy_one_each_at_most() {
    let test = TestApp::new().await;
    queue(&test).await;
    let sink = SmtpSink::start(Mode::IsSlow).await;
    let smtp = sink.url();
    let settings = [("RCTM_SMTP_URL", smtp.as_str())];
    let url = test.database().url();
    let steady = Program::with(url, &settings, None).await;
    let mut shaky = Program::with(url, &settings, None).await;
    for _ in 0..KILLS_WHILE_SENDING {
        let (before, began) = (sink.deliveries().len(), Instant::now());
        while sink.deliveries().len() < before + 5 {
            assert!(began.elapsed() < LONG, "nothing is sent");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        shaky.kill();
        shaky.start_again().await;
    }
    for mut program in [steady, shaky] {
        program.tell_to_stop();
        assert!(program.ended(Duration::from_secs(25)).await.success());
    }
    // What the killed held, they hold no more once three minutes have passed.
    let past = test.now() - chrono::Duration::days(1);
    let held = "update outbox set lease_until = $1 where state = 'sending'";
    test.execute(held, vec![past.into()]).await;
    sink.behave(Mode::Accepts);
    let last = Program::with(url, &settings, None).await;
    let waits = "select count(*) as n from outbox where state <> 'sent'";
    let began = Instant::now();
    while test.count(waits, vec![]).await > 0 {
        assert!(began.elapsed() < LONG, "not everything is sent");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    drop(last);
    let copies = sink.copies();
    assert_eq!(i64::try_from(copies.len()).expect("few"), EMAILS, "lost, or renamed");
    let more = sink.deliveries().len() - copies.len();
    println!("{more} copies by {KILLS_WHILE_SENDING} kills");
    assert!(more <= KILLS_WHILE_SENDING, "{more} copies");
    let rows = test.query("select message_id from outbox", vec![]).await;
    for row in rows {
        let id: String = row.try_get("", "message_id").expect("an id");
        assert!(copies.contains_key(&id), "{id}");
    }
}
