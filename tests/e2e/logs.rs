//! The log of the running program says what was answered, and nothing about whom.
use std::fs;

use tempfile::TempDir;

use crate::commands::Demo;

/// How many requests carry what no log may hold.
const REQUESTS: usize = 500;
/// What stands in everything that is sent.
const CANARY: &str = "canary";
/// Nothing, and what would begin a line of its own, were it written as it came.
const BREAKS: [&str; 7] =
    ["", "%0d%0a", "%0a", "%0A2026-11-25T03:00:00Z%20INFO%20", "%E2%80%A8", "%1b[2J", "%00"];

/// Sends a form or a body of JSON with canaries wherever something can stand.
fn send(demo: &Demo, number: usize) -> String {
    let forged = BREAKS[number % BREAKS.len()];
    let (path, kind, body) = match number % 5 {
        0 => (
            "/sign-in".to_owned(),
            "application/x-www-form-urlencoded",
            format!(
                "email=canary{number}{forged}%40fiji.example&password=canary-password&next=/canary{forged}"
            ),
        ),
        1 => (
            "/api/v1/token".to_owned(),
            "application/json",
            format!(
                "{{\"client_id\":\"canary{number}\\r\\n\",\"client_secret\":\"canary-secret\"}}"
            ),
        ),
        2 => {
            (format!("/canary{forged}{number}?canary={forged}"), "text/plain", "canary".to_owned())
        }
        3 => (
            format!("/unsubscribe/canary{forged}.token"),
            "application/x-www-form-urlencoded",
            "full_name=canary-name".to_owned(),
        ),
        _ => (
            "/csp-report".to_owned(),
            "application/csp-report",
            format!(
                "{{\"csp-report\":{{\"document-uri\":\"http://{}/account?email=canary\\n{number}\",\
             \"effective-directive\":\"script-src\"}}}}",
                demo.address
            ),
        ),
    };
    let head = format!(
        "POST {path} HTTP/1.1\r\nOrigin: http://{}\r\nCookie: __Host-rctm=canary-cookie{number}; \
         __Host-rctm-device=canary.device\r\nAuthorization: Bearer canary.token.{number}\r\n\
         User-Agent: canary-agent\tand more\r\nReferer: http://canary.example/{number}\r\n\
         X-Forwarded-For: canary\r\nIdempotency-Key: canary-{number}\r\nContent-Type: {kind}\r\n\
         Content-Length: {}\r\nConnection: close\r\n",
        demo.address,
        body.len()
    );
    demo.send(&head, &body)
}

/// The log without the colours that it has on a terminal.
fn plain(log: &str) -> String {
    let mut parts = log.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let colour = part.find('m').filter(|at| part[..*at].bytes().all(|b| b.is_ascii_digit()));
        text + colour.map_or(part, |at| &part[at + 1..])
    })
}

/// Whether a line begins as every line of the log does: with the moment.
fn begins_with_a_moment(line: &str) -> bool {
    let moment = line.split_whitespace().next().unwrap_or_default();
    chrono::DateTime::parse_from_rfc3339(moment).is_ok()
}

#[test]
fn the_log_says_what_was_answered_and_nothing_about_whom() {
    let directory = TempDir::new().expect("a directory");
    let log = directory.path().join("log");
    let file = fs::File::create(&log).expect("a log");
    let demo = Demo::logging(&directory.path().join("demo"), file.into());
    demo.get("/sign-in?next=canary-in-a-query");
    demo.get("/canary-in-a-path");
    for number in 0..REQUESTS {
        let answer = send(&demo, number);
        assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
        assert!(!answer.starts_with("HTTP/1.1 5"), "{answer}");
    }
    demo.stop();
    let log = plain(&fs::read_to_string(log).expect("the log"));
    assert!(log.contains("/sign-in") && log.contains("422"), "{log}");
    let told: Vec<_> = log.lines().filter(|line| line.to_lowercase().contains(CANARY)).collect();
    assert_eq!(told, [""; 0]);
    let forged: Vec<_> = log.lines().filter(|line| !begins_with_a_moment(line)).collect();
    assert_eq!(forged, [""; 0], "lines of their own");
    let answered = log.lines().filter(|line| line.contains("Answered ")).count();
    assert_eq!(answered, REQUESTS + 2, "one line for each request");
    println!("{answered} requests with names, addresses, passwords, tokens: 0 in the log");
}
