//! The path to a component: the levels above it, its own level, and the containers.

use std::borrow::Cow;
use std::sync::Arc;

use super::super::draft::{At, Draft};
use super::super::shared::{shelf, web};
use super::fields;
use super::known::{Container, Head, Known, is_attribute, said, values};
use super::notes::{note, others};
use crate::document::LevelKind;
use crate::document::tree::{Content, Node};

/// Levels whose components are collections of documents, with the words of the record format.
const COLLECTIONS: &[(&str, &str)] = &[
    ("collection", "collection"),
    ("fonds", "fonds"),
    ("subfonds", "subfonds"),
    ("recordgrp", "record-group"),
    ("subgrp", "subgroup"),
    ("series", "series"),
    ("subseries", "subseries"),
    // A group of the archive's own classification is printed without a word.
    ("class", ""),
];

/// Words of otherlevel for a group of the archive's own classification, in Dutch finding aids.
const GROUPS: &[&str] = &["filegrp", "subfilegrp"];

/// Words for a level that add nothing.
const NOTHING: &[&str] = &["", "otherlevel", "unspecified", "undefined", "other", "unknown", "level"];

pub(super) fn is_collection(level: &str) -> bool {
    COLLECTIONS.iter().any(|(known, _)| *known == level)
}

/// Whether it is the description of a whole collection, not of one document.
pub(super) fn describes_collection(item: &Known) -> bool {
    item.is_collection && is_collection(&item.level)
}

/// The word for a level. Other words are kept as typed.
pub(super) fn word<'w>(level: &'w str, other: impl FnOnce() -> Option<&'w str>) -> Option<String> {
    let level = level.trim();
    let small = fields::small(level);
    if let Some((_, word)) = COLLECTIONS.iter().find(|(known, _)| *known == small) {
        return Some((*word).to_owned()).filter(|word| !word.is_empty());
    }
    let word = if NOTHING.contains(&&*small) { other().unwrap_or_default().trim() } else { level };
    if GROUPS.contains(&&*fields::small(word)) {
        return None;
    }
    // `plan_of_record_groups`
    let word = if word.contains('_') { word.replace('_', " ").into() } else { Cow::Borrowed(word) };
    (!NOTHING.contains(&&*fields::small(&word))).then(|| LevelKind::from(&*word).as_str().to_owned())
}

/// Makes the levels in the paths of the parts of a component, below these components.
pub(super) fn make_levels(head: &mut Head, above: &[Head]) {
    // A collection that is its own first level appears only once.
    let before = above.iter().rev().find_map(|head| head.title.as_deref());
    let title = head.title.as_deref().filter(|title| !before.is_some_and(|before| same(before, title)));
    (head.node, head.untitled) = (level_of(head, title), level_of(head, None));
}

fn level_of(head: &Head, title: Option<&str>) -> Option<Arc<Node<'static>>> {
    let id = head.id.as_deref();
    if id.is_none() && title.is_none() {
        return None;
    }
    let opens = title.is_some_and(|title| says_level(title, head.level.as_deref()));
    let is_collection = head.level.as_deref().is_some_and(is_collection_word);
    // `Series I: Letters` contains the number of the series, `File 1` the number of the file.
    let level = head.level.as_deref().filter(|_| is_collection || !opens);
    let id = id.filter(|_| !opens);
    Some(Arc::new(level_node(head.place, [("level", level), ("id", id), ("title", title)])))
}

/// A level of a path, with these keys as far as they have a text.
fn level_node<const N: usize>(place: usize, keys: [(&'static str, Option<&str>); N]) -> Node<'static> {
    let mut entries = Vec::with_capacity(N);
    for (key, text) in keys {
        entries.extend(text.map(|text| (key.into(), Node { place, ..Node::text(text.to_owned()) })));
    }
    Node { place, content: Content::Map(entries) }
}

/// Puts the levels above a component that has this title.
pub(super) fn put_heads(item: &Known, own_title: &str, draft: &mut Draft<'_>) {
    let mut levels = Vec::with_capacity(item.heads.len() + 3);
    for (index, head) in item.heads.iter().enumerate() {
        // A file whose parts have the same title appears only once.
        let is_last = index > 0 && index + 1 == item.heads.len();
        let is_repeated = is_last && head.title.as_deref().is_some_and(|title| same(own_title, title));
        let node = if is_repeated { &head.untitled } else { &head.node };
        levels.extend(node.iter().map(|node| Node { place: head.place, content: Content::Shared(node.clone()) }));
    }
    if let Some(place) = levels.first().map(|level| level.place) {
        draft.put_node("holdings[0].path", Node { place, content: Content::List(levels) });
    }
}

fn is_collection_word(word: &str) -> bool {
    COLLECTIONS.iter().any(|(_, known)| *known == word)
}

/// Puts the level of the collection itself into the path of its record.
pub(super) fn put_collection(item: &Known, draft: &mut Draft<'_>, place: usize) {
    let title = draft.get("title.text").map(str::to_owned);
    if title.is_none() && item.own.is_none() {
        return;
    }
    let level = format!("holdings[0].path[{}]", item.own.unwrap_or_default());
    draft.put(&format!("{level}.level"), item.word.clone().unwrap_or_default(), place);
    if let Some(title) = title {
        draft.put(&format!("{level}.title"), title, item.title_place(draft, place));
    }
}

/// Whether a title begins with the word of its level and a number: `Series I: Letters`.
fn says_level(title: &str, word: Option<&str>) -> bool {
    let Some(word) = word.map(|word| word.replace('-', " ")) else { return false };
    let title = title.to_lowercase();
    let number = title.strip_prefix(&word).and_then(|rest| rest.strip_prefix([' ', '\u{a0}']));
    let number = number.and_then(|rest| rest.split([' ', ':', '.', ',', ';']).next()).unwrap_or_default();
    let is_roman = number.bytes().all(|byte| b"ivxlc".contains(&byte));
    !number.is_empty() && (is_roman || number.starts_with(|c: char| c.is_ascii_digit()) || number.chars().count() == 1)
}

fn same(one: &str, other: &str) -> bool {
    match one.is_ascii() && other.is_ascii() {
        true => one.eq_ignore_ascii_case(other),
        false => one.to_lowercase() == other.to_lowercase(),
    }
}

/// The number of a component at its own level.
pub(super) fn unitid(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = item.text(draft, at).into_owned();
    let element = item.element(at);
    let kind = said(draft, &element, "type").or(said(draft, &element, "localtype"));
    let is_program = kind.is_some_and(|kind| kind.to_lowercase().contains("uri") || kind.starts_with("aspace"));
    if is_program && !web::is_address(&text) {
        return draft.not(at, "an identifier of the program");
    }
    let label = said(draft, &element, "label");
    if is_former(kind) || is_former(label) {
        return note(item, draft, at, "Former identifier");
    }
    if item.id.is_some() || is_program || web::is_address(&text) {
        return note(item, draft, at, "Identifier");
    }
    if calls(kind, label) < best_other_call(item, draft, &element) {
        return note(item, draft, at, "Identifier");
    }
    let text = without_period(text);
    let rest = others(item, draft, at);
    let has_it = |level: &Node<'_>| level.text_of("id").is_some_and(|id| same(id, &text));
    let above = draft.list("holdings[0].path").iter().position(has_it);
    let title = draft.get("title.text").unwrap_or_default();
    let path = match above {
        Some(index) => format!("holdings[0].path[{index}].id"),
        None if !item.is_collection && opens(title, &text, item.word.as_deref()) => "title.text".to_owned(),
        // The level is already in the path, or the finding aid describes a single document.
        None if says_level(title, item.word.as_deref()) || item.is_collection && !is_collection(&item.level) => {
            draft.put("holdings[0].reference", text.as_str(), draft.place(at));
            "holdings[0].reference".to_owned()
        }
        None => {
            let index = draft.count("holdings[0].path");
            item.own = Some(index);
            let keys = [("level", item.word.as_deref()), ("id", Some(text.as_str()))];
            draft.push("holdings[0].path", level_node(draft.place(at), keys));
            format!("holdings[0].path[{index}].id")
        }
    };
    item.id = Some(text);
    draft.key_of(at, &path);
    rest.into_iter().for_each(|at| draft.key_of(at, &path));
}

/// Whether a word for a number means an older one.
fn is_former(word: Option<&str>) -> bool {
    let word = fields::small(word.unwrap_or_default());
    ["former", "alt", "ancien", "old", "previous", "antigu", "vorsign"].iter().any(|start| word.starts_with(start))
}

/// How surely a number is the one that the document is ordered by, from the words for it.
fn calls(kind: Option<&str>, label: Option<&str>) -> u8 {
    const CALL: &[&str] = &[
        "call",
        "cote",
        "signatur",
        "bestell",
        "shelf",
        "inventar",
        "archiefnummer",
        "toegang",
        "klasse",
        "reference code",
    ];
    // The number of the office that made a file, or of a program.
    const PROGRAM: &[&str] = &[
        "internal",
        "structure",
        "handle",
        "barcode",
        "persistent",
        "identifiant",
        "record",
        "system",
        "uuid",
        "filereference",
        "file reference",
        "aktenzeichen",
    ];
    let words = [kind, label].into_iter().flatten().map(fields::small);
    let is = |list: &[&str]| words.clone().any(|word| list.iter().any(|known| word.contains(known)));
    if is_former(kind) || is_former(label) {
        return 0;
    }
    match (is(CALL), is(PROGRAM)) {
        (true, _) => 2,
        (false, false) => 1,
        (false, true) => 0,
    }
}

/// The surest number of the component in another element than this one.
fn best_other_call(item: &Known, draft: &Draft<'_>, own: &str) -> u8 {
    let all = draft.open().filter(|at| item.names(*at) == "unitid" && !is_attribute(draft.field(*at)));
    let others = all.map(|at| item.element(at)).filter(|element| **element != *own);
    let calls = others.map(|element| {
        let kind = said(draft, &element, "type").or(said(draft, &element, "localtype"));
        calls(kind, said(draft, &element, "label"))
    });
    calls.max().unwrap_or_default()
}

/// `1.`, `B.`: the period of a list belongs to no number.
fn without_period(text: String) -> String {
    let bare = text.strip_suffix('.').unwrap_or_default();
    let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit() || b"IVXLC".contains(&byte));
    match is_number || bare.chars().count() == 1 && bare.contains(char::is_alphanumeric) {
        true => bare.to_owned(),
        false => text,
    }
}

/// Whether a title begins with the number: `Series 1: Letters` for series 1.
pub(super) fn opens(title: &str, id: &str, word: Option<&str>) -> bool {
    let (title, id) = (title.to_lowercase(), id.to_lowercase());
    let word = word.map(|word| LevelKind::from(word).as_str().replace('-', " ")).unwrap_or_default();
    let bare = title.strip_prefix(&word).map_or(title.as_str(), |rest| rest.trim_start_matches([' ', '.']));
    let is_next = |rest: Option<&str>| rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    is_next(title.strip_prefix(&id)) && id.chars().count() > 1
        || bare.len() < title.len() && is_next(bare.strip_prefix(&id))
}

/// `@level` and `@otherlevel`: the word for the component's level, or the kind.
pub(super) fn level(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = match (&item.word, item.own) {
        (None, _) => return draft.not(at, "it does not name a level"),
        (Some(_), Some(own)) => format!("holdings[0].path[{own}].level"),
        (Some(_), None) if is_collection(&item.level) => "kind".to_owned(),
        _ => return draft.not(at, "the component has no number, so its level is not cited"),
    };
    let said = draft.field(at) != "@level" || !NOTHING.contains(&item.level.as_str());
    match said {
        true => draft.key_of(at, &path),
        false => draft.not(at, "otherlevel has the level"),
    }
}

/// `box` of `<container type="box">`
pub(super) fn container_type(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let element = item.element(at);
    let is_label = field.ends_with("/@label");
    if is_label && item.meanings.unit(draft.text(at)).is_none() {
        return draft.not(at, "it describes the contents of the container");
    }
    let Some(text) = values(draft, at, &element).into_iter().find(|at| draft.field(*at) == &*element) else {
        return draft.not(at, if is_label { "the container has a type" } else { "the container has no number" });
    };
    let read = read(item, draft, text);
    item.containers.extend(read);
    draft.key_of(at, "holdings[0].path");
    draft.key_of(text, "holdings[0].path");
}

/// `1` of `<container>1</container>`, without a type.
pub(super) fn container(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let others = others(item, draft, at);
    let read = read(item, draft, at);
    item.containers.extend(read);
    draft.key_of(at, "holdings[0].path");
    others.iter().for_each(|at| draft.key_of(*at, "holdings[0].path"));
}

/// The levels that a container stands for: usually one.
fn read(item: &mut Known, draft: &Draft<'_>, at: At) -> Vec<Container> {
    let (text, place) = (item.text(draft, at).into_owned(), draft.place(at));
    let element = item.element(at);
    let kind = said(draft, &element, "type")
        .or(said(draft, &element, "localtype"))
        .filter(|word| !NOTHING.contains(&&*fields::small(word)));
    let container = |level: Option<String>, id: &str| Container { place, level, id: id.trim().to_owned() };
    // `Box 1` in the text, with or without the same type.
    let is_word = text.starts_with(char::is_alphabetic);
    if let Some(found) = is_word.then(|| shelf::levels(&text)).flatten().filter(|found| found.leaves.is_none()) {
        let level =
            |level: &shelf::Level<'_>| Some(container(level.level.as_deref().map(str::to_owned), level.id.as_deref()?));
        if let Some(levels) = found.levels.iter().map(level).collect::<Option<Vec<_>>>() {
            return levels;
        }
    }
    // `<container type="box-folder">12/3</container>`
    if let Some((first, second)) = kind.and_then(|kind| kind.split_once(['-', '/', '_', ' ']))
        && let (Some(first), Some(second)) = (item.meanings.unit(first), item.meanings.unit(second))
        && let Some((one, two)) = text.split_once([':', '/'])
        && !one.trim().is_empty()
        && !two.trim().is_empty()
        && !two.contains([':', '/'])
    {
        return vec![container(Some(first), one), container(Some(second), two)];
    }
    let level = match kind {
        Some(kind) => Some(item.meanings.unit(kind).unwrap_or_else(|| LevelKind::from(kind).as_str().to_owned())),
        None => said(draft, &element, "label").and_then(|word| item.meanings.unit(word)),
    };
    vec![container(level, &text)]
}

/// Puts the containers: inherited ones before the component's own.
pub(super) fn put_containers(item: &mut Known, draft: &mut Draft<'_>) {
    // Boxes 3 and 4, not a box 4 in box 3.
    if let Some((first, rest)) = item.containers.split_first()
        && !rest.is_empty()
        && rest.iter().all(|other| other.level == first.level)
    {
        let mut ids: Vec<&str> = item.containers.iter().map(|container| container.id.as_str()).collect();
        ids.dedup();
        item.containers = vec![Container { id: ids.join(", "), ..first.clone() }];
    }
    let inherited = inherited(item);
    let index = draft.count("holdings[0].path");
    if let (false, Some(at)) = (inherited.is_empty(), item.title.or(draft.start())) {
        draft.also_of(at, &format!("holdings[0].path[{index}]"), "inherited from the component above");
    }
    item.containers.splice(0..0, inherited);
    for Container { place, level, id } in &item.containers {
        draft.push("holdings[0].path", level_node(*place, [("level", level.as_deref()), ("id", Some(id))]));
    }
}

/// A component without a box is in the box of the component above it.
fn inherited(item: &Known) -> Vec<Container> {
    let is_in_box = |own: &Container| matches!(own.level.as_deref(), Some("folder" | "file" | "item" | "piece"));
    let above = item.heads.last().map(|head| head.containers.as_slice()).unwrap_or_default();
    let has = |level: &Option<String>| item.containers.iter().any(|own| own.level == *level);
    match item.containers.iter().all(is_in_box) {
        // Of boxes 1 to 65 above it, the component is in one, and it is not known in which.
        true if above.iter().any(|above| is_several(&above.id)) => Vec::new(),
        true => above.iter().filter(|above| !has(&above.level)).cloned().collect(),
        false => Vec::new(),
    }
}

/// Whether a number stands for several: `1-65`, `3, 4`.
fn is_several(id: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = id.split(['-', '–', ',', '&']).map(str::trim);
    parts.clone().count() > 1 && parts.into_iter().all(is_number)
}
