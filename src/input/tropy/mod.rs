//! Tropy's JSON-LD: the items of a project with their properties, photos and notes.
//!
//! Users make their own templates, so only the property of a value decides where the value goes, not the template.

mod names;
mod rules;
mod table;

use std::collections::VecDeque;

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::items::{Items, Piece, at, shortened, text_at, value_beside, values};
use super::shared::ids;
use super::table::follow;
#[cfg(test)]
use super::table::{Described, describe};
use crate::document::tree::{Content, Node};
use names::Names;
use rules::Known;
use table::TABLE;

/// The keys at which a file has its items. The second one was used until 0.9.
pub(super) const LISTS: &[&str] = &["@graph", "item"];

/// Whether it is an item of Tropy, or a group of items with its own context. The keys are those next to the list of
/// items.
pub(super) fn is_item(node: &Node<'_>, beside: &[String]) -> bool {
    let kind = text_at(node, "@type").unwrap_or_default();
    let is_plain = kind == "Item" && beside.iter().any(|key| key == "@context");
    let template = ["template", "https://tropy.org/v1/tropy#template"].iter().find_map(|key| text_at(node, key));
    is_plain
        || kind == "https://tropy.org/v1/tropy#Item"
        || template.is_some_and(|template| template.starts_with("https://tropy.org/"))
        || at(node, "@context").is_some_and(names::is_tropy)
}

#[derive(Debug)]
pub(super) struct Tropy<'a> {
    text: &'a str,
    items: Items<'a>,
    /// The remaining items of a group.
    group: VecDeque<Node<'a>>,
    names: Names,
    /// Whether a context after the items has been searched for. This happens once for the whole file.
    has_looked_behind: bool,
    ids: ids::Ids,
}

impl<'a> Tropy<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Tropy {
            text,
            items: Items::new(text, LISTS),
            group: VecDeque::new(),
            names: Names::unknown(),
            has_looked_behind: false,
            ids: ids::Ids::default(),
        }
    }

    /// The next item of a group, or part of the file.
    fn next_piece(&mut self) -> Option<Result<Piece<'a>, Broken>> {
        match self.group.pop_front() {
            Some(node) => Some(Ok(Piece::Item(node))),
            None => self.items.next(),
        }
    }

    /// Earlier versions wrote a file with several templates as an array of groups, each with its context.
    fn open_group(&mut self, node: Node<'a>, outside: &mut Vec<Told<'a>>) {
        let Content::Map(entries) = node.content else { return };
        for (key, node) in entries {
            match node.content {
                Content::List(items) if LISTS.contains(&key.as_ref()) => self.group.extend(items),
                Content::Map(_) if LISTS.contains(&key.as_ref()) => self.group.push_back(node),
                _ => leave(&node, &key, outside),
            }
        }
    }

    fn item(&mut self, node: &Node<'a>) -> Draft<'a> {
        let mut values = Vec::new();
        let mut walk = Walk { names: &self.names, field: String::new(), found: &mut values };
        walk.node(node);
        let mut draft = Draft::new(node.place, values);
        follow(TABLE, &mut Known::default(), &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", node.place);
        }
        if !draft.has("id") {
            let names = ["creators[0].family", "creators[0].body", "creators[0]"];
            let name = names.iter().find_map(|path| draft.get(path));
            let date = draft.get("date").or(draft.get("date.edtf")).and_then(|date| date.get(..4));
            let id = self.ids.make(&[name, date, draft.get("title.text")]);
            draft.put("id", id, node.place);
        }
        draft
    }
}

fn leave<'a>(node: &Node<'a>, key: &str, outside: &mut Vec<Told<'a>>) {
    let why = if key == "@context" { "the meanings of the names in the file" } else { "next to the list of items" };
    let values = values(node, key).into_iter().filter(Value::is_visible);
    outside.extend(values.map(|value| Told::not_carried(value, why)));
}

impl<'a> Foreign<'a> for Tropy<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            let node = match self.next_piece()? {
                Ok(Piece::Item(node)) => node,
                Ok(Piece::Beside(key, node)) => {
                    if key == "@context" {
                        self.names = Names::of(&node);
                    }
                    leave(&node, &key, outside);
                    continue;
                }
                Err(broken) => return Some(Err(broken)),
            };
            if let Some(context) = at(&node, "@context") {
                self.names = Names::of(context);
            } else if !self.names.is_known() && !self.has_looked_behind && self.text.trim_start().starts_with('{') {
                // Keys have no order: the context may come after the items.
                self.has_looked_behind = true;
                let context = value_beside(self.text, LISTS, "@context");
                self.names = context.map_or_else(Names::unknown, |context| Names::of(&context));
            }
            if at(&node, "@graph").is_some() || (at(&node, "@context").is_some() && at(&node, "item").is_some()) {
                self.open_group(node, outside);
                continue;
            }
            return Some(Ok(self.item(&node)));
        }
    }
}

/// Finds every value of an item, with its field in the names of this crate: `dc:title`, `photo[0].note[0].text`.
struct Walk<'w, 'a> {
    names: &'w Names,
    field: String,
    found: &'w mut Vec<Value<'a>>,
}

impl<'a> Walk<'_, 'a> {
    fn node(&mut self, node: &Node<'a>) {
        let Content::Map(entries) = node.content() else { return self.value(node, 0) };
        let length = self.field.len();
        for (key, node) in entries {
            self.field.push_str(if length == 0 { "" } else { "." });
            self.field.push_str(&self.names.name(key));
            self.value(node, 0);
            self.field.truncate(length);
        }
    }

    /// The value of a property: a text, a text with its type or language, an object, or a list of these.
    ///
    /// A text has the field of its property, in a list or not. The first object of a property has the index 0.
    fn value(&mut self, node: &Node<'a>, index: usize) {
        match node.content() {
            Content::Scalar(text, _) => {
                self.found.push(Value::new(node.place, shortened(&self.field), text.clone()));
            }
            Content::List(nodes) => nodes.iter().enumerate().for_each(|(index, node)| self.value(node, index)),
            Content::Map(entries) => {
                let is_list = entries.iter().any(|(key, _)| matches!(key.as_ref(), "@list" | "@set"));
                let is_text = entries.iter().any(|(key, _)| key == "@value") || is_reference(entries);
                let length = self.field.len();
                for (key, node) in entries.iter().filter(|_| is_list || is_text) {
                    if !matches!(key.as_ref(), "@value" | "@id" | "@list" | "@set") {
                        self.field.push('.');
                        self.field.push_str(key);
                    }
                    self.value(node, index);
                    self.field.truncate(length);
                }
                if !is_list && !is_text {
                    self.field.push_str(&format!("[{index}]"));
                    self.node(node);
                    self.field.truncate(length);
                }
            }
            Content::Null | Content::Shared(_) => {}
        }
    }
}

/// `{ "@id": "https://…" }`
fn is_reference(entries: &[(std::borrow::Cow<'_, str>, Node<'_>)]) -> bool {
    entries.len() == 1 && entries.iter().all(|(key, _)| key == "@id")
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}
