//! `/unapi`: the formats of records for Zotero and other clients of unAPI (<https://web.archive.org/web/unapi.info>).

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use super::Archive;
use super::query::Pairs;
use super::reply::{Reply, Trouble};
use crate::address::attachment;
use crate::citation::{Notation, written};
use crate::formats::{FORMATS, Format};

pub(super) async fn unapi(
    State(archive): State<Arc<Archive>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    match answer(&archive, query.as_deref()) {
        Ok(reply) => reply.send(&headers),
        Err(trouble) => trouble.send(&archive, &headers),
    }
}

/// Zotero takes the first format in the list that it knows (RIS, BibTeX and some more), and requests it by its name
/// here.
fn offered() -> impl Iterator<Item = (&'static str, &'static Format)> {
    let named = |(name, format): (&'static str, &str)| Some((name, FORMATS.iter().find(|it| it.name == format)?));
    [("ris", "ris-zotero"), ("bibtex", "biblatex"), ("csl-json", "csl-json"), ("json-ld", "json-ld")]
        .into_iter()
        .filter_map(named)
        .filter(|(_, format)| format.written_by().is_some())
}

fn answer(archive: &Archive, query: Option<&str>) -> Result<Reply, Trouble> {
    let pairs = Pairs::of(query)?;
    // Zotero puts the key into the address without encoding: a plus sign becomes a space.
    let id = pairs.get("id").map(|id| id.replace(' ', "+"));
    let Some(id) = id else { return Ok(formats(None)) };
    let kept = archive.kept(&id)?;
    let Some(asked) = pairs.get("format") else {
        return Ok(formats(Some(&id)).status(StatusCode::MULTIPLE_CHOICES));
    };
    let format = offered().find(|(name, _)| *name == asked).map(|(_, format)| format);
    let style = format.and_then(|format| Some((format, format.written_by()?)));
    let (format, style) = style.ok_or_else(|| {
        let names: Vec<&str> = offered().map(|(name, _)| name).collect();
        Trouble::new(StatusCode::NOT_ACCEPTABLE, format!("The formats are {}.", names.join(", ")))
    })?;
    let written = written(&kept.document, &*style, format.style, Notation::Plain)?;
    let file = attachment(kept.document.id(), format.extension);
    Ok(Reply::citation(written).with(header::CONTENT_DISPOSITION, &file))
}

fn formats(id: Option<&str>) -> Reply {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<formats");
    if let Some(id) = id {
        // A cite key has no character with a meaning in XML, and an invalid key has no record.
        xml.extend([" id=\"", id, "\""]);
    }
    xml.push_str(">\n");
    for (name, format) in offered() {
        xml.extend(["  <format name=\"", name, "\" type=\"", format.media, "\"/>\n"]);
    }
    xml.push_str("</formats>\n");
    Reply::new("application/xml", xml)
}
