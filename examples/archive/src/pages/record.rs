//! The page of a record.

use maud::{Markup, PreEscaped, html};
use prefercite::prose::{Link, link};
use prefercite::style;
use prefercite::{Document, Style};

use super::citation_box::citation_box;
use super::names::{date, heading, heading_language, linked, people};
use super::{details, layout};
use crate::citation::CitationError;
use crate::formats::{FORMATS, RECORD};
use crate::index::Neighbors;
use crate::links::Links;
use crate::site::Site;

/// The data of a record's page.
#[derive(Clone, Copy, Debug)]
pub struct RecordPage<'a> {
    /// The record.
    pub document: &'a Document,
    /// The records next to it in its folder.
    pub neighbors: &'a Neighbors,
    /// Its values in the facets for archives and collections.
    pub headings: &'a (Option<String>, Option<String>),
    /// The style of the citation.
    pub style: &'a str,
}

/// The page.
///
/// # Errors
///
/// Returns an error if the style is unknown, or cannot cite the document.
pub fn record(page: &RecordPage<'_>, site: &Site, links: &Links) -> Result<String, CitationError> {
    let document = page.document;
    let head = html! {
        @for (rel, address, media) in signposts(document, site) {
            link rel=(rel) href=(address) type=[media];
        }
        @if let Some(summary) = document.summary() { meta name="description" content=(summary); }
        (metadata(document, "citation-meta"))
        @if let Some(json) = metadata_text(document, "json-ld") {
            script type="application/ld+json" { (PreEscaped(json)) }
        }
    };
    let content = html! {
        article.record {
            (title(document))
            (metadata(document, "coins"))
            @if !links.is_static { abbr.unapi-id title=(document.id()) hidden {} }
            @if let Some(summary) = document.summary() { p.summary dir="auto" { (summary) } }
            (citation_box(document, page.style, links)?)
            (share(document, site))
            section aria-labelledby="description" {
                h2 #description { "Description" }
                (description(page, links))
            }
            (neighbors(page.neighbors, links))
        }
    };
    Ok(layout::page(site, links, &heading(document), &head, &content))
}

fn title(document: &Document) -> Markup {
    let title = document.title();
    let others = title.into_iter().flat_map(|title| {
        [
            (&title.original, "Original title"),
            (&title.transliterated, "In Latin letters"),
            (&title.translated, "In English"),
        ]
    });
    html! {
        h1 lang=[heading_language(document)] dir="auto" { (heading(document)) }
        @for (words, label) in others {
            @if let Some(words) = words { p.other-title { (label) ": " bdi { (words) } } }
        }
    }
}

/// A row of the description. Empty without a value.
fn row(label: &str, value: Option<Markup>) -> Markup {
    html! { @if let Some(value) = value { dt { (label) } dd { (value) } } }
}

fn text(label: &str, words: Option<&str>) -> Markup {
    row(label, words.map(|words| html! { bdi { (words) } }))
}

fn description(page: &RecordPage<'_>, links: &Links) -> Markup {
    let document = page.document;
    let names = |names: &[_]| (!names.is_empty()).then(|| people(names, links));
    let kind = document.kind().as_str();
    let (archive, collection) = page.headings;
    let found_by = |key: &str, words: &Option<String>| words.as_ref().map(|words| linked(links, key, words, words));
    html! {
        dl.description {
            (row("Kind", Some(linked(links, "kind", kind, document.genre().unwrap_or(kind)))))
            (row("Date", document.date().map(date)))
            (text("Time", document.time()))
            (text("Place", document.place()))
            (text("Number", document.number()))
            (row("From", names(document.creators())))
            (row("To", names(document.recipients())))
            (row("Participants", names(document.participants())))
            (row("Interviewers", names(document.interviewers())))
            (text("Classification", document.classification()))
            (row("Held at", several(document.holdings(), details::holding)))
            (row("Archive", found_by("archive", archive)))
            (row("Collection", found_by("collection", collection)))
            (row("Read on the web", several(document.surrogates(), details::surrogate)))
            (row("Printed in", document.source().map(details::publication)))
            (row("Also printed in", several(document.printings(), details::publication)))
            (row("Translation", document.translation().map(|translation| html! {
                @if !translation.by.is_empty() { "by " (people(&translation.by, links)) }
                @if let Some(from) = &translation.from { " from " span lang="en" { (from) } }
                @if let Some(into) = &translation.into { " into " (into) }
                @if let Some(project) = &translation.on_behalf_of { " for " bdi { (project) } }
                @if let Some(source) = &translation.source { (details::publication(source)) }
            })))
            (row("Credits", several(document.contributions(), |it| details::contribution(it, links))))
            (text("Languages", Some(document.languages().join(", ")).filter(|tags| !tags.is_empty()).as_deref()))
            (text("Medium", document.medium()))
            (text("Extent", document.extent()))
            (row("Subjects", several(document.subjects(), |subject| linked(links, "q", &format!("\"{subject}\""), subject))))
            (text("Note", document.note()))
            (text("Addendum", document.addendum()))
            (text("Rights", document.rights()))
            (text("Key", Some(document.id())))
        }
    }
}

fn several<T>(values: &[T], write: impl Fn(&T) -> Markup) -> Option<Markup> {
    (!values.is_empty()).then(|| html! { ul.values { @for value in values { li { (write(value)) } } } })
}

/// The address that citations print, or else the address of this page.
fn stable_address(document: &Document, site: &Site) -> String {
    let target = match link(document) {
        Some(Link::Doi(doi)) => format!("https://doi.org/{doi}"),
        Some(Link::Address(address)) => address.into_owned(),
        _ => return site.record(document.id()),
    };
    let href = prefercite::citation::Mark::Link(&target).href().map(std::borrow::Cow::into_owned);
    href.unwrap_or_else(|| site.record(document.id()))
}

fn share(document: &Document, site: &Site) -> Markup {
    let (stable, page) = (stable_address(document, site), site.record(document.id()));
    html! {
        section.share aria-labelledby="share" {
            h2 #share { "Share document" }
            p {
                label for="address" { "Stable address" } " "
                input #address type="text" readonly value=(stable);
                button type="button" data-copy="address" hidden { "Copy address" }
                span role="status" {}
            }
            @if stable != page { p.note { "This page: " a href=(page) { (page) } } }
        }
    }
}

fn neighbors(neighbors: &Neighbors, links: &Links) -> Markup {
    let beside = |document: &Option<Document>, rel: &str, label: &str| {
        html! {
            @if let Some(document) = document {
                p { (label) ": " a href=(links.record(document.id())) rel=(rel) { bdi { (heading(document)) } } }
            }
        }
    };
    html! {
        @if neighbors.previous.is_some() || neighbors.next.is_some() {
            nav.folder aria-label="In the same folder" {
                (beside(&neighbors.previous, "prev", "Previous in the folder"))
                (beside(&neighbors.next, "next", "Next in the folder"))
            }
        }
    }
}

/// Links for machines, as in Signposting: what to cite, the record's metadata, and the copies.
pub fn signposts(document: &Document, site: &Site) -> Vec<(&'static str, String, Option<String>)> {
    let record = site.record(document.id());
    let mut posts = vec![("cite-as", stable_address(document, site), None)];
    for format in FORMATS.iter().filter(|format| format.option.is_none()) {
        if format.written_by().is_some() {
            let address = format!("{record}/citation?style={}", format.style);
            posts.push(("describedby", address, Some(format.media.to_owned())));
        }
    }
    posts.push(("describedby", format!("{record}/record.json"), Some(RECORD.media.to_owned())));
    for surrogate in document.surrogates() {
        posts.extend(details::address_of(surrogate).map(|address| ("item", address, None)));
    }
    posts.push(("type", "https://schema.org/ArchiveComponent".to_owned(), None));
    posts.push(("type", "https://schema.org/AboutPage".to_owned(), None));
    posts
}

/// The output of a style for page metadata. It is already escaped.
fn metadata(document: &Document, name: &str) -> Markup {
    html! { @if let Some(words) = metadata_text(document, name) { (PreEscaped(words)) } }
}

fn metadata_text(document: &Document, name: &str) -> Option<String> {
    Some(style::named(name).ok()?.cite_document(document).ok()?.to_string())
}
