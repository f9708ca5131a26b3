//! A backup is taken while people write, and is an installation again within a minute; what is
//! not whole is refused.
use std::collections::BTreeMap;
use std::collections::HashSet;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rctm::base::ids::RoundId;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;
use tests::{Database, TestApp, copy_files, rctm};

use crate::commands::{good, said, settings_file};
use crate::materials::added;

/// The program where it finds the tools of PostgreSQL.
#[expect(clippy::disallowed_methods, reason = "the tools are where the tests find them")]
fn program(settings: &Path) -> Command {
    let mut command = rctm();
    command.env("PATH", std::env::var("PATH").unwrap_or_default());
    command.arg("--config").arg(settings);
    command
}

/// Settings, in a directory of their own, for the database at `url`.
fn settings_for(directory: &Path, url: &str) -> PathBuf {
    fs::create_dir_all(directory).expect("a directory");
    let mut settings = good(directory);
    settings.insert("database_url", url.to_owned());
    settings_file(directory, &settings)
}

/// Settings, in a directory of their own, for the installation of a test.
fn settings_of(directory: &Path, app: &TestApp) -> PathBuf {
    fs::create_dir_all(directory).expect("a directory");
    let mut settings = good(directory);
    settings.insert("database_url", app.database().url().to_owned());
    settings.insert("files", format!("directory:{}", app.database().files().display()));
    settings_file(directory, &settings)
}

/// An empty place of the same kind as the tests', and how to keep it.
async fn new_place() -> (Database, String) {
    let place = Database::empty().await;
    let url = place.url().to_owned();
    (place, url)
}

async fn run(mut command: Command) -> Output {
    tokio::task::spawn_blocking(move || command.output().expect("the program runs"))
        .await
        .expect("no panic")
}

async fn backup(settings: &Path, to: &Path) -> Output {
    let mut command = program(settings);
    command.arg("backup").arg(to);
    run(command).await
}

async fn restore(settings: &Path, from: &Path) -> Output {
    let mut command = program(settings);
    command.arg("restore").arg(from);
    run(command).await
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Somebody at the RSO prepares one round after the other; answers the titles that were
/// acknowledged, as they come.
async fn busy(app: &TestApp) -> (Arc<Mutex<Vec<String>>>, Vec<tokio::task::JoinHandle<()>>) {
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    let mut writers = Vec::new();
    for writer in 0..2 {
        let (person, form) =
            (app.rso().await, crate::rounds::prepared(app, RoundId::new(), "").await);
        let acknowledged = acknowledged.clone();
        writers.push(tokio::spawn(async move {
            for number in 0.. {
                let (id, title) = (RoundId::new().to_string(), format!("Round {writer}-{number}"));
                let fields: Vec<(&str, &str)> = form
                    .iter()
                    .map(|(name, value)| match name.as_str() {
                        "id" => ("id", id.as_str()),
                        "title" => ("title", title.as_str()),
                        name => (name, value.as_str()),
                    })
                    .collect();
                person.post("/rounds", &fields).await.is(303);
                acknowledged.lock().expect("no panic").push(title);
            }
        }));
    }
    (acknowledged, writers)
}

/// The service on a port of its own; it ends when dropped.
struct Service(Child, u16);

impl Service {
    fn start(directory: &Path, url: &str) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
        let port = port.expect("a free port").port();
        let mut settings: BTreeMap<_, _> = good(directory);
        settings.insert("database_url", url.to_owned());
        settings.insert("public_url", format!("http://127.0.0.1:{port}/"));
        settings.insert("listen", format!("127.0.0.1:{port}"));
        let file = settings_file(directory, &settings);
        let child = program(&file).arg("serve").stderr(Stdio::null()).spawn();
        Self(child.expect("the program runs"), port)
    }

    fn send(&self, head: &str, body: &str) -> String {
        let began = Instant::now();
        let mut stream = loop {
            match TcpStream::connect(("127.0.0.1", self.1)) {
                Ok(stream) => break stream,
                Err(error) => assert!(began.elapsed() < Duration::from_secs(20), "{error}"),
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        let host = format!("127.0.0.1:{}", self.1);
        let rest = format!("Host: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\n");
        write!(stream, "{head}\r\n{rest}\r\n{body}").expect("it is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    fn sign_in(&self, email: &str) -> String {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("email", email), ("password", tests::PASSWORD)])
            .finish();
        let head = format!(
            "POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\
            Content-Length: {}",
            form.len()
        );
        self.send(&head, &form)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Bangladesh answers, so that a receipt waits to be sent.
async fn somebody_answers(app: &TestApp) {
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let answer = format!("/rounds/{}/sheet/no-needs", rounds[0].id);
    let deputy = app.deputy("Bangladesh").await;
    let revision = deputy.get(&answer).await.revision();
    deputy.post(&answer, &[("revision", &revision)]).await.is(303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_taken_while_people_write_is_in_service_again_within_a_minute() {
    let app = TestApp::new().await;
    let directory = TempDir::new().expect("a directory");
    let settings = settings_of(&directory.path().join("old"), &app);
    somebody_answers(&app).await;
    let (acknowledged, writers) = busy(&app).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let before = acknowledged.lock().expect("no panic").clone();
    assert!(before.len() > 4, "only {} writes before the backup", before.len());
    let to = directory.path().join("backup");
    let made = printed(&backup(&settings, &to).await);
    let after = acknowledged.lock().expect("no panic").len();
    assert!(after > before.len(), "nobody wrote during the backup");
    writers.iter().for_each(tokio::task::JoinHandle::abort);
    for path in [to.clone(), to.join("manifest.json")] {
        let rights = fs::metadata(&path).expect("it is there").permissions().mode();
        assert_eq!(rights & 0o077, 0, "others may read {}", path.display());
    }

    let began = Instant::now();
    let (_place, url) = new_place().await;
    let new = settings_for(&directory.path().join("new"), &url);
    let said = printed(&restore(&new, &to).await);
    assert!(said.contains("No differences.") && said.contains("Every session has ended"), "{said}");
    assert!(said.contains(" emails that waited"), "{said}");
    let service = Service::start(&directory.path().join("new"), &url);
    let answer = service.sign_in("training.director@jclec.example");
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    let took = began.elapsed();
    assert!(took < Duration::from_mins(1), "{took:?}");
    println!(
        "in service again after {took:?}; {} writes before, {after} after: {made}",
        before.len()
    );

    let secret = app.app.settings.secret_key.clone();
    let db = rctm::base::db::Db::open(&url, 1, &secret).await.expect("it opens");
    let titles =
        sea_orm::Statement::from_string(db.get_database_backend(), "select title from round");
    let rows = db.query_all_raw(titles).await.expect("rounds");
    let there: HashSet<String> =
        rows.iter().map(|row| row.try_get("", "title").expect("a title")).collect();
    let lost: Vec<_> = before.iter().filter(|title| !there.contains(*title)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let mut audit = program(&new);
    audit.arg("audit");
    assert!(printed(&run(audit).await).contains("No differences."));
    let emails = rctm::base::outbox::newest(&db, 10).await.expect("emails");
    let states: Vec<_> =
        emails.iter().map(|email| (email.state.as_str(), email.last_error.as_deref())).collect();
    assert!(!states.is_empty());
    assert!(states.iter().all(|state| *state == ("failed", Some("restored"))), "{states:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_files_of_courses_are_in_the_backup_and_there_again_after_a_restore() {
    let app = TestApp::new().await;
    let directory = TempDir::new().expect("a directory");
    let settings = settings_of(&directory.path().join("old"), &app);
    let id = added(&app.editor("JCLEC").await, "LIA-201", &[]).await;
    let to = directory.path().join("backup");
    assert!(printed(&backup(&settings, &to).await).contains("4 files, "));
    let copied = fs::read_dir(to.join("files")).expect("the files").map(|file| file.expect("one"));
    let copied: Vec<_> = copied.map(|file| file.path()).collect();
    assert_eq!(copied.len(), 4);
    let (_place, url) = new_place().await;
    let new = settings_for(&directory.path().join("new"), &url);
    assert!(printed(&restore(&new, &to).await).contains("No differences."));
    let service = Service::start(&directory.path().join("new"), &url);
    let answer = service.send(&format!("GET /materials/{id} HTTP/1.1"), "");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("%PDF-1.4"), "{answer}");
    let there = directory.path().join("new/rctm-files");
    assert_eq!(fs::read_dir(&there).expect("a directory").count(), 4);

    let (_place, url) = new_place().await;
    let full = settings_for(&directory.path().join("full"), &url);
    copy_files(&there, &directory.path().join("full/rctm-files"));
    let output = restore(&full, &to).await;
    let words = said(&output);
    assert!(!output.status.success() && words.contains("files is not empty"), "{words}");
    fs::write(&copied[0], "something else").expect("it is changed");
    let (_place, url) = new_place().await;
    let output = restore(&settings_for(&directory.path().join("bad"), &url), &to).await;
    assert!(!output.status.success() && said(&output).contains("is damaged"), "{}", said(&output));
    let kept = fs::read_dir(app.database().files()).expect("the files");
    let kept = kept.map(|file| file.expect("a file").path()).next().expect("a file");
    fs::remove_file(kept).expect("it goes");
    let output = backup(&settings, &directory.path().join("half")).await;
    assert!(!output.status.success(), "a file is missing from the backup");
    assert!(!directory.path().join("half").exists());
    app.leave_unchecked();
}

/// Its name, what is left of the part and of the manifest, and what is said of it.
type Damage<'a> = (&'a str, Option<&'a [u8]>, Option<&'a str>, &'a str);

#[tokio::test]
async fn a_damaged_backup_is_refused_in_plain_words_and_leaves_nothing() {
    let app = TestApp::new().await;
    let directory = TempDir::new().expect("a directory");
    let settings = settings_of(&directory.path().join("old"), &app);
    let good = directory.path().join("backup");
    printed(&backup(&settings, &good).await);
    let part = fs::read_dir(&good).expect("a backup").filter_map(Result::ok).map(|e| e.file_name());
    let part = { part }.find(|name| name != "manifest.json" && name != "files").expect("a part");
    let bytes = fs::read(good.join(&part)).expect("a part");
    let mut flipped = bytes.clone();
    flipped[bytes.len() / 2] ^= 1;
    let manifest = fs::read_to_string(good.join("manifest.json")).expect("a manifest");
    let forged = manifest.replace("\"audit_head\": \"", "\"audit_head\": \"9");
    let cases: [Damage<'_>; 6] = [
        ("flipped", Some(&flipped), Some(&manifest), "is damaged: its SHA-256"),
        ("truncated", Some(&bytes[..bytes.len() - 1]), Some(&manifest), "is damaged: it has"),
        ("missing", None, Some(&manifest), "is missing"),
        ("half", Some(&bytes), None, "is no whole backup"),
        ("forged", Some(&bytes), Some(&forged), "the manifest was changed"),
        ("garbled", Some(&bytes), Some(&manifest[..40]), "is damaged and cannot be read"),
    ];
    for (name, part_bytes, manifest, words) in cases {
        let bad = directory.path().join(name);
        fs::create_dir(&bad).expect("a directory");
        if let Some(bytes) = part_bytes {
            fs::write(bad.join(&part), bytes).expect("a part");
        }
        if let Some(manifest) = manifest {
            fs::write(bad.join("manifest.json"), manifest).expect("a manifest");
        }
        let (_place, url) = new_place().await;
        let new = settings_for(&directory.path().join(format!("new-{name}")), &url);
        let output = restore(&new, &bad).await;
        assert!(!output.status.success() && said(&output).contains(words), "{}", said(&output));
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
        printed(&restore(&new, &good).await);
    }
}

#[tokio::test]
async fn nothing_is_overwritten() {
    let app = TestApp::new().await;
    let directory = TempDir::new().expect("a directory");
    let settings = settings_of(directory.path(), &app);
    let to = directory.path().join("backup");
    printed(&backup(&settings, &to).await);
    let again = backup(&settings, &to).await;
    assert!(
        !again.status.success() && said(&again).contains("is there already"),
        "{}",
        said(&again)
    );
    let over = restore(&settings, &to).await;
    let words = said(&over);
    assert!(!over.status.success(), "it was restored over an installation");
    assert!(words.contains("is there already") || words.contains("is not empty"), "{words}");
    app.visitor().get("/healthz/ready").await.is(200);
}

#[tokio::test]
async fn a_disk_that_is_full_leaves_no_half_backup() {
    let app = TestApp::new().await;
    let directory = TempDir::new().expect("a directory");
    let settings = settings_of(&directory.path().join("old"), &app);
    let room = directory.path().join("room");
    fs::create_dir(&room).expect("a directory");
    let whole = program(&settings);
    let mut command = Command::new("sh");
    // A file can grow to 16 KiB; to be told so, the signal that says it is not listened to.
    let script = "ulimit -f 32; trap '' XFSZ; exec \"$0\" \"$@\"";
    command.env_clear().args(["-c", script]).arg(whole.get_program()).args(whole.get_args());
    command.envs(whole.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.arg("backup").arg(room.join("backup")).stdin(Stdio::null());
    let output = run(command).await;
    assert!(!output.status.success(), "there was room enough");
    let words = said(&output);
    assert!(words.starts_with("rctm: ") && !words.contains("panicked"), "{words}");
    let left: Vec<_> = fs::read_dir(&room).expect("a directory").collect();
    assert!(left.is_empty(), "{left:?}");
    printed(&backup(&settings, &room.join("backup")).await);
}

#[tokio::test]
async fn a_head_that_was_written_down_is_checked_at_the_console() {
    let app = TestApp::new().await;
    let directory = TempDir::new().expect("a directory");
    let settings = settings_of(directory.path(), &app);
    let (head, _) = rctm::base::audit::head(&app.app.db).await.expect("read").expect("a head");
    let audit = |expected: String| {
        let mut command = program(&settings);
        command.args(["audit", "--expect", &expected]);
        command
    };
    assert!(printed(&run(audit(head.to_string())).await).contains("No differences."));
    let other = format!("{}:{}", head.seq, "ab".repeat(32));
    let output = run(audit(other)).await;
    assert_eq!(output.status.code(), Some(1));
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(words.contains("is not the one whose head"), "{words}");
    assert!(said(&run(audit("nonsense".into())).await).contains("--expect"), "nonsense is taken");
}
