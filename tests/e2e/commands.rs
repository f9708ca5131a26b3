//! The program at its command line, as an operator meets it.
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Output, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use rctm::cli::demo::DemoAccount;
use tempfile::TempDir;
use tests::rctm;

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn good(directory: &Path) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("database_url", format!("sqlite:{}", directory.join("rctm.db").display())),
        ("public_url", "https://rctm.example/".into()),
        ("secret_key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".into()),
        ("mail_from", "RCTM <notices@rctm.example>".into()),
        ("smtp_url", "smtp://127.0.0.1:2525".into()),
        ("listen", "127.0.0.1:0".into()),
        ("files", format!("directory:{}", directory.join("rctm-files").display())),
    ])
}

pub fn settings_file(directory: &Path, settings: &BTreeMap<&'static str, String>) -> PathBuf {
    let file = directory.join("rctm.toml");
    let lines = settings.iter().map(|(name, value)| format!("{name} = {value:?}\n"));
    fs::write(&file, lines.collect::<String>()).expect("the settings are written");
    file
}

fn serve(directory: &Path, settings: &BTreeMap<&'static str, String>) -> Output {
    let file = settings_file(directory, settings);
    rctm().arg("--config").arg(file).arg("serve").output().expect("the program runs")
}

/// Runs a command that must succeed, with `typed` on its standard input; answers what it prints.
pub fn done(file: &Path, arguments: &[&str], typed: &str) -> String {
    let mut command = rctm();
    let command = command.arg("--config").arg(file).args(arguments).stdin(Stdio::piped());
    let mut running =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    let mut input = running.stdin.take().expect("its input");
    input.write_all(typed.as_bytes()).expect("it is typed");
    drop(input);
    let output = running.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn bad_settings_are_refused_by_their_names() {
    let directory = TempDir::new().expect("a directory");
    for (setting, bad) in [
        ("database_url", None),
        ("database_url", Some("mysql://root@127.0.0.1/rctm")),
        ("public_url", None),
        ("public_url", Some("http://rctm.example/")),
        ("public_url", Some("https://rctm.example/sub/path")),
        ("public_url", Some("not an address")),
        ("secret_key", None),
        ("secret_key", Some("changeme")),
        ("secret_key", Some("c2hvcnQ")),
        ("mail_from", None),
        ("mail_from", Some("nobody")),
        ("smtp_url", None),
        ("smtp_url", Some("https://mail.example/")),
        ("listen", Some("everywhere")),
        ("database_connections", Some("1000")),
        ("log_json", Some("perhaps")),
        ("colour", Some("blue")),
    ] {
        let mut settings = good(directory.path());
        match bad {
            Some(bad) => settings.insert(setting, bad.to_owned()),
            None => settings.remove(setting),
        };
        let output = serve(directory.path(), &settings);
        assert!(!output.status.success(), "{setting} = {bad:?} is taken");
        assert!(said(&output).contains(setting), "{setting} = {bad:?}: {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
    }
}

#[test]
fn every_bad_setting_is_named_at_once() {
    let directory = TempDir::new().expect("a directory");
    let output = serve(directory.path(), &BTreeMap::new());
    for setting in ["database_url", "public_url", "secret_key", "mail_from", "smtp_url"] {
        assert!(said(&output).contains(setting), "{}", said(&output));
    }
}

#[test]
fn an_installation_whose_schema_is_old_says_what_to_do() {
    let directory = TempDir::new().expect("a directory");
    let output = serve(directory.path(), &good(directory.path()));
    assert!(!output.status.success());
    assert!(said(&output).contains("rctm migrate"), "{}", said(&output));
}

#[test]
fn every_route_is_printed_with_who_may_call_it() {
    let output = rctm().arg("routes").output().expect("the program runs");
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).expect("text");
    let pages = rctm::app::pages().and(rctm::app::standing()).listed.into_iter();
    let pages = pages.map(|route| (route.path.to_owned(), route));
    let api = rctm::app::api().routes.listed.into_iter();
    let api = api.map(|route| (format!("/api/v1{}", route.path), route));
    for (path, route) in pages.chain(api) {
        let line = printed.lines().find(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(route.method.as_str()) && words.next() == Some(&path)
        });
        let line = line.unwrap_or_else(|| panic!("{} {path} is not printed", route.method));
        assert!(line.contains(route.scope.unwrap_or_default()), "{line}");
        assert!(line.ends_with(&route.may.join(", ")), "{line}");
    }
}

#[test]
fn that_nobody_reads_on_is_no_fault() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = rctm().arg("routes").stdout(writer).output().expect("the program runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", said(&output));
}

#[test]
fn a_demonstration_listens_on_this_machine_only() {
    let directory = TempDir::new().expect("a directory");
    for address in ["0.0.0.0", "::", "192.0.2.7"] {
        let output = rctm()
            .args(["demo", "--listen", address, "--port", "0", "--dir"])
            .arg(directory.path().join("demo"))
            .output()
            .expect("the program runs");
        assert!(!output.status.success(), "{address}");
        assert!(said(&output).contains("127.0.0.1"), "{}", said(&output));
    }
    assert!(!directory.path().join("demo").exists(), "nothing is made before the refusal");
}

/// A running demonstration; it ends when dropped.
pub struct Demo {
    process: Child,
    /// Kept open: the program goes on writing to it.
    _out: BufReader<ChildStdout>,
    /// Where it listens: host and port.
    pub address: String,
}

impl Demo {
    fn start(directory: &Path) -> Self {
        Self::logging(directory, Stdio::null())
    }

    /// Starts with its log in a file.
    pub fn logging(directory: &Path, log: Stdio) -> Self {
        let mut command = rctm();
        command.args(["demo", "--port", "0", "--dir"]).arg(directory);
        command.stdout(Stdio::piped()).stderr(log);
        let mut process = command.spawn().expect("the program runs");
        let mut out = BufReader::new(process.stdout.take().expect("its output"));
        let address = out.by_ref().lines().map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("http://")?;
            Some(rest.trim_end_matches('/').to_owned())
        });
        Self { process, _out: out, address: address.expect("it says where it listens") }
    }

    /// What a page answers, with its head.
    pub fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path} HTTP/1.1\r\nConnection: close\r\n"), "")
    }

    /// Sends these lines, the host, the end of the head, and this body.
    pub fn send(&self, head: &str, body: &str) -> String {
        let began = Instant::now();
        let mut stream = loop {
            match TcpStream::connect(&self.address) {
                Ok(stream) => break stream,
                Err(error) => assert!(began.elapsed() < Duration::from_secs(10), "{error}"),
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        let host = &self.address;
        write!(stream, "{head}Host: {host}\r\n\r\n{body}").expect("it is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// Tells it to stop, as an operator does, and waits.
    pub fn stop(mut self) {
        let id = i32::try_from(self.process.id()).expect("a process id");
        kill(Pid::from_raw(id), Signal::SIGTERM).expect("it is told");
        let status = self.process.wait().expect("it stops");
        assert!(status.success(), "{status}");
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_new_installation_is_made_ready_by_three_commands() {
    let directory = TempDir::new().expect("a directory");
    let file = settings_file(directory.path(), &good(directory.path()));
    done(&file, &["migrate"], "");
    for _ in 0..2 {
        done(&file, &["admin", "reference-data"], "");
    }
    let new = ["admin", "account", "add", "--email", "manager@rso.example", "--name", "A Manager"];
    let role = ["--role", "rso_manager", "--organisation", "RSO"];
    done(&file, &[&new[..], &role[..]].concat(), "seven green kites fly over water\n");
    let shown = done(&file, &["admin", "account", "show", "manager@rso.example"], "");
    assert_eq!(shown, "rso_manager of Regional Support Office (RSO)\n");
}

#[test]
fn an_operator_makes_lists_and_revokes_api_clients() {
    let directory = TempDir::new().expect("a directory");
    let file = settings_file(directory.path(), &good(directory.path()));
    done(&file, &["migrate"], "");
    done(&file, &["admin", "reference-data"], "");
    let clients = ["admin", "api-client"];
    let of_fiji = ["--organisation", "FJ"];
    let making = [&clients[..], &["make"], &of_fiji, &["--name", "Portal"]].concat();
    let made = done(&file, &[&making[..], &["--scope", "catalogue:read"]].concat(), "");
    let said = |name: &str| {
        let value = made.lines().find_map(|line| line.strip_prefix(name));
        value.expect(name).trim().to_owned()
    };
    assert_eq!((said("client_secret").len(), said("scope").as_str()), (43, "catalogue:read"));
    let list = [&clients[..], &["list"], &of_fiji].concat();
    let line = format!("{} holds \"Portal\" catalogue:read\n", said("client_id"));
    assert_eq!(done(&file, &list, ""), line);
    let client_id = said("client_id");
    let revoke = [&clients[..], &["revoke"], &of_fiji, &[client_id.as_str()]].concat();
    done(&file, &revoke, "");
    assert_eq!(done(&file, &list, ""), line.replace("holds", "revoked"));
    let foreign = [&making[..], &["--scope", "rounds:write"]].concat();
    let output = rctm().arg("--config").arg(&file).args(foreign).output().expect("it runs");
    assert!(!output.status.success() && self::said(&output).contains("cannot allow"));
}

fn accounts(directory: &Path) -> Vec<DemoAccount> {
    let text = fs::read_to_string(directory.join("accounts.json")).expect("the accounts");
    serde_json::from_str(&text).expect("a list of accounts")
}

#[test]
fn a_demonstration_starts_from_nothing_and_again_where_it_stopped() {
    let directory = TempDir::new().expect("a directory");
    let directory = directory.path().join("a fresh one");
    let demo = Demo::start(&directory);
    assert!(demo.get("/sign-in").starts_with("HTTP/1.1 200 "));
    let first = accounts(&directory);
    for (role, organisation) in [
        ("training_director", "JCLEC"),
        ("training_director", "ABFC"),
        ("course_editor", "JCLEC"),
        ("focal_point", "Fiji"),
        ("focal_point", "Bangladesh"),
        ("deputy_focal_point", "Bangladesh"),
        ("rso_manager", "Regional Support Office"),
        ("rso_officer", "Regional Support Office"),
        ("auditor", "Regional Support Office"),
        ("administrator", "Regional Support Office"),
    ] {
        let found = first
            .iter()
            .find(|account| account.role == role && account.organisation == organisation);
        let found = found.unwrap_or_else(|| panic!("no {role} of {organisation} in {first:#?}"));
        assert!(found.email.contains('@') && found.password.len() >= 15);
        let client = found.client.as_ref().expect("a client");
        assert!(client.scopes.contains(&"catalogue:read".to_owned()));
    }
    demo.stop();
    let again = Demo::start(&directory);
    assert!(again.get("/sign-in").starts_with("HTTP/1.1 200 "));
    for account in accounts(&directory) {
        let client = account.client.expect("a client");
        let body = format!(
            "{{\"client_id\": \"{}\", \"client_secret\": \"{}\"}}",
            client.client_id, client.client_secret
        );
        let head = format!(
            "POST /api/v1/token HTTP/1.1\r\nContent-Type: application/json\r\n\
            Content-Length: {}\r\nConnection: close\r\n",
            body.len()
        );
        let answer = again.send(&head, &body);
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        assert!(answer.contains(&client.scopes.join(" ")), "{answer}");
    }
    let (first, second) = (format!("{first:?}"), format!("{:?}", accounts(&directory)));
    assert_eq!(first, second, "the second start changed the accounts");
    again.stop();
}
