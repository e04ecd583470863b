//! EAD, the format of finding aids: 2002, 3 and 4.
//!
//! A finding aid is read one component at a time; only the heads of the components above are kept. Each component is a
//! record, and so is the collection. The path of a record has the levels above it, then its containers.

mod aid;
mod content;
mod dates;
mod extent;
mod fields;
mod follow;
mod known;
mod meanings;
mod names;
mod notes;
mod plan;
mod rules;
mod shelf;
mod table;
mod tail;
mod way;
mod ways;

use std::sync::Arc;

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::shared::ids;
#[cfg(test)]
use super::table::{Described, describe};
use super::xml::{self, Element, Items, Part, Piece, Tag, Xml, add_attributes, push_step, root};
use crate::document::tree;
use crate::document::tree::Node;
use aid::Aid;
use content::Content;
use known::{Archive, Head, Known, Repository, add_repository};
use meanings::Meanings;
pub(super) use plan::Plan;
use tail::Search;
pub(super) use tail::Tail;
use ways::Ways;

const ITEMS: Items = Items {
    names: &["c", "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12"],
    around: &["ead", "archdesc", "archDesc", "dsc", "descriptionOfComponents"],
};

/// Whether a file is a finding aid, or has one in it: the response of a server, the METS of a library.
pub(super) fn is_ead(text: &str) -> bool {
    // In a response, the finding aid is in the first record. In METS, a catalogue's record may come before it.
    let first = match root(text) {
        Some(tag) if tag.name == "OAI-PMH" => 40,
        Some(tag) if tag.name == "mets" => 10_000,
        Some(tag) => return fields::name(tag.name) == "ead",
        None => return false,
    };
    let mut xml = Xml::new(text, ITEMS);
    let pieces = std::iter::from_fn(|| xml.next()).filter_map(Result::ok);
    let tags = pieces.filter_map(|piece| if let Piece::Start(tag) = piece { Some(tag.name) } else { None });
    tags.take(first).any(|name| name == "ead")
}

#[derive(Debug)]
pub(super) struct Ead<'a> {
    xml: Xml<'a>,
    tail: Tail<'a>,
    /// The element before the description, which is read with it.
    head: Option<Element<'a>>,
    /// The start of a component that ended the previous one.
    waiting: Option<Tag<'a>>,
    state: State,
}

/// What is remembered of the components so far.
#[derive(Debug, Default)]
struct State {
    /// The components that contain the next one.
    heads: Vec<Head>,
    aid: Aid,
    /// The start of the collection's elements after its components, which have been read.
    tail: Vec<usize>,
    search: Search,
    ways: Ways,
    meanings: Meanings,
    ids: ids::Ids,
}

/// A finding aid between two components. It continues in the same text, or in another part of the file.
#[derive(Debug, Default)]
pub(super) struct Paused {
    xml: xml::Paused,
    state: State,
}

impl Paused {
    /// The positions that a later component may use, because it inherits values.
    pub(super) fn places(&self) -> Vec<usize> {
        let mut places = Vec::new();
        self.state.heads.iter().for_each(|head| head.add_places(&mut places));
        add_repository(&self.state.aid.repository, &mut places);
        places
    }
}

/// A component up to its first component.
struct Component {
    fault: Option<Broken>,
    has_parts: bool,
    is_open: bool,
}

impl<'a> Ead<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let whole = Part::new(text, 0);
        Ead::resumed(whole, false, Tail::In(whole), Paused::default())
    }

    /// Continues after a pause in this part of the file. `continues`: whether another part follows, which begins with
    /// a component.
    pub(super) fn resumed(part: Part<'a>, continues: bool, tail: Tail<'a>, Paused { xml, state }: Paused) -> Self {
        Ead { xml: Xml::resumed(part, continues, ITEMS, xml), tail, head: None, waiting: None, state }
    }

    /// Whether it can pause: between two components, but not between the head of the finding aid and its collection.
    pub(super) fn can_pause(&self) -> bool {
        self.head.is_none() && self.xml.can_pause()
    }

    pub(super) fn paused(self) -> Paused {
        let xml = match &self.waiting {
            Some(tag) => self.xml.paused_before(tag),
            None => self.xml.paused(),
        };
        Paused { xml, state: self.state }
    }

    /// Reads the elements of a component.
    fn component(&mut self, mut fault: Option<Broken>, content: &mut Content<'a>) -> Component {
        let (mut has_parts, mut is_open) = (false, true);
        while let Some(piece) = self.xml.next() {
            match piece {
                Ok(Piece::Start(tag)) => {
                    let name = fields::name(tag.name);
                    if fields::component(&name).is_some() || name == "dsc" {
                        has_parts = true;
                        self.waiting = Some(tag);
                        break;
                    }
                    if let Err(broken) = content.read(&mut self.xml, tag) {
                        fault.get_or_insert(broken);
                    }
                }
                Ok(Piece::Text(text)) => content.add(text),
                Ok(Piece::End) => {
                    is_open = false;
                    break;
                }
                Err(broken) => _ = fault.get_or_insert(broken),
            }
        }
        // The next part of the file begins with a component.
        has_parts |= is_open && self.xml.is_interrupted();
        Component { fault, has_parts, is_open }
    }

    /// The record of a component, and the values that its parts inherit.
    fn record(&mut self, tag: Tag<'a>, outside: &mut Vec<Told<'a>>) -> Result<Draft<'a>, Broken> {
        let number = fields::component(&fields::name(tag.name));
        let is_collection = number.is_none();
        let (depth, number) = (self.xml.depth(), number.flatten());
        let mut ways = std::mem::take(&mut self.state.ways);
        ways.limit();
        // A component without an end tag ends at the start of a component of the same level.
        let ends_here = |head: &Head| head.depth >= depth || number.is_some() && head.number >= number;
        while self.state.heads.pop_if(|head| is_collection || ends_here(head)).is_some() {}
        let mut item = Known::new(std::mem::take(&mut self.state.heads), is_collection);
        std::mem::swap(&mut item.meanings, &mut self.state.meanings);
        let Tag { place, name, attributes, broken } = tag;
        let mut content = Content::new(ways, item, attributes);
        let Component { fault, has_parts, is_open } = self.component(broken.map(|broken| *broken), &mut content);
        content.item.has_parts = has_parts;
        if is_collection {
            if is_open {
                self.read_tail(place, name, &mut content);
            }
            self.state.aid = self.head.take().map(|head| Aid::of(head, &content, outside)).unwrap_or_default();
        }
        let Content { ways, mut item, values, .. } = content;
        item.texts.sort_unstable_by_key(|(way, _)| *way);
        let mut draft = Draft::of_held("", place, values);
        let repository = self.put_fields(&mut item, &mut draft, place);
        if is_open {
            let mut head = Head { depth, number, repository, ..self.head_of(&mut item, &draft, place) };
            shelf::make_levels(&mut head, &item.heads);
            item.heads.push(head);
        }
        (self.state.ways, self.state.heads, self.state.meanings) = (ways, item.heads, item.meanings);
        fault.map_or(Ok(draft), Err)
    }

    /// Makes the record from the values, and returns the repository.
    fn put_fields(&mut self, item: &mut Known, draft: &mut Draft<'a>, place: usize) -> Repository {
        let level = draft.look("@level").unwrap_or_default();
        item.level = level.to_lowercase();
        item.word = shelf::word(level, || known::said(draft, &"".into(), "otherlevel"));
        if item.is_collection && item.level.is_empty() {
            item.level = "collection".to_owned();
            item.word = Some("collection".to_owned());
        }
        let (title, is_inherited) = rules::title_of(item, draft);
        shelf::put_heads(item, &title, draft);
        follow::follow(item, draft);
        dates::put(item, draft);
        if let Some((title, place)) = self.state.aid.title.take().filter(|_| item.is_collection) {
            draft.put("title.text", title, place);
            draft.put("title.form", "supplied", place);
        }
        if let Some(at) = item.dated.filter(|_| is_inherited && !draft.has("title.text")) {
            draft.also(at, "title.text", title, "it has only a date, so the title of the component above is used");
            draft.put("title.form", "supplied", place);
        }
        if shelf::describes_collection(item) {
            shelf::put_collection(item, draft, place);
        }
        shelf::put_containers(item, draft);
        self.put_kind(item, draft, place);
        let repository = self.put_repository(item, draft, place);
        self.put_id(item, draft, place);
        repository
    }

    /// The values that the parts of a component inherit.
    fn head_of(&self, item: &mut Known, draft: &Draft<'a>, place: usize) -> Head {
        // For its parts it is a collection, even if it is described as one document.
        let level = match item.is_collection && !shelf::describes_collection(item) {
            true => Some("collection".to_owned()),
            false => item.word.take(),
        };
        // A number that the title or a level above already contains is not repeated.
        let is_own = item.own.is_some() || draft.has("holdings[0].reference");
        let id = item.id.take().filter(|_| is_own);
        let title = draft.get("title.text");
        let is_titled = title.is_some();
        // A component may have only a date.
        let title = title.or_else(|| {
            let date = draft.get("date.display").or(draft.get("date.edtf")).or(draft.get("date"));
            date.filter(|_| id.is_none())
        });
        let (title, containers) = (title.map(str::to_owned), std::mem::take(&mut item.containers));
        Head { place: item.title_place(draft, place), level, id, title, is_titled, containers, ..Head::default() }
    }

    fn put_kind(&self, item: &Known, draft: &mut Draft<'a>, place: usize) {
        let is_file = matches!(item.level.as_str(), "file" | "item");
        let is_collection = shelf::is_collection(&item.level) || (item.has_parts || item.is_collection) && !is_file;
        let kind = match (&item.kind, is_collection) {
            (_, true) => "collection",
            (Some(kind), false) => kind.as_str(),
            (None, false) => "document",
        };
        draft.put("kind", kind, place);
    }

    /// The repository is inherited from the nearest component above that has one.
    fn put_repository(&self, item: &Known, draft: &mut Draft<'a>, place: usize) -> Repository {
        const FIELDS: &[(&str, &str)] = &[
            ("name", "holdings[0].repository.name"),
            ("department", "holdings[0].repository.department"),
            ("place", "holdings[0].repository.place"),
            ("code", "holdings[0].repository.code"),
        ];
        let fields = if draft.has("holdings[0].repository") { FIELDS } else { &[] };
        let own = fields.iter().filter_map(|(field, path)| Some((*field, draft.get(path)?.to_owned(), place)));
        let mut own: Vec<(&'static str, String, usize)> = own.collect();
        if own.first().is_some_and(|(field, ..)| *field == "name") {
            return Some(Arc::new(Archive::new(own)));
        }
        let repository = item.heads.last().map_or(&self.state.aid.repository, |head| &head.repository).clone()?;
        let node = if own.is_empty() {
            repository.node.clone()
        } else {
            let others = repository.fields.iter().filter(|(field, ..)| own.iter().all(|(known, ..)| known != field));
            let others: Vec<_> = others.cloned().collect();
            own.extend(others);
            Archive::new(own).node
        };
        draft.put_node("holdings[0].repository", Node { place, content: tree::Content::Shared(node) });
        Some(repository)
    }

    fn put_id(&mut self, item: &Known, draft: &mut Draft<'a>, place: usize) {
        let aid = self.state.aid.id.as_deref();
        let own = draft.get("id").map(str::to_owned).or_else(|| {
            let is_numbered = item.own.is_some() || draft.has("holdings[0].reference");
            item.id.as_deref().filter(|_| is_numbered).and_then(ids::id)
        });
        let id = match (aid, own) {
            (Some(aid), _) if item.is_collection => aid.to_owned(),
            (Some(aid), Some(own)) if !own.starts_with(aid) => [aid, "-", &own].concat(),
            (_, Some(own)) => own,
            (aid, None) => {
                let date = draft.get("date").or(draft.get("date.edtf"));
                let made = self.state.ids.make(&[aid, draft.get("title.text").or(date)]);
                return draft.put("id", made, place);
            }
        };
        let id = self.state.ids.unique(ids::shortened(id));
        draft.put("id", id, place);
    }

    /// Reads the elements of the collection after its components.
    fn read_tail(&mut self, place: usize, name: &str, content: &mut Content<'a>) {
        self.state.tail.clear();
        let tail = match self.tail {
            Tail::In(part) => self.state.search.tail(part, place, name),
            Tail::Is(part) => part,
        };
        let Some(tail) = tail else { return };
        let mut xml = Xml::within(tail, ITEMS);
        while let Some(Ok(piece)) = xml.next() {
            if let Piece::Start(tag) = piece {
                let (is_part, place) = (fields::component(&fields::name(tag.name)).is_some(), tag.place);
                if is_part || content.read(&mut xml, tag).is_err() {
                    return;
                }
                self.state.tail.push(place);
            }
        }
    }

    /// The values of a tag or an element outside the components.
    fn leave(&self, values: Vec<Value<'a>>, why: &'static str, outside: &mut Vec<Told<'a>>) {
        let values = values.into_iter().filter(Value::is_visible);
        outside.extend(values.map(|value| Told::not_carried(value, why)));
    }

    fn leave_attributes(&self, tag: &Tag<'a>, outside: &mut Vec<Told<'a>>) {
        let mut values = Vec::new();
        add_attributes(&tag.attributes, tag.name, &mut values);
        self.leave(values, "how the finding aid is encoded or shown", outside);
    }
}

impl<'a> Foreign<'a> for Ead<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            let tag = match self.waiting.take() {
                Some(tag) => tag,
                None => match self.xml.next()? {
                    Ok(Piece::Start(tag)) => tag,
                    Ok(Piece::End) => {
                        let depth = self.xml.depth();
                        while self.state.heads.pop_if(|head| head.depth > depth).is_some() {}
                        continue;
                    }
                    Ok(Piece::Text(text)) => {
                        let value = Value::new(text.place, "text()", text.text);
                        self.leave(vec![value], "between the components", outside);
                        continue;
                    }
                    Err(broken) => return Some(Err(broken)),
                },
            };
            let name = fields::name(tag.name);
            if name == "archdesc" || fields::component(&name).is_some() {
                return Some(self.record(tag, outside));
            }
            let is_head = matches!(&*name, "eadheader" | "control");
            // The elements around a finding aid, and around its components.
            if !is_head && (self.state.heads.is_empty() && name != "frontmatter" || name == "dsc") {
                if let Some(broken) = tag.broken {
                    return Some(Err(*broken));
                }
                self.leave_attributes(&tag, outside);
                continue;
            }
            let element = match self.xml.element(tag) {
                Ok(element) => element,
                Err(broken) => return Some(Err(broken)),
            };
            if is_head && self.state.heads.is_empty() {
                self.head = Some(element);
            } else if self.state.tail.binary_search(&element.place).is_err() {
                let (mut field, mut values) = (String::new(), Vec::new());
                push_step(&mut field, element.name, 1);
                element.add_values(&mut field, &mut values);
                let why = match &*name {
                    "frontmatter" => "about the finding aid, not about the documents",
                    "head" | "p" => "about the list of components",
                    _ => "after or between the components",
                };
                self.leave(values, why, outside);
            }
        }
    }
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(table::TABLE)
}
