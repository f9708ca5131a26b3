//! RCTM listening on a port of this machine, for browsers and for clients that speak TCP.
use std::net::SocketAddr;

use rctm::base::config::Settings;
use rctm::base::jobs::Jobs;
use rctm::base::server;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{TestApp, settings_at};

/// RCTM listening on a port of this machine, with everything that runs beside requests.
pub struct Served {
    /// The same installation, for people who need no browser.
    pub test: TestApp,
    /// Where it listens.
    pub address: SocketAddr,
    jobs: Jobs,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Served {
    /// The demonstration on a free port.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The demonstration on a free port, with other settings.
    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let test = TestApp::with(|settings| {
            *settings = settings_at(address);
            change(settings);
        });
        let test = test.await;
        let jobs = rctm::app::start_jobs(&test.app).expect("the jobs start");
        let (stop, stopped) = oneshot::channel::<()>();
        let router = test.router();
        let limits = test.app.settings.limits;
        let serving = tokio::spawn(async move {
            let stopped = async { drop(stopped.await) };
            server::serve_within(limits, listener, router, stopped).await;
        });
        Self { test, address, jobs, stop, serving }
    }

    /// The full address of a path.
    pub fn link(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Stops as the program does, and waits for it.
    pub async fn stop(self) {
        let _ = self.stop.send(());
        self.serving.await.expect("the server stops without a panic");
        self.jobs.stop().await;
    }
}
