//! Records written line by line, without an intermediate [`Record`](crate::citation::Record).

use super::extra;
use super::lead::Lead;
use super::line::is_unchanged;
use super::{EXTRA, write_type};
use crate::citation::Text;
use crate::notation::NameParts;
use crate::slice::slice;

/// Writes the lines of a record directly into a string. The output is the same as for a record with these fields.
pub(crate) struct Lines<'o> {
    out: &'o mut String,
}

// Writing to a `String` never fails.
impl<'o> Lines<'o> {
    /// Begins a record of this type.
    pub(crate) fn begin(out: &'o mut String, kind: &str) -> Self {
        out.push_str("TY  - ");
        _ = write_type(kind, out);
        Lines { out }
    }

    /// Adds a line with these words.
    pub(crate) fn push_text(&mut self, tag: &'static str, words: &str) {
        if tag == EXTRA && extra::is_altered(words) {
            return self.push_text_of_line(tag, &extra::in_extra(words));
        }
        self.push_text_of_line(tag, words);
    }

    fn push_text_of_line(&mut self, tag: &'static str, words: &str) {
        if is_unchanged(words) {
            self.open(tag);
            self.out.push_str(words);
        } else {
            _ = Lead { tag, label: "" }.write(self.out, |line| line.push(words));
        }
    }

    /// Adds a line with the written text, if it is not empty. Most of it is the same code for every `write`.
    pub(crate) fn push_words(&mut self, tag: &'static str, write: impl FnOnce(&mut Text)) {
        let before = self.out.len();
        self.open(tag);
        let start = self.out.len();
        Text::write_plain(self.out, write);
        self.close_words(tag, before, start);
    }

    fn close_words(&mut self, tag: &'static str, before: usize, start: usize) {
        let written = slice(self.out, start..);
        if is_unchanged(written) && !(tag == EXTRA && extra::is_altered(written)) {
            return;
        }
        let words = self.out.split_off(start);
        self.out.truncate(before);
        self.push_text(tag, &words);
    }

    /// Adds a line with a name.
    pub(crate) fn push_name(&mut self, tag: &'static str, name: &NameParts<'_>) {
        _ = Lead { tag, label: "" }.write(self.out, |line| line.push_name(name));
    }

    /// Ends the record, with its key.
    pub(crate) fn end(mut self, key: &str) {
        self.push_text("ID", key);
        self.out.push_str("\r\nER  - ");
    }

    fn open(&mut self, tag: &str) {
        self.out.push_str("\r\n");
        self.out.push_str(tag);
        self.out.push_str("  - ");
    }
}
