//! The program as an operator starts it, and a client that speaks to it over TCP.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, Once};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

static BUILT: Once = Once::new();

/// The program, built if it is not yet.
pub fn rctm() -> Command {
    BUILT.call_once(|| {
        let build = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--locked", "--workspace", "--bin", "rctm"])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
            .output()
            .expect("cargo runs");
        assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    });
    let mut command = Command::new(programs().join("rctm"));
    command.env_clear().stdin(Stdio::null());
    command
}

/// The directory of programs, two above that of this test.
fn programs() -> PathBuf {
    let test = std::env::current_exe().expect("the test program");
    test.ancestors().nth(2).expect("a directory of programs").to_owned()
}

/// `rctm serve` on a port of this machine; killed when dropped.
pub struct Program {
    settings: BTreeMap<&'static str, String>,
    wrapper: Option<String>,
    process: Child,
    /// Where its files are, unless they are beside its database.
    _files: TempDir,
    /// Where it listens: `127.0.0.1:PORT`.
    pub address: String,
}

impl Program {
    /// An installation on this database, as the settings of a test say.
    pub async fn start(database_url: &str) -> Self {
        Self::with(database_url, &[], None).await
    }

    /// An installation with other settings, started by a shell where `wrapper` says how: it ends
    /// in `exec "$@"`.
    pub async fn with(
        database_url: &str,
        settings: &[(&'static str, &str)],
        wrapper: Option<&str>,
    ) -> Self {
        let address = free_address();
        let mut all = BTreeMap::from([
            ("RCTM_DATABASE_URL", database_url.to_owned()),
            ("RCTM_PUBLIC_URL", format!("http://{address}/")),
            ("RCTM_SECRET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned()),
            ("RCTM_MAIL_FROM", "RCTM <notices@rctm.example>".to_owned()),
            ("RCTM_SMTP_URL", "smtp://127.0.0.1:9".to_owned()),
            ("RCTM_LISTEN", address.clone()),
            ("RCTM_LOG", "error".to_owned()),
        ]);
        let files = TempDir::new().expect("a directory");
        if database_url.starts_with("postgres") {
            all.insert("RCTM_FILES", format!("directory:{}", files.path().display()));
        }
        all.extend(settings.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let wrapper = wrapper.map(str::to_owned);
        let process = spawn(&all, wrapper.as_deref());
        let mut program = Self { settings: all, wrapper, process, _files: files, address };
        program.comes_up(Duration::from_secs(20)).await;
        program
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Kills it (SIGKILL), and waits for its end.
    pub fn kill(&mut self) {
        self.process.kill().expect("it is killed");
        self.process.wait().expect("it ends");
    }

    /// Starts it again where it was; tells how long it took until it was ready.
    pub async fn start_again(&mut self) -> Duration {
        self.process = spawn(&self.settings, self.wrapper.as_deref());
        self.comes_up(Duration::from_secs(20)).await
    }

    /// Tells it to stop (SIGTERM).
    pub fn tell_to_stop(&self) {
        let id = i32::try_from(self.process.id()).expect("a process id");
        kill(Pid::from_raw(id), Signal::SIGTERM).expect("it is told");
    }

    /// Waits for its end.
    pub async fn ended(&mut self, within: Duration) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().expect("its state") {
                return status;
            }
            assert!(began.elapsed() < within, "it runs on after {within:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Somebody who speaks to it.
    pub fn client(&self) -> Caller {
        Caller::at(&self.address)
    }

    /// What `/healthz/ready` answers; 0 where nobody listens.
    pub async fn readiness(&self) -> u16 {
        self.client().get("/healthz/ready").await.map_or(0, |answer| answer.status)
    }

    /// Waits until it is ready.
    pub async fn comes_up(&mut self, within: Duration) -> Duration {
        let began = Instant::now();
        while self.readiness().await != 200 {
            let ended = self.process.try_wait().expect("its state");
            assert!(ended.is_none(), "it ended: {ended:?}");
            assert!(began.elapsed() < within, "it is not ready after {within:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        began.elapsed()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn spawn(settings: &BTreeMap<&'static str, String>, wrapper: Option<&str>) -> Child {
    let program = rctm();
    let mut command = match wrapper {
        Some(wrapper) => {
            let mut shell = Command::new("/bin/sh");
            shell.args(["-c", wrapper, "sh"]).arg(program.get_program());
            shell.env_clear().stdin(Stdio::null());
            shell
        }
        None => program,
    };
    // Whatever settings lie about where the tests run are not this installation's.
    command.args(["--config", "/nonexistent/rctm.toml", "serve"]).envs(settings);
    command.stdout(Stdio::null()).spawn().expect("the program runs")
}

/// An address of this machine at which nobody listens.
pub fn free_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").to_string()
}

/// A client with cookies; each request has a connection of its own.
pub struct Caller {
    address: String,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// What came back whole.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it leads.
    pub location: Option<String>,
    /// The page.
    pub text: String,
}

impl Caller {
    /// Somebody who speaks to whoever listens at this address.
    pub fn at(address: &str) -> Self {
        Self { address: address.to_owned(), cookies: Mutex::default() }
    }

    /// Signs in.
    pub async fn sign_in(&self, email: &str, password: &str) {
        let form = [("email", email), ("password", password)];
        let answer = self.post("/sign-in", &form).await.expect("an answer");
        assert_eq!(answer.status, 303, "{}", answer.text);
    }

    /// Opens a page; none where no whole answer comes.
    pub async fn get(&self, path: &str) -> Option<Answer> {
        self.send(&format!("GET {path} HTTP/1.1\r\n"), "").await
    }

    /// Sends a form; none where no whole answer comes.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let form = encoded(fields);
        self.send(&self.head_of_post(path, form.len()), &form).await
    }

    /// The first lines of a request that sends a form of this length.
    pub fn head_of_post(&self, path: &str, length: usize) -> String {
        format!(
            "POST {path} HTTP/1.1\r\nOrigin: http://{}\r\nSec-Fetch-Site: same-origin\r\n\
            Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n",
            self.address
        )
    }

    /// The rest of the head of a request.
    pub fn rest_of_head(&self) -> String {
        let cookies = self.cookies.lock().expect("no panic");
        let pairs: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let host = &self.address;
        format!("Host: {host}\r\nCookie: {}\r\nConnection: close\r\n\r\n", pairs.join("; "))
    }

    async fn send(&self, head: &str, body: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect(&self.address).await.ok()?;
        let request = format!("{head}{}{body}", self.rest_of_head());
        stream.write_all(request.as_bytes()).await.ok()?;
        self.answer(stream).await
    }

    /// Reads an answer to its end.
    pub async fn answer(&self, mut stream: TcpStream) -> Option<Answer> {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let mut location = None;
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            match name.to_ascii_lowercase().as_str() {
                "location" => location = Some(value.to_owned()),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        Some(Answer { status, location, text: body.to_owned() })
    }

    fn keep(&self, cookie: &str) {
        let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
        if let Some((name, value)) = pair.filter(|(_, value)| !value.is_empty()) {
            let mut cookies = self.cookies.lock().expect("no panic");
            cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}
