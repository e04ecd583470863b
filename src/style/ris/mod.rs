//! RIS: the tag for each datum.
//!
//! No program reads all tags. So the most important data are written twice: in their own tag, and in a labelled
//! sentence of the note, which nearly all programs keep.

mod credits;
mod kind;
mod literature;
mod note;
mod omitted;

use std::borrow::Cow;

use super::record::extra::Lines;
use super::record::remarks::Remark;
use super::record::shape::{Reader, Shape};
use super::record::sheet::{RecordSheet, Sheet};
use super::record::when::{self, Day};
use super::record::{Facts, books, nonempty, people};
use super::{Cite, Style, StyleError};
use crate::citation::{Citation, Record, Syntax, Text};
use crate::document::Publication;
use crate::labels;
use crate::notation;
use crate::prose::names::push_plain_name;
use crate::prose::sentence::Punctuation;
use note::is_altered;
use omitted::encoded;

/// RIS records, for EndNote, Mendeley and library catalogues, and [by an option](Ris::zotero) for Zotero.
///
/// ```
/// use prefercite::style::Ris;
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "burton-merriam", "kind": "telegram", "creators": ["Burton, Ernest"], "recipients": ["Merriam, Charles"],
///          "date": "1923-01-26", "holdings": [{ "repository": { "name": "University of Chicago Library", "place": "Chicago" },
///              "path": [{ "level": "collection", "title": "Charles E. Merriam Papers" }, { "level": "box", "id": "26" }] }] }"#,
/// )?;
/// let record = Ris::new().record(&Cite::new(&telegram));
/// assert_eq!(
///     record.to_string().replace("\r\n", "\n"),
///     "TY  - PCOMM
/// TI  - [Telegram to Charles Merriam, January 26, 1923]
/// AU  - Burton, Ernest
/// A2  - Merriam, Charles
/// PY  - 1923
/// DA  - 1923/01/26/
/// T2  - Charles E. Merriam Papers
/// CY  - Chicago
/// PB  - University of Chicago Library
/// DB  - University of Chicago Library
/// AV  - box 26, Charles E. Merriam Papers
/// M3  - Telegram
/// N1  - Telegram. Recipient: Merriam, Charles. Archival source: box 26, Charles E. Merriam Papers, University of Chicago Library
/// ID  - burton-merriam
/// ER  - "
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// All forms yield the same record, without a locator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ris {
    reader: Reader,
}

impl Ris {
    /// Records that lose as little as possible in every program.
    pub const fn new() -> Self {
        Ris { reader: Reader::Any }
    }

    /// Records for Zotero only, which would print the repository, the collection and the place of a plain record
    /// twice. Zotero's field Extra gets a line for each datum without a field in its type, and citations print it:
    /// the collection, the archive's place, an interviewer, a date that is not a day, the book of a letter. The note
    /// contains only what no field contains.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Ris};
    ///
    /// let memorandum: Document = serde_json::from_str(
    ///     r#"{ "id": "m", "kind": "memorandum", "title": "On the Budget",
    ///          "holdings": [{ "repository": "University of Chicago Library",
    ///                         "path": [{ "level": "collection", "title": "Merriam Papers" }] }] }"#,
    /// )?;
    /// let record = Ris::new().zotero().record(&Cite::new(&memorandum));
    /// assert_eq!(record.text("M2"), Some("archive_collection: Merriam Papers"));
    /// assert_eq!((record.text("DB"), record.text("PB")), (Some("University of Chicago Library"), None));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn zotero(mut self) -> Self {
        self.reader = Reader::Zotero;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["zotero"];

    /// Sets an option by its name. Returns `None` if the name is unknown.
    pub fn with_option(self, name: &str) -> Option<Self> {
        (name == "zotero").then(|| self.zotero())
    }

    /// The notation of its records.
    pub fn syntax(&self) -> &'static dyn Syntax {
        &notation::RisSyntax::UTF8
    }

    /// The record. This cannot fail.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Ris};
    ///
    /// let report = r#"{ "id": "r", "kind": "report", "title": "On Korea", "number": "ORE 18-50" }"#;
    /// let report: Document = serde_json::from_str(report)?;
    /// let record = Ris::new().record(&Cite::new(&report));
    /// assert_eq!((record.kind(), record.text("TI")), ("RPRT", Some("On Korea")));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let (facts, shape) = Shape::of(document, self.reader);
        let mut record = Record::new(self.syntax(), kind::tag(shape), document.id());
        self.fill(&mut RecordSheet::new(&mut record), &facts, shape);
        omitted::push(&mut record, &facts, shape, self.reader);
        record
    }

    fn fill(&self, sheet: &mut impl Sheet, facts: &Facts<'_>, shape: Shape) {
        let document = facts.document;
        let is_zotero = self.reader == Reader::Zotero;
        // Zotero cites the title, other programs list it.
        let title = if is_zotero { facts.cited_title() } else { document.title() };
        match title {
            Some(title) => {
                sheet.push_title("TI", title);
                sheet.push("ST", title.short.as_deref());
            }
            None => self.push_made_title(sheet, facts, shape),
        }
        credits::each(facts, shape, self.reader, |tag, _, names| {
            for name in names {
                // A name in one piece keeps its order. Zotero does not need its parts.
                if is_zotero && people::is_family_first(name) && !people::holds(name, b",") {
                    sheet.push_words(tag, |s| {
                        push_plain_name(s, name);
                        s.word(",");
                    });
                } else {
                    sheet.push_name(tag, name);
                }
            }
        });
        // A letter in an edition has its own date in Zotero's field, by which Zotero's list is sorted.
        let own = document.date().filter(|date| when::span(date).is_some());
        let of_book = facts.book.and_then(|book| book.date.as_ref());
        let is_letter = shape == Shape::Correspondence;
        let date = match facts.book {
            Some(_) if is_letter => own.or(of_book),
            Some(_) if shape.is_published() => of_book.or(own.filter(|_| is_zotero)),
            _ => own,
        };
        if let Some(span) = date.and_then(when::span) {
            // pandoc reads only the year, and astrocite uses the last date.
            sheet.push_figures("PY", |text| span.first().push_year(text));
            push_day(sheet, "DA", span.first());
        }
        if is_zotero {
            facts.each_extra_line(shape, Lines::Ris, &mut |variable, write| {
                sheet.push_words("M2", |s| {
                    _ = s.element(Punctuation::Space, labels::of_variable(variable), |s| write(s))
                });
            });
        }
        if let Some(book) = facts.book.filter(|_| shape.is_published()) {
            push_book(sheet, book, shape, self.reader);
        }
        if is_zotero {
            push_zotero_shelf(sheet, facts, shape);
            let medium = document.medium().filter(|_| shape == Shape::Picture);
            sheet.push("M3", medium.or(facts.zotero_genre(shape).filter(|_| shape.has_genre())));
        } else {
            push_shelf(sheet, facts, shape);
            sheet.push_words("M3", |s| facts.push_genre(s));
        }
        if let Some(extent) = document.extent() {
            match (shape, facts.page_count()) {
                (Shape::Picture, _) => sheet.push_text("C3", extent),
                (Shape::Chapter | Shape::Journal | Shape::Magazine | Shape::Newspaper, _) | (_, None) => {}
                // For a letter Zotero would cite the number as a page.
                (shape, Some(_)) if is_zotero && !counts_pages(shape) => {}
                (_, Some(pages)) => sheet.push_text("SP", pages),
            }
        }
        if !is_zotero {
            literature::push(sheet, facts);
        }
        let spoken = document.languages().first().map(String::as_str);
        sheet.push("LA", if is_zotero { facts.cited_language() } else { spoken });
        sheet.push("AB", document.summary());
        sheet.push_words("N1", |s| note::push(s, facts, shape, self.reader));
        sheet.push("CR", document.rights());
        sheet.push_list("KW", keywords(facts));
        if let Some(address) = facts.url() {
            sheet.push_text("UR", &encoded(&address, false));
        }
        if let Some(doi) = facts.doi() {
            sheet.push_text("DO", &encoded(doi, true));
        }
        if let Some(span) = facts.home.and_then(|home| home.accessed.as_ref()).and_then(when::span) {
            push_day(sheet, "Y2", span.first());
        }
    }

    /// A title for lists that would otherwise show nothing. It is in brackets, like everything in catalogues that is
    /// not on the document. Zotero generates one for letters itself, and cites the title of a collection without
    /// quotation marks.
    fn push_made_title(&self, sheet: &mut impl Sheet, facts: &Facts<'_>, shape: Shape) {
        match self.reader {
            Reader::Any => sheet.push_words("TI", |s| {
                s.word("[");
                s.part(|s| facts.push_made_title(s));
                s.word("]");
            }),
            Reader::Zotero if facts.needs_made_title(shape) => sheet.push_words("TI", |s| facts.push_word_as_title(s)),
            Reader::Zotero => {}
        }
    }
}

/// Where the document is held.
fn push_shelf(sheet: &mut impl Sheet, facts: &Facts<'_>, shape: Shape) {
    let document = facts.document;
    let home = facts.home;
    if !shape.is_published() {
        sheet.push_words("T2", |s| facts.push_collection(s));
        sheet.push("CY", facts.archive_place());
        // Zotero reads the archive from DB, most other programs from PB.
        sheet.push_words_twice(["PB", "DB"], |s| facts.push_archive(s));
        // AV, not AN: Zotero reads both, the others only AV.
        sheet.push_words("AV", |s| {
            facts.push_location_and_collection(s);
            if s.is_empty() {
                facts.push_remarks(s, [Remark::Source]);
            }
        });
    } else {
        sheet.push("DB", home.and_then(|home| home.archive.as_deref()));
    }
    sheet.push("DP", provider(facts));
    let reference = facts.holding.and_then(|holding| holding.reference.as_deref());
    let id = home.and_then(|home| home.id.as_deref());
    if shape == Shape::Report {
        sheet.push("CN", reference.or(id));
        sheet.push("SN", document.number());
    } else {
        sheet.push("CN", reference.or(document.number()).or(id));
    }
}

/// The same for Zotero, without the collection as a series and without place and repository as a publisher, because
/// its citations would print all of them. The collection and the place are in Extra.
fn push_zotero_shelf(sheet: &mut impl Sheet, facts: &Facts<'_>, shape: Shape) {
    let reference = facts.holding.and_then(|holding| holding.reference.as_deref());
    if shape.has_archive() {
        if facts.book.is_none() {
            sheet.push_words("DB", |s| facts.push_cited_archive(s));
        } else if shape.is_published() {
            sheet.push("DB", facts.home.and_then(|home| home.archive.as_deref()));
        }
        if !facts.wording_is_archive() {
            sheet.push_words("AV", |s| facts.push_location(s));
        }
        sheet.push("DP", provider(facts));
        sheet.push("CN", reference);
    }
    if shape == Shape::Report {
        sheet.push("SN", facts.cited_number());
    }
}

/// For a web-only document DB is the digital archive, and the provider is whoever runs it.
fn provider<'d>(facts: &Facts<'d>) -> Option<&'d str> {
    let home = facts.home?;
    let (archive, host) = (home.archive.as_deref(), home.host.as_deref());
    if facts.holding.is_some() { archive.or(host) } else { host.or(archive) }
}

/// Whether Zotero has a field for the number of pages.
fn counts_pages(shape: Shape) -> bool {
    matches!(shape, Shape::Manuscript | Shape::Book | Shape::Thesis)
}

impl Style for Ris {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        let (facts, shape) = Shape::of(cite.document(), self.reader);
        Text::write_plain(out, |text| {
            let mut lines = notation::ris::Lines::begin(text, kind::tag(shape));
            self.fill(&mut lines, &facts, shape);
            lines.end(cite.document().id());
        });
        Ok(())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}

/// The publication that is cited: the only known book of the document, or its own publication.
fn push_book(sheet: &mut impl Sheet, book: &Publication, shape: Shape, reader: Reader) {
    let title = match (shape, reader) {
        (Shape::Book, _) => None,
        // The volume of a set is a line of Extra.
        (_, Reader::Zotero) => book.container.as_ref().or(book.title.as_ref()).or(book.series.as_ref()),
        _ => books::title(book),
    };
    let container = book.container.as_ref().filter(|_| reader == Reader::Any || shape == Shape::Book);
    let larger = [container, book.series.as_ref()]
        .into_iter()
        .flatten()
        .find(|it| title.is_none_or(|title| !std::ptr::eq(*it, title)));
    // Every program reads the series of a book from T2, and that of a chapter from T3.
    let [of_title, of_larger] = if shape == Shape::Book { ["T3", "T2"] } else { ["T2", "T3"] };
    for (tag, title) in [(of_title, title), (of_larger, larger)] {
        title.into_iter().for_each(|title| sheet.push_title(tag, title));
    }
    sheet.push("VL", book.volume.as_deref());
    sheet.push("IS", book.issue.as_deref().filter(|_| shape != Shape::Chapter));
    sheet.push("ET", book.edition.as_deref());
    sheet.push("SP", book.pages.as_deref().filter(|_| shape != Shape::Book));
    sheet.push("CY", book.place.as_deref());
    sheet.push("PB", book.publisher.as_deref());
    sheet.push("SN", book.isbn.as_deref());
}

/// `1950/01/07/`, `1950/01//`, `1950///`: four parts. The last is free text that no program shows.
fn push_day(sheet: &mut impl Sheet, tag: &'static str, day: Day) {
    sheet.push_figures(tag, |text| {
        day.push_year(text);
        for part in [day.month, day.month.and(day.day)] {
            text.push('/');
            if let Some(part) = part {
                when::push_padded(text, part.into(), 2);
            }
        }
        text.push('/');
    });
}

/// Keywords that Zotero does not split. It splits at semicolons, and a single keyword at commas too.
fn keywords<'d>(facts: &Facts<'d>) -> impl Iterator<Item = Cow<'d, str>> + use<'d> {
    let subjects = facts.document.subjects();
    let keyword = |subject: &'d String| -> Cow<'d, str> {
        if is_altered(subject) { subject.replace(';', ",").into() } else { subject.into() }
    };
    let is_alone = matches!(subjects, [alone] if alone.contains([',', ';']));
    // The kind is a subject heading too, as in catalogues: Photographs.
    let heading = is_alone.then(|| nonempty(|s| facts.push_genre(s)).unwrap_or(labels::DOCUMENT.to_owned()));
    subjects.iter().map(keyword).chain(heading.map(|heading| heading.replace([';', ','], "").into()))
}
