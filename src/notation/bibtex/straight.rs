//! Entries written field by field, without an intermediate [`Record`](crate::citation::Record).

use super::place::{Place, TitleMark};
use super::{BibtexSyntax, characters, keys, names};
use crate::citation::Text;
use crate::notation::NameParts;
use crate::separator::Separator;
use crate::slice::slice;

/// Writes the fields of an entry directly into a text without marks. The output is the same as for a record with these fields.
/// The field names are our own, so they need no escaping.
pub(crate) struct Lines<'o> {
    syntax: BibtexSyntax,
    out: &'o mut Text,
    separator: Separator,
}

/// A field that is begun.
#[derive(Clone, Copy)]
struct Opened {
    /// The length of the output before the field, and the separator.
    before: usize,
    separator: Separator,
    /// The length of the output before the value.
    start: usize,
}

// Writing to a `String` never fails.
impl<'o> Lines<'o> {
    /// Begins an entry of this type and key.
    pub(crate) fn begin(syntax: BibtexSyntax, out: &'o mut Text, kind: &str, key: &str) -> Self {
        for part in ["@", kind, "{", &keys::safe_key(key), ","] {
            out.push_str(part);
        }
        Lines { syntax, out, separator: Separator::new() }
    }

    /// Adds a field with these words, if they contain a visible character.
    #[inline(always)]
    pub(crate) fn push_text(&mut self, name: &'static str, words: &str) {
        self.push_placed(name, Place::of(name), words);
    }

    fn push_placed(&mut self, name: &'static str, place: Place, words: &str) {
        if !characters::is_printable(words) {
            return;
        }
        let is_double = place.is_braced_twice(words);
        self.open(name, is_double);
        self.words(words, place);
        self.close(is_double);
    }

    /// Adds a title in quotation marks or italics, if it contains a visible character.
    pub(crate) fn push_marked_title(&mut self, name: &'static str, mark: TitleMark, write: impl FnOnce(&mut Text)) {
        let mut opened = self.open_field(name, " = ");
        self.out.push_str(mark.opening());
        opened.start = self.out.as_str().len();
        write(self.out);
        self.close_marked_title(opened);
    }

    fn close_marked_title(&mut self, opened: Opened) {
        if !characters::is_printable(slice(self.out.as_str(), opened.start..)) {
            return self.take_back(opened);
        }
        characters::escape(self.out.as_plain_string(), opened.start, self.syntax.script);
        self.out.push_str(TitleMark::CLOSING);
    }

    fn words(&mut self, words: &str, place: Place) {
        if self.syntax.is_unchanged(words) {
            self.out.push_str(words);
        } else {
            _ = self.syntax.write_text(words, place, self.out);
        }
    }

    /// Adds a field with the written text, if it is not empty. Most of it is the same code for every `write`. Not for
    /// addresses and dates, which are escaped in another way.
    #[inline(always)]
    pub(crate) fn push_words(&mut self, name: &'static str, write: impl FnOnce(&mut Text)) {
        let place = Place::of(name);
        let opened = self.open(name, place == Place::Title);
        write(self.out);
        self.close_words(place, opened);
    }

    fn close_words(&mut self, place: Place, opened: Opened) {
        debug_assert!(!matches!(place, Place::Verbatim | Place::Date));
        let words = slice(self.out.as_str(), opened.start..);
        if !characters::is_printable(words) {
            return self.take_back(opened);
        }
        let is_braced_twice = place.is_braced_twice(words);
        characters::escape(self.out.as_plain_string(), opened.start, self.syntax.script);
        if is_braced_twice && place != Place::Title {
            self.out.as_plain_string().insert(opened.start, '{');
        }
        self.close(is_braced_twice);
    }

    /// Adds a field with a date or a number that needs no escaping, if it is not empty.
    #[inline(always)]
    pub(crate) fn push_figures(&mut self, name: &'static str, write: impl FnOnce(&mut Text)) {
        let opened = self.open(name, false);
        write(self.out);
        if self.out.as_str().len() == opened.start {
            self.take_back(opened);
        } else {
            self.close(false);
        }
    }

    /// Adds a field with a month, as the macro that all programs know.
    pub(crate) fn push_month(&mut self, name: &'static str, month: u8) {
        self.open_field(name, " = ");
        self.out.push_str(super::month_macro(month.into()));
    }

    /// Adds a field with names, if at least one of them contains a visible character.
    pub(crate) fn push_names<'n>(&mut self, name: &'static str, names: impl Iterator<Item = NameParts<'n>>) {
        let script = self.syntax.script;
        let (mut opened, mut separator) = (false, Separator::new());
        for parts in names {
            // The field is opened if a name is printable at all. A name is written if something remains of it in ASCII.
            if !opened && parts.words().any(characters::is_printable) {
                self.open(name, false);
                opened = true;
            }
            if names::is_left(&parts, script) {
                self.out.push_str(separator.between(" and "));
                _ = names::write_name(&parts, script, self.out);
            }
        }
        if opened {
            self.close(false);
        }
    }

    /// Adds a field with several values, if at least one of them contains a visible character.
    pub(crate) fn push_list<W: AsRef<str>>(&mut self, name: &'static str, values: impl Iterator<Item = W>) {
        let place = Place::of(name);
        let mut separator = Separator::new();
        for value in values {
            let words = value.as_ref();
            if !characters::is_printable(words) {
                continue;
            }
            if separator.follows() {
                self.out.push_str(", ");
            } else {
                self.open(name, place == Place::Title);
            }
            _ = self.syntax.write_item(words, place, self.out);
        }
        if separator.has_begun() {
            self.close(place == Place::Title);
        }
    }

    /// Ends the entry.
    pub(crate) fn end(self) {
        self.out.push_str("\n}");
    }

    fn open(&mut self, name: &str, is_double: bool) -> Opened {
        self.open_field(name, if is_double { " = {{" } else { " = {" })
    }

    fn open_field(&mut self, name: &str, opening: &str) -> Opened {
        let (before, separator) = (self.out.as_str().len(), self.separator);
        self.out.push_str(self.separator.choose("\n  ", ",\n  "));
        self.out.push_str(name);
        self.out.push_str(opening);
        Opened { before, separator, start: self.out.as_str().len() }
    }

    fn take_back(&mut self, opened: Opened) {
        self.out.as_plain_string().truncate(opened.before);
        self.separator = opened.separator;
    }

    fn close(&mut self, is_double: bool) {
        self.out.push_str(if is_double { "}}" } else { "}" });
    }
}
