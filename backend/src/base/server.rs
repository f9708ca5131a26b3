//! Serving HTTP with limits on slowness: headers that never end do not hold a connection.
use std::future::Future;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use super::limits::Limits;

/// The most headers of a request.
const MOST_HEADERS: usize = 100;
/// How long requests that are under way may take when the program is told to stop.
const STOP_WITHIN: Duration = Duration::from_secs(20);

/// Serves `router` on `listener` until `stop` completes. Requests under way are finished; until
/// they are, others are still answered, so that probes learn that this instance is stopping.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    serve_within(Limits::default(), listener, router, stop).await;
}

/// Serves as [`serve`] does, with limits of one's own.
pub async fn serve_within(
    limits: Limits,
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            // First, so that the program listens for the signal before it answers anybody.
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => handle(stream, router.clone(), Some(&graceful), limits),
                Err(error) => refuse(&error).await,
            },
        }
    }
    let finished = tokio::time::timeout(STOP_WITHIN, graceful.shutdown());
    let mut finished = std::pin::pin!(finished);
    loop {
        tokio::select! {
            biased;
            done = &mut finished => {
                if done.is_err() {
                    tracing::warn!("Requests were under way after {STOP_WITHIN:?} and were cut off");
                }
                break;
            }
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => handle(stream, router.clone(), None, limits),
                Err(error) => refuse(&error).await,
            },
        }
    }
}

async fn refuse(error: &std::io::Error) {
    tracing::warn!(%error, "A connection could not be accepted");
    tokio::time::sleep(Duration::from_millis(50)).await;
}

/// Serves a connection; one that comes after the program was told to stop is not waited for.
fn handle(stream: TcpStream, router: Router, waited: Option<&GracefulShutdown>, limits: Limits) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY could not be set");
    }
    let peer = stream.peer_addr().ok();
    let service = router.map_request(move |mut request: Request<Incoming>| {
        if let Some(peer) = peer {
            request.extensions_mut().insert(Peer(peer.ip()));
        }
        request.map(Body::new)
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers_within)
        .max_headers(MOST_HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    let ended = |ended: Result<(), hyper::Error>| {
        if let Err(error) = ended {
            tracing::debug!(%error, "A connection ended early");
        }
    };
    match waited {
        Some(graceful) => {
            let connection = graceful.watch(connection);
            tokio::spawn(async move { ended(connection.await) });
        }
        None => drop(tokio::spawn(async move { ended(connection.await) })),
    }
}

/// The address at the other end of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub std::net::IpAddr);
