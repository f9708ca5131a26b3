//! A mail server for tests: takes emails, or fails in the ways in which mail servers fail.
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How the server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Takes everything.
    Accepts,
    /// Takes a recipient at the second try only.
    Greylists,
    /// Takes no recipient (550).
    RefusesRecipients,
    /// Takes no message for now (451), after having read it.
    DefersMessages,
    /// Takes no message (554), after having read it.
    RefusesMessages,
    /// Opens the connection and says nothing.
    Tarpits,
    /// Ends the session at its beginning (421).
    IsBusy,
    /// Closes the connection when it should read the message.
    DropsAfterData,
    /// Takes the message and closes the connection without an answer.
    DropsAfterDot,
    /// Takes the message and never answers.
    HangsAfterDot,
    /// Takes one message a connection, then closes it.
    TakesOneAtATime,
    /// Takes its time for each answer.
    IsSlow,
}

/// How long a slow server takes for an answer.
const SLOW: Duration = Duration::from_millis(40);
/// For how long a silent server says nothing: longer than any test waits.
const SILENT: Duration = Duration::from_mins(2);

/// A message that the server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Whom the envelope names as the sender.
    pub from: String,
    /// Whom the envelope names as recipients.
    pub to: Vec<String>,
    /// The message as it came, without the dots added on the way.
    pub message: String,
}

impl Delivery {
    /// A header of the message, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        header(&self.message, name)
    }
}

#[derive(Default)]
struct Seen {
    deliveries: Vec<Delivery>,
    ids: Vec<String>,
    commands: Vec<String>,
    recipients: Vec<String>,
    connections: usize,
    bare_line_ends: usize,
}

struct Shared {
    mode: Mutex<Mode>,
    seen: Mutex<Seen>,
}

/// A mail server on a port of its own.
pub struct SmtpSink {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

impl SmtpSink {
    /// A server that behaves like this.
    pub async fn start(mode: Mode) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let shared = Arc::new(Shared { mode: Mutex::new(mode), seen: Mutex::default() });
        let listening = Some(tokio::spawn(listen(listener, shared.clone())));
        Self { address, shared, listening }
    }

    /// Its address, as the settings name it.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// From now on it behaves like this.
    pub fn behave(&self, mode: Mode) {
        *self.shared.mode.lock().expect("no panic") = mode;
    }

    /// Whether those who speak to it now wait in vain for an answer.
    pub fn is_silent(&self) -> bool {
        let mode = *self.shared.mode.lock().expect("no panic");
        matches!(mode, Mode::Tarpits | Mode::HangsAfterDot)
    }

    /// From now on it refuses connections.
    pub async fn go_away(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            let _ = listening.await;
        }
    }

    /// It takes connections again.
    pub async fn come_back(&mut self) {
        let listener = TcpListener::bind(self.address).await.expect("the same port");
        self.listening = Some(tokio::spawn(listen(listener, self.shared.clone())));
    }

    /// What it took, in order.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.seen().deliveries.clone()
    }

    /// How often each Message-ID was taken.
    pub fn copies(&self) -> BTreeMap<String, usize> {
        let mut copies = BTreeMap::new();
        for delivery in &self.seen().deliveries {
            let id = delivery.header("Message-ID").expect("a Message-ID");
            *copies.entry(id).or_default() += 1;
        }
        copies
    }

    /// The Message-ID of each message that it read, taken or not.
    pub fn ids(&self) -> Vec<String> {
        self.seen().ids.clone()
    }

    /// Every command that it read.
    pub fn commands(&self) -> Vec<String> {
        self.seen().commands.clone()
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.seen().connections
    }

    /// How many lines ended in anything but CR and LF.
    pub fn bare_line_ends(&self) -> usize {
        self.seen().bare_line_ends
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.shared.seen.lock().expect("no panic")
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        if let Some(listening) = &self.listening {
            listening.abort();
        }
    }
}

async fn listen(listener: TcpListener, shared: Arc<Shared>) {
    // Sessions end with the listener: a server that goes away hangs up.
    let mut sessions = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        stream.set_nodelay(true).expect("an open socket");
        shared.seen.lock().expect("no panic").connections += 1;
        sessions.spawn(Session::new(stream, shared.clone()).serve());
    }
}

/// Why a session goes on no more.
struct HungUp;

struct Session {
    stream: BufReader<TcpStream>,
    shared: Arc<Shared>,
    from: String,
    to: Vec<String>,
    taken: usize,
}

impl Session {
    fn new(stream: TcpStream, shared: Arc<Shared>) -> Self {
        let stream = BufReader::new(stream);
        Self { stream, shared, from: String::new(), to: Vec::new(), taken: 0 }
    }

    fn mode(&self) -> Mode {
        *self.shared.mode.lock().expect("no panic")
    }

    async fn serve(mut self) {
        if self.greet().await.is_ok() {
            while let Some(command) = self.line().await {
                self.shared.seen.lock().expect("no panic").commands.push(command.clone());
                if self.answer(&command).await.is_err() {
                    break;
                }
            }
        }
    }

    async fn greet(&mut self) -> Result<(), HungUp> {
        match self.mode() {
            Mode::Tarpits => self.be_silent().await,
            Mode::IsBusy => {
                self.say("421 too many connections").await?;
                Err(HungUp)
            }
            _ => self.say("220 sink.example ready").await,
        }
    }

    async fn answer(&mut self, command: &str) -> Result<(), HungUp> {
        let verb = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => self.say("250-sink.example\r\n250 SIZE 1000000").await,
            "MAIL" => {
                (self.from, self.to) = (path(command), Vec::new());
                self.say("250 2.1.0 ok").await
            }
            "RCPT" => self.recipient(path(command)).await,
            "DATA" => self.data().await,
            "RSET" => self.say("250 2.0.0 ok").await,
            "QUIT" => {
                self.say("221 2.0.0 bye").await?;
                Err(HungUp)
            }
            _ => self.say("500 5.5.1 what?").await,
        }
    }

    async fn recipient(&mut self, address: String) -> Result<(), HungUp> {
        let known = {
            let mut seen = self.shared.seen.lock().expect("no panic");
            let known = seen.recipients.contains(&address);
            seen.recipients.push(address.clone());
            known
        };
        match self.mode() {
            Mode::Greylists if !known => self.say("451 4.7.1 try again later").await,
            Mode::RefusesRecipients => {
                self.say(&format!("550 5.1.1 <{address}>: no such person")).await
            }
            _ => {
                self.to.push(address);
                self.say("250 2.1.5 ok").await
            }
        }
    }

    async fn data(&mut self) -> Result<(), HungUp> {
        self.say("354 go ahead").await?;
        if self.mode() == Mode::DropsAfterData {
            return Err(HungUp);
        }
        let message = self.message().await.ok_or(HungUp)?;
        let id = header(&message, "Message-ID").unwrap_or_default();
        self.shared.seen.lock().expect("no panic").ids.push(id);
        match self.mode() {
            Mode::DefersMessages => return self.say("451 4.3.0 try again later").await,
            Mode::RefusesMessages => return self.say("554 5.6.0 not this one").await,
            _ => self.take(message),
        }
        match self.mode() {
            Mode::DropsAfterDot => Err(HungUp),
            Mode::HangsAfterDot => self.be_silent().await,
            Mode::TakesOneAtATime => {
                self.say("250 2.0.0 taken").await?;
                Err(HungUp)
            }
            _ => self.say("250 2.0.0 taken").await,
        }
    }

    fn take(&mut self, message: String) {
        self.taken += 1;
        let delivery = Delivery { from: self.from.clone(), to: self.to.clone(), message };
        self.shared.seen.lock().expect("no panic").deliveries.push(delivery);
    }

    /// A message up to its final dot.
    async fn message(&mut self) -> Option<String> {
        let mut message = String::new();
        loop {
            let line = self.line().await?;
            if line == "." {
                return Some(message);
            }
            message.push_str(line.strip_prefix('.').unwrap_or(&line));
            message.push_str("\r\n");
        }
    }

    /// A line without its end.
    async fn line(&mut self) -> Option<String> {
        let mut line = Vec::new();
        if self.stream.read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        let whole = line.strip_suffix(b"\r\n");
        if whole.is_none_or(|line| line.contains(&b'\r')) {
            self.shared.seen.lock().expect("no panic").bare_line_ends += 1;
        }
        let text = whole.unwrap_or(&line);
        Some(String::from_utf8_lossy(text).into_owned())
    }

    async fn say(&mut self, words: &str) -> Result<(), HungUp> {
        if self.mode() == Mode::IsSlow {
            tokio::time::sleep(SLOW).await;
        }
        let line = format!("{words}\r\n");
        self.stream.write_all(line.as_bytes()).await.map_err(|_| HungUp)
    }

    async fn be_silent(&mut self) -> Result<(), HungUp> {
        tokio::time::sleep(SILENT).await;
        Err(HungUp)
    }
}

/// The address between angle brackets.
fn path(command: &str) -> String {
    let start = command.find('<').map_or(0, |at| at + 1);
    let end = command.find('>').unwrap_or(command.len());
    command.get(start..end).unwrap_or_default().to_owned()
}

fn header(message: &str, name: &str) -> Option<String> {
    let head = message.split("\r\n\r\n").next()?.replace("\r\n ", " ");
    let prefix = format!("{name}: ");
    head.lines().find_map(|line| line.strip_prefix(&prefix).map(str::to_owned))
}
