//! An item's id, kind, title, date and description.

use super::known::{Known, kind_of};
use crate::input::draft::{At, Draft};
use crate::input::shared::{dates, extra as extras, ids, kinds, languages, markup, titles};

pub(in crate::input) fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("id") {
        return draft.not(at, "the citation key is the id");
    }
    match ids::id(draft.text(at)) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "it has no character that an id may have"),
    }
}

pub(in crate::input) fn language(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let Some(tags) = languages::tags(draft.text(at)) else { return draft.note(at, "Language") };
    for (index, tag) in tags.iter().enumerate() {
        draft.put(&format!("languages[{index}]"), tag.as_str(), draft.place(at));
    }
    draft.key_of(at, "languages");
    item.language = tags.into_iter().next();
}

pub(in crate::input) fn kind(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let word = item.item_type.clone();
    if word == "book" && !item.literature {
        return draft.guess(
            at,
            "kind",
            "document",
            "a book in an archive without an ISBN is usually an archival document",
        );
    }
    match kind_of(&word) {
        // A drawing, a photograph, an object.
        "" if word == "artwork" => {
            draft.put("kind", "document", draft.place(at));
            draft.key_of(at, "kind");
        }
        "" => draft.guess(at, "kind", "document", "the record format has no kind for it"),
        kind => draft.key_as(at, "kind", kind),
    }
    if word == "blogPost" {
        draft.put("genre", "blog", draft.place(at));
    }
}

/// The words of archives for levels of description, which do not describe the kind of document.
const LEVELS: &[&str] = &["item", "piece", "file", "folder", "box", "subseries", "sub-series"];

pub(in crate::input) fn genre(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature {
        // The degree of a thesis, a review, a blog: it does not change what kind of literature it is.
        return match draft.get("genre") {
            Some(genre) if genre.eq_ignore_ascii_case(&text) => draft.key_of(at, "genre"),
            None if draft.get("kind") != Some("book") => draft.key(at, "genre"),
            _ => draft.note(at, "Type"),
        };
    }
    if LEVELS.iter().any(|level| level.eq_ignore_ascii_case(&text)) {
        return draft.not(at, "the level of description, not the kind of document");
    }
    let place = draft.place(at);
    match kinds::kind(&text) {
        Some(named) => {
            draft.put("kind", named.kind.as_str(), place);
            if let Some(genre) = named.genre {
                draft.put("genre", genre, place);
            }
            draft.key_of(at, if named.genre.is_some() { "genre" } else { "kind" });
        }
        None if draft.has("genre") => draft.note(at, "Type"),
        None => draft.key(at, "genre"),
    }
}

pub(in crate::input) fn title(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("title") {
        return draft.note(at, "Title");
    }
    if item.literature {
        let text = titles::without_period(draft.text(at)).to_owned();
        return draft.key_as(at, "title.text", text);
    }
    let is_letter = matches!(item.item_type.as_str(), "letter" | "email" | "instantMessage");
    let Some(kind) = titles::put(draft, at, is_letter) else { return };
    let known = draft.get("kind").unwrap_or_default();
    let is_open =
        matches!(known, "manuscript" | "document" | "film" | "recording") || kind.as_str() == "minutes" && is_letter;
    if is_open && known != kind.as_str() && draft.get("genre").is_none() && draft.look("manuscriptType").is_none() {
        draft.also(at, "kind", kind.as_str(), "the title begins with this word");
    }
}

pub(in crate::input) fn date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = if item.literature { "source.date" } else { "date" };
    if draft.has(path) {
        return draft.note(at, "Date");
    }
    dates::read(draft.text(at), item.language.as_deref()).tell(draft, at, path);
}

pub(in crate::input) fn extra(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    extras::put(draft, at, item.language.as_deref());
}

pub(in crate::input) fn subject(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = format!("subjects[{}]", draft.count("subjects"));
    draft.key(at, &path);
}

pub(in crate::input) fn pages(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if draft.has("extent") {
        return draft.note(at, "Pages");
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let words = match text.as_str() {
        "1" => "1 page".to_owned(),
        number if is_number => format!("{number} pages"),
        words => words.to_owned(),
    };
    draft.key_as(at, "extent", words);
}

pub(in crate::input) fn note(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = markup::words(draft.text(at));
    match text.is_empty() {
        true => draft.not(at, "it contains only markup"),
        false => draft.note_as(at, "", text),
    }
}

/// The note may contain it with its word: `Cable no. 153`.
pub(in crate::input) fn number(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.get("number") {
        None => draft.key(at, "number"),
        Some(known) if known.contains(draft.text(at)) => draft.key_of(at, "number"),
        Some(_) => draft.note(at, "Number"),
    }
}
