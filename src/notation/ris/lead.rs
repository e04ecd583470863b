//! The text before a value: its tag.

use std::fmt::{self, Write};

use super::line::Line;

/// The tag of a line, and the name of a field without a tag.
#[derive(Clone, Copy)]
pub(super) struct Lead<'n> {
    pub(super) tag: &'n str,
    /// The name of a field without a tag.
    pub(super) label: &'n str,
}

impl Lead<'_> {
    /// Writes a line, unless the value is empty.
    pub(super) fn write(self, out: &mut dyn Write, value: impl FnOnce(&mut Line<'_>) -> fmt::Result) -> fmt::Result {
        let mut opened = Opened { lead: self, out, open: false };
        let mut line = Line::new(&mut opened);
        if !self.label.is_empty() {
            line.push(self.label)?;
            line.push(": ")?;
        }
        value(&mut line)
    }
}

/// Writes the tag before the first words.
struct Opened<'o> {
    lead: Lead<'o>,
    out: &'o mut dyn Write,
    open: bool,
}

impl Write for Opened<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        if !std::mem::replace(&mut self.open, true) {
            self.out.write_str("\r\n")?;
            self.out.write_str(self.lead.tag)?;
            self.out.write_str("  - ")?;
        }
        self.out.write_str(words)
    }
}
