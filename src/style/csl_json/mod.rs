//! CSL-JSON, the only record format with fields for nearly all data of an archival document.

mod book;
pub(in crate::style) mod dates;
mod note;
mod variables;
mod whole;
mod zotero;

use super::record::class;
use super::record::omissions::{self, Fields};
use super::record::shape::{Reader, Shape};
use super::record::work::Work;
use super::record::{Facts, nonempty, with_translation};
use super::{Cite, Style, StyleError};
use crate::citation::{Citation, OmissionReason, Record, Syntax};
use crate::document::Kind;
use crate::notation::JsonSyntax;
use note::Rights;
use variables::{provider, push, push_address, push_names};

/// CSL-JSON for pandoc and every processor of the Citation Style Language, and [by an option](CslJson::zotero) for Zotero.
///
/// A document is one item, with the variables of CSL 1.0.2. If the location of the document itself is unknown, its
/// printed edition is cited: then `issued` is the date of the book, and `event-date` the date of the document. `note`
/// contains everything without a variable, in labelled sentences. What has no sentence either is
/// [omitted](Record::omitted).
///
/// ```
/// use prefercite::style::CslJson;
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "mao-1950", "kind": "telegram", "date": "1950-01-07/1950-01-09",
///          "creators": [{ "family": "Mao", "given": "Zedong", "order": "family-first" }],
///          "holdings": [{ "repository": { "name": "Archive of the President", "place": "Moscow" },
///                         "path": [{ "level": "fond", "id": 45 }] }] }"#,
/// )?;
/// assert_eq!(
///     CslJson::new().record(&Cite::new(&telegram)).to_string(),
///     r#"{
///   "id": "mao-1950",
///   "type": "personal_communication",
///   "genre": "telegram",
///   "author": [
///     { "family": "Mao", "given": "Zedong", "static-ordering": true }
///   ],
///   "issued": { "date-parts": [[1950, 1, 7], [1950, 1, 9]] },
///   "archive": "Archive of the President",
///   "archive-place": "Moscow",
///   "archive_location": "f. 45"
/// }"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// | kind | type |
/// |---|---|
/// | any with a recipient, even if read in a printed edition; letter, telegram, note | `personal_communication` |
/// | report with a number | `report` |
/// | interview, treaty, map, speech, collection | the same word |
/// | photograph, recording, film, ephemera | `graphic`, `song`, `motion_picture`, `pamphlet` |
/// | not known | `document` |
/// | all others | `manuscript` |
/// | book, chapter, thesis, web page, not held by an archive | `book`, `chapter`, `thesis`, `webpage` (a blog `post-weblog`) |
/// | article in a journal, a magazine, a newspaper | `article-journal`, `article-magazine`, `article-newspaper` |
/// | any other without a recipient, if its printed edition is cited | `chapter`, or the type of an article |
///
/// The rights are in the note. CSL 1.0.2 has a variable `license`, but its own JSON Schema rejects it ([issues 407
/// and 426](https://github.com/citation-style-language/schema/issues/407)). [`license`](CslJson::license) uses it anyway.
///
/// No style should print a datum twice. So there is no `genre` if the title contains the kind, or for a letter with a
/// known recipient. A number has no `no.` before it. There is no `archive_collection` if the archive's own wording,
/// which contains the collection, is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CslJson {
    rights: Rights,
    reader: Reader,
    whole: bool,
}

impl CslJson {
    /// Items that are valid against the public schema.
    pub const fn new() -> Self {
        CslJson { rights: Rights::Note, reader: Reader::Any, whole: false }
    }

    /// Items for Zotero only. Zotero drops variables that it has no field for, and reads a recipient as an author if
    /// the type has no recipients. What has no field is at the start of the note, one variable per line: Zotero moves
    /// these lines to Extra and cites them from there. Particles and suffixes are in the given name. A name whose
    /// family name comes first is one piece. A speech is a manuscript, because a presentation has no archive in
    /// Zotero. A document without a title gets its kind as a title.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::CslJson};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "h", "kind": "letter", "recipients": ["Jefferson, Thomas"],
    ///          "creators": [{ "family": "Humboldt", "given": "Alexander", "dropping-particle": "von" }],
    ///          "holdings": [{ "repository": { "name": "Library of Congress", "place": "Washington, DC" },
    ///                         "path": [{ "level": "collection", "title": "Thomas Jefferson Papers" }] }] }"#,
    /// )?;
    /// let item = CslJson::new().zotero().record(&Cite::new(&letter));
    /// let lines = "archive_collection: Thomas Jefferson Papers\narchive-place: Washington, DC";
    /// assert_eq!(item.text("note"), Some(lines));
    /// assert!(item.to_string().contains(r#"{ "family": "Humboldt", "given": "Alexander von" }"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn zotero(mut self) -> Self {
        self.reader = Reader::Zotero;
        self
    }

    /// Adds the whole record, as `custom: { "prefercite": … }`, in the record format.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::CslJson};
    ///
    /// let map: Document = serde_json::from_str(r#"{ "id": "m", "kind": "map", "title": "Korea", "x-shelf": "above" }"#)?;
    /// let item = CslJson::new().whole_record().record(&Cite::new(&map));
    /// let read: serde_json::Value = serde_json::from_str(&item.to_string())?;
    /// assert_eq!(serde_json::from_value::<Document>(read["custom"]["prefercite"].clone())?, map);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn whole_record(mut self) -> Self {
        self.whole = true;
        self
    }

    /// Puts the rights into the variable `license`, which citation-js and pandoc keep and the public schema rejects.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::CslJson};
    ///
    /// let map: Document = serde_json::from_str(r#"{ "id": "m", "kind": "map", "title": "Korea", "rights": "Public domain" }"#)?;
    /// let cite = Cite::new(&map);
    /// assert_eq!(CslJson::new().record(&cite).text("note"), Some("Map. Rights: Public domain"));
    /// assert_eq!(CslJson::new().license().record(&cite).text("license"), Some("Public domain"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn license(mut self) -> Self {
        self.rights = Rights::License;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["license", "zotero", "whole-record"];

    /// Sets an option by its name. Returns `None` if the name is unknown.
    pub fn with_option(self, name: &str) -> Option<Self> {
        Some(match name {
            "license" => self.license(),
            "zotero" => self.zotero(),
            "whole-record" => self.whole_record(),
            _ => return None,
        })
    }

    /// The notation of the items.
    pub fn syntax(&self) -> &'static dyn Syntax {
        &JsonSyntax::CSL
    }

    /// The item. This cannot fail.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::CslJson};
    ///
    /// let letter = r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"] }"#;
    /// let letter: Document = serde_json::from_str(letter)?;
    /// let item = CslJson::new().record(&Cite::new(&letter));
    /// let read: serde_json::Value = serde_json::from_str(&item.to_string())?;
    /// assert_eq!(read["author"][0]["family"], "Creel");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let (facts, shape) = Shape::of(document, self.reader);
        let facts = facts.with_lead();
        let mut item = match self.reader {
            Reader::Zotero => zotero::record(&facts, shape),
            Reader::Any => self.record_for_any(&facts, shape),
        };
        if self.rights == Rights::License {
            push(&mut item, "license", document.rights());
        }
        if self.whole {
            whole::push(&mut item, document);
        }
        item
    }

    fn record_for_any(&self, facts: &Facts<'_>, shape: Shape) -> Record {
        let document = facts.document;
        let item_type = item_type(facts, shape);
        let mut item = Record::new(Self::syntax(self), item_type, document.id());
        push_title(&mut item, facts, shape);
        push_people(&mut item, facts);
        push_dates(&mut item, facts, shape);
        push_whereabouts(&mut item, facts, shape);
        if let Some(book) = facts.book {
            book::push_book(&mut item, book);
        }
        let literature = book::push_literature(&mut item, facts);
        push_description(&mut item, facts);
        note::push_note(&mut item, facts, self.rights);
        omissions::push(&mut item, document, Fields { order_of_names: true, literature, ..Fields::default() });
        item
    }
}

impl Style for CslJson {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}

/// The processor of `csl:` styles uses it too.
fn item_type(facts: &Facts<'_>, shape: Shape) -> &'static str {
    // CSL: a message to a recipient, of any kind and wherever printed. The genre contains the kind.
    if !facts.document.recipients().is_empty() {
        return "personal_communication";
    }
    if let Some(published) = type_of_published(shape) {
        return published;
    }
    match class::kind(facts.document) {
        Kind::Letter | Kind::Telegram | Kind::Note => "personal_communication",
        Kind::Report if facts.document.number().is_some() => "report",
        Kind::Interview => "interview",
        // The styles cite a treaty like a law, without its archive.
        Kind::Treaty if facts.holding.is_none() && facts.home.is_none() => "treaty",
        Kind::Map => "map",
        Kind::Speech => "speech",
        Kind::Collection => "collection",
        Kind::Photograph => "graphic",
        Kind::Recording => "song",
        Kind::Film => "motion_picture",
        Kind::Ephemera => "pamphlet",
        Kind::Document => "document",
        // No `_`: a new kind must be decided here.
        Kind::Memorandum
        | Kind::Minutes
        | Kind::Report
        | Kind::Diary
        | Kind::Conversation
        | Kind::Order
        | Kind::Resolution
        | Kind::Directive
        | Kind::Charter
        | Kind::Deed
        | Kind::Treaty
        | Kind::Manuscript
        | Kind::Book
        | Kind::Chapter
        | Kind::Article
        | Kind::Thesis
        | Kind::WebPage
        | Kind::Other(_) => "manuscript",
    }
}

fn type_of_published(shape: Shape) -> Option<&'static str> {
    Some(match shape {
        Shape::Book => "book",
        Shape::Chapter => "chapter",
        Shape::Journal => "article-journal",
        Shape::Magazine => "article-magazine",
        Shape::Newspaper => "article-newspaper",
        Shape::Thesis => "thesis",
        Shape::WebPage => "webpage",
        Shape::Blog => "post-weblog",
        _ => return None,
    })
}

fn push_title(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let title = facts.cited_title();
    push(item, "title", title.map(with_translation));
    push(item, "title-short", title.and_then(|title| title.short.as_deref()));
    push(item, "original-title", title.and_then(|title| title.original.as_deref()));
    let is_sent = item.kind() == "personal_communication";
    push(item, "genre", facts.cited_genre(if is_sent { Shape::Correspondence } else { shape }));
    push(item, "number", facts.cited_number());
    push(item, "medium", facts.document.medium());
}

fn push_people(item: &mut Record, facts: &Facts<'_>) {
    let document = facts.document;
    push_names(item, "author", document.creators().iter());
    push_names(item, "recipient", document.recipients().iter());
    if facts.cites_participants() {
        push_names(item, "contributor", document.participants().iter());
    }
    push_names(item, "interviewer", document.interviewers().iter());
    push_names(item, "translator", facts.cited_translators());
}

fn push_dates(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let own = facts.document.date().and_then(dates::variable);
    match facts.book {
        Some(book) => {
            let of_book = book.date.as_ref().and_then(dates::variable);
            // A published work has one date, the date of publication.
            let is_work = Work::of(facts.document).is_some();
            let is_one = is_work && (book.date.is_none() || facts.document.date() == book.date.as_ref());
            push(item, "issued", if is_one { of_book.or(own.clone()) } else { of_book });
            push(item, "event-date", own.filter(|_| !is_one && shape.is_published()));
        }
        None => push(item, "issued", own),
    }
    push(item, "accessed", facts.home.and_then(|home| home.accessed.as_ref()).and_then(dates::variable));
}

fn push_whereabouts(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    if shape.is_published() {
        push(item, "archive", facts.home.and_then(|home| home.archive.as_deref()));
    } else {
        push(item, "archive", nonempty(|s| facts.push_cited_archive(s)));
        push(item, "archive-place", facts.unsaid_archive_place().filter(|_| facts.says_archive()));
    }
    if !facts.wording_says_collection() {
        push(item, "archive_collection", nonempty(|s| facts.push_collection(s)));
    }
    if !facts.wording_is_archive() {
        push(item, "archive_location", nonempty(|s| facts.push_location(s)));
    }
    push(item, "call-number", facts.holding.and_then(|holding| holding.reference.as_deref()));
    push(item, "source", provider(facts));
    push_address(item, facts);
}

fn push_description(item: &mut Record, facts: &Facts<'_>) {
    let document = facts.document;
    push(item, "event-place", document.place());
    push(item, "language", facts.cited_language());
    push(item, "abstract", document.summary());
    push(item, "dimensions", document.extent());
    push(item, "number-of-pages", facts.page_count());
    let subjects = document.subjects();
    push(item, "keyword", (!subjects.is_empty()).then(|| subjects.join("; ")));
    for (index, _) in subjects.iter().enumerate().filter(|(_, subject)| subject.contains(';')) {
        let reason = "written unchanged, but programs split it at its semicolon";
        item.omit(format!("subjects[{index}]"), OmissionReason::NotWritable(reason.into()));
    }
}

#[cfg(test)]
mod tests;
