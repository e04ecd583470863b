//! The indentation of a line.

use std::fmt::{self, Write};

/// In steps of two spaces.
#[derive(Clone, Copy)]
pub(super) struct Indent(pub(super) usize);

impl Indent {
    pub(super) fn write(self, out: &mut dyn Write) -> fmt::Result {
        out.write_char('\n')?;
        (0..self.0).try_for_each(|_| out.write_str("  "))
    }
}
