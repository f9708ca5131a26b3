//! Ten thousand malformed requests, of which none breaks anything.
mod bodies;
mod made;
mod raw;
mod sweep;

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tests::Reply;
use tests::markup::Markup;

use self::made::{noise, request};
use crate::probes::cast::{API, One};
use crate::probes::log::Log;
use crate::probes::world::World;

/// How many requests are made.
const REQUESTS: usize = 10_000;
/// How long any answer may take.
const LONGEST: Duration = Duration::from_secs(2);
/// The seed of the test; another one is taken from the environment.
const SEED: u64 = 7;

/// The seed that decides which requests are made.
#[expect(clippy::disallowed_methods, reason = "whoever looks for more faults sets another seed")]
fn seed() -> u64 {
    std::env::var("RCTM_NOISE_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED)
}

fn runner() -> TestRunner {
    let seed = seed();
    println!("the seed is {seed}; RCTM_NOISE_SEED sets another");
    let bytes: Vec<u8> = seed.to_le_bytes().repeat(4);
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    TestRunner::new_with_rng(Config::default(), random)
}

#[tokio::test]
async fn ten_thousand_malformed_requests_break_nothing() {
    let log = Log::begin();
    let world = World::new().await;
    let (noise, mut runner) = (noise(&world), runner());
    let (mut sent, mut refused, mut slowest) = (0, 0, Duration::ZERO);
    while sent < REQUESTS {
        let made = noise.new_tree(&mut runner).expect("noise").current();
        let described = made.describe();
        let one = &world.all[made.who % world.all.len()];
        // A brake on guessing would answer for everything behind it.
        world.app.pass(chrono::Duration::milliseconds(50));
        let Some(request) = request(made, one) else { continue };
        let (reply, took) = is_answered(one, request, &described).await;
        slowest = slowest.max(took);
        refused += usize::from(reply.status.is_client_error());
        sent += 1;
    }
    logs_no_fault(&log);
    println!("{sent} malformed requests, {refused} refused, 0 faults, the slowest {slowest:?}");
}

/// The answer, which comes in time and is no fault of ours, and how long it took.
async fn is_answered(one: &One, request: Request<Body>, described: &str) -> (Reply, Duration) {
    let began = Instant::now();
    let answered = tokio::time::timeout(LONGEST * 5, one.send_as_it_is(request)).await;
    let reply = answered.unwrap_or_else(|_| panic!("no answer to {described}"));
    let took = began.elapsed();
    assert!(took < LONGEST, "{took:?} for {described}");
    is_no_fault_of_ours(&reply, described);
    (reply, took)
}

#[track_caller]
fn logs_no_fault(log: &Log) {
    let text = log.text();
    for inside in ["panicked", "ERROR"] {
        let line = text.lines().find(|line| line.contains(inside));
        assert!(line.is_none(), "the log says {line:?}");
    }
}

/// Fails where an answer is our own fault, says what is inside, or is no whole page or problem.
#[track_caller]
fn is_no_fault_of_ours(reply: &Reply, described: &str) {
    let status = reply.status;
    assert!(!status.is_server_error(), "{status} to {described}");
    for inside in ["sqlx", "sea_orm", "panicked", ".rs:", "SELECT ", "RUST_BACKTRACE", "\\u{"] {
        assert!(!reply.text.contains(inside), "{inside} in a {status} to {described}");
    }
    let is_packed = reply.header("content-encoding").is_some();
    if !status.is_client_error() || reply.text.is_empty() || is_packed {
        return;
    }
    let kind = reply.header("content-type").unwrap_or_default();
    match kind.split(';').next().unwrap_or_default() {
        "text/html" => {
            let page = Markup::read(&reply.text);
            assert_eq!(page.errors, [""; 0], "{status} to {described}");
            for name in ["main", "h1", "title"] {
                assert_eq!(page.of(name).count(), 1, "{name} in a {status} to {described}");
            }
        }
        "application/problem+json" => {
            let problem = reply.json();
            assert_eq!(problem["status"], status.as_u16(), "{described}");
            for field in ["type", "title", "detail", "request_id"] {
                let said = problem[field].as_str().is_some_and(|text| !text.is_empty());
                assert!(said, "{field} of a {status} to {described}");
            }
        }
        // What the script of the sheet is told.
        "text/plain" => assert_eq!(status.as_u16(), 409, "{described}"),
        other => panic!("{other} in a {status} to {described}"),
    }
}

/// Whether a request is one that changes who is signed in.
fn ends_a_session(method: &Method, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let ends = path.starts_with("/sign-out") || path.starts_with("/account/password");
    *method == Method::POST && ends && !path.starts_with(API)
}
