//! JSON and JSON Lines into the tree.
//!
//! Every value is first taken raw: so a number comes with its spelling, and everything with its place in the file.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Broken, Budget, Format, Item};
use crate::document::fault::Problem;
use crate::document::tree::{Content, Node, Spelling};

#[derive(Debug)]
pub(super) struct Json<'a> {
    text: &'a str,
    at: usize,
    mode: Mode,
}

#[derive(Debug, PartialEq)]
enum Mode {
    Lines,
    /// Before the first value: a record, or the bracket of an array.
    Start,
    /// Within the array, before an entry or its end.
    Entry,
    /// Within the array, before a comma or its end.
    Comma,
    /// Only white space may follow.
    End,
}

/// JSON, by its look: YAML has flow maps too, but does not put their keys in quotes.
pub(super) fn looks_like(text: &str) -> Option<Format> {
    let start = text.trim_start();
    let inside = start.strip_prefix(['{', '['])?.trim_start();
    if !inside.starts_with(['"', '{', '}', ']', '[']) {
        return None;
    }
    let mut lines = start.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let one_a_line = first.starts_with('{')
        && (serde_json::from_str::<&RawValue>(first).is_ok() || lines.next().is_some_and(|next| next.starts_with('{')));
    if one_a_line {
        return Some(Format::JsonLines);
    }
    // `[{ id: one }]` is a list of YAML.
    let first_record = inside.strip_prefix('{').map_or(inside, str::trim_start);
    first_record.starts_with(['"', '}', ']']).then_some(Format::Json)
}

impl<'a> Json<'a> {
    pub(super) fn lines(text: &'a str) -> Self {
        Json { text, at: 0, mode: Mode::Lines }
    }

    pub(super) fn array(text: &'a str) -> Self {
        Json { text, at: 0, mode: Mode::Start }
    }

    pub(super) fn next(&mut self) -> Option<Item<'a>> {
        if self.mode == Mode::Lines {
            return self.next_line();
        }
        self.skip_space();
        let next = self.rest().chars().next();
        match (&self.mode, next) {
            (Mode::Start, None) | (Mode::End, None) => None,
            (Mode::Start, Some('[')) => {
                (self.at, self.mode) = (self.at + 1, Mode::Entry);
                self.next()
            }
            (Mode::Entry | Mode::Comma, Some(']')) => {
                (self.at, self.mode) = (self.at + 1, Mode::End);
                self.next()
            }
            (Mode::Comma, Some(',')) => {
                (self.at, self.mode) = (self.at + 1, Mode::Entry);
                self.skip_space();
                if self.rest().starts_with(']') {
                    return self.broken("a comma before the end of the list");
                }
                self.next()
            }
            (Mode::Comma, _) => self.broken("a comma or the end of the list is missing here"),
            (Mode::End, _) => {
                self.broken("something follows the end; a file with a record a line is JSON Lines (.jsonl)")
            }
            (Mode::Start | Mode::Entry | Mode::Lines, _) => self.next_value(),
        }
    }

    fn next_line(&mut self) -> Option<Item<'a>> {
        loop {
            let rest = self.rest();
            let line = rest.split('\n').next().filter(|_| !rest.is_empty())?;
            let place = self.at;
            self.at = (place + line.len() + 1).min(self.text.len());
            if !line.trim().is_empty() {
                return Some(self.value(line, place));
            }
        }
    }

    fn next_value(&mut self) -> Option<Item<'a>> {
        let mode = if self.mode == Mode::Start { Mode::End } else { Mode::Comma };
        let place = self.at;
        let mut values = serde_json::Deserializer::from_str(self.rest()).into_iter::<&'a RawValue>();
        let Some(value) = values.next() else { return self.broken("the list does not end") };
        match value {
            Ok(raw) => {
                (self.at, self.mode) = (place + values.byte_offset(), mode);
                Some(self.build(raw))
            }
            Err(error) => {
                let mut broken = self.syntax(&error, place);
                if mode == Mode::Comma {
                    broken.problem =
                        Problem::Syntax(format!("{}; what follows in the list is not read", broken.problem));
                }
                (self.at, self.mode) = (self.text.len(), Mode::End);
                Some(Err(broken))
            }
        }
    }

    fn value(&self, text: &'a str, place: usize) -> Item<'a> {
        let raw = serde_json::from_str::<&'a RawValue>(text).map_err(|error| self.syntax(&error, place))?;
        self.build(raw)
    }

    /// What serde_json says, without its own line and column: the place says them for the whole file.
    fn syntax(&self, error: &serde_json::Error, place: usize) -> Broken {
        let said = error.to_string();
        let what = said.split(" at line ").next().unwrap_or(&said);
        let problem = Problem::Syntax(format!("not JSON: {what}"));
        let before =
            self.text.get(place..).unwrap_or_default().split_inclusive('\n').take(error.line().saturating_sub(1));
        let line = place + before.map(str::len).sum::<usize>();
        Broken { place: line.min(self.text.len()), problem }
    }

    fn broken(&mut self, what: &str) -> Option<Item<'a>> {
        let place = self.at;
        (self.at, self.mode) = (self.text.len(), Mode::End);
        Some(Err(Broken { place, problem: Problem::Syntax(format!("not JSON: {what}")) }))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn build(&self, raw: &'a RawValue) -> Item<'a> {
        self.node(raw, 0, &mut Budget::default())
    }

    fn place(&self, raw: &RawValue) -> usize {
        (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    fn node(&self, raw: &'a RawValue, depth: usize, budget: &mut Budget) -> Item<'a> {
        let place = self.place(raw);
        budget.spend(depth).map_err(|problem| Broken { place, problem })?;
        let text = raw.get();
        let syntax = |error: serde_json::Error| self.syntax(&error, place);
        let content = match text.chars().next() {
            Some('{') => {
                let Entries(entries) = serde_json::from_str(text).map_err(syntax)?;
                let mut nodes = Vec::with_capacity(entries.len());
                for (key, value) in entries {
                    nodes.push((key.0, self.node(value, depth + 1, budget)?));
                }
                Content::Map(nodes)
            }
            Some('[') => {
                let values: Vec<&'a RawValue> = serde_json::from_str(text).map_err(syntax)?;
                let mut nodes = Vec::with_capacity(values.len());
                for value in values {
                    nodes.push(self.node(value, depth + 1, budget)?);
                }
                Content::List(nodes)
            }
            Some('"') => {
                let Borrowable(text) = serde_json::from_str(text).map_err(syntax)?;
                Content::Scalar(text, Spelling::Quoted)
            }
            Some('n') => Content::Null,
            // `1950` is as it was typed; `1.50` and `1e3` may have been anything.
            _ if text.contains(['.', 'e', 'E']) && text != "true" && text != "false" => {
                Content::Scalar(text.into(), Spelling::Lost)
            }
            _ => Content::Scalar(text.into(), Spelling::Typed),
        };
        Ok(Node { place, content })
    }
}

/// The entries of an object in their order, repeated keys and all.
struct Entries<'a>(Vec<(Borrowable<'a>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// A string that is borrowed where it has no escapes.
struct Borrowable<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Borrowable<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Borrowable<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Borrowable(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Borrowable(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
