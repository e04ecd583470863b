//! Typst.

use std::fmt::{self, Write};

use crate::citation::{Mark, Markup, Place};

/// Typst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Typst;

impl Markup for Typst {
    fn text(&self, text: &str, _: Place, out: &mut dyn Write) -> fmt::Result {
        out.write_str(text)
    }

    fn open(&self, _: Mark<'_>, _: Place, _: &mut dyn Write) -> fmt::Result {
        Ok(())
    }

    fn close(&self, _: Mark<'_>, _: Place, _: &mut dyn Write) -> fmt::Result {
        Ok(())
    }
}
