//! `<meta>` elements: the name for each datum.

use super::names::{indexed, zotero};
use super::{description, first_day, iso, title, zotero};
use crate::citation::{Citation, Record, Syntax};
use crate::document::{Name, Publication};
use crate::notation;
use crate::prose::sentence::Sentence;
use crate::style::record::extra::Lines;
use crate::style::record::omissions::{self, Fields};
use crate::style::record::remarks::Remark;
use crate::style::record::shape::{Reader, Shape};
use crate::style::record::{Facts, books, nonempty, people, when, with_translation};
use crate::style::{Cite, Style, StyleError};

/// `<meta>` elements for the head of a web page: Dublin Core for catalogues, Highwire's `citation_…` for Google
/// Scholar and others, and Zotero's own names for what these two cannot express.
///
/// ```
/// use prefercite::{Cite, Document, style::CitationMeta};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "adams-1867", "kind": "letter", "date": "1867-09-22", "creators": ["Adams, Henry"],
///          "recipients": ["Gaskell, Charles Milnes"],
///          "holdings": [{ "repository": "Massachusetts Historical Society",
///                         "path": [{ "level": "collection", "title": "Adams Papers" }, { "level": "box", "id": 3 }] }] }"#,
/// )?;
/// let record = CitationMeta::new().record(&Cite::new(&letter));
/// assert_eq!(record.kind(), "letter");
/// assert_eq!(record.text("DC.creator"), Some("Adams, Henry"));
/// assert_eq!(record.text("z:recipients"), Some("Gaskell, Charles Milnes"));
/// assert_eq!(record.text("z:archive"), Some("Massachusetts Historical Society"));
/// assert_eq!(record.text("z:archiveLocation"), Some("box 3"));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Zotero reads every property of its export namespace from such elements (with its translators *Embedded Metadata*
/// and *RDF*), so type, recipient, archive and location get their own fields. `z:extra` contains what Zotero has no
/// field for but cites from its field Extra. `DCTERMS.description` contains everything else in labelled sentences.
///
/// `citation_author` is written only if all names of the document are its authors: if it is present, Zotero ignores
/// every other role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CitationMeta;

impl CitationMeta {
    /// The style. It has no options.
    pub const fn new() -> Self {
        CitationMeta
    }

    /// The names of the options: empty.
    pub const OPTIONS: &[&str] = &[];

    /// Sets an option by its name. Returns `None`, because the style has no options.
    pub fn with_option(self, _name: &str) -> Option<Self> {
        None
    }

    /// The notation of its records.
    pub fn syntax(&self) -> &'static dyn Syntax {
        &notation::MetaSyntax::UTF8
    }

    /// The record. This cannot fail.
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let (facts, shape) = Shape::of(document, Reader::Zotero);
        let mut record = Record::new(self.syntax(), zotero::item_type(shape), document.id());
        let title = title(&facts);
        record.push("DC.title", title.as_str());
        record.push("citation_title", title);
        if let Some(title) = document.title() {
            for (name, words) in [("DCTERMS.alternative", &title.original), ("z:shortTitle", &title.short)] {
                push(&mut record, name, words.as_deref());
            }
        }
        // With a recipient the item type already means a letter. Zotero would print the word twice.
        let is_plain_letter = shape == Shape::Correspondence && !document.recipients().is_empty();
        push(&mut record, "DC.type", facts.genre().filter(|genre| !(is_plain_letter && *genre == "letter")));
        push_people(&mut record, &facts, shape);
        push(&mut record, "DC.date", first_day(&facts, shape).as_deref());
        push(&mut record, "citation_date", first_day(&facts, shape).as_deref());
        push_place(&mut record, &facts, shape);
        if let Some(book) = facts.book {
            push_publication(&mut record, book, shape);
        }
        push_description(&mut record, &facts);
        omissions::push(&mut record, document, Fields { order_of_names: true, ..Fields::default() });
        record
    }
}

impl Style for CitationMeta {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}

fn push(record: &mut Record, name: &'static str, value: Option<&str>) {
    if let Some(value) = value {
        record.push(name, value);
    }
}

fn push_names<'n>(record: &mut Record, name: &'static str, names: impl IntoIterator<Item = &'n Name>) {
    names.into_iter().for_each(|person| record.push(name, zotero(person)));
}

fn push_people(record: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let document = facts.document;
    let creators = document.creators();
    creators.iter().for_each(|name| record.push("DC.creator", indexed(name)));
    push_names(record, zotero::creators(shape), creators);
    document.recipients().iter().for_each(|name| record.push("DCTERMS.audience", indexed(name)));
    push_names(record, "z:recipients", document.recipients());
    push_names(record, "z:interviewers", document.interviewers());
    push_names(record, "bib:contributors", document.participants());
    push_names(record, "z:translators", people::translators(document));
    let are_all_authors = zotero::creators(shape) == zotero::AUTHORS
        && document.recipients().is_empty()
        && document.interviewers().is_empty()
        && document.participants().is_empty()
        && people::translators(document).next().is_none()
        && facts.book.is_none_or(|book| book.editors.is_empty());
    if are_all_authors {
        push_names(record, "citation_author", creators);
    }
}

/// Where the document is held.
fn push_place(record: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let archive = nonempty(|s| facts.push_archive(s));
    push(record, "z:archive", archive.as_deref());
    push(record, "z:archiveLocation", nonempty(|s| facts.push_location(s)).as_deref());
    let reference = facts.holding.and_then(|holding| holding.reference.as_deref());
    push(record, "z:callNumber", reference);
    push(record, "DC.identifier", reference);
    let home = facts.home;
    push(record, "z:libraryCatalog", home.and_then(|home| home.archive.as_deref().or(home.host.as_deref())));
    let source = nonempty(|s| facts.push_archival_source(s));
    push(record, "DC.source", source.as_deref());
    push(record, "citation_public_url", facts.url().as_deref());
    push(record, "citation_doi", facts.doi());
    let accessed = home.and_then(|home| home.accessed.as_ref()).and_then(when::span);
    push(record, "z:accessDate", accessed.map(|span| iso(span.first())).as_deref());
    if shape == Shape::Report {
        push(record, "citation_technical_report_number", facts.cited_number());
    }
    push(record, "z:extra", extra(facts, shape).as_deref());
}

/// Lines that Zotero cites, or moves to one of its fields.
fn extra(facts: &Facts<'_>, shape: Shape) -> Option<String> {
    let mut lines = Vec::new();
    let mut take = |variable: &'static str, write: &mut dyn FnMut(&mut Sentence<'_>)| {
        if let Some(words) = nonempty(|s| write(s)) {
            lines.push(format!("{variable}: {}", words.replace(char::is_control, " ")));
        }
    };
    facts.each_extra_line(shape, Lines::CslJson, &mut take);
    if matches!(shape, Shape::Correspondence | Shape::Picture) {
        // The format has no element for Zotero's field.
        take("event-place", &mut |s| _ = s.verbatim(facts.document.place().unwrap_or_default()));
    }
    Some(lines.join("\n")).filter(|lines| !lines.is_empty())
}

fn push_publication(record: &mut Record, book: &Publication, shape: Shape) {
    let container = books::title(book).map(with_translation);
    let larger = match shape {
        Shape::Chapter => "citation_inbook_title",
        Shape::Journal => "citation_journal_title",
        // Highwire's name would make these a journal article.
        Shape::Magazine | Shape::Newspaper | Shape::Blog | Shape::WebPage => "z:publicationTitle",
        _ => "DCTERMS.isPartOf",
    };
    push(record, larger, container.as_deref());
    if !shape.is_published() {
        // For a published letter the lines of Extra contain the rest.
        return;
    }
    push(record, "citation_series_title", book.series.as_ref().map(with_translation).as_deref());
    push_names(record, "bib:editors", &book.editors);
    let publisher = if shape == Shape::Thesis { "citation_dissertation_institution" } else { "citation_publisher" };
    for (name, words) in [
        ("citation_volume", &book.volume),
        ("citation_issue", &book.issue),
        ("bib:pages", &book.pages),
        ("z:edition", &book.edition),
        (publisher, &book.publisher),
        ("z:place", &book.place),
        ("citation_isbn", &book.isbn),
    ] {
        push(record, name, words.as_deref());
    }
}

fn push_description(record: &mut Record, facts: &Facts<'_>) {
    let document = facts.document;
    push(record, "DC.language", document.languages().first().map(String::as_str));
    document.subjects().iter().for_each(|subject| record.push("DC.subject", subject.as_str()));
    push(record, "DC.rights", document.rights());
    push(record, "DCTERMS.medium", document.medium());
    push(record, "DCTERMS.extent", document.extent());
    push(record, "DCTERMS.abstract", document.summary());
    push(record, "DCTERMS.bibliographicCitation", document.preferred_citation());
    let text = description(facts, |remark| {
        matches!(
            remark,
            Remark::Genre
                | Remark::OriginalTitle
                | Remark::Creators
                | Remark::Recipients
                | Remark::Place
                | Remark::Number
                | Remark::ArchivalSource
                | Remark::Medium
                | Remark::Extent
                | Remark::Rights
                | Remark::Subjects
                | Remark::PreferredCitation
        )
    });
    push(record, "DCTERMS.description", text.as_deref());
}
