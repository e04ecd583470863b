//! A document of which only the location is known: its repository (B1) or the book in which it is read (B4) comes first.

use super::composer::Composer;
use super::when::Undated;
use super::whereabouts::Mode;
use crate::document::Holding;
use crate::prose::books;
use crate::prose::lead::{Opening, Subtitle, short_title};
use crate::prose::ranges::{RangeDigits, push_range};
use crate::prose::repository::push_short_repository;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::shelf::{self, LocatorForm};
use crate::prose::words::without_stop;
use crate::style::{Disambiguator, Disambiguators};

impl Composer<'_> {
    pub(super) fn is_reference(&self) -> bool {
        matches!(self.lead.opening, Opening::Reference)
    }

    /// `RGASPI, f. 558, op. 11, d. 882, l. 57`: a later note contains only the location.
    pub(super) fn short_reference(&self, s: &mut Sentence<'_>, details: Disambiguators) {
        if details.has(Disambiguator::Date) {
            self.note_date(s, Undated::LeftOut);
        }
        if let Some(book) = books::source(self.document) {
            self.short_book(s.punctuate(Punctuation::Comma), book);
            // If there is no number, the pages identify the document.
            if let Some(pages) = book.pages.as_ref().filter(|_| book.number.is_none() && self.cite.locator().is_none())
            {
                s.punctuate(Punctuation::Comma);
                s.with(|text| push_range(text, pages, RangeDigits::Chicago, self.language()));
            }
        } else if let Some(holding) = self.document.holdings().first() {
            if let Some(whole) = &holding.cited_whole {
                s.punctuate(Punctuation::Comma).verbatim(without_stop(whole));
            } else {
                if let Some(repository) = &holding.repository {
                    push_short_repository(s.punctuate(Punctuation::Comma), repository);
                }
                return self.reference_shelf(s, Mode::Note, holding);
            }
        }
        if let Some(locator) = self.cite.locator() {
            shelf::push_place(s.punctuate(Punctuation::Comma), self.document, locator, LocatorForm::CHICAGO);
        }
    }

    /// What comes first in the entry. A bibliography prints the whole book, after the date.
    pub(super) fn reference_lead(&self, s: &mut Sentence<'_>, mode: Mode) {
        let book = books::source(self.document);
        if let Some(title) = book.and_then(|book| book.container.as_ref().or(book.title.as_ref())) {
            s.italic(&title.text);
        } else if let Some(holding) = self.document.holdings().first() {
            match (&holding.cited_whole, &holding.repository) {
                (Some(whole), _) => _ = s.verbatim(without_stop(whole)),
                (None, Some(_)) => self.repository(s, mode, holding),
                (None, None) => self.reference_shelf(s, mode, holding),
            }
        }
    }

    /// In the text: the repository, or whatever comes first in the entry.
    pub(super) fn reference_in_text(&self, s: &mut Sentence<'_>) {
        let book = books::source(self.document);
        if let Some(title) = book.and_then(|book| book.container.as_ref().or(book.title.as_ref())) {
            s.italic(short_title(title, Subtitle::Goes, self.language()));
        } else if let Some(holding) = self.document.holdings().first() {
            match (&holding.cited_whole, &holding.repository) {
                (Some(whole), _) => _ = s.verbatim(without_stop(whole)),
                (None, Some(repository)) => push_short_repository(s, repository),
                (None, None) => self.reference_shelf(s, Mode::Short, holding),
            }
        }
    }

    /// From broad to narrow: collection, units, number.
    pub(super) fn reference_shelf(&self, s: &mut Sentence<'_>, mode: Mode, holding: &Holding) {
        if let Some(words) = &holding.as_cited {
            self.wording(s, mode, holding, words);
        } else {
            self.collection(s, mode, holding);
            self.units(s, mode, holding);
        }
    }
}
