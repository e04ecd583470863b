//! TEI: letters, indexes of letters (the Correspondence Metadata Interchange Format) and volumes of documents.
//!
//! A letter is a file whose header has a description of its correspondence. An index has many such descriptions,
//! and each is a record. A volume has documents in its text, and each is a record: an example is *Foreign Relations
//! of the United States*. They are read one at a time.

mod dates;
mod documents;
mod known;
mod leaves;
mod letters;
mod people;
mod sources;
mod table;
mod titles;
mod volume;

use std::collections::{HashMap, VecDeque};

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::shared::ids;
use super::table::follow;
#[cfg(test)]
use super::table::{Described, describe};
use super::xml::{Child, Element, Items, Piece, Tag, Xml, root};
use known::{Edition, Known};
use leaves::Leaves;
use table::TABLE;
use volume::Volume;

const ITEMS: Items = Items {
    names: &["correspDesc", "div", "TEI"],
    around: &["TEI", "teiCorpus", "teiHeader", "profileDesc", "text", "group", "front", "body", "back", "div"],
};

/// Whether the root element of a file belongs to TEI.
pub(super) fn is_tei(text: &str) -> bool {
    root(text).is_some_and(|tag| is_root(tag.name))
}

fn is_root(name: &str) -> bool {
    matches!(name, "TEI" | "TEI.2" | "teiCorpus")
}

/// What a file contains.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    /// Not known yet.
    Open,
    /// The header was a letter, which is a record.
    Letter,
    Index,
    Volume,
}

#[derive(Debug)]
pub(super) struct Tei<'a> {
    xml: Xml<'a>,
    shape: Shape,
    /// The part of the header that is in no record yet.
    header: Leaves<'a>,
    header_place: Option<usize>,
    /// The errors in it.
    header_fault: Option<Broken>,
    /// The first description of a correspondence.
    letter: Option<Element<'a>>,
    is_in_header: bool,
    /// The depth of the root of the current file.
    depth: usize,
    editions: HashMap<String, Edition>,
    volume: Volume,
    /// The data in the header of a volume, until its first document.
    volume_values: Vec<Value<'a>>,
    ready: VecDeque<Result<Draft<'a>, Broken>>,
    ids: ids::Ids,
}

impl<'a> Tei<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Tei {
            xml: Xml::new(text, ITEMS),
            shape: Shape::Open,
            header: Leaves::default(),
            header_place: None,
            header_fault: None,
            letter: None,
            is_in_header: false,
            depth: 0,
            editions: HashMap::new(),
            volume: Volume::default(),
            volume_values: Vec::new(),
            ready: VecDeque::new(),
            ids: ids::Ids::default(),
        }
    }

    fn start(&mut self, tag: Tag<'a>, outside: &mut Vec<Told<'a>>) {
        match tag.name {
            name if is_root(name) => self.begin(tag, outside),
            "teiHeader" => {
                self.is_in_header = true;
                self.header_place.get_or_insert(tag.place);
                self.header_attributes(tag, "teiHeader");
            }
            "correspDesc" if self.is_in_header => {
                let element = self.xml.element(tag);
                self.correspondence(element, outside);
            }
            "profileDesc" if self.is_in_header => self.header_attributes(tag, "profileDesc"),
            _ if self.is_in_header => match self.xml.element(tag) {
                Ok(element) if self.shape == Shape::Index => leave(element, outside),
                Ok(element) => self.header.header(element),
                Err(broken) => _ = self.header_fault.get_or_insert(broken),
            },
            "div" | "div1" | "div2" | "div3" | "div4" if is_document(&tag) => {
                if self.shape == Shape::Open {
                    self.open_volume(outside);
                }
                match self.xml.element(tag) {
                    Ok(element) if is_editorial(&element) => {
                        leave_with(element, "an editorial note, not a document", outside)
                    }
                    Ok(element) => {
                        let draft = self.document(element);
                        self.ready.push_back(Ok(draft));
                    }
                    Err(broken) => self.ready.push_back(Err(broken)),
                }
            }
            name => {
                let field = name.to_owned();
                let values = attributes(tag, &field);
                outside
                    .extend(values.into_iter().filter(Value::is_visible).map(|value| Told::not_carried(value, TEXT)));
            }
        }
    }

    fn begin(&mut self, tag: Tag<'a>, outside: &mut Vec<Told<'a>>) {
        let of_volume = std::mem::take(&mut self.volume_values).into_iter().filter(Value::is_visible);
        outside.extend(of_volume.map(|value| Told::not_carried(value, "the head of the file")));
        // A corpus has its own header, which is not the header of a letter.
        if self.header_place.is_some() {
            self.leave_header(outside);
        }
        self.shape = Shape::Open;
        self.is_in_header = false;
        self.depth = self.xml.depth();
        self.header_attributes(tag, "TEI");
    }

    fn header_attributes(&mut self, tag: Tag<'a>, field: &str) {
        if let Some(broken) = tag.broken {
            self.header_fault.get_or_insert(Broken { place: broken.place, problem: broken.problem });
            return;
        }
        self.header.values.extend(attributes(tag, field));
    }

    /// A description of a correspondence: of a letter, or of the next entry of an index.
    fn correspondence(&mut self, element: Result<Element<'a>, Broken>, outside: &mut Vec<Told<'a>>) {
        let element = match element {
            Ok(element) => element,
            Err(broken) => return self.ready.push_back(Err(broken)),
        };
        let names_an_edition = element.attributes.iter().any(|it| matches!(it.name, "source" | "key" | "ref"));
        let has_manuscript = self.header.texts.keys().any(|field| field.starts_with("msIdentifier"));
        let is_second = self.letter.is_some();
        let is_letter = has_manuscript || !names_an_edition;
        if self.shape == Shape::Open && !is_second && is_letter {
            self.letter = Some(element);
            return;
        }
        if self.shape == Shape::Open {
            self.shape = Shape::Index;
            self.read_editions();
            self.leave_header(outside);
        }
        for element in self.letter.take().into_iter().chain([element]) {
            let place = element.place;
            let mut leaves = Leaves::default();
            leaves.header(element);
            let draft = self.draft(leaves, place, "letter");
            self.ready.push_back(Ok(draft));
        }
    }

    /// The editions that the entries of an index name.
    fn read_editions(&mut self) {
        let texts = &self.header.texts;
        for (field, text) in texts.iter().filter(|(field, _)| is_edition(field)) {
            let look = |name: &str| self.header.values.iter().find(|value| *value.field == format!("{field}/@{name}"));
            let Some(id) = look("id") else { continue };
            let kind = look("type").map_or(String::new(), |kind| kind.text.to_string());
            self.editions
                .insert(id.text.trim().to_owned(), Edition { text: text.trim_end_matches('.').to_owned(), kind });
        }
    }

    /// The header of a volume or of an index is in each of its records, or in none.
    fn leave_header(&mut self, outside: &mut Vec<Told<'a>>) {
        let header = std::mem::take(&mut self.header);
        self.header_place = None;
        if let Some(broken) = self.header_fault.take() {
            self.ready.push_back(Err(broken));
        }
        // Only the first document of a volume reports them, but they are the source of each document.
        if self.shape == Shape::Volume {
            let of_volume = |value: Value<'a>| Value { field: format!("volume/{}", value.field).into(), ..value };
            self.volume_values = header.values.into_iter().map(of_volume).collect();
            return;
        }
        for value in header.values.into_iter().filter(Value::is_visible) {
            let why = match is_edition(known::element_of(&value.field, "bibl")) {
                true => "an edition, which is in the entries that name it",
                false => "the head of the file",
            };
            outside.push(Told::not_carried(value, why));
        }
    }

    fn open_volume(&mut self, outside: &mut Vec<Told<'a>>) {
        self.shape = Shape::Volume;
        self.volume = Volume::of(&self.header);
        self.leave_header(outside);
    }

    /// A document of a volume.
    fn document(&mut self, element: Element<'a>) -> Draft<'a> {
        let place = element.place;
        let mut leaves = Leaves::default();
        leaves.document(element);
        let Leaves { values: own, texts, .. } = leaves;
        let mut values = std::mem::take(&mut self.volume_values);
        values.extend(own);
        let mut draft = Draft::new(place, values);
        let mut known = Known::of(texts, HashMap::new());
        self.volume.put(&mut draft, place);
        let own = draft.look("document/@id").map(str::to_owned);
        follow(TABLE, &mut known, &mut draft);
        documents::put_kind(&known, &mut draft, place);
        if let (Some(volume), Some(own)) = (&self.volume.id, own) {
            if let Some(id) = ids::id(&format!("{volume}-{own}")) {
                draft.put("id", id, place);
            }
            if volume.starts_with("frus") {
                let address = format!("https://history.state.gov/historicaldocuments/{volume}/{own}");
                draft.put("surrogates[0].url", address, place);
            }
        }
        self.put_id(&mut draft, place);
        draft
    }

    /// A letter, an entry of an index, or another text.
    fn draft(&mut self, leaves: Leaves<'a>, place: usize, kind: &str) -> Draft<'a> {
        let Leaves { mut values, texts, .. } = leaves;
        values.sort_by_key(|value| value.place);
        let mut draft = Draft::new(place, values);
        let editions = std::mem::take(&mut self.editions);
        let mut known = Known::of(texts, editions);
        draft.put("kind", kind, place);
        follow(TABLE, &mut known, &mut draft);
        self.editions = known.editions;
        self.put_id(&mut draft, place);
        draft
    }

    fn put_id(&mut self, draft: &mut Draft<'a>, place: usize) {
        if draft.has("id") {
            return;
        }
        let names = ["creators[0].family", "creators[0].body", "creators[0]"];
        let name = names.iter().find_map(|path| draft.get(path));
        let date = draft.get("date").or(draft.get("date.edtf")).map(|date| date.trim_start_matches('['));
        let more = draft.get("source.number").or(draft.get("title.text"));
        let id = self.ids.make(&[name, date.and_then(|date| date.get(..4)), more]);
        draft.put("id", id, place);
    }

    /// The record of a header that describes one text, at the end of the header or of the file.
    fn close(&mut self) {
        let Some(place) = self.header_place.filter(|_| self.shape == Shape::Open) else { return };
        self.shape = Shape::Letter;
        self.header_place = None;
        let mut leaves = std::mem::take(&mut self.header);
        let is_letter = self.letter.is_some() || leaves.texts.contains_key("particDesc/recipient");
        let kind = if is_letter { "letter" } else { "document" };
        if let Some(letter) = self.letter.take() {
            leaves.header(letter);
        }
        let record = match self.header_fault.take() {
            Some(broken) => Err(broken),
            None => Ok(self.draft(leaves, place, kind)),
        };
        self.ready.push_back(record);
    }
}

const TEXT: &str = "the text of the document";

impl<'a> Foreign<'a> for Tei<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                return Some(record);
            }
            match self.xml.next() {
                None => {
                    self.close();
                    if let Some(record) = self.ready.pop_front() {
                        return Some(record);
                    }
                    let of_volume = std::mem::take(&mut self.volume_values);
                    let left = std::mem::take(&mut self.header.values).into_iter().chain(of_volume);
                    let left = left.filter(Value::is_visible);
                    outside.extend(left.map(|value| Told::not_carried(value, "the head of the file")));
                    return None;
                }
                Some(Err(broken)) => return Some(Err(broken)),
                Some(Ok(Piece::Start(tag))) => self.start(tag, outside),
                Some(Ok(Piece::Text(text))) => {
                    let value = Value::new(text.place, if self.is_in_header { "teiHeader" } else { "text" }, text.text);
                    let why = if self.is_in_header { "the head of the file" } else { TEXT };
                    outside.extend(Some(value).filter(Value::is_visible).map(|value| Told::not_carried(value, why)));
                }
                Some(Ok(Piece::End)) => {
                    let behind_header = self.is_in_header && self.xml.depth() <= self.depth;
                    if behind_header {
                        self.is_in_header = false;
                        if self.letter.is_some() {
                            self.close();
                        }
                    } else if self.xml.depth() < self.depth {
                        self.close();
                        self.depth = self.xml.depth();
                    }
                }
            }
        }
    }
}

/// `bibl`, `bibl[2]`
fn is_edition(field: &str) -> bool {
    field == "bibl" || field.starts_with("bibl[") && !field.contains('/')
}

fn is_document(tag: &Tag<'_>) -> bool {
    tag.attributes.iter().any(|attribute| attribute.name == "type" && attribute.value == "document")
}

fn is_editorial(element: &Element<'_>) -> bool {
    element.attributes.iter().any(|attribute| attribute.name == "subtype" && attribute.value == "editorial-note")
}

fn attributes<'a>(tag: Tag<'a>, field: &str) -> Vec<Value<'a>> {
    let value = |attribute: super::xml::Attribute<'a>| {
        Value::new(attribute.place, format!("{field}/@{}", attribute.name), attribute.value)
    };
    tag.attributes.into_iter().map(value).collect()
}

fn leave<'a>(element: Element<'a>, outside: &mut Vec<Told<'a>>) {
    leave_with(element, "the head of the file", outside);
}

/// All values of an element that is in no record.
fn leave_with<'a>(element: Element<'a>, why: &'static str, outside: &mut Vec<Told<'a>>) {
    let field = element.name.to_owned();
    for attribute in element.attributes {
        let value = Value::new(attribute.place, format!("{field}/@{}", attribute.name), attribute.value);
        outside.extend(Some(value).filter(Value::is_visible).map(|value| Told::not_carried(value, why)));
    }
    for child in element.children {
        match child {
            Child::Text(text) => {
                let value = Value::new(text.place, field.as_str(), text.text);
                outside.extend(Some(value).filter(Value::is_visible).map(|value| Told::not_carried(value, why)));
            }
            Child::Element(element) => leave_with(element, why, outside),
        }
    }
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}
