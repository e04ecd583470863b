//! Lists of documents: bibliographies, lists of archives, and footnotes.
//!
//! This module compares documents for any [`Style`]. The style provides sort keys and disambiguators
//! ([`Style::filing`], [`Style::disambiguators`]) and receives the results in [`Cite`].

mod apart;
mod archives;
mod collections;
mod entry;
mod ids;
mod letters;
mod notes;
mod order;
mod repetitions;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

pub use apart::disambiguate;
pub use archives::{ArchiveGroup, ArchiveHeading, CollectionGroup};
pub use entry::{BibliographyMode, Entry};
pub use ids::DuplicateIdError;
pub use notes::{Abbreviation, NoteError, NoteItem, Notes};

use entry::Listed;
use ids::check_ids;
use repetitions::repetitions;

use crate::citation::Citation;
use crate::document::Document;
use crate::style::{Cite, Disambiguators, Form, Style, StyleError};

/// A sorted bibliography. Each entry has its disambiguating letter and records whether it repeats the previous author.
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
/// let in_text = bibliography.in_text("t").expect("it is in the list").with_locator("p. 2");
/// assert_eq!(style.cite(&in_text)?.to_string(), "(Stalin 1950b, 2)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "reference list")]
#[doc(alias = "works cited")]
pub struct Bibliography<'a> {
    style: Arc<dyn Style + 'a>,
    entries: Vec<Entry<'a>>,
    /// The position of each document by its id, and the details that disambiguate citations in the text (empty for
    /// most documents). They are computed on first use: a list that is only printed needs neither.
    places: OnceLock<HashMap<&'a str, usize>>,
    in_text: OnceLock<HashMap<&'a str, Disambiguators>>,
}

impl<'a> Bibliography<'a> {
    /// A list of every document. The style may be borrowed (`&style`) or owned (`style`, a `Box` or an `Arc`).
    ///
    /// # Errors
    ///
    /// Two documents have the same id.
    ///
    /// ```
    /// use prefercite::bibliography::Bibliography;
    /// use prefercite::{Document, style};
    ///
    /// fn list<'d>(name: &str, documents: &'d [Document]) -> Result<Bibliography<'d>, prefercite::Error> {
    ///     Ok(Bibliography::new(style::named(name)?, documents)?)
    /// }
    ///
    /// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "r", "title": "A report" }]"#)?;
    /// assert_eq!(list("mla", &documents)?.entries().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        style: impl Style + 'a,
        documents: impl IntoIterator<Item = &'a Document>,
    ) -> Result<Self, DuplicateIdError> {
        Bibliography::in_mode(style, documents, BibliographyMode::Items)
    }

    /// A list of documents, or of their collections.
    ///
    /// # Errors
    ///
    /// Two documents have the same id.
    pub fn in_mode(
        style: impl Style + 'a,
        documents: impl IntoIterator<Item = &'a Document>,
        mode: BibliographyMode,
    ) -> Result<Self, DuplicateIdError> {
        let documents: Vec<&'a Document> = documents.into_iter().collect();
        check_ids(&documents)?;
        let mut entries = collections::entries(documents, mode);
        let style: Arc<dyn Style + 'a> = Arc::new(style);
        let labels = order::sort(&*style, &mut entries);
        letters::push(labels.labels(), &mut entries);
        let repeated = repetitions(labels.headings());
        for (number, (entry, repeats)) in entries.iter_mut().zip(repeated).enumerate() {
            (entry.number, entry.repeats_author) = (number + 1, repeats);
        }
        Ok(Bibliography { style, entries, places: OnceLock::new(), in_text: OnceLock::new() })
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The citations, in order.
    ///
    /// # Errors
    ///
    /// The style cannot cite a document.
    pub fn citations(&self) -> impl Iterator<Item = Result<Citation, StyleError>> {
        self.entries.iter().map(|entry| self.style.cite(&entry.cite()))
    }

    /// The entry of the document with this id.
    pub fn entry(&self, id: &str) -> Option<&Entry<'a>> {
        let places = self.places.get_or_init(|| {
            let of = |(place, entry): (usize, &Entry<'a>)| -> Vec<(&'a str, usize)> {
                entry.of_all().iter().map(|document| (document.id(), place)).collect()
            };
            self.entries.iter().enumerate().flat_map(of).collect()
        });
        self.entries.get(*places.get(id)?)
    }

    /// A disambiguated citation in the text of the document with this id: with a letter after the year in
    /// author-date, or with the details that the style adds.
    pub fn in_text(&self, id: &str) -> Option<Cite<'_>> {
        let entry = self.entry(id)?;
        let (document, details) = match &entry.document {
            Listed::Collection(collection, _) => (&**collection, Disambiguators::NONE),
            Listed::Document(document) => (*document, self.details().get(id).copied().unwrap_or_default()),
        };
        let cite = Cite::new(document).with_form(Form::InText).with_disambiguators(details).with_number(entry.number);
        Some(match &entry.suffix {
            Some(suffix) => cite.with_suffix(suffix),
            None => cite,
        })
    }

    fn details(&self) -> &HashMap<&'a str, Disambiguators> {
        self.in_text.get_or_init(|| {
            let documents: Vec<&'a Document> =
                self.entries.iter().flat_map(|entry| entry.of_all().iter().copied()).collect();
            let ids = documents.iter().map(|document| document.id());
            let details = disambiguate(&*self.style, &documents, Form::InText);
            ids.zip(details).filter(|(_, details)| *details != Disambiguators::NONE).collect()
        })
    }

    /// The entries grouped by archive and collection, as at the back of a monograph.
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
    /// let entry = collection.cites().next().map(|cite| style.cite(&cite)).expect("the telegram")?;
    /// assert!(entry.to_string().starts_with("Stalin. Telegram to Mao. October 1, 1950. F. 45, d. 334."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_archive(&self) -> Vec<ArchiveGroup<'_>> {
        archives::groups(&*self.style, &self.entries)
    }
}

impl fmt::Debug for Bibliography<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bibliography").field("entries", &self.entries).finish_non_exhaustive()
    }
}
