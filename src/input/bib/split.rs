//! Splits a `.bib` file into its entries and their fields, one entry at a time.
//!
//! The parser crate rejects a whole file for one error, so the file is split here. An entry with unclosed braces
//! ends before the next line that begins an entry.

use std::borrow::Cow;

use crate::document::fault::FieldErrorKind;
use crate::input::item::{Broken, Budget};
use crate::slice::slice;

/// The most bytes that may be read in vain in a short file.
const MAX_SPENT: usize = 1 << 20;

/// A part of a file.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Entry(Entry<'a>),
    /// `@string{name = value}`
    Abbreviation(Field<'a>),
    /// Text between the entries, a comment, a preamble.
    Text {
        place: usize,
        text: &'a str,
        why: &'static str,
    },
}

#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) place: usize,
    pub(super) kind: &'a str,
    pub(super) key: (usize, &'a str),
    pub(super) fields: Vec<Field<'a>>,
}

#[derive(Debug)]
pub(super) struct Field<'a> {
    pub(super) place: usize,
    pub(super) name: &'a str,
    pub(super) parts: Vec<Part<'a>>,
}

/// A part of a value: parts are joined by `#`.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'a> {
    Text(&'a str),
    /// A number, or the name of an abbreviation.
    Word(&'a str),
}

impl<'a> Field<'a> {
    /// The value, before its commands are interpreted.
    pub(super) fn source(&self, expand: impl Fn(&'a str) -> Cow<'a, str>) -> Cow<'a, str> {
        let part = |part: &Part<'a>| match *part {
            Part::Text(text) => Cow::Borrowed(text),
            Part::Word(word) => expand(word),
        };
        match self.parts.as_slice() {
            [one] => part(one),
            parts => parts.iter().map(part).collect::<String>().into(),
        }
    }
}

#[derive(Debug)]
pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    spent: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Pieces { text, at: 0, spent: 0 }
    }

    pub(super) fn at(text: &'a str, at: usize) -> Self {
        Pieces { text, at, spent: 0 }
    }

    pub(super) fn next(&mut self) -> Option<Result<Piece<'a>, Broken>> {
        let rest = self.rest();
        let space = rest.len() - rest.trim_start().len();
        self.at += space;
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let place = self.at;
        let Some((kind, length)) = head(rest) else {
            // To the next line that begins an entry, or to the end of this entry.
            let line = rest.find('\n').unwrap_or(rest.len());
            let next = slice(rest, ..line).match_indices('@').map(|(at, _)| at).find(|at| {
                let before = slice(rest, ..*at);
                // Not an e-mail address, and not in a comment.
                let is_open = !before.ends_with(char::is_alphanumeric) && !before.starts_with('%');
                *at > 0 && is_open && head(slice(rest, *at..)).is_some()
            });
            let end = next.unwrap_or(line);
            self.at += end.max(rest.chars().next().map_or(1, char::len_utf8));
            let text = slice(self.text, place..self.at).trim();
            return Some(Ok(Piece::Text { place, text, why: "between the entries" }));
        };
        self.at += length;
        let mut scan =
            Scan { text: self.text, at: self.at, close: if slice(rest, ..length).ends_with('(') { ')' } else { '}' } };
        let piece = match kind.to_ascii_lowercase().as_str() {
            "comment" | "preamble" => scan.skip_to_close().map(|text| {
                let why = if kind.eq_ignore_ascii_case("comment") { "a comment" } else { "a preamble for TeX" };
                Piece::Text { place: self.at, text: text.trim(), why }
            }),
            "string" => scan.field().and_then(|field| scan.end().map(|()| Piece::Abbreviation(field))),
            _ => scan.entry(place, kind).map(Piece::Entry),
        };
        match piece {
            Ok(piece) => {
                self.at = scan.at;
                Some(Ok(piece))
            }
            Err(problem) => {
                self.spent += scan.at.saturating_sub(self.at);
                let next = self.next_head(place, scan.at);
                self.at = next;
                Some(Err(Broken { place, problem }))
            }
        }
    }

    /// The next entry after an invalid one. It begins on its own line.
    fn next_head(&self, place: usize, reached: usize) -> usize {
        let rest = slice(self.text, place..);
        let found = rest.match_indices('\n').map(|(at, _)| at + 1).find(|at| {
            let line = slice(rest, *at..).trim_start_matches([' ', '\t']);
            line.starts_with('@') && head(line).is_some()
        });
        let next = found.map_or(self.text.len(), |at| place + at);
        // A malicious file is not read again and again.
        if self.spent > MAX_SPENT.max(8 * self.text.len()) { reached.max(next) } else { next }
    }

    fn rest(&self) -> &'a str {
        slice(self.text, self.at..)
    }
}

/// `@article{`, and its length.
pub(super) fn head(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix('@')?.trim_start_matches([' ', '\t']);
    let kind = rest.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))).next()?;
    let behind = slice(rest, kind.len()..);
    let open = behind.trim_start();
    let is_head =
        kind.starts_with(|c: char| c.is_ascii_alphabetic()) && kind.len() <= 40 && open.starts_with(['{', '(']);
    is_head.then(|| (kind, text.len() - open.len() + 1))
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    close: char,
}

type Found<T> = Result<T, FieldErrorKind>;

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        slice(self.text, self.at..)
    }

    /// Skips white space, and TeX comments, which some people write between fields.
    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let behind = rest.trim_start();
            self.at += rest.len() - behind.len();
            if !behind.starts_with('%') {
                return;
            }
            self.at += behind.find('\n').unwrap_or(behind.len());
        }
    }

    fn entry(&mut self, place: usize, kind: &'a str) -> Found<Entry<'a>> {
        self.skip_space();
        let rest = self.rest();
        let end = rest.find([',', '}', ')', '\n', '=', '{', '"']).unwrap_or(rest.len());
        let key = slice(rest, ..end).trim_end();
        let mut entry = Entry { place, kind, key: (self.at, key), fields: Vec::new() };
        let behind = slice(rest, end..).trim_start();
        match behind.chars().next() {
            Some(',') => self.at += rest.len() - behind.len() + 1,
            Some(c) if c == self.close => self.at += rest.len() - behind.len(),
            // This is the first field, not a key.
            Some('=') => entry.key = (self.at, ""),
            None => return Err(syntax("the file ends in an entry")),
            Some(_) => return Err(syntax("a comma is missing after the key of the entry")),
        }
        let mut budget = Budget::default();
        loop {
            self.skip_space();
            match self.rest().chars().next() {
                None => return Err(syntax("the entry does not end")),
                Some(',') => self.at += 1,
                Some(c) if c == self.close => {
                    self.at += 1;
                    return Ok(entry);
                }
                Some(_) => {
                    budget.spend(0)?;
                    let field = self.field()?;
                    entry.fields.push(field);
                }
            }
        }
    }

    fn end(&mut self) -> Found<()> {
        loop {
            self.skip_space();
            match self.rest().chars().next() {
                Some(',') => self.at += 1,
                Some(c) if c == self.close => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(syntax("the abbreviation does not end")),
            }
        }
    }

    /// `name = value`
    fn field(&mut self) -> Found<Field<'a>> {
        self.skip_space();
        let rest = self.rest();
        let end = rest.find(['=', ',', '{', '}', '"', '#', '\n', '@']).unwrap_or(rest.len());
        let name = slice(rest, ..end).trim();
        self.at += end;
        self.skip_space();
        if name.is_empty() || !self.rest().starts_with('=') {
            return Err(syntax("the name of a field with an equals sign is expected here"));
        }
        self.at += 1;
        self.skip_space();
        let (mut parts, mut place) = (Vec::new(), self.at);
        loop {
            let part = self.part()?;
            if parts.is_empty() {
                place = self.at.saturating_sub(part.text().len() + usize::from(matches!(part, Part::Text(_))));
            }
            parts.push(part);
            self.skip_space();
            if !self.rest().starts_with('#') {
                return Ok(Field { place, name, parts });
            }
            self.at += 1;
            self.skip_space();
        }
    }

    fn part(&mut self) -> Found<Part<'a>> {
        let rest = self.rest();
        match rest.chars().next() {
            Some('{') => {
                let inside = self.balanced(1, '}')?;
                Ok(Part::Text(inside))
            }
            Some('"') => {
                let inside = self.balanced(1, '"')?;
                Ok(Part::Text(inside))
            }
            _ => {
                let end = rest
                    .find(|c: char| c.is_whitespace() || matches!(c, ',' | '#' | '}' | ')' | '{' | '"' | '='))
                    .unwrap_or(rest.len());
                let word = slice(rest, ..end);
                self.at += end;
                match word.is_empty() {
                    true if rest.starts_with([',', self.close]) => Ok(Part::Text("")),
                    true => Err(syntax("a value is missing here")),
                    false => Ok(Part::Word(word)),
                }
            }
        }
    }

    /// The text up to this character outside braces. Starts after the opening character.
    fn balanced(&mut self, skip: usize, close: char) -> Found<&'a str> {
        let start = self.at + skip;
        let (mut depth, mut escaped) = (0_usize, false);
        for (at, byte) in slice(self.text, start..).bytes().enumerate() {
            match byte {
                _ if u32::from(byte) == u32::from(close) && depth == 0 && !(escaped && close == '"') => {
                    self.at = start + at + 1;
                    return Ok(slice(self.text, start..start + at));
                }
                b'{' => depth += 1,
                b'}' if depth > 0 => depth -= 1,
                // A quoted value with an extra brace: the entry is not reliable.
                b'}' => return Err(syntax("a brace closes that was not opened")),
                _ => {}
            }
            escaped = byte == b'\\' && !escaped;
        }
        self.at = self.text.len();
        Err(syntax("the value does not end"))
    }

    fn skip_to_close(&mut self) -> Found<&'a str> {
        let start = self.at;
        self.balanced(0, self.close).map(|_| slice(self.text, start..self.at.saturating_sub(1).max(start)))
    }
}

impl<'a> Part<'a> {
    fn text(self) -> &'a str {
        match self {
            Part::Text(text) | Part::Word(text) => text,
        }
    }
}

fn syntax(what: &str) -> FieldErrorKind {
    FieldErrorKind::Syntax(format!("not BibTeX: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let mut pieces = Pieces::new(text);
        let mut found = Vec::new();
        while let Some(piece) = pieces.next() {
            found.push(match piece {
                Ok(Piece::Entry(entry)) => {
                    let fields =
                        entry.fields.iter().map(|field| format!("{}={}", field.name, field.source(Cow::Borrowed)));
                    format!("{} {}: {}", entry.kind, entry.key.1, fields.collect::<Vec<_>>().join("; "))
                }
                Ok(Piece::Abbreviation(field)) => format!("{}={}", field.name, field.source(Cow::Borrowed)),
                Ok(Piece::Text { text, .. }) => format!("({text})"),
                Err(broken) => format!("{} at {}", broken.problem, broken.place),
            });
            assert!(found.len() < 100, "{found:?}");
        }
        found
    }

    #[test]
    fn a_file_is_entries_and_text() {
        for (text, pieces) in [
            ("@book{a, title = {T {x} y}, year = 1950}", vec!["book a: title=T {x} y; year=1950"]),
            ("text\n@Book(a, title = \"T {\"}x{\"}\" # cup)", vec!["(text)", "Book a: title=T {\"}x{\"}cup"]),
            ("@string{cup = \"C\"} @comment{x {y} z}", vec!["cup=C", "(x {y} z)"]),
            ("@misc{a}", vec!["misc a: "]),
            ("@misc{, title={T}}", vec!["misc : title=T"]),
            ("@misc{title={T}}", vec!["misc : title=T"]),
            ("@misc{a, x={1} y={2},,}", vec!["misc a: x=1; y=2"]),
            ("me@example.org", vec!["(me@example.org)"]),
            ("", vec![]),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }

    #[test]
    fn a_broken_entry_costs_itself() {
        let found = shown("@misc{a, x={1}}\n@misc{b, x={2\n@misc{c, x={3}}\n@misc{d\n x={4}}\n@misc{e, x={5}}\n");
        assert_eq!(found.len(), 5, "{found:?}");
        assert_eq!(
            (found[0].as_str(), found[2].as_str(), found[4].as_str()),
            ("misc a: x=1", "misc c: x=3", "misc e: x=5")
        );
    }
}
