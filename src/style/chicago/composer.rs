//! A citation in progress, in the requested style and form.

use super::options::Chicago;
use crate::document::{Document, Kind};
use crate::prose::Language;
use crate::prose::books::literature::Literature;
use crate::prose::days::Day;
use crate::prose::lead::{Lead, Opening};
use crate::style::Cite;

/// What all forms need.
pub(super) struct Composer<'d> {
    pub(super) style: Chicago,
    pub(super) cite: &'d Cite<'d>,
    pub(super) document: &'d Document,
    pub(super) lead: Lead<'d>,
    /// A book, an article, a web page (RULES 13).
    pub(super) literature: Option<Literature<'d>>,
    /// The day in the locator, which replaces the document's date (B19).
    pub(super) day: Option<Day>,
}

impl<'d> Composer<'d> {
    pub(super) fn new(style: Chicago, cite: &'d Cite<'d>) -> Self {
        let document = cite.document();
        let lead = Lead::of(document, style.supplied, style.language);
        Composer { style, cite, document, lead, literature: Literature::of(document), day: None }
    }

    /// A collection has no date (RULES 7), and neither has a reference that contains only a location (B1).
    pub(super) fn is_collection(&self) -> bool {
        *self.document.kind() == Kind::Collection || matches!(self.lead.opening, Opening::Path(_))
    }

    pub(super) fn language(&self) -> &'static Language {
        self.style.language
    }
}
