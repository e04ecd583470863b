//! RIS, as Zotero, EndNote, Mendeley, RefWorks, the catalogues of archives and our own export write it.
//!
//! A line has a tag, two spaces, a hyphen and a value. A line without a tag continues the value above it. A record
//! begins with `TY` and ends with `ER`; either may be missing.

mod names;
mod place;
mod published;
mod rules;
mod table;

use std::borrow::Cow;

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::{Broken, Budget};
use super::shared::ids;
use super::table::follow;
#[cfg(test)]
use super::table::{Described, describe};
use crate::slice::slice;
use table::TABLE;

/// Whether a text looks like RIS: its first tag, possibly after other lines, begins a record.
pub(super) fn is_ris(text: &str) -> bool {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).take(20);
    lines.filter_map(tag).next().is_some_and(|(tag, _)| tag == "TY")
}

#[derive(Debug)]
pub(super) struct Ris<'a> {
    text: &'a str,
    at: usize,
    ids: ids::Ids,
}

/// A line of the file without its end, and its position.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    place: usize,
    text: &'a str,
}

/// The tag of a line, and the start of its value. Some programs write one space instead of two.
fn tag(line: &str) -> Option<(&str, usize)> {
    let bytes = line.as_bytes();
    let is_tag = matches!(bytes, [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9', b' ', ..]);
    let hyphen = if bytes.get(3) == Some(&b' ') { 4 } else { 3 };
    let ends = matches!(bytes.get(hyphen + 1), None | Some(b' '));
    (is_tag && bytes.get(hyphen) == Some(&b'-') && ends).then(|| (slice(line, ..2), hyphen + 1))
}

impl<'a> Ris<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Ris { text, at: 0, ids: ids::Ids::default() }
    }

    /// The next line that is not blank. Old programs end lines with only a carriage return.
    fn peek(&mut self) -> Option<Line<'a>> {
        loop {
            let rest = slice(self.text, self.at..);
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let line = slice(rest, ..end).trim_end();
            // A file that was joined from several files has a byte order mark in the middle.
            let text = line.trim_start_matches('\u{feff}');
            if !text.trim().is_empty() {
                return Some(Line { place: self.at + (line.len() - text.len()), text });
            }
            self.at += (end + 1).min(rest.len());
        }
    }

    fn step(&mut self) {
        let rest = slice(self.text, self.at..);
        self.at += rest.find(['\n', '\r']).map_or(rest.len(), |end| end + 1);
    }

    /// The values of the record that begins at the next line.
    fn values(&mut self) -> Result<Vec<Value<'a>>, Broken> {
        let (mut values, mut budget): (Vec<Value<'a>>, Budget) = (Vec::new(), Budget::default());
        let first = self.at;
        while let Some(line) = self.peek() {
            match tag(line.text) {
                Some(("TY", _)) if !values.is_empty() => break,
                Some(("ER", _)) => break,
                Some((tag, at)) => {
                    let value = slice(line.text, at..).trim();
                    let place = line.place + (line.text.len() - slice(line.text, at..).trim_start().len());
                    values.push(Value::new(place, tag, value));
                }
                None => {
                    if let Some(last) = values.last_mut() {
                        let text = last.text.to_mut();
                        if !text.is_empty() {
                            text.push('\n');
                        }
                        text.push_str(line.text.trim());
                    }
                }
            }
            budget.spend(0).map_err(|problem| Broken { place: first, problem })?;
            self.step();
        }
        Ok(values)
    }

    fn item(&mut self, place: usize, values: Vec<Value<'a>>) -> Draft<'a> {
        let mut draft = Draft::new(place, values);
        let mut item = rules::known(&draft);
        follow(TABLE, &mut item, &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", place);
        }
        if !draft.has("id") {
            let name =
                ["creators[0].family", "creators[0].body", "creators[0]"].iter().find_map(|path| draft.get(path));
            let date = ["date", "date.edtf", "source.date"].iter().find_map(|path| draft.get(path));
            let id = self.ids.make(&[name, date.and_then(|date| date.get(..4)), draft.get("title.text")]);
            draft.put("id", id, place);
        }
        draft
    }

    /// Skips the rest of a record that is too long.
    fn skip(&mut self) {
        while let Some(line) = self.peek() {
            match tag(line.text) {
                Some(("TY", _)) if line.place > 0 => return,
                Some(("ER", _)) => return,
                _ => self.step(),
            }
        }
    }
}

impl<'a> Foreign<'a> for Ris<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            let line = self.peek()?;
            match tag(line.text) {
                Some(("ER", at)) => {
                    let value = Value::new(line.place, "ER", slice(line.text, at..).trim());
                    if value.is_visible() {
                        outside.push(Told::not_carried(value, "after the end of a record"));
                    }
                    self.step();
                }
                None => {
                    let value = Value::new(line.place, "", Cow::Borrowed(line.text.trim()));
                    if value.is_visible() {
                        outside.push(Told::not_carried(value, "between the records"));
                    }
                    self.step();
                }
                Some(_) => {
                    let place = line.place;
                    return Some(match self.values() {
                        Ok(values) => Ok(self.item(place, values)),
                        Err(broken) => {
                            self.skip();
                            Err(broken)
                        }
                    });
                }
            }
        }
    }
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_tag() {
        for (line, found) in [
            ("TY  - BOOK", Some(("TY", 5))),
            ("ER  -", Some(("ER", 5))),
            ("T2 - Title", Some(("T2", 4))),
            ("TY  -BOOK", None),
            ("ty  - BOOK", None),
            ("A note - not a tag", None),
            ("É  - x", None),
            ("", None),
        ] {
            assert_eq!(tag(line), found, "{line}");
        }
    }

    #[test]
    fn records_are_found_without_their_ends() {
        let text = "head\r\nTY  - BOOK\r\nTI  - A\r\n B\r\nTY  - JOUR\rTI  - C\rER  - \r\rT1  - D\n";
        let mut ris = Ris::new(text);
        let mut outside = Vec::new();
        let mut titles = Vec::new();
        while let Some(item) = ris.next(&mut outside) {
            titles.push(item.unwrap().get("title.text").unwrap_or_default().to_owned());
        }
        assert_eq!(titles, ["A\nB", "C", "D"]);
        assert_eq!(outside.len(), 1);
    }
}
