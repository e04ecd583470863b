//! The entries of a list: documents, or their collections.

use crate::document::Document;
use crate::style::Cite;

/// Whether a bibliography lists documents or their collections (RULES 7).
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
    /// Collections instead of their documents. Documents without a collection are listed one by one.
    Collections,
    /// A collection instead of its documents, if at least two of them are cited.
    Auto,
}

/// An entry of a [`Bibliography`](crate::bibliography::Bibliography).
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
/// assert_eq!(style.cite(&second.cite())?.to_string(), "———. 1950b. Letter to Zhou.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    pub(super) document: Listed<'a>,
    pub(super) repeats_author: bool,
    pub(super) suffix: Option<String>,
    pub(super) number: usize,
}

/// A document, or a collection made from the descriptions of its documents.
#[derive(Clone, Debug)]
pub(super) enum Listed<'a> {
    Document(&'a Document),
    Collection(Box<Document>, Vec<&'a Document>),
}

impl<'a> Entry<'a> {
    pub(super) fn of(document: Listed<'a>) -> Self {
        Entry { document, repeats_author: false, suffix: None, number: 0 }
    }

    pub(super) fn of_all(&self) -> &[&'a Document] {
        match &self.document {
            Listed::Document(document) => std::slice::from_ref(document),
            Listed::Collection(_, members) => members,
        }
    }

    /// The document of the entry, or a document that describes the collection.
    pub fn document(&self) -> &Document {
        match &self.document {
            Listed::Document(document) => document,
            Listed::Collection(collection, _) => collection,
        }
    }

    /// The documents that the entry represents: one document, or those of the collection.
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

    /// The letter after the year.
    pub fn suffix(&self) -> Option<&str> {
        self.suffix.as_deref()
    }

    /// Whether the previous entry has the same author.
    pub fn repeats_author(&self) -> bool {
        self.repeats_author
    }

    /// The number in the list, counted from 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The request to render the entry.
    pub fn cite(&self) -> Cite<'_> {
        let cite = Cite::new(self.document()).with_repeated_author(self.repeats_author).with_number(self.number);
        match &self.suffix {
            Some(suffix) => cite.with_suffix(suffix),
            None => cite,
        }
    }
}
