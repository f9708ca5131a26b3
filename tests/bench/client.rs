//! A client that keeps its connection, its cookies and nothing else: raw HTTP/1.1, so that what
//! it costs is small beside what it measures.
use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How often somebody who is told to come back does so.
const PATIENCE: usize = 3;
/// The largest answer that is read, in bytes.
const LARGEST: usize = 1 << 28;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Request {
    method: &'static str,
    path: String,
    headers: String,
    body: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The line of the status and the headers.
    pub head: String,
    /// The body as it was sent, compressed or not.
    pub body: Vec<u8>,
    /// Every byte of the answer: head, body and the marks of its chunks.
    pub wire: usize,
}

/// Somebody with one connection.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    encoding: &'static str,
    cookies: BTreeMap<String, String>,
    stream: Option<TcpStream>,
    read: Vec<u8>,
}

impl Request {
    /// Reads a page.
    pub fn get(path: impl Into<String>) -> Self {
        Self { method: "GET", path: path.into(), headers: String::new(), body: String::new() }
    }

    /// Sends a form.
    pub fn post(path: impl Into<String>, fields: &[(&str, &str)]) -> Self {
        let body =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "content-type: application/x-www-form-urlencoded\r\n".to_owned();
        Self { method: "POST", path: path.into(), headers: kind, body }
    }

    /// Sends a form with a file of text.
    pub fn file(path: impl Into<String>, name: &str, text: &str) -> Self {
        let body = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n\
             {text}\r\n--edge--\r\n"
        );
        let kind = "content-type: multipart/form-data; boundary=edge\r\n".to_owned();
        Self { method: "POST", path: path.into(), headers: kind, body }
    }

    /// Sends JSON.
    pub fn json(path: impl Into<String>, body: &serde_json::Value) -> Self {
        let kind = "content-type: application/json\r\n".to_owned();
        Self { method: "POST", path: path.into(), headers: kind, body: body.to_string() }
    }

    /// The same with one header more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let _ = write!(self.headers, "{name}: {value}\r\n");
        self
    }
}

impl Answer {
    /// A header by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(known, _)| *known == name).map(|(_, value)| value)
}

impl Client {
    /// A browser: it accepts brotli.
    pub fn browser(address: SocketAddr) -> Self {
        Self::accepting(address, "br, gzip, zstd")
    }

    /// A client that reads answers itself: it accepts no compression.
    pub fn reader(address: SocketAddr) -> Self {
        Self::accepting(address, "identity")
    }

    fn accepting(address: SocketAddr, encoding: &'static str) -> Self {
        let cookies = BTreeMap::new();
        Self { address, encoding, cookies, stream: None, read: Vec::new() }
    }

    /// The same person with a connection of their own.
    pub fn another(&self, encoding_of: &Self) -> Self {
        let cookies = self.cookies.clone();
        Self { cookies, ..Self::accepting(self.address, encoding_of.encoding) }
    }

    /// Signs in, comes back where it is told to, and fails where that does not lead on.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Result<()> {
        let form = [("email", email), ("password", password)];
        let mut answer = self.send(&Request::post("/sign-in", &form)).await?;
        for _ in 0..PATIENCE {
            let wait = answer.header("retry-after").map(str::parse).transpose()?;
            let Some(wait) = wait.filter(|_| answer.status == 503) else { break };
            tokio::time::sleep(Duration::from_secs(wait)).await;
            answer = self.send(&Request::post("/sign-in", &form)).await?;
        }
        ensure!(answer.status == 303, "{email} is not signed in: {}", answer.head);
        Ok(())
    }

    /// Reads a page that must be there.
    pub async fn page(&mut self, path: &str) -> Result<Answer> {
        let answer = self.send(&Request::get(path)).await?;
        ensure!(answer.status == 200, "{path} answers {}", answer.head);
        Ok(answer)
    }

    /// Sends a request and reads the answer whole. A connection that the server closed
    /// meanwhile is opened anew.
    pub async fn send(&mut self, request: &Request) -> Result<Answer> {
        let kept = self.stream.is_some();
        match self.exchange(request).await {
            Err(_) if kept => {
                self.stream = None;
                self.exchange(request).await
            }
            other => other,
        }
    }

    async fn exchange(&mut self, request: &Request) -> Result<Answer> {
        if self.stream.is_none() {
            let stream = TcpStream::connect(self.address).await?;
            stream.set_nodelay(true)?;
            self.stream = Some(stream);
            self.read.clear();
        }
        let text = self.text_of(request);
        let stream = self.stream.as_mut().context("a connection")?;
        stream.write_all(text.as_bytes()).await?;
        let answer = read_answer(stream, &mut self.read).await;
        if answer.is_err() {
            self.stream = None;
        }
        let answer = answer?;
        self.keep_cookies(&answer.head);
        Ok(answer)
    }

    fn text_of(&self, request: &Request) -> String {
        let Request { method, path, headers, body } = request;
        let mut text = format!(
            "{method} {path} HTTP/1.1\r\nhost: {0}\r\naccept-encoding: {1}\r\n\
             accept-language: en\r\n{headers}",
            self.address, self.encoding
        );
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            let _ = write!(text, "cookie: {}\r\n", pairs.join("; "));
        }
        if *method != "GET" {
            let _ = write!(
                text,
                "origin: http://{}\r\nsec-fetch-site: same-origin\r\ncontent-length: {}\r\n",
                self.address,
                body.len()
            );
        }
        text.push_str("\r\n");
        text.push_str(body);
        text
    }

    fn keep_cookies(&mut self, head: &str) {
        for set in head.lines().filter_map(|line| line.strip_prefix("set-cookie: ")) {
            let pair = set.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Reads one answer; what was read beyond it stays in `read`.
async fn read_answer(stream: &mut TcpStream, read: &mut Vec<u8>) -> Result<Answer> {
    let end = find(stream, read, 0, b"\r\n\r\n").await?;
    let head = String::from_utf8_lossy(&read[..end + 2]).into_owned();
    let status: u16 = head.get(9..12).context("a status")?.parse()?;
    let start = end + 4;
    let length = header(&head, "content-length").map(str::parse::<usize>).transpose()?;
    let (body, wire) = if matches!(status, 204 | 304) {
        (Vec::new(), start)
    } else if let Some(length) = length {
        fill(stream, read, start + length).await?;
        (read[start..start + length].to_vec(), start + length)
    } else if header(&head, "transfer-encoding") == Some("chunked") {
        chunks(stream, read, start).await?
    } else {
        bail!("an answer of unknown length: {head}");
    };
    read.drain(..wire);
    Ok(Answer { status, head, body, wire })
}

async fn chunks(
    stream: &mut TcpStream,
    read: &mut Vec<u8>,
    mut at: usize,
) -> Result<(Vec<u8>, usize)> {
    let mut body = Vec::new();
    loop {
        let line = find(stream, read, at, b"\r\n").await?;
        let size = usize::from_str_radix(std::str::from_utf8(&read[at..line])?.trim(), 16)?;
        let data = line + 2;
        fill(stream, read, data + size + 2).await?;
        body.extend_from_slice(&read[data..data + size]);
        at = data + size + 2;
        if size == 0 {
            return Ok((body, at));
        }
    }
}

async fn find(
    stream: &mut TcpStream,
    read: &mut Vec<u8>,
    from: usize,
    what: &[u8],
) -> Result<usize> {
    let mut seen = from;
    loop {
        let begin = seen.saturating_sub(what.len()).max(from);
        if let Some(at) = read[begin..].windows(what.len()).position(|window| window == what) {
            return Ok(begin + at);
        }
        seen = read.len();
        more(stream, read).await?;
    }
}

async fn fill(stream: &mut TcpStream, read: &mut Vec<u8>, to: usize) -> Result<()> {
    ensure!(to < LARGEST, "an answer of more than {LARGEST} bytes");
    while read.len() < to {
        more(stream, read).await?;
    }
    Ok(())
}

async fn more(stream: &mut TcpStream, read: &mut Vec<u8>) -> Result<()> {
    read.reserve(1 << 16);
    ensure!(stream.read_buf(read).await? > 0, "the server closed the connection");
    Ok(())
}
