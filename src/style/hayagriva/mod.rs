//! hayagriva's YAML: the field for each datum.
//!
//! hayagriva has no letters, no recipients and no place of a repository. Its styles print the genre, the archive and
//! the location, but no note. So everything that Chicago must print goes into these fields, and the note contains everything.

mod entry;
mod literature;
mod printed;

use entry::{
    Entry, Printed, affiliated, date, groups, people_of, publisher, title, title_of_book, volume_is_in_title, volumes,
    words_and_short,
};

use super::record::class::Class;
use super::record::described::Ends;
use super::record::remarks::{Remark, push_text};
use super::record::when;
use super::record::work::{Form, Work};
use super::record::{Facts, books, nonempty, omissions, plain};
use super::{Cite, Style, StyleError};
use crate::citation::{Citation, Fields, OmissionReason, Record, Syntax, Value};
use crate::document::Publication;
use crate::labels;
use crate::notation::HayagrivaSyntax;
use crate::notation::hayagriva::{is_address, is_language};
use crate::prose::EN_US;
use crate::prose::sentence::{Punctuation, Sentence};

/// Entries in YAML, for Typst and hayagriva.
///
/// ```
/// use prefercite::style::Hayagriva;
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "burton-merriam", "kind": "telegram", "creators": ["Burton, Ernest"], "recipients": ["Merriam, Charles"],
///          "date": "1923-01-26", "holdings": [{ "repository": { "name": "University of Chicago Library", "place": "Chicago" },
///              "path": [{ "level": "collection", "title": "Charles E. Merriam Papers" }, { "level": "box", "id": "26" }] }] }"#,
/// )?;
/// assert_eq!(
///     Hayagriva::new().record(&Cite::new(&telegram)).to_string(),
///     r#"burton-merriam:
///   type: manuscript
///   author: ["Burton, Ernest"]
///   date: 1923-01-26
///   genre: "telegram to Charles Merriam"
///   archive: "University of Chicago Library"
///   archive-location: "box 26, Charles E. Merriam Papers"
///   note: "Recipient: Merriam, Charles. Archival source: box 26, Charles E. Merriam Papers, University of Chicago Library""#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// All forms yield the same entry, without a locator: Typst takes the locator with the citation.
///
/// # Lists that make Typst panic
///
/// Typst uses hayagriva to disambiguate the entries of a list. Version 0.10.1 panics (`csl/mod.rs:945`, index out of
/// bounds) if two entries have the same citation and the authors of one are the first authors of the other. This
/// happens in `chicago-notes` and three other of its 80 styles with three and four authors, and in ten with seven and
/// eight. The file itself is valid, and each entry can be cited alone. `Csl` prints such lists, because it renders
/// each document alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Hayagriva;

impl Hayagriva {
    /// The style. It has no options.
    pub const fn new() -> Self {
        Hayagriva
    }

    /// The names of the options: empty.
    pub const OPTIONS: &[&str] = &[];

    /// Sets an option by its name. Returns `None`, because the style has no options.
    pub fn with_option(self, _name: &str) -> Option<Self> {
        None
    }

    /// The notation of its records.
    pub fn syntax(&self) -> &'static dyn Syntax {
        &HayagrivaSyntax::UTF8
    }

    /// The record. This cannot fail.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Hayagriva};
    ///
    /// let map: Document = serde_json::from_str(r#"{ "id": "m", "title": "Map of Korea", "subjects": ["Korea"] }"#)?;
    /// let entry = Hayagriva::new().record(&Cite::new(&map));
    /// assert_eq!((entry.key(), entry.kind()), ("m", "manuscript"));
    /// assert_eq!(entry.omitted()[0].to_string(), "subjects: the format has no field for it");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let facts = Facts::of(document);
        let description = facts.description();
        let work = Work::of(document);
        let kind = kind(&facts, work.as_ref());
        let record = Record::new(self.syntax(), kind, document.id());
        let mut entry = Entry { record, facts, description, printed: Printed::of(kind) };
        if let Some(work) = &work {
            entry.push_work(work);
        } else {
            entry.push_document(kind);
        }
        entry.push_note(work.as_ref());
        let mut record = entry.record;
        for (path, is_lost) in [
            ("subjects", !document.subjects().is_empty()),
            ("preferred-citation", document.preferred_citation().is_some()),
        ] {
            if is_lost {
                record.omit(path, OmissionReason::NoField);
            }
        }
        let parent = match &work {
            Some(work) => work.source.filter(|_| literature::writes_title_of_source(work)),
            None => parent_of(&facts),
        };
        let book_title = parent.and_then(books::title);
        let has_volumes = work.as_ref().is_none_or(|work| matches!(work.form, Form::Book | Form::Chapter));
        let book = work.as_ref().map_or_else(|| parent_of(&facts), |work| work.source);
        let literature = omissions::OfLiterature {
            book,
            volumes: has_volumes && book.is_some_and(|book| volumes(book).is_some()),
            ..omissions::OfLiterature::default()
        };
        let fields =
            omissions::Fields { book_title, order_of_creators: true, literature, ..omissions::Fields::default() };
        omissions::push(&mut record, document, fields);
        record
    }
}

impl Style for Hayagriva {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}

fn kind(facts: &Facts<'_>, work: Option<&Work<'_>>) -> &'static str {
    if let Some(work) = work {
        return literature::kind(work);
    }
    if facts.book.is_some() {
        return "chapter";
    }
    match Class::of(facts.document) {
        // For a law Chicago prints neither the parties nor the day nor the location.
        Class::Correspondence | Class::Paper | Class::Treaty => "manuscript",
        Class::Report => "report",
        Class::Picture => "artwork",
        Class::Map => "misc",
        Class::Sound => "audio",
        Class::Video => "video",
    }
}

impl Entry<'_> {
    /// A document in an archive, on the web, or in a book.
    fn push_document(&mut self, kind: &str) {
        let (facts, description) = (self.facts, self.description);
        let document = facts.document;
        let is_in_book = facts.book.is_some();
        match document.title() {
            Some(words) => self.push("title", Some(title(words, self.printed))),
            // A chapter without a title would be read as a chapter of its book.
            None if is_in_book && description.is_printable() => {
                let words = plain(|s| description.push_ending(s.capitalize_next(), Ends::PlaceAndDate));
                let short = plain(|s| description.push_ending(s.capitalize_next(), Ends::Date));
                let is_shorter = short != words;
                self.push("title", Some(words_and_short(words, is_shorter.then_some(short.as_str()))));
            }
            None => {}
        }
        self.push("author", people_of(document.creators()));
        self.push("affiliated", affiliated(document));
        if !is_in_book {
            self.push("date", document.date().and_then(date));
            self.push("genre", nonempty(|s| description.push_ending(s, Ends::Place)));
        }
        self.push_language();
        self.push_shelf(kind);
        self.push("location", document.place());
        self.push("serial-number", serial_number(&facts, self.has_serial(kind)));
        self.push_address(facts.url().as_deref());
        self.push("page-total", facts.page_count());
        self.push("abstract", document.summary());
        self.push_parent();
    }

    /// Whether the number is in its field, which is printed directly after the kind: `telegram no. 709`, but `letter
    /// to Thomas Jefferson, May 24, 1804, no. 3`.
    fn has_serial(&self, kind: &str) -> bool {
        kind == "report" || self.facts.book.is_none() && self.description.ends_with_kind()
    }

    /// The printed edition.
    fn push_parent(&mut self) {
        let facts = self.facts;
        let Some(book) = parent_of(&facts) else { return };
        let is_cited = facts.book.is_some();
        let mut parent = Fields::new();
        let mut push = |name: &'static str, value: Option<Value>| {
            if let Some(value) = value {
                parent.push(name, value);
            }
        };
        push("type", Some(if is_cited { "book" } else { "anthology" }.into()));
        push("title", title_of_book(book, is_cited));
        push("author", people_of(&book.authors));
        push("editor", people_of(&book.editors));
        push("affiliated", groups([("compiler", book.compilers.as_slice()), ("translator", &book.translators)]));
        let is_in_title = is_cited && volume_is_in_title(book);
        push("volume", book.volume.as_deref().filter(|_| !is_in_title).map(Value::from));
        push("volume-total", volumes(book).map(Value::from));
        // An entry without a date or an edition inherits its parent's, which would be wrong for an undated letter.
        push("edition", book.edition.as_deref().filter(|_| is_cited).map(Value::from));
        let may_date = is_cited || self.record.get("date").is_some();
        push("date", book.date.as_ref().filter(|_| may_date).and_then(date).map(Value::from));
        push("page-range", book.pages.as_deref().filter(|_| !is_cited).map(Value::from));
        push("publisher", publisher(book));
        push("serial-number", book.isbn.as_deref().map(|isbn| Fields::from_iter([("isbn", isbn)]).into()));
        if is_cited {
            // Chicago prints the pages of the entry, not of its parent.
            self.push("page-range", book.pages.as_deref());
        } else if book.publisher.is_some() || book.place.is_some() {
            // Otherwise the publisher of the book would be printed as the publisher of the paper.
            self.record.push("publisher", Fields::new());
        }
        self.record.push("parent", parent);
    }

    fn push_note(&mut self, work: Option<&Work<'_>>) {
        let facts = self.facts;
        let says_kind = facts.book.is_none() && self.description.says_kind();
        let has_own_date = |work: &Work<'_>| work.original_date(facts.document).is_some();
        let is_in_note = |remark: &Remark| match remark {
            Remark::Genre if work.is_some() => facts.document.genre().is_some(),
            Remark::Genre => !says_kind || !self.description.names_genre(),
            Remark::DateBesideBook => work.map_or(facts.book.is_some(), has_own_date),
            Remark::Date => work.map_or(facts.book.is_none(), |work| !has_own_date(work)),
            // The entry contains these unchanged.
            Remark::Creators | Remark::SuppliedTitle | Remark::Language => false,
            // Reported as omitted.
            Remark::Subjects | Remark::PreferredCitation => false,
            _ => true,
        };
        let note = nonempty(|s| {
            facts.push_remarks(s, Remark::ALL.iter().copied().filter(is_in_note));
            push_unread(s, &facts);
        });
        self.push("note", note);
    }
}

/// Data with a field in which hayagriva cannot read them.
fn push_unread(s: &mut Sentence<'_>, facts: &Facts<'_>) {
    if let [tag] = facts.document.languages()
        && !is_language(tag)
    {
        push_text(s, labels::LANGUAGE, Some(EN_US.language_name(tag).unwrap_or(tag)));
    }
    let address = facts.url();
    if !address.as_deref().is_some_and(is_address) {
        push_text(s, labels::ADDRESS, address.as_deref());
        let accessed = facts.home.and_then(|home| home.accessed.as_ref());
        accessed
            .into_iter()
            .for_each(|date| _ = s.element(Punctuation::Period, labels::ACCESSED, |s| when::push(s, date)));
    }
}

/// The book that contains the entry.
fn parent_of<'d>(facts: &Facts<'d>) -> Option<&'d Publication> {
    facts.book.or(facts.document.source())
}

/// The number of the document, before which Chicago prints "no.", and the DOI.
fn serial_number(facts: &Facts<'_>, has_serial: bool) -> Option<Value> {
    let mut numbers = Fields::new();
    for (name, value) in [("serial", facts.bare_number().filter(|_| has_serial)), ("doi", facts.doi())] {
        if let Some(value) = value {
            numbers.push(name, value);
        }
    }
    (!numbers.is_empty()).then_some(numbers.into())
}
