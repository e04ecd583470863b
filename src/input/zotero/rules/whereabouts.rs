//! Where an item is kept, and where it is on the web.

use super::known::Known;
use crate::input::draft::{At, Draft};
use crate::input::shared::{archives, dates, location as locations, shelf, web};

/// A published item was read in a database, unless the name shows that an archive keeps it.
pub(in crate::input) fn archive(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let archive = archives::read(draft.text(at));
    if item.literature && archive.collection.is_none() && !archive.names_a_keeper() {
        let name = draft.owned(at);
        return draft.guess(at, "surrogates[0].archive", name, "the item is published, so this is the database");
    }
    archives::put(draft, at);
}

pub(in crate::input) fn location(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature && draft.has("surrogates[0].archive") && !draft.has("surrogates[0].id") {
        true => draft.key(at, "surrogates[0].id"),
        false => locations::put(draft, at),
    }
}

pub(in crate::input) fn call_number(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if item.literature {
        return draft.note(at, "Call number");
    }
    shelf::put_mark(draft, at);
}

pub(in crate::input) fn address(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match web::is_address(draft.text(at)) {
        true if item.literature && !draft.has("surrogates[0].archive") => draft.key(at, "source.url"),
        true => web::put_address(draft, at),
        false => draft.note(at, "Address"),
    }
}

pub(in crate::input) fn doi(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.text(at);
    let bare = text.find("10.").and_then(|at| text.get(at..)).filter(|doi| doi.contains('/') && !doi.contains(' '));
    let Some(bare) = bare.map(str::to_owned) else { return draft.note(at, "DOI") };
    draft.key_as(at, if item.literature { "source.doi" } else { "surrogates[0].doi" }, bare);
}

pub(in crate::input) fn accessed(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.text(at);
    let day = text.get(..10).filter(|day| day.len() == 10 && day.parse::<crate::document::Date>().is_ok());
    match day.map(str::to_owned) {
        Some(day) if put_address_of_visit(item, draft, at) => draft.key_as(at, "surrogates[0].accessed", day),
        Some(day) => draft.note_as(at, "Accessed", day),
        None => draft.note(at, "Accessed"),
    }
}

/// Whether there is an address that was visited. For literature it belongs to the source, unless a DOI is cited
/// instead.
pub(in crate::input) fn put_address_of_visit(item: &Known, draft: &mut Draft<'_>, at: At) -> bool {
    let of_source = draft.get("source.url").filter(|_| item.literature && !draft.has("source.doi"));
    if let (Some(url), false) = (of_source.map(str::to_owned), draft.has("surrogates[0].url")) {
        draft.put("surrogates[0].url", url, draft.place(at));
    }
    draft.has("surrogates[0].url")
}

pub(in crate::input) fn catalog(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if draft.get("holdings[0].repository.name") == Some(text.as_str()) {
        return draft.key_of(at, "holdings[0].repository.name");
    }
    match draft.get("surrogates[0].archive") {
        Some(known) if known == text => draft.key_of(at, "surrogates[0].archive"),
        _ if item.literature => draft.note(at, "Catalog"),
        None if draft.has("surrogates[0].url") => draft.key(at, "surrogates[0].archive"),
        Some(known) if draft.has("surrogates[0].url") && !text.contains(known) => {
            draft.guess(at, "surrogates[0].host", text, "with a web archive it was read as its host");
        }
        _ => draft.note(at, "Catalog"),
    }
}

/// The translator of one site puts dates here.
/// The place, in a format with one field for places: for a document the place of its archive (guess), otherwise as
/// in Zotero.
pub(in crate::input) fn place_of_archive(item: &mut Known, draft: &mut Draft<'_>, at: At, why: &'static str) {
    const PLACE: &str = "holdings[0].repository.place";
    let text = draft.owned(at);
    match draft.get(PLACE) {
        Some(known) if known == text => draft.key_of(at, PLACE),
        Some(_) => draft.note(at, "Place"),
        None if draft.has("holdings[0].repository") => {
            if let Some(name) = draft.get("holdings[0].repository").map(str::to_owned) {
                draft.put("holdings[0].repository.name", name, draft.place(at));
            }
            draft.guess(at, PLACE, text, why);
        }
        None => place(item, draft, at),
    }
}

pub(in crate::input) fn place(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if item.is_in_journal() || item.literature && draft.has("source.place") {
        return draft.note(at, "Place of publication");
    }
    // `[New York`, from a catalogue that cuts its fields.
    let text = draft.owned(at);
    let text = match text.strip_prefix('[').filter(|rest| !rest.contains(']')) {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if item.literature {
        return draft.key_as(at, "source.place", text);
    }
    let is_date = !text.chars().any(char::is_alphabetic) && !draft.has("date");
    let read = dates::read(&text, item.language.as_deref());
    if is_date && read.edtf.is_some() {
        read.put(draft, "date", draft.place(at));
        return draft.guess_of(at, "date", "the field for the place contains a date");
    }
    match item.item_type.as_str() {
        "letter" | "email" | "map" => draft.key_as(at, "place", text),
        _ => draft.guess(
            at,
            "place",
            text,
            "the place of writing, of publication or of the archive: Zotero has only one field",
        ),
    }
}

pub(in crate::input) fn leaves(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.key(at, "source.pages"),
        false if draft.has("holdings[0].leaves") => draft.note(at, "Pages"),
        false if draft.has("holdings") => draft.key(at, "holdings[0].leaves"),
        false => draft.note(at, "Pages"),
    }
}
