//! `/records/{id}/citation?style=…&notation=…`

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::Response;

use super::query::Pairs;
use super::reply::{Reply, Trouble};
use super::{Archive, key};
use crate::address::attachment;
use crate::citation::{HOUSE, Notation, is_slow, style_named, written};

pub(super) async fn citation(
    State(archive): State<Arc<Archive>>,
    address: Uri,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    match cited(&archive, &address, query.as_deref()).await {
        Ok(reply) => reply.send(&headers),
        Err(trouble) => trouble.send(&archive, &headers),
    }
}

async fn cited(archive: &Arc<Archive>, address: &Uri, query: Option<&str>) -> Result<Reply, Trouble> {
    let pairs = Pairs::of(query)?;
    let name = pairs.get("style").unwrap_or(HOUSE).to_owned();
    let options: Vec<&str> = pairs.all("option").filter(|option| !option.is_empty()).collect();
    let style = style_named(&name, &options)?;
    let notation = Notation::named(pairs.get("notation").unwrap_or("plain"))?;
    let is_download = pairs.get("download").is_some();
    let kept = archive.kept(&key(address)?)?;
    let slow = is_slow(&name);
    let write = move |_: &Archive| {
        let written = written(&kept.document, &*style, &name, notation)?;
        let file = is_download.then(|| attachment(kept.document.id(), written.extension));
        let reply = Reply::citation(written);
        Ok(match file {
            Some(file) => reply.with(header::CONTENT_DISPOSITION, &file),
            None => reply,
        })
    };
    if slow { archive.heavy(write).await } else { write(archive) }
}
