//! How literature was published: journals, books, numbers and pages.

use std::borrow::Cow;

use super::rules::Item;
use crate::input::draft::{At, Draft};
use crate::input::shared::shelf;
use crate::input::zotero::rules as shared;

/// Sets the title of a container without a title.
pub(super) fn container(draft: &mut Draft<'_>, at: At, path: &str) {
    match draft.get(path) == Some(draft.text(at)) {
        true => draft.key_of(at, path),
        false if draft.has(path) => draft.note(at, "Published in"),
        false => draft.key(at, path),
    }
}

/// Whether the note names a set, and then its volume, which is in T2.
fn is_set(draft: &Draft<'_>, title: &str) -> bool {
    let note = draft.look("N1").and_then(|note| note.split_once(crate::labels::SOURCE)).map(|(_, book)| book);
    let place = |title: &str| note.and_then(|note| note.find(title));
    match (place(title), draft.look("T2").and_then(place)) {
        (Some(set), Some(volume)) => set < volume,
        _ => false,
    }
}

pub(super) fn third_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "book" if item.literature => draft.key(at, "source.container"),
        "bookSection" if is_set(draft, draft.text(at)) => {
            draft.guess(at, "source.container", draft.owned(at), "the note has it before the title of the book");
        }
        _ if item.literature && !draft.has("source.series") => draft.key(at, "source.series"),
        _ => draft.note(at, "Title"),
    }
}

pub(super) fn journal(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.literature && item.item_type != "bookSection" {
        true if draft.has("source.container") && draft.get("source.container") != Some(draft.text(at)) => {
            short_journal(item, draft, at)
        }
        true => container(draft, at, "source.container"),
        false => draft.note(at, "Journal"),
    }
}

pub(super) fn short_journal(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let known = draft.get("source.container").map(str::to_owned);
    let is_article = item.item_type.ends_with("Article") && item.literature;
    match known {
        Some(title) if title == draft.text(at) => draft.key_of(at, "source.container"),
        Some(_) => shared::journal(item, draft, at),
        None if is_article && !draft.has("source.container") => draft.key(at, "source.container"),
        None => draft.note(at, "Journal"),
    }
}

pub(super) fn volumes(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true if draft.has("source.volumes") => draft.note(at, "Number of volumes"),
        true => draft.key(at, "source.volumes"),
        false => shelf::put_mark(draft, at),
    }
}

pub(super) fn number(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.item_type.as_str() {
        // A catalogue may write its shelf mark twice.
        _ if ["AN", "AV", "CN"].iter().any(|tag| draft.look(tag) == Some(text.as_str()))
            && draft.has("holdings[0]") =>
        {
            draft.key_of(at, "holdings[0]");
        }
        "journalArticle" | "magazineArticle"
            if !draft.has("source.issue") && draft.look("IS").is_none() && is_number(&text) =>
        {
            draft.key(at, "source.issue")
        }
        _ if item.literature => draft.note(at, "Number"),
        _ => shared::extra(item, draft, at),
    }
}

/// Whether a text is the number of an issue, not the address of an author or a notice of a database.
fn is_number(text: &str) -> bool {
    text.chars().count() <= 30 && text.split_whitespace().count() <= 4
}

/// `2nd`. For an article, databases write the day of its electronic edition.
pub(super) fn edition(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.text(at);
    let is_day = text.matches('/').count() == 2 && text.chars().all(|c| c.is_ascii_digit() || c == '/');
    match item.literature && !draft.has("source.edition") && !is_day {
        true => draft.key(at, "source.edition"),
        false if is_day => draft.note(at, "Electronic edition"),
        false => draft.note(at, "Edition"),
    }
}

pub(super) fn issue(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "bookSection" if !draft.has("source.volumes") => draft.key(at, "source.volumes"),
        _ if item.literature && !draft.has("source.issue") && is_number(draft.text(at)) => {
            draft.key(at, "source.issue")
        }
        _ => draft.note(at, "Issue"),
    }
}

pub(super) fn pages(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let end =
        draft.first("EP").filter(|end| *end != at && draft.field(at) == "SP").filter(|end| draft.text(*end) != text);
    let is_counted = matches!(item.item_type.as_str(), "book" | "thesis" | "manuscript") && end.is_none();
    if is_counted && is_number {
        return shared::pages(item, draft, at);
    }
    let range: Cow<'_, str> = match end {
        Some(end) => format!("{text}-{}", draft.text(end)).into(),
        None => text.as_str().into(),
    };
    let path = if item.literature { "source.pages" } else { "holdings[0].leaves" };
    let is_free = !draft.has(path) && (item.literature || draft.has("holdings"));
    if !is_free {
        return match draft.get(path) == Some(text.as_str()) {
            true => draft.key_of(at, path),
            false => draft.note(at, "Pages"),
        };
    }
    draft.key_as(at, path, range.into_owned());
    if let Some(end) = end {
        draft.key_of(end, path);
    }
}

pub(super) fn serial(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "report" if !draft.has("number") => draft.key(at, "number"),
        "report" => draft.note(at, "Number"),
        "book" | "bookSection" | "thesis" | "conferencePaper" | "encyclopediaArticle" | "dictionaryEntry"
            if item.literature && !draft.has("source.isbn") =>
        {
            draft.key(at, "source.isbn");
        }
        _ if draft.text(at).len() == 9 => draft.note(at, "ISSN"),
        _ => draft.note(at, "Serial number"),
    }
}

pub(super) fn custom(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let tag = draft.field(at).to_owned();
    match (tag.as_str(), item.item_type.as_str()) {
        ("C1", "map") => draft.note(at, "Scale"),
        ("C1", "conferencePaper") if !draft.has("source.place") => draft.key(at, "source.place"),
        ("C2", "bookSection") => {
            let path = format!("source.authors[{}]", draft.count("source.authors"));
            draft.key(at, &path);
        }
        ("C3", "artwork") if !draft.has("extent") => draft.key(at, "extent"),
        ("C3", "conferencePaper") if !draft.has("source.title") => draft.key(at, "source.title"),
        ("C5", "audioRecording" | "film" | "videoRecording") if !draft.has("medium") => draft.key(at, "medium"),
        ("C1", _) => draft.note(at, "Custom 1"),
        ("C2", _) => draft.note(at, "Custom 2"),
        ("C3", _) => draft.note(at, "Custom 3"),
        _ => draft.note(at, "Custom 5"),
    }
}
