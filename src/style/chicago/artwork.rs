//! Works of art: `MEDIUM, EXTENT, HOLDER, PLACE, NUMBER` (B13).

use super::composer::Composer;
use super::whereabouts::Mode;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::separator::Separator;

impl Composer<'_> {
    /// The medium, then the holder and its number. In lists these are two elements.
    pub(super) fn artwork(&self, s: &mut Sentence<'_>, mode: Mode) {
        let made_of = [self.document.medium(), self.document.extent()];
        let mut separator = Separator::new();
        for words in made_of.into_iter().flatten() {
            if separator.follows() { s.punctuate(Punctuation::Comma) } else { mode.element(s) }.data(words);
        }
        let holding = self.document.holdings().first();
        let is_in_own_words = |words: &Option<String>| words.is_some();
        match holding.filter(|it| it.repository.is_some()) {
            Some(holding) if ![&holding.cited_whole, &holding.as_cited].into_iter().any(is_in_own_words) => {
                self.repository(s, mode, holding);
                self.units_of(mode, holding).push(s, |s| _ = s.punctuate(Punctuation::Comma));
            }
            _ => self.location(s, mode),
        }
    }
}
