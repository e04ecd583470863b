//! BibTeX as it was before BibLaTeX.

use super::{Entry, annote, book_title, dates, editors, isbn, language, push, push_omissions, push_shared};
use crate::citation::{Citation, Omission, Record, Syntax, Value};
use crate::document::{Kind, Publication};
use crate::notation;
use crate::style::record::remarks::Remark;
use crate::style::record::{self, Facts, people, when};
use crate::style::{Cite, Style, StyleError};

/// BibTeX: an entry for the program `bibtex`, its styles, and whatever reads their files.
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
///   year = {1946},
///   month = feb,
///   day = {22},
///   howpublished = {Telegram, box 6462, Record Group 59, National Archives, College Park, MD},
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
/// What has a title, an author and a date is `@unpublished`, a report with its number a `@techreport`, all else `@misc`; a
/// document of which only a printed book is known is `@incollection`. A date is a year, a month and a day, and words in
/// `note` for what they cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bibtex {
    syntax: notation::Bibtex,
}

impl Bibtex {
    /// In UTF-8.
    pub const fn new() -> Self {
        Bibtex { syntax: notation::Bibtex::UTF8 }
    }

    /// In ASCII, for programs of old: accents as commands, other scripts transliterated, which [`Record::omitted`] tells.
    #[must_use]
    pub const fn ascii(mut self) -> Self {
        self.syntax = notation::Bibtex::ASCII;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["ascii"];

    /// Sets an option by its name; none where no option is called so.
    pub fn with_option(self, name: &str) -> Option<Self> {
        (name == "ascii").then(|| self.ascii())
    }

    /// The notation of its records, for a [`RecordFile`](crate::citation::RecordFile).
    pub fn syntax(&self) -> &'static dyn Syntax {
        self.syntax.as_static()
    }

    /// The entry: it cannot fail.
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let facts = Facts::of(document);
        let first = document.date().and_then(dates::first);
        let entry = Entry::of(&facts, first.is_some());
        let mut record = Record::new(self.syntax(), kind(entry), document.id());
        if document.creators().is_empty() {
            // What it is filed under.
            record.push("key", filed_under(&facts));
        } else {
            record.push("author", people::list(document.creators()));
        }
        if let Some(title) = facts.title() {
            record.push("title", title);
        }
        push(&mut record, "shorttitle", document.title().and_then(|title| title.short.as_deref()));
        match entry {
            Entry::InBook(book) => push_book(&mut record, &facts, book),
            _ => {
                if let Some(day) = first {
                    record.push("year", year(day));
                    if let Some(month) = day.month {
                        record.push("month", i64::from(month));
                    }
                    if let Some(day) = day.day {
                        record.push("day", day.to_string());
                    }
                }
                push_archive(&mut record, &facts, entry);
            }
        }
        let own: &[Remark] = match entry {
            Entry::InBook(_) => &[Remark::Source, Remark::Translation],
            _ => &[],
        };
        if let Some(words) = facts.remarks(&annote(document, entry, own)) {
            record.push("annote", words);
        }
        if let Some((language, _)) = language(document) {
            record.push("language", language);
        }
        if !matches!(entry, Entry::InBook(_)) {
            push_parts_of_archive(&mut record, &facts, entry);
        }
        push_shared(&mut record, &facts);
        push_omissions(&mut record, document, self.syntax);
        for (index, person) in document.creators().iter().enumerate() {
            if person.as_person().is_some_and(|person| person.dropping_particle.is_some() && person.particle.is_none())
            {
                let reason = "written before the family name, like a particle that belongs to it";
                record.omit(format!("creators[{index}].dropping-particle"), Omission::NotWritable(reason.into()));
            }
        }
        record
    }
}

fn year(day: when::Day) -> String {
    let mut year = String::with_capacity(4);
    day.push_year(&mut year);
    year
}

fn kind(entry: Entry<'_>) -> &'static str {
    match entry {
        Entry::Unpublished => "unpublished",
        Entry::Report(_) => "techreport",
        Entry::InBook(_) => "incollection",
        Entry::Letter | Entry::Picture | Entry::Other => "misc",
    }
}

/// The first word of the title that things are filed under, or of what it is.
fn filed_under(facts: &Facts<'_>) -> String {
    let document = facts.document;
    let words = |words: &'_ str| -> Option<String> {
        let words = || words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let is_article = |word: &str| ["a", "an", "the"].iter().any(|article| word.eq_ignore_ascii_case(article));
        words().find(|word| !is_article(word)).or_else(|| words().next()).map(str::to_owned)
    };
    let title = document.title().and_then(|title| words(&title.text));
    title
        .or_else(|| words(facts.genre().unwrap_or(Kind::Document.as_str())))
        .unwrap_or_else(|| document.id().to_owned())
}

const BEHIND: &[Remark] = &[Remark::BareDate, Remark::Source, Remark::Translation, Remark::Contributions, Remark::Note];

/// All in one field that is printed: `Telegram, box 3, Dmitri Volkogonov Papers, …`
fn push_archive(record: &mut Record, facts: &Facts<'_>, entry: Entry<'_>) {
    let (genre, source) = (facts.genre_raised(), facts.archival_source());
    let whole = match (genre, source) {
        (Some(mut genre), Some(source)) => {
            genre.push_str(", ");
            genre.push_str(&source);
            Some(genre)
        }
        (genre, source) => genre.or(source),
    };
    let behind = facts.remarks(BEHIND);
    if let Entry::Report(institution) = entry {
        record.push("institution", institution);
        push(record, "number", facts.document.number());
    }
    match entry {
        // These two print no `howpublished`; `note` is required of the one.
        Entry::Unpublished | Entry::Report(_) => {
            let note = match (whole, behind) {
                (Some(mut whole), Some(behind)) => {
                    whole.push_str(if whole.ends_with(['.', '?', '!']) { " " } else { ". " });
                    whole.push_str(&behind);
                    Some(whole)
                }
                (whole, behind) => whole.or(behind),
            };
            push(record, "note", note.as_deref());
        }
        _ => {
            push(record, "howpublished", whole.as_deref());
            push(record, "note", behind.as_deref());
        }
    }
}

/// For programs that know fields of an archive.
fn push_parts_of_archive(record: &mut Record, facts: &Facts<'_>, entry: Entry<'_>) {
    push(record, "archive", facts.archive().as_deref());
    // Of a report it would be the place of the institution.
    if !matches!(entry, Entry::Report(_)) {
        push(record, "address", facts.archive_place());
    }
    push(record, "archive_location", facts.location().as_deref());
}

/// The book that the document stands in: of dates its own, for there is no field for another.
fn push_book(record: &mut Record, facts: &Facts<'_>, book: &Publication) {
    if let Some(title) = book_title(book) {
        record.push("booktitle", title);
    }
    if let Some((editors, _)) = editors(book) {
        record.push("editor", editors);
    }
    push(record, "volume", book.volume.as_deref());
    if let Some(series) = book.series.as_ref().filter(|_| book.title.is_some() || book.container.is_some()) {
        record.push("series", record::with_translation(series));
    }
    push(record, "edition", book.edition.as_deref());
    push(record, "address", book.place.as_deref());
    push(record, "publisher", book.publisher.as_deref());
    if let Some(day) = book.date.as_ref().and_then(dates::first) {
        record.push("year", year(day));
        if let Some(month) = day.month {
            record.push("month", Value::from(i64::from(month)));
        }
    }
    push(record, "pages", book.pages.as_deref());
    let behind = [Remark::DateBesideBook, Remark::Contributions, Remark::Note];
    push(record, "note", facts.remarks(&behind).as_deref());
    push(record, "isbn", isbn(book));
}

impl Default for Bibtex {
    fn default() -> Self {
        Bibtex::new()
    }
}

impl Style for Bibtex {
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}
