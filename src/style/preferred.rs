//! The preferred citation of the holding archive.

use super::{Cite, Filing, Style, StyleError, order};
use crate::citation::{Citation, Text};
use crate::document::Document;
use crate::prose::EN_US;

/// Prints a record's own `preferred-citation` unchanged.
///
/// DACS 7.1.5 and EAD's `prefercite` prefer the archive's wording to a generated citation.
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
    /// The record has no preferred citation. This is the only error of a style in this crate.
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
