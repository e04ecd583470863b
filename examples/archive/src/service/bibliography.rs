//! `/bibliography?ids=…`: some records as one list.

use std::collections::HashSet;
use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use super::Archive;
use super::query::Pairs;
use super::reply::{Reply, Trouble};
use crate::accept::ranges;
use crate::address::attachment;
use crate::citation::{Notation, listed, style_named};
use crate::pages;

/// The maximum number of documents in a list.
const MOST: usize = 500;

/// The style that is first shown. The house style has no lists of its own.
const STYLE: &str = "chicago-bibliography";

pub(super) async fn bibliography(
    State(archive): State<Arc<Archive>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    match list(&archive, query.as_deref(), &headers).await {
        Ok(reply) => reply.negotiated().send(&headers),
        Err(trouble) => trouble.send(&archive, &headers),
    }
}

async fn list(archive: &Arc<Archive>, query: Option<&str>, headers: &HeaderMap) -> Result<Reply, Trouble> {
    let pairs = Pairs::of(query)?;
    // A plus sign in a query is a space. A key has no spaces and no commas.
    let keys = pairs.all("ids").flat_map(|ids| ids.split(',')).map(|id| id.trim().replace(' ', "+"));
    let mut seen = HashSet::new();
    let ids: Vec<String> = keys.filter(|id| !id.is_empty() && seen.insert(id.clone())).collect();
    if ids.len() > MOST {
        let words = format!("A list has at most {MOST} documents, and this one has {}.", ids.len());
        return Err(Trouble::new(StatusCode::BAD_REQUEST, words));
    }
    let name = pairs.get("style").unwrap_or(STYLE).to_owned();
    let options: Vec<&str> = pairs.all("option").filter(|option| !option.is_empty()).collect();
    let style = style_named(&name, &options)?;
    let notation = pairs.get("notation").map(Notation::named).transpose()?;
    let is_download = pairs.get("download").is_some();
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let wants_page =
        notation.is_none() && !is_download && ranges(accepted).iter().any(|range| range.media == "text/html");
    archive
        .heavy(move |archive| {
            let mut documents = Vec::with_capacity(ids.len());
            for id in &ids {
                documents.push(archive.kept(id)?.document);
            }
            if !wants_page {
                let written = listed(&documents, &*style, &name, notation.unwrap_or_default())?;
                let file = is_download.then(|| attachment("bibliography", written.extension));
                let reply = Reply::citation(written);
                return Ok(match file {
                    Some(file) => reply.with(header::CONTENT_DISPOSITION, &file),
                    None => reply,
                });
            }
            let written = listed(&documents, &*style, &name, Notation::Html)?;
            let is_sentences = style.syntax().is_none();
            let entries = if is_sentences {
                written.body
            } else {
                maud::html! { pre tabindex="0" { (written.body) } }.into_string()
            };
            Ok(Reply::page(pages::bibliography(&documents, &name, &entries, &archive.site, &archive.links)))
        })
        .await
}
