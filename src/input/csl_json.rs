//! CSL-JSON, as Zotero, pandoc and citation-js write it.
//!
//! Our own export has the whole record at `custom.prefercite`: that is read, and nothing else of its item.

use super::draft::{At, Draft, Told, index_of};
use super::foreign::Foreign;
use super::item::Broken;
use super::items::{Items, Piece, at, text_at, values};
use super::shared::{dates, ids, kinds, languages, names, shelf, web};
use super::table::{How, Row, follow};
use crate::document::tree::{Content, Node};

/// The types of CSL 1.0.2, and our kinds; none where the type says nothing of what the document is.
#[rustfmt::skip]
const TYPES: &[(&str, Option<&str>)] = &[
    ("article", Some("article")), ("article-journal", Some("article")), ("article-magazine", Some("article")),
    ("article-newspaper", Some("article")), ("bill", None), ("book", Some("book")), ("broadcast", Some("recording")),
    ("chapter", Some("chapter")), ("classic", None), ("collection", Some("collection")), ("dataset", None), ("document", None),
    ("entry", None), ("entry-dictionary", None), ("entry-encyclopedia", None), ("event", None), ("figure", None),
    ("graphic", None), ("hearing", None), ("interview", Some("interview")), ("legal_case", None), ("legislation", None),
    ("manuscript", Some("manuscript")), ("map", Some("map")), ("motion_picture", Some("film")), ("musical_score", None),
    ("pamphlet", Some("ephemera")), ("paper-conference", Some("article")), ("patent", None), ("performance", None),
    ("periodical", None), ("personal_communication", Some("letter")), ("post", None), ("post-weblog", Some("web-page")),
    ("regulation", None), ("report", Some("report")), ("review", None), ("review-book", None), ("software", None),
    ("song", Some("recording")), ("speech", Some("speech")), ("standard", None), ("thesis", Some("thesis")),
    ("treaty", Some("treaty")), ("webpage", Some("web-page")), ("letter", Some("letter")),
];

/// Whether it is an item of CSL-JSON and no record of ours, which has no `type`.
pub(super) fn is_item(node: &Node<'_>) -> bool {
    let is_known = text_at(node, "type").is_some_and(|word| TYPES.iter().any(|(known, _)| *known == word));
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
        CslJson { items: Items::new(text, &["items"]), ids: ids::Ids::default() }
    }
}

impl<'a> Foreign<'a> for CslJson<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            let node = match self.items.next()? {
                Ok(Piece::Item(node)) => node,
                Ok(Piece::Beside(key, node)) => {
                    let values = values(&node, &key).into_iter().filter(super::draft::Value::is_visible);
                    outside.extend(values.map(|value| Told::not_carried(value, "beside the list of items")));
                    continue;
                }
                Err(broken) => return Some(Err(broken)),
            };
            return Some(Ok(self.item(node)));
        }
    }
}

impl<'a> CslJson<'a> {
    fn item(&mut self, node: Node<'a>) -> Draft<'a> {
        let mut draft = Draft::new(node.place, values(&node, ""));
        let custom = at(&node, "custom").and_then(|custom| at(custom, "prefercite"));
        if let Some(record) = custom.filter(|record| matches!(record.content(), Content::Map(_))) {
            draft.set_record(record.clone());
            for value in draft.all("custom.prefercite.*") {
                let path = draft.field(value).trim_start_matches("custom.prefercite.").to_owned();
                draft.key_of(value, &path);
            }
            for value in draft.all("*") {
                draft.not(value, "the whole record at custom.prefercite is read in its place");
            }
            return draft;
        }
        let mut item = Known { language: None };
        follow(TABLE, &mut item, &mut draft);
        if !draft.has("id") {
            let parts = [draft.get("creators[0].family"), draft.get("title"), draft.get("date")];
            let id = self.ids.make(&parts);
            draft.put("id", id, node.place);
        }
        draft
    }
}

/// What is known of the item so far.
struct Known {
    language: Option<String>,
}

/// Where every variable goes.
const TABLE: &[Row<Known>] = &[
    Row { field: "id", key: "id", how: How::By("as it is, or its letters and digits", id) },
    Row { field: "language", key: "languages", how: How::By("its tag", language) },
    Row { field: "type", key: "kind", how: How::By("by a table", kind) },
    Row { field: "title", key: "title.text", how: How::Text("Title") },
    Row { field: "title-short", key: "title.short", how: How::Text("Short title") },
    Row { field: "original-title", key: "title.original", how: How::Text("Original title") },
    Row {
        field: "author[].*",
        key: "creators",
        how: How::By("each in its parts", |_, draft, at| name(draft, at, "author", "creators")),
    },
    Row {
        field: "recipient[].*",
        key: "recipients",
        how: How::By("each in its parts", |_, draft, at| name(draft, at, "recipient", "recipients")),
    },
    Row {
        field: "issued.*",
        key: "date",
        how: How::By("in EDTF", |item, draft, at| date(item, draft, at, "issued", "date")),
    },
    Row { field: "archive", key: "holdings[0].repository.name", how: How::Text("Archive") },
    Row { field: "archive-place", key: "holdings[0].repository.place", how: How::Text("Place of the archive") },
    Row { field: "archive_collection", key: "holdings[0].path[0].title", how: How::By("the first level", collection) },
    Row {
        field: "archive_location",
        key: "holdings[0].reference",
        how: How::By("levels where all of it parses", mark),
    },
    Row { field: "call-number", key: "holdings[0].reference", how: How::By("levels where all of it parses", mark) },
    Row { field: "source", key: "surrogates[0].archive", how: How::Text("Source") },
    Row { field: "URL", key: "surrogates[0].url", how: How::By("where it is an address", address) },
    Row { field: "abstract", key: "summary", how: How::Text("Abstract") },
    Row { field: "dimensions", key: "extent", how: How::Text("Dimensions") },
    Row { field: "note", key: "note", how: How::Text("Note") },
];

fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let name = draft.owned(at);
    // Zotero's ids are addresses: the last part tells them apart.
    let last = if web::is_address(&name) { name.rsplit('/').next().unwrap_or(&name) } else { &name };
    match ids::id(last) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "nothing of it can be an id"),
    }
}

fn language(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match languages::tags(draft.text(at)) {
        Some(tags) => {
            for (index, tag) in tags.iter().enumerate() {
                draft.put(&format!("languages[{index}]"), tag.as_str(), draft.place(at));
            }
            draft.key_of(at, "languages");
            item.language = tags.into_iter().next();
        }
        None => draft.note(at, "Language"),
    }
}

fn kind(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let word = draft.text(at);
    let kind = TYPES.iter().find(|(known, _)| *known == word).and_then(|(_, kind)| *kind).unwrap_or("document");
    draft.key_as(at, "kind", kind);
    if let Some(genre) = draft.first("genre") {
        let text = draft.owned(genre);
        match kinds::kind(&text) {
            Some(named) => {
                draft.put("kind", named.kind.as_str(), draft.place(genre));
                if let Some(genre) = named.genre {
                    draft.put("genre", genre, draft.place(at));
                }
                draft.key_of(genre, "kind");
            }
            None => draft.key(genre, "genre"),
        }
    }
}

fn name(draft: &mut Draft<'_>, at: At, variable: &str, ours: &str) {
    let index = index_of(draft.field(at));
    let part = |draft: &Draft<'_>, key: &str| draft.look(&format!("{variable}[{index}].{key}")).map(str::to_owned);
    let path = format!("{ours}[{}]", draft.count(ours));
    let literal = part(draft, "literal");
    let read = match &literal {
        Some(literal) => names::read(literal),
        None => names::person(&part(draft, "family").unwrap_or_default(), &part(draft, "given").unwrap_or_default()),
    };
    read.put(draft, &path, draft.place(at));
    for key in ["literal", "family", "given"] {
        if let Some(value) = draft.first(&format!("{variable}[{index}].{key}")) {
            match read.why.clone() {
                Some(why) => draft.guess_of(value, &path, why),
                None => draft.key_of(value, &path),
            }
        }
    }
    for (key, our_key) in
        [("suffix", "suffix"), ("non-dropping-particle", "particle"), ("dropping-particle", "dropping-particle")]
    {
        if let Some(value) = draft.first(&format!("{variable}[{index}].{key}")) {
            match matches!(read.name, names::Parts::Person { .. }) {
                true => draft.key(value, &format!("{path}.{our_key}")),
                false => draft.note(value, "Part of a name"),
            }
        }
    }
}

fn date(item: &mut Known, draft: &mut Draft<'_>, at: At, variable: &str, ours: &str) {
    let part = |draft: &Draft<'_>, end: usize, index: usize| {
        draft.look(&format!("{variable}.date-parts[{end}][{index}]")).map(str::to_owned)
    };
    let moment = |draft: &Draft<'_>, end: usize| -> Option<String> {
        let year = part(draft, end, 0)?.parse::<u32>().ok()?;
        let mut edtf = format!("{year:04}");
        for index in 1..3 {
            match part(draft, end, index).and_then(|text| text.parse::<u32>().ok()).filter(|number| *number > 0) {
                Some(number) => edtf.push_str(&format!("-{number:02}")),
                None => break,
            }
        }
        Some(edtf)
    };
    let ends: Vec<String> = (0..2).map_while(|end| moment(draft, end)).collect();
    let mut edtf = ends.join("/");
    if draft.look(&format!("{variable}.circa")).is_some_and(|circa| circa != "false" && circa != "0") {
        edtf = format!("circa {edtf}");
    }
    let words = draft.look(&format!("{variable}.literal")).or_else(|| draft.look(&format!("{variable}.raw")));
    let read = match words {
        Some(words) => dates::read(words, item.language.as_deref()),
        None => dates::read(&edtf, None),
    };
    read.put(draft, ours, draft.place(at));
    for value in draft.all(&format!("{variable}.*")) {
        match read.why.clone() {
            Some(why) => draft.guess_of(value, ours, why),
            None => draft.key_of(value, ours),
        }
    }
}

fn collection(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
    draft.put(&format!("{path}.level"), "collection", draft.place(at));
    draft.key(at, &format!("{path}.title"));
}

fn mark(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    shelf::put_mark(draft, at);
}

fn address(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    web::put_address(draft, at);
}
