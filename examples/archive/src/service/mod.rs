//! The web service.

mod bibliography;
mod citation;
mod query;
mod record;
mod reply;
mod search;
mod serve;
mod unapi;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use tokio::sync::Semaphore;

use crate::index::{Index, IndexError};
use crate::links::Links;
use crate::site::Site;

pub use serve::serve;

use reply::{Reply, Trouble};

/// The state that all requests share.
#[derive(Debug)]
pub struct Archive {
    index: Index,
    site: Site,
    links: Links,
    /// Limits the threads for work that takes milliseconds, so that other requests are answered at once.
    heavy: Semaphore,
}

impl Archive {
    /// An archive of the records of an index.
    pub fn new(index: Index, site: Site) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let links = Links::of_service(site.path());
        Archive { index, site, links, heavy: Semaphore::new(cores) }
    }

    /// Runs work that takes milliseconds on a separate thread.
    async fn heavy<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Archive) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let waiting = tokio::time::timeout(std::time::Duration::from_secs(10), self.heavy.acquire());
        let _permit = waiting.await.ok().and_then(Result::ok).ok_or_else(Trouble::busy)?;
        let archive = Arc::clone(self);
        tokio::task::spawn_blocking(move || work(&archive)).await.map_err(|_| Trouble::failed())?
    }
}

/// The routes of an archive.
pub fn router(archive: Arc<Archive>) -> Router {
    Router::new()
        .route("/", get(search::search))
        .route("/records/{id}", get(record::record))
        .route("/records/{id}/record.json", get(record::json))
        .route("/records/{id}/citation", get(citation::citation))
        .route("/bibliography", get(bibliography::bibliography))
        .route("/unapi", get(unapi::unapi))
        .route("/assets/{name}", get(asset))
        .fallback(missing)
        .method_not_allowed_fallback(method)
        .with_state(archive)
}

async fn asset(State(archive): State<Arc<Archive>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    match crate::assets::ASSETS.iter().find(|asset| asset.name == name) {
        Some(asset) => Reply::new(asset.media, asset.content).kept_for_a_day().send(&headers),
        None => Trouble::missing("There is no such file.").send(&archive, &headers),
    }
}

async fn missing(State(archive): State<Arc<Archive>>, headers: HeaderMap) -> Response {
    Trouble::missing("There is no page at this address.").send(&archive, &headers)
}

async fn method(State(archive): State<Arc<Archive>>, headers: HeaderMap) -> Response {
    let words = "The archive is read-only: use GET.".to_owned();
    Trouble::new(StatusCode::METHOD_NOT_ALLOWED, words).send(&archive, &headers)
}

/// The encoded cite key in the path of a record. The router would decode it once, but here the number of encodings
/// matters.
fn key(address: &Uri) -> Result<String, Trouble> {
    let segment = address.path().strip_prefix("/records/").and_then(|rest| rest.split('/').next());
    segment.and_then(crate::address::id_of).ok_or_else(|| Trouble::missing("No record has this key."))
}

impl From<IndexError> for Trouble {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::TooLong => Trouble::new(StatusCode::SERVICE_UNAVAILABLE, error.to_string()),
            // Only the operator needs the name of the file.
            _ => {
                eprintln!("archive: {error}");
                Trouble::failed()
            }
        }
    }
}
