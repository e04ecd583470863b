//! Classic BibTeX, before BibLaTeX.

use super::annote::{self, Covered};
use super::book::{self, LargerWork};
use super::names::push_names;
use super::titles::{Printed, push_short_description, push_short_title, push_title};
use super::{Entry, dates, language, push_omissions, push_shared, work};
use crate::citation::{Citation, OmissionReason, Record, Syntax, Text};
use crate::document::{Date, Kind, Publication};
use crate::notation;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::described::{Description, Ends};
use crate::style::record::remarks::Remark;
use crate::style::record::sheet::{RecordSheet, Sheet};
use crate::style::record::{Facts, when};
use crate::style::{Cite, Style, StyleError};

/// BibTeX: an entry for the program `bibtex`, its styles, and other programs that read BibTeX files.
///
/// ```
/// use prefercite::style::Bibtex;
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "kennan1946", "kind": "telegram", "creators": ["Kennan, George F."], "recipients": ["Secretary of State"],
///          "date": "1946-02-22", "holdings": [{ "repository": { "name": "National Archives", "place": "College Park, MD" },
///          "path": [{ "level": "record-group", "id": "59" }, { "level": "box", "id": "6462" }] }] }"#,
/// )?;
/// assert_eq!(
///     Bibtex::new().record(&Cite::new(&telegram)).to_string(),
///     "@misc{kennan1946,
///   author = {Kennan, George F.},
///   shorttitle = {{telegram to Secretary of State, February 22, 1946}},
///   year = {1946},
///   month = feb,
///   day = {22},
///   howpublished = {Telegram to Secretary of State, February 22, 1946, box 6462, Record Group 59, National Archives, College Park, MD},
///   annote = {Archival source: box 6462, Record Group 59, National Archives, College Park, MD. \
/// Recipient: Secretary of State},
///   archive = {National Archives},
///   address = {College Park, MD},
///   archive_location = {box 6462}
/// }"
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A document with a title, an author and a date is `@unpublished`, a report with a number a `@techreport`, any other
/// `@misc`. If only a printed book is known, the document is `@incollection`. A date is a year, a month and a day. No
/// style prints the day, so the whole date follows the description in words, and the year is printed twice. For an
/// undated document, styles with years print `??`, and natbib drops authors and years for the whole list: use its numeric mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bibtex {
    syntax: notation::BibtexSyntax,
}

impl Bibtex {
    /// In UTF-8.
    pub const fn new() -> Self {
        Bibtex { syntax: notation::BibtexSyntax::UTF8 }
    }

    /// In ASCII, for old programs: accents as commands, other scripts transliterated. [`Record::omitted`] lists the
    /// transliterations.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Bibtex};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "Ода", "creators": ["Dvořák, A."] }"#)?;
    /// let entry = Bibtex::new().ascii().record(&Cite::new(&report));
    /// assert!(entry.to_string().contains(r"author = {Dvo{\v{r}}{\'{a}}k, A.},"));
    /// assert_eq!(entry.omitted()[0].to_string(), "title: \"Ода\" is written as \"Oda\"");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn ascii(mut self) -> Self {
        self.syntax = notation::BibtexSyntax::ASCII;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["ascii"];

    /// Sets an option by its name. Returns `None` if the name is unknown.
    pub fn with_option(self, name: &str) -> Option<Self> {
        (name == "ascii").then(|| self.ascii())
    }

    /// The notation of its records, for a [`RecordFile`](crate::citation::RecordFile).
    pub fn syntax(&self) -> &'static dyn Syntax {
        self.syntax.as_static()
    }

    /// The entry. This cannot fail.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Bibtex};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950-01-07" }"#)?;
    /// let entry = Bibtex::new().record(&Cite::new(&report));
    /// assert_eq!((entry.kind(), entry.text("year")), ("misc", Some("1950")));
    /// assert!(entry.omitted().is_empty());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let facts = Facts::of(document);
        let entry = entry(&facts);
        let mut record = Record::new(self.syntax(), kind(entry, &facts), document.id());
        fill(&mut RecordSheet::new(&mut record), &facts, entry);
        push_omissions(&mut record, &facts, self.syntax, Default::default());
        for (index, person) in document.creators().iter().enumerate() {
            if person.as_person().is_some_and(|person| person.dropping_particle.is_some() && person.particle.is_none())
            {
                let reason = "written before the family name, like a particle that belongs to it";
                record.omit(format!("creators[{index}].dropping-particle"), OmissionReason::NotWritable(reason.into()));
            }
        }
        record
    }
}

fn entry<'d>(facts: &Facts<'d>) -> Entry<'d> {
    Entry::of(facts, facts.document.date().and_then(dates::first).is_some())
}

fn fill(sheet: &mut impl Sheet, facts: &Facts<'_>, entry: Entry<'_>) {
    let document = facts.document;
    let description = facts.description();
    if !document.creators().is_empty() {
        push_names(sheet, "author", document.creators());
    } else if !has_editors(entry) {
        // The word under which the entry is sorted.
        sheet.push_text("key", filed_under(facts));
    }
    let mut says_kind = description.says_kind();
    let printed: &[Remark] = match entry {
        Entry::Work(work) => {
            work::push_classic(sheet, facts, &work);
            if let Some(date) = work.date(document).and_then(dates::first) {
                push_month(sheet, date);
            }
            sheet.push_words("note", |s| {
                work::push_unsaid_by_classic(s, facts, &work);
                facts.push_remarks(s, BEHIND_A_BOOK);
            });
            &[]
        }
        Entry::InBook(book) => {
            book::push_title_in_book(sheet, facts, &description);
            push_book(sheet, facts, book, &description);
            &BEHIND_A_BOOK
        }
        _ => {
            if let Some(title) = document.title() {
                push_title(sheet, "title", title, Printed::Otherwise);
                push_short_title(sheet, title);
            } else {
                push_short_description(sheet, &description);
            }
            if let Some(date) = document.date().and_then(dates::first) {
                push_month(sheet, date);
                if let Some(day) = date.day {
                    sheet.push_figures("day", |text| when::push_number(text, day.into()));
                }
            }
            says_kind = push_archive(sheet, facts, entry, &description);
            &BEHIND
        }
    };
    let covered =
        Covered { entry, kind: says_kind && description.names_genre(), parts_of_names: false, sentences: printed };
    sheet.push_words("annote", |s| annote::push(s, facts, covered));
    sheet.push("language", language(document).map(|(language, _)| language));
    if !matches!(entry, Entry::InBook(_) | Entry::Work(_)) {
        push_parts_of_archive(sheet, facts, entry);
    }
    push_shared(sheet, facts, entry);
}

/// Whether a book without an author is sorted by its editors.
fn has_editors(entry: Entry<'_>) -> bool {
    matches!(entry, Entry::Work(work) if work.source.is_some_and(|source| !source.editors.is_empty()))
}

/// The year, and the month if there is one.
fn push_month(sheet: &mut impl Sheet, date: when::Day) {
    sheet.push_figures("year", |text| date.push_year(text));
    if let Some(month) = date.month {
        sheet.push_month("month", month);
    }
}

fn kind(entry: Entry<'_>, facts: &Facts<'_>) -> &'static str {
    match entry {
        Entry::Unpublished => "unpublished",
        Entry::Report(_) => "techreport",
        Entry::InBook(_) => "incollection",
        Entry::Work(work) => work::classic_kind(&work, facts.document),
        Entry::Letter | Entry::Picture | Entry::Sound | Entry::Video | Entry::Other => "misc",
    }
}

/// The word under which the entry is sorted: the first word of the title that counts, or of the description.
fn filed_under<'d>(facts: &Facts<'d>) -> &'d str {
    let document = facts.document;
    let words = |words: &'d str| {
        let words = || words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let is_article = |word: &str| ["a", "an", "the"].iter().any(|article| word.eq_ignore_ascii_case(article));
        words().find(|word| !is_article(word)).or_else(|| words().next())
    };
    let title = document.title().and_then(|title| words(&title.text));
    title.or_else(|| words(facts.genre().unwrap_or(Kind::Document.as_str()))).unwrap_or_else(|| document.id())
}

const BEHIND: [Remark; 6] =
    [Remark::Source, Remark::Printings, Remark::Translation, Remark::Contributions, Remark::Addendum, Remark::Note];

const BEHIND_A_BOOK: [Remark; 4] = [Remark::Printings, Remark::Contributions, Remark::Addendum, Remark::Note];

/// Whether the date fields contain everything that a style prints. No style prints the day.
fn is_printed(date: &Date) -> bool {
    when::is_plain(date) && dates::first(date).is_some_and(|date| date.day.is_none())
}

/// Everything in one printed field: `Telegram to Charles Merriam, January 26, 1923, box 26, …`. Returns whether it
/// contains the kind.
fn push_archive(sheet: &mut impl Sheet, facts: &Facts<'_>, entry: Entry<'_>, description: &Description<'_>) -> bool {
    let is_report = matches!(entry, Entry::Report(_));
    let whole = |s: &mut Sentence<'_>| {
        s.capitalize_next();
        if is_report && !description.says_kind() {
            facts.push_genre(s);
        }
        description.push_ending(s, Ends::Place);
        if !facts.document.date().is_some_and(is_printed) {
            s.element(Punctuation::Comma, "", |s| _ = when::push_as_printed(s, facts.document));
        }
        if is_report {
            // The number has its own field.
            s.element(Punctuation::Comma, "", |s| facts.push_archival_source(s));
        } else {
            s.element(Punctuation::Comma, "", |s| facts.push_numbered(s, |s| facts.push_archival_source(s)));
        }
        if let Some(home) = facts.holding.and(facts.home).and_then(|home| home.archive.as_deref()) {
            s.element(Punctuation::Comma, "", |s| _ = s.verbatim(home));
        }
    };
    if let Entry::Report(institution) = entry {
        sheet.push("institution", institution);
        sheet.push("number", facts.document.number());
    }
    match entry {
        // These two types do not print `howpublished`, and `@unpublished` requires `note`.
        Entry::Unpublished | Entry::Report(_) => sheet.push_words("note", |s| {
            whole(s);
            s.element(Punctuation::Period, "", |s| facts.push_remarks(s, BEHIND));
        }),
        _ => {
            sheet.push_words("howpublished", whole);
            sheet.push_words("note", |s| facts.push_remarks(s, BEHIND));
        }
    }
    is_report || description.says_kind()
}

/// For programs that have fields for an archive.
fn push_parts_of_archive(sheet: &mut impl Sheet, facts: &Facts<'_>, entry: Entry<'_>) {
    sheet.push_words("archive", |s| facts.push_archive(s));
    // In a report this would be the place of the institution.
    if !matches!(entry, Entry::Report(_)) {
        sheet.push("address", facts.archive_place());
    }
    sheet.push_words("archive_location", |s| facts.push_location(s));
}

/// The book that contains the document. The only date is the book's, because there is no field for another.
fn push_book(sheet: &mut impl Sheet, facts: &Facts<'_>, book: &Publication, description: &Description<'_>) {
    book::push_fields(sheet, book, LargerWork::HasNone);
    if let Some(date) = book.date.as_ref().and_then(dates::first) {
        push_month(sheet, date);
    }
    sheet.push("pages", book::pages(book));
    sheet.push_words("note", |s| {
        // If the document has no title, the entry gets this one.
        if facts.document.title().is_some() || !description.is_printable() {
            description.push_ending(s.capitalize_next(), Ends::PlaceAndDate);
        }
        book::push_unsaid_in(s, book, LargerWork::HasNone, false);
        facts.push_credits(s, Default::default(), book::has_other(facts, book));
        facts.push_remarks(s, [Remark::Printings, Remark::Addendum, Remark::Note]);
    });
    sheet.push("isbn", book::isbn(book));
}

impl Default for Bibtex {
    fn default() -> Self {
        Bibtex::new()
    }
}

impl Style for Bibtex {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        let facts = Facts::of(cite.document());
        let entry = entry(&facts);
        Text::write_plain(out, |text| {
            let key = cite.document().id();
            let mut lines = notation::bibtex::Lines::begin(self.syntax, text, kind(entry, &facts), key);
            fill(&mut lines, &facts, entry);
            lines.end();
        });
        Ok(())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}
