//! A mail server that takes everything as fast as it comes, once it is open.
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// A mail server. While it is closed it greets nobody, so that whoever sends waits and costs
/// nothing.
#[derive(Debug)]
pub struct Sink {
    /// Where it listens.
    pub address: SocketAddr,
    open: watch::Sender<bool>,
    taken: Arc<AtomicUsize>,
    carriers: Arc<AtomicUsize>,
}

impl Sink {
    /// A closed one.
    pub async fn new() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (open, opened) = watch::channel(false);
        let (taken, carriers) = (Arc::default(), Arc::default());
        tokio::spawn(listen(listener, opened, Arc::clone(&taken), Arc::clone(&carriers)));
        Ok(Self { address, open, taken, carriers })
    }

    /// Opens it, or closes it for those who come from now on.
    pub fn set_open(&self, open: bool) {
        self.open.send_replace(open);
    }

    /// How many emails it has taken.
    pub fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }

    /// How many connections have brought emails.
    pub fn carriers(&self) -> usize {
        self.carriers.load(Ordering::Relaxed)
    }
}

async fn listen(
    listener: TcpListener,
    opened: watch::Receiver<bool>,
    taken: Arc<AtomicUsize>,
    carriers: Arc<AtomicUsize>,
) {
    while let Ok((stream, _)) = listener.accept().await {
        let (mut opened, taken, carriers) = (opened.clone(), taken.clone(), carriers.clone());
        tokio::spawn(async move {
            if opened.wait_for(|open| *open).await.is_ok() {
                let _ = serve(stream, (&taken, &carriers)).await;
            }
        });
    }
}

/// Answers every command; a message ends with a line of one dot.
async fn serve(
    mut stream: TcpStream,
    (taken, carriers): (&AtomicUsize, &AtomicUsize),
) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    stream.write_all(b"220 sink.example ready\r\n").await?;
    let (mut read, mut in_message) = (Vec::with_capacity(1 << 16), false);
    let mut brought = false;
    while stream.read_buf(&mut read).await? > 0 {
        loop {
            let mark: &[u8] = if in_message { b"\r\n.\r\n" } else { b"\r\n" };
            let Some(at) = read.windows(mark.len()).position(|window| window == mark) else {
                break;
            };
            let line = read.drain(..at + mark.len()).collect::<Vec<u8>>();
            let answer: &[u8] = if in_message {
                taken.fetch_add(1, Ordering::Relaxed);
                carriers.fetch_add(usize::from(!brought), Ordering::Relaxed);
                brought = true;
                b"250 2.0.0 taken\r\n"
            } else if line.starts_with(b"EHLO") {
                b"250-sink.example\r\n250 SIZE 1000000\r\n"
            } else if line.starts_with(b"DATA") {
                b"354 go ahead\r\n"
            } else {
                b"250 2.1.0 ok\r\n"
            };
            in_message = line.starts_with(b"DATA") && !in_message;
            stream.write_all(answer).await?;
        }
    }
    Ok(())
}
