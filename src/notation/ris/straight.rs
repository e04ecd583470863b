//! Records written line by line, without an intermediate [`Record`](crate::citation::Record).

use super::EXTRA;
use super::extra;
use super::line::{Line, is_part_unchanged, is_unchanged};
use crate::citation::Text;
use crate::notation::NameParts;
use crate::slice::slice;

/// The length of a tag with the signs around it.
const OPENING: usize = "\r\nTI  - ".len();

/// Writes the lines of a record directly into a text without marks. The output is the same as for a record with these fields.
pub(crate) struct Lines<'o> {
    out: &'o mut Text,
}

// Writing to a `String` never fails.
impl<'o> Lines<'o> {
    /// Begins a record of this type, which is one of our own.
    pub(crate) fn begin(out: &'o mut Text, kind: &str) -> Self {
        out.push_str("TY  - ");
        out.push_str(kind);
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
            self.push_line(tag, |out| _ = Line::new(out).push(words));
        }
    }

    /// Adds a line with what is written to it, unless that is nothing.
    fn push_line(&mut self, tag: &'static str, write: impl FnOnce(&mut Text)) {
        let before = self.out.as_str().len();
        let start = self.open(tag);
        write(self.out);
        if self.out.as_str().len() == start {
            self.out.as_plain_string().truncate(before);
        }
    }

    /// Adds a line with a date or a number, if it is not empty.
    pub(crate) fn push_figures(&mut self, tag: &'static str, write: impl FnOnce(&mut Text)) {
        self.push_line(tag, write);
    }

    /// Adds two lines with the same written text, if it is not empty.
    pub(crate) fn push_words_twice(&mut self, [tag, other]: [&'static str; 2], write: impl FnOnce(&mut Text)) {
        let before = self.out.as_str().len();
        self.push_words(tag, write);
        let written = before..self.out.as_str().len();
        if !written.is_empty() {
            let start = before + OPENING;
            self.open(other);
            self.out.as_plain_string().extend_from_within(start..written.end);
        }
    }

    /// Adds a line with the written text, if it is not empty. Most of it is the same code for every `write`.
    pub(crate) fn push_words(&mut self, tag: &'static str, write: impl FnOnce(&mut Text)) {
        let before = self.out.as_str().len();
        let start = self.open(tag);
        write(self.out);
        self.close_words(tag, before, start);
    }

    fn close_words(&mut self, tag: &'static str, before: usize, start: usize) {
        let written = slice(self.out.as_str(), start..);
        if written.is_empty() {
            return self.out.as_plain_string().truncate(before);
        }
        if is_unchanged(written) && !(tag == EXTRA && extra::is_altered(written)) {
            return;
        }
        let words = self.out.as_plain_string().split_off(start);
        self.out.as_plain_string().truncate(before);
        self.push_text(tag, &words);
    }

    /// Adds a line with a name.
    pub(crate) fn push_name(&mut self, tag: &'static str, name: &NameParts<'_>) {
        // A shortcut: most names have two parts without a sign to change.
        if let Some((family, given)) = name.family_and_given()
            && is_part_unchanged(family)
            && is_part_unchanged(given)
        {
            self.open(tag);
            return [family, ", ", given].into_iter().for_each(|words| self.out.push_str(words));
        }
        self.push_line(tag, |out| _ = Line::new(out).push_name(name));
    }

    /// Ends the record, with its key.
    pub(crate) fn end(mut self, key: &str) {
        self.push_text("ID", key);
        self.out.push_str("\r\nER  - ");
    }

    /// Begins a line. Returns the length of the output before its value.
    fn open(&mut self, tag: &str) -> usize {
        self.out.push_str("\r\n");
        self.out.push_str(tag);
        self.out.push_str("  - ");
        self.out.as_str().len()
    }
}
