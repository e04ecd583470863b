//! The line on its way: parts joined by commas.

use crate::prose::sentence::Sentence;
use crate::separator::Separator;

/// The parts behind the title, with `, ` between them; the first needs a space alone, for the title brings its comma.
pub(super) struct Line<'l, 't> {
    pub(super) s: &'l mut Sentence<'t>,
    pub(super) separator: Separator,
}

impl<'t> Line<'_, 't> {
    /// The sentence, with the joint set for one more part.
    pub(super) fn part(&mut self) -> &mut Sentence<'t> {
        self.s.word(self.separator.choose(" ", ", "))
    }
}
