//! The program that drives Chromium, and how Chromium is started.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities};

/// The running chromedriver; it ends its browser when dropped, also after a failed test.
pub(super) struct Chromedriver {
    process: Child,
    /// Kept open, because a program that writes to nobody may end.
    _out: BufReader<ChildStdout>,
    pub(super) port: u16,
    pub(super) session: Option<String>,
}

pub(super) fn capabilities(profile: &Path) -> ChromeCapabilities {
    let mut chrome = ChromeCapabilities::new();
    let profile = format!("--user-data-dir={}", profile.display());
    for flag in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en-GB",
        &profile,
    ] {
        chrome.add_arg(flag).expect("a flag");
    }
    chrome.set_browser_log_level(thirtyfour::LoggingPrefsLogLevel::All).expect("the console");
    chrome
}

impl Chromedriver {
    /// Starts on a free port, which it says itself.
    pub(super) fn start() -> Self {
        let started = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = started.expect("chromedriver (Debian: chromium-driver) is installed");
        let mut out = BufReader::new(process.stdout.take().expect("its output"));
        let port = out.by_ref().lines().map_while(Result::ok).find_map(|line| port_in(&line));
        let port = port.expect("chromedriver says its port");
        Self { process, _out: out, port, session: None }
    }

    /// Ends the session, and with it the browser, without waiting on any runtime.
    fn end_session(&self, session: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            stream,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = self.end_session(&session);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').trim().parse().ok()
}
