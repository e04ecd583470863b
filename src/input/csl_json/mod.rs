//! CSL-JSON, as Zotero, pandoc and citation-js write it.
//!
//! Our own export has the whole record at `custom.prefercite`. Then only the record is read. For all other items
//! the rules are Zotero's, because most fields come from Zotero.

mod rules;
mod table;

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::items::{Items, Piece, at, text_at, values};
use super::shared::{ids, markup};
use super::table::follow;
#[cfg(test)]
use super::table::{Described, describe};
use super::zotero::rules::Known;
use crate::document::tree::{Content, Node};
use table::TABLE;

/// The types of CSL 1.0.2, and the types of Zotero that they come from.
#[rustfmt::skip]
const TYPES: &[(&str, &str)] = &[
    ("article", "preprint"), ("article-journal", "journalArticle"), ("article-magazine", "magazineArticle"),
    ("article-newspaper", "newspaperArticle"), ("bill", "bill"), ("book", "book"), ("broadcast", "radioBroadcast"),
    ("chapter", "bookSection"), ("classic", "book"), ("collection", "collection"), ("dataset", "dataset"), ("document", "document"),
    ("entry", "encyclopediaArticle"), ("entry-dictionary", "dictionaryEntry"), ("entry-encyclopedia", "encyclopediaArticle"),
    ("event", "presentation"), ("figure", "artwork"), ("graphic", "artwork"), ("hearing", "hearing"), ("interview", "interview"),
    ("legal_case", "case"), ("legislation", "statute"), ("manuscript", "manuscript"), ("map", "map"), ("motion_picture", "film"),
    ("musical_score", "document"), ("pamphlet", "pamphlet"), ("paper-conference", "conferencePaper"), ("patent", "patent"),
    ("performance", "presentation"), ("periodical", "book"), ("personal_communication", "letter"), ("post", "forumPost"),
    ("post-weblog", "blogPost"), ("regulation", "statute"), ("report", "report"), ("review", "journalArticle"),
    ("review-book", "journalArticle"), ("software", "computerProgram"), ("song", "audioRecording"), ("speech", "presentation"),
    ("standard", "standard"), ("thesis", "thesis"), ("treaty", "treaty"), ("webpage", "webpage"), ("letter", "letter"),
];

/// Whether it is an item of CSL-JSON. Our own records have no `type`.
pub(super) fn is_item(node: &Node<'_>) -> bool {
    const ONLY_CSL: &[&str] = &["issued", "container-title", "citation-key", "publisher-place", "archive_location"];
    let is_known = text_at(node, "type").is_some_and(|word| {
        TYPES.iter().any(|(known, _)| *known == word) || ONLY_CSL.iter().any(|key| at(node, key).is_some())
    });
    let ours = ["kind", "creators", "recipients", "holdings", "surrogates", "itemType"];
    is_known && ours.iter().all(|key| at(node, key).is_none())
}

#[derive(Debug)]
pub(super) struct CslJson<'a> {
    items: Items<'a>,
    ids: ids::Ids,
}

impl<'a> CslJson<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        CslJson { items: Items::new(text, &["items", "references"]), ids: ids::Ids::default() }
    }

    fn item(&mut self, node: &Node<'a>) -> Draft<'a> {
        let mut draft = Draft::new(node.place, values(node, ""));
        let custom = at(node, "custom").and_then(|custom| at(custom, "prefercite"));
        if let Some(record) = custom.filter(|record| matches!(record.content(), Content::Map(_))) {
            draft.set_record(record.clone());
            for value in draft.all("custom.prefercite.*") {
                let path = draft.field(value).trim_start_matches("custom.prefercite.").to_owned();
                draft.key_of(value, &path);
            }
            for value in draft.all("*") {
                draft.not(value, "the whole record at custom.prefercite is read instead");
            }
            return draft;
        }
        draft.take_off(markup::without_tags);
        let word = draft.look("type").unwrap_or_default();
        let zotero = TYPES.iter().find(|(known, _)| *known == word).map_or("document", |(_, zotero)| *zotero);
        let location = if draft.look("archive_location").is_some() { "archive_location" } else { "archive-location" };
        let mut item = Known::of_type(zotero, location, &draft);
        item.has_author = at(node, "author").is_some();
        follow(TABLE, &mut item, &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", node.place);
        }
        if !draft.has("id") {
            let name = draft.get("creators[0].family").or(draft.get("creators[0].body")).or(draft.get("creators[0]"));
            let date = draft.get("date").or(draft.get("date.edtf")).or(draft.get("source.date"));
            let id = self.ids.make(&[name, date.and_then(|date| date.get(..4)), draft.get("title.text")]);
            draft.put("id", id, node.place);
        }
        draft
    }
}

impl<'a> Foreign<'a> for CslJson<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            match self.items.next()? {
                Ok(Piece::Item(node)) => return Some(Ok(self.item(&node))),
                Ok(Piece::Beside(key, node)) => {
                    let values = values(&node, &key).into_iter().filter(Value::is_visible);
                    outside.extend(values.map(|value| Told::not_carried(value, "next to the list of items")));
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
