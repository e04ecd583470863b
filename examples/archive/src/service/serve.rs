//! The socket, with limits for the number of clients and for their time.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

/// The maximum number of open connections. Further clients wait.
const CONNECTIONS: usize = 1024;

/// The time limit for the head of a request.
const HEAD: Duration = Duration::from_secs(10);

/// After this time a connection serves no new request, so that very slow clients cannot hold all connections.
const OPEN: Duration = Duration::from_secs(120);

/// The time limit for the last response.
const LAST: Duration = Duration::from_secs(30);

/// The maximum size of the head of a request. Addresses are as long as their queries.
const BUFFER: usize = 64 * 1024;

/// Serves until `stop` completes, then finishes open requests.
///
/// # Errors
///
/// Returns an error if the socket fails.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) -> io::Result<()> {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    tokio::pin!(stop);
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await.map_err(io::Error::other)?;
            Ok::<_, io::Error>((listener.accept().await, place))
        };
        let (accepted, place) = tokio::select! {
            () = &mut stop => break,
            accepted = accepted => accepted?,
        };
        match accepted {
            Ok((stream, _)) => _ = tokio::spawn(connection(stream, router.clone(), place)),
            // Too many files are open. Some will be closed soon.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
    // Open connections get the time of a last response.
    let all = u32::try_from(CONNECTIONS).unwrap_or(u32::MAX);
    _ = timeout(Duration::from_secs(5), places.acquire_many(all)).await;
    Ok(())
}

async fn connection(stream: TcpStream, router: Router, _place: OwnedSemaphorePermit) {
    // Small responses must not wait for each other.
    _ = stream.set_nodelay(true);
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(BUFFER);
    let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    tokio::pin!(connection);
    // An error means that the client disconnected, or did not send HTTP.
    if timeout(OPEN, &mut connection).await.is_err() {
        connection.as_mut().graceful_shutdown();
        _ = timeout(LAST, connection).await;
    }
}
