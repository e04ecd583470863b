//! Titles, and the words for the kind of document that replace a title.

use super::rules::Item;
use crate::input::draft::{At, Draft};
use crate::input::shared::{credits, dates, kinds, names, sentences};
use crate::input::zotero::rules as shared;

pub(super) fn short_author(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.get("creators[0].family") == Some(draft.text(at)) {
        true => draft.key_of(at, "creators[0].family"),
        false => draft.not(at, "instructions for a style"),
    }
}

/// `letter to Thomas Jefferson`: the kind and the recipient, which our own export writes instead of a title.
fn is_description(item: &Item, draft: &Draft<'_>, text: &str) -> bool {
    let is_made = draft.look("shorttitle").is_some_and(|short| short.starts_with(char::is_lowercase));
    is_made && is_ours(draft) && !item.is_literature() && text.starts_with(char::is_lowercase)
}

pub(super) fn title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    if draft.has("title") {
        return draft.note(at, "Title");
    }
    let text = draft.owned(at);
    let opening = draft.look("annote").and_then(sentences::opening).map(str::to_lowercase);
    let opens = opening.as_ref().is_some_and(|word| text.to_lowercase().starts_with(word.as_str()));
    // The short form of a description begins with a small letter.
    let is_made = draft.look("shorttitle").is_some_and(|short| short.starts_with(char::is_lowercase));
    if is_description(item, draft, &text) || item.is_literature() && opens && is_made {
        return describe(draft, at, &text);
    }
    if item.is_literature() && is_ours(draft) && draft.look("shorttitle").is_some_and(|short| short.starts_with("to "))
    {
        return draft.not(at, "it repeats the names of the sender and the recipient");
    }
    let is_ours = is_ours(draft);
    shared::title(&mut item.known, draft, at);
    if opens && draft.has("title.text") && !draft.has("title.form") && !item.is_literature() {
        draft.also(at, "title.form", "supplied", "it begins with the kind of document");
    }
    if is_ours {
        sentences::put_translated(draft, at);
    }
    // The field contains quotation marks if the style prints none.
    let quoted =
        draft.get("title.text").and_then(|text| text.strip_prefix('“')).and_then(|text| text.strip_suffix('”'));
    if let Some(quoted) = quoted.filter(|inside| !inside.contains(['“', '”'])).map(str::to_owned) {
        draft.put("title.text", quoted, draft.place(at));
    }
}

pub(super) fn subtitle(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    let Some(title) = draft.get("title.text").map(str::to_owned) else { return draft.note(at, "Subtitle") };
    let joint = if title.ends_with(['?', '!', ':']) { " " } else { ": " };
    draft.put("title.text", format!("{title}{joint}{}", draft.text(at)), draft.place(at));
    if draft.look("shorttitle").is_none() {
        draft.put("title.short", title.trim_end_matches(':'), draft.place(at));
    }
    draft.key_of(at, "title.text");
}

pub(super) fn short_title(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.has("title.text") {
        true => draft.key(at, "title.short"),
        false if is_ours(draft) && draft.text(at).starts_with(char::is_lowercase) => {
            draft.not(at, "it repeats the other fields");
        }
        false => draft.note(at, "Short title"),
    }
}

/// The words for the kind of document, before recipient, place and date.
pub(super) fn described(text: &str) -> &str {
    let cuts = [" to ", " by ", " between ", " with ", ", "].iter().filter_map(|word| text.find(word));
    cuts.min().and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Whether a text of our own export begins with the kind of document, not with its date or its shelf mark.
pub(super) fn begins_with_kind(draft: &Draft<'_>, text: &str) -> bool {
    let word = described(text);
    let source = format!("{}{}", crate::labels::ARCHIVAL_SOURCE, sentences::small(word));
    let is_placed = draft.look("annote").is_some_and(|note| {
        note.contains(&source) || note.contains(&format!("{}{word}", crate::labels::ARCHIVAL_SOURCE))
    });
    let is_date = |text: &str| {
        let read = dates::read(text, None);
        read.edtf.is_some() && read.why.is_none()
    };
    let is_dated = is_date(word) || is_date(&format!("{word}, 1900"));
    let is_sentence = sentences::has_labels(text) || credits::opens(text);
    is_ours(draft) && !is_placed && !is_dated && !is_sentence && word.chars().count() <= 40
}

/// Whether an entry of our own export is a document in a book: then the annotation begins with the kind.
pub(super) fn is_printed_document(draft: &Draft<'_>) -> bool {
    let opening = draft.look("annote").and_then(sentences::opening);
    let literature = ["book", "chapter", "article", "thesis", "web-page"];
    opening.is_some_and(|word| {
        kinds::kind(&sentences::small(word)).is_some_and(|named| !literature.contains(&named.kind.as_str()))
    })
}

/// Whether the annotation has sentences of our own export.
pub(super) fn is_ours(draft: &Draft<'_>) -> bool {
    draft.look("annote").is_some_and(sentences::has_labels)
}

/// The kind of a document. The names and the place that follow are in other fields of our own export.
pub(super) fn describe(draft: &mut Draft<'_>, at: At, text: &str) {
    let place = draft.place(at);
    let end = described(text).len();
    let word = sentences::small(text.get(..end).unwrap_or(text));
    let why = "the words that describe it";
    if kinds::kind(&word).is_none() && (!is_ours(draft) || word.chars().count() > 40) {
        return draft.note(at, "Description");
    }
    if !draft.has("genre") {
        sentences::put_word(draft, &word, place);
    }
    draft.guess_of(at, "kind", why);
    let names = text.get(end..).and_then(|rest| rest.strip_prefix(" to "));
    if let Some(names) = names.filter(|_| !is_ours(draft) && !draft.has("recipients")) {
        let name = names.split(", ").next().unwrap_or(names);
        names::read(name).put(draft, "recipients[0]", place);
        draft.also_of(at, "recipients[0]", why);
    }
    // No field has the own date of a document in a book.
    let parts: Vec<&str> = text.split(", ").collect();
    let date = parts.get(parts.len().saturating_sub(2)..).unwrap_or_default().join(", ");
    if draft.get("source.date").or(draft.look("booktitle")).is_some() && !draft.has("date") {
        let read =
            [date.as_str(), parts.last().copied().unwrap_or_default()].into_iter().map(|text| dates::read(text, None));
        if let Some(read) = read.into_iter().find(|read| read.edtf.is_some() && read.display.is_none()) {
            read.put(draft, "date", place);
            draft.also_of(at, "date", why);
        }
    }
}

pub(super) fn addition(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        "webpage" => draft.key(at, "source.container"),
        _ if item.is_literature() => draft.note(at, "Beside the title"),
        _ => describe(draft, at, &text),
    }
}
