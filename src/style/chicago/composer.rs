//! A citation on its way, in the style and form that were asked for.

use super::options::Chicago;
use crate::document::{Document, Kind};
use crate::prose::Language;
use crate::prose::books::literature::Literature;
use crate::prose::days::Day;
use crate::prose::lead::{Lead, Opening};
use crate::style::Cite;

/// What all forms need to know.
pub(super) struct Composer<'d> {
    pub(super) style: Chicago,
    pub(super) cite: &'d Cite<'d>,
    pub(super) document: &'d Document,
    pub(super) lead: Lead<'d>,
    /// A book, an article, a web page (RULES 13).
    pub(super) literature: Option<Literature<'d>>,
    /// The day that the locator names, in place of the document's date (B19).
    pub(super) day: Option<Day>,
}

impl<'d> Composer<'d> {
    pub(super) fn new(style: Chicago, cite: &'d Cite<'d>) -> Self {
        let document = cite.document();
        let lead = Lead::of(document, style.supplied, style.language);
        Composer { style, cite, document, lead, literature: Literature::of(document), day: None }
    }

    /// A collection has no date (RULES 7), nor has a reference that names nothing else (B1).
    pub(super) fn is_collection(&self) -> bool {
        *self.document.kind() == Kind::Collection || matches!(self.lead.opening, Opening::Path(_))
    }

    pub(super) fn language(&self) -> &'static Language {
        self.style.language
    }
}
