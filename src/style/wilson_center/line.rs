//! The line in progress: parts joined by commas.

use crate::prose::sentence::Sentence;
use crate::separator::Separator;

/// The parts after the title, separated by `, `. The first needs only a space, because the title ends with a comma.
pub(super) struct Line<'l, 't> {
    pub(super) s: &'l mut Sentence<'t>,
    pub(super) separator: Separator,
}

impl<'t> Line<'_, 't> {
    /// The sentence, ready for one more part.
    pub(super) fn part(&mut self) -> &mut Sentence<'t> {
        // Not one word that is chosen: a literal is copied without a call.
        if self.separator.follows() { self.s.word(", ") } else { self.s.word(" ") }
    }
}
