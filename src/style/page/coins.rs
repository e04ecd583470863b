//! COinS: the OpenURL key for each datum.

use super::names::zotero;
use super::{description, first_day, omit_access, title, zotero};
use crate::citation::{Citation, OmissionReason, Record, Syntax};
use crate::document::{Name, Publication};
use crate::notation;
use crate::style::record::omissions::{self, Fields};
use crate::style::record::remarks::Remark;
use crate::style::record::shape::{Reader, Shape};
use crate::style::record::{Facts, books, nonempty, people, with_translation};
use crate::style::{Cite, Style, StyleError};

/// COinS, an OpenURL in a `<span>` of a web page: Zotero and other reference managers read it.
///
/// OpenURL has formats for books, articles and dissertations, and Dublin Core for everything else. It has no key for
/// an archive or a shelf mark: `rft.source` is the archive, `rft.place` its place, and `rft.description`, which
/// Zotero shows as the abstract, contains the rest in labelled sentences. Recipients are `rft.contributor`, the only
/// other role. If a page may have only one kind of metadata, [`CitationMeta`](super::CitationMeta) contains more.
///
/// ```
/// use prefercite::{Cite, Document, style::Coins};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "adams-1867", "kind": "letter", "date": "1867-09-22", "creators": ["Adams, Henry"],
///          "recipients": ["Gaskell, Charles Milnes"], "holdings": [{ "repository": "Massachusetts Historical Society" }] }"#,
/// )?;
/// let record = Coins::new().record(&Cite::new(&letter));
/// assert_eq!(record.text("rft.type"), Some("letter"));
/// assert_eq!(record.text("rft.title"), Some("Letter to Charles Milnes Gaskell, September 22, 1867"));
/// assert_eq!(record.text("rft.source"), Some("Massachusetts Historical Society"));
/// assert!(record.to_string().contains("&amp;rft.creator=Adams%2C%20Henry&amp;"));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The reference is Zotero's reader of OpenURL (`openurl.js` of its utilities). It splits a name at its comma, and a
/// name without a comma at its last space, so a name in one piece ends with a comma.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Coins;

impl Coins {
    /// The style. It has no options.
    pub const fn new() -> Self {
        Coins
    }

    /// The names of the options: empty.
    pub const OPTIONS: &[&str] = &[];

    /// Sets an option by its name. Returns `None`, because the style has no options.
    pub fn with_option(self, _name: &str) -> Option<Self> {
        None
    }

    /// The notation of its records.
    pub fn syntax(&self) -> &'static dyn Syntax {
        &notation::CoinsSyntax::UTF8
    }

    /// The record. This cannot fail.
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let (facts, shape) = Shape::of(document, Reader::Zotero);
        let mut record = Record::new(self.syntax(), format(shape), document.id());
        match (shape, facts.book) {
            (Shape::Book, book) => push_title(&mut record, "book", ["rft.btitle", ""], title(&facts), book),
            (Shape::Chapter, book) => {
                push_title(&mut record, "bookitem", ["rft.atitle", "rft.btitle"], title(&facts), book);
            }
            (Shape::Journal | Shape::Magazine | Shape::Newspaper, book) => {
                push_title(&mut record, "article", ["rft.atitle", "rft.jtitle"], title(&facts), book);
            }
            (Shape::Thesis, book) => {
                record.push("rft.title", title(&facts));
                push(&mut record, "rft.inst", book.and_then(|book| book.publisher.as_deref()));
                push(&mut record, "rft.degree", facts.genre());
            }
            (_, book) => {
                record.push("rft.type", zotero::item_type(shape));
                record.push("rft.title", title(&facts));
                // For a document in an archive.
                match book.and_then(books::title) {
                    Some(book) => record.push("rft.source", with_translation(book)),
                    None => push(&mut record, "rft.source", nonempty(|s| facts.push_archive(s)).as_deref()),
                }
                push(&mut record, "rft.place", facts.archive_place());
            }
        }
        push_people(&mut record, &facts, shape);
        push(&mut record, "rft.date", first_day(&facts, shape).as_deref());
        if let Some(book) = facts.book {
            push_publication(&mut record, book, shape);
        }
        push(&mut record, "rft.language", document.languages().first().map(String::as_str));
        let text = description(&facts, |remark| {
            matches!(remark, Remark::Subjects) && format(shape) == "dc"
                || remark == Remark::Rights && format(shape) == "dc"
        });
        let text = [document.summary(), text.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        push(&mut record, "rft.description", Some(text.as_str()).filter(|text| !text.is_empty()));
        if format(shape) == "dc" {
            push(&mut record, "rft.rights", document.rights());
            document.subjects().iter().for_each(|subject| record.push("rft.subject", subject.as_str()));
        }
        push(&mut record, "rft.isbn", facts.book.and_then(|book| book.isbn.as_deref()));
        if let Some(doi) = facts.doi() {
            record.push("rft_id", std::format!("info:doi/{doi}"));
        }
        if let Some(address) = facts.url() {
            record.push("rft_id", address.into_owned());
        }
        omissions::push(&mut record, document, Fields::default());
        omit_access(&mut record, &facts);
        if document.title().is_some_and(|title| title.short.is_some()) {
            record.omit("title.short", OmissionReason::NoField);
        }
        record
    }
}

impl Style for Coins {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}

/// The metadata format.
fn format(shape: Shape) -> &'static str {
    match shape {
        Shape::Book | Shape::Chapter => "book",
        Shape::Journal | Shape::Magazine | Shape::Newspaper => "journal",
        Shape::Thesis => "dissertation",
        _ => "dc",
    }
}

fn push(record: &mut Record, key: &'static str, value: Option<&str>) {
    if let Some(value) = value {
        record.push(key, value);
    }
}

fn push_title(
    record: &mut Record,
    genre: &'static str,
    [own, larger]: [&'static str; 2],
    title: String,
    book: Option<&Publication>,
) {
    record.push("rft.genre", genre);
    record.push(own, title);
    if let Some(book) = book.and_then(books::title).filter(|_| !larger.is_empty()) {
        record.push(larger, with_translation(book));
    }
}

fn push_people(record: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let document = facts.document;
    let author = if format(shape) == "dc" { "rft.creator" } else { "rft.au" };
    let others = [document.recipients(), document.participants(), document.interviewers()];
    let translators = people::translators(document);
    document.creators().iter().for_each(|name| record.push(author, zotero(name)));
    let contributors: Vec<&Name> = others.into_iter().flatten().chain(translators).collect();
    contributors.into_iter().for_each(|name| record.push("rft.contributor", zotero(name)));
}

fn push_publication(record: &mut Record, book: &Publication, shape: Shape) {
    for (key, words) in [
        ("rft.volume", &book.volume),
        ("rft.issue", &book.issue),
        ("rft.pages", &book.pages),
        ("rft.edition", &book.edition),
        ("rft.place", &book.place),
    ] {
        push(record, key, words.as_deref());
    }
    if shape != Shape::Thesis {
        push(record, "rft.pub", book.publisher.as_deref());
    }
    push(record, "rft.series", book.series.as_ref().map(with_translation).as_deref());
}
