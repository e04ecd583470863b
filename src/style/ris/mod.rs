//! RIS: which tag each datum goes into.
//!
//! No program reads all tags, so what matters most stands twice: in its own tag, and in a labelled sentence of the note, which
//! all but a few keep.

mod credits;
mod kind;
mod omitted;

use std::borrow::Cow;

use super::record::labels;
use super::record::remarks::Remark;
use super::record::sheet::Sheet;
use super::record::when::{self, Day};
use super::record::{Facts, books, people, said};
use super::{Cite, Style, StyleError};
use crate::citation::{Citation, Record, Syntax, Text};
use crate::document::{Name, Publication};
use crate::notation;
use crate::prose::sentence::{Punctuation, Sentence};
use credits::credited;
use kind::Type;
use omitted::encoded;

/// RIS records, for Zotero, EndNote, Mendeley and library catalogues.
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
/// All forms are the same record, and it has no place for a locator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ris {
    reader: Reader,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Reader {
    #[default]
    Any,
    Zotero,
}

impl Ris {
    /// Records that lose as little as can be in any program.
    pub const fn new() -> Self {
        Ris { reader: Reader::Any }
    }

    /// Records for Zotero alone. Its Extra field gets lines for the collection and the archive's place, which its citations
    /// then print; an unpublished paper has no publisher, which Zotero would show as an institution beside the archive.
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

    /// Sets an option by its name; none where no option is called so.
    pub fn with_option(self, name: &str) -> Option<Self> {
        (name == "zotero").then(|| self.zotero())
    }

    /// The notation of its records.
    pub fn syntax() -> &'static dyn Syntax {
        &notation::RisSyntax::UTF8
    }

    /// The record: it cannot fail.
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
        let facts = Facts::of(document);
        let kind = Type::of(&facts);
        let mut record = Record::new(Ris::syntax(), kind.tag(), document.id());
        self.fill(&mut record, &facts, kind);
        omitted::push(&mut record, &facts, kind);
        record
    }

    fn fill(&self, sheet: &mut impl Sheet, facts: &Facts<'_>, kind: Type) {
        let document = facts.document;
        if let Some(title) = document.title() {
            sheet.push_title("TI", title);
            sheet.push("ST", title.short.as_deref());
        }
        for (tag, _, names) in credited(facts, kind) {
            names.iter().for_each(|name| sheet.push_name(tag, name));
        }
        let date = if let Some(book) = facts.book { book.date.as_ref() } else { document.date() };
        if let Some(span) = date.and_then(when::span) {
            // pandoc knows the year alone, and astrocite takes what comes last.
            sheet.push_words("PY", |s| _ = s.with(|text| span.first().push_year(text)));
            push_day(sheet, "DA", span.first());
        }
        match facts.book {
            Some(book) => push_book(sheet, book),
            None => self.push_shelf(sheet, facts, kind),
        }
        sheet.push_words("M3", |s| facts.push_genre(s));
        if let Some(extent) = document.extent() {
            match (kind, facts.page_count()) {
                (Type::Picture, _) => sheet.push_text("C3", extent),
                (Type::Chapter, _) | (_, None) => {}
                (_, Some(pages)) => sheet.push_text("SP", pages),
            }
        }
        sheet.push("LA", document.languages().first().map(String::as_str));
        sheet.push("AB", document.summary());
        sheet.push_words("N1", |s| push_note(s, facts));
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

    /// Where the document lies.
    fn push_shelf(&self, sheet: &mut impl Sheet, facts: &Facts<'_>, kind: Type) {
        let document = facts.document;
        let place = facts.archive_place();
        if self.reader == Reader::Zotero {
            sheet.push_words("M2", |s| {
                s.element(Punctuation::Space, "archive_collection: ", |s| facts.push_collection(s));
            });
            sheet.push_words("M2", |s| {
                s.element(Punctuation::Space, "archive-place: ", |s| {
                    place.into_iter().for_each(|place| _ = s.verbatim(place))
                });
            });
        }
        sheet.push_words("T2", |s| facts.push_collection(s));
        sheet.push("CY", place);
        // Zotero's archive is DB; PB is what most of the others read.
        if self.reader == Reader::Any || kind != Type::Manuscript {
            sheet.push_words("PB", |s| facts.push_archive(s));
        }
        sheet.push_words("DB", |s| facts.push_archive(s));
        // AV, not AN: Zotero reads both, the others AV alone.
        sheet.push_words("AV", |s| {
            facts.push_location_and_collection(s);
            if s.is_empty() {
                facts.push_remarks(s, [Remark::Source]);
            }
        });
        let home = facts.home;
        // Of what lies nowhere else the digital archive is DB: then who runs it provides it.
        let (archive, host) =
            (home.and_then(|home| home.archive.as_deref()), home.and_then(|home| home.host.as_deref()));
        sheet.push("DP", if facts.holding.is_some() { archive.or(host) } else { host.or(archive) });
        let reference = facts.holding.and_then(|holding| holding.reference.as_deref());
        let id = home.and_then(|home| home.id.as_deref());
        if kind == Type::Report {
            sheet.push("CN", reference.or(id));
            sheet.push("SN", document.number());
        } else {
            sheet.push("CN", reference.or(document.number()).or(id));
        }
    }
}

impl Style for Ris {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        let facts = Facts::of(cite.document());
        let kind = Type::of(&facts);
        let mut lines = notation::ris::Lines::begin(out, kind.tag());
        self.fill(&mut lines, &facts, kind);
        lines.end(cite.document().id());
        Ok(())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Ris::syntax())
    }
}

/// Whether some program makes two names of one, or a person of an institution: then the note has it whole.
fn may_be_parted(name: &Name) -> bool {
    match name {
        Name::Person(person) => {
            people::holds(name, &[',']) || person.family.contains(';') || person.family.contains(" and ")
        }
        Name::Body(_) | Name::AsWritten(_) => true,
    }
}

/// The printed book in which alone the document is known.
fn push_book(sheet: &mut impl Sheet, book: &Publication) {
    let title = books::title(book);
    let larger = [&book.container, &book.series]
        .into_iter()
        .flatten()
        .find(|it| title.is_some_and(|title| !std::ptr::eq(*it, title)));
    for (tag, title) in [("T2", title), ("T3", larger)] {
        title.into_iter().for_each(|title| sheet.push_title(tag, title));
    }
    sheet.push("VL", book.volume.as_deref());
    sheet.push("ET", book.edition.as_deref());
    sheet.push("SP", book.pages.as_deref());
    sheet.push("CY", book.place.as_deref());
    sheet.push("PB", book.publisher.as_deref());
    sheet.push("SN", book.isbn.as_deref());
}

/// `1950/01/07/`, `1950/01//`, `1950///`: four parts, of which the last is free and shown by nobody.
fn push_day(sheet: &mut impl Sheet, tag: &'static str, day: Day) {
    let slashed = |text: &mut Text| {
        day.push_year(text);
        for part in [day.month, day.month.and(day.day)] {
            text.push('/');
            if let Some(part) = part {
                when::push_padded(text, part.into(), 2);
            }
        }
        text.push('/');
    };
    sheet.push_words(tag, |s| _ = s.with(slashed));
}

/// The one note: most programs keep but one, and all of it.
fn push_note(s: &mut Sentence<'_>, facts: &Facts<'_>) {
    let document = facts.document;
    let is_said = |remark: &Remark| match remark {
        Remark::Creators => document.creators().iter().any(may_be_parted),
        Remark::Date => facts.book.is_none(),
        Remark::DateBesideBook => facts.book.is_some(),
        Remark::Subjects => document.subjects().iter().any(|subject| is_altered(subject)),
        _ => true,
    };
    // Zotero moves a note that opens with a label of ProCite's (`Medium:`, `Notes:`) to another field.
    let opens_with_kind = facts.genre().is_some_and(|genre| !genre.contains(':'));
    s.element(Punctuation::Space, if opens_with_kind { "" } else { labels::DOCUMENT_BEFORE_NOTE }, |s| {
        facts.push_remarks(s, Remark::ALL.iter().copied().filter(is_said));
    });
}

/// What Zotero leaves whole: it parts a keyword at semicolons, and one that stands alone at commas too.
fn keywords<'d>(facts: &Facts<'d>) -> impl Iterator<Item = Cow<'d, str>> + use<'d> {
    let subjects = facts.document.subjects();
    let keyword = |subject: &'d String| -> Cow<'d, str> {
        if is_altered(subject) { subject.replace(';', ",").into() } else { subject.into() }
    };
    let is_alone = matches!(subjects, [alone] if alone.contains([',', ';']));
    // What it is is a heading too, as catalogues have it: Photographs.
    let heading = is_alone.then(|| said(|s| facts.push_genre(s)).unwrap_or(labels::DOCUMENT.to_owned()));
    subjects.iter().map(keyword).chain(heading.map(|heading| heading.replace([';', ','], "").into()))
}

/// Whether a keyword is not the subject to the letter.
fn is_altered(subject: &str) -> bool {
    subject.contains(';')
}
