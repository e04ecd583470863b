//! `/records/{id}`: the page of a record, or the record in the format that the client requests.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;

use super::query::Pairs;
use super::reply::{Reply, Trouble};
use super::{Archive, key};
use crate::accept::{Range, ranges};
use crate::address::attachment;
use crate::citation::{HOUSE, Notation, is_slow, style_named, written};
use crate::formats::{FORMATS, Format, RECORD};
use crate::index::Kept;
use crate::pages::{self, RecordPage};

pub(super) async fn record(
    State(archive): State<Arc<Archive>>,
    address: Uri,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    match answer(&archive, &address, query.as_deref(), &headers).await {
        Ok(reply) => reply.negotiated().send(&headers),
        Err(trouble) => trouble.send(&archive, &headers),
    }
}

/// `/records/{id}/record.json`
pub(super) async fn json(State(archive): State<Arc<Archive>>, address: Uri, headers: HeaderMap) -> Response {
    let found = key(&address).and_then(|id| archive.kept(&id));
    match found {
        Ok(kept) => {
            let name = attachment(kept.document.id(), RECORD.extension);
            Reply::new(RECORD.media, kept.json).with(header::CONTENT_DISPOSITION, &name).send(&headers)
        }
        Err(trouble) => trouble.send(&archive, &headers),
    }
}

impl Archive {
    pub(super) fn kept(&self, id: &str) -> Result<Kept, Trouble> {
        self.index.record(id)?.ok_or_else(|| {
            let id: String = id.chars().take(128).collect();
            Trouble::new(StatusCode::NOT_FOUND, format!("No record has the key “{id}”."))
        })
    }
}

/// The representations that a client can request.
#[derive(Debug, PartialEq)]
enum Wanted {
    Page,
    Format(&'static Format),
    /// `text/x-bibliography; style=apa`, as in DOI content negotiation.
    Bibliography(Option<String>),
}

async fn answer(
    archive: &Arc<Archive>,
    address: &Uri,
    query: Option<&str>,
    headers: &HeaderMap,
) -> Result<Reply, Trouble> {
    let kept = archive.kept(&key(address)?)?;
    let links = link_header(archive, &kept);
    let wanted = wanted(headers).ok_or_else(not_acceptable)?;
    let reply = match wanted {
        Wanted::Page => page(archive, kept, Pairs::of(query)?.get("style")).await?,
        Wanted::Format(format) if *format == RECORD => Reply::new(RECORD.media, kept.json),
        Wanted::Format(format) => {
            let style = format.written_by().ok_or_else(not_acceptable)?;
            Reply::citation(written(&kept.document, &*style, format.style, Notation::Plain)?)
        }
        Wanted::Bibliography(style) => bibliography(archive, kept, style).await?,
    };
    Ok(reply.with(header::LINK, &links))
}

async fn page(archive: &Arc<Archive>, kept: Kept, style: Option<&str>) -> Result<Reply, Trouble> {
    let style = style.unwrap_or(HOUSE).to_owned();
    let slow = is_slow(&style);
    let write = move |archive: &Archive| {
        let neighbors = archive.index.neighbors(kept.n)?;
        let headings = archive.index.headings(kept.n)?;
        let page = RecordPage { document: &kept.document, neighbors: &neighbors, headings: &headings, style: &style };
        Ok(Reply::page(pages::record(&page, &archive.site, &archive.links)?))
    };
    if slow { archive.heavy(write).await } else { write(archive) }
}

/// The house line, or a style by its name or by its name in CSL: `apa`.
async fn bibliography(archive: &Arc<Archive>, kept: Kept, asked: Option<String>) -> Result<Reply, Trouble> {
    let name = asked.unwrap_or_else(|| HOUSE.to_owned());
    let of_csl = format!("csl:{name}");
    let (name, style) = match style_named(&name, &[]) {
        Ok(style) => (name, style),
        Err(error) => match style_named(&of_csl, &[]) {
            Ok(style) => (of_csl, style),
            Err(_) => return Err(Trouble::new(StatusCode::NOT_ACCEPTABLE, error.to_string())),
        },
    };
    let slow = is_slow(&name);
    let write = move |_: &Archive| {
        let cited = written(&kept.document, &*style, &name, Notation::Plain)?;
        Ok(Reply::new("text/x-bibliography; charset=utf-8", cited.body))
    };
    if slow { archive.heavy(write).await } else { write(archive) }
}

/// The best representation that the client accepts. Without a header, a page.
fn wanted(headers: &HeaderMap) -> Option<Wanted> {
    let values: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    let accepted = values.join(",");
    if accepted.trim().is_empty() {
        return Some(Wanted::Page);
    }
    ranges(&accepted).iter().find_map(matching)
}

fn matching(range: &Range) -> Option<Wanted> {
    if range.takes("text/html") || range.media == "application/xhtml+xml" {
        return Some(Wanted::Page);
    }
    if range.media == "text/x-bibliography" {
        return Some(Wanted::Bibliography(range.parameter("style").map(str::to_owned)));
    }
    if range.media == "text/plain" {
        return Some(Wanted::Bibliography(None));
    }
    if range.takes(RECORD.media) {
        return Some(Wanted::Format(&RECORD));
    }
    Format::of_media(&range.media).filter(|format| format.written_by().is_some()).map(Wanted::Format)
}

fn not_acceptable() -> Trouble {
    let mut media: Vec<&str> = vec!["text/html", "text/x-bibliography", RECORD.media];
    for format in FORMATS.iter().filter(|format| format.written_by().is_some()) {
        if !media.contains(&format.media) {
            media.push(format.media);
        }
    }
    let words = format!("The record is not available in this format. The formats are: {}.", media.join(", "));
    Trouble::new(StatusCode::NOT_ACCEPTABLE, words)
}

/// The signposts as a header. No address has a character that would end its link.
fn link_header(archive: &Archive, kept: &Kept) -> String {
    let mut links = Vec::new();
    for (rel, address, media) in pages::signposts(&kept.document, &archive.site) {
        if address.bytes().any(|byte| byte <= b' ' || byte >= 0x7f || matches!(byte, b'<' | b'>' | b'"')) {
            continue;
        }
        let media = media.map(|media| format!("; type=\"{media}\"")).unwrap_or_default();
        links.push(format!("<{address}>; rel=\"{rel}\"{media}"));
    }
    links.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted_by(accept: &'static str) -> Option<Wanted> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, header::HeaderValue::from_static(accept));
        wanted(&headers)
    }

    #[test]
    fn the_client_gets_what_it_asks_for() {
        let named = |accept| match wanted_by(accept) {
            Some(Wanted::Format(format)) => format.name,
            Some(Wanted::Page) => "page",
            Some(Wanted::Bibliography(_)) => "bibliography",
            None => "nothing",
        };
        for (accept, name) in [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "page"),
            ("*/*", "page"),
            ("application/x-research-info-systems", "ris"),
            ("application/x-bibtex", "bibtex"),
            ("application/vnd.citationstyles.csl+json", "csl-json"),
            ("application/json", "record"),
            ("text/x-bibliography; style=apa", "bibliography"),
            ("image/png", "nothing"),
            ("text/html;q=0", "nothing"),
        ] {
            assert_eq!(named(accept), name, "{accept}");
        }
        assert_eq!(wanted(&HeaderMap::new()), Some(Wanted::Page));
    }
}
