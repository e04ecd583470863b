//! `/`: the search.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::Archive;
use super::query::Pairs;
use super::reply::{Reply, Trouble};
use crate::index::{FACETS, Query, words};
use crate::pages;

pub(super) async fn search(
    State(archive): State<Arc<Archive>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    match found(&archive, query.as_deref()).await {
        Ok(page) => Reply::page(page).send(&headers),
        Err(trouble) => trouble.send(&archive, &headers),
    }
}

async fn found(archive: &Arc<Archive>, query: Option<&str>) -> Result<String, Trouble> {
    let query = read(&Pairs::of(query)?)?;
    archive
        .heavy(move |archive| {
            let results = archive.index.search(&query)?;
            Ok(pages::search(&query, &results, &archive.site, &archive.links))
        })
        .await
}

fn read(pairs: &Pairs) -> Result<Query, Trouble> {
    let wrong = |words: String| Trouble::new(StatusCode::BAD_REQUEST, words);
    let words = |key: &str| -> Result<String, Trouble> {
        let words = pairs.get(key).unwrap_or_default();
        if words.chars().count() > words::LONGEST {
            return Err(wrong(format!("The search is too long: the limit is {} characters.", words::LONGEST)));
        }
        Ok(words.to_owned())
    };
    let year = |key: &str| -> Result<Option<i32>, Trouble> {
        let Some(typed) = pairs.get(key).map(str::trim).filter(|typed| !typed.is_empty()) else { return Ok(None) };
        let year = typed.parse().ok().filter(|year| (0..=9999).contains(year));
        let shown: String = typed.chars().take(20).collect();
        year.map(Some).ok_or_else(|| wrong(format!("“{shown}” is not a year; write it as in 1950.")))
    };
    let facets = FACETS.map(|(key, _)| pairs.get(key).map(str::to_owned));
    let page = pairs.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    Ok(Query { words: words("q")?, people: words("people")?, facets, from: year("from")?, to: year("to")?, page })
}
