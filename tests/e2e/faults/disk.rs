//! The disk is full: what was acknowledged is there, reading goes on, and room is enough to
//! go on writing.
use std::process::Command;
use std::time::Duration;

use tests::{Caller, PASSWORD, Program, TestApp};

use super::{NOTHING_SAVED, new_course};

/// How much files may grow, in blocks of 512 bytes: a few dozen writes.
const ROOM: u64 = 200;

/// Runs a program whose files, its log among them, may not grow further than `ROOM` beyond the
/// largest there is.
fn wrapper(test: &TestApp) -> String {
    let directory = test.database().directory();
    let files = std::fs::read_dir(directory).expect("a directory");
    let sizes = files.map(|file| file.expect("a file").metadata().expect("its size").len());
    let blocks = sizes.max().expect("a database").div_ceil(512) + ROOM;
    let log = directory.join("log").display().to_string();
    format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$@\" 2>>'{log}'")
}

fn director() -> String {
    let found = seed::demonstration_accounts().into_iter().find(|account| {
        matches!(account.memberships.as_slice(), [only]
            if only.role.as_str() == "training_director" && only.organisation_code == "JCLEC")
    });
    found.expect("a director of JCLEC").email.to_owned()
}

/// Sends the form of this course; tells the status and the page.
async fn begin(client: &Caller, code: &str) -> (u16, String) {
    let form = new_course(code, "At the edge");
    let fields: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = client.post("/courses/new", &fields).await.expect("an answer");
    if answer.status == 303 {
        assert_eq!(answer.location, Some(format!("/courses/{code}/edit")), "it is not taken");
    }
    (answer.status, answer.text)
}

/// From now on its files may grow to so many bytes.
fn files_may_grow_to(program: &Program, most: &str) {
    let (id, limit) = (program.id().to_string(), format!("--fsize={most}:"));
    let done = Command::new("prlimit").args(["--pid", &id, &limit]).status();
    assert!(done.expect("prlimit runs").success());
}

#[tokio::test]
async fn a_full_disk_loses_nothing_that_was_acknowledged_and_needs_no_restart() {
    let test = TestApp::new().await;
    if test.database().is_postgres() {
        return;
    }
    let program = Program::with(test.database().url(), &[], Some(&wrapper(&test))).await;
    let client = program.client();
    client.sign_in(&director(), PASSWORD).await;
    let (mut taken, mut refused) = (Vec::new(), 0);
    for number in 0..100 {
        let code = format!("E-{number}");
        match begin(&client, &code).await {
            (303, _) => taken.push(code),
            (503, page) => {
                assert!(page.contains(NOTHING_SAVED) && page.contains("At the edge"), "{page}");
                refused += 1;
            }
            (status, page) => panic!("{status}: {page}"),
        }
    }
    assert!(!taken.is_empty() && refused > 0, "{} taken, {refused} refused", taken.len());
    // Where a course does not fit, a smaller write may. Now none does.
    files_may_grow_to(&program, "4096");
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(program.readiness().await, 503);
    for path in ["/catalogue", "/courses", "/my-centre", "/healthz/live"] {
        assert_eq!(client.get(path).await.expect("an answer").status, 200, "{path}");
    }
    files_may_grow_to(&program, "unlimited");
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(program.readiness().await, 200, "it needs a restart");
    assert_eq!(begin(&client, "E-1000").await.0, 303);
    taken.push("E-1000".to_owned());
    println!("{} taken, {refused} refused", taken.len());
    let there = test.query("select code from course where code like 'E-%' order by code", vec![]);
    let there: Vec<String> =
        there.await.iter().map(|row| row.try_get("", "code").expect("a code")).collect();
    taken.sort();
    assert_eq!(there, taken);
    let rows = test.query("pragma integrity_check", vec![]).await;
    assert_eq!(rows[0].try_get::<String>("", "integrity_check").expect("text"), "ok");
}
