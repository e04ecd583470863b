//! hayagriva's YAML: which field each datum goes into.
//!
//! hayagriva knows no letters, no recipients, no repository's place. Its styles print the archive and the location in it, but no
//! note: so what Chicago has to print goes into the location, and the note keeps it all.

mod printed;

use super::record::class::Class;
use super::record::labels;
use super::record::remarks::{Remark, push_text};
use super::record::when::{self, Span};
use super::record::{Facts, books, omissions, people, said, with_translation};
use super::{Cite, Style, StyleError};
use crate::citation::{Citation, Fields, OmissionReason, Record, Syntax, Value};
use crate::document::{ContributionRole, Date, Document, Name, Publication, Title};
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
///   affiliated: [{ role: collaborator, names: ["Merriam, Charles"] }]
///   date: 1923-01-26
///   genre: "telegram"
///   archive: "University of Chicago Library"
///   archive-location: "box 26, Charles E. Merriam Papers, Chicago"
///   note: "Recipient: Merriam, Charles. Archival source: box 26, Charles E. Merriam Papers, University of Chicago Library""#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// All forms are the same entry, and it has no place for a locator: Typst takes that with the citation.
///
/// # Lists that make Typst panic
///
/// Typst tells the entries of a list apart by hayagriva. Version 0.10.1 panics in that (`csl/mod.rs:945`, index out of bounds)
/// where two entries cite the same and the authors of one are the first of the authors of the other: in `chicago-notes` and
/// three other of its 80 styles with three and four authors, in ten with seven and eight. The file itself is sound, and
/// cited one by one the entries are printed. `Csl` prints such lists, for it renders each document alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Hayagriva;

impl Hayagriva {
    /// The style; it has no options.
    pub const fn new() -> Self {
        Hayagriva
    }

    /// The names of the options: there are none.
    pub const OPTIONS: &[&str] = &[];

    /// Sets an option by its name: none is called so.
    pub fn with_option(self, _name: &str) -> Option<Self> {
        None
    }

    /// The notation of its records.
    pub fn syntax() -> &'static dyn Syntax {
        &HayagrivaSyntax::UTF8
    }

    /// The record: it cannot fail.
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
        let kind = kind(&facts);
        let mut entry = Entry { record: Record::new(Hayagriva::syntax(), kind, document.id()), facts };
        entry.push("title", document.title().map(title));
        entry.push("author", people_of(document.creators()));
        entry.push("affiliated", affiliated(document));
        if facts.book.is_none() {
            entry.push("date", document.date().and_then(date));
            // Of a paper in a book Chicago would make a letter to that book.
            entry.push("genre", facts.genre());
        }
        entry.push_language();
        entry.push_shelf(kind);
        entry.push("location", document.place());
        entry.push("serial-number", serial_number(&facts));
        entry.push_address();
        entry.push("page-total", facts.page_count());
        entry.push("abstract", document.summary());
        entry.push_parent();
        entry.push_note();
        let mut record = entry.record;
        for (path, is_lost) in [
            ("subjects", !document.subjects().is_empty()),
            ("preferred-citation", document.preferred_citation().is_some()),
        ] {
            if is_lost {
                record.omit(path, OmissionReason::NoField);
            }
        }
        let book_title = parent_of(&facts).and_then(books::title);
        omissions::push(&mut record, document, omissions::Fields { book_title, ..omissions::Fields::default() });
        record
    }
}

impl Style for Hayagriva {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Hayagriva::syntax())
    }
}

fn kind(facts: &Facts<'_>) -> &'static str {
    if facts.book.is_some() {
        return "anthos";
    }
    match Class::of(facts.document) {
        Class::Correspondence | Class::Paper => "manuscript",
        Class::Treaty => "legislation",
        Class::Report => "report",
        Class::Picture => "artwork",
        Class::Map => "misc",
        Class::Sound => "audio",
        Class::Video => "video",
    }
}

/// A record in the making.
struct Entry<'d> {
    record: Record,
    facts: Facts<'d>,
}

impl Entry<'_> {
    fn push(&mut self, name: &'static str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.record.push(name, value);
        }
    }

    /// The first language; of what hayagriva does not take for one the note tells.
    fn push_language(&mut self) {
        let first = self.facts.document.languages().first();
        self.push("language", first.map(String::as_str).filter(|tag| is_language(tag)));
    }

    fn push_address(&mut self) {
        let Some(address) = self.facts.url().filter(|address| is_address(address)) else { return };
        let accessed = self.facts.home.and_then(|home| home.accessed.as_ref()).and_then(date);
        self.record.push(
            "url",
            match accessed {
                Some(accessed) => Fields::from_iter([("value", &*address), ("date", &*accessed)]).into(),
                None => Value::from(&*address),
            },
        );
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
        push("type", Some("anthology".into()));
        push("title", books::title(book).map(title));
        push("author", people_of(&book.authors));
        push("editor", people_of(&book.editors));
        push("affiliated", groups([("compiler", book.compilers.as_slice()), ("translator", &book.translators)]));
        push("volume", book.volume.as_deref().map(Value::from));
        // An entry without a date or an edition has its parent's: of an undated letter that would not be true.
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
            // So that the publisher of the book is not printed as that of the paper.
            self.record.push("publisher", Fields::new());
        }
        self.record.push("parent", parent);
    }

    fn push_note(&mut self) {
        let facts = self.facts;
        let is_said = |remark: &Remark| match remark {
            Remark::Genre | Remark::DateBesideBook => facts.book.is_some(),
            Remark::Date => facts.book.is_none(),
            // It has them as they are.
            Remark::Creators => false,
            // Reported as left out.
            Remark::Subjects | Remark::PreferredCitation => false,
            _ => true,
        };
        let note = said(|s| {
            facts.push_remarks(s, Remark::ALL.iter().copied().filter(is_said));
            push_unread(s, &facts);
        });
        self.push("note", note);
    }
}

/// What has a field that hayagriva does not read it in.
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

/// The book that an entry stands in.
fn parent_of<'d>(facts: &Facts<'d>) -> Option<&'d Publication> {
    facts.book.or(facts.document.source())
}

/// `{ value: …, short: … }`, which the notation keeps from being re-cased.
fn title(title: &Title) -> Value {
    let whole = with_translation(title);
    match title.short.as_deref() {
        Some(short) => Fields::from_iter([("value", whole.as_str()), ("short", short)]).into(),
        None => whole.into(),
    }
}

fn people_of(names: &[Name]) -> Option<Value> {
    (!names.is_empty()).then(|| people::list(names))
}

/// hayagriva has no recipients and no interviewers: Chicago prints collaborators as `with Zhou Enlai`.
fn affiliated(document: &Document) -> Option<Value> {
    let collaborators: Vec<Name> = document.recipients().iter().chain(document.interviewers()).cloned().collect();
    let mut translators: Vec<Name> =
        document.translation().map(|translation| translation.by.clone()).unwrap_or_default();
    let (mut compilers, mut annotators) = (Vec::new(), Vec::new());
    for contribution in document.contributions() {
        for role in &contribution.roles {
            match role {
                ContributionRole::Translated => translators.extend_from_slice(&contribution.by),
                ContributionRole::Compiled => compilers.extend_from_slice(&contribution.by),
                ContributionRole::Annotated => annotators.extend_from_slice(&contribution.by),
                // The note says them.
                ContributionRole::Obtained
                | ContributionRole::Donated
                | ContributionRole::Contributed
                | ContributionRole::Provided
                | ContributionRole::Edited
                | ContributionRole::Transcribed => {}
            }
        }
    }
    groups([
        ("collaborator", collaborators.as_slice()),
        ("translator", &translators),
        ("compiler", &compilers),
        ("annotator", &annotators),
    ])
}

fn groups<'n>(groups: impl IntoIterator<Item = (&'static str, &'n [Name])>) -> Option<Value> {
    let groups = groups.into_iter().filter(|(_, names)| !names.is_empty());
    let groups: Vec<Value> = groups
        .map(|(role, names)| Fields::from_iter([("role", Value::from(role)), ("names", people::list(names))]).into())
        .collect();
    (!groups.is_empty()).then_some(groups.into())
}

/// `1950-01-07`, `~1950`; of a range its beginning.
fn date(date: &Date) -> Option<String> {
    let (Span::On(day) | Span::Since(day) | Span::Between(day, _)) = when::span(date)?;
    let doubt = if when::is_doubtful(date) { "~" } else { "" };
    Some(match (day.month, day.day) {
        (Some(month), Some(of_month)) => format!("{doubt}{:04}-{month:02}-{of_month:02}", day.year),
        (Some(month), None) => format!("{doubt}{:04}-{month:02}", day.year),
        (None, _) => format!("{doubt}{:04}", day.year),
    })
}

fn publisher(book: &Publication) -> Option<Value> {
    let mut publisher = Fields::new();
    for (name, value) in [("name", &book.publisher), ("location", &book.place)] {
        if let Some(value) = value {
            publisher.push(name, value.as_str());
        }
    }
    (!publisher.is_empty()).then_some(publisher.into())
}

/// The number of the document, which Chicago prints behind its genre, and the DOI.
fn serial_number(facts: &Facts<'_>) -> Option<Value> {
    let mut numbers = Fields::new();
    for (name, value) in [("serial", facts.document.number()), ("doi", facts.doi())] {
        if let Some(value) = value {
            numbers.push(name, value);
        }
    }
    (!numbers.is_empty()).then_some(numbers.into())
}
