//! `<meta>` elements: which name each datum goes under.

use super::names::{indexed, zotero};
use super::zotero::ItemType;
use super::{description, first_day, iso, publication, title};
use crate::citation::{Citation, Record, Syntax};
use crate::document::{Name, Publication};
use crate::notation;
use crate::prose::books::is_journal;
use crate::style::record::omissions::{self, Fields};
use crate::style::record::remarks::Remark;
use crate::style::record::{Facts, books, people, said, when, with_translation};
use crate::style::{Cite, Style, StyleError};

/// `<meta>` elements for the head of a web page: Dublin Core for catalogues, Highwire's `citation_…` for Google Scholar and
/// others, and Zotero's own names for what these two cannot say.
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
/// Zotero takes every property of its export namespace from such elements (its translators *Embedded Metadata* and *RDF*), so type, recipient, archive
/// and location come to their own fields. What Zotero has no field for, but cites from its field Extra, is in `z:extra`; what no name
/// can say is in `DCTERMS.description`, in labelled sentences.
///
/// `citation_author` is written only where all names of the document are its authors: with it, Zotero forgets every other role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CitationMeta;

impl CitationMeta {
    /// The style; it has no options.
    pub const fn new() -> Self {
        CitationMeta
    }

    /// The names of the options: none.
    pub const OPTIONS: &[&str] = &[];

    /// Sets an option by its name: `None`, because the style has no options.
    pub fn with_option(self, _name: &str) -> Option<Self> {
        None
    }

    /// The notation of its records.
    pub fn syntax() -> &'static dyn Syntax {
        &notation::MetaSyntax::UTF8
    }

    /// The record: it cannot fail.
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let facts = Facts::of(document);
        let kind = ItemType::of(&facts);
        let mut record = Record::new(CitationMeta::syntax(), kind.name(), document.id());
        let title = title(&facts);
        record.push("DC.title", title.as_str());
        record.push("citation_title", title);
        if let Some(title) = document.title() {
            for (name, words) in [("DCTERMS.alternative", &title.original), ("z:shortTitle", &title.short)] {
                push(&mut record, name, words.as_deref());
            }
        }
        // Beside a recipient the item type says it: Zotero would print the word twice.
        let is_plain_letter = kind == ItemType::Letter && !document.recipients().is_empty();
        push(&mut record, "DC.type", facts.genre().filter(|genre| !(is_plain_letter && *genre == "letter")));
        push_people(&mut record, &facts, kind);
        push(&mut record, "DC.date", first_day(&facts).as_deref());
        push(&mut record, "citation_date", first_day(&facts).as_deref());
        push_place(&mut record, &facts);
        if let Some(book) = publication(&facts) {
            push_publication(&mut record, book, kind);
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
        Some(CitationMeta::syntax())
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

fn push_people(record: &mut Record, facts: &Facts<'_>, kind: ItemType) {
    let document = facts.document;
    let creators = document.creators();
    creators.iter().for_each(|name| record.push("DC.creator", indexed(name)));
    push_names(record, kind.creators(), creators);
    document.recipients().iter().for_each(|name| record.push("DCTERMS.audience", indexed(name)));
    push_names(record, "z:recipients", document.recipients());
    push_names(record, "z:interviewers", document.interviewers());
    push_names(record, "bib:contributors", document.participants());
    push_names(record, "z:translators", people::translators(document));
    let are_all_authors = kind.creators() == "bib:authors"
        && document.recipients().is_empty()
        && document.interviewers().is_empty()
        && document.participants().is_empty()
        && people::translators(document).next().is_none()
        && publication(facts).is_none_or(|book| book.editors.is_empty());
    if are_all_authors {
        push_names(record, "citation_author", creators);
    }
}

/// Where the document is.
fn push_place(record: &mut Record, facts: &Facts<'_>) {
    let archive = said(|s| facts.push_archive(s));
    push(record, "z:archive", archive.as_deref());
    push(record, "z:archiveLocation", said(|s| facts.push_location(s)).as_deref());
    let reference = facts.holding.and_then(|holding| holding.reference.as_deref());
    push(record, "z:callNumber", reference);
    push(record, "DC.identifier", reference);
    let home = facts.home;
    push(record, "z:libraryCatalog", home.and_then(|home| home.archive.as_deref().or(home.host.as_deref())));
    let source = said(|s| facts.push_archival_source(s));
    push(record, "DC.source", source.as_deref());
    push(record, "citation_public_url", facts.url().as_deref());
    push(record, "citation_doi", facts.doi());
    let accessed = home.and_then(|home| home.accessed.as_ref()).and_then(when::span);
    push(record, "z:accessDate", accessed.map(|span| iso(span.first())).as_deref());
    // Lines that Zotero cites from, or moves to a field that it has.
    let extra = [
        ("archive_collection: ", said(|s| facts.push_collection(s))),
        ("archive-place: ", facts.archive_place().map(str::to_owned)),
        ("event-place: ", facts.document.place().map(str::to_owned)),
        ("number: ", facts.document.number().map(str::to_owned)),
        ("issued: ", issued(facts)),
    ];
    let lines: Vec<String> = extra
        .into_iter()
        .filter_map(|(label, words)| words.map(|words| format!("{label}{}", words.replace(char::is_control, " "))))
        .collect();
    push(record, "z:extra", Some(lines.join("\n").as_str()).filter(|lines| !lines.is_empty()));
}

/// The whole date, where its first day is not all of it.
fn issued(facts: &Facts<'_>) -> Option<String> {
    let date = facts.document.date().filter(|_| facts.book.is_none())?;
    (!when::is_plain(date)).then(|| date.edtf()).flatten()
}

fn push_publication(record: &mut Record, book: &Publication, kind: ItemType) {
    let container = books::title(book).map(with_translation);
    let larger = match kind {
        ItemType::BookSection => "citation_inbook_title",
        ItemType::JournalArticle | ItemType::NewspaperArticle => "citation_journal_title",
        _ if is_journal(book) => "citation_journal_title",
        _ => "DCTERMS.isPartOf",
    };
    push(record, larger, container.as_deref());
    push(record, "citation_series_title", book.series.as_ref().map(with_translation).as_deref());
    push_names(record, "bib:editors", &book.editors);
    let publisher = if kind == ItemType::Thesis { "citation_dissertation_institution" } else { "citation_publisher" };
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
