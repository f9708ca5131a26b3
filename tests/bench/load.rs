//! Loads: so many clients, each with the next request as soon as it has its answer, for so long.
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::client::{Client, Request};
use super::server::Server;

/// How many clients ask at once, where nothing else is said.
pub const CLIENTS: usize = 8;
/// How long each stretch of a measurement lasts.
const STRETCH: Duration = Duration::from_millis(400);
/// How many stretches each of the two gets, in turn.
const STRETCHES: usize = 3;

/// What the client `.0` asks as its `.1`th request.
pub type Asked = Arc<dyn Fn(usize, usize) -> Request + Send + Sync>;

/// What a load found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found {
    /// Milliseconds of processor time of the server for each request.
    pub cpu_ms: f64,
    /// The median of the latencies, in milliseconds.
    pub median: f64,
    /// The latency that one request in a hundred exceeds, in milliseconds.
    pub p99: f64,
    /// Requests a second.
    pub rate: f64,
    /// Bytes of an answer on the wire, on average.
    pub bytes: f64,
}

/// What one client saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// Latencies in milliseconds.
    pub latencies: Vec<f64>,
    /// Bytes on the wire.
    pub bytes: usize,
}

/// The same request of every client, each time.
pub fn always(path: &str) -> Asked {
    let request = Request::get(path);
    Arc::new(move |_, _| request.clone())
}

/// Measures a load on two servers in turn, so that the noise of the machine meets both; answers
/// the medians of the first and of the second.
pub async fn in_turn(
    (floor, first): (&Server, &Asked),
    (product, second): (&Server, &Asked),
    who: &Client,
) -> Result<(Found, Found)> {
    let mut both = (Vec::new(), Vec::new());
    for _ in 0..STRETCHES {
        both.0.push(stretch(floor, first, &Client::browser(floor.address)).await?);
        both.1.push(stretch(product, second, who).await?);
    }
    Ok((middle(&both.0), middle(&both.1)))
}

/// Measures a load on one server.
pub async fn alone(server: &Server, asked: &Asked, who: &Client) -> Result<Found> {
    let mut found = Vec::new();
    for _ in 0..STRETCHES {
        found.push(stretch(server, asked, who).await?);
    }
    Ok(middle(&found))
}

async fn stretch(server: &Server, asked: &Asked, who: &Client) -> Result<Found> {
    let clients = (0..CLIENTS).map(|_| who.another(who)).collect();
    during(server, clients, asked, STRETCH).await
}

/// Lets `clients` ask for `time`; every answer must be 200.
pub async fn during(
    server: &Server,
    clients: Vec<Client>,
    asked: &Asked,
    time: Duration,
) -> Result<Found> {
    let (began, before) = (Instant::now(), server.cpu_ms()?);
    let tasks = clients.into_iter().enumerate().map(|(number, mut client)| {
        let asked = asked.clone();
        tokio::spawn(async move {
            let mut seen = Seen::default();
            while began.elapsed() < time {
                let request = asked(number, seen.latencies.len());
                let sent = Instant::now();
                let answer = client.send(&request).await?;
                ensure!(answer.status == 200, "{request:?} answers {}", answer.head);
                seen.latencies.push(ms(sent.elapsed()));
                seen.bytes += answer.wire;
            }
            anyhow::Ok(seen)
        })
    });
    let mut all = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        all.push(task.await??);
    }
    let cpu = server.cpu_ms()? - before;
    Ok(sum_up(all, cpu, began.elapsed()))
}

/// What all clients saw together.
pub fn sum_up(seen: Vec<Seen>, cpu: f64, took: Duration) -> Found {
    let bytes: usize = seen.iter().map(|seen| seen.bytes).sum();
    let mut latencies: Vec<f64> = seen.into_iter().flat_map(|seen| seen.latencies).collect();
    let count = real(latencies.len().max(1));
    latencies.sort_by(f64::total_cmp);
    Found {
        cpu_ms: cpu / count,
        median: share(&latencies, 50),
        p99: share(&latencies, 99),
        rate: count / took.as_secs_f64(),
        bytes: real(bytes) / count,
    }
}

/// The value that `percent` of the sorted values do not exceed.
pub fn share(sorted: &[f64], percent: usize) -> f64 {
    let last = sorted.len().saturating_sub(1);
    sorted.get((sorted.len() * percent / 100).min(last)).copied().unwrap_or_default()
}

/// The middle of some values.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    share(&values, 50)
}

fn middle(found: &[Found]) -> Found {
    let of = |value: fn(&Found) -> f64| median(found.iter().map(value));
    Found {
        cpu_ms: of(|found| found.cpu_ms),
        median: of(|found| found.median),
        p99: of(|found| found.p99),
        rate: of(|found| found.rate),
        bytes: of(|found| found.bytes),
    }
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A count as a real number.
#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
pub fn real(count: usize) -> f64 {
    count as f64
}
