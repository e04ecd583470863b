//! Articles in newspapers and magazines (B28), including clippings (B37).

use super::composer::Composer;
use super::published::NOTE;
use super::whereabouts::Mode;
use crate::document::Publication;
use crate::prose::books::literature::Shape;
use crate::prose::books::{self, BookForm, BookPart, BookPunctuation, PagesForm, PrintedBook, TitleMarks};
use crate::prose::dates;
use crate::prose::lead::{Subtitle, short_title};
use crate::prose::ranges::RangeDigits;
use crate::prose::sentence::Sentence;

/// `_Lake Forester_ (Lake Forest, IL), March 23, 2000, 43`, in notes and lists (B28).
pub(super) const NEWSPAPER: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Italic),
        BookPart::in_parentheses(&[BookPart::PLACE]),
        BookPart::DATE,
        AFTER_DATE,
    ],
    ..NOTE
};

/// `_San Jose Mercury_ [ca. 1974]`: no comma before the brackets, in notes (RULES 0.6.3).
const BEFORE_BRACKETS: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Italic),
        BookPart::in_parentheses(&[BookPart::PLACE]),
        BookPart::DATE.after(BookPunctuation::Space),
        AFTER_DATE,
    ],
    ..NOTE
};

const AFTER_DATE: BookPart = BookPart::group(&[
    BookPart::EDITION,
    BookPart::series(TitleMarks::Roman),
    BookPart::CREDITS,
    BookPart::NUMBER,
    BookPart::pages(PagesForm::Range(RangeDigits::Chicago)),
]);

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

    /// Whether a publication is cited as a newspaper.
    pub(super) fn is_newspaper(&self, book: &Publication) -> bool {
        books::is_cited_as_newspaper(self.document, book, self.language())
    }

    /// The form for this newspaper, by its date.
    pub(super) fn newspaper_form(&self, mode: Mode, printed: &PrintedBook<'_>) -> BookForm {
        let calendar = self.style.calendar();
        let is_bracketed = !mode.is_list() && printed.date().is_some_and(|date| dates::is_bracketed(date, calendar));
        if is_bracketed { BEFORE_BRACKETS } else { NEWSPAPER }
    }

    /// Whether the book is cited instead of the archive (A21). A newspaper is not (B37).
    pub(super) fn hides_holdings(&self) -> bool {
        books::source(self.document).is_some_and(|source| !self.is_newspaper(source))
    }

    /// Where a clipping is kept, or an article from another periodical.
    pub(super) fn clipping_location(&self, s: &mut Sentence<'_>, mode: Mode) {
        let is_kept = match &self.literature {
            Some(literature) => literature.shape == Shape::Article,
            None => !self.hides_holdings(),
        };
        if is_kept && !self.document.holdings().is_empty() {
            self.location(s, mode);
        }
    }

    /// The locator among the units. The locator of an article is a page of the newspaper instead.
    pub(super) fn shelf_locator(&self, mode: Mode) -> Option<&'d str> {
        self.cite.locator().filter(|_| !mode.is_list() && !self.is_published())
    }
}
