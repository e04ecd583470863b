//! The holding archive's own words.

use super::{Cite, Filing, Style, StyleError, order};
use crate::citation::{Citation, Text};
use crate::document::Document;
use crate::prose::EN_US;

/// Prints a record's own `preferred-citation`, to the letter.
///
/// DACS 7.1.5 and EAD's `prefercite` put the archive's wording before any that a program makes.
///
/// ```
/// use prefercite::{Document, Style, style::Preferred};
///
/// let papers: Document = serde_json::from_str(
///     r#"{ "id": "p", "preferred-citation": "Marie Curie Papers, Box 3, Bibliothèque nationale de France." }"#,
/// )?;
/// let citation = Preferred::new().cite_document(&papers)?;
/// assert_eq!(citation.to_string(), "Marie Curie Papers, Box 3, Bibliothèque nationale de France.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Preferred;

impl Preferred {
    /// The style; it has no options.
    pub const fn new() -> Self {
        Preferred
    }

    pub(super) const OPTIONS: &[&str] = &[];

    pub(super) fn with_option(self, _: &str) -> Option<Self> {
        None
    }
}

impl Style for Preferred {
    /// # Errors
    ///
    /// Where the record has no preferred citation: the one error that a style of this crate can give.
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        let document = cite.document();
        match document.preferred_citation() {
            Some(words) => Ok(Text::from(words).into()),
            None => Err(StyleError::NoPreferredCitation { id: document.id().to_owned() }),
        }
    }

    fn filing(&self, document: &Document) -> Filing {
        Filing::by_key(order::filed(document.preferred_citation().unwrap_or_default(), &EN_US))
    }
}
