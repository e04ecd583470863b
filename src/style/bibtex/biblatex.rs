//! BibLaTeX.

use super::annote::{self, Covered};
use super::archive::{self, Dialect};
use super::names::{push_authors, push_translators};
use super::titles::TitleSheet;
use super::{Entry, book, dates, language, push_omissions, push_shared, work};
use crate::citation::{Citation, Record, Syntax, Text};
use crate::document::Date;
use crate::notation;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::credits::TranslatorField;
use crate::style::record::described::Description;
use crate::style::record::omissions::OfLiterature;
use crate::style::record::remarks::Remark;
use crate::style::record::sheet::RecordSheet;
use crate::style::record::{Facts, when};
use crate::style::{Cite, Style, StyleError};

/// BibLaTeX: an entry for biber, JabRef, Zotero, pandoc, Typst and all programs that read current `.bib` files.
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
///   shorttitle = {{telegram to Secretary of State, February 22, 1946}},
///   date = {1946-02-22},
///   entrysubtype = {letter},
///   howpublished = {Telegram to Secretary of State},
///   note = {Box 6462, Record Group 59, National Archives},
///   location = {College Park, MD},
///   library = {National Archives, Record Group 59, box 6462},
///   annote = {Archival source: box 6462, Record Group 59, National Archives, College Park, MD. \
/// Recipient: Secretary of State}
/// }"
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A letter or a telegram is a `@letter`. A document with a title, an author and a date is `@unpublished`, a report
/// with a number a `@report`, a picture an `@artwork`, and any other document `@misc`. If only a printed book is
/// known, the document is `@incollection`, or `@suppcollection` if it has no title, because styles do not quote the
/// title of that type. The archive's wording is in `note`. Printed editions, and who obtained the document, are in
/// `addendum`. `annote` repeats everything with labels. Literature has its own types: `@book`, `@incollection`,
/// `@inbook`, `@article`, `@thesis`, `@online`.
///
/// BibLaTeX has no field for a recipient, and no style prints one: `howpublished` contains the recipient, and
/// `shorttitle` repeats it for later notes. Pandoc prints no archive from a `.bib` file, and Zotero keeps it in a
/// note: for pandoc use [`CslJson`](crate::style::CslJson), for Zotero [`Ris`](crate::style::Ris). `tests/seen/`
/// shows what LaTeX prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Biblatex {
    syntax: notation::BibtexSyntax,
    dialect: Dialect,
}

impl Biblatex {
    /// In UTF-8, for the standard styles of biblatex and for all programs.
    pub const fn new() -> Self {
        Biblatex { syntax: notation::BibtexSyntax::UTF8, dialect: Dialect::Standard }
    }

    /// For the styles of biblatex-chicago. There an unpublished letter is a `@misc` with its date in `origdate`, and
    /// a published one a `@letter`. The entry's title is the description: `letter to Thomas Jefferson`. A title of
    /// the document contains its own quotation marks (`\mkbibquote`), because these styles print none. If the title
    /// names the writer, a note repeats the author before it, as in the manual of the package, unless it is cited
    /// with `\headlesscite`.
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
        self.dialect = Dialect::Chicago;
        self
    }

    /// In ASCII: accents as commands, other scripts transliterated. [`Record::omitted`] lists the transliterations.
    #[must_use]
    pub const fn ascii(mut self) -> Self {
        self.syntax = notation::BibtexSyntax::ASCII;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["ascii", "chicago"];

    /// Sets an option by its name. Returns `None` if the name is unknown.
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

    /// The entry. This cannot fail.
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
        let (entry, description) = (Entry::of(&facts, date.is_some()), facts.description());
        let mut record = Record::new(self.syntax(), self.kind(entry, &facts, &description), document.id());
        self.fill(&mut RecordSheet::new(&mut record), &facts, entry, &description, date);
        let literature = match entry {
            Entry::Work(work) => work::literature_fields(document, &work),
            Entry::InBook(book) => {
                OfLiterature { book: Some(book), volumes: book::volumes(book).is_some(), ..OfLiterature::default() }
            }
            _ => OfLiterature::default(),
        };
        push_omissions(&mut record, &facts, self.syntax, literature);
        record
    }

    fn fill(
        &self,
        sheet: &mut impl TitleSheet,
        facts: &Facts<'_>,
        entry: Entry<'_>,
        description: &Description<'_>,
        date: Option<&Date>,
    ) {
        let document = facts.document;
        push_authors(sheet, document.creators());
        let dialect = self.dialect;
        // Programs read this field without commands. The note can contain any number.
        let is_written = |id: &&str| self.syntax.change_of_address(id).is_none();
        let eprint = facts.home.and_then(|home| {
            Some((home.id.as_deref().filter(is_written)?, home.archive.as_deref().or(home.host.as_deref())?))
        });
        match entry {
            Entry::Work(work) => work::push(sheet, facts, &work),
            Entry::InBook(book) => book::push(sheet, facts, book, description, date, dialect),
            _ => archive::push(sheet, facts, entry, description, date, dialect, eprint.is_some()),
        }
        let of_book = match entry {
            Entry::Work(work) => work.source.map_or(&[][..], |source| &source.translators),
            _ => facts.book.map_or(&[][..], |book| &book.translators),
        };
        let field = push_translators(sheet, document, of_book, prints_translator(entry, dialect));
        sheet.push_words("addendum", |s| self.push_addendum(s, facts, entry, field));
        // Few programs read the addendum.
        let covered = Covered {
            entry,
            kind: self.says_kind(entry, description) && description.names_genre(),
            parts_of_names: true,
            sentences: &[],
        };
        sheet.push_words("annote", |s| annote::push(s, facts, covered));
        if let Some((id, kind)) = eprint {
            sheet.push_text("eprint", id);
            sheet.push_text("eprinttype", kind);
        }
        let is_number = |extent: &&str| extent.bytes().all(|byte| byte.is_ascii_digit());
        sheet.push("pagetotal", facts.page_count().or(document.extent().filter(is_number)));
        if let Some((language, is_known)) = language(document) {
            sheet.push_text(if is_known { "langid" } else { "language" }, language);
        }
        push_shared(sheet, facts, entry);
    }

    fn kind(&self, entry: Entry<'_>, facts: &Facts<'_>, description: &Description<'_>) -> &'static str {
        match (entry, self.dialect) {
            (Entry::Work(work), _) => work::kind(&work, facts.document),
            (Entry::InBook(_), Dialect::Standard) if description.has_formal_title() => "incollection",
            // Similar to a chapter, but without a quoted title.
            (Entry::InBook(_), Dialect::Standard) => "suppcollection",
            (Entry::InBook(_), Dialect::Chicago) if description.has_formal_title() => "incollection",
            (Entry::InBook(_), Dialect::Chicago) => "letter",
            (Entry::Picture, Dialect::Chicago) if archive::is_museum_piece(facts.document) => "artwork",
            (_, Dialect::Chicago) => "misc",
            (Entry::Letter, Dialect::Standard) => "letter",
            (Entry::Unpublished, Dialect::Standard) => "unpublished",
            (Entry::Report(_), Dialect::Standard) => "report",
            (Entry::Picture, Dialect::Standard) => "artwork",
            (Entry::Sound, Dialect::Standard) => "audio",
            (Entry::Video, Dialect::Standard) => "video",
            (Entry::Other, Dialect::Standard) => "misc",
        }
    }

    fn says_kind(&self, entry: Entry<'_>, description: &Description<'_>) -> bool {
        match (entry, self.dialect) {
            (Entry::Report(_), Dialect::Standard) => true,
            _ => description.says_kind(),
        }
    }

    /// What is printed at the end: the date in words if its field cannot contain it, and the books.
    fn push_addendum(&self, s: &mut Sentence<'_>, facts: &Facts<'_>, entry: Entry<'_>, field: TranslatorField) {
        let document = facts.document;
        match entry {
            // The date of a document in a book is in its title or after it. A work has the date of its publication.
            Entry::InBook(book) => {
                book::push_unsaid(s, facts, book);
            }
            Entry::Work(work) => {
                work::push_unsaid(s, facts, &work);
            }
            _ => {
                if !self.dialect.prints_whole(document.date()) {
                    s.element(Punctuation::Period, "", |s| _ = when::push_as_printed(s, document));
                }
                if let Some(archive) = facts.unsaid_digital_archive() {
                    s.element(Punctuation::Period, "", |s| _ = s.verbatim(archive));
                }
                facts.push_remarks(s, [Remark::Source]);
            }
        }
        let has_edition = match entry {
            Entry::InBook(book) => book::has_other(facts, book),
            _ => true,
        };
        facts.push_remarks(s, [Remark::Printings]);
        facts.push_credits(s, field, has_edition);
        facts.push_remarks(s, [Remark::Addendum, Remark::Note]);
    }
}

/// Whether the styles print the translators of such an entry. Some drivers of the standard styles do not.
fn prints_translator(entry: Entry<'_>, dialect: Dialect) -> bool {
    match (entry, dialect) {
        (Entry::Work(work), _) => work::prints_translator(&work),
        (Entry::Unpublished | Entry::Report(_), Dialect::Standard) | (Entry::Picture, Dialect::Chicago) => false,
        _ => true,
    }
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
        let (entry, description) = (Entry::of(&facts, date.is_some()), facts.description());
        let kind = self.kind(entry, &facts, &description);
        Text::write_plain(out, |text| {
            let mut lines = notation::bibtex::Lines::begin(self.syntax, text, kind, document.id());
            self.fill(&mut lines, &facts, entry, &description, date);
            lines.end();
        });
        Ok(())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}
