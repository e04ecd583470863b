//! BibLaTeX.

use super::{
    Entry, annote, book_title, dates, editors, has_kept_particle, isbn, language, push, push_omissions, push_shared,
};
use crate::citation::{Citation, Record, Syntax};
use crate::document::{Name, Publication};
use crate::notation;
use crate::style::record::remarks::Remark;
use crate::style::record::{self, Facts, people};
use crate::style::{Cite, Style, StyleError};

/// BibLaTeX: an entry for biber, for JabRef, Zotero, pandoc, Typst and all that read `.bib` files of today.
///
/// ```
/// use prefercite::style::Biblatex;
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "kennan1946", "kind": "telegram", "creators": ["Kennan, George F."], "recipients": ["Secretary of State"],
///          "date": "1946-02-22", "holdings": [{ "repository": { "name": "National Archives", "place": "College Park, MD" },
///          "path": [{ "level": "record-group", "id": "59" }, { "level": "box", "id": "6462" }] }] }"#,
/// )?;
/// assert_eq!(
///     Biblatex::new().record(&Cite::new(&telegram)).to_string(),
///     "@letter{kennan1946,
///   author = {Kennan, George F.},
///   date = {1946-02-22},
///   entrysubtype = {letter},
///   howpublished = {Telegram},
///   note = {box 6462, Record Group 59, National Archives},
///   location = {College Park, MD},
///   library = {National Archives, Record Group 59, box 6462},
///   annote = {Archival source: box 6462, Record Group 59, National Archives, College Park, MD. \
/// Recipient: Secretary of State}
/// }"
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A letter or a telegram is a `@letter`; what has a title, an author and a date is `@unpublished`; a report with its number a
/// `@report`, a picture an `@artwork`, all else `@misc`. A document of which only a printed book is known is
/// `@incollection`, with its own date in `origdate`. The archive's wording is in `note`, printed editions and whoever obtained
/// the document in `addendum`, and everything again, with a label, in `annote`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Biblatex {
    syntax: notation::Bibtex,
    letters: Letters,
}

/// What a letter in an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Letters {
    /// `@letter`: programs know it as one.
    Letter,
    /// `@misc`: to biblatex-chicago a `@letter` is one that was printed.
    Misc,
}

impl Biblatex {
    /// In UTF-8, for the standard styles of biblatex and for all programs.
    pub const fn new() -> Self {
        Biblatex { syntax: notation::Bibtex::UTF8, letters: Letters::Letter }
    }

    /// For the styles of biblatex-chicago, to which an unpublished letter is a `@misc` with its date in `origdate`.
    #[must_use]
    pub const fn chicago(mut self) -> Self {
        self.letters = Letters::Misc;
        self
    }

    /// In ASCII: accents as commands, other scripts transliterated, which [`Record::omitted`] tells.
    #[must_use]
    pub const fn ascii(mut self) -> Self {
        self.syntax = notation::Bibtex::ASCII;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["ascii", "chicago"];

    /// Sets an option by its name; none where no option is called so.
    pub fn with_option(self, name: &str) -> Option<Self> {
        match name {
            "ascii" => Some(self.ascii()),
            "chicago" => Some(self.chicago()),
            _ => None,
        }
    }

    /// The notation of its records, for a [`RecordFile`](crate::citation::RecordFile).
    pub fn syntax(&self) -> &'static dyn Syntax {
        self.syntax.as_static()
    }

    /// The entry: it cannot fail.
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let facts = Facts::of(document);
        let date = document.date().and_then(dates::edtf);
        let entry = Entry::of(&facts, date.is_some());
        let kind = self.kind(entry);
        let mut record = Record::new(self.syntax(), kind, document.id());
        if !document.creators().is_empty() {
            record.push("author", people::list(document.creators()));
        }
        if has_kept_particle(document.creators()) {
            record.push("options", "useprefix=true");
        }
        if let Some(title) = facts.title() {
            record.push("title", title);
        }
        push(&mut record, "shorttitle", document.title().and_then(|title| title.short.as_deref()));
        match entry {
            Entry::InBook(book) => push_book(&mut record, &facts, book, date),
            _ => self.push_archive(&mut record, &facts, entry, date),
        }
        push_translators(&mut record, &facts);
        if let Some(words) = facts.remarks(&addendum(&facts, entry)) {
            record.push("addendum", words);
        }
        let own = &[Remark::Source, Remark::Translation, Remark::Contributions, Remark::Note];
        if let Some(words) = facts.remarks(&annote(document, entry, own)) {
            record.push("annote", words);
        }
        if let Some((id, kind)) =
            facts.home.and_then(|home| Some((home.id.as_deref()?, home.archive.as_ref().or(home.host.as_ref())?)))
        {
            record.push("eprint", id);
            record.push("eprinttype", kind.as_str());
        }
        if let Some(extent) = document.extent().filter(|extent| extent.bytes().all(|byte| byte.is_ascii_digit())) {
            record.push("pagetotal", extent);
        }
        if let Some((language, is_known)) = language(document) {
            record.push(if is_known { "langid" } else { "language" }, language);
        }
        push_shared(&mut record, &facts);
        push_omissions(&mut record, document, self.syntax);
        record
    }

    fn kind(&self, entry: Entry<'_>) -> &'static str {
        match (entry, self.letters) {
            (Entry::Letter, Letters::Letter) => "letter",
            (Entry::Unpublished, _) => "unpublished",
            (Entry::Report(_), _) => "report",
            (Entry::Picture, _) => "artwork",
            (Entry::InBook(_), _) => "incollection",
            (Entry::Letter | Entry::Other, _) => "misc",
        }
    }

    /// Where it lies: the whole in a field that all styles print, the place in one of its own.
    fn push_archive(&self, record: &mut Record, facts: &Facts<'_>, entry: Entry<'_>, date: Option<String>) {
        let document = facts.document;
        let is_letter = entry == Entry::Letter;
        if let Some(date) = date {
            if is_letter && self.letters == Letters::Misc {
                record.push("origdate", date.clone());
            }
            record.push("date", date);
        }
        if let Entry::Report(institution) = entry {
            record.push("institution", institution);
            push(record, "number", document.number());
            record.push("type", facts.genre_raised().unwrap_or_default());
            // The place behind the institution would be taken for the institution's.
            if let Some(source) = facts.archival_source() {
                record.push("note", source);
            }
        } else {
            record.push("entrysubtype", if is_letter { "letter" } else { "yes" });
            if let Some(genre) = facts.genre_raised() {
                record.push("howpublished", genre);
            }
            if let Some(source) = facts.archival_source_without_place() {
                record.push("note", source);
            }
            push(record, "location", facts.archive_place());
        }
        push(record, "origlocation", document.place());
        if let Some(library) = facts.archive_and_collection() {
            record.push("library", library);
        }
    }
}

/// The book that the document stands in, and the document's own date.
fn push_book(record: &mut Record, facts: &Facts<'_>, book: &Publication, date: Option<String>) {
    if let Some(title) = book_title(book) {
        record.push("booktitle", title);
    }
    if let Some((editors, is_compiled)) = editors(book) {
        record.push("editor", editors);
        if is_compiled {
            record.push("editortype", "compiler");
        }
    }
    if !book.authors.is_empty() && book.authors != facts.document.creators() {
        record.push("bookauthor", people::list(&book.authors));
    }
    push(record, "volume", book.volume.as_deref());
    if let Some(series) = book.series.as_ref().filter(|_| book.title.is_some() || book.container.is_some()) {
        record.push("series", record::with_translation(series));
    }
    push(record, "edition", book.edition.as_deref());
    push(record, "location", book.place.as_deref());
    push(record, "publisher", book.publisher.as_deref());
    if let Some(date) = book.date.as_ref().and_then(dates::edtf) {
        record.push("date", date);
    }
    if let Some(date) = date {
        record.push("origdate", date);
    }
    push(record, "origlocation", facts.document.place());
    push(record, "pages", book.pages.as_deref());
    push(record, "isbn", isbn(book));
}

fn push_translators(record: &mut Record, facts: &Facts<'_>) {
    let of_document = facts.document.translation().map(|translation| translation.by.as_slice());
    let of_book = facts.book.map(|book| book.translators.as_slice());
    let is_named = |names: &&[Name]| !names.is_empty();
    if let Some(names) = of_document.filter(is_named).or(of_book.filter(is_named)) {
        record.push("translator", people::list(names));
    }
}

/// What is printed behind all else: the date in words, where its field cannot say it, and the books.
fn addendum(facts: &Facts<'_>, entry: Entry<'_>) -> Vec<Remark> {
    let mut remarks = Vec::with_capacity(5);
    let is_said = facts.document.date().is_some_and(dates::says_all);
    match entry {
        Entry::InBook(_) => remarks.push(Remark::DateBesideBook),
        _ if !is_said => remarks.push(Remark::BareDate),
        _ => {}
    }
    if !matches!(entry, Entry::InBook(_)) {
        remarks.push(Remark::Source);
    }
    if !matches!(entry, Entry::InBook(book) if Some(book) == facts.document.translation().and_then(|it| it.source.as_ref()))
    {
        remarks.push(Remark::Translation);
    }
    remarks.extend([Remark::Contributions, Remark::Note]);
    remarks
}

impl Default for Biblatex {
    fn default() -> Self {
        Biblatex::new()
    }
}

impl Style for Biblatex {
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}
