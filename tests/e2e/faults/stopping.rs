//! Told to stop: what is under way is finished, nothing new begins, nothing is held back.
use std::time::{Duration, Instant};

use tests::smtp_sink::{Mode, SmtpSink};
use tests::{PASSWORD, Program, TestApp};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::{new_course, submit};

#[tokio::test]
async fn a_request_under_way_is_finished_and_no_other_begins() {
    let test = TestApp::new().await;
    let mut program = Program::start(test.database().url()).await;
    let client = program.client();
    client.sign_in("focal.point@fiji.example", PASSWORD).await;
    let form = "course_nominated=at_once&more=xxxxxxxxxxxxxxxxxxxxxxxxxxx";
    let mut slow = TcpStream::connect(&program.address).await.expect("a connection");
    let head = client.head_of_post("/notices", form.len());
    let half = format!("{head}{}{}", client.rest_of_head(), &form[..10]);
    slow.write_all(half.as_bytes()).await.expect("half is sent");
    tokio::time::sleep(Duration::from_millis(300)).await;
    program.tell_to_stop();
    let began = Instant::now();
    while program.readiness().await != 503 {
        assert!(began.elapsed() < Duration::from_secs(1), "probes are not told");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(client.get("/catalogue").await.expect("an answer").status, 503);
    assert_eq!(client.get("/healthz/live").await.expect("an answer").status, 200);
    slow.write_all(&form.as_bytes()[10..]).await.expect("the rest is sent");
    let answer = client.answer(slow).await.expect("it is answered");
    assert_eq!(answer.status, 303, "{}", answer.text);
    let status = program.ended(Duration::from_secs(5)).await;
    assert_eq!(status.code(), Some(0));
    assert!(client.get("/catalogue").await.is_none(), "somebody still listens");
}

#[tokio::test]
async fn what_is_not_being_sent_is_handed_back_at_once() {
    let test = TestApp::new().await;
    submit(&test, &test.focal_point("Fiji").await).await;
    let waits = "select count(*) as n from outbox where state = 'queued'";
    let before = test.count(waits, vec![]).await;
    assert!(before > 1, "too few are told");
    // It takes a message and says nothing: that one may have arrived, the others have not begun.
    let sink = SmtpSink::start(Mode::HangsAfterDot).await;
    let smtp = sink.url();
    let mut program =
        Program::with(test.database().url(), &[("RCTM_SMTP_URL", smtp.as_str())], None).await;
    let began = Instant::now();
    while sink.deliveries().is_empty() {
        assert!(began.elapsed() < Duration::from_secs(20), "nothing is sent");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    program.tell_to_stop();
    let began = Instant::now();
    while test.count(waits, vec![]).await < before - 1 {
        assert!(began.elapsed() < Duration::from_secs(3), "they are held back");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // Another instance sends them at once; the lease of the one in doubt goes on.
    sink.behave(Mode::Accepts);
    let url = test.database().url();
    let other = Program::with(url, &[("RCTM_SMTP_URL", smtp.as_str())], None).await;
    let began = Instant::now();
    while test.count(waits, vec![]).await > 0 {
        assert!(began.elapsed() < Duration::from_secs(10), "the other does not send them");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    drop(other);
    program.kill();
}

#[tokio::test]
async fn figures_are_served_on_their_own_address_alone() {
    let test = TestApp::new().await;
    let listen = tests::free_address();
    let settings = [("RCTM_METRICS_LISTEN", listen.as_str())];
    let mut program = Program::with(test.database().url(), &settings, None).await;
    let client = program.client();
    client.sign_in("focal.point@fiji.example", PASSWORD).await;
    let form = new_course("IDM-777", "Not a director");
    let fields: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let refused = client.post("/courses/new", &fields).await.expect("an answer");
    assert_eq!(refused.status, 403);
    assert_eq!(client.get("/metrics").await.expect("an answer").status, 404);
    let mut stream = TcpStream::connect(&listen).await.expect("a connection");
    let request = format!("GET /metrics HTTP/1.1\r\nHost: {listen}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("it is sent");
    let answer = client.answer(stream).await.expect("an answer");
    assert_eq!(answer.status, 200);
    for series in ["rctm_http_requests_total{", "rctm_build_info{", "rctm_emails{state=\"sent\"}"] {
        assert!(answer.text.contains(series), "{series}: {}", answer.text);
    }
    program.tell_to_stop();
    assert_eq!(program.ended(Duration::from_secs(25)).await.code(), Some(0));
}
