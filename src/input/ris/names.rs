//! Names in RIS: `Family, Given, Suffix`. A name that ends with a comma is in one piece.

use super::rules::Item;
use crate::input::draft::{At, Draft};
use crate::input::shared::names;
use crate::input::zotero::rules::place_of;

/// A name in the form of the tag.
fn read(text: &str) -> names::Read {
    match text.strip_suffix(',').map(str::trim) {
        Some(whole) if whole.contains(',') => names::body(whole),
        Some(whole) => names::read(whole),
        None => names::read(text),
    }
}

/// Puts a name into the list of a Zotero role, or into the note with its label.
fn put(item: &Item, draft: &mut Draft<'_>, at: At, role: &str) {
    let text = draft.owned(at);
    if let Some(path) = credited(draft, role, &text) {
        return draft.key_of(at, &path);
    }
    let place = draft.place(at);
    let (path, label) = place_of(role, item, draft, place);
    let Some(path) = path else { return draft.note_as(at, label, natural(&text)) };
    let read = read(&text);
    read.put(draft, &path, place);
    match read.why {
        None => draft.key_of(at, &path),
        Some(why) => draft.guess_of(at, &path, why),
    }
}

/// A translator who is already in a sentence of the note.
fn credited(draft: &Draft<'_>, role: &str, text: &str) -> Option<String> {
    if role != "translator" {
        return None;
    }
    let natural = natural(text);
    let lists = (0..draft.count("contributions")).map(|index| format!("contributions[{index}].by"));
    let lists = lists.chain(["translation.by".to_owned()]);
    let paths =
        lists.flat_map(|list| (0..draft.count(&list)).map(move |index| format!("{list}[{index}]")).collect::<Vec<_>>());
    paths.into_iter().find(|path| {
        let name = draft.get(path).or_else(|| draft.get(&format!("{path}.body")));
        name.is_some_and(|name| name == natural || name == text)
    })
}

/// `George F. Kennan` for `Kennan, George F.`
fn natural(text: &str) -> String {
    let mut parts = text.trim_end_matches(',').split(", ");
    let family = parts.next().unwrap_or_default();
    let given = parts.next();
    let suffix: Vec<&str> = parts.collect();
    let name: Vec<&str> = given.into_iter().chain([family]).chain(suffix).collect();
    name.join(" ")
}

pub(super) fn author(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    put(item, draft, at, "author");
}

/// The role depends on the type: a recipient, an editor, the author of a series.
pub(super) fn second(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let role = match item.item_type.as_str() {
        "letter" | "email" => "recipient",
        "bookSection"
        | "conferencePaper"
        | "encyclopediaArticle"
        | "dictionaryEntry"
        | "journalArticle"
        | "magazineArticle" => "editor",
        "book" | "thesis" if item.literature => "seriesEditor",
        "report" => "seriesEditor",
        "audioRecording" => "performer",
        _ => "contributor",
    };
    put(item, draft, at, role);
}

pub(super) fn third(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "book" => put(item, draft, at, "editor"),
        "thesis" => draft.note_as(at, "Advisor", natural(&draft.owned(at))),
        "film" => put(item, draft, at, "producer"),
        _ => put(item, draft, at, "seriesEditor"),
    }
}

pub(super) fn editor(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    put(item, draft, at, "editor");
}

pub(super) fn translator(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let role = if matches!(item.item_type.as_str(), "film" | "conferencePaper") { "contributor" } else { "translator" };
    put(item, draft, at, role);
}
