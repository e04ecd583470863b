//! The holding archive's own words.

use super::{Cite, Style, StyleError};
use crate::citation::{Citation, Text};
use crate::document::Document;

/// Prints a record's own `preferred-citation`, to the letter.
///
/// DACS 7.1.5 and EAD's `prefercite` put the archive's wording before any that a program makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Preferred;

impl Preferred {
    pub(super) const OPTIONS: &[&str] = &[];

    pub(super) fn with_option(self, _: &str) -> Option<Self> {
        None
    }
}

impl Style for Preferred {
    /// # Errors
    ///
    /// Where the record has no preferred citation: the one error that a style of this crate can give.
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        let document = cite.document();
        match document.preferred_citation() {
            Some(words) => Ok(Text::from(words).into()),
            None => Err(StyleError::NoPreferredCitation { id: document.id().to_owned() }),
        }
    }

    fn sort_key(&self, document: &Document) -> String {
        super::order::filed(document.preferred_citation().unwrap_or_default())
    }
}
