//! BibLaTeX.

use super::book::{self, LargerWork};
use super::{Entry, annote, dates, has_kept_particle, language, push_date, push_omissions, push_shared};
use crate::citation::{Citation, Record, Syntax};
use crate::document::{Date, Publication};
use crate::notation;
use crate::prose::sentence::Sentence;
use crate::style::record::remarks::Remark;
use crate::style::record::sheet::Sheet;
use crate::style::record::{Facts, books, people};
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
    syntax: notation::BibtexSyntax,
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
        Biblatex { syntax: notation::BibtexSyntax::UTF8, letters: Letters::Letter }
    }

    /// For the styles of biblatex-chicago, to which an unpublished letter is a `@misc` with its date in `origdate`.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Biblatex};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"], "date": "1918-09-25" }"#,
    /// )?;
    /// assert_eq!(Biblatex::new().record(&Cite::new(&letter)).kind(), "letter");
    /// let entry = Biblatex::new().chicago().record(&Cite::new(&letter));
    /// assert_eq!((entry.kind(), entry.text("origdate")), ("misc", Some("1918-09-25")));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn chicago(mut self) -> Self {
        self.letters = Letters::Misc;
        self
    }

    /// In ASCII: accents as commands, other scripts transliterated, which [`Record::omitted`] tells.
    #[must_use]
    pub const fn ascii(mut self) -> Self {
        self.syntax = notation::BibtexSyntax::ASCII;
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
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Biblatex};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950/1951" }"#)?;
    /// let entry = Biblatex::new().record(&Cite::new(&report));
    /// assert_eq!((entry.key(), entry.text("date")), ("r", Some("1950/1951")));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let (facts, date) = (Facts::of(document), document.date().filter(|date| dates::first(date).is_some()));
        let entry = Entry::of(&facts, date.is_some());
        let mut record = Record::new(self.syntax(), self.kind(entry), document.id());
        self.fill(&mut record, &facts, entry, date);
        push_omissions(&mut record, &facts, self.syntax);
        record
    }

    fn fill(&self, sheet: &mut impl Sheet, facts: &Facts<'_>, entry: Entry<'_>, date: Option<&Date>) {
        let document = facts.document;
        sheet.push_names("author", document.creators());
        if has_kept_particle(document.creators()) {
            sheet.push_text("options", "useprefix=true");
        }
        if let Some(title) = document.title() {
            sheet.push_title("title", title);
            sheet.push("shorttitle", title.short.as_deref());
        }
        match entry {
            Entry::InBook(book) => push_book(sheet, facts, book, date),
            _ => self.push_archive(sheet, facts, entry, date),
        }
        push_translators(sheet, facts);
        sheet.push_words("addendum", |s| push_addendum(s, facts, entry));
        // Few programs read the addendum.
        sheet.push_words("annote", |s| facts.push_remarks(s, annote(document, entry, &[])));
        if let Some((id, kind)) =
            facts.home.and_then(|home| Some((home.id.as_deref()?, home.archive.as_ref().or(home.host.as_ref())?)))
        {
            // Programs read it without commands; the note has any number.
            if self.syntax.change_of_address(id).is_none() {
                sheet.push_text("eprint", id);
                sheet.push_text("eprinttype", kind);
            }
        }
        let is_number = |extent: &&str| extent.bytes().all(|byte| byte.is_ascii_digit());
        sheet.push("pagetotal", facts.page_count().or(document.extent().filter(is_number)));
        if let Some((language, is_known)) = language(document) {
            sheet.push_text(if is_known { "langid" } else { "language" }, language);
        }
        push_shared(sheet, facts);
    }

    fn kind(&self, entry: Entry<'_>) -> &'static str {
        match (entry, self.letters) {
            (Entry::Letter, Letters::Letter) => "letter",
            (Entry::Unpublished, _) => "unpublished",
            (Entry::Report(_), _) => "report",
            (Entry::Picture, _) => "artwork",
            (Entry::Sound, _) => "audio",
            (Entry::Video, _) => "video",
            (Entry::InBook(_), _) => "incollection",
            (Entry::Letter | Entry::Other, _) => "misc",
        }
    }

    /// Where it lies: the whole in a field that all styles print, the place in one of its own.
    fn push_archive(&self, sheet: &mut impl Sheet, facts: &Facts<'_>, entry: Entry<'_>, date: Option<&Date>) {
        let document = facts.document;
        let is_letter = entry == Entry::Letter;
        push_date(sheet, "origdate", date.filter(|_| is_letter && self.letters == Letters::Misc));
        push_date(sheet, "date", date);
        if let Entry::Report(institution) = entry {
            sheet.push("institution", institution);
            sheet.push("number", document.number());
            sheet.push_words("type", |s| facts.push_genre(s));
            // The place behind the institution would be taken for the institution's.
            sheet.push_words("note", |s| facts.push_archival_source(s));
        } else {
            sheet.push_text("entrysubtype", if is_letter { "letter" } else { "yes" });
            sheet.push_words("howpublished", |s| facts.push_genre(s));
            sheet.push_words("note", |s| facts.push_archival_source_without_place(s));
            sheet.push("location", facts.archive_place());
        }
        sheet.push("origlocation", document.place());
        sheet.push_words("library", |s| facts.push_archive_and_collection(s));
    }
}

/// The book that the document stands in, and the document's own date.
fn push_book(sheet: &mut impl Sheet, facts: &Facts<'_>, book: &Publication, date: Option<&Date>) {
    if let Some(title) = books::title(book) {
        sheet.push_title("booktitle", title);
    }
    if let Some(title) = book::larger_work(book) {
        sheet.push_title("maintitle", title);
    }
    if let Some((editors, is_compiled)) = book::editors(book) {
        sheet.push_names("editor", editors);
        sheet.push("editortype", is_compiled.then_some("compiler"));
    }
    if book.authors != facts.document.creators() {
        sheet.push_names("bookauthor", &book.authors);
    }
    sheet.push("volume", book::volume(book, LargerWork::HasField));
    if let Some(series) = book::series(book) {
        sheet.push_title("series", series);
    }
    sheet.push("edition", book.edition.as_deref());
    sheet.push("location", book.place.as_deref());
    sheet.push("publisher", book.publisher.as_deref());
    push_date(sheet, "date", book.date.as_ref());
    push_date(sheet, "origdate", date);
    sheet.push("origlocation", facts.document.place());
    sheet.push("pages", book::pages(book));
    sheet.push("isbn", book::isbn(book));
}

/// Those of the document, or else those of the book that it stands in.
fn push_translators(sheet: &mut impl Sheet, facts: &Facts<'_>) {
    let own = || people::translators(facts.document);
    if own().next().is_some() {
        sheet.push_names("translator", own());
    } else if let Some(book) = facts.book {
        sheet.push_names("translator", &book.translators);
    }
}

/// What is printed behind all else: the date in words, where its field cannot say it, and the books.
fn push_addendum(s: &mut Sentence<'_>, facts: &Facts<'_>, entry: Entry<'_>) {
    let book = match entry {
        Entry::InBook(book) => Some(book),
        _ => None,
    };
    if book.is_some() {
        facts.push_remarks(s, [Remark::DateBesideBook]);
    } else if !facts.document.date().is_some_and(dates::says_all) {
        facts.push_bare_date(s);
    }
    facts.push_remarks(s, book::sentences(facts, book, LargerWork::HasField));
    facts.push_remarks(s, [Remark::Printings, Remark::Contributions, Remark::Addendum, Remark::Note]);
}

impl Default for Biblatex {
    fn default() -> Self {
        Biblatex::new()
    }
}

impl Style for Biblatex {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        let document = cite.document();
        let (facts, date) = (Facts::of(document), document.date().filter(|date| dates::first(date).is_some()));
        let entry = Entry::of(&facts, date.is_some());
        let mut lines = notation::bibtex::Lines::begin(self.syntax, out, self.kind(entry), document.id());
        self.fill(&mut lines, &facts, entry, date);
        lines.end();
        Ok(())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}
