//! Clients that are slow, silent or too many, and answers that take too long.
use std::time::{Duration, Instant};

use rctm::base::config::Settings;
use rctm::identity::Visitor;
use tests::{Served, TestApp};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn slow(_: Visitor) -> &'static str {
    tokio::time::sleep(Duration::from_secs(5)).await;
    "late"
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_a_page_that_says_so() {
    let pages = rctm::app::pages().get("/slow", slow);
    let hurried = |settings: &mut Settings| {
        settings.limits.answer_within = Duration::from_millis(50);
    };
    let app = TestApp::serving(hurried, pages).await;
    let reply = app.visitor().get("/slow").await;
    reply.is(503).says("<h1>").says("Busy");
    assert_eq!(reply.header("retry-after"), Some("10"));
}

#[tokio::test]
async fn more_requests_than_can_be_answered_are_told_to_come_back() {
    let pages = rctm::app::pages().get("/slow", slow);
    let narrow = |settings: &mut Settings| settings.limits.at_once = 1;
    let app = TestApp::serving(narrow, pages).await;
    let (first, second) = (app.visitor(), app.visitor());
    let late = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        second.get("/sign-in").await
    };
    let (slow, refused) = tokio::join!(first.get("/slow"), late);
    slow.is(200);
    refused.is(503).says("<h1>");
    assert_eq!(refused.header("retry-after"), Some("2"));
}

async fn hurried() -> Served {
    Served::with(|settings| {
        settings.limits.headers_within = Duration::from_millis(300);
        settings.limits.body_within = Duration::from_millis(300);
    })
    .await
}

/// What comes back until the server closes, and how long that takes.
async fn until_closed(served: &Served, sent: &str) -> (String, Duration) {
    let mut stream = TcpStream::connect(served.address).await.expect("a connection");
    let sent = sent.replace("HOST", &served.address.to_string());
    stream.write_all(sent.as_bytes()).await.expect("it is sent");
    let began = Instant::now();
    let mut answer = Vec::new();
    let closed = stream.read_to_end(&mut answer);
    let closed = tokio::time::timeout(Duration::from_secs(5), closed).await;
    assert!(closed.is_ok(), "still open after five seconds: {sent:?}");
    (String::from_utf8_lossy(&answer).into_owned(), began.elapsed())
}

#[tokio::test]
async fn connections_that_say_nothing_or_never_finish_are_closed() {
    let served = hurried().await;
    for half in ["", "GET /sign-in HT", "GET /sign-in HTTP/1.1\r\nHost: HOST\r\nX-Half: "] {
        let (_, took) = until_closed(&served, half).await;
        assert!(took < Duration::from_secs(2), "{half:?} was open for {took:?}");
    }
    served.stop().await;
}

#[tokio::test]
async fn two_hundred_half_open_connections_keep_nobody_waiting() {
    let served = hurried().await;
    let mut held = Vec::new();
    for _ in 0..200 {
        let mut stream = TcpStream::connect(served.address).await.expect("a connection");
        stream.write_all(b"GET /sign-in HTTP/1.1\r\nHo").await.expect("it is sent");
        held.push(stream);
    }
    let whole = "GET /sign-in HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n";
    let (answer, took) = until_closed(&served, whole).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(took < Duration::from_millis(500), "{took:?}");
    for mut stream in held {
        let mut rest = Vec::new();
        let closed = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest));
        assert!(closed.await.is_ok(), "a half-open connection is kept");
    }
    served.stop().await;
}

#[tokio::test]
async fn a_form_that_does_not_arrive_whole_is_a_page_that_says_so() {
    let served = hurried().await;
    let half = "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\
        Connection: close\r\n\r\nemail=a";
    let (answer, _) = until_closed(&served, half).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("<h1>"), "{answer}");
    served.stop().await;
}

#[tokio::test]
async fn a_body_without_end_or_with_two_lengths_is_refused() {
    let served = hurried().await;
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
    let endless = "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\
        Connection: close\r\n\r\n"
        .to_owned()
        + chunk.repeat(5).as_str();
    let (answer, _) = until_closed(&served, &endless).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    let two = "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n\
        Content-Length: 5\r\n\r\nabcde";
    let (answer, _) = until_closed(&served, two).await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    let many = "X-Many: y\r\n".repeat(150);
    let many = format!("GET /sign-in HTTP/1.1\r\nHost: HOST\r\n{many}\r\n");
    let (answer, _) = until_closed(&served, &many).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    served.stop().await;
}
