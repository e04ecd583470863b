//! Plain.

use std::fmt::{self, Write};

use crate::citation::{Mark, Markup, Place};

/// Plain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Plain;

impl Markup for Plain {
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
