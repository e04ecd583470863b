//! The items of a foreign JSON file, one at a time: an array, a list at a key of an object, an object, or one object per line.
//!
//! An invalid item does not affect the others: the next item begins on a line with the same indentation, or with
//! the same first key.

use serde_json::value::RawValue;

use super::draft::Value;
use super::item::Broken;
use super::json::{Raw, syntax};
use crate::document::fault::FieldErrorKind;
use crate::document::tree::{Borrowable, Content, Node};
use crate::slice::{slice, split};

/// The most bytes that may be read in vain in a short file.
const MAX_SPENT: usize = 1 << 20;

/// The deepest indentation at which the next item is searched for.
const MAX_INDENT: usize = 256;

#[derive(Debug)]
pub(super) struct Items<'a> {
    text: &'a str,
    at: usize,
    state: State,
    /// The keys of a top-level object that may contain the list of items.
    lists: &'static [&'static str],
    /// The start of the previous item. After an invalid item, the reader looks for a similar start.
    last: usize,
    /// The number of bytes read in vain, and whether items may begin on their own lines.
    spent: usize,
    on_lines: bool,
    /// The depth to which an item is read.
    deepest: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Start,
    Lines,
    /// In the top-level object, before a key or its end.
    Key,
    /// In the list, before an item or its end; whether the list is in an object.
    Item {
        within: bool,
    },
    /// In the list, after an item.
    Comma {
        within: bool,
    },
    End,
}

/// A part of a file.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Item(Node<'a>),
    /// A value next to the list of items, with its key.
    Beside(String, Node<'a>),
}

impl<'a> Items<'a> {
    pub(super) fn new(text: &'a str, lists: &'static [&'static str]) -> Self {
        Items { text, at: 0, state: State::Start, lists, last: 0, spent: 0, on_lines: true, deepest: usize::MAX }
    }

    pub(super) fn next(&mut self) -> Option<Result<Piece<'a>, Broken>> {
        loop {
            self.skip_space();
            let next = self.rest().chars().next();
            match (self.state, next) {
                (State::End, None) | (State::Lines | State::Start, None) => return None,
                (State::Start, Some('[')) => self.step(State::Item { within: false }),
                (State::Start, _) if has_list(self.text, self.lists) => self.step(State::Key),
                (State::Start, _) => self.state = State::Lines,
                (State::Lines, _) => return Some(self.item(State::Lines)),
                (State::Key, Some('}')) => self.step(State::End),
                (State::Key, Some(',')) => self.at += 1,
                (State::Key, _) => match self.member() {
                    Ok(None) => {}
                    Ok(Some(piece)) => return Some(Ok(piece)),
                    Err(broken) => {
                        self.stop();
                        return Some(Err(broken));
                    }
                },
                (State::Item { within } | State::Comma { within }, Some(']')) => {
                    self.step(if within { State::Key } else { State::End });
                }
                (State::Comma { within }, Some(',')) => self.step(State::Item { within }),
                (State::Comma { within }, _) => {
                    let broken = self.broken("a comma or the end of the list is missing here");
                    if next == Some('{') {
                        self.state = State::Item { within };
                        return Some(Err(broken));
                    }
                    return Some(Err(self.recover(broken, self.at, within)));
                }
                (State::Item { .. }, None) => {
                    let broken = self.broken("the list is not closed");
                    self.stop();
                    return Some(Err(broken));
                }
                (State::Item { within }, _) => return Some(self.item(State::Comma { within })),
                (State::End, Some(_)) => {
                    let broken = self.broken("unexpected text after the end");
                    self.stop();
                    return Some(Err(broken));
                }
            }
        }
    }

    /// An item, and the separator after it.
    fn item(&mut self, then: State) -> Result<Piece<'a>, Broken> {
        let place = self.at;
        self.last = place;
        let raw = match self.raw() {
            Ok(raw) => raw,
            Err(broken) => {
                if let State::Comma { within } = then {
                    return Err(self.recover(broken, place, within));
                }
                // The next line is the next item.
                self.at = place + self.rest_from(place).find('\n').unwrap_or(self.text.len() - place);
                return Err(broken);
            }
        };
        self.state = then;
        Raw::new(self.text, raw).node_to(self.deepest).map(Piece::Item)
    }

    /// A key of the top-level object with its value. `None` at the start of the list.
    fn member(&mut self) -> Result<Option<Piece<'a>>, Broken> {
        let Some((key, raw)) = self.raw_member()? else { return Ok(None) };
        Raw::new(self.text, raw).node_to(self.deepest).map(|node| Some(Piece::Beside(key, node)))
    }

    fn raw_member(&mut self) -> Result<Option<(String, &'a str)>, Broken> {
        let key = self.raw()?;
        let key = serde_json::from_str::<Borrowable<'a>>(key).map(|Borrowable(key)| key.into_owned());
        let key = key.map_err(|_| self.broken("a key is missing here"))?;
        self.skip_space();
        if !self.rest().starts_with(':') {
            return Err(self.broken("a colon is missing here"));
        }
        self.at += 1;
        self.skip_space();
        if self.lists.contains(&key.as_str()) && self.rest().starts_with('[') {
            self.step(State::Item { within: true });
            return Ok(None);
        }
        let raw = self.raw()?;
        Ok(Some((key, raw)))
    }

    /// The text of the value that begins here. The position moves past it.
    fn raw(&mut self) -> Result<&'a str, Broken> {
        let mut values = serde_json::Deserializer::from_str(self.rest()).into_iter::<&'a RawValue>();
        match values.next() {
            Some(Ok(raw)) => {
                self.at += values.byte_offset();
                Ok(raw.get())
            }
            Some(Err(error)) => {
                let broken = syntax(self.text, &error, self.at);
                self.spent += (broken.place + error.column()).saturating_sub(self.at);
                Err(broken)
            }
            None => Err(self.broken("the file ends here")),
        }
    }

    /// Continues at the next item after this position, if the start of an item here or before shows where it is.
    fn recover(&mut self, broken: Broken, from: usize, within: bool) -> Broken {
        let behind = self.rest_from(from);
        let mut found = None;
        if let Some(indent) = self.indent().filter(|_| self.on_lines) {
            let start = format!("\n{indent}{{");
            found = behind.find(&start).map(|at| from + at + start.len() - 1);
            self.on_lines = found.is_some();
        }
        // `{"id"`
        let first_key = self.rest_from(self.last);
        let first_key =
            first_key.match_indices('"').nth(1).map(|(at, _)| slice(first_key, ..=at)).filter(|key| key.len() < 64);
        if let (None, Some(first_key)) = (found, first_key) {
            let next = behind.char_indices().nth(1).map_or(behind.len(), |(at, _)| at);
            found = slice(behind, next..).find(first_key).map(|at| from + next + at);
        }
        // A file of unclosed items would otherwise be read once for each item.
        match found.filter(|_| self.spent <= MAX_SPENT.max(8 * self.text.len())) {
            Some(at) => {
                (self.at, self.state) = (at, State::Item { within });
                broken
            }
            None => {
                self.stop();
                let problem = FieldErrorKind::Syntax(format!("{}; the rest of the list is not read", broken.problem));
                Broken { problem, ..broken }
            }
        }
    }

    /// The white space before the item, if the item begins a line.
    fn indent(&self) -> Option<&'a str> {
        let before = slice(self.text, ..self.last);
        let length = before.bytes().rev().take(MAX_INDENT).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let (above, indent) = split(before, before.len() - length);
        (above.ends_with('\n') || above.is_empty()).then_some(indent)
    }

    fn stop(&mut self) {
        (self.at, self.state) = (self.text.len(), State::End);
    }

    fn step(&mut self, state: State) {
        self.at += 1;
        self.state = state;
    }

    fn broken(&self, what: &str) -> Broken {
        Broken { place: self.at, problem: FieldErrorKind::Syntax(format!("not JSON: {what}")) }
    }

    fn rest(&self) -> &'a str {
        self.rest_from(self.at)
    }

    fn rest_from(&self, at: usize) -> &'a str {
        slice(self.text, at.min(self.text.len())..)
    }

    fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }
}

/// Whether a top-level object has a list of items at one of these keys.
fn has_list(text: &str, lists: &'static [&'static str]) -> bool {
    if lists.is_empty() || !text.trim_start().starts_with('{') {
        return false;
    }
    let mut items = Items::new(text, lists);
    items.skip_space();
    items.at += 1;
    loop {
        items.skip_space();
        if items.rest().starts_with(',') {
            items.at += 1;
            continue;
        }
        match items.raw_member() {
            Ok(None) => return true,
            Ok(Some(_)) => {}
            Err(_) => return false,
        }
    }
}

/// The depth of the keys that identify a format: those of a Zotero item are in its `data`.
const DEEPEST: usize = 2;

/// The first item, to the depth that identifies a format, and the keys next to its list.
pub(super) fn first_item<'a>(text: &'a str, lists: &'static [&'static str]) -> (Option<Node<'a>>, Vec<String>) {
    let (mut items, mut keys) = (Items::new(text, lists), Vec::new());
    items.deepest = DEEPEST;
    loop {
        match items.next() {
            Some(Ok(Piece::Item(node))) => return (Some(node), keys),
            Some(Ok(Piece::Beside(key, _))) => keys.push(key),
            _ => return (None, keys),
        }
    }
}

/// The value at this key next to the list of items, before or after the list.
pub(super) fn value_beside<'a>(text: &'a str, lists: &'static [&'static str], key: &str) -> Option<Node<'a>> {
    let mut items = Items::new(text, lists);
    items.deepest = DEEPEST;
    while let Some(piece) = items.next() {
        if let Ok(Piece::Beside(found, node)) = piece
            && found == key
        {
            return Some(node);
        }
    }
    None
}

/// The maximum length of a field name in the ledger.
const MAX_FIELD: usize = 256;

/// Every value of a tree, with its field: `creators[0].lastName`.
pub(super) fn values<'a>(node: &Node<'a>, field: &str) -> Vec<Value<'a>> {
    let mut found = Vec::new();
    walk(node, &mut field.to_owned(), &mut found);
    found
}

fn walk<'a>(node: &Node<'a>, field: &mut String, found: &mut Vec<Value<'a>>) {
    let length = field.len();
    match node.content() {
        Content::Scalar(text, _) => found.push(Value::new(node.place, shortened(field), text.clone())),
        Content::List(nodes) => {
            for (index, node) in nodes.iter().enumerate() {
                field.push_str(&format!("[{index}]"));
                walk(node, field, found);
                field.truncate(length);
            }
        }
        Content::Map(entries) => {
            for (key, node) in entries {
                field.push_str(if field.is_empty() { "" } else { "." });
                field.push_str(key);
                walk(node, field, found);
                field.truncate(length);
            }
        }
        Content::Null | Content::Shared(_) => {}
    }
}

pub(super) fn shortened(field: &str) -> String {
    match field.char_indices().nth(MAX_FIELD) {
        Some((at, _)) => format!("{}…", slice(field, ..at)),
        None => field.to_owned(),
    }
}

/// The node at a key of a map.
pub(super) fn at<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    match node.content() {
        Content::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
        _ => None,
    }
}

/// The text at a key of a map.
pub(super) fn text_at<'n>(node: &'n Node<'_>, key: &str) -> Option<&'n str> {
    match at(node, key)?.content() {
        Content::Scalar(text, _) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<usize>) {
        let (mut items, mut ids, mut broken) = (Items::new(text, &["items"]), Vec::new(), Vec::new());
        while let Some(piece) = items.next() {
            match piece {
                Ok(Piece::Item(node)) => ids.push(text_at(&node, "id").unwrap_or("?").to_owned()),
                Ok(Piece::Beside(key, _)) => ids.push(format!("({key})")),
                Err(it) => broken.push(1 + text.bytes().take(it.place).filter(|byte| *byte == b'\n').count()),
            }
            assert!(ids.len() + broken.len() < 100);
        }
        (ids, broken)
    }

    #[test]
    fn items_are_in_an_array_an_object_or_lines() {
        for (text, ids) in [
            (r#"[{"id": "a"}, {"id": "b"}]"#, vec!["a", "b"]),
            (
                r#"{"config": {"id": 1}, "items": [{"id": "a"}, {"id": "b"}], "version": 3}"#,
                vec!["(config)", "a", "b", "(version)"],
            ),
            (r#"{"id": "a", "more": []}"#, vec!["a"]),
            ("{\"id\": \"a\"}\n{\"id\": \"b\"}\n", vec!["a", "b"]),
            ("[]", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(read(text), (ids.into_iter().map(str::to_owned).collect(), vec![]), "{text}");
        }
    }

    #[test]
    fn a_broken_item_costs_itself() {
        let pretty = "[\n  {\n    \"id\": \"a\",\n    \"x\": [{\"id\": 1}]\n  },\n  {\n    \"id\": \"b\n  },\n  {\n    \"id\": \"c\"\n  }\n]";
        assert_eq!(read(pretty), (vec!["a".to_owned(), "c".to_owned()], vec![7]));
        let compact = r#"[{"id": "a"}, {"id": "b", x}, {"id": "c"}]"#;
        assert_eq!(read(compact).0, ["a", "c"]);
        for (text, ids) in [
            ("[{\"id\": \"a\"}\n {\"id\": \"b\"},{\"id\": \"c\"}]", vec!["a", "b", "c"]),
            ("[{\"id\": \"a\"},{\"id\": \"b\"", vec!["a"]),
            ("[{\"id\": \"a\"},{\"id\": \"b\"},]", vec!["a", "b"]),
            ("{\"id\": \"a\"}\n{\"id\": \n{\"id\": \"c\"}", vec!["a", "c"]),
            ("{\"items\": [{\"id\": \"a\"}, {\"id\" \"b\"}, {\"id\": \"c\"}]}", vec!["a", "c"]),
        ] {
            assert_eq!(read(text).0, ids, "{text}");
        }
    }
}
