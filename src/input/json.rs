//! Reads JSON and JSON Lines into the tree.
//!
//! A valid record needs no positions, so it is read at once. For an invalid record, every value is first read raw,
//! so that numbers keep their spelling and all nodes have their position in the file.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::item::{Broken, Budget, Item, MAX_NODES};
use crate::document::Document;
use crate::document::fault::FieldErrorKind;
use crate::document::tree::{Borrowable, Content, Node, Spelling};
use crate::slice::slice;

#[derive(Debug)]
pub(super) struct Json<'a> {
    text: &'a str,
    at: usize,
    mode: Mode,
}

/// How far a text has been read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    at: usize,
    mode: Mode,
}

impl Position {
    pub(super) const START: Position = Position { at: 0, mode: Mode::Start };
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mode {
    Lines,
    /// Before the first value: a record, or the bracket of an array.
    Start,
    /// In the array, before an entry or its end.
    Entry,
    /// In the array, before a comma or its end.
    Comma,
    /// Only white space may follow.
    End,
}

impl<'a> Json<'a> {
    pub(super) fn lines(text: &'a str) -> Self {
        Json { text, at: 0, mode: Mode::Lines }
    }

    pub(super) fn array(text: &'a str) -> Self {
        Json::resumed(text, Position::START)
    }

    /// The rest of a text that has been read up to here.
    pub(super) fn resumed(text: &'a str, Position { at, mode }: Position) -> Self {
        Json { text, at, mode }
    }

    pub(super) fn position(&self) -> Position {
        Position { at: self.at, mode: self.mode }
    }

    pub(super) fn next(&mut self) -> Option<Result<Raw<'a>, Broken>> {
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
                self.broken("unexpected text after the end; a file with one record per line is JSON Lines (.jsonl)")
            }
            (Mode::Start | Mode::Entry | Mode::Lines, _) => self.next_value(),
        }
    }

    fn next_line(&mut self) -> Option<Result<Raw<'a>, Broken>> {
        loop {
            let rest = self.rest();
            let line = rest.split('\n').next().filter(|_| !rest.is_empty())?;
            let place = self.at;
            self.at = (place + line.len() + 1).min(self.text.len());
            if !line.trim().is_empty() {
                return Some(Ok(Raw { file: self.text, text: line }));
            }
        }
    }

    fn next_value(&mut self) -> Option<Result<Raw<'a>, Broken>> {
        let mode = if self.mode == Mode::Start { Mode::End } else { Mode::Comma };
        let place = self.at;
        let mut values = serde_json::Deserializer::from_str(self.rest()).into_iter::<&'a RawValue>();
        let Some(value) = values.next() else { return self.broken("the list is not closed") };
        match value {
            Ok(raw) => {
                (self.at, self.mode) = (place + values.byte_offset(), mode);
                Some(Ok(Raw { file: self.text, text: raw.get() }))
            }
            Err(error) => {
                let mut broken = syntax(self.text, &error, place);
                if cfg!(not(feature = "yaml")) && mode == Mode::End {
                    broken.problem = FieldErrorKind::Syntax(format!("{}; {WITHOUT_YAML}", broken.problem));
                }
                if mode == Mode::Comma {
                    broken.problem =
                        FieldErrorKind::Syntax(format!("{}; the rest of the list is not read", broken.problem));
                }
                (self.at, self.mode) = (self.text.len(), Mode::End);
                Some(Err(broken))
            }
        }
    }

    fn broken(&mut self, what: &str) -> Option<Result<Raw<'a>, Broken>> {
        let place = self.at;
        (self.at, self.mode) = (self.text.len(), Mode::End);
        Some(Err(Broken { place, problem: FieldErrorKind::Syntax(format!("not JSON: {what}")) }))
    }

    fn rest(&self) -> &'a str {
        slice(self.text, self.at..)
    }

    fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }
}

const WITHOUT_YAML: &str = "this build of prefercite cannot read YAML: it lacks the feature yaml";

/// The message of serde_json without its line and column. The line and column of the whole file are reported
/// instead.
pub(super) fn syntax(file: &str, error: &serde_json::Error, place: usize) -> Broken {
    let said = error.to_string();
    let what = said.split(" at line ").next().unwrap_or(&said);
    let problem = FieldErrorKind::Syntax(format!("not JSON: {what}"));
    let before = slice(file, place..).split_inclusive('\n').take(error.line().saturating_sub(1));
    let line = place + before.map(str::len).sum::<usize>();
    Broken { place: line.min(file.len()), problem }
}

/// The text of one record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw<'a> {
    file: &'a str,
    text: &'a str,
}

impl<'a> Raw<'a> {
    /// A part of the text of a file.
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Raw { file, text }
    }

    /// The document, if the record is valid.
    ///
    /// `None` is not an error yet: a number that has lost its spelling here may still be valid.
    pub(super) fn at_once(&self) -> Option<Document> {
        // Every value has at least one byte, so a shorter text is within the budget. No key accepts a value that is nested too deeply.
        if self.text.len() > MAX_NODES {
            return None;
        }
        let node: Node<'a> = serde_json::from_str(self.text).ok()?;
        let document = Document::read(&node).ok()?;
        // Custom keys keep the spelling of their numbers.
        let has_own = document.extensions().next().is_some();
        (!has_own).then_some(document)
    }

    /// The record with the position and the spelling of every value.
    pub(super) fn node(&self) -> Item<'a> {
        self.node_to(usize::MAX)
    }

    /// The record with null for everything that is nested more deeply than this.
    pub(super) fn node_to(&self, deepest: usize) -> Item<'a> {
        let raw = serde_json::from_str::<&'a RawValue>(self.text);
        let raw = raw.map_err(|error| syntax(self.file, &error, self.place()))?;
        self.value(raw, 0, deepest, &mut Budget::default())
    }

    /// Its position in the file.
    pub(super) fn place(&self) -> usize {
        self.place_of(self.text)
    }

    fn place_of(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.file.as_ptr() as usize)
    }

    fn value(&self, raw: &'a RawValue, depth: usize, deepest: usize, budget: &mut Budget) -> Item<'a> {
        let place = self.place_of(raw.get());
        budget.spend(depth).map_err(|problem| Broken { place, problem })?;
        let text = raw.get();
        let syntax = |error: serde_json::Error| syntax(self.file, &error, place);
        let content = match text.chars().next() {
            Some('{' | '[') if depth >= deepest => Content::Null,
            Some('{') => {
                let Entries(entries) = serde_json::from_str(text).map_err(syntax)?;
                let mut nodes = Vec::with_capacity(entries.len());
                for (key, value) in entries {
                    nodes.push((key.0, self.value(value, depth + 1, deepest, budget)?));
                }
                Content::Map(nodes)
            }
            Some('[') => {
                let values: Vec<&'a RawValue> = serde_json::from_str(text).map_err(syntax)?;
                let mut nodes = Vec::with_capacity(values.len());
                for value in values {
                    nodes.push(self.value(value, depth + 1, deepest, budget)?);
                }
                Content::List(nodes)
            }
            Some('"') => {
                let Borrowable(text) = serde_json::from_str(text).map_err(syntax)?;
                Content::Scalar(text, Spelling::Quoted)
            }
            Some('n') => Content::Null,
            // `1950` has its original spelling; `1.50` and `1e3` may have lost theirs.
            _ if text.contains(['.', 'e', 'E']) && text != "true" && text != "false" => {
                Content::Scalar(text.into(), Spelling::Lost)
            }
            _ => Content::Scalar(text.into(), Spelling::Typed),
        };
        Ok(Node { place, content })
    }
}

/// The entries of an object in their order, including duplicate keys.
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
