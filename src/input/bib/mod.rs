//! BibTeX and BibLaTeX: `.bib` files of Zotero, Better BibTeX, JabRef and Mendeley, files typed by hand, and our
//! own exports.
//!
//! Abbreviations are valid after their definition. An entry with a `crossref` or an `xdata` inherits missing fields
//! from its parent.

mod names;
mod place;
mod published;
mod rules;
mod shelf;
mod split;
mod table;
mod text;
mod titles;

use std::borrow::Cow;
use std::collections::HashMap;

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::shared::{dates, ids};
use super::table::follow;
#[cfg(test)]
use super::table::{Described, describe};
use crate::document::tree::{Content, Node};
use rules::Item;
use split::{Entry, Piece, Pieces};
use table::TABLE;

/// Whether a text looks like BibTeX: a line begins with `@word{`, and the text before it is comments or has no
/// colon.
pub(super) fn is_bib(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start).filter(|line| !line.is_empty()).take(200);
    lines.find(|line| line.starts_with('@') || !line.starts_with('%')).is_some_and(|line| split::head(line).is_some())
}

/// The maximum length of an abbreviation that is made of others.
const MAX_ABBREVIATION: usize = 1 << 14;

#[derive(Debug)]
pub(super) struct Bib<'a> {
    text: &'a str,
    pieces: Pieces<'a>,
    abbreviations: HashMap<String, Cow<'a, str>>,
    ids: ids::Ids,
    /// The start of each entry, computed when a parent is first needed.
    places: Option<HashMap<&'a str, usize>>,
}

/// Types of entries that only other entries use.
const PARTS: &[&str] = &["xdata", "set", "control"];

impl<'a> Bib<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Bib { text, pieces: Pieces::new(text), abbreviations: HashMap::new(), ids: ids::Ids::default(), places: None }
    }

    fn expand(&self, word: &'a str) -> Cow<'a, str> {
        let lower = word.to_lowercase();
        if let Some(text) = self.abbreviations.get(&lower) {
            return text.clone();
        }
        Cow::Borrowed(dates::month_of(word).unwrap_or(word))
    }

    /// The values of an entry, with its names in parts, and the fields with commands that cannot be read.
    fn values(&self, entry: &Entry<'a>, item: &mut Item) -> Vec<Value<'a>> {
        let mut values = vec![Value::new(entry.place, "type", entry.kind), Value::new(entry.key.0, "key", entry.key.1)];
        for field in &entry.fields {
            let name = field.name.to_lowercase();
            let source = field.source(|word| self.expand(word));
            let text = text::decode(&name, &source).unwrap_or_else(|| {
                item.unread.push(name.clone());
                text::bare(&source)
            });
            if names::is_list(&name) {
                item.names.entry(name.clone()).or_insert_with(|| text::names(&source));
            }
            values.push(Value::new(field.place, name, text));
        }
        values
    }

    fn item(&mut self, entry: &Entry<'a>) -> Draft<'a> {
        let mut item = Item::default();
        let mut draft = Draft::new(entry.place, self.values(entry, &mut item));
        item.know(entry.kind, &draft);
        follow(TABLE, &mut item, &mut draft);
        self.inherit(&item, &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", entry.place);
        }
        if !draft.has("id") {
            let name =
                ["creators[0].family", "creators[0].body", "creators[0]"].iter().find_map(|path| draft.get(path));
            let date = ["date", "date.edtf", "source.date"].iter().find_map(|path| draft.get(path));
            let id = self.ids.make(&[name, date.and_then(|date| date.get(..4)), draft.get("title.text")]);
            draft.put("id", id, entry.place);
        }
        draft
    }

    /// Adds missing fields from the parent: from a book everything that is the source of its chapter, from `xdata`
    /// everything.
    fn inherit(&mut self, item: &Item, draft: &mut Draft<'a>) {
        for field in ["crossref", "xdata"] {
            let Some(at) = draft.first(field) else { continue };
            let mut found = Vec::new();
            for key in draft.owned(at).split(',').map(str::trim) {
                let Some(parent) = self.parent(key) else { continue };
                let is_titled = draft.has("title");
                let mut own = Item { known: item.known.clone(), kind: item.kind.clone(), is_titled, ..Item::default() };
                let mut values = self.values(&parent, &mut own);
                values.retain(|value| !matches!(&*value.field, "type" | "key" | "crossref" | "xdata"));
                let is_whole = field == "xdata" || rules::as_parent(&mut values, &mut own, parent.kind);
                let mut above = Draft::new(draft.place(at), values);
                follow(TABLE, &mut own, &mut above);
                let (record, _) = above.finish();
                if let Content::Map(keys) = record.content {
                    keys.into_iter().for_each(|(key, node)| take(draft, &key, node, is_whole, &mut found));
                }
            }
            let why = "the entry inherits it from its parent";
            let mut found = found.iter();
            match found.next() {
                Some(first) => draft.guess_of(at, first, why),
                None => draft.not(at, "its parent is not in the file, or adds nothing"),
            }
            found.for_each(|path| draft.also_of(at, path, why));
        }
    }

    fn parent(&mut self, key: &str) -> Option<Entry<'a>> {
        let text = self.text;
        let places = self.places.get_or_insert_with(|| {
            let (mut pieces, mut places) = (Pieces::new(text), HashMap::new());
            while let Some(piece) = pieces.next() {
                if let Ok(Piece::Entry(entry)) = piece {
                    places.entry(entry.key.1).or_insert(entry.place);
                }
            }
            places
        });
        match Pieces::at(text, *places.get(key)?).next()? {
            Ok(Piece::Entry(entry)) => Some(entry),
            _ => None,
        }
    }
}

/// Inherits a missing field.
fn take<'a>(draft: &mut Draft<'a>, key: &str, node: Node<'a>, is_data: bool, found: &mut Vec<String>) {
    match node.content {
        Content::Map(keys) if key == "source" => {
            for (key, node) in keys {
                let path = format!("source.{key}");
                if !draft.has(&path) {
                    draft.put_node(&path, node);
                    found.push(path);
                }
            }
        }
        content if is_data && !matches!(key, "kind" | "id" | "note") && !draft.has(key) => {
            draft.put_node(key, Node { content, ..node });
            found.push(key.to_owned());
        }
        _ => {}
    }
}

impl<'a> Foreign<'a> for Bib<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            match self.pieces.next()? {
                Ok(Piece::Entry(entry)) if PARTS.iter().any(|part| part.eq_ignore_ascii_case(entry.kind)) => {
                    let values = self.values(&entry, &mut Item::default());
                    let why = "data for other entries, not an entry itself";
                    let values = values.into_iter().filter(Value::is_visible);
                    outside.extend(values.map(|value| Told::not_carried(value, why)));
                }
                Ok(Piece::Entry(entry)) => return Some(Ok(self.item(&entry))),
                Ok(Piece::Abbreviation(field)) => {
                    let mut text = field.source(|word| self.expand(word));
                    if text.len() > MAX_ABBREVIATION {
                        text = Cow::Borrowed("");
                    }
                    let shown = text::decode("title", &text).unwrap_or_else(|| text::bare(&text));
                    let value = Value::new(field.place, format!("@string {}", field.name), shown);
                    if value.is_visible() {
                        outside.push(Told::not_carried(value, "an abbreviation, which the fields with it contain"));
                    }
                    self.abbreviations.insert(field.name.to_lowercase(), text);
                }
                Ok(Piece::Text { place, text, why }) => {
                    let value = Value::new(place, "", text);
                    if value.is_visible() {
                        outside.push(Told::not_carried(value, why));
                    }
                }
                Err(broken) => return Some(Err(broken)),
            }
        }
    }
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}
