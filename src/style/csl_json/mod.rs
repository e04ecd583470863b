//! CSL-JSON: the one format of records that has a field for nearly all of an archival document.

mod book;
pub(in crate::style) mod dates;
mod note;
mod variables;

use super::record::class;
use super::record::omissions::{self, Fields};
use super::record::{Facts, people, said};
use super::{Cite, Style, StyleError};
use crate::citation::{Citation, OmissionReason, Record, Syntax};
use crate::document::Kind;
use crate::notation::JsonSyntax;
use note::Rights;
use variables::{push, push_names};

/// CSL-JSON, as Zotero, pandoc and every processor of the Citation Style Language read it.
///
/// A document is one item, with the variables of CSL 1.0.2. Where nothing tells where the document itself lies, its printed
/// edition is what is cited: then `issued` is the book's date, and the document's own stands in `event-date`. What no
/// variable can say stands in `note`, a labelled sentence each; what not even a sentence says is [omitted](Record::omitted).
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
/// | any with a recipient; letter, telegram, note | `personal_communication` |
/// | report that bears a number | `report` |
/// | interview, treaty, map, speech, collection | the same word |
/// | photograph, recording, film, ephemera | `graphic`, `song`, `motion_picture`, `pamphlet` |
/// | not known | `document` |
/// | all others | `manuscript` |
/// | any without a recipient, where its printed edition is what is cited | `chapter`; of a journal `article-journal` |
///
/// The rights stand in the note: CSL 1.0.2 has a variable `license`, but its own JSON Schema refuses it
/// ([issues 407 and 426](https://github.com/citation-style-language/schema/issues/407)). [`license`](CslJson::license) asks for
/// it all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CslJson {
    rights: Rights,
}

impl CslJson {
    /// Items that keep to the public schema.
    pub const fn new() -> Self {
        CslJson { rights: Rights::Note }
    }

    /// Puts the rights into the variable `license`, which citation-js and pandoc keep and the public schema refuses.
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
    pub const OPTIONS: &[&str] = &["license"];

    /// Sets an option by its name; none where no option is called so.
    pub fn with_option(self, name: &str) -> Option<Self> {
        (name == "license").then_some(self.license())
    }

    /// The notation of the items.
    pub fn syntax() -> &'static dyn Syntax {
        &JsonSyntax::UTF8
    }

    /// The item: it cannot fail.
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
        let facts = Facts::of(document);
        let mut item = Record::new(Self::syntax(), item_type(&facts), document.id());
        push_title(&mut item, &facts);
        push_people(&mut item, &facts);
        push_dates(&mut item, &facts);
        push_whereabouts(&mut item, &facts);
        if let Some(book) = facts.book {
            book::push_book(&mut item, book);
        }
        push_description(&mut item, &facts);
        if self.rights == Rights::License {
            push(&mut item, "license", document.rights());
        }
        note::push_note(&mut item, &facts, self.rights);
        omissions::push(&mut item, document, Fields { order_of_names: true, ..Fields::default() });
        item
    }
}

impl Style for CslJson {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax())
    }
}

/// Also what the processor of `csl:` styles is given.
fn item_type(facts: &Facts<'_>) -> &'static str {
    // CSL: a message to a recipient, of whatever kind and wherever it was printed; the genre tells which.
    if !facts.document.recipients().is_empty() {
        return "personal_communication";
    }
    if let Some(book) = facts.book {
        return book::item_type(book);
    }
    match class::kind(facts.document) {
        Kind::Letter | Kind::Telegram | Kind::Note => "personal_communication",
        Kind::Report if facts.document.number().is_some() => "report",
        Kind::Interview => "interview",
        Kind::Treaty => "treaty",
        Kind::Map => "map",
        Kind::Speech => "speech",
        Kind::Collection => "collection",
        Kind::Photograph => "graphic",
        Kind::Recording => "song",
        Kind::Film => "motion_picture",
        Kind::Ephemera => "pamphlet",
        Kind::Document => "document",
        // No `_`: a new kind is asked here.
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
        | Kind::Manuscript
        | Kind::Book
        | Kind::Chapter
        | Kind::Article
        | Kind::Thesis
        | Kind::WebPage
        | Kind::Other(_) => "manuscript",
    }
}

fn push_title(item: &mut Record, facts: &Facts<'_>) {
    push(item, "title", facts.title());
    let title = facts.document.title();
    push(item, "title-short", title.and_then(|title| title.short.as_deref()));
    push(item, "original-title", title.and_then(|title| title.original.as_deref()));
    // Of a chapter the Chicago styles would make an introduction *to* the book: a letter to it.
    push(item, "genre", facts.genre().filter(|_| item_type(facts) != "chapter"));
    push(item, "number", facts.document.number());
    push(item, "medium", facts.document.medium());
}

fn push_people(item: &mut Record, facts: &Facts<'_>) {
    let document = facts.document;
    push_names(item, "author", document.creators().iter());
    push_names(item, "recipient", document.recipients().iter());
    push_names(item, "contributor", document.participants().iter());
    push_names(item, "interviewer", document.interviewers().iter());
    push_names(item, "translator", people::translators(document));
}

fn push_dates(item: &mut Record, facts: &Facts<'_>) {
    let own = facts.document.date().and_then(dates::variable);
    match facts.book {
        Some(book) => {
            push(item, "issued", book.date.as_ref().and_then(dates::variable));
            push(item, "event-date", own);
        }
        None => push(item, "issued", own),
    }
    push(item, "accessed", facts.home.and_then(|home| home.accessed.as_ref()).and_then(dates::variable));
}

fn push_whereabouts(item: &mut Record, facts: &Facts<'_>) {
    push(item, "archive", said(|s| facts.push_archive(s)));
    push(item, "archive-place", facts.archive_place());
    push(item, "archive_collection", said(|s| facts.push_collection(s)));
    push(item, "archive_location", said(|s| facts.push_location(s)));
    push(item, "call-number", facts.holding.and_then(|holding| holding.reference.as_deref()));
    // Of what is only on the web the digital archive is the archive.
    let source = facts.home.and_then(|home| match (facts.holding, &home.archive) {
        (Some(_), Some(archive)) => Some(archive.as_str()),
        (None, None) => None,
        _ => home.host.as_deref(),
    });
    push(item, "source", source);
    push(item, "URL", facts.url().as_deref());
    push(item, "DOI", facts.doi());
}

fn push_description(item: &mut Record, facts: &Facts<'_>) {
    let document = facts.document;
    push(item, "event-place", document.place());
    push(item, "language", document.languages().first().map(String::as_str));
    push(item, "abstract", document.summary());
    push(item, "dimensions", document.extent());
    push(item, "number-of-pages", facts.page_count());
    let subjects = document.subjects();
    push(item, "keyword", (!subjects.is_empty()).then(|| subjects.join("; ")));
    for (index, _) in subjects.iter().enumerate().filter(|(_, subject)| subject.contains(';')) {
        let reason = "written as it stands, but a reader will part it at its semicolon";
        item.omit(format!("subjects[{index}]"), OmissionReason::NotWritable(reason.into()));
    }
}

#[cfg(test)]
mod tests;
