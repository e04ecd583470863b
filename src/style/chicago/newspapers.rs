//! Articles in newspapers and magazines (B28), including clippings (B37).

use super::composer::Composer;
use super::whereabouts::Mode;
use crate::document::Publication;
use crate::prose::books;
use crate::prose::lead::{Subtitle, short_title};
use crate::prose::sentence::Sentence;

impl<'d> Composer<'d> {
    /// The newspaper that contains the article.
    pub(super) fn newspaper_of_article(&self) -> Option<&'d Publication> {
        books::newspaper_of_article(self.document, self.language())
    }

    /// Whether the article is unsigned: lists, later notes and citations in the text then begin with the newspaper.
    pub(super) fn is_unsigned_article(&self) -> bool {
        self.lead.creators.is_empty() && self.document.creators().is_empty() && self.newspaper_of_article().is_some()
    }

    /// Prints the newspaper in place of the author of an unsigned article. An entry adds its place.
    pub(super) fn newspaper_heading(&self, s: &mut Sentence<'_>) -> bool {
        let Some(paper) = self.newspaper_of_article().filter(|_| self.is_unsigned_article()) else { return false };
        let Some(name) = &paper.container else { return false };
        s.italic(&name.text).translated(name);
        if let Some(place) = paper.place.as_ref().filter(|_| books::has_unsaid_place(paper)) {
            s.word(" (").data(place).word(")");
        }
        true
    }

    /// The same in later notes and in the text.
    pub(super) fn short_newspaper_heading(&self, s: &mut Sentence<'_>) -> bool {
        let paper = self.newspaper_of_article().filter(|_| self.is_unsigned_article());
        let Some(name) = paper.and_then(|paper| paper.container.as_ref()) else { return false };
        s.italic(short_title(name, Subtitle::Goes, self.language()));
        true
    }

    /// Whether the book is cited instead of the archive (A21). A newspaper is not (B37).
    pub(super) fn hides_holdings(&self) -> bool {
        books::source(self.document).is_some_and(|source| !books::is_newspaper(source))
    }

    /// Where a clipping is kept.
    pub(super) fn clipping_location(&self, s: &mut Sentence<'_>, mode: Mode) {
        if !self.hides_holdings() && !self.document.holdings().is_empty() {
            self.location(s, mode);
        }
    }

    /// The locator among the units. The locator of an article is a page of the newspaper instead.
    pub(super) fn shelf_locator(&self, mode: Mode) -> Option<&'d str> {
        self.cite.locator().filter(|_| !mode.is_list() && !self.is_published())
    }
}
