//! A server under measurement: a process of its own, started and stopped, with what the kernel
//! knows of it.
use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::client::Client;
use super::load::ms;

/// How long a server may take to begin, and to end.
const PATIENCE: Duration = Duration::from_secs(30);
/// A secret for installations that are gone after the measurement.
pub const SECRET: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A running server.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// What it said on standard error.
    pub log: PathBuf,
    /// From its start to its first answer, in milliseconds.
    pub began_in: f64,
    child: Child,
}

impl Server {
    /// The product on an existing database, as `rctm serve` runs it.
    pub async fn product(
        rctm: &Path,
        database: &str,
        mail: SocketAddr,
        log: &Path,
    ) -> Result<Self> {
        let address = free_address()?;
        let mut command = Command::new(rctm);
        command.arg("serve").env("RCTM_SMTP_URL", format!("smtp://{mail}"));
        installed(&mut command, database, address);
        Self::start(command, address, log, "/catalogue").await
    }

    /// The floor on the same database.
    pub async fn floor(database: &str, log: &Path) -> Result<Self> {
        let address = free_address()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["floor", database, &address.to_string()]);
        Self::start(command, address, log, "/list.json").await
    }

    /// The demonstration in an empty directory.
    pub async fn demonstration(rctm: &Path, directory: &Path, log: &Path) -> Result<Self> {
        let address = free_address()?;
        let mut command = Command::new(rctm);
        command.arg("demo").arg("--port").arg(address.port().to_string());
        command.arg("--dir").arg(directory);
        Self::start(command, address, log, "/catalogue").await
    }

    async fn start(
        mut command: Command,
        address: SocketAddr,
        log: &Path,
        first: &str,
    ) -> Result<Self> {
        let out = File::options().create(true).append(true).open(log)?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(out);
        let began = Instant::now();
        let child = command.spawn().with_context(|| format!("{command:?} cannot be started"))?;
        let mut server = Self { address, log: log.to_owned(), began_in: 0.0, child };
        while TcpStream::connect(address).is_err() {
            let over = server.child.try_wait()?.is_some() || began.elapsed() > PATIENCE;
            ensure!(!over, "{command:?} does not begin; see {}", log.display());
            tokio::time::sleep(Duration::from_micros(500)).await;
        }
        Client::browser(address).page(first).await?;
        server.began_in = ms(began.elapsed());
        Ok(server)
    }

    /// The processor time used so far, in milliseconds.
    pub fn cpu_ms(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // After the name in brackets the third field comes first; time used is the 14th and 15th.
        let (_, fields) = stat.rsplit_once(')').context("a name in brackets")?;
        let used = fields.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
        let ticks: f64 = used.sum::<Result<f64, _>>()?;
        Ok(ticks * 10.0)
    }

    /// The memory that is the server's own, in MiB: no files, no pages shared with them.
    pub fn anonymous_mib(&self) -> Result<f64> {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.child.id()))?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Anonymous:"));
        let kib: f64 = line.context("a line")?.trim().trim_end_matches(" kB").parse()?;
        Ok(kib / 1024.0)
    }

    /// How many lines of the log contain `words`.
    pub fn logged(&self, words: &str) -> Result<usize> {
        let log = fs::read(&self.log)?;
        let log = String::from_utf8_lossy(&log);
        Ok(log.lines().filter(|line| line.contains(words)).count())
    }

    /// Stops it as an operator would, and waits.
    pub fn stop(mut self) -> Result<()> {
        kill(Pid::from_raw(i32::try_from(self.child.id())?), Signal::SIGTERM)?;
        let began = Instant::now();
        while self.child.try_wait()?.is_none() {
            ensure!(began.elapsed() < PATIENCE, "a server does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Makes an API client of an organisation as an operator does; answers its id and its secret.
pub fn api_client(rctm: &Path, database: &str, organisation: &str) -> Result<(String, String)> {
    let mut command = Command::new(rctm);
    command.args([
        "admin",
        "api-client",
        "make",
        "--name",
        "Bench",
        "--organisation",
        organisation,
    ]);
    command.env("RCTM_SMTP_URL", "smtp://127.0.0.1:25");
    installed(&mut command, database, free_address()?);
    let made = command.output()?;
    ensure!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let said = String::from_utf8(made.stdout)?;
    let of = |name: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(name));
        line.map(|value| value.trim().to_owned()).with_context(|| name.to_owned())
    };
    Ok((of("client_id ")?, of("client_secret ")?))
}

/// The settings of an installation on a database.
fn installed(command: &mut Command, database: &str, address: SocketAddr) {
    command
        .env("RCTM_DATABASE_URL", database)
        .env("RCTM_LISTEN", address.to_string())
        .env("RCTM_PUBLIC_URL", format!("http://{address}/"))
        .env("RCTM_SECRET_KEY", SECRET)
        .env("RCTM_MAIL_FROM", "RCTM <notices@rctm.example>");
}

fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?)
}
