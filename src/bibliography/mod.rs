//! Many documents: lists of them in order, the archives in which they lie, footnotes from the first to the last.
//!
//! What documents have to do with one another is decided here, for any [`Style`]: the style says what it can say
//! ([`Style::filing`], [`Style::distinctions`]), and is asked for it ([`Cite`]).

mod apart;
mod archives;
mod collections;
mod letters;
mod notes;
mod order;

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

pub use apart::tell_apart;
pub use archives::{Archive, ArchiveGroup, CollectionGroup};
pub use notes::{Abbreviation, NoteError, NoteItem, Notes};

use crate::citation::Citation;
use crate::document::Document;
use crate::style::{Cite, Details, Form, Style, StyleError};

/// Whether a bibliography lists documents, or the collections in which they lie (RULES 7).
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{Bibliography, BibliographyMode};
/// use prefercite::style::Chicago;
///
/// let letter = |id: &str| -> Document {
///     let papers = r#""repository": "Yale", "path": [{ "level": "collection", "title": "Edward M. House Papers" }]"#;
///     let json = format!(r#"{{ "id": "{id}", "title": "A letter", "holdings": [{{ {papers} }}] }}"#);
///     serde_json::from_str(&json).unwrap()
/// };
/// let letters = [letter("creel-1918"), letter("wilson-1918")];
/// let bibliography = Bibliography::in_mode(&Chicago::EIGHTEENTH, &letters, BibliographyMode::Auto)?;
/// let entry = bibliography.citations().next().expect("one entry for both")?;
/// assert_eq!(entry.to_string(), "Edward M. House Papers. Yale.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BibliographyMode {
    /// Every document.
    #[default]
    Items,
    /// In place of documents the collections in which they lie; documents that lie in none by themselves.
    Collections,
    /// A collection in place of its documents where two or more of them are cited.
    Auto,
}

/// Documents in the order of a style, each with what the others make of its citation.
///
/// ```
/// use prefercite::bibliography::Bibliography;
/// use prefercite::style::Chicago;
/// use prefercite::{Document, Style};
///
/// let documents: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "t", "kind": "telegram", "creators": ["Stalin, Joseph"], "recipients": ["Mao Zedong"], "date": "1950-10-01" },
///         { "id": "s", "title": "The Situation in Korea", "creators": ["Stalin, Joseph"], "date": "1950" }]"#,
/// )?;
/// let style = Chicago::SEVENTEENTH.author_date();
/// let bibliography = Bibliography::new(&style, &documents)?;
/// let entries: Vec<String> = bibliography.citations().map(|entry| entry.map(|it| it.to_string())).collect::<Result<_, _>>()?;
/// assert_eq!(entries, ["Stalin, Joseph. 1950a. “The Situation in Korea.”", "———. 1950b. Telegram to Mao Zedong. October 1."]);
///
/// let in_text = bibliography.in_text("t").expect("it is in the list").at("p. 2");
/// assert_eq!(style.compose(&in_text)?.to_string(), "(Stalin 1950b, 2)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Bibliography<'a> {
    style: &'a dyn Style,
    entries: Vec<Entry<'a>>,
    /// Where each document stands, by its id; and what tells citations in the text apart, of most documents nothing. A list
    /// that is only printed needs neither.
    places: OnceLock<HashMap<&'a str, usize>>,
    in_text: OnceLock<HashMap<&'a str, Details>>,
}

/// An entry of a [`Bibliography`].
///
/// ```
/// use prefercite::bibliography::Bibliography;
/// use prefercite::style::Chicago;
/// use prefercite::{Document, Style};
///
/// let documents: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "b", "kind": "letter", "creators": ["Stalin"], "recipients": ["Zhou"], "date": "1950" },
///         { "id": "a", "kind": "letter", "creators": ["Stalin"], "recipients": ["Mao"], "date": "1950" }]"#,
/// )?;
/// let style = Chicago::SEVENTEENTH.author_date();
/// let bibliography = Bibliography::new(&style, &documents)?;
/// let [first, second] = bibliography.entries() else { panic!("two documents, two entries") };
/// assert_eq!((first.document().id(), first.suffix(), first.repeats_author()), ("a", Some("a"), false));
/// assert_eq!(style.compose(&second.cite())?.to_string(), "———. 1950b. Letter to Zhou.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    document: Listed<'a>,
    repeats_author: bool,
    suffix: Option<String>,
}

/// What an entry lists: one of the documents, or a collection that was made of what they say.
#[derive(Clone, Debug)]
enum Listed<'a> {
    Document(&'a Document),
    Collection(Box<Document>, Vec<&'a Document>),
}

/// Two documents have the same id: a citation could mean either.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::Bibliography;
/// use prefercite::style::Chicago;
///
/// let documents: Vec<Document> =
///     serde_json::from_str(r#"[{ "id": "mao", "title": "A telegram" }, { "id": "mao", "title": "A letter" }]"#)?;
/// let error = Bibliography::new(&Chicago::EIGHTEENTH, &documents).unwrap_err();
/// assert_eq!((error.first, error.second), (1, 2));
/// assert_eq!(error.to_string(), "mao: two documents have this id, number 1 and number 2; give one of them another");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{id}: two documents have this id, number {first} and number {second}; give one of them another")]
#[non_exhaustive]
pub struct DuplicateId {
    /// The id.
    pub id: String,
    /// The place of the first in the list, from 1.
    pub first: usize,
    /// The place of the second.
    pub second: usize,
}

impl<'a> Bibliography<'a> {
    /// A list of every document.
    ///
    /// # Errors
    ///
    /// Two documents have the same id.
    pub fn new(style: &'a dyn Style, documents: impl IntoIterator<Item = &'a Document>) -> Result<Self, DuplicateId> {
        Bibliography::in_mode(style, documents, BibliographyMode::Items)
    }

    /// A list of documents or of the collections in which they lie.
    ///
    /// # Errors
    ///
    /// Two documents have the same id.
    pub fn in_mode(
        style: &'a dyn Style,
        documents: impl IntoIterator<Item = &'a Document>,
        mode: BibliographyMode,
    ) -> Result<Self, DuplicateId> {
        let documents: Vec<&'a Document> = documents.into_iter().collect();
        check_ids(&documents)?;
        let mut entries = collections::entries(documents, mode);
        let said = order::sort(style, &mut entries);
        letters::push(said.labels(), &mut entries);
        let repeated = repetitions(said.headings());
        entries.iter_mut().zip(repeated).for_each(|(entry, repeats)| entry.repeats_author = repeats);
        Ok(Bibliography { style, entries, places: OnceLock::new(), in_text: OnceLock::new() })
    }

    /// The entries in their order.
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The citations in their order.
    ///
    /// # Errors
    ///
    /// Where the style has no citation to give for a document.
    pub fn citations(&self) -> impl Iterator<Item = Result<Citation, StyleError>> {
        self.entries.iter().map(|entry| self.style.compose(&entry.cite()))
    }

    /// The entry in which the document of this id is listed.
    pub fn entry(&self, id: &str) -> Option<&Entry<'a>> {
        let places = self.places.get_or_init(|| {
            let of = |(place, entry): (usize, &Entry<'a>)| -> Vec<(&'a str, usize)> {
                entry.of_all().iter().map(|document| (document.id(), place)).collect()
            };
            self.entries.iter().enumerate().flat_map(of).collect()
        });
        self.entries.get(*places.get(id)?)
    }

    /// A citation in the text of the document of this id, told from those of the others: with a letter behind the year in
    /// author-date, with what the style adds else.
    pub fn in_text(&self, id: &str) -> Option<Cite<'_>> {
        let entry = self.entry(id)?;
        let (document, details) = match &entry.document {
            Listed::Collection(collection, _) => (&**collection, Details::NONE),
            Listed::Document(document) => (*document, self.details().get(id).copied().unwrap_or_default()),
        };
        let cite = Cite::new(document).form(Form::InText).details(details);
        Some(match &entry.suffix {
            Some(suffix) => cite.suffix(suffix),
            None => cite,
        })
    }

    fn details(&self) -> &HashMap<&'a str, Details> {
        self.in_text.get_or_init(|| {
            let documents: Vec<&'a Document> =
                self.entries.iter().flat_map(|entry| entry.of_all().iter().copied()).collect();
            let ids = documents.iter().map(|document| document.id());
            let details = tell_apart(self.style, &documents, Form::InText);
            ids.zip(details).filter(|(_, details)| *details != Details::NONE).collect()
        })
    }

    /// The same by the archives in which the documents lie, as the back of a monograph has it.
    ///
    /// ```
    /// use prefercite::bibliography::Bibliography;
    /// use prefercite::style::Chicago;
    /// use prefercite::{Document, Style};
    ///
    /// let documents: Vec<Document> = serde_json::from_str(
    ///     r#"[{ "id": "t", "kind": "telegram", "creators": ["Stalin"], "recipients": ["Mao"], "date": "1950-10-01",
    ///           "holdings": [{ "repository": { "name": "Archive of the President", "abbreviation": "APRF", "place": "Moscow" },
    ///                          "path": [{ "level": "fond", "id": 45 }, { "level": "delo", "id": 334 }] }] }]"#,
    /// )?;
    /// let style = Chicago::EIGHTEENTH;
    /// let bibliography = Bibliography::new(&style, &documents)?;
    /// let archives = bibliography.by_archive();
    /// assert_eq!(archives[0].archive.to_string(), "Archive of the President, Moscow (APRF)");
    /// let collection = &archives[0].collections[0];
    /// assert_eq!(collection.name.as_deref(), Some("Fond 45"));
    /// let entry = collection.cites().next().map(|cite| style.compose(&cite)).expect("the telegram")?;
    /// assert!(entry.to_string().starts_with("Stalin. Telegram to Mao. October 1, 1950. F. 45, d. 334."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_archive(&self) -> Vec<ArchiveGroup<'_>> {
        archives::groups(self.style, &self.entries)
    }
}

impl fmt::Debug for Bibliography<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bibliography").field("entries", &self.entries).finish_non_exhaustive()
    }
}

impl<'a> Entry<'a> {
    fn of(document: Listed<'a>) -> Self {
        Entry { document, repeats_author: false, suffix: None }
    }

    fn of_all(&self) -> &[&'a Document] {
        match &self.document {
            Listed::Document(document) => std::slice::from_ref(document),
            Listed::Collection(_, members) => members,
        }
    }

    /// What it lists: one of the documents, or a collection.
    pub fn document(&self) -> &Document {
        match &self.document {
            Listed::Document(document) => document,
            Listed::Collection(collection, _) => collection,
        }
    }

    /// The documents that it stands for: itself, or those of the collection.
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::bibliography::{Bibliography, BibliographyMode};
    /// use prefercite::style::Chicago;
    ///
    /// let box_26: Document = serde_json::from_str(
    ///     r#"{ "id": "box-26", "title": "A letter", "holdings": [{ "repository": "University of Chicago Library",
    ///            "path": [{ "level": "collection", "title": "Merriam Papers" }, { "level": "box", "id": 26 }] }] }"#,
    /// )?;
    /// let bibliography = Bibliography::in_mode(&Chicago::EIGHTEENTH, [&box_26], BibliographyMode::Collections)?;
    /// let papers = bibliography.entry("box-26").expect("it is in the list by its own id");
    /// assert_eq!(papers.document().kind(), &prefercite::Kind::Collection);
    /// assert_eq!(papers.members(), [&box_26]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn members(&self) -> &[&Document] {
        self.of_all()
    }

    /// The letter behind its year.
    pub fn suffix(&self) -> Option<&str> {
        self.suffix.as_deref()
    }

    /// Whether the entry before opens with the same author.
    pub fn repeats_author(&self) -> bool {
        self.repeats_author
    }

    /// What a style is asked for.
    pub fn cite(&self) -> Cite<'_> {
        let cite = Cite::new(self.document()).repeating_author(self.repeats_author);
        match &self.suffix {
            Some(suffix) => cite.suffix(suffix),
            None => cite,
        }
    }
}

fn check_ids(documents: &[&Document]) -> Result<(), DuplicateId> {
    let mut places = HashMap::with_capacity(documents.len());
    for (second, document) in documents.iter().enumerate() {
        if let Some(first) = places.insert(document.id(), second) {
            return Err(DuplicateId { id: document.id().to_owned(), first: first + 1, second: second + 1 });
        }
    }
    Ok(())
}

/// RULES 9.7: exactly the same author or authors as the entry before. What the mark is, if there is one, the style knows.
fn repetitions<H: PartialEq>(headings: impl Iterator<Item = Option<H>>) -> Vec<bool> {
    let mut before = None;
    let repeats = |heading: Option<H>| {
        let repeats = heading.is_some() && heading == before;
        before = heading;
        repeats
    };
    headings.map(repeats).collect()
}
