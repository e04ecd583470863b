//! Plain text.

use std::fmt::{self, Write};

use super::in_one_line;
use crate::citation::{Mark, Markup, PieceContext};

/// Plain text on one line.
///
/// ```
/// use prefercite::citation::{Mark, Text};
/// use prefercite::notation::Plain;
///
/// let mut text = Text::from("In ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Letters\nof Henry Adams"));
/// assert_eq!(text.render(&Plain::new()), "In Letters of Henry Adams");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Plain;

impl Plain {
    /// The notation with its defaults.
    pub const fn new() -> Self {
        Plain
    }
}

impl Markup for Plain {
    fn text(&self, text: &str, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&in_one_line(text))
    }

    fn open(&self, _: Mark<'_>, _: PieceContext, _: &mut dyn Write) -> fmt::Result {
        Ok(())
    }

    fn close(&self, _: Mark<'_>, _: PieceContext, _: &mut dyn Write) -> fmt::Result {
        Ok(())
    }
}
