//! Where a style lists a document.

use super::order;
use crate::document::Document;

/// Where a style lists a document: the sort key, the author of the entry, and the author-date label.
///
/// ```
/// use prefercite::{Document, Style, style::Chicago};
///
/// let letters: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "a", "kind": "letter", "creators": ["Creel, George"], "date": "1918-09-25" },
///         { "id": "b", "kind": "letter", "creators": ["Creel, George"], "date": "1918-11-01" }]"#,
/// )?;
/// let filing = Chicago::EIGHTEENTH.filing(&letters[0]);
/// assert_eq!((filing.author.as_deref(), filing.label), (Some("Creel, George"), None));
///
/// let author_date = Chicago::EIGHTEENTH.author_date();
/// let labels = [0, 1].map(|index| author_date.filing(&letters[index]).label);
/// assert_eq!(labels[0], labels[1]); // the entries get letters: 1918a, 1918b
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Filing {
    /// Entries are sorted by this key. Entries with equal keys are sorted by date, then by id.
    pub sort_key: String,
    /// The author, as printed at the start of the entry: the second of two entries with the same author may print a
    /// dash. `None` if the entry starts with a title.
    pub author: Option<String>,
    /// The author-date citation without the letter after the year. Documents with the same label get letters. `None`
    /// in styles without such letters.
    pub label: Option<String>,
}

impl Filing {
    /// Sorts by this key.
    pub fn by_key(sort_key: impl Into<String>) -> Self {
        Filing { sort_key: sort_key.into(), author: None, label: None }
    }

    /// Sorts by the names of the creators, then by the title.
    pub fn by_creator(document: &Document) -> Self {
        Filing::by_key(order::by_creator(document))
    }

    /// Sets the author.
    #[must_use]
    pub fn with_author(mut self, author: Option<String>) -> Self {
        self.author = author;
        self
    }

    /// Sets the author-date label.
    #[must_use]
    pub fn with_label(mut self, label: Option<String>) -> Self {
        self.label = label;
        self
    }
}
