//! Zotero's own JSON: as exported by Better BibTeX, as sent by the program and its server, and as made by site
//! translators.

pub(super) mod rules;
mod table;

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::items::{Items, Piece, at, text_at, values};
use super::shared::{ids, markup};
use super::table::follow;
#[cfg(test)]
use super::table::{Described, describe};
use crate::document::tree::Node;
use rules::Known;
use table::TABLE;

/// Whether it is an item of Zotero.
pub(super) fn is_item(node: &Node<'_>) -> bool {
    let item = at(node, "data").unwrap_or(node);
    text_at(item, "itemType").is_some()
}

#[derive(Debug)]
pub(super) struct Zotero<'a> {
    items: Items<'a>,
    ids: ids::Ids,
}

impl<'a> Zotero<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Zotero { items: Items::new(text, &["items"]), ids: ids::Ids::default() }
    }
}

/// Items that are parts of other items.
const PARTS: &[(&str, &str)] = &[
    ("attachment", "an attached file, not a document"),
    ("note", "a user's note, not a document"),
    ("annotation", "an annotation in a file, not a document"),
];

impl<'a> Foreign<'a> for Zotero<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        let mut leave = |node: &Node<'a>, field: &str, why: &'static str| {
            let values = values(node, field).into_iter().filter(Value::is_visible);
            outside.extend(values.map(|value| Told::not_carried(value, why)));
        };
        loop {
            let node = match self.items.next()? {
                Ok(Piece::Item(node)) => node,
                Ok(Piece::Beside(key, node)) => {
                    leave(&node, &key, "next to the list of items");
                    continue;
                }
                Err(broken) => return Some(Err(broken)),
            };
            let item = at(&node, "data").unwrap_or(&node);
            let part = text_at(item, "itemType").and_then(|kind| PARTS.iter().find(|(part, _)| *part == kind));
            if let Some((_, why)) = part {
                leave(&node, "", why);
                continue;
            }
            return Some(Ok(self.item(&node)));
        }
    }
}

impl<'a> Zotero<'a> {
    fn item(&mut self, node: &Node<'a>) -> Draft<'a> {
        let base = if at(node, "data").is_some() { "data." } else { "" };
        let mut draft = Draft::within(base, node.place, values(node, ""));
        draft.take_off(markup::without_tags);
        let mut item = Known::of(&draft);
        follow(TABLE, &mut item, &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", node.place);
        }
        if !draft.has("id") {
            let names = ["creators[0].family", "creators[0].body", "creators[0]"];
            let name = names.iter().find_map(|path| draft.get(path));
            let date = draft.get("date").or(draft.get("date.edtf")).or(draft.get("source.date"));
            let id = self.ids.make(&[name, date.and_then(|date| date.get(..4)), draft.get("title.text")]);
            draft.put("id", id, node.place);
        }
        draft
    }
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}
