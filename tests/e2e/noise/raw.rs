//! Bytes on a connection that are no request, or nearly one.
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use tests::Served;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::runner;

/// How many connections are made.
const CONNECTIONS: usize = 1_000;
/// How long a connection may be held open.
const LONGEST: Duration = Duration::from_secs(2);

/// What is done to a whole request.
#[derive(Clone, Debug)]
enum Spoil {
    Cut(Index),
    Flip(Index, u8),
    Insert(Index, &'static [u8]),
    Twice,
}

const WHOLE: [&str; 4] = [
    "GET /catalogue?q=a HTTP/1.1\r\nHost: HOST\r\nAccept: */*\r\nConnection: close\r\n\r\n",
    "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nContent-Type: \
     application/x-www-form-urlencoded\r\nContent-Length: 20\r\nConnection: close\r\n\r\n\
     email=a%40b&password",
    "POST /api/v1/token HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n\
     Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n",
    "GET /api/v1/courses HTTP/1.0\r\nHost: HOST\r\nAuthorization: Bearer a.b.c\r\n\r\n",
];

fn spoiling() -> impl Strategy<Value = (&'static str, Vec<Spoil>)> {
    let inserted: Vec<&'static [u8]> = vec![
        b"\0",
        b"\r\n",
        b"\n\n",
        b"\r\r\n",
        b"\xff\xfe",
        b" HTTP/1.1\r\n\r\n",
        b"\t \t",
        b":",
        b"%",
        b"Content-Length: 9\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"FFFFFFFFFFFFFFFF\r\n",
    ];
    let spoil = prop_oneof![
        any::<Index>().prop_map(Spoil::Cut),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Spoil::Flip(at, byte)),
        (any::<Index>(), select(inserted)).prop_map(|(at, bytes)| Spoil::Insert(at, bytes)),
        Just(Spoil::Twice),
    ];
    (select(WHOLE.to_vec()), prop::collection::vec(spoil, 1..4))
}

fn spoilt(whole: &str, host: &str, spoils: &[Spoil]) -> Vec<u8> {
    let mut bytes = whole.replace("HOST", host).into_bytes();
    for spoil in spoils {
        match spoil {
            Spoil::Cut(at) => bytes.truncate(at.index(bytes.len() + 1)),
            Spoil::Flip(at, byte) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] ^= byte;
            }
            Spoil::Flip(..) => {}
            Spoil::Insert(at, more) => {
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, more.iter().copied());
            }
            Spoil::Twice => bytes.extend_from_within(..),
        }
    }
    bytes
}

#[tokio::test]
async fn a_thousand_malformed_connections_are_answered_or_closed_in_time() {
    let served = Served::with(|settings| {
        settings.limits.headers_within = Duration::from_millis(500);
        settings.limits.body_within = Duration::from_millis(500);
    })
    .await;
    let host = served.address.to_string();
    let (strategy, mut runner) = (spoiling(), runner());
    let mut answered = 0;
    for _ in 0..CONNECTIONS {
        let (whole, spoils) = strategy.new_tree(&mut runner).expect("noise").current();
        let bytes = spoilt(whole, &host, &spoils);
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let began = Instant::now();
        let answer = exchange(&served, &bytes).await;
        assert!(began.elapsed() < LONGEST, "{:?} for {shown:?}", began.elapsed());
        if !answer.is_empty() {
            let text = String::from_utf8_lossy(&answer);
            assert!(text.starts_with("HTTP/1."), "{text:?} to {shown:?}");
            assert!(!text.starts_with("HTTP/1.1 5"), "{text:?} to {shown:?}");
            answered += 1;
        }
    }
    let whole = format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    let mut stream = TcpStream::connect(served.address).await.expect("a connection");
    stream.write_all(whole.as_bytes()).await.expect("it is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "it answers no more: {answer}");
    println!("{CONNECTIONS} malformed connections, {answered} answered, 0 held open");
    served.stop().await;
}

/// What comes back until the server closes; nothing more is sent after these bytes.
async fn exchange(served: &Served, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(served.address).await.expect("a connection");
    // The server may have closed by now, which is an answer too.
    let _ = stream.write_all(bytes).await;
    let _ = stream.shutdown().await;
    let mut answer = Vec::new();
    let read = stream.read_to_end(&mut answer);
    let closed = tokio::time::timeout(LONGEST * 2, read).await;
    assert!(closed.is_ok(), "held open: {:?}", String::from_utf8_lossy(bytes));
    answer
}
