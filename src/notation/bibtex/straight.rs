//! Entries written field by field, without a [`Record`](crate::citation::Record) between.

use super::place::Place;
use super::{BibtexSyntax, characters, names, write_head};
use crate::citation::{Text, Value};
use crate::notation::NameParts;
use crate::separator::Separator;
use crate::slice::slice;

/// The fields of an entry on their way into a string: the same that a record of these fields is written in. The names of
/// the fields are ours, and need not be made safe.
pub(crate) struct Lines<'o> {
    syntax: BibtexSyntax,
    out: &'o mut String,
    separator: Separator,
}

// Writing to a `String` never fails.
impl<'o> Lines<'o> {
    /// Begins an entry of this type and key.
    pub(crate) fn begin(syntax: BibtexSyntax, out: &'o mut String, kind: &str, key: &str) -> Self {
        _ = write_head(kind, key, out);
        Lines { syntax, out, separator: Separator::new() }
    }

    /// A field of these words, if they say anything.
    pub(crate) fn push_text(&mut self, name: &'static str, words: &str) {
        if !characters::is_printable(words) {
            return;
        }
        let place = Place::of(name);
        self.open(name, place);
        if self.syntax.stands_as_it_is(words) {
            self.out.push_str(words);
        } else {
            _ = self.syntax.write_text(words, place, self.out);
        }
        self.close(place);
    }

    /// A field of what is written, if that is anything.
    pub(crate) fn push_words(&mut self, name: &'static str, write: impl FnOnce(&mut Text)) {
        let (before, place, separator) = (self.out.len(), Place::of(name), self.separator);
        self.open(name, place);
        let start = self.out.len();
        Text::write_plain(self.out, write);
        let words = slice(self.out, start..);
        if characters::is_printable(words) && self.syntax.stands_as_it_is(words) {
            return self.close(place);
        }
        let words = self.out.split_off(start);
        self.out.truncate(before);
        self.separator = separator;
        self.push_text(name, &words);
    }

    /// A field of a number; of a month it is the macro that all programs know.
    pub(crate) fn push_number(&mut self, name: &'static str, number: u8) {
        self.name(name);
        _ = self.syntax.write_value(name, &Value::Number(number.into()), self.out);
    }

    /// A field of names, if one of them says anything.
    pub(crate) fn push_names<'n>(&mut self, name: &'static str, names: impl Iterator<Item = NameParts<'n>>) {
        let script = self.syntax.script;
        let (mut opened, mut separator) = (false, Separator::new());
        for parts in names {
            // Whether there is a field is asked of names as they are, whether there is a name, of what is left of it in ASCII.
            if !opened && parts.each().any(|(_, part)| characters::is_printable(part)) {
                self.open(name, Place::Names);
                opened = true;
            }
            if names::is_left(&parts, script) {
                self.out.push_str(separator.between(" and "));
                _ = names::write_name(&parts, script, self.out);
            }
        }
        if opened {
            self.close(Place::Names);
        }
    }

    /// A field of several words or phrases, if one of them says anything.
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
                self.open(name, place);
            }
            _ = self.syntax.write_item(words, place, self.out);
        }
        if separator.has_begun() {
            self.close(place);
        }
    }

    /// Ends the entry.
    pub(crate) fn end(self) {
        self.out.push_str("\n}");
    }

    fn name(&mut self, name: &str) {
        self.out.push_str(self.separator.choose("\n  ", ",\n  "));
        self.out.push_str(name);
        self.out.push_str(" = ");
    }

    fn open(&mut self, name: &str, place: Place) {
        self.name(name);
        self.out.push_str(if place == Place::Title { "{{" } else { "{" });
    }

    fn close(&mut self, place: Place) {
        self.out.push_str(if place == Place::Title { "}}" } else { "}" });
    }
}
