//! A link to a server that can be cut: refused, reset, or silent.
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast;

/// A link that passes everything on until it is cut.
pub struct Proxy {
    address: SocketAddr,
    cut: Arc<AtomicBool>,
    cutting: broadcast::Sender<()>,
}

impl Proxy {
    /// A link to the server of this address.
    pub async fn to(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let (cutting, _) = broadcast::channel(1);
        let cut = Arc::new(AtomicBool::new(false));
        let (is_cut, cuts) = (cut.clone(), cutting.clone());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                if !is_cut.load(Ordering::SeqCst) {
                    tokio::spawn(pass(near, server.clone(), cuts.subscribe()));
                }
            }
        });
        Self { address, cut, cutting }
    }

    /// Its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends every connection, and takes none from now on.
    pub fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
        let _ = self.cutting.send(());
    }

    /// Ends every connection; new ones are taken.
    pub fn hiccup(&self) {
        let _ = self.cutting.send(());
    }

    /// Takes connections again.
    pub fn mend(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }
}

async fn pass(mut near: TcpStream, server: String, mut cut: broadcast::Receiver<()>) {
    let Ok(mut far) = TcpStream::connect(server).await else { return };
    tokio::select! {
        _ = copy_bidirectional(&mut near, &mut far) => {}
        _ = cut.recv() => {
            // The far end learns a moment later: what it was doing may still be done.
            drop(near);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
